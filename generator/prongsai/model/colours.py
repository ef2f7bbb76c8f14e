"""Colours of an agency: read as text, judged by contrast (WCAG 2.2), and mixed into the shades of a site."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator

from prongsai.model.scalar import Form, read_scalar, wrong

Parts = tuple[int, int, int]  # red, green and blue, 0 to 255
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_WHITE: Parts = (255, 255, 255)
_BLACK: Parts = (0, 0, 0)
_DARK_PAGE: Parts = (0x11, 0x19, 0x1D)  # the theme's page in the dark scheme
_LEAST = 4.5  # the contrast of text that WCAG asks for
_LEAST_IN_THE_DARK = 7.0  # of links there, which are mixed here and can be as clear as the theme's own
_TINT = 90  # per cent of white in the surface behind words in the colour


def read_colour(raw: object) -> str:
    """A colour as #rrggbb that words can be read in and on, in the light and in the dark scheme."""
    text = read_scalar(raw)
    found = _HEX.fullmatch(text.strip().lower())
    if not found:
        raise wrong("not-a-colour", found=text)
    code = found[1] if len(found[1]) > 3 else "".join(sign * 2 for sign in found[1])  # abc is #aabbcc
    colour = f"#{code}"
    if not _is_dark_enough(parts_of(colour)):
        values = {"found": colour, "ratio": f"{_of_words(parts_of(colour)):.1f}", "nearest": nearest_colour(colour)}
        raise wrong("colour-too-light", **values)
    return colour


Colour = Annotated[
    str,
    PlainValidator(read_colour),
    Form('รหัสสี 6 ตัว เช่น "#0b5365"', ("string", "number"), r"^#?([0-9A-Fa-f]{3}){1,2}$"),
]


def nearest_colour(colour: str) -> str:
    """The same hue, only as dark as it has to be."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in parts_of(colour)))
    for step in range(round(lightness * 255), -1, -1):
        made = tuple(round(part * 255) for part in colorsys.hls_to_rgb(hue, step / 255, saturation))
        if _is_dark_enough((made[0], made[1], made[2])):
            return _code((made[0], made[1], made[2]))
    return _code(_BLACK)


def contrast(one: Parts, other: Parts) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 computes it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def shades_of(colour: str) -> Mapping[str, Mapping[str, str]]:
    """The colours of the theme that follow from one of an agency, by scheme (default, slate) and name."""
    own = parts_of(colour)
    foot, clear = _mixed(own, _BLACK, 35), _clear(own)
    light = {
        **_bar(own, _mixed(own, _WHITE, 20), _mixed(own, _BLACK, 25)),
        **_words(own, own),
        **_foot(foot),
        "ps-info-surface": _code(_mixed(own, _WHITE, _TINT)),
    }
    dark = {
        **_bar(foot, _mixed(own, _WHITE, 20), _mixed(own, _BLACK, 50)),
        **_words(clear, _mixed(clear, _WHITE, 25)),
        **_foot(_mixed(own, _BLACK, 60)),
        "ps-info-surface": _code(_mixed(own, _DARK_PAGE, 75)),
    }
    return {"default": light, "slate": dark}


def _bar(own: Parts, lighter: Parts, darker: Parts) -> dict[str, str]:
    name = "md-primary-fg-color"
    return {name: _code(own), f"{name}--light": _code(lighter), f"{name}--dark": _code(darker)}


def _words(links: Parts, pointed: Parts) -> dict[str, str]:
    accent = _code(pointed)
    colours = {"md-typeset-a-color": _code(links), "ps-info": _code(links)}
    return {**colours, "md-accent-fg-color": accent, "md-accent-fg-color--transparent": f"{accent}1a"}


def _foot(colour: Parts) -> dict[str, str]:
    return {"md-footer-bg-color": _code(colour), "md-footer-bg-color--dark": _code(colour)}


def _clear(own: Parts) -> Parts:
    """The colour with as much white as links in the dark need."""
    surface = _mixed(own, _DARK_PAGE, 75)
    mixed = (_mixed(own, _WHITE, share) for share in range(0, 101, 5))
    return next(one for one in mixed if contrast(one, surface) >= _LEAST_IN_THE_DARK)


def _is_dark_enough(colour: Parts) -> bool:
    return _of_words(colour) >= _LEAST


def _of_words(colour: Parts) -> float:
    """The contrast of words in the colour with the lightest of what is behind them: a surface of its own tint."""
    return contrast(colour, _mixed(colour, _WHITE, _TINT))


def _mixed(one: Parts, other: Parts, share: int) -> Parts:
    """A colour with so many per cent of another."""
    red, green, blue = (round((a * (100 - share) + b * share) / 100) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Parts) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def parts_of(colour: str) -> Parts:
    """Red, green and blue of a colour that was read."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _code(colour: Parts) -> str:
    return f"#{bytes(colour).hex()}"

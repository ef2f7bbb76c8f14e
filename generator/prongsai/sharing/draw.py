"""A card drawn as a PNG of 1200 by 630 pixels, in shades of one colour."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prongsai.model.colours import Parts
from prongsai.sharing.faces import BOLD, REGULAR, Face
from prongsai.thai.line_breaks import BLANK, ELLIPSIS, LAST, Break, find_breaks
from prongsai.views.share_cards import ShareCard

LONGEST = 600  # characters that are looked at; no picture shows more
_FULL = 0.62  # of the width that a line should fill before a better place to end counts


@dataclass(frozen=True)
class Block:
    """Lines of text in one face."""

    face: Face
    lines: tuple[str, ...]


def fit_text(text: str, width: float, choices: Sequence[tuple[Face, int]]) -> Block:
    """The text in the first of `choices` (a face, and how many lines it may take) that holds it whole.

    What the last of them does not hold is cut off and ends in an ellipsis.
    """
    plain = " ".join(text.split())[:LONGEST]
    for face, most in choices:
        lines = break_lines(plain, face, width)
        if len(lines) <= most:
            return Block(face, lines)
    return Block(face, (*lines[: most - 1], _cut(lines[most - 1], face, width)))


def break_lines(text: str, face: Face, width: float) -> tuple[str, ...]:
    """The text in lines no wider than `width`, ended where it reads best."""
    breaks = _places(text, face, width)
    reach = _reach(text, breaks, face)
    lines, start = [], 0
    while start < len(text):
        end = _end_of_line(start, breaks, reach, width)
        lines.append(text[start:end].rstrip())
        start = end
    return tuple(lines) or ("",)


def _places(text: str, face: Face, width: float) -> list[Break]:
    """The places where lines may end; within a piece that no line holds, behind every letter."""
    found: list[Break] = []
    start = 0
    for one in (*find_breaks(text), Break(len(text), BLANK)):
        if face.width(text[start : one.at]) > width:
            found += [Break(at, LAST) for at in range(start + 1, one.at)]
        found.append(one)
        start = one.at
    return found


def _reach(text: str, breaks: Sequence[Break], face: Face) -> dict[int, float]:
    """The reach of the text up to each place, in pixels."""
    found, start, total = {0: 0.0}, 0, 0.0
    for one in breaks:
        total += face.width(text[start : one.at])
        found[one.at] = total
        start = one.at
    return found


def _end_of_line(start: int, breaks: Sequence[Break], reach: dict[int, float], width: float) -> int:
    later = [one for one in breaks if one.at > start]
    fitting = [one for one in later if reach[one.at] - reach[start] <= width]
    if not fitting:
        return later[0].at
    if fitting[-1].at == breaks[-1].at:
        return fitting[-1].at
    full = [one for one in fitting if reach[one.at] - reach[start] >= width * _FULL] or fitting[-1:]
    return min(full, key=lambda one: (one.rank, -one.at)).at


def _cut(line: str, face: Face, width: float) -> str:
    ends = [one.at for one in _places(line, face, width - face.width(ELLIPSIS))]
    kept = next((line[:at] for at in reversed(ends) if face.width(line[:at] + ELLIPSIS) <= width), "")
    return f"{kept.rstrip()}{ELLIPSIS}"


if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630
_MARGIN, _BAND, _FOOT = 72, 116, 54
_INNER = WIDTH - 2 * _MARGIN
_LOGO, _GAP = 92, 24  # the height of a logo in the band, and the room behind it
_DARK, _SOFT, _PALE, _WHITE = 0, 80, 232, 255  # shades between the colour of the theme and white
_STEPS = (0, 80, 155, 210, 232, 255)  # the shades that a picture has: few, since each makes files heavier
_COLOUR = (11, 83, 101)  # the theme's --md-primary-fg-color
_AGENCY = tuple((Face(BOLD, size), 1) for size in (50, 44, 38, 32, 27))
_SUBJECT = tuple((Face(BOLD, size), 1) for size in (44, 40, 36))
_TITLE = tuple((Face(BOLD, size), most) for size, most in ((72, 2), (60, 2), (52, 3), (44, 4), (34, 5)))
_STATE = tuple((Face(BOLD, size), 1) for size in (50, 44, 38, 32))
_NOTICE = ((Face(REGULAR, 30), 1), (Face(REGULAR, 26), 1), (Face(REGULAR, 22), 1))
_LEADING = 1.36  # of the size of letters; Thai has marks above and below
_FIGURE, _UNIT = Face(BOLD, 190), Face(BOLD, 64)


def draw_card(card: ShareCard, notice: str = "", colour: Parts = _COLOUR, logo: bytes = b"") -> bytes:
    """The picture of a card as PNG; `notice` is at its foot. The same card gives the same bytes.

    An agency's `colour` takes the place of the theme's, and its `logo`, an image, is before its name.
    """
    from PIL import Image, ImageDraw

    picture = Image.new("L", (WIDTH, HEIGHT), _WHITE)
    on = ImageDraw.Draw(picture)
    on.rectangle((0, 0, WIDTH, _BAND), fill=_DARK)
    seal = _open_logo(logo) if logo else None
    _draw_in_band(on, card.agency, seal.width + _GAP if seal else 0)
    base = _draw_block(on, fit_text(card.subject, _INNER, _SUBJECT), _BAND + 34, _SOFT)
    _draw_figure(on, card, base) if card.figure else _draw_text(on, card, base)
    if notice:
        on.rectangle((_MARGIN, HEIGHT - _FOOT - 22, WIDTH - _MARGIN, HEIGHT - _FOOT - 20), fill=_PALE)
        _draw_block(on, fit_text(notice, _INNER, _NOTICE), HEIGHT - _FOOT - 6, _SOFT)
    if seal:
        return _as_png_with(picture, seal, colour)
    return _as_png(picture, colour)


def _draw_in_band(on: ImageDraw, agency: str, left: int = 0) -> None:
    block = fit_text(agency, _INNER - left, _AGENCY)
    _draw_block(on, block, (_BAND - block.face.size * _LEADING) / 2, _WHITE, left)


def _open_logo(data: bytes) -> Image:
    """The logo as high as the band has room for, on white where it lets through what is behind it."""
    from PIL import Image
    from PIL.Image import open as open_image

    with open_image(io.BytesIO(data)) as opened:
        logo = opened.convert("RGBA")
    share = min(_LOGO / logo.height, 3 * _LOGO / logo.width)
    size = (max(1, round(logo.width * share)), max(1, round(logo.height * share)))
    small = logo.resize(size, Image.Resampling.LANCZOS)
    white = Image.new("RGBA", size, (255, 255, 255, 255))
    return Image.alpha_composite(white, small).convert("RGB")


def _draw_figure(on: ImageDraw, card: ShareCard, top: float) -> None:
    """The figure, its unit behind it, and what it means below."""
    base = top + 204
    _FIGURE.draw(on, (_MARGIN, base), card.figure, _DARK)
    _UNIT.draw(on, (_MARGIN + _FIGURE.width(card.figure) + 28, base), card.unit, _DARK)
    _draw_block(on, fit_text(card.state, _INNER, _STATE), base + 34, _DARK)


def _draw_text(on: ImageDraw, card: ShareCard, top: float) -> None:
    """A text in the place of a figure, and the state as a mark below it."""
    base = _draw_block(on, fit_text(card.text, _INNER, _TITLE), top + 12, _DARK)
    if not card.state:
        return
    block = fit_text(card.state, _INNER - 56, ((Face(BOLD, 38), 1), (Face(BOLD, 30), 1)))
    width = block.face.width(block.lines[0]) + 56
    on.rounded_rectangle((_MARGIN, base + 16, _MARGIN + width, base + 78), radius=31, fill=_PALE)
    block.face.draw(on, (_MARGIN + 28, base + 60), block.lines[0], _DARK)


def _draw_block(on: ImageDraw, block: Block, top: float, shade: int, left: int = 0) -> float:
    """Draw lines from `top` downwards; where the next may begin."""
    step = block.face.size * _LEADING
    for place, line in enumerate(block.lines):
        block.face.draw(on, (_MARGIN + left, round(top + step * place + block.face.size)), line, shade)
    return top + step * len(block.lines)


def _as_png_with(picture: Image, logo: Image, colour: Parts) -> bytes:
    """The picture in full colours, which a logo has, reduced to the palette that suits both best."""
    from PIL import Image

    shades = [round(part + (_WHITE - part) * shade / _WHITE) for part in colour for shade in range(_WHITE + 1)]
    full = Image.merge("RGB", [picture.point(shades[at : at + 256]) for at in (0, 256, 512)])
    full.paste(logo, (_MARGIN, (_BAND - logo.height) // 2))
    stream = io.BytesIO()
    full.quantize(64, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _as_png(picture: Image, colour: Parts) -> bytes:
    """The picture with the nearest of the shades in the place of each."""
    steps = range(len(_STEPS))
    nearest = [min(steps, key=lambda step: abs(_STEPS[step] - shade)) for shade in range(_WHITE + 1)]
    indexed = picture.point(nearest)
    indexed.putpalette([round(part + (_WHITE - part) * step / _WHITE) for step in _STEPS for part in colour])
    stream = io.BytesIO()
    indexed.save(stream, "PNG", bits=4, compress_level=4)
    return stream.getvalue()

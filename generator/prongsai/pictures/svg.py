"""The elements of a picture: places across in per cent and heights in em, so that texts keep their size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Number = float | Decimal | Fraction  # as everywhere, int counts as float

_HUNDREDTH = Decimal("0.01")
# Whatever Markdown or HTML might read as markup becomes a reference; pages/escape.py does the same for texts.
_MARKUP = re.compile(r"[!-$&-+\-/:-@\[-`{-~]")


@dataclass(frozen=True)
class Drawing:
    """The content of a picture, and its height (em of its text)."""

    height: Number
    shapes: tuple[str, ...]


def escaped(text: str) -> str:
    """Any text as that text, in an element or an attribute, on one line."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


def percent(value: Number) -> str:
    """A place or a width across the picture (0 to 100 per cent); anything else raises ValueError."""
    if not 0 <= value <= 100:
        raise ValueError(f"outside the picture: {value}")
    return f"{_short(value)}%"


def em(value: Number) -> str:
    """A height or a place from the top, in the size of the text."""
    return f"{_short(value)}em"


def bar(x: Number, y: Number, width: Number, height: Number, css: str) -> str:
    """A bar from `x`, `width` wide (per cent), with its upper edge at `y` (em); it must end inside the picture."""
    percent(float(x) + float(width))
    return _element("rect", css, x=percent(x), y=em(y), width=percent(width), height=em(height))


def line(
    start: tuple[Number, Number], end: tuple[Number, Number], css: str, dashes: tuple[Number, Number] | None = None
) -> str:
    """A line between two points (per cent across, em down); `dashes` are its pieces and the gaps between them (em)."""
    places = {"x1": percent(start[0]), "y1": em(start[1]), "x2": percent(end[0]), "y2": em(end[1])}
    return _element("line", css, **places, **({"stroke-dasharray": " ".join(map(em, dashes))} if dashes else {}))


def dot(x: Number, y: Number, radius: Number, css: str) -> str:
    """A round mark around a point (per cent across, em down); its radius is in em."""
    return _element("circle", css, cx=percent(x), cy=em(y), r=em(radius))


def text(x: Number, y: Number, words: str, css: str = "") -> str:
    """Words whose base line is at `y`; the classes `m` and `e` set their middle or their end at `x`."""
    return _element("text", css, words, x=percent(x), y=em(y))


def pair(y: Number, start: str, end: str) -> str:
    """Words at the left end of a line and words at its right end."""
    last = f'<tspan x="100%">{escaped(end)}</tspan>'
    return f'<text y="{em(y)}">{escaped(start)} {last}</text>'


def picture(drawing: Drawing, *, described_by: str, description: str, named_by: str, details: str) -> str:
    """The whole drawing; elements of the page name it and give its details, the words inside describe it."""
    return (
        f'<svg class="ps-picture" width="100%" height="{em(drawing.height)}" role="img" '
        f'aria-labelledby="{named_by} {described_by}" aria-details="{details}">'
        f'<desc id="{described_by}">{escaped(description)}</desc>{"".join(drawing.shapes)}</svg>'
    )


def swatch(shapes: Iterable[str]) -> str:
    """A small sign next to the words that say what it means; assistive technology passes it over."""
    return f'<svg class="ps-swatch" width="1.6em" height="1em" aria-hidden="true">{"".join(shapes)}</svg>'


def _element(name: str, css: str, words: str = "", **attributes: str) -> str:
    # What is at the left edge or at the top needs no place.
    named = "".join(f' {key}="{value}"' for key, value in attributes.items() if value not in {"0%", "0em"})
    start = f'<{name} class="{css}"{named}' if css else f"<{name}{named}"
    return f"{start}>{escaped(words)}</{name}>" if words else f"{start}/>"


def _short(value: Number) -> str:
    """A number with at most two decimals and no zeros around them."""
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
    return f"{exact.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP):f}".rstrip("0").rstrip(".").removeprefix("0") or "0"

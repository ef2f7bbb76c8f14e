"""A picture as a file that others may show: with its name, its signs, its remarks and its source inside it.

It has neither a style sheet nor percentages nor sizes of letters: programs that write letters and slides know neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from prongsai.pictures.figure import drawing_of, shapes_of
from prongsai.pictures.svg import escaped
from prongsai.thai.columns import columns_of, wrap_text
from prongsai.views.charts import Chart, LineChart, Sign

WIDTH, SIDE, LETTER = 720, 24, 15  # user units: the picture, its margin, the size of its letters
_INNER = WIDTH - 2 * SIDE
_TITLE, _SMALL, _BETWEEN = 19, 13, 12  # sizes of the title and of remarks, and what is between parts
_OF_YEARS = 0.85  # of the width, for figures over the years
_FACES = "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', 'Leelawadee UI', Tahoma, sans-serif"
_INK, _MUTED, _BAR, _SOFT, _PAPER = "#1a1a1a", "#4d5a5f", "#2b7487", "#b9d3da", "#ffffff"
_BORDERED = f'stroke="{_BAR}" stroke-width="1.5"'
# Every class of a drawing in the attributes that a file understands; "narrow" is for telephones alone.
_LOOKS = {
    "m": 'text-anchor="middle"',
    "e": 'text-anchor="end"',
    "bold": 'font-weight="700"',
    "q": f'fill="{_MUTED}"',
    "cut": 'font-weight="700"',
    "bar": f'fill="{_BAR}"',
    "under": f'fill="{_SOFT}" stroke="{_BAR}" stroke-width="2"',
    "track": 'fill="#e3ebed"',
    "band": 'fill="#d5e3e7"',
    "between": 'fill="#f2f6f7"',
    "edge": 'stroke="#6f8a92"',
    "grid": 'stroke="#d5dadc"',
    "goal": f'stroke="{_INK}" stroke-width="2.5"',
    "aim": 'stroke-dasharray="7.5 4.5"',
    "half": f'stroke="{_INK}" stroke-width="1.2"',
    "path": f'stroke="{_BAR}" stroke-width="2.5"',
    "point": f'fill="{_BAR}"',
    "due": f'fill="{_BAR}"',
    "before": f'fill="{_PAPER}" stroke="{_INK}" stroke-width="2"',
    "other": f'fill="{_INK}" stroke="{_PAPER}" stroke-width="2"',
    "done": f'fill="{_BAR}" {_BORDERED}',
    "active": f'fill="{_SOFT}" {_BORDERED}',
    "stopped": f'fill="{_PAPER}" stroke="#9c2f1b" stroke-width="3.5"',
    "planned": f'fill="{_PAPER}" {_BORDERED}',
    "unreported": f'fill="{_PAPER}" stroke="#6b7275" stroke-width="1.5" stroke-dasharray="6 3.75"',
    "printed": f'fill="#d5e3e7" stroke="{_BAR}" stroke-width="1.5" stroke-dasharray="1.5 3"',
    "silent": 'fill="#e3ebed" stroke="#6b7275" stroke-width="1.5" stroke-dasharray="1.5 3"',
    "in-done": f'fill="{_PAPER}"',
    "in-bar": f'fill="{_PAPER}"',
    "in": f'fill="{_PAPER}"',
}
_CLASS = re.compile(r' class="([^"]*)"')
_LENGTH = re.compile(r'(?<=[ "])(\d*\.?\d+)(%|em)(?=[ "])')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_NARROW = ' class="narrow"'


@dataclass(frozen=True)
class Source:
    """The words below a picture of a file: the agency, the page, the years of the data, and the page's address."""

    agency: str
    page: str
    data: str
    address: str
    notice: str = ""


def write_file(chart: Chart, source: Source) -> str:
    """The picture as an SVG document of its own."""
    width = _INNER * (_OF_YEARS if isinstance(chart, LineChart) else 1)
    drawing = drawing_of(chart)
    top, parts = _titled(chart.title)
    signs, rows = _signs(chart.signs, top)
    top += rows * LETTER * 1.6
    shapes = "".join(_placed(one, width) for one in drawing.shapes if _NARROW not in one)
    drawn = f'<g transform="translate({SIDE} {top:g})">{shapes}</g>'
    below = top + float(drawing.height) * LETTER + _BETWEEN * 2
    notes = [*chart.notes, *_credits(source)]
    said = [line for note in notes for line in wrap_text(note, 98)]
    lines = "".join(_text(line, below + 20 * nth, _SMALL, _MUTED) for nth, line in enumerate(said))
    return _document(chart.title, ", ".join(chart.sentences), below + 20 * len(said), (*parts, *signs, drawn, lines))


def write_absence(source: Source) -> str:
    """A picture in the place of one that was shown once and is not drawn any more."""
    title = "ปัจจุบันหน้านี้ไม่มีแผนภูมินี้แล้ว"
    top, parts = _titled(title)
    lines = "".join(_text(line, top + 20 * nth, _SMALL, _MUTED) for nth, line in enumerate(_credits(source)))
    return _document(title, source.page, top + 60, (*parts, lines))


def _credits(source: Source) -> Iterator[str]:
    yield " ".join(filter(None, (f"ที่มา: {source.agency}", source.page, f"({source.data})" if source.data else "")))
    yield from filter(None, (source.address, source.notice))


def _document(title: str, description: str, height: float, parts: Iterable[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" '
        f'height="{height:g}" role="img" aria-labelledby="t d" font-family="{_FACES}" font-size="{LETTER}" '
        f'fill="{_INK}" lang="th">\n<title id="t">{escaped(title)}</title>\n'
        f'<desc id="d">{escaped(description)}</desc>\n'
        f'<rect width="{WIDTH}" height="{height:g}" fill="{_PAPER}"/>\n{"".join(parts)}\n</svg>\n'
    )


def _titled(title: str) -> tuple[float, list[str]]:
    """The title in lines, and where what follows begins."""
    lines = wrap_text(title, 70)
    drawn = [
        _text(line, SIDE + _TITLE + 27 * nth, _TITLE, _INK, ' font-weight="700"') for nth, line in enumerate(lines)
    ]
    return SIDE + 27.0 * len(lines) + _BETWEEN, drawn


def _text(words: str, y: float, size: int, colour: str, more: str = "") -> str:
    return f'<text x="{SIDE}" y="{y:g}" font-size="{size}" fill="{colour}"{more}>{escaped(words)}</text>'


def _signs(signs: Iterable[Sign], top: float) -> tuple[list[str], int]:
    """The signs next to their words, in as many rows as they need."""
    drawn, x, row = list[str](), float(SIDE), 0
    for sign in signs:
        width = 36 + 8.2 * columns_of(sign.text) + 18
        if x > SIDE and x + width > WIDTH - SIDE:
            x, row = float(SIDE), row + 1
        y = top + row * LETTER * 1.6
        shapes = "".join(_placed(one, 24) for one in shapes_of(sign.kind))
        drawn.append(f'<g transform="translate({x:g} {y:g})">{shapes}</g>')
        drawn.append(f'<text x="{x + 32:g}" y="{y + 12:g}" fill="{_MUTED}">{escaped(sign.text)}</text>')
        x += width
    return drawn, row + 1 if drawn else 0


def _placed(shape: str, width: float) -> str:
    """A shape in user units, with its look as attributes."""
    styled = _CLASS.sub(lambda found: "".join(f" {look}" for look in _looks(found[1])), shape)
    lengths = _LENGTH.sub(partial(_in_units, width), styled)
    return lengths.replace("<tspan ", '<tspan text-anchor="end" ')


def _looks(classes: str) -> Iterator[str]:
    """The attributes of some classes, each attribute once: the later class counts."""
    looks = (look for one in classes.split() for look in _ATTRIBUTE.findall(_LOOKS.get(one, "")))
    yield from (f'{name}="{value}"' for name, value in dict(looks).items())


def _in_units(width: float, found: re.Match[str]) -> str:
    number = float(found[1]) * (width / 100 if found[2] == "%" else LETTER)
    return f"{number:.2f}".rstrip("0").rstrip(".")

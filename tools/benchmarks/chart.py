"""The chart of the benchmarks as SVG: bars in parts of the time of plain MkDocs, for light and dark pages."""

from __future__ import annotations

from html import escape
from typing import Any

from benchmarks.bars import sizes_of
from benchmarks.kept import ratio

_KINDS = (("first", "first build"), ("measure", "one measure edited"), ("unchanged", "nothing changed"))
_BARS = {("first", 1000): 0.5, ("measure", 1000): 0.25, ("first", 5000): 0.35, ("measure", 5000): 0.12}
_LEFT, _WIDTH, _ROW, _BAR = 210, 460, 44, 14
_NEAR = 50  # a mark this near to the end of its bar would be under the figure
# Grey text of medium lightness would do on both; two sets of colours do better, each at 4.5 to 1 and more.
_STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1f2933; paint-order: stroke; stroke: #ffffff; stroke-width: 4 }
.edge { stroke: #ffffff; stroke-width: 6 }
.ground { fill: #ffffff } .head { font-weight: 600 } .line { stroke: #52606d; stroke-width: 1 }
.now { fill: #1d5fa8 } .before { fill: none; stroke: #52606d; stroke-width: 1.5 }
.bar { stroke: #b42318; stroke-width: 2; stroke-dasharray: 3 2 }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e7eb; stroke: #14191f } .edge { stroke: #14191f } .ground { fill: #14191f } .line { stroke: #9aa5b1 }
  .now { fill: #6cb2f7 } .before { stroke: #9aa5b1 } .bar { stroke: #ff9b8f }
}
"""


def draw(kept: dict[str, Any]) -> str:
    """The chart of all sizes that were measured."""
    sizes, parts, top = sizes_of(kept), list[str](), 64
    most = max([1.0, *(_found(size, kind, "before") for size in sizes for kind, _ in _KINDS)])
    scale = _WIDTH / (most * 1.05)
    for size in sizes:
        parts.append(_text(16, top + 4, f"{size['pages']:,} pages", "head"))
        top += 16
        for kind, text in _KINDS:
            parts += _rows(size, kind, text, top, scale)
            top += _ROW
        top += 22
    plain = _LEFT + scale
    parts.insert(0, f'<line class="line" x1="{plain:.1f}" x2="{plain:.1f}" y1="48" y2="{top - 20}"/>')
    parts.append(_text(plain, 40, "plain MkDocs = 1", anchor="middle"))
    return _frame(parts, top, _told(sizes))


def _rows(size: dict[str, Any], kind: str, text: str, top: int, scale: float) -> list[str]:
    found, before = _found(size, kind, "now"), _found(size, kind, "before")
    parts = [_text(_LEFT - 10, top + 13, text, anchor="end"), _bar(top, found * scale, "now")]
    limit = _BARS.get((kind, round(size["pages"], -3)))
    near = limit if limit and found < limit < found + _NEAR / scale else found
    parts.append(_text(_LEFT + near * scale + 6, top + 12, f"{found:.2f}"))
    if before:
        parts += [_bar(top + _BAR + 3, before * scale, "before")]
        parts.append(_text(_LEFT + before * scale + 6, top + _BAR + 15, f"{before:.2f} before"))
    if limit:
        x = f"{_LEFT + limit * scale:.1f}"
        place = f'x1="{x}" x2="{x}" y1="{top - 3}" y2="{top + _BAR + 2}"'
        parts += [f'<line class="edge" {place}/>', f'<line class="bar" {place}/>']
    return parts


def _found(size: dict[str, Any], kind: str, word: str) -> float:
    runs = size["runs"].get(f"{kind} {word}")
    return ratio(runs, size["runs"]["plain"]) if runs else 0.0


def _bar(top: int, width: float, kind: str) -> str:
    return f'<rect class="{kind}" x="{_LEFT}" y="{top}" width="{max(width, 1):.1f}" height="{_BAR}"/>'


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}" class="{kind}">{escape(words)}</text>'


def _told(sizes: list[dict[str, Any]]) -> str:
    """The chart in words."""
    return "; ".join(
        f"{size['pages']:,} pages: " + ", ".join(f"{text} {_found(size, kind, 'now'):.2f}" for kind, text in _KINDS)
        for size in sizes
    )


def _frame(parts: list[str], height: int, told: str) -> str:
    width = _LEFT + _WIDTH + 110
    key = _text(16, 22, "Time of a build in parts of plain MkDocs: filled now, outlined before, dashed the bar", "head")
    inner = "\n".join((f'<rect class="ground" width="{width}" height="{height}"/>', key, *parts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="told">\n<title id="told">{escape(told)}</title>\n<style>{_STYLE}</style>\n'
        f"{inner}\n</svg>\n"
    )

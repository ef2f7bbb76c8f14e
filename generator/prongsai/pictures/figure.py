"""A picture with what belongs to it: its name, how to read it, and remarks."""

from __future__ import annotations

from prongsai.pictures import svg
from prongsai.pictures.bars import draw_bars
from prongsai.pictures.lineage import draw_lineage
from prongsai.pictures.lines import draw_lines
from prongsai.pictures.status_bars import draw_stacks
from prongsai.pictures.svg import Drawing
from prongsai.pictures.timeline import draw_timeline
from prongsai.views.charts import BarChart, Chart, LineageChart, LineChart, Sign, StackChart, TimelineChart

# No id of a heading or a thing has a dot: ids of pictures are no addresses (pages/anchors.py).
ID = "pic."
TABLE = "t-"  # before the key of a table in the id of its caption


def render_figure(chart: Chart) -> str:
    """The picture as HTML on lines without a blank one between them, so that Markdown leaves it alone."""
    name, described_by = f"{ID}{chart.key}", f"{ID}{chart.key}.d"
    caption = f'<figcaption id="{name}">{svg.escaped(chart.title)}</figcaption>'
    drawn = svg.picture(
        drawing_of(chart),
        named_by=name,
        described_by=described_by,
        description=", ".join(chart.sentences),
        details=f"{TABLE}{chart.table}",
    )
    kind = ' data-of="years"' if isinstance(chart, LineChart) else ""
    parts = (
        f'<figure class="ps-figure"{kind}>{caption}',
        _signs(chart.signs),
        drawn,
        *map(_note, chart.notes),
        "</figure>",
    )
    return "\n".join(part for part in parts if part)


def render_bar(chart: StackChart) -> str:
    """A picture of one bar without name and table: the words below say all of it, so it is for the sighted alone."""
    drawing, [stack] = draw_stacks(chart), chart.stacks
    listed = "".join(
        f"<li>{sign_of(one.kind)} {svg.escaped(one.text)} <b>{svg.escaped(one.figure)}</b></li>" for one in stack.shares
    )
    return (
        f'<div class="ps-figure"><svg class="ps-picture" width="100%" height="{svg.em(drawing.height)}" '
        f'aria-hidden="true">{"".join(drawing.shapes)}</svg><ul class="ps-signs">{listed}</ul></div>'
    )


def drawing_of(chart: Chart) -> Drawing:
    """The drawing of a picture by its kind."""
    match chart:
        case BarChart():
            return draw_bars(chart)
        case LineChart():
            return draw_lines(chart)
        case StackChart():
            return draw_stacks(chart)
        case TimelineChart():
            return draw_timeline(chart)
        case LineageChart():
            return draw_lineage(chart)
    raise TypeError(f"no drawing for {type(chart).__name__}")


def _signs(signs: tuple[Sign, ...]) -> str:
    listed = "".join(f"<li>{sign_of(one.kind)} {svg.escaped(one.text)}</li>" for one in signs)
    return f'<ul class="ps-signs">{listed}</ul>' if listed else ""


def sign_of(kind: str) -> str:
    """The sign of a kind as it looks in the picture, next to words."""
    return svg.swatch(shapes_of(kind))


def shapes_of(kind: str) -> list[str]:
    """The shapes of a sign: an upright line, a ring, a dot, or a piece of a bar."""
    shapes = {
        "aim": svg.line((0, 0.5), (100, 0.5), "goal aim"),
        "goal": svg.line((50, 0), (50, 1), "goal"),
        "before": svg.dot(50, 0.5, 0.3, "before"),
        "other": svg.dot(50, 0.5, 0.3, "other"),
        "point": svg.dot(50, 0.5, 0.3, "point"),
        "due": svg.dot(50, 0.5, 0.36, "due"),
    }
    return [shapes.get(kind) or svg.bar(0, 0.15, 100, 0.7, kind)]


def _note(words: str) -> str:
    return f'<p class="ps-aside">{svg.escaped(words)}</p>'

"""Positions in the pictures of measures: parts that fill their bar, bars under their words, marks on top."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from unicodedata import category
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.pictures.figure import drawing_of, render_figure
from prongsai.views.charts import (
    AnsweringMeasure,
    Extent,
    LineageChart,
    Share,
    Span,
    Stack,
    StackChart,
    Step,
    TimelineChart,
    TimelineRow,
)
from unit.pages.nasty import PAYLOADS

WORDS = {"key": "k", "title": "t", "sentences": ("s",), "table": "k"}
TYPED = [text for text in PAYLOADS if not any(category(one) in {"Cc", "Cn", "Cs"} for one in text if one != "\n")]


def tree_of(chart):
    """The shapes of a picture as a tree."""
    return ET.fromstring(f"<svg>{''.join(drawing_of(chart).shapes)}</svg>")


def ems(shape, name):
    """A place from the top in em."""
    return float(shape.get(name, "0em").removesuffix("em"))


def across(shape, name):
    """A place from the left in per cent."""
    return float(shape.get(name, "0%").removesuffix("%"))


def stacks(*counts, label="กอง"):
    """Bars with parts of these counts."""
    made = tuple(
        Stack(
            label=label,
            figure=str(sum(row)),
            shares=tuple(Share(kind="done", text=label, count=one, figure=str(one)) for one in row),
        )
        for row in counts
    )
    return StackChart(**WORDS, stacks=made, most=max(map(sum, counts)))


def timeline(*extents, label="ม", as_of=None):
    """A timeline with a row for each extent."""
    rows = tuple(TimelineRow(label=label, name=label, figure=label, extent=one) for one in extents)
    months = tuple((Fraction(nth * 100, 12), label) for nth in range(12))
    years, half = ((Fraction(0), label),), (Fraction(50), label)
    return TimelineChart(**WORDS, rows=rows, months=months, years=years, half=half, as_of=as_of)


def lineage(*lengths, label="ป"):
    """A lineage with one measure below each year."""
    answer = AnsweringMeasure(label=label, kind="done", status=label)
    steps = tuple(Step(label=label, figure=label, length=one, answers=(answer,), more=label) for one in lengths)
    return LineageChart(**WORDS, steps=steps)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=7))
def test_parts_fill_their_bar(counts):
    """Parts follow each other without a gap and end with the bar, whatever the counts are."""
    found = tree_of(stacks(counts)).findall("rect")
    ends = [across(one, "x") + across(one, "width") for one in found]
    assert all(end == pytest.approx(across(one, "x"), abs=0.02) for end, one in zip(ends, found[1:], strict=False))
    assert ends[-1] == pytest.approx(100, abs=0.02)
    assert [across(one, "width") for one in found] == pytest.approx([n * 100 / sum(counts) for n in counts], abs=0.01)


def test_bars_share_one_scale():
    """Half as many measures are half a bar, also in another row."""
    assert [across(one, "width") for one in tree_of(stacks([8], [4])).findall("rect")] == [100, 50]


def test_a_figure_is_inside_its_part():
    """In the middle where it has room; a part too narrow for its figure leaves that to words and table."""
    tree = tree_of(stacks([98, 2], label=""))
    assert [(one.text, across(one, "x")) for one in tree.findall("text")] == [("98", 49)]


def test_bars_and_words_have_lines_of_their_own():
    """Labels end above their bar and begin below the one before."""
    tree = tree_of(stacks([3], [2], [1]))
    labels = [ems(one, "y") for one in tree.findall("text") if one.get("class") is None]
    tops = [ems(one, "y") for one in tree.findall("rect")]
    thick = ems(tree.find("rect"), "height")
    assert all(top - base >= 0.3 for base, top in zip(labels, tops, strict=True))
    assert all(base - 0.8 >= top + thick - 0.35 for top, base in zip(tops, labels[1:], strict=False))


def test_a_row_has_its_words_above_its_bar():
    """Words, then the bar, then the next words; the marks cross bars and no base line."""
    span = Extent(spans=(Span(start=Fraction(0), end=Fraction(50)),))
    tree = tree_of(timeline(span, span, span, as_of=(Fraction(40), "ว")))
    bases = [ems(one, "y") for one in tree.findall("text") if one.get("class") == "q period"]
    names = [ems(one, "y") for one in tree.findall("text") if one.get("class") is None]
    tops = [ems(one, "y") for one in tree.findall("rect")]
    thick = ems(tree.find("rect"), "height")
    assert all(top - base >= 0.25 for base, top in zip(bases, tops, strict=True))
    assert all(base - 0.6 > top + thick for top, base in zip(tops, names[1:], strict=False))
    assert all(base - name >= 1.2 for name, base in zip(names, bases, strict=True))
    marks = [one for one in tree.findall("line") if one.get("class") in {"half", "goal"}]
    assert [across(one, "x1") for one in marks] == [50, 40]
    for mark in marks:
        dash, gap = (float(part.removesuffix("em")) for part in mark.get("stroke-dasharray").split())
        for nth, (base, top) in enumerate(zip(bases, tops, strict=True)):
            start = ems(mark, "y1") + nth * (dash + gap)
            assert base < start < top
            assert top + thick < start + dash


def test_marks_are_over_the_bars():
    """A bar does not hide the date of the data."""
    span = Extent(spans=(Span(start=Fraction(0), end=Fraction(100)),))
    shapes = list(tree_of(timeline(span, as_of=(Fraction(40), "ว"))))
    assert shapes.index(next(one for one in shapes if one.get("class") == "goal")) > max(
        nth for nth, one in enumerate(shapes) if one.tag == "rect"
    )


@pytest.mark.parametrize(
    ("extent", "arrows"),
    [
        (Extent(), []),
        (Extent(spans=(Span(start=Fraction(0), end=Fraction(9)),), before=True), ["‹"]),
        (Extent(after=True), ["›"]),
        (Extent(before=True, after=True), ["‹", "›"]),
    ],
)
def test_what_goes_beyond_the_year_has_an_arrow(extent, arrows):
    """At the edge on its side; a period without months has nothing but its words."""
    tree = tree_of(timeline(extent))
    assert [one.text for one in tree.findall("text") if "cut" in one.get("class", "").split()] == arrows
    assert len(tree.findall("rect")) == len(extent.spans)


def test_a_last_day_is_a_dot():
    """A day by which something is due has no beginning, so it is no bar."""
    tree = tree_of(timeline(Extent(due=Fraction(100))))
    assert [one.get("cx") for one in tree.findall("circle")] == ["100%"]
    assert tree.findall("rect") == []


@pytest.mark.parametrize(("place", "css"), [(0, "bold"), (50, "bold m"), (100, "bold e")])
def test_words_at_an_edge_run_inwards(place, css):
    """The date of the data stays inside the picture wherever its line is."""
    tree = tree_of(timeline(Extent(), as_of=(Fraction(place), "วันที่")))
    assert [one.get("class") for one in tree.findall("text") if one.text == "วันที่"] == [css]


def test_long_timelines_name_the_months_twice():
    """The months are at the foot too for whoever has scrolled past the head of thirty rows."""
    words = [len(tree_of(timeline(*[Extent()] * rows)).findall("text")) - 2 * rows for rows in (8, 30)]
    assert words == [14, 26]


def test_thirty_measures_are_light():
    """A year of thirty measures costs its page at most 10 KB."""
    span = Extent(spans=(Span(start=Fraction(100, 3), end=Fraction(200, 3)),))
    assert len(render_figure(timeline(*[span] * 30, label="มาตรการที่ ๑๒")).encode()) <= 10_000


def test_steps_follow_down_the_rail():
    """Years are below each other with their measures between, and a year without a figure has no bar."""
    tree = tree_of(lineage(Decimal(50), None, Decimal(100)))
    nodes = [ems(one, "cy") for one in tree.findall("circle")]
    assert nodes == sorted(nodes)
    assert all(below - above > 3 for above, below in pairwise(nodes))
    bars = [one for one in tree.findall("rect") if one.get("class") == "bar"]
    assert [across(one, "width") for one in bars] == [47, 94]
    assert len([one for one in tree.findall("rect") if one.get("class") == "done"]) == 3


def drawn(make, label):
    """A picture with this label as a tree."""
    args = {stacks: ([1, 2],), timeline: (Extent(after=True),), lineage: (Decimal(1),)}[make]
    return ET.fromstring(render_figure(make(*args, label=label)))


def shape_of(tree):
    """The elements of a picture and the names of their attributes."""
    return [(one.tag, sorted(one.attrib)) for one in tree.iter()]


@pytest.mark.parametrize("make", [stacks, timeline, lineage])
def test_any_text_is_text(make):
    """Whatever a unit, a measure or a period is called, the picture has the same elements and shows it as it is."""
    usual, made = shape_of(drawn(make, "x")), {payload: drawn(make, payload) for payload in TYPED}
    assert [payload for payload, tree in made.items() if shape_of(tree) != usual] == []
    shown = {payload: " ".join(tree.itertext()) for payload, tree in made.items()}
    assert [payload for payload, text in shown.items() if " ".join(payload.split()) not in text] == []

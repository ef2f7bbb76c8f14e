"""Positions in the pictures of bars and of years."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from prongsai.pictures.bands import APART
from prongsai.pictures.figure import drawing_of
from prongsai.views.charts import Band, Bar, BarChart, DataPoint, LineChart, Series

WORDS = {"key": "k", "title": "t", "sentences": ("s",), "table": "k"}


def drawn(chart):
    """The shapes of a picture as a tree."""
    return ET.fromstring(f"<svg>{''.join(drawing_of(chart).shapes)}</svg>")


def ems(shape, name):
    """A place from the top in em."""
    return float(shape.get(name, "0em").removesuffix("em"))


def bars(*rows, goal=None):
    """A picture of bars from labels, lengths and last year's places."""
    made = tuple(Bar(label=label, figure=str(length), length=length, before=before) for label, length, before in rows)
    return BarChart(**WORDS, bars=made, scale=((Decimal(0), "0"), (Decimal(100), "100")), goal=goal)


def lines(*values, bands=(), goals=(), start=0):
    """A picture of one series over as many years."""
    points = tuple(None if value is None else DataPoint(value=Decimal(value), figure=str(value)) for value in values)
    columns = tuple(str(2560 + nth) for nth in range(len(values)))
    series = (Series(name="a", points=points),)
    scale = ((Decimal(start), str(start)), (Decimal(100), "100"))
    return LineChart(**WORDS, columns=columns, scale=scale, series=series, bands=bands, goals=goals)


def test_a_bar_is_as_long_as_its_score():
    """From zero, so that half a score is half a bar."""
    found = drawn(bars(("a", Decimal(80), None), ("b", Decimal(40), None))).findall("rect")
    assert [(one.get("x"), one.get("width")) for one in found] == [(None, "80%"), (None, "40%")]


def test_a_missing_figure_has_no_bar():
    """Nothing is drawn for what is not known, not even a bar of no length; its label stays."""
    tree = drawn(bars(("a", None, None), ("b", Decimal(0), None)))
    assert len(tree.findall("rect")) == 1
    assert ["".join(one.itertext()) for one in tree.findall("text")][-2:] == ["a None", "b 0"]


def test_words_of_bars_have_lines_of_their_own():
    """Between the base line of a label and its bar, and from a bar to the next label, nothing overlaps."""
    tree = drawn(bars(*[(str(nth), Decimal(50), Decimal(10)) for nth in range(5)], goal=Decimal(85)))
    words = [ems(one, "y") for one in tree.findall("text")][2:]
    tops = [ems(one, "y") for one in tree.findall("rect")]
    thick = ems(tree.find("rect"), "height")
    assert all(top - base >= 0.3 for base, top in zip(words, tops, strict=True))
    assert all(base - 0.6 >= top + thick for top, base in zip(tops, words[1:], strict=False))
    assert ems(tree.findall("text")[0], "y") - 0.6 >= tops[-1] + thick


def test_the_goal_is_cut_where_labels_stand():
    """The dashes of the goal repeat with the rows and cover every bar and no base line."""
    tree = drawn(bars(*[(str(nth), Decimal(50), None) for nth in range(4)], goal=Decimal(85)))
    [goal] = [one for one in tree.findall("line") if one.get("class") == "goal"]
    dash, gap = (float(part.removesuffix("em")) for part in goal.get("stroke-dasharray").split())
    tops = [ems(one, "y") for one in tree.findall("rect")]
    for nth, (top, base) in enumerate(zip(tops, [ems(one, "y") for one in tree.findall("text")][2:], strict=True)):
        start = ems(goal, "y1") + nth * (dash + gap)
        assert base < start < top
        assert start + dash > top + ems(tree.find("rect"), "height")


def test_last_years_mark_is_at_its_score():
    """A ring at last year's figure, and none where nothing is comparable."""
    found = drawn(bars(("a", Decimal(80), Decimal("69.2")), ("b", Decimal(40), None))).findall("circle")
    assert [one.get("cx") for one in found] == ["69.2%"]


@pytest.mark.parametrize(
    ("values", "joined"),
    [(("60", "70", "80"), 2), (("60", None, "80"), 0), ((None, "60", "70"), 1), (("60", None, "70", "80"), 1)],
)
def test_a_missing_year_is_a_gap(values, joined):
    """Only neighbouring years that both have a figure are joined; nothing is drawn from guesses."""
    tree = drawn(lines(*values))
    assert len([one for one in tree.findall("line") if one.get("class") == "path"]) == joined
    assert len(tree.findall("circle")) == len([value for value in values if value])
    absent = [one for one in tree.findall("text") if one.text == "ข้อมูล"]
    assert len(absent) == values.count(None)


def test_higher_scores_are_higher():
    """A score of 100 is at the upper line, one of 0 at the lower one."""
    tree = drawn(lines("0", "50", "100"))
    dots = [ems(one, "cy") for one in tree.findall("circle")]
    grid = sorted(ems(one, "y1") for one in tree.findall("line") if one.get("class") == "grid")
    assert (dots[2], dots[0]) == tuple(grid)
    assert dots[1] == pytest.approx(sum(grid) / 2)


def test_bands_belong_to_their_years():
    """The bands of each run of years end where the scale changes, and the figure's words are kept above its dot."""
    old, new = (
        (Band(name="A", bound="85", lowest=Decimal(85), highest=Decimal(100)),),
        (Band(name="ผ่าน", bound="70", lowest=Decimal(70), highest=Decimal(100)),),
    )
    tree = drawn(lines("60", "70", "80", bands=(old, old, new)))
    first, second = ((float(one.get("x")[:-1]), float(one.get("width")[:-1])) for one in tree.findall("rect"))
    assert second[0] - sum(first) == pytest.approx(2 * APART, abs=0.02)  # the scale changes in the gap
    assert first[1] + APART == pytest.approx(2 * (second[1] + APART), abs=0.02)
    assert {one.text for one in tree.findall("text") if one.get("class") == "q"} == {"0", "100", "A 85", "ผ่าน 70"}


def test_each_year_has_its_own_target():
    """A target is drawn over its own year alone."""
    tree = drawn(lines("60", "70", goals=(None, Decimal(85))))
    [aim] = [one for one in tree.findall("line") if one.get("class") == "goal aim"]
    assert (aim.get("x1"), aim.get("x2")) == ("54.5%", "100%")


def test_a_scale_that_changed_is_named_on_its_own_side():
    """The first scale is at the left, the last at the right; with one scale alone the years reach to the edge."""
    old = (Band(name="A", bound="85", lowest=Decimal(85), highest=Decimal(100)),)
    new = (
        Band(name="ผ่าน", bound="70", lowest=Decimal(70), highest=Decimal(100)),
        Band(name="ต้องปรับปรุงโดยด่วน", bound="0", lowest=Decimal(0), highest=Decimal(70)),
    )
    changed = drawn(lines("80", "90", bands=(old, new), start=50))
    labels = {one.text: one.get("x") for one in changed.findall("text") if "q" in one.get("class", "")}
    [end] = {one.get("x2") for one in changed.findall("line") if one.get("class") == "grid"}
    aside = f"{float(end[:-1]) + 1:g}%"
    assert labels == {"100": None, "50": None, "A 85": None, **dict.fromkeys(("ผ่าน 70", "ต้องปรับปรุง", "โดยด่วน"), aside)}
    alike = {one.get("x2") for one in drawn(lines("80", "90", bands=(old, old))).findall("line")}
    assert "100%" in alike


def test_bands_are_seen_from_the_start_of_the_scale():
    """A band below the start is not drawn, and one that reaches below it ends there."""
    scale = (
        Band(name="A", bound="60", lowest=Decimal(60), highest=Decimal(100)),
        Band(name="B", bound="40", lowest=Decimal(40), highest=Decimal(60)),
        Band(name="C", bound="0", lowest=Decimal(0), highest=Decimal(40)),
    )
    tree = drawn(lines("80", "90", bands=(scale, scale), start=50))
    first, second = tree.findall("rect")
    assert ems(first, "height") == pytest.approx(4 * ems(second, "height"))
    assert {one.text for one in tree.findall("text") if one.get("class") == "q"} == {"50", "100", "A 60"}


@pytest.mark.parametrize(
    ("values", "goal", "sides"),
    [
        (("80", "80"), None, ["above", "above"]),
        (("81", "84"), "85", ["below", "below"]),  # the target is where the figure would be
        (("92", "99"), "85", ["below", "above"]),  # the line goes up from the first
        (("95", "80"), None, ["above", "below"]),
        (("60", "80", "60"), None, ["below", "above", "below"]),
        (("60", "80", "95"), None, ["below", "above", "above"]),
    ],
)
def test_figures_keep_off_the_lines(values, goal, sides):
    """A figure is on the side of its dot where neither the target nor the line to a neighbour goes through it."""
    goals = (Decimal(goal),) * len(values) if goal else ()
    tree = drawn(lines(*values, goals=goals, start=50))
    dots = [ems(one, "cy") for one in tree.findall("circle")]
    bases = [ems(one, "y") for one in tree.findall("text") if "over" in one.get("class", "").split()]
    assert ["above" if base < dot else "below" for dot, base in zip(dots, bases, strict=True)] == sides


def test_of_many_years_every_second_has_its_figure():
    """On a telephone six figures have no room; the newest always has it, and the table has all."""
    shown = [
        one.text for one in drawn(lines(*map(str, range(60, 66)))).findall("text") if "over" in one.get("class", "")
    ]
    assert shown == ["61", "63", "65"]


def test_below_the_target_has_a_look_of_its_own():
    """A bar that does not reach the target is no bar like the others, also where colours are not seen."""
    made = (
        Bar(label="a", figure="80", length=Decimal(80), below=True),
        Bar(label="b", figure="90", length=Decimal(90)),
    )
    chart = BarChart(**WORDS, bars=made, scale=((Decimal(0), "0"),), goal=Decimal(85))
    assert [one.get("class") for one in drawn(chart).findall("rect")] == ["under", "bar"]

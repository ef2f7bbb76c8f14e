"""A picture as a file that others may show: whole without this site, and with its source inside."""

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from prongsai.pictures.file import Source, write_absence, write_file
from prongsai.views.charts import (
    Band,
    Bar,
    BarChart,
    DataPoint,
    Extent,
    LineChart,
    Series,
    Share,
    Sign,
    Stack,
    StackChart,
)
from unit.pages.nasty import PAYLOADS
from unit.pictures.test_measure_drawings import TYPED, lineage, timeline

SVG = "{http://www.w3.org/2000/svg}"
SOURCE = Source("เทศบาลตำบลตัวอย่าง", "คะแนน ITA", "ข้อมูลปีงบประมาณ พ.ศ. 2566", "https://example.go.th/2566/scores/")
WORDS = {"key": "k", "title": "แผนภูมิคะแนน", "sentences": ("ก 80", "ข 90"), "table": "k"}
SIGNS = tuple(Sign(kind=kind, text=f"เครื่องหมายของ {kind}") for kind in ("bar", "under", "before", "goal", "aim", "due"))
BARS = BarChart(
    **WORDS,
    signs=SIGNS,
    notes=("หมายเหตุ",),
    bars=(
        Bar(label="ก", figure="80", length=Decimal(80), before=Decimal(70), other=Decimal(60), below=True),
        Bar(label="ข", figure="90", length=Decimal(90)),
    ),
    scale=((Decimal(0), "0"), (Decimal(100), "100 คะแนน")),
    goal=Decimal(85),
)
LEVELS = (
    Band(name="ผ่าน", bound="70", lowest=Decimal(70), highest=Decimal(100)),
    Band(name="ต้องปรับปรุงโดยด่วน", bound="0", lowest=Decimal(0), highest=Decimal(70)),
)
LINES = LineChart(
    **WORDS,
    columns=("2565", "2566"),
    scale=((Decimal(50), "50"), (Decimal(100), "100")),
    series=(Series(name="a", points=(DataPoint(value=Decimal(80), figure="80"), None)),),
    bands=(LEVELS, LEVELS),
    goals=(Decimal(85), None),
)
KINDS = ("done", "active", "stopped", "planned", "unreported", "printed", "silent", "bar")
SHARES = tuple(Share(kind=kind, text=kind, count=2, figure="2") for kind in KINDS)
STACKS = StackChart(**WORDS, stacks=(Stack(label="ก", figure="16", shares=SHARES),), most=16)
CHARTS = (BARS, LINES, STACKS, timeline(Extent(before=True, due=0)), lineage(Decimal(50), Decimal(60)))


def tree_of(text):
    """The document as a tree."""
    return ET.fromstring(text)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda one: type(one).__name__)
def test_a_file_needs_nothing_of_this_site(chart):
    """No class waits for a style sheet, no length for letters or a width, and nothing runs or is fetched."""
    tree = tree_of(write_file(chart, SOURCE))
    for one in tree.iter():
        assert one.tag.removeprefix(SVG) in {"svg", "g", "title", "desc", "rect", "line", "circle", "text", "tspan"}
        assert "class" not in one.attrib
        assert "style" not in one.attrib
        assert not [value for value in one.attrib.values() if re.fullmatch(r"[\d.]+(%|em)", value)]
    shapes = [one for one in tree.iter() if one.tag in {f"{SVG}rect", f"{SVG}line", f"{SVG}circle"}]
    assert all("fill" in one.attrib or "stroke" in one.attrib for one in shapes)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda one: type(one).__name__)
def test_a_file_keeps_inside_its_frame(chart):
    """Shapes are within the picture, whose height has room for the source."""
    tree = tree_of(write_file(chart, SOURCE))
    width, height = (float(part) for part in tree.get("viewBox").split()[2:])
    assert (tree.get("width"), tree.get("height")) == (f"{width:g}", f"{height:g}")
    for group in tree.iter(f"{SVG}g"):
        left, top = map(float, re.findall(r"[\d.]+", group.get("transform")))
        for one in group.iter(f"{SVG}rect"):
            assert left + float(one.get("x", 0)) + float(one.get("width")) <= width
            assert top + float(one.get("y", 0)) + float(one.get("height")) <= height
    words = [float(one.get("y")) for one in tree.findall(f"{SVG}text")]
    assert max(words) < height - 5


def test_the_source_is_inside():
    """Agency, page, years of the data and address are in the picture, and it reads aloud as on the page."""
    tree = tree_of(write_file(BARS, replace(SOURCE, notice="ไม่ใช่เว็บไซต์ทางการ")))
    words = " ".join(" ".join(one.itertext()) for one in tree.iter(f"{SVG}text"))
    for part in (SOURCE.agency, SOURCE.page, SOURCE.data, SOURCE.address, "ไม่ใช่เว็บไซต์ทางการ", "หมายเหตุ"):
        assert part in words
    assert (tree.get("role"), tree.get("aria-labelledby")) == ("img", "t d")
    assert tree.find(f"{SVG}title").text == "แผนภูมิคะแนน"
    assert tree.find(f"{SVG}desc").text == "ก 80, ข 90"


def test_what_is_not_drawn_any_more_says_so():
    """An address that was handed out once is never an empty place on somebody's page."""
    tree = tree_of(write_absence(SOURCE))
    words = " ".join(" ".join(one.itertext()) for one in tree.iter(f"{SVG}text"))
    assert "ปัจจุบันหน้านี้ไม่มีแผนภูมินี้แล้ว" in words
    assert SOURCE.address in words


def test_any_text_is_text():
    """Whatever an agency, a page or a chart is called, the file has the same kinds of elements and shows it."""
    for payload in TYPED:
        source = Source(payload, payload, payload, payload, payload)
        tree = tree_of(write_file(replace(BARS, title=payload, notes=(payload,)), source))
        assert {one.tag.removeprefix(SVG) for one in tree.iter()} <= {
            *("svg", "g", "title", "desc", "rect", "line", "circle", "text", "tspan"),
        }
        assert " ".join(tree.find(f"{SVG}title").text.split()) == " ".join(payload.split())
    assert len(TYPED) > len(PAYLOADS) / 2

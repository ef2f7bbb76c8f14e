"""The elements of pictures: places that hold, and texts that stay texts."""

from decimal import Decimal
from fractions import Fraction
from unicodedata import category
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.pictures import svg
from prongsai.pictures.figure import drawing_of, render_figure
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import Bar, BarChart, Chart, Sign
from unit.pages.nasty import PAYLOADS
from unit.pages.reading import read_html

# A file with a control character is refused before anything is drawn of it.
TYPED = [text for text in PAYLOADS if not any(category(one) in {"Cc", "Cn", "Cs"} for one in text if one != "\n")]


def chart_with(text):
    """A picture with a text wherever a text can be."""
    return BarChart(
        key="k",
        title=text,
        sentences=(text, text),
        table="k",
        signs=(Sign(kind="bar", text=text),),
        notes=(text,),
        bars=(Bar(label=text, figure=text, length=Decimal(50)),),
        scale=((Decimal(0), text),),
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0%"), (100, "100%"), (Decimal("99.77"), "99.77%"), (Fraction(1, 3), "33.33%"), (12.5, "12.5%")],
)
def test_a_place_is_written_short(value, shown):
    """Places have at most two decimals and no zeros behind them."""
    assert svg.percent(value * 100 if isinstance(value, Fraction) else value) == shown


@pytest.mark.parametrize("value", [-0.01, Decimal("100.01")])
def test_a_place_outside_is_refused(value):
    """Nothing is drawn outside of the picture without anybody noticing."""
    with pytest.raises(ValueError, match="outside the picture"):
        svg.percent(value)


def test_a_bar_must_end_inside():
    """A bar that begins inside and ends outside is refused too."""
    with pytest.raises(ValueError, match="outside the picture"):
        svg.bar(60, 0, 50, 1, "bar")


def shape_of(tree):
    """The elements of a picture and the names of their attributes."""
    return [(one.tag, sorted(one.attrib)) for one in tree.iter()]


def test_any_text_is_text():
    """Whatever a label, a title or a note holds, the picture has the same elements and shows it as it is."""
    made = {" ".join(payload.split()): render_figure(chart_with(payload)) for payload in TYPED}
    usual, trees = (
        ET.fromstring(render_figure(chart_with("x"))),
        {word: ET.fromstring(one) for word, one in made.items()},
    )
    assert [words for words, tree in trees.items() if shape_of(tree) != shape_of(usual)] == []
    assert [words for words, tree in trees.items() if tree.findtext("figcaption") != words] == []
    assert [words for words, one in made.items() if read_html(one).one("figcaption").text != words] == []
    assert [words for words, tree in trees.items() if tree.findtext(".//desc") != f"{words}, {words}"] == []


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")), max_size=30))
def test_typed_text_has_nothing_that_markdown_reads(text):
    """Of the marks of Markdown and HTML only the references themselves are left."""
    left = svg.escaped(text).replace("&#", "").replace(";", "")
    assert not set(left) & set("<>&\"'`*_[]{}\\#|!~^=$+-:/@")


def test_there_is_no_blank_line_in_a_figure():
    """A blank line would end the HTML block in Markdown."""
    assert "\n\n" not in render_figure(chart_with("a\n\nb"))


def test_a_picture_without_a_drawing_is_refused():
    """A new kind of picture cannot be forgotten silently."""
    with pytest.raises(TypeError, match="no drawing for Chart"):
        drawing_of(Chart(key="k", title="t", sentences=("s",), table="k"))


def test_a_picture_names_what_belongs_to_it():
    """The drawing is one image, named by the caption, described inside and detailed by the table."""
    made = svg.picture(Drawing(3, ()), described_by="d", description="คำ", named_by="n", details="t-k")
    tree = ET.fromstring(made)
    assert (tree.get("role"), tree.get("aria-labelledby"), tree.get("aria-details")) == ("img", "n d", "t-k")
    assert tree.find("desc").get("id") == "d"
    assert tree.get("height") == "3em"

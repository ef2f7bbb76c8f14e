"""Every picture of this site and of the examples: sound SVG that says in words what its table says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from unit.pages.reading import read_html

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]
FIGURE = re.compile(r'<figure class="ps-figure"[^>]*>.*?</figure>', re.DOTALL)
NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")
ACROSS = ("x", "x1", "x2", "cx", "width")
# The columns of a table whose every figure is in the picture next to it; of other tables it shows a part.
WHOLE = {"lost-indicators": (2,), "indicators": (), "year-scores": (1, 2, 3, 4), "years": (1,), "over-years": (1,)}


@cache
def pages(root):
    """The Markdown of every page of a site, by address."""
    results = analyse_site(load_site(root).site)
    planned = plan_pages(results, ())
    renderer = Renderer(frozenset(page.path for page in planned), speech_of(results))
    return {page.path: renderer.render(page) for page in planned}


def figures_of(root):
    """Every picture of a site as a tree, with the address and the Markdown of its page."""
    found = [(path, text, made) for path, text in pages(root).items() for made in FIGURE.findall(text)]
    return [(path, text, ET.fromstring(made)) for path, text, made in found]


def picture_of(figure):
    """The drawing itself, without the small signs next to it."""
    [found] = [one for one in figure.iter("svg") if one.get("role") == "img"]
    return found


def numbers_in(text):
    """Every number of a text as it is written."""
    return set(NUMBER.findall(text))


def table_beside(text, picture):
    """The table that a picture names, in the page as a browser reads it."""
    key = picture.get("aria-details").removeprefix("t-")
    page = read_html(text)
    caption = page.one("caption", id=f"t-{key}")
    [table] = [one for one in page.all("table") if caption in one.children]
    return key, table, page.table(key)


@pytest.fixture(params=SITES, ids=lambda root: root.name)
def figures(request):
    """The pictures of one site."""
    return figures_of(request.param)


def test_there_are_pictures():
    """The tests below have looked at something: scores, losses, years and indicators have pictures."""
    keys = {picture_of(one).get("aria-details") for root in SITES for _, _, one in figures_of(root)}
    assert {f"t-{key}" for key in WHOLE} - {"t-years"} <= keys


def test_pictures_have_no_script_and_no_style(figures):
    """Colours come from the style sheet, and nothing in a picture runs or is fetched."""
    for path, _, figure in figures:
        for one in figure.iter():
            assert one.tag not in {"script", "style", "image", "use", "foreignObject", "a"}, path
            assert not [name for name in one.attrib if name in {"style", "href"} or name.startswith("on")], path


def test_pictures_keep_their_places(figures):
    """Across, everything is within the picture at any width; down, within its height."""
    for path, _, figure in figures:
        picture = picture_of(figure)
        height = float(picture.get("height").removesuffix("em"))
        assert picture.get("viewBox") is None
        for one in picture.iter():
            across = [float(value.removesuffix("%")) for name in ACROSS if (value := one.get(name, "")).endswith("%")]
            down = [float(one.get(name, "0em").removesuffix("em")) for name in ("y", "y1", "y2", "cy")]
            assert all(0 <= place <= 100 for place in across), path
            assert all(0 <= place <= height for place in down), path
            if one.tag == "rect":
                assert sum(float(one.get(name, "0%").removesuffix("%")) for name in ("x", "width")) <= 100.02, path


def test_pictures_are_named_and_described(figures):
    """A picture has a name and a description on its page; no id occurs twice, and none becomes an address."""
    for path, text, figure in figures:
        ids = Counter(re.findall(r'\sid="([^"]*)"', text))
        named = picture_of(figure).get("aria-labelledby").split()
        assert [ids[name] for name in named] == [1, 1], path
        assert not declared_fragments(text) & set(named), path
        assert figure.find("figcaption").text, path
        assert picture_of(figure).find("desc").text, path


def test_words_and_labels_say_what_the_table_says(figures):
    """The text alternative has every figure of the labels, and no figure that its table does not have."""
    for path, text, figure in figures:
        picture = picture_of(figure)
        described = numbers_in(picture.find("desc").text)
        labels = [one for one in picture.iter("text") if "q" not in one.get("class", "").split()]
        shown = set().union(*(numbers_in(" ".join(one.itertext())) for one in labels))
        _, table, _ = table_beside(text, picture)
        exact = {number for number in described | shown if "." in number}
        assert exact <= numbers_in(unescape(table.text)), path
        assert {number for number in shown if "." in number} <= described, path


def test_no_figure_of_the_table_is_left_out(figures):
    """Whoever hears the picture hears every figure of the columns that it draws."""
    for path, text, figure in figures:
        picture = picture_of(figure)
        key, _, rows = table_beside(text, picture)
        described = numbers_in(picture.find("desc").text)
        for row in rows:
            drawn = [row[place] for place in WHOLE.get(key, ()) if place < len(row)]
            drawn += [cell for cell in row if key == "indicators" and cell.all("data")][:1]
            assert {data.text for cell in drawn for data in cell.all("data")[:1]} <= described, path


def test_a_picture_is_light(figures):
    """A picture costs a page at most 16 KB."""
    for path, _, figure in figures:
        assert len(ET.tostring(figure, encoding="utf-8")) <= 16_000, path

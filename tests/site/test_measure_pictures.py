"""The pictures of measures on this site and the examples: every count and every period as in table and data."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.thai.numerals import to_arabic
from unit.pages.reading import read_html

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]
STATUSES = ["bar", "done", "active", "stopped", "planned", "unreported", "printed", "silent"]


@cache
def site_of(root):
    """The results of a site."""
    return analyse_site(load_site(root).site)


@cache
def pages(root):
    """Every page of a site as a browser reads it, with its Markdown, by address."""
    results = site_of(root)
    planned = plan_pages(results, ())
    renderer = Renderer(frozenset(page.path for page in planned), speech_of(results))
    made = {page.path: renderer.render(page) for page in planned}
    return {path: (text, read_html(text)) for path, text in made.items() if 'id="pic.' in text}


def drawings(root, *keys):
    """The pictures of these names with their table: (page, drawing, rows of texts)."""
    for path, (text, page) in pages(root).items():
        for key in keys:
            if f'<figcaption id="pic.{key}">' not in text:
                continue
            start = text.index("<svg", text.index(f'aria-labelledby="pic.{key} ') - 120)
            picture = ET.fromstring(text[start : text.index("</svg>", start) + 6])
            rows = page.table(picture.get("aria-details").removeprefix("t-"))
            yield path, picture, [[cell.text for cell in row] for row in rows]


def year_of(root, path):
    """The year of a page; for the home page the newest that has measures."""
    years = [year for year in site_of(root).site.years if path == "/" or path.startswith(f"/{year.year}/")]
    return [year for year in years if path != "/" or year.measures][-1]


def described(picture):
    """The sentences of a picture's text alternative."""
    return picture.find("desc").text


@pytest.fixture(params=SITES, ids=lambda root: root.name)
def root(request):
    """One site after the other."""
    return request.param


def test_all_kinds_of_pictures_occur():
    """The tests below have looked at something, on the repository's own site and on the invented agency's."""
    wanted = {"statuses", "by-unit", "by-year", "timeline", "lineage"}
    only_planned = {"lineage", "statuses", "by-year"}  # of one year, without a status and without a later result
    assert {key for key in wanted if next(drawings(ROOT, key), None)} >= wanted - only_planned
    assert {key for key in wanted if next(drawings(ROOT / "examples" / "model", key), None)} == wanted


def test_statuses_add_up_to_the_measures(root):
    """In table, words and drawing every measure of the year appears once, and no report is a part of its own."""
    for path, picture, rows in drawings(root, "statuses"):
        counts = [int(to_arabic(row[1])) for row in rows]
        year = year_of(root, path)
        own = [one for one in (year.follow_up.reports if year.follow_up else ()) if one.measure is None]
        whole = len(year.measures.measures if year.measures else ()) + len(own)
        assert sum(counts) == whole, path
        assert all(f"{row[0]} {row[1]}" in described(picture) for row in rows), path
        assert len(picture.findall("rect")) == len(rows), path


@pytest.mark.parametrize("key", ["by-unit", "by-year"])
def test_bars_are_as_long_as_their_counts(root, key):
    """Part by part a bar has the share that its count in the table has of the largest row, in the same order."""
    for path, picture, rows in drawings(root, key):
        counted = [[int(to_arabic(text)) for text in row[1:]] for row in rows]
        counted = [row for row in counted if row[0]]
        most = max(row[0] for row in counted)
        expected = [count * 100 / most for row in counted for count in row[1:] or row if count]
        drawn = [float(one.get("width").removesuffix("%")) for one in picture.findall("rect")]
        assert drawn == pytest.approx(expected, abs=0.011), path
        assert all(row[0] == sum(row[1:] or row) for row in counted), path


@pytest.mark.parametrize("key", ["by-unit", "by-year"])
def test_every_count_is_said(root, key):
    """The picture read aloud gives every figure of its table, bar by bar, and no other."""
    for path, picture, rows in drawings(root, key):
        said = Counter(word for word in described(picture).replace(",", " ").split() if to_arabic(word).isdigit())
        words = " ".join(text for row in rows if row[1] not in "0๐" for text in row)
        shown = Counter(word for word in words.split() if to_arabic(word).isdigit() and to_arabic(word) != "0")
        assert said == shown, path


def test_units_name_everybody_who_is_responsible(root):
    """Each unit that any measure of the year names has its bar; who names none is there too."""
    for path, picture, rows in drawings(root, "by-unit"):
        labels = ["".join(one.itertext()) for one in picture.findall("text") if one.get("class") is None]
        named = [row[0] for row in rows if to_arabic(row[1]) != "0"]
        shown = [re.sub("….*", "", label) for label in labels]
        assert all(
            label.startswith(name) or name.startswith(label) for label, name in zip(shown, named, strict=True)
        ), path


def test_periods_are_those_of_the_table(root):
    """Every row of the timeline is a row of its table, with the words of its period as the document prints them."""
    for path, picture, rows in drawings(root, "timeline"):
        periods = [one.text for one in picture.findall("text") if one.get("class") == "q period"]
        assert len(periods) == len(rows), path
        for period, row in zip(periods, rows, strict=True):
            assert period == "ดูในตาราง" or period in " ".join(row), (path, period)


def test_rows_of_a_timeline_have_the_names_of_measures(root):
    """Each row begins with the number and the name of its measure, as much of it as there is room for."""
    for path, picture, _ in drawings(root, "timeline"):
        year = year_of(root, path)
        titles = [one.shown_title for one in year.measures.measures] if year.measures else []
        named = [one.text for one in picture.findall("text") if one.get("class") in {None, "wide"}]
        for words, title in zip(named, titles, strict=False):
            name = re.sub("^[0-9๐-๙.]+ ", "", words).rstrip("…")
            assert not isinstance(title, str) or name in title, (path, words)


def test_the_line_of_a_timeline_has_the_date_of_the_data(root):
    """The line has the report's day where the report states one; without a day there is no line."""
    for path, picture, _ in drawings(root, "timeline"):
        year = year_of(root, path)
        day = year.follow_up.as_of if year.follow_up else None
        is_stated = hasattr(day, "month")
        dated = [one.text for one in picture.findall("text") if "bold" in one.get("class", "").split()]
        expected = [f"ข้อมูล ณ {speech_of(site_of(root)).date(day)}"] if is_stated else []
        assert dated == expected, path
        assert len([one for one in picture.findall("line") if one.get("class") == "goal"]) == is_stated, path


def test_a_lineage_has_the_figures_of_its_table(root):
    """Each score and each status of the picture is in the table next to it, or is said of all its rows above it."""
    for path, picture, rows in drawings(root, "lineage"):
        caption = pages(root)[path][1].one("caption", id=picture.get("aria-details")).text
        whole = " ".join((caption, *(text for row in rows for text in row)))
        for one in picture.findall("text"):
            css = one.get("class", "")
            if css == "e" and any(sign.isdigit() for sign in one.text):
                assert all(word in whole for word in one.text.split()), (path, one.text)
            if not css:
                assert one.text.rpartition(": ")[2] in whole, (path, one.text)


def test_status_has_one_form_everywhere(root):
    """A part of a bar has one of the forms that the style sheet knows, so that none is known by colour alone."""
    sheets = (ROOT / "theme" / "sheets").glob("pictures*.css")
    sheet = "".join(one.read_text("utf-8") for one in sheets)
    for _, picture, _ in drawings(root, "statuses", "by-unit", "by-year"):
        kinds = {one.get("class") for one in picture.findall("rect")}
        assert kinds <= set(STATUSES)
        assert all(f".{kind}" in sheet for kind in kinds)

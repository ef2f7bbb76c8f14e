"""An absence that the rows of a table have alike is said once above it."""

from dataclasses import replace

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.views.content import Head, Phrase, Table, cell
from prongsai.views.measures.tables import MEASURES, measures_table, rows_of
from prongsai.views.say_once import say_once
from prongsai.views.table import place_rows
from unit.makers import SITE, write_files

NONE = "ไม่ทราบ"
MEASURES_OF = "measures: [{id: m01, title: ก}, {id: m02, title: ข}]\n"
REPORT = "reports: [{measure: m01, round: '12', status: done}]\n"


def table(*answers):
    """A table of names with an answer each."""
    rows = tuple((cell(f"ข้อ {place}"), cell(Phrase(said))) for place, said in enumerate(answers))
    return Table("t", "ตาราง", (Head("ข้อ"), Head("คำตอบ")), rows)


@pytest.mark.parametrize(
    ("answers", "nearly", "said", "cells"),
    [
        ([NONE] * 3, False, "คำตอบของทุกแถวในตารางนี้: ไม่ทราบ", None),
        ([NONE] * 9, True, "คำตอบของทุกแถวในตารางนี้: ไม่ทราบ", None),
        ([*[NONE] * 9, "มี"], True, "แถวที่ช่องคำตอบว่าง: ไม่ทราบ", [*[""] * 9, "มี"]),
        ([*[NONE] * 9, "มี"], False, "", [*[NONE] * 9, "มี"]),
        ([*[NONE] * 5, *["มี"] * 5], True, "", [*[NONE] * 5, *["มี"] * 5]),  # half of them is not most
        ([*[NONE] * 3, "มี"], True, "", [*[NONE] * 3, "มี"]),  # few rows are read at once
        (["มี"] * 9, True, "", ["มี"] * 9),  # an answer is no absence
        ([NONE], False, "", [NONE]),
        ([], False, "", []),
    ],
)
def test_an_absence_of_all_rows_is_said_once(answers, nearly, said, cells):
    """A column of nothing but one absence is a sentence; where few rows differ, the cells of the others are empty."""
    found = say_once(table(*answers), ((), {NONE}), nearly=nearly)
    assert found.said == said
    assert [head.title for head in found.columns] == ["ข้อ", *(["คำตอบ"] if cells is not None else [])]
    shown = ["".join(part.text for part in row[-1].parts) for row in found.rows]
    assert shown == (cells if cells is not None else [f"ข้อ {place}" for place in range(len(answers))])
    assert replace(found, said="", columns=(), rows=()) == replace(table(), columns=(), rows=())


def year_of(root, *more):
    """A year of two measures, with further files."""
    files = {"data/2565/measures.yml": f"fiscal_year: 2565\n{MEASURES_OF}", **dict(more)}
    site = load_site(write_files(root, {**SITE, **files})).site
    return site, site.year(2565)


def test_a_plan_without_reports_has_no_column_of_their_absence(tmp_path):
    """The page says once that no measure has a report; the open data keeps the column, and a report brings it back."""
    site, year = year_of(tmp_path)
    results = analyse_site(site)
    speech = speech_of(results)
    shown = measures_table(year, site, speech)
    assert shown.said == "สถานะของทุกแถวในตารางนี้: ยังไม่มีรายงานผล"
    assert "สถานะ" not in [head.title for head in shown.columns]
    data = MEASURES.hand_out(place_rows({2565: rows_of(year, site)}), speech)
    place = [field.name for field in data.fields].index("status_words")
    assert [row[place] for row in data.rows] == ["ยังไม่มีรายงานผล"] * 2
    site, year = year_of(tmp_path / "told", ("data/2565/follow-up.yml", f"fiscal_year: 2565\n{REPORT}"))
    shown = measures_table(year, site, speech)
    assert ([head.title for head in shown.columns][-1], shown.said) == ("สถานะ", "")


def test_the_page_has_the_sentence_above_the_table(tmp_path):
    """In the caption of the table, and for the items of a year without a register once for the answers of most."""
    site, _ = year_of(tmp_path)
    results = analyse_site(site)
    pages = {page.path: page for page in plan_pages(results, ())}
    renderer = Renderer(frozenset(pages), speech_of(results))
    measures, items = (renderer.render(pages[path]) for path in ("/2565/measures/", "/2565/oit/"))
    assert '<span class="ps-said">สถานะของทุกแถวในตารางนี้: ยังไม่มีรายงานผล</span></caption>' in measures
    assert measures.count("ยังไม่มีรายงานผล") < 4
    assert "คะแนนของทุกแถวในตารางนี้: ไม่ทราบผล แถวที่ช่องคำตอบในเว็บไซต์นี้ว่าง: เอกสารไม่ได้ระบุ</span>" in items
    assert items.count("เอกสารไม่ได้ระบุ") == 1

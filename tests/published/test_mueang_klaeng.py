"""เทศบาลตำบลเมืองแกลง, การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔: every table, row by row."""

from __future__ import annotations

import pytest

from prongsai.analysis.printed_comparison import words_of_change
from prongsai.model.stated import known
from published.mueang_klaeng import (
    CODES,
    COMPUTATION,
    IDS,
    INDICATORS,
    LEVELS,
    MEANS,
    MEASURES,
    POINTS,
    TOOLS,
    TOTALS,
    ZERO_ITEMS,
)
from published.rendered import absent_from, assert_rows, fold, rendered
from published.stated import firsts, folded, statements, texts

SITE = rendered("mueang-klaeng")


@pytest.mark.parametrize(("year", "column"), [(2563, 1), (2564, 2)])
def test_the_figures_of_both_years_are_held_in_every_statement(year, column):
    """Ten indicators in two tables, three means, the total in four places and the level in three."""
    scores = SITE.year(year).scores
    total, level = TOTALS[year]
    assert firsts(scores.indicators) == {
        str(number): fold(row[column]) for number, row in enumerate(INDICATORS, start=1)
    }
    assert all(len(set(statements(one))) == 1 and len(statements(one)) == 2 for one in scores.indicators.values())
    assert list(firsts(scores.instruments).values()) == folded(MEANS[year])
    assert statements(scores.total) == [fold(total)] * 4
    assert statements(scores.level) == [level] * 3


def test_the_lowest_instrument_is_stated_twice_alike_and_once_differently():
    """OIT 64.30 in the table and in the analysis, 43.75 before the measures; the others twice."""
    tools = SITE.year(2564).scores.instruments
    assert statements(tools["OIT"]) == ["64.30", "64.30", "43.75"]
    assert [statements(tools[code]) for code in ("IIT", "EIT")] == [["96.62"] * 2, ["77.13"] * 2]
    assert_rows(SITE.rows("/2564/scores/", "stated-again"), [("OIT", "๖๔.๓๐", "๔๓.๗๕", "ย่อหน้าแรก")])


def test_the_tables_of_scores_are_shown():
    """Instrument, indicator, both years and the word of change, ten rows; the means and the totals of both years."""
    wanted = [
        (name, now, word, None, before, tool) for tool, (name, before, now, word) in zip(TOOLS, INDICATORS, strict=True)
    ]
    assert_rows(SITE.rows("/2564/scores/", "indicators"), wanted)
    old = [(name, before, None, tool) for tool, (name, before, _, _) in zip(TOOLS, INDICATORS, strict=True)]
    assert_rows(SITE.rows("/2563/scores/", "indicators"), old)
    for year, means in MEANS.items():
        rows = [(tool, mean) for tool, mean in zip(("IIT", "EIT", "OIT"), means, strict=True)]
        assert_rows(SITE.rows(f"/{year}/scores/", "instruments"), rows)
        total, level = TOTALS[year]
        assert absent_from(SITE.texts[f"/{year}/scores/"], [f"{total}คะแนนรวมตามเอกสาร", f"ระดับ{level}"]) == []


def test_the_words_of_change_are_those_of_the_document():
    """All ten, in the model too."""
    found = words_of_change(SITE.year(2564).scores.comparison, 2564)
    assert {number: word for number, word, _ in found} == {
        str(number): row[3] for number, row in enumerate(INDICATORS, start=1)
    }


@pytest.mark.parametrize(("year", "same"), [(2563, 15), (2564, 18)])
def test_the_page_counts_what_the_document_repeats(year, same):
    """Total and level in three and two further places, the means once more in 2564, ten indicators once more."""
    assert fold(f"ระบุซ้ำอีก {same} แห่ง") in SITE.texts[f"/{year}/scores/"]


def test_the_level_scale_is_shown_as_printed():
    """Seven levels with both bounds."""
    printed = SITE.year(2564).scores.printed_levels
    assert [(one.level, str(one.lowest), str(one.highest)) for one in printed] == [
        (name, fold(low), fold(high)) for name, low, high in LEVELS
    ]
    wanted = [(name, f"{low} ถึง {high}") for name, low, high in LEVELS]
    assert_rows(SITE.rows("/2564/scores/", "printed-levels"), wanted)


def test_the_table_of_the_computation_is_shown():
    """Six rows with four cells each; in the last row one cell is for all three instruments."""
    assert SITE.heads("/methodology/", "computation") == folded(("คะแนน", "แบบ IIT", "แบบ EIT", "แบบ OIT"))
    assert_rows(SITE.rows("/methodology/", "computation"), COMPUTATION)


def test_the_items_without_score_are_held():
    """Code, title, score and reasons of all nine."""
    items = SITE.year(2564).scores.items
    assert list(items) == CODES
    for found, (_, code, title, reasons) in zip(items.values(), ZERO_ITEMS, strict=True):
        assert (found.printed_code, found.printed_title, str(found.score)) == (f"ข้อ {code}", title, "0.00")
        assert found.reasons == reasons


@pytest.mark.parametrize("page", ["oit", "analysis"])
def test_the_items_without_score_are_shown(page):
    """Nine rows with score and reasons; the title is that of the item in its year, as the notes say for O38."""
    rows = SITE.rows(f"/2564/{page}/", "zero-items")
    named = [None if code == "O38" else title for code, (_, _, title, _) in zip(CODES, ZERO_ITEMS, strict=True)]
    assert_rows(
        rows, [(title, "๐.๐๐", reasons[0]) for title, (_, _, _, reasons) in zip(named, ZERO_ITEMS, strict=True)]
    )
    assert_rows(
        rows, [(f"ข้อ{code}", "๐.๐๐", reasons[-1]) for code, (_, _, _, reasons) in zip(CODES, ZERO_ITEMS, strict=True)]
    )


def test_the_index_of_the_items_has_sub_indicator_and_score():
    """43 rows; the nine have the sub-indicator that the document names and no score, the 34 others are inferred."""
    rows = {row[0]: row for row in SITE.rows("/2564/oit/", "oit")}
    assert len(rows) == 43
    for code, (sub, _, _, _) in zip(CODES, ZERO_ITEMS, strict=True):
        assert (rows[code][2], rows[code][3]) == (fold(sub), "0.00")
    assert sum(row[3].endswith("อนุมาน") for row in rows.values()) == 34
    scored = SITE.rows("/2564/scores/", "items")
    assert (len(scored), sum(row[1] == "0.00ไม่ได้คะแนน" for row in scored)) == (43, 9)
    assert "34ข้อได้100คะแนนทุกข้อ" in SITE.texts["/2564/scores/"]


def test_the_printed_forms_that_differ_are_on_the_notes_page():
    """Codes with a zero, and the title of O38."""
    codes = ", ".join(code for _, code, _, _ in ZERO_ITEMS)
    wanted = [f"รหัสข้อ {codes}", "การส่งเสริมวัฒนธรรมองค์กร", "การปรับปรุงการทำงาน"]
    assert absent_from(SITE.texts["/2564/notes/"], wanted) == []


def test_strengths_and_weaknesses_are_held_with_their_numbers():
    """Highest 1; five risen above 80; one fallen; three risen below 80; nine without score."""
    analysis = SITE.year(2564).analysis
    assert [(one.indicators, one.items, one.stated_count) for one in (*analysis.strengths, *analysis.weaknesses)] == [
        (("1",), (), None),
        (("3", "4", "5", "7", "9"), (), 5),
        (("2",), (), 1),
        (("6", "8", "10"), (), 3),
        ((), tuple(CODES), 9),
    ]


def test_strengths_and_weaknesses_are_shown():
    """In the words of the document, with every entry of the lists, and the three findings."""
    wanted = [
        "ตัวชี้วัดที่ได้ผลการประเมินมากที่สุด คือ ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
        "ได้รับคะแนนมากกว่า ๘๐ คะแนน มีจำนวน ๕ ตัวชี้วัด คือ (๑) ตัวชี้วัดที่ ๓ การใช้อำนาจ",
        "(๒) ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ",
        "(๓) ตัวชี้วัดที่ ๕ การแก้ไขปัญหาการทุจริต",
        "(๔) ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร",
        "(๕) ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล",
        "ลดลงจากปีที่ผ่านมา มีจำนวน ๑ ตัวชี้วัด คือ ตัวชี้วัดที่ ๒ การใช้งบประมาณ",
        "มีคะแนนน้อยกว่า ๘๐ คะแนน มีจำนวน ๓ ตัวชี้วัด คือ (๑) ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน",
        "(๒) ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน",
        "(๓) ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต",
        "ตัวชี้วัดที่ไม่ได้คะแนน มีจำนวน ๙ ตัวชี้วัด",
        *(
            f"({place}) ตัวชี้วัดที่ {sub} ข้อ O{code.removeprefix('๐')} {title}"
            for place, (sub, code, title, _) in enumerate(ZERO_ITEMS, start=1)
        ),
        "(OIT) ของเทศบาลตำบลเมืองแกลง มีคะแนนต่ำสุด (ร้อยละ ๖๔.๓๐)",
        "(EIT) มีคะแนนอยู่ในลำดับถัดมา (ร้อยละ ๗๗.๑๓)",
        "(IIT) ของเทศบาลตำบลเมืองแกลง มีคะแนนสูงสุด (ร้อยละ ๙๖.๖๒)",
        "อยู่ในระดับ B (๗๗.๘๕ คะแนน)",
        "อยู่ในระดับ C (๖๔.๖๘ คะแนน)",
        "เทศบาลตำบลเมืองแก (ตามที่พิมพ์) ได้พิจารณาประเด็นย่อย",
        "เทศบาลตำบลเมืองแก (ตามที่พิมพ์) จะสามารถยกระดับ",
    ]
    assert absent_from(SITE.texts["/2564/analysis/"], wanted) == []


def test_the_development_points_are_held_and_shown():
    """Twelve rows in four tables: as many numbered points as printed, and the words of both columns."""
    points = SITE.year(2564).analysis.development_points
    assert [point.item or point.indicator for point in points] == [key for key, _, _ in POINTS]
    headings = [one for one in SITE.pages["/2564/analysis/"].all("dl") if one.attributes.get("class") == "ps-kv"]
    assert len(headings) == len(POINTS)
    for point, heading, (_, numbered, words) in zip(points, headings, POINTS, strict=True):
        assert numbered is None or len(point.improve) == numbered
        assert absent_from(fold(heading.text), words) == []


def test_the_background_of_the_document_is_shown():
    """Concept, instruments with ten indicators and seven sub-indicators, levels and target."""
    wanted = [
        "Open to Transparency",
        "(๘๕ คะแนนขึ้นไป) ไม่น้อยกว่าร้อยละ ๘๐",
        "ประเด็นที่ ๒๑",
        "(พ.ศ. ๒๕๖๑ - ๒๕๘๐)",
        "๓ เครื่องมือ",
        "ใน ๕ ตัวชี้วัด",
        "ใน ๓ ตัวชี้วัด",
        "ใน ๒ ตัวชี้วัด",
        *(f"ตัวชี้วัดที่ {number} {row[0]}" for number, row in enumerate(INDICATORS, start=1)),
        "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน",
        "ตัวชี้วัดย่อยที่ ๙.๒ การบริหารงาน",
        "ตัวชี้วัดย่อยที่ ๙.๓ การบริหารเงินงบประมาณ",
        "ตัวชี้วัดย่อยที่ ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล",
        "ตัวชี้วัดย่อยที่ ๙.๕ การส่งเสริมความโปร่งใส และการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
        "ตัวชี้วัดย่อยที่ ๑๐.๑ การดำเนินการเพื่อป้องกันการทุจริต",
        "ตัวชี้วัดย่อยที่ ๑๐.๒ มาตรการภายในเพื่อป้องกันการทุจริต",
        "คะแนนเต็ม ๑๐๐ คะแนน",
        "จำแนกออกเป็น ๗ ระดับ",
        "ระยะแรก (พ.ศ. ๒๕๖๑ - ๒๕๖๕)",
        "ปี พ.ศ. ๒๕๖๓ ให้หน่วยงานภาครัฐ",
        "มีสัดส่วนไม่น้อยกว่าร้อยละ ๕๐",
    ]
    assert absent_from(SITE.texts["/methodology/"], wanted) == []


def test_the_measures_are_held():
    """Eleven, with their numbers, steps, units, periods as printed and follow-up."""
    measures = SITE.year(2565).measures
    assert [one.id for one in measures.measures] == IDS
    units = SITE.site.agency.units
    for number, (one, wanted) in enumerate(zip(measures.measures, MEASURES, strict=True), start=1):
        title, steps, responsible, period, monitoring = wanted
        assert (one.number, fold(one.title).startswith(fold(title))) == (number, True)
        assert (len(texts(one.steps)), len(texts(one.monitoring))) == (len(steps), len(monitoring))
        assert tuple(units[key].name for key in known(one.responsible).units) == responsible
        assert known(one.period).printed == period


def test_the_measures_are_shown_row_by_row():
    """The table of the document: five columns, eleven rows, every cell."""
    heads = ("มาตรการ/แนวทาง", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล")
    assert SITE.heads("/2565/measures/", "measures")[:5] == folded(heads)
    rows = SITE.rows("/2565/measures/", "measures")
    wanted = [
        (f"มาตรการที่ {number} {title}", steps[-1], responsible[-1], period, monitoring[-1])
        for number, (title, steps, responsible, period, monitoring) in enumerate(MEASURES, start=1)
    ]
    assert_rows(rows, wanted)
    for row, (_, steps, responsible, _, monitoring) in zip(rows, MEASURES, strict=True):
        assert [absent_from(row[1], steps), absent_from(row[2], responsible), absent_from(row[4], monitoring)] == [
            []
        ] * 3


@pytest.mark.parametrize(("key", "wanted"), list(zip(IDS, MEASURES, strict=True)), ids=IDS)
def test_a_measure_is_shown_on_its_own_page(key, wanted):
    """Every cell once more, the period with its blanks as printed."""
    title, steps, responsible, period, monitoring = wanted
    path = f"/2565/measures/{key}/"
    assert absent_from(SITE.texts[path], [title, *steps, *responsible, *monitoring]) == []
    assert period in SITE.pages[path].text


def test_the_introduction_of_the_measures_is_shown():
    """The lowest instrument with its other figure, and the goal."""
    wanted = ["แบบวัด OIT มีคะแนนต่ำสุด (ร้อยละ ๔๓.๗๕)", "ยกระดับคะแนนการประเมิน ITA ให้ดีขึ้น", "ปีงบประมาณ พ.ศ. ๒๕๖๕"]
    assert absent_from(SITE.texts["/2565/measures/"], wanted) == []

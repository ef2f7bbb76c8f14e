"""องค์การบริหารส่วนตำบลน้ำโมง, มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๕: every table and list."""

from __future__ import annotations

import pytest

from prongsai.model.stated import Absence, known
from published.rendered import absent_from, assert_rows, fold, rendered
from published.stated import statements, texts

SITE = rendered("nam-mong")
INDICATORS = (  # number of 2565, name in the list, in the list, name in the table, in the table, in section 3
    ("1", "การปฏิบัติหน้าที่", "๘๕", "การปฏิบัติหน้าที่", "๘๕", "๘๕"),
    ("2", "การใช้งบประมาณ", "๘๐", "การใช้งบประมาณ", "๘๐", "๘๐"),
    ("3", "การใช้อำนาจ", "๘๖", "การใช้อำนาจ", "๘๖", "๘๖"),
    ("4", "การใช้ทรัพยากร", "๗๕", "การใช้ทรัพย์สินของราชการ", "๘๕", "๘๕"),
    ("5", "การแก้ไขปัญหาการทุจริต", "๘๕", "การแก้ไขปัญหาการทุจริต", "๙๕", "๙๕"),
    ("6", "คุณภาพการดำเนินงาน", "๘๔", "คุณภาพการดำเนินงาน", "๘๔", "๘๔"),
    ("7", "ประสิทธิภาพการสื่อสาร", "๗๔", "ประสิทธิภาพการสื่อสาร", "๖๙", "๖๙"),
    ("8", "การปรับปรุงการทำงาน", "๘๕", "การปรับปรุงการทำงาน", "๘๐", "๘๐"),
    ("9", "การเปิดเผยข้อมูล", "๘๐", "การเปิดเผยข้อมูล", "๙๐", "๙๐"),
    ("10", "การป้องกันการทุจริต", "๘๐", "การป้องกันการทุจริต", "๙๐", "๙๐"),
)
STRENGTHS = (  # place, indicator, name in the sentence, score, points below it that the document numbers
    ("๑", "10", "ตัวชี้วัดที่การป้องกันการทุจริต", "๙๐", 2),
    ("๒", "9", "ตัวชี้วัดการเปิดเผยข้อมูล", "๙๐", 5),
    ("๓", "1", "ตัวชี้วัดการปฏิบัติหน้าที่", "๘๕", None),
    ("๔", "3", "ตัวชี้วัดการใช้อำนาจ", "๘๖", None),
    ("๕", "5", "ตัวชี้วัดการแก้ไขปัญหาการทุจริต", "๙๕", None),
    ("๖", "6", "ตัวชี้วัดคุณภาพการดำเนินงาน", "๘๔", None),
    ("๗", "2", "ตัวชี้วัดการใช้งบประมาณ", "๘๐", None),
    ("๘", "8", "ตัวชี้วัดการปรับปรุงการทำงาน", "๘๐", None),
    ("๙", "4", "ตัวชี้วัดการใช้ทรัพย์สินของราชการ", "๘๕", None),
)
RECOMMENDATIONS = (  # how each of the eighteen begins
    "แสดงข้อมูลของผู้บริหารสูงสุดหรือหัวหน้าหน่วยงาน",
    "เพิ่มช่องทางรับฟังคำติชมหรือความคิดเห็นเกี่ยวกับ การดำเนินงาน/การให้บริการ",
    "เพิ่มช่องทางติดต่อ หรือมีช่องทางให้ผู้มาติดต่อร้องเรียนการทุจริต",
    "ส่งเสริมการเผยแพร่ข้อมูลของหน่วยงานที่เข้าถึงง่าย ไม่ซับซ้อน",
    "ส่งเสริมการประชาสัมพันธ์และให้ข้อมูลเกี่ยวกับแผนการใช้จ่ายงบประมาณประจำปีของหน่วยงานของท่าน",
    "เพิ่มมาตรการป้องกันไม่ให้บุคคลภายนอกหรือภาคเอกชนนำทรัพย์สินของราชการไปใช้",
    "เพิ่มมาตรการชี้แจงและตอบคำถาม เมื่อมีข้อกังวลสงสัย",
    "เพิ่มการอำนวยความสะดวกเกี่ยวกับขั้นตอนการขออนุญาตเพื่อยืมทรัพย์สินของราชการ",
    "ส่งเสริมการเผยแพร่ผลงานหรือข้อมูลที่สาธารณชนควรรับทราบ",
    "เพิ่มการปรับปรุงวิธีการและ ขั้นตอนการดำเนินงาน/การให้บริการให้ดีขึ้น",
    "เพิ่มมาตรการกำกับติดตามการทำงานของเจ้าหน้าที่ของหน่วยงาน",
    "ส่งเสริมให้หน่วยงานของท่าน เปิดโอกาสให้ท่าน มีส่วนร่วม",
    "เพิ่มมาตรการกำกับดูแลและตรวจสอบ การใช้ทรัพย์สินของราชการ",
    "แก้ไขปัญหาการทุจริตในหน่วยงานของท่านอย่างจริงจัง",
    "ปรับปรุงการดำเนินงาน/การให้บริการให้มีความโปร่งใสมากขึ้น",
    "เปิดโอกาสให้ผู้รับบริการ ผู้มาติดต่อ หรือผู้มีส่วนได้ส่วนเสีย เข้าไปมีส่วนร่วม",
    "เพิ่มกลไกการปรับปรุงคุณภาพการปฏิบัติงาน/การให้บริการ",
    "ส่งเสริมกลไกการประเมินผลการปฏิบัติงาน ตามระดับคุณภาพของผลงาน",
)
EIGHT = ("สำนักปลัดฯ", "กองคลัง", "กองช่าง", "กองการศึกษาฯ", "กองสาธารณสุขฯ", "กองสวัสดิการฯ", "กองยุทธศาสตร์ฯ", "กองการเจ้าหน้าที่")
BLANK = "เอกสารเว้นว่างไว้"
REPORT = "รายงานความก้าวหน้าและสรุปผล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖"
WILL = "เจตจำนงสุจริตของผู้บริหาร การประเมินความเสี่ยงเพื่อป้องกันการทุจริต การเสริมสร้างวัฒนธรรมองค์กร และแผนปฏิบัติการป้องกันการทุจริต"
MEASURES = (  # title, words of the second column, responsible, follow-up
    (
        "การเปิดเผยข้อมูล",
        ("งบประมาณ การจัดซื้อ จัดจ้างหรือจัดหาพัสดุ", "ข่าวประชาสัมพันธ์", "e-Service", "URL บนเว็บไซต์หลักของหน่วยงานโดยตรง"),
        EIGHT,
        BLANK,
    ),
    (f"จัดทำ{WILL} เผยแพร่ในเว็บไซต์ขององค์การบริหารส่วนตำบลน้ำโมง", (f"นำ{WILL} เผยแพร่ในเว็บไซต์",), EIGHT[:1], REPORT),
    (
        "จัดทำมาตรการภายในเพื่อป้องกันการทุจริต ได้แก่ มาตรการภายในเพื่อส่งเสริมความโปร่งใสและป้องกันการทุจริต ซึ่ง",
        ("แต่งตั้งคณะทำงาน", "ประเด็นข้างต้น", "พร้อมเผยแพร่ทางเว็บไซต์หลัก"),
        EIGHT[:1],
        BLANK,
    ),
    (
        "การป้องกันการทุจริต",
        ("จัดประชุมเตรียมความพร้อมเข้ารับการประเมิน ITA ก่อน จะศึกษา", "แนวทางการปฏิบัติตามมาตรการภายใน", "ผู้ดูแลเว็บไซต์"),
        EIGHT,
        REPORT,
    ),
)
IDS = [f"m{number:02d}" for number in range(1, len(MEASURES) + 1)]
DIFFERING = [row for row in INDICATORS if row[2] != row[4]]


def test_the_figures_are_held_in_every_statement():
    """Ten indicators in the list, the table and section 3; the total and the level in three places."""
    scores = SITE.year(2565).scores
    assert list(scores.indicators) == [row[0] for row in INDICATORS]
    for found, (_, _, listed, _, tabled, told) in zip(scores.indicators.values(), INDICATORS, strict=True):
        assert statements(found) == [fold(listed), fold(tabled), fold(told)]
    assert statements(scores.total) == ["84.40"] * 3
    assert statements(scores.level) == ["B"] * 3


def test_the_table_of_scores_is_shown():
    """Ten rows with the first figure, and the other one where the document has two."""
    rows = SITE.rows("/2565/scores/", "indicators")
    wanted = [(name, listed) for _, _, listed, name, _, _ in INDICATORS]
    assert_rows(rows, [(None if name.startswith("การปรับปรุง") else name, listed) for name, listed in wanted])
    for row, (_, _, listed, _, tabled, _) in zip(rows, INDICATORS, strict=True):
        assert ("อีกที่หนึ่งระบุ" in row[1]) is (listed != tabled)
        assert listed == tabled or f"(อีกที่หนึ่งระบุ{fold(tabled)})" in row[1]
    assert absent_from(SITE.texts["/2565/scores/"], ["๘๔.๔๐คะแนนรวมตามเอกสาร", "ระดับB", "ระบุซ้ำอีก ๑๒ แห่ง"]) == []


def test_every_figure_that_differs_is_listed_with_its_place():
    """Six indicators, each in the table and in section 3: twelve rows."""
    wanted = []
    for number, _, listed, name, tabled, told in DIFFERING:
        wanted += [
            (f"ตัวชี้วัดที่ {number}", listed, tabled, f"ตารางคะแนนสูงสุดรายตัวชี้วัด แถว {name}"),
            (f"ตัวชี้วัดที่ {number}", listed, told, f"โดยรวมได้คะแนนเท่ากับ ร้อยละ {told}"),
        ]
    assert len(wanted) == 12
    assert_rows(SITE.rows("/2565/scores/", "stated-again"), wanted)


def test_the_names_that_the_list_prints_are_on_the_notes_page():
    """การใช้ทรัพยากร and การปรับปรุงการทำงาน."""
    printed = {key: one.printed_name for key, one in SITE.year(2565).scores.indicators.items() if one.printed_name}
    assert printed == {"4": "การใช้ทรัพยากร", "8": "การปรับปรุงการทำงาน"}
    assert absent_from(SITE.texts["/2565/notes/"], list(printed.values())) == []


def test_the_strengths_are_held_and_shown():
    """Nine narrated indicators, two of them with numbered points."""
    [strength] = SITE.year(2565).analysis.strengths
    assert (strength.indicators, strength.stated_count) == (tuple(row[1] for row in STRENGTHS), 9)
    assert len(strength.points) == len(STRENGTHS)
    shown = SITE.texts["/2565/analysis/"]
    for point, (place, _, name, score, numbered) in zip(strength.points, STRENGTHS, strict=True):
        assert fold(point.text).startswith(fold(f"({place}) {name} โดยรวมได้คะแนนเท่ากับ ร้อยละ {score}"))
        assert fold(point.text) in shown
        assert numbered is None or len(point.points) == numbered


def test_the_weakness_and_the_other_claims_of_the_analysis_are_shown():
    """One indicator below 70, the highest and the lowest score, the target, the meaning of level B."""
    analysis = SITE.year(2565).analysis
    assert [(one.indicators, one.stated_count) for one in analysis.weaknesses] == [(("7",), 1), (("7",), None)]
    wanted = [
        "(ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ ๗๐) องค์การบริหารส่วนตำบลน้ำโมง มีจำนวน ๙ ตัวชี้วัด",
        "(ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ ๗๐) องค์การบริหารส่วน ตำบลน้ำโมงมีจำนวน ๑ ตัวชี้วัด",
        "ตัวชี้วัดประสิทธิภาพการสื่อสาร โดยรวมได้คะแนนเท่ากับ ร้อยละ ๖๙",
        "คะแนนสูงสุด ๙๕ คะแนน",
        "คะแนนต่ำสุด ๖๙ คะแนน",
        "อำเภอบ้านฝาง (ตามที่พิมพ์) จังหวัดหนองคาย มีผลคะแนนภาพรวมหน่วยงานอยู่ที่ ๘๔.๔๐ คะแนน อยู่ในระดับ B",
        "อำเภอท่าบ่อ จังหวัดหนองคาย",
        "ร้อยละ ๘๐ จะต้องได้ผลคะแนน ๘๕ คะแนน ขึ้นไป",
        "จำนวน ๘๔.๔๐ คะแนน จากคะแนนเต็ม ๑๐๐ คะแนน",
        "ระดับ B หมายถึง หน่วยงานสามารถดำเนินการได้ค่อนข้างครบถ้วน",
        "ราว ร้อยละ ๕-๑๕ ของตัวชี้วัดหรือข้อคำถามทั้งหมด",
        "เนื่องจากได้คะแนนต่ำสุด คือ ตัวชี้วัดประสิทธิภาพการสื่อสาร",
        "หน่วยงานควรปรับปรุงช่องการรับรู้ของผู้รับบริการ",
        "จัดทำโดย สำนักปลัด องค์การบริหารส่วนตำบลน้ำโมง",
    ]
    assert absent_from(SITE.texts["/2565/analysis/"], wanted) == []
    assert absent_from(SITE.texts["/methodology/"], ["เครื่องมือตรวจสุขภาพขององค์กรประจำปี", "ความด้อยประสิทธิภาพ"]) == []


def test_the_recommendations_are_held_and_shown():
    """Eighteen, in the order of the document."""
    found = SITE.year(2565).analysis.recommendations
    assert len(found) == len(RECOMMENDATIONS) == 18
    for point, beginning in zip(found, RECOMMENDATIONS, strict=True):
        assert fold(point.text).startswith(fold(beginning))
    [listed] = [one for one in SITE.pages["/2565/analysis/"].all("ol") if len(one.all("li")) == 18]
    assert [fold(one.text) for one in listed.all("li")] == [fold(point.text) for point in found]


def test_the_measures_are_held():
    """Four, two of them with a blank cell of follow-up; the table has no period."""
    measures = SITE.year(2565).measures
    units = SITE.site.agency.units
    assert [one.id for one in measures.measures] == IDS
    for number, (one, (title, _, responsible, monitoring)) in enumerate(
        zip(measures.measures, MEASURES, strict=True), start=1
    ):
        assert (one.number, fold(one.title).startswith(fold(title))) == (number, True)
        assert tuple(units[key].name for key in known(one.responsible).units) == responsible
        assert one.period is Absence.NOT_STATED
        assert one.monitoring is Absence.BLANK_CELL if monitoring is BLANK else texts(one.monitoring) == [monitoring]


def test_the_measures_are_shown_row_by_row():
    """The table of the document: four columns, four rows."""
    heads = ("มาตรการ", "ขั้นตอนหรือวิธีการ", "ผู้รับผิดชอบ", "การกำกับติดตาม")
    assert SITE.heads("/2565/measures/", "measures")[:4] == [fold(head) for head in heads]
    rows = SITE.rows("/2565/measures/", "measures")
    assert_rows(rows, [(title, steps[-1], units[-1], follow) for title, steps, units, follow in MEASURES])
    for row, (_, steps, responsible, _) in zip(rows, MEASURES, strict=True):
        assert [absent_from(row[1], steps), absent_from(row[2], responsible)] == [[], []]


@pytest.mark.parametrize(("key", "wanted"), list(zip(IDS, MEASURES, strict=True)), ids=IDS)
def test_a_measure_is_shown_on_its_own_page(key, wanted):
    """Every cell once more."""
    title, steps, responsible, monitoring = wanted
    assert absent_from(SITE.texts[f"/2565/measures/{key}/"], [title, *steps, *responsible, monitoring]) == []

"""เทศบาลตำบลภูวง, รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖."""

from __future__ import annotations

import pytest

from prongsai.model.stated import Printed
from prongsai.model.status import Status
from published.rendered import absent_from, assert_rows, fold, rendered
from published.stated import texts

SITE = rendered("phu-wong")
WHOLE_YEAR = "ตุลาคม ๖๕ - กันยายน ๖๖"  # in three rows its letters came apart when the text was taken out of the file
UNREADABLE = "ตุลาคม ๒๕ - กันยายน ๒๖"
ROWS = (  # how the measure begins, questions as printed, how the second or third column begins, summary, period
    (
        "๑. ให้มีการกำหนดแผนปฏิบัติการป้องกันการทุจริต ที่มุ่งเน้นโครงการ/กิจกรรมที่เสริมสร้างความโปร่งใส",
        "e๑๕",
        "การประชุมชี้แจงการเสริมสร้างความโปร่งใสในการปฏิบัติงาน",
        ("๑. กำหนดแผนปฏิบัติการป้องกันการทุจริต", "๒. ประชาสัมพันธ์คู่มือหรือแนวทางดังกล่าวให้บุคลากรถือปฏิบัติ"),
        "ธันวาคม ๒๕๖๕",
    ),
    (
        "๑. การระบุขั้นตอนและระยะเวลาที่ใช้ในการปฏิบัติงาน หรือการให้บริการ ไว้ในคู่มือหรือมาตรฐานการให้บริการ",
        "e๑",
        "จัดทำคู่มือมาตรฐานการปฏิบัติงาน มาตรฐานการให้บริการ พร้อมทั้งประชาสัมพันธ์",
        ("จุดประชาสัมพันธ์ ณ สถานที่ตั้งตามความเหมาะสมต่อไป",),
        "มีนาคม ๒๕๖๖",
    ),
    (
        "การปฏิบัติหรือให้บริการเป็นธรรมและไม่เลือกปฏิบัติ โดยการพัฒนาช่องทางการให้บริการในรูปแบบออนไลน์ หรือ E-Service",
        "e๒",
        "คู่มือมาตรฐานการปฏิบัติงานระดับขั้นตอนตามกระบวนการงานคู่มือ E-Service",
        ("ลดการใช้ดุลยพินิจหรือการเลือกปฏิบัติในภารกิจหรือบริการนั้น",),
        "มีนาคม ๒๕๖๖",
    ),
    (
        "การปฏิบัติงาน/ให้บริการอย่างเท่าเทียมกัน",
        "e๓",
        "ประชุมประจำเดือนโดย การชี้แจงแนวทางการปฏิบัติให้ถูกต้องและเป็นธรรม",
        ("ขับเคลื่อนมาตรการเสริมสร้างมาตรฐานทางจริยธรรมของหน่วยงาน",),
        "ตุลาคม ๖๕ - กันยายน ๖๖",
    ),
    (
        "การเปิดโอกาสให้ประชาชนและบุคคลภายนอกเข้ามามีส่วนร่วมในการดำเนินงานตามภารกิจของหน่วยงาน",
        "e๕",
        "มีช่องทางการเผยแพร่และประชาสัมพันธ์ ข้อมูลข่าวสาร การดำเนินการให้สาธารณชนรับทราบ",
        ("สื่อสารสองทาง",),
        "ตุลาคม ๖๕ - กันยายน ๖๖",
    ),
    (
        "๑. การสำรวจความพึงพอใจในการให้บริการของ ทุกภารกิจงาน",
        "e๑๑",
        "โครงการประเมินความพึงพอใจในการให้บริการ",
        ("มีการสำรวจความพึงพอใจในการให้บริการของทุกภารกิจงาน",),
        "ตุลาคม ๒๕๖๖",
    ),
    (
        "๑. การปรับปรุงคู่มือการปฏิบัติงานหรือมาตรฐาน การปฏิบัติงาน การประชาสัมพันธ์ บนสื่อเครือข่าย สังคมออนไลน์",
        "e๑๒",
        "จัดทำคู่มือและ ปรับปรุงคู่มือ การปฏิบัติงาน หรือมาตรฐาน การปฏิบัติงาน",
        ("ให้มีการปรับปรุงคู่มือ", "รวดเร็วกว่าที่ผ่านมา"),
        "ตุลาคม ๒๕๖๖",
    ),
    (
        "๑. การเปิดโอกาสให้ประชาชนและบุคคลภายนอก เข้ามามีส่วนร่วมในการดำเนินงานตามภารกิจของ หน่วยงาน",
        "e๑๔",
        "การประชุมประชาคม/การ จัดทำเพิ่มเติม แผนพัฒนา",
        ("ควรมีการเปิดโอกาสให้บุคคลภายนอก",),
        WHOLE_YEAR,
    ),
    (
        "การเผยแพร่และประชาสัมพันธ์ข้อมูลข่าวสาร ผ่านช่องทางที่หลากหลาย",
        "eb,em,e๙",
        "ประชาสัมพันธ์ข้อมูลข่าวสาร ผ่าน ทาง เครือข่ายสังคมออนไลน์และเว็บไซต์ ของ หน่วยงาน",
        ("Facebook Twitter หรือ Instagram",),
        WHOLE_YEAR,
    ),
    (
        "๑.การใช้ทรัพย์สินของราชการที่ถูกต้อง ๒.การกำกับดูแลและตรวจสอบการใช้ทรัพย์สินของราชการ อย่างสม่ำเสมอ",
        "i๙, i๒๔",
        "ประชุมประจำเดือนโดย การชี้แจงแนวทางการปฏิบัติให้ถูกต้องถึงแนวทางการขอยืม",
        ("ระบุแนวทางการใช้ทรัพย์สินของราชการไว้ในคู่มือ", "ควรมีการกำหนดหรือระบุแนวทางการใช้ทรัพย์สินของราชการไว้ในคู่มือ"),
        WHOLE_YEAR,
    ),
    (
        "๑.การมีส่วนร่วมในกระบวนการ งบประมาณ ๒.การใช้จ่ายงบประมาณ เป็นไปตามวัตถุประสงค์",
        "i๘, i๙, i๑๑",
        "กระบวนการการมีส่วนร่วมและมีการประเมินความเสี่ยงในการทุจริตในประเด็นการเบิกจ่ายเงิน",
        ("หน่วยงานควรจัดให้บุคลากรภายใน", "บังคับใช้จนเกิดผลสัมฤทธิ์"),
        UNREADABLE,
    ),
)
DONE = "ดำเนินการแล้วเสร็จ"
PARTS = {1: 2, 10: 2}  # summaries that the document prints in two parts; row 10 goes on in a row without number


def test_the_reports_are_held():
    """Eleven numbered rows, all done, with evidence and a summary."""
    reports = SITE.year(2566).follow_up.reports
    assert [(one.number, one.status, one.measure) for one in reports] == [
        (number, Status.DONE, None) for number in range(1, len(ROWS) + 1)
    ]
    for one, (title, _, evidence, _, period) in zip(reports, ROWS, strict=True):
        assert fold(one.title).startswith(fold(title))
        [found] = texts(one.evidence)
        assert fold(found).startswith(fold(evidence))
        assert len(texts(one.summary)) == PARTS.get(one.number, 1)
        assert one.period.printed == period
        assert isinstance(one.period, Printed) is (period == UNREADABLE)


def test_the_report_is_shown_row_by_row():
    """Measure with its number and the questions it cites, status, summary, what was done and period."""
    rows = SITE.rows("/2566/follow-up/", "follow-up")
    wanted = [
        (f"ลำดับที่ {number}: {title}" if title[1] == "." else f"{number}. {title}", DONE, summary[-1], evidence, period)
        for number, (title, _, evidence, summary, period) in enumerate(ROWS, start=1)
    ]
    assert_rows(rows, wanted)
    for row, (_, questions, _, summary, _) in zip(rows, ROWS, strict=True):
        assert row[0].endswith(fold(f"(อ้างอิงข้อคำถาม {questions})"))
        assert absent_from(row[2], summary) == []


@pytest.mark.parametrize("place", range(len(ROWS)), ids=str)
def test_a_period_is_shown_as_the_document_means_it(place):
    """Also where letters came apart on the way; years that are cut stay as printed."""
    row = SITE.pages["/2566/follow-up/"].table("follow-up")[place]
    assert ROWS[place][4] in row[-1].text


def test_no_row_is_said_to_be_undone():
    """The column of what could not be done is empty in the document."""
    assert "ไม่สามารถดำเนินการได้" not in SITE.texts["/2566/follow-up/"]


def test_what_is_around_the_table_is_shown():
    """Title, years and agency; the heads of the table and the question under row 2 on the notes page."""
    wanted = [
        "รายงานผลการดำเนินการมาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลภูวง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
        "ในปีงบประมาณ พ.ศ. ๒๕๖๖",
    ]
    assert absent_from(SITE.texts["/2566/follow-up/"], wanted) == []
    assert absent_from(SITE.texts["/contact/"], ["เทศบาลตำบลภูวง", "หนองสูง", "มุกดาหาร"]) == []
    notes = [
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "มาตรการ / โครงการ / กิจกรรม ที่ดำเนินการ",
        "ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
        "ไม่สามารถดำเนินการได้",
        "สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม",
        "ระยะเวลาในการดำเนินการ",
        "หน่วยงานปฏิบัติหรือให้บริการแก่ท่าน เป็นไปตามขั้นตอนและระยะเวลา มากน้อยเพียงใด",
    ]
    assert absent_from(SITE.texts["/2566/notes/"], notes) == []

"""มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน, การวิเคราะห์ผลการประเมินในปี พ.ศ. ๒๕๖๗: the matrix of an unnamed agency."""

from __future__ import annotations

import pytest

from prongsai.model.stated import Absence, Printed, known
from published.rendered import absent_from, assert_rows, fold, rendered
from published.stated import texts

SITE = rendered("seven-themes")
TOPICS = (
    "กระบวนการ ปฏิบัติงานที่โปร่งใส และมีประสิทธิภาพ",
    "การให้บริการ และ ระบบ E-Service",
    "ช่องทาง และ รูปแบบการประชาสัมพันธ์ เผยแพร่ ข้อมูลข่าวสารภาครัฐ",
    "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
    "กระบวนการ สร้างความโปร่งใส ในการใช้งบประ มาณและการจัดซื้อ จัดจ้าง",
    "กระบวนการ ควบคุม ตรวจสอบ การใช้อำนาจและ การบริหารงาน บุคคล",
    "กลไกและมาตรการ ในการแก้ไข และป้องกัน การทุจริตภายใน หน่วยงาน",
)
QUESTIONS = (  # topic, code, wording, words before the score, score, words of the finding
    (1, "e๑", "เจ้าหน้าที่ปฏิบัติงานหรือ ให้บริการแก่ท่าน เป็นไปตามขั้นตอน และระยะเวลา", "ข้อมูลอยู่ใน ระดับ", "๙๒.๔๕%",
     "ไม่เป็นไปตามขั้นตอนและ ระยะเวลาที่กำหนด"),
    (1, "e๒", "เจ้าหน้าที่ปฏิบัติงานหรือ ให้บริการแก่ท่านและผู้อื่นอย่างเท่า เทียมกัน", "ข้อมูลอยู่ใน ระดับ", "๙๔.๗๒%",
     "อย่างไม่เป็นธรรมและ เลือกปฏิบัติ"),
    (2, "e๕", "หน่วยงานมีการประชาสัมพันธ์ข้อมูล ข่าวสารที่ประชาชนหรือผู้รับบริการควรได้รับ ทราบอย่างชัดเจน", "ระดับ",
     "๙๐.๐๐% ขึ้นไป", "ช่องทางการเผยแพร่ข้อ มูลของหน่วยงานเข้าถึงได้ ยาก"),
    (3, "e๖", "เจ้าหน้าที่สามารถสื่อสาร ตอบข้อ ซักถาม หรือให้คำอธิบายแก่ท่านได้อย่าง ชัดเจน", "ข้อมูลอยู่ใน ระดับ", "๙๔.๓๔%",
     "ยังขาดความชัดเจน"),
    (3, "e๙", "ท่านเคยใช้งานระบบการให้บริการ ออนไลน์ (E-Service) ของหน่วยงาน หรือไม่", "ข้อมูลอยู่ใน ระดับ", "๓๐.๑๙%",
     "ผู้มารับบริการบางราย เห็นว่าไม่เคยใช้ระบบการ ให้บริการออนไลน์ของ หน่วยงาน"),
    (4, "i๑๐", "ในหน่วยงานของท่าน มีเจ้าหน้าที่ ที่ขอใช้ทรัพย์สินของราชการไปใช้อย่างถูกต้อง มากน้อยเพียงใด", "อยู่ในระดับ",
     "๔๙.๔๑%", "มีเจ้าหน้าที่ ที่ขอใช้ทรัพย์สินของราชการไปใช้อย่างไม่ถูกต้อง"),
    (4, "i๑๒", "หน่วยงานของท่าน มีการตรวจสอบเพื่อป้องกันการนำทรัพย์สินของทางราชการไปใช้เพื่อประโยชน์ส่วนตัวเป็นประจำ",
     "ข้อมูลอยู่ใน ระดับ", "๘๔.๗๑%", "ยังขาดการกำกับดูแลและตรวจสอบการใช้ทรัพย์สิน"),
    (5, "i๖", "หน่วยงานของท่าน มีการ ใช้งบประมาณหรือการ จัดซื้อจัดจ้างที่เอื้อประโยชน์ ให้บุคคลใดบุคคลหนึ่ง มาก น้อยเพียงใด",
     "ข้อมูลอยู่ใน ระดับ", "๙๕.๘๘%", "บุคลากรบางรายไม่ทราบ ข้อมูลเกี่ยวกับการดำเนิน การจัดซื้อจัดจ้าง"),
    (6, "i๘", "ผู้บังคับบัญชาในหน่วยงานของท่าน มีการสั่งให้เจ้าหน้าที่ทำในสิ่งที่เป็นการทุจริตหรือประพฤติมิชอบ", "อยู่ในระดับ",
     "๙๒.๓๕%", "เคยสั่งการให้เจ้าหน้าที่ของหน่วยงานทำในสิ่งที่ไม่ถูกต้อง"),
    (7, "i๑๔", "ท่านคิดว่าการดำเนินการเพื่อป้องกัน การทุจริตและประพฤติมิชอบของหน่วย งานของท่าน สามารถป้องกัน", "อยู่ในระดับ",
     "๙๑.๗๖%", "ยังไม่ สามารถป้องกันการทุจริตได้ จริง"),
    (7, "i๑๕", "ท่านเชื่อมั่นในกระบวนการจัดการ เรื่องร้องเรียนการทุจริตและประพฤติมิ ชอบภายในหน่วยงานของท่าน", "อยู่ในระดับ",
     "๘๙.๔๑%", "บางรายยังขาดความเชื่อมั่นใน กระบวนการจัดการร้องเรียน"),
)  # fmt: skip
CLERK = "ทุกหน่วยงาน โดยสำนักปลัด เป็นผู้รับผิดชอบ หลัก"
AUDIT = "ทุกหน่วยงาน โดยหน่วยตรวจสอบภายใน เป็นผู้รับผิดชอบหลัก"
FINANCE = "ทุกหน่วยงาน โดยกองคลังเป็น ผู้รับผิดชอบหลัก"
MERGED = "(รวมกับช่องก่อนหน้า)"
MISPLACED = "- ผู้บังคับบัญชากำกับ/ กำชับผู้ที่เกี่ยวข้องทำความเข้าใจในคู่มือการยืมทรัพย์สินทางราชการอย่างเคร่งครัด"
ROWS = (  # topic, codes, words of each step, period, words of each constraint, responsible; None is a merged cell
    (1, ("e๑",), ("จัดทำขั้นตอนและระยะเวลา ที่ใช้ในการปฏิบัติ", "ประชาสัมพันธ์และสร้าง ความเข้าใจอันดีกับประชาชน"),
     "ไตรมาส ๑", ("ณ จุดให้บริการอย่าง เพียงพอ",), CLERK),
    (1, ("e๒",), None, None, None, None),
    (2, ("e๕",), ("ปรับปรุงเว็บไซต์ให้มี ความสมบูรณ์",), "ไตรมาส ๑", ("จะต้องเผยแพร่ให้ ประชาชนทราบอย่าง ทั่วถึง",), CLERK),
    (3, ("e๖", "e๙"), ("คงรักษาระดับการให้ บริการ", "ทำ ความเข้าใจอันดีเกี่ยวกับ งานที่รองรับ", "ให้บุคคลภายนอก ได้รับทราบ"),
     "ทุกไตรมาส", ("ไม่ อยู่ ณ จุดสถาน บริการ", "ให้ประชาชนได้รับ ทราบอย่างทั่วถึง"), CLERK),
    (4, ("i๑๐",), ("จัดประชุมชี้แจงให้บุคลากรในสังกัด", "ในไปใช้ประโยชน์ในทางส่วนตัวหรือพวกพ้องอย่างทั่วถึง"), "ทุกไตรมาส",
     ("สร้างจิตสำนึกที่ดีในการรับผิดชอบต่อหน้าที่",), AUDIT),
    (4, ("i๑๒",), None, MISPLACED, None, None),
    (5, ("i๖",), ("๑. จัดประชุมชี้แจงให้บุคลากรในสังกัด ได้ทำความเข้าใจ",), "ไตรมาส ๑", ("มีความ แตกต่าง",), FINANCE),
    (6, ("i๘",), ("เผยแพร่บนเว็บไซต์เรียบร้อยแล้ว", "เผยแพร่ช่องทางการร้องเรียน"), "ไตรมาส ๑",
     ("ต้องกระตุ้นเพื่อสร้างความเข้าใจอย่างสม่ำเสมอ",), CLERK),
    (7, ("i๑๔",), ("ร้องเรียนการทุจริตของ จัดประชุมเจ้าหน้าที่ เพื่อสร้างความเข้าใจอัน ดี และประชาสัมพันธ์",), "ไตรมาส ๑", ("-",), CLERK),
    (7, ("i๑๕",), ("๒. เผยแพร่แนวทาง ปฏิบัติและช่องทาง ร้องเรียน",), None, None, None),
)  # fmt: skip
IDS = [f"m{number:02d}" for number in range(1, len(ROWS) + 1)]


def test_the_questions_are_held():
    """Eleven with their scores; one score is a bound and stays as printed."""
    questions = {one.code: one for one in SITE.year(2567).scores.questions}
    assert list(questions) == [fold(code) for _, code, *_ in QUESTIONS]
    for _, code, wording, _, score, finding in QUESTIONS:
        found = questions[fold(code)]
        assert fold(found.wording).startswith(fold(wording))
        assert [fold(finding) in fold(text) for text in found.findings] == [True]
        if code == "e๕":
            assert found.score == Printed(printed=score, at=found.score.at)
        else:
            assert f"{found.score}%" == fold(score)


def test_the_questions_are_shown_among_the_scores():
    """Lowest score first, the bound last."""
    by_score = sorted(QUESTIONS, key=lambda row: (row[1] == "e๕", fold(row[4])))
    rows = [
        (code, score.removesuffix("%"), wording, finding, "EIT" if code.startswith("e") else "IIT")
        for _, code, wording, _, score, finding in by_score
    ]
    assert_rows(SITE.rows("/2567/scores/", "questions"), rows)


def test_the_first_three_columns_of_the_matrix_are_shown_as_printed():
    """Topic, question with its score in the words of the document, finding: eleven rows, merged cells said so."""
    rows, before = [], 0
    for topic, code, wording, _, _, finding in QUESTIONS:
        head = "รวมกับช่องก่อนหน้า" if topic == before else f"({topic}) {TOPICS[topic - 1]}"
        rows.append((head, f"{code} {wording}", finding))
        before = topic
    shown = SITE.rows("/2567/analysis/", "questions")
    assert_rows(shown, rows)
    for row, (_, _, _, lead, score, _) in zip(shown, QUESTIONS, strict=True):
        assert row[1].endswith(fold(f"{lead} {score}"))


def test_the_rows_of_the_matrix_are_held():
    """Ten rows under seven topics, with what they answer."""
    measures = SITE.year(2567).measures
    assert [fold(one.title) for one in measures.topics] == [fold(title) for title in TOPICS]
    assert [one.number for one in measures.topics] == list(range(1, 8))
    assert [one.id for one in measures.measures] == IDS
    for one, (topic, codes, steps, period, constraint, responsible) in zip(measures.measures, ROWS, strict=True):
        assert one.topic == f"t{topic}"
        assert [known(basis.question) for basis in one.basis] == [fold(code) for code in codes]
        cells = (one.steps, one.period, one.constraint, one.responsible)
        merged = [wanted is None for wanted in (steps, period, constraint, responsible)]
        assert [cell is Absence.MERGED for cell in cells] == merged
        if steps is not None:
            assert len(texts(one.steps)) == len(steps)
        if period is not None:
            assert one.period.printed == period
        if constraint == ("-",):
            assert one.constraint is Absence.DASH
        elif constraint is not None:
            assert len(texts(one.constraint)) == len(constraint)
        if responsible is not None:
            assert fold(known(one.responsible).printed) == fold(responsible)


@pytest.mark.parametrize("topic", range(1, 8))
def test_the_matrix_is_shown_topic_by_topic(topic):
    """Question, finding, steps, responsible, period and constraint; a merged cell shows what is above it."""
    rows = SITE.rows("/2567/measures/", f"measures-t{topic}")
    own = [row for row in ROWS if row[0] == topic]
    assert len(rows) == len(own)
    above: list = [None] * 4
    for cells, (_, codes, steps, period, constraint, responsible) in zip(rows, own, strict=True):
        stated = [steps, period, constraint, responsible]
        above = [new if new is not None else old for new, old in zip(stated, above, strict=True)]
        for column, place in ((2, 0), (4, 1), (5, 2), (3, 3)):
            words = above[place] if isinstance(above[place], tuple) else (above[place],)
            assert absent_from(cells[column], words) == []
            assert cells[column].endswith(fold(MERGED)) is (stated[place] is None)
        for code in codes:
            [(wording, score, finding)] = [(row[2], row[4], row[5]) for row in QUESTIONS if row[1] == code]
            words = [f"ข้อคำถาม {code}", wording, score.replace("%", "") if code != "e๕" else score, finding]
            assert absent_from(cells[1], words) == []


@pytest.mark.parametrize(("key", "row"), list(zip(IDS, ROWS, strict=True)), ids=IDS)
def test_a_row_is_shown_on_a_page_of_its_own(key, row):
    """The stated cells once more."""
    topic, codes, steps, period, constraint, responsible = row
    words = [TOPICS[topic - 1], *codes, *(steps or ()), *(constraint or ()), period, responsible]
    assert absent_from(SITE.texts[f"/2567/measures/{key}/"], [word for word in words if word is not None]) == []


def test_the_heads_of_the_matrix_are_shown():
    """Two rows of heads in the document."""
    heads = SITE.heads("/2567/measures/", "measures-t1")
    wanted = ["ประเด็น", "การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "หน่วยงานผู้รับผิดชอบ"]
    wanted += ["ระยะเวลาดำเนินการ", "ข้อจำกัดในการดำเนินการ"]
    assert [fold(word) in head for word, head in zip(wanted, heads, strict=False)] == [True] * 6
    assert absent_from(heads[1], ["ข้อคำถาม ITA", "ข้อค้นพบ"]) == []


def test_what_is_above_every_page_is_shown():
    """Title and year of the analysis; the agency is not named."""
    wanted = [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ในปี พ.ศ. ๒๕๖๗",
    ]
    assert absent_from(SITE.texts["/2567/measures/"], wanted) == []
    assert fold("ชื่อหน่วยงาน เอกสารไม่ได้ระบุ") in SITE.texts["/contact/"]

"""องค์การบริหารส่วนตำบลดอน, รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ และบันทึกข้อความ: every table and list."""

from __future__ import annotations

import pytest

from prongsai.analysis.printed_comparison import words_of_change
from prongsai.model.stated import Absence, known
from published.rendered import absent_from, assert_rows, fold, rendered
from published.stated import firsts, folded, statements, texts

SITE = rendered("don")
INDICATORS = (  # name in the comparison, name in the summary table, 2566, 2567, the word of change
    ("การปฏิบัติหน้าที่", "การปฏิบัติหน้าที่", "๙๑.๔๓", "๘๔.๑๗", "ลดลง"),
    ("การใช้งบประมาณ", "การใช้งบประมาณ", "๗๖.๓๙", "๙๓.๐๖", "เพิ่มขึ้น"),
    ("การใช้อำนาจ", "การใช้จ่ายเงิน", "๘๐.๙๘", "๙๗.๗๘", "เพิ่มขึ้น"),
    ("การใช้ทรัพย์สินของราชการ", "การให้บริการประชาชน", "๗๓.๙๕", "๘๘.๘๙", "เพิ่มขึ้น"),
    ("การแก้ไขปัญหาการทุจริต", "การให้บริการทางวิชาการ", "๗๐.๒๐", "๘๘.๓๓", "เพิ่มขึ้น"),
    ("คุณภาพการดำเนินงาน", "การปฏิบัติงาน", "๘๔.๘๐", "๙๓.๔๘", "เพิ่มขึ้น"),
    ("ประสิทธิภาพการสื่อสาร", "ประสิทธิภาพการสื่อสาร", "๗๙.๖๐", "๙๒.๘๒", "เพิ่มขึ้น"),
    ("การปรับปรุงระบบการทำงาน", "การปรับปรุงการดำเนินงาน", "๗๓.๘๔", "๗๙.๔๔", "เพิ่มขึ้น"),
    ("การดำเนินการเพื่อป้องกันการทุจริต", "การเปิดเผยข้อมูล", "๑๐๐", "๑๐๐.๐๐", "เท่าเดิม"),
    ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "การป้องกันและการทุจริต", "๑๐๐", "๑๐๐.๐๐", "เท่าเดิม"),
)
TOOLS = ("IIT",) * 5 + ("EIT",) * 3 + ("OIT",) * 2
MEMO_LIST = (
    ("การเปิดเผยข้อมูล", "๑๐๐.๐๐"),
    ("การป้องกันการทุจริต", "๑๐๐.๐๐"),
    ("การใช้อำนาจ", "๙๗.๗๘"),
    ("คุณภาพการดำเนินงาน", "๙๓.๔๘"),
    ("การใช้งบประมาณ", "๙๓.๐๖"),
    ("ประสิทธิภาพการสื่อสาร", "๙๒.๘๒"),
    ("การใช้ทรัพย์สินของราชการ", "๘๘.๘๙"),
    ("การแก้ไขปัญหาการทุจริต", "๘๘.๓๓"),
    ("การปฏิบัติหน้าที่", "๘๔.๑๗"),
    ("การปรับปรุงการทำงาน", "๗๙.๔๔"),
)
ALL = "ทุกกอง/ทุกส่วนงาน"
NEXT_YEAR = "ปีงบประมาณ พ.ศ.๒๕๖๘"
BLANK = "เอกสารเว้นว่างไว้"
SOME = "มีผู้รับบริการหรือผู้มาติดต่อราชการกับหน่วยงานบางราย"
NOT_IN_TIME = f"E๑ ประเด็น {SOME}เห็นว่า การปฏิบัติงาน/ให้บริการของเจ้าหน้าที่ของหน่วยงาน ไม่เป็นไปตามขั้นตอนและระยะเวลาที่กำหนด"
NOT_ANSWERED = f"E๘ ประเด็น {SOME}มีความเห็นว่าหน่วยงานยังไม่มี"
MEASURES = {  # by topic: how the first column begins, items it refers to, words of the second and third column
    "iit": (
        ("i๑ ประเด็นเจ้าหน้าที่ของหน่วยงานปฏิบัติ", ("๐๑๐", "๐๑๑"), "อินโฟกราฟิก", "เผยแพร่ลงเว็บไซต์หน่วยงาน"),
        ("i๒ ประเด็น บุคลากรภายในหน่วยงาน", ("๐๑๓", "๐๑๐", "๐๑๑"), "ควบคุมระบุขั้นตอน", "ทุกรอบ ๓ เดือน"),
        ("i๔ ประเด็น เจ้าหน้าที่ของหน่วยงานมีการใช้งบประมาณ", ("๐๘",), "มีส่วนร่วมในการจัดทำแผน", "ประโยชน์สูงสุด"),
        ("i๑๒ ประเด็น เจ้าหน้าที่ของหน่วยงานขาด", ("๐๑๐",), "มาตรฐานทางจริยธรรม", "การยืม การเก็บรักษา"),
        ("๑๕ ประเด็น บุคลากรในหน่วยงานบางราย", ("๐๒๒", "๐๒๓"), "จะมั่นใจตรวจสอบ", "ไม่ทำให้เดือดร้อน"),
    ),
    "eit-1": (
        (NOT_IN_TIME, ("๐๑๐", "๐๑๑"), "ดึงดูดต่อการอ่าน", "ขั้นตอนการบริการของตนเอง"),
        (f"E๔ e๔ ประเด็น {SOME}", ("ตัวชี้วัดที่ ๙.๓ , ๙.๒ , ๙.๓",), "ครบถ้วนเป็นปัจจุบัน", "ข้อมูลที่เป็นและสำคัญ"),
        (f"E๗ ประเด็น {SOME}", (), "การเข้าร่วมประชาคม", "แบบสอบถามความพึงพอใจ"),
        (NOT_ANSWERED, ("๐๒๕",), "สื่อสารสองทาง", "ติดต่อสอบถามข้อมูลได้"),
        (f"E๙ ประเด็น {SOME}", ("๐๑๘",), "(E-Service)", "รายงานผลการประชาสัมพันธ์อย่างต่อเนื่อง"),
    ),
    "eit-2": (
        (NOT_IN_TIME, ("๐๑๐", "๐๑๑"), "ข้อมูลคู่มือดังกล่าว", "ฝ่ายช่องทางออนไลน์"),
        (f"E๒ ประเด็น {SOME}", ("๐๑๓", "๐๑๐", "๐๑๑"), "ดุลยพินิจ", "โดยเท่าเทียมกัน"),
        (f"E๔ e๕ ประเด็น {SOME}", (), "พร้อมครบถ้วนเป็นปัจจุบัน", "ผ่านช่องทางออนไลน์"),
        (NOT_ANSWERED, ("๐๒๕",), "ให้สาธารณชนรับทราบ", "สื่อสารสองทาง"),
        (f"E๙ ประเด็น {SOME}", ("๐๑๘",), "หรือ E-Service", "รายงานผลการประชาสัมพันธ์อย่างต่อเนื่อง"),
    ),
}
ROWS = [(topic, *row) for topic, rows in MEASURES.items() for row in rows]
IDS = [f"m{number:02d}" for number in range(1, len(ROWS) + 1)]
TOPICS = {
    "iit": ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน IT", "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"),
    "eit-1": ("ภายนอก EIT ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน", "ส่วนที่ ๑ ผู้รับบริการ หรือติดต่อราชการเข้าตอบด้วยตนเอง (EIT Public)"),
    "eit-2": ("ภายนอก EIT ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน", "ส่วนที่ ๒ ผู้ประเมินจัดเก็บข้อมูล (EIT Survey)"),
}


def last_cells(title):
    """The unit responsible and the time: the same in every row but one, where both cells are blank."""
    return (BLANK, BLANK) if title.startswith("E๗") else (ALL, NEXT_YEAR)


def test_the_figures_of_2566_are_held_in_every_statement():
    """In the comparison and, for all but the last two, in the strengths and the weakness."""
    scores = SITE.year(2566).scores
    assert list(firsts(scores.indicators).values()) == folded(row[2] for row in INDICATORS)
    assert [len(statements(one)) for one in scores.indicators.values()] == [2] * 8 + [1] * 2
    assert all(len(set(statements(one))) == 1 for one in scores.indicators.values())
    assert (statements(scores.total), statements(scores.level)) == (["87.40"], ["B", "ผ่านดี"])
    assert firsts(scores.subindicators) == {"10.1": "100.00", "10.2": "100.00"}


def test_the_figures_of_2567_are_held_in_every_statement():
    """In the memo, the summary table, the comparison and, for the first eight, the strengths and the weakness."""
    scores = SITE.year(2567).scores
    assert list(firsts(scores.indicators).values()) == folded(row[3] for row in INDICATORS)
    assert [len(statements(one)) for one in scores.indicators.values()] == [4] * 8 + [3] * 2
    assert all(len(set(statements(one))) == 1 for one in list(scores.indicators.values())[:8])
    assert [statements(scores.indicators[key]) for key in ("9", "10")] == [["100.00", "100.00", "100"]] * 2
    assert statements(scores.total) == ["93.71"] * 5
    assert statements(scores.level) == ["ผ่านดี", "ผ่าน", "ผ่านดี", "ผ่านดี", "ผ่านดี"]
    assert firsts(scores.subindicators) == {"10.1": "100.00", "10.2": "100.00"}
    assert statements(scores.rank) == ["2991", "2551"]
    assert str(scores.announced_on) == "30 กรกฎาคม 2567"
    words = {number: word for number, word, _ in words_of_change(scores.comparison, 2567)}
    assert words == {str(number): row[4] for number, row in enumerate(INDICATORS, start=1)}


def test_the_comparison_is_shown():
    """Ten rows with instrument, both years and the word of change; the last row among the differing ones."""
    rows = [
        (None, now, word, None, before, tool) for tool, (_, _, before, now, word) in zip(TOOLS, INDICATORS, strict=True)
    ]
    assert_rows(SITE.rows("/2567/scores/", "indicators"), rows)
    named = [(name,) for name, *_ in INDICATORS[:8]]
    assert_rows(SITE.rows("/2567/scores/", "indicators")[:8], named)
    old = [(None, before, None, tool) for tool, (_, _, before, _, _) in zip(TOOLS, INDICATORS, strict=True)]
    assert_rows(SITE.rows("/2566/scores/", "indicators"), old)
    assert_rows(SITE.rows("/2566/scores/", "stated-again"), [("ระดับ", "B", "ผ่านดี", "แถวระดับการประเมิน")])
    assert_rows(SITE.rows("/2567/scores/", "stated-again")[:1], [("ระดับ", "ผ่านดี", "ผ่าน", "ในภาพรวม ๙๓.๗๑ คะแนนขึ้นไป")])
    assert absent_from(SITE.texts["/2567/notes/"], [name for name, *_ in INDICATORS[8:]]) == []


def test_totals_levels_ranks_and_the_date_are_shown():
    """With how often the document says the same."""
    wanted = ["๙๓.๗๑คะแนนรวมตามเอกสาร", "ระดับผ่านดี", "ลำดับที่ ๒,๙๙๑ (หน่วยงานประเภทองค์การบริหารส่วนตำบล)"]
    wanted += ["(อีกที่หนึ่งระบุ ๒,๕๕๑)", "๓๐ กรกฎาคม ๒๕๖๗", "ระบุซ้ำอีก ๓๕ แห่ง"]
    assert absent_from(SITE.texts["/2567/scores/"], wanted) == []
    assert absent_from(SITE.texts["/2566/scores/"], ["๘๗.๔๐คะแนนรวมตามเอกสาร", "ระดับB", "ระบุซ้ำอีก ๘ แห่ง"]) == []
    for year in (2566, 2567):
        subs = {row[0][:4]: row[1] for row in SITE.rows(f"/{year}/scores/", "subindicators")}
        assert (subs["10.1"], subs["10.2"]) == ("100.00", "100.00")


def test_the_summary_table_is_shown_as_printed():
    """Ten rows with the names that only this table has."""
    rows = [(str(number), name, score) for number, (_, name, _, score, _) in enumerate(INDICATORS, start=1)]
    assert SITE.heads("/2567/analysis/", "summary-table") == folded(("ตัวชี้วัด", "รายละเอียดตัวชี้วัด", "คะแนน"))
    assert_rows(SITE.rows("/2567/analysis/", "summary-table"), rows)


def test_strengths_and_weakness_are_shown():
    """The highest with two sub-indicators, seven risen, one fallen, each with both years."""
    pairs = [
        f"ตัวชี้วัดที่ {number} {name} (ปี พ.ศ. ๒๕๖๖ ได้คะแนน {before} / ปี พ.ศ. ๒๕๖๗ ได้คะแนน {now})"
        for number, (name, _, before, now, _) in enumerate(INDICATORS[:8], start=1)
    ]
    full = "(ปี พ.ศ. ๒๕๖๖ ได้คะแนน ๑๐๐.๐๐ / ปี พ.ศ. ๒๕๖๗ ได้คะแนน ๑๐๐.๐๐)"
    wanted = [
        *pairs,
        "มากที่สุด คือ ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต",
        f"ตัวชี้วัดย่อยที่ ๑๐.๑ การดำเนินการเพื่อป้องกันการทุจริต {full}",
        f"ตัวชี้วัดย่อยที่ ๑๐.๒ มาตรการส่งเสริมคุณธรรมและความโปร่งใส {full}",
        "องค์การบริหารส่วนตำบลตอน (ตามที่พิมพ์) ได้รับผลการประเมินอยู่ในระดับ B (๘๗.๔๐ คะแนน)",
        "๙๓.๗๑ คะแนน ระดับ ผ่านดี",
        "องค์การบริหารส่วนตำบลดอย (ตามที่พิมพ์) ได้ผลคะแนน",
        "ผ่านเกณฑ์ที่กำหนด ควรรักษามาตรฐานไว้",
        "องค์การบริหารส่วนตำบลคอน (ตามที่พิมพ์) ผลการประเมินอยู่ในลำดับที่ ๒,๕๕๑",
        "จากระบบ ITAS",
        "ผลการประเมินในภาพรวมย้อนหลัง",
        "ผลการประเมินรายเครื่องมือย้อนหลัง",
        "ผลการประเมินรายตัวชี้วัด",
    ]
    assert absent_from(SITE.texts["/2567/analysis/"], wanted) == []
    analysis = SITE.year(2567).analysis
    lists = [one.indicators for one in (*analysis.strengths, *analysis.weaknesses)]
    assert lists == [("10",), ("2", "3", "4", "5", "6", "7", "8"), ("1",)]


def test_the_background_of_the_document_is_shown():
    """Four sources of data with their indicators and sub-indicators."""
    subs = {
        "๙.๑": "ข้อมูลพื้นฐาน",
        "๙.๒": "การบริหารเงิน",
        "๙.๓": "การจัดซื้อจัดจ้าง",
        "๙.๔": "การบริหารและพัฒนาทรัพยากรบุคคล",
        "๙.๕": "การเสริมสร้างความโปร่งใส",
        "๑๐.๑": "การดำเนินงานเพื่อป้องกันการทุจริต",
        "๑๐.๒": "การดำเนินงานมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    }
    wanted = [f"ตัวชี้วัดย่อยที่ {number} {name}" for number, name in subs.items()]
    wanted += [f"ตัวชี้วัดที่ {number} {row[0]}" for number, row in enumerate(INDICATORS[:8], start=1)]
    wanted += ["เก็บข้อมูลจาก ๔ ส่วน", "ไม่น้อยกว่า ๑ ปี", "(เก็บข้อมูลโดยหน่วยงาน)", "(เก็บข้อมูลโดยหน่วยตรวจ)"]
    assert absent_from(SITE.texts["/methodology/"], wanted) == []
    assert SITE.texts["/methodology/"].count(fold("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน")) == 2


def test_the_memo_is_held_and_shown():
    """Head, list of ten scores in their order, advice, closing, three offices and the empty comment."""
    memo = SITE.year(2567).memo
    assert [fold(point.text) for point in memo.points] == [
        fold(f"{name} ได้รับคะแนน {score} คะแนน") for name, score in MEMO_LIST
    ]
    assert (len(memo.signatories), memo.comment) == (3, Absence.BLANK_CELL)
    wanted = [
        "ส่วนราชการ องค์การบริหารส่วนตำบลคอน (ตามที่พิมพ์)",
        "สำนักปลัด",
        "๐-๗๓๕๖-๖๑๓๔",
        "ปบ ๘๐๐๐๑/",
        "๑๙ ธันวาคม ๒๕๖๗",
        "เรียน นายองค์การบริหารส่วนตำบลคอน (ตามที่พิมพ์)",
        "รายงานผลคะแนนการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานขององค์กรปกครองส่วนท้องถิ่น",
        "Intimal Integrity and Transparency Assessment (IIT)",
        "ได้รับผลการประเมิน ITA ๙๓.๗๑ คะแนน ระดับผลการประเมิน : ผ่านดี โดยได้รับคะแนนสูงสุดรายตัวชี้วัด ดังนี้",
        "".join(f"{name} ได้รับคะแนน {score} คะแนน" for name, score in MEMO_LIST),
        "ในภาพรวม ๙๓.๗๑ คะแนนขึ้นไป",
        "น้อยกว่า ๘๕ คะแนน",
        "อยู่ที่ ๙๓.๗๑ คะแนน (ผ่านดี)",
        "รายละเอียดปรากฏตามเอกสารแนบ",
        "จึงเรียนมาเพื่อโปรดทราบ",
        "หัวหน้าสำนักปลัด",
        "ผู้อำนวยการกองการศึกษา ศาสนาและวัฒนธรรม รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบลดอน",
        "นายกองค์การบริหารส่วนตำบลดอน",
        f"ความเห็น{BLANK}",
    ]
    assert absent_from(SITE.texts["/2567/memo/"], wanted) == []


def test_the_measures_are_held():
    """Fifteen rows under three headings; each refers to the items that its cell names; one has two blank cells."""
    measures = SITE.year(2568).measures.measures
    assert [one.id for one in measures] == IDS
    for one, (topic, title, refers, _, _) in zip(measures, ROWS, strict=True):
        assert (one.topic, fold(one.title).startswith(fold(title))) == (topic, True)
        items = [known(basis.item) for basis in one.basis if known(basis.item)]
        assert items == [f"O{int(fold(code))}" for code in refers if code.startswith("๐")]
        quotes = [fold(basis.quote or "") for basis in one.basis if known(basis.item)]
        assert [quote.endswith(fold(f"(อ้างอิงจาก {code})")) for quote, code in zip(quotes, refers, strict=False)] == [
            True
        ] * len(items)
        is_blank = title.startswith("E๗")
        assert (one.period is Absence.BLANK_CELL, one.responsible is Absence.BLANK_CELL) == (is_blank, is_blank)
        assert is_blank or known(one.period).printed == NEXT_YEAR
    assert [len(texts(one.action_and_report)) for one in measures[:1]] == [2]
    assert [basis.subindicator for basis in measures[6].basis][1:] == ["9.3", "9.2", "9.3"]


@pytest.mark.parametrize("topic", list(MEASURES))
def test_the_measures_are_shown_row_by_row(topic):
    """Five rows under each heading, five columns, the references as printed."""
    heads = ("ประเด็นที่ต้องพัฒนา", "มาตรการ/ขั้นตอน/วิธีการปฏิบัติ", "การดำเนินการ/รายงาน", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ")
    assert SITE.heads("/2568/measures/", f"measures-{topic}")[:5] == folded(heads)
    rows = SITE.rows("/2568/measures/", f"measures-{topic}")
    last = {"E7": (BLANK, BLANK)}
    wanted = [
        (title, word, action, *last.get(fold(title)[:2], (ALL, NEXT_YEAR)))
        for title, _, word, action in MEASURES[topic]
    ]
    assert_rows(rows, wanted)
    for row, (_, refers, _, _) in zip(rows, MEASURES[topic], strict=True):
        references = [f"(อ้างอิงจาก{'' if code.startswith('ต') else ' '}{code})" for code in refers]
        assert absent_from(row[1], references) == []
        assert row[1].count("อ้างอิงจาก") == len(references)


def test_the_headings_of_the_measures_are_shown():
    """Title, goal, name of the table and the three headings above the rows."""
    wanted = [text for words in TOPICS.values() for text in words]
    wanted += ["เพื่อยกระดับคะแนนในงบประมาณ พ.ศ.๒๕๖๘", "ตารางที่ ตัวชี้วัดที่ต้องนำไปสู่การพัฒนาและปรับปรุง"]
    assert absent_from(SITE.texts["/2568/measures/"], wanted) == []


@pytest.mark.parametrize(("key", "wanted"), list(zip(IDS, ROWS, strict=True)), ids=IDS)
def test_a_measure_is_shown_on_its_own_page(key, wanted):
    """Every cell once more."""
    _, title, _, word, action = wanted
    assert absent_from(SITE.texts[f"/2568/measures/{key}/"], [title, word, action, *last_cells(title)]) == []


def test_the_agency_and_its_other_spellings_are_shown():
    """District and province; the four spellings of the name on the notes page."""
    assert absent_from(SITE.texts["/contact/"], ["องค์การบริหารส่วนตำบลดอน", "ปะนาเระ", "ปัตตานี", "๐-๗๓๕๖-๖๑๓๔"]) == []
    spellings = [("คอน", "5"), ("ตอน", "1"), ("ดอย", "1")]
    told = [f"“องค์การบริหารส่วนตำบล{name}” จำนวน {count} แห่ง" for name, count in spellings]
    assert absent_from(SITE.texts["/2567/notes/"], ["ชื่อ “ดอน” พิมพ์ไว้ห้าแห่ง", *told]) == []


def test_a_sub_indicator_that_the_page_calls_otherwise_has_its_printed_name_in_the_notes():
    """The page of scores calls 9.2 as the rules of the year do; the notes say what the document prints, and why."""
    assert absent_from(SITE.texts["/2567/scores/"], ["การบริหารงานและการใช้จ่ายงบประมาณ"]) == []
    told = ["ตัวชี้วัดย่อยที่ 9.2 ไว้ว่า “การบริหารเงิน” ส่วนเว็บไซต์นี้ใช้ชื่อตามหลักเกณฑ์ปี 2567"]
    assert absent_from(SITE.texts["/2567/notes/"], told) == []


def test_the_pages_of_the_measures_item_claim_no_more_than_the_document_says():
    """Eight of fifteen measures say how they are monitored and five how reported; the list of 2568 is not whole."""
    shown = SITE.texts["/2568/oit/measures/"]
    said = ["กำหนดวิธีกำกับติดตามให้เกิดการปฏิบัติจริง มี ๘ จาก ๑๕ มาตรการ", "กำหนดวิธีรายงานผล มี ๕ จาก ๑๕ มาตรการ"]
    assert absent_from(shown, said) == []
    told = ["ประเด็นของแต่ละมาตรการอยู่ในตารางมาตรการ", "การรายงานผลของมาตรการ ๑๐ จาก ๑๕ รายการ"]
    assert absent_from(SITE.texts["/2568/measures/"], told) == []
    silent = fold("การรายงานผลเอกสารไม่ได้ระบุ")
    assert [silent in SITE.texts[f"/2568/measures/{key}/"] for key in ("m02", "m03")] == [False, True]
    assert [fold("ข้อ OIT ทั้งหมดตาม") in SITE.texts[f"/{year}/oit/"] for year in (2566, 2568)] == [True, False]

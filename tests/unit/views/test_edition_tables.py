"""The page of a year's rules: calendar, questionnaires, items and near years, each with its evidence in words."""

from decimal import Decimal

import pytest

from prongsai.blocks.block import Heading, Paragraph
from prongsai.blocks.edition import edition_blocks
from prongsai.model.edition_facts import CalendarStage
from prongsai.model.site import FiscalYear
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.day_spans import days_of
from prongsai.views.content import Table
from prongsai.views.edition_tables import subject_rows, word_scale
from prongsai.views.speech import Speech
from unit.makers import YEARS, make_edition, shipped_edition

ARABIC = Speech("arabic")


def blocks_of(year):
    """The blocks of the page of a shipped edition."""
    edition = shipped_edition(year)
    return tuple(edition_blocks(FiscalYear(year, edition), (), ARABIC))


def texts_of(year, anchor):
    """The rows of the first table below a heading, each cell as a text."""
    blocks = blocks_of(year)
    place = next((n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.id == anchor), None)
    if place is None:
        return []
    table = next(one for one in blocks[place:] if isinstance(one, Table))
    return [["".join(getattr(part, "text", "") for part in cell.parts) for cell in row] for row in table.rows]


@pytest.mark.parametrize("year", YEARS)
def test_everything_that_a_year_knows_is_on_its_page(year):
    """Each stage of the calendar, each questionnaire, each question and each item has its row, and its evidence."""
    edition = shipped_edition(year)
    rows = {anchor: texts_of(year, anchor) for anchor in ("calendar", "surveys", "subjects", "items")}
    counts = (len(edition.calendar), len(edition.questions), len(tuple(subject_rows(edition))), len(edition.items))
    assert tuple(map(len, rows.values())) == counts
    assert all(row[-1] and "ยังไม่ยืนยัน" not in row[-1] for row in rows["calendar"] + rows["subjects"])


def test_elements_that_were_not_found_are_not_counted_as_none():
    """An item of 2567 whose elements no source has shows no number, the others theirs."""
    shown = {row[0]: row[3] for row in texts_of(2567, "items")}
    assert (shown["O1"], shown["O5"]) == ("3", "-")


@pytest.mark.parametrize(("year", "count", "titled"), [(2563, 43, 1), (2567, 35, 6)])
def test_the_number_of_items_is_said_apart_from_what_is_known_of_each(year, count, titled):
    """Evidence for the number of a year verifies no item: their names are counted by themselves (issue line 8)."""
    paragraphs = [
        "".join(getattr(part, "text", "") for part in one.parts)
        for one in blocks_of(year)
        if isinstance(one, Paragraph)
    ]
    [said] = [text for text in paragraphs if "ชื่อข้อที่ยืนยันได้" in text]
    assert said.startswith(f"จำนวนข้อ OIT ของปีคือ {count} ข้อ ยืนยันโดย")
    assert f" ชื่อข้อที่ยืนยันได้ {titled} ข้อ" in said


def test_the_calendar_and_the_questions_of_2564_are_said_with_their_evidence():
    """Days as the source has them, four answers with their points, a subject with what is special about it."""
    assert ["ตอบแบบตรวจ OIT", "1 มี.ค. ถึง 30 เม.ย. 2564", "เอกสารหรือหน้าเว็บของทางการ, แหล่งสาธารณะอื่น"] in texts_of(
        2564, "calendar"
    )
    [scale] = [row[3] for row in texts_of(2564, "surveys") if row[0] == "IIT"]
    assert scale.startswith("น้อยที่สุดหรือไม่มีเลย 0, น้อย 33, มาก 67, มากที่สุด 100")
    [fourth] = [row for row in texts_of(2564, "subjects") if row[0] == "i4"]
    assert fourth[1:4] == ["1", "เรียกรับเงิน ทรัพย์สิน หรือประโยชน์อื่นจากผู้มาติดต่อ", "3 ข้อย่อย มี 0, ไม่มี 100"]


def test_the_questions_of_2564_are_not_those_of_2565():
    """The rules of 2565 continue those of 2564, but of its questions only the number is verified."""
    survey = shipped_edition(2565).questions["IIT"]
    assert (survey.count, survey.asked, survey.points, survey.choices) == (30, {}, (), ())


def test_the_scale_of_2567_is_said_to_be_computed():
    """Six answers in steps of 20 reproduce published scores; no document prints them."""
    [row] = [row for row in texts_of(2567, "surveys") if row[0] == "IIT"]
    assert row[3] == "6 ระดับ คะแนน 0, 20, 40, 60, 80, 100"
    assert row[4].startswith("คำนวณทวนแล้วตรงกับตัวเลขที่เผยแพร่")


@pytest.mark.parametrize("year", [2569, 2570])
def test_names_of_near_years_are_apart_and_say_that_nobody_verified_them(year):
    """Every row says of which year the name is, and for which year it is not verified."""
    rows = texts_of(year, "nearest")
    assert rows
    assert all(row[2].endswith(f"ยังไม่ยืนยันสำหรับปี {year}") for row in rows)


def test_questionnaires_are_read_in_their_older_forms():
    """A bare number, evidence for all of them next to the instruments, and one that has its own."""
    made = make_edition(questions={"iit": "30", "EIT": {"count": "15", "evidence": ["own"]}, "evidence": ["all"]})
    assert {code: (one.count, one.evidence) for code, one in made.questions.items()} == {
        "IIT": (30, ("all",)),
        "EIT": (15, ("own",)),
    }
    assert make_edition(questions={"evidence": ["all"]}).questions == {}


def test_a_scale_says_what_is_known_of_it():
    """Answers with points where both are known, else the one that is."""
    points = (Decimal(0), Decimal(33))
    assert word_scale(("น้อย", "มาก"), points, ARABIC) == "น้อย 0, มาก 33"
    assert word_scale((), points, ARABIC) == "คะแนน 0, 33"
    assert word_scale(("น้อย",), (), ARABIC) == "น้อย"
    assert word_scale((), (), ARABIC) == ""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 มี.ค. ถึง 30 เม.ย. 2564", (2564, 3, 1), (2564, 4, 30)),
        ("20 มิ.ย. ถึง 4 ก.ค. 2564", (2564, 6, 20), (2564, 7, 4)),
        ("1 ถึง 31 พ.ค. 2565", (2565, 5, 1), (2565, 5, 31)),
        ("ก.พ. ถึง มี.ค. 2564", (2564, 2, 1), (2564, 3, 31)),
        ("ธ.ค. 2568 ถึง ม.ค. 2569", (2568, 12, 1), (2569, 1, 31)),
        ("๒๖ ส.ค. ๒๕๖๔", (2564, 8, 26), (2564, 8, 26)),
    ],
)
def test_a_stage_of_the_calendar_knows_its_days(text, first, last):
    """A day, a span of days, or whole months with the year that is printed once or twice."""
    days = CalendarStage(stage="ก", date=text).days
    assert days == (BuddhistDate(*first), BuddhistDate(*last))


@pytest.mark.parametrize("text", ["15 ส.ค.", "ยังไม่ประกาศ", "ต่อเนื่อง", ""])
def test_days_without_a_year_are_not_guessed(text):
    """Nothing is made up for a text that does not tell its year."""
    assert days_of(text) is None


def test_every_stage_of_the_shipped_calendars_can_be_reckoned_with():
    """A reminder of a stage can tell its first and its last day."""
    stages = [stage for year in YEARS for stage in shipped_edition(year).calendar]
    assert len(stages) > 10
    assert all(stage.days and stage.days[0] <= stage.days[1] for stage in stages)

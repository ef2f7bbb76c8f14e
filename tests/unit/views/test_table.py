"""A table that is declared once: what a page shows and what is handed out are two ways of showing it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from pydantic import BaseModel

from prongsai.model.record import say
from prongsai.model.stated import Absence, Printed
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Phrase
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, TableOf, field_columns, place_rows

THAI, ARABIC = Speech("thai"), Speech("arabic")


@dataclass(frozen=True)
class Row:
    """A row of facts."""

    name: str = "กองคลัง"
    score: object = Decimal("69.2")
    day: object = BuddhistDate(2569, 11, 21)
    count: int | None = 3
    right: bool | None = True


TABLE: TableOf[Row] = TableOf(
    "example",
    "ตัวอย่าง",
    "ตารางเพื่อทดสอบ",
    (
        YEAR,
        ROW,
        Column("name", "ชื่อ", "name", "ชื่อหน่วยงาน", heads_row=True),
        Column("score", "คะแนน", "score", "คะแนนตามเอกสาร", "figure"),
        Column("day", "วันที่", "day", "วันที่ออกเอกสาร", "day"),
        Column("count", "จำนวน", "count", "จำนวนข้อ", "integer"),
        Column("right", "ถูก", "right", "ถูกหรือไม่", "boolean"),
        Column("linked", "หน่วยงาน", lambda row, _: Phrase(row.name, href="/units/finance/"), is_open=False),
    ),
)


def handed_out(*rows: Row) -> list[dict[str, str | None]]:
    """The rows of the open data by the names of their columns."""
    made = TABLE.hand_out(place_rows({2567: rows}), ARABIC)
    return [dict(zip(made.names, row, strict=True)) for row in made.rows]


def test_a_fact_is_handed_out_as_it_is_and_shown_in_the_numerals_of_the_site():
    """One value of a row: figures keep the decimals of their document in both, and a page alone has links."""
    assert handed_out(Row(), Row(name="กองช่าง")) == [
        {
            "fiscal_year": "2567",
            "row": str(place),
            "name": name,
            "score": "69.2",
            "score_note": None,
            "day": "2569-11-21",
            "day_note": None,
            "count": "3",
            "right": "true",
        }
        for place, name in enumerate(("กองคลัง", "กองช่าง"), 1)
    ]
    heads = {"linked": None, "score": "คะแนนของเรา", "count": None}
    table = TABLE.show(("example", "ตัวอย่าง"), heads, [Row()], THAI)
    assert [(head.title, head.number) for head in table.columns] == [
        ("หน่วยงาน", False),
        ("คะแนนของเรา", True),
        ("จำนวน", True),
    ]
    [cells] = table.rows
    assert [cell.parts[0].text for cell in cells] == ["กองคลัง", "๖๙.๒", "๓"]
    assert cells[0].parts[0].href == "/units/finance/"
    assert cells[1].parts[0].value == Decimal("69.2")


def test_what_is_absent_has_its_reason_next_to_it():
    """No figure and no day, and why; what nobody asks for is empty."""
    [row] = handed_out(Row(score=Absence.NOT_STATED, day=Absence.NONE, count=None, right=None))
    assert (row["score"], row["score_note"]) == (None, "เอกสารไม่ได้ระบุ")
    assert (row["day"], row["count"], row["right"]) == (None, None, None)
    assert row["day_note"]


def test_what_is_next_to_a_figure_is_its_note():
    """The first figure of several parts is the figure; all other words are handed out next to it."""
    parts = (Phrase("๔", value=4), Phrase("จาก"), Phrase("๑๐", value=10))
    [row] = handed_out(Row(score=parts))
    assert (row["score"], row["score_note"]) == ("4", "จาก ๑๐")


def test_a_page_cannot_ask_for_a_column_that_is_not_declared():
    """A wrong name is an error of the program, never an empty column."""
    with pytest.raises(KeyError, match="scroe"):
        TABLE.show(("example", "ตัวอย่าง"), {"scroe": None}, [Row()], THAI)


def test_every_column_of_the_open_data_has_its_meaning():
    """Name, Thai name and meaning of each, and none twice."""
    fields = TABLE.hand_out(iter(()), ARABIC).fields
    assert all(field.name and field.title and field.meaning for field in fields)
    assert len({field.name for field in fields}) == len(fields)


class Answer(BaseModel):
    """A record whose fields have words."""

    code: object = say("รหัส", "รหัสของข้อ", example="O1")
    findings: object = say("ข้อค้นพบ", "หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[ก, ข]")
    inner: object = say("ภายใน", "ไม่นำออก", None, example="ค")


@dataclass(frozen=True)
class Holder:
    """A row that holds such a record."""

    answer: Answer


def test_columns_of_a_record_have_the_words_of_its_fields():
    """A field that is a column says its name and meaning once, where it is declared; a list is lines."""
    columns = field_columns(Answer, at="answer", without={"inner"})
    assert [(one.name, one.title, one.meaning) for one in columns] == [
        ("code", "รหัส", "รหัสของข้อ"),
        ("findings", "ข้อค้นพบ", "หนึ่งรายการต่อหนึ่งเรื่อง"),
    ]
    row = Holder(Answer(code=Printed(printed="O๑"), findings=("ก", "ข")))
    assert [one.values(row, ARABIC) for one in columns] == [("O๑",), ("ก\nข",)]
    assert columns[0].values(Holder(Answer(code=Absence.NOT_ENTERED)), ARABIC) == (None,)

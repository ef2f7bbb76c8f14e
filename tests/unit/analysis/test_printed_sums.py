"""Sums and shares of printed tables: what does not add up is found, what only looks so is left alone."""

from decimal import Decimal

import pytest

from prongsai.analysis.printed_sums import shares_of, sums_across, sums_down
from prongsai.model.document_parts import PrintedTable
from prongsai.model.stated import SPELLINGS


def table(text):
    """A table from lines with bars, the heads first, as it is typed in a data file."""
    head, *rows = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.strip().split("\n"))
    cells = tuple(tuple(SPELLINGS.get(cell, cell) for cell in row) for row in rows)
    return PrintedTable.model_construct(caption="ตาราง", columns=tuple(head), rows=cells)


def found(sums):
    """The row, the column, the printed and the right value of each."""
    return [(one.row, one.column, str(one.printed), str(one.expected)) for one in sums]


RESPONDENTS = """
| กลุ่ม | จำนวน (คน) | ร้อยละ |
| บุคลากรภายใน | {inner} | {share} |
| ประชาชน | 118 | 72.0 |
| รวม | 164 | 100 |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RESPONDENTS.format(inner=46, share="28.0"), []),
        (RESPONDENTS.format(inner="๔๖ คน", share="28.0"), []),
        (RESPONDENTS.format(inner=64, share="28.0"), [("รวม", "จำนวน (คน)", "164", "182")]),
        ("|รายการ|งบประมาณ (บาท)|\n|จัดซื้อ|1,250,000.00|\n|จ้าง|750,000.50|\n|รวมทั้งสิ้น|2,000,000.50|", []),
        (
            "|รายการ|งบประมาณ (บาท)|\n|จัดซื้อ|1,250,000.00|\n|จ้าง|750,000.00|\n|รวมทั้งสิ้น|2,100,000.00|",
            [("รวมทั้งสิ้น", "งบประมาณ (บาท)", "2100000.00", "2000000.00")],
        ),
    ],
)
def test_a_total_below_a_column_is_its_sum(text, expected):
    """Counts and amounts add up to what is headed รวม, in either digits and with units; another total is found."""
    assert found(sums_down(table(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "|ด้าน|คะแนน|\n|ก|80|\n|ข|90|\n|รวม|85|",
        "|ด้าน|ค่าเฉลี่ย|\n|ก|4.20|\n|ข|4.60|\n|รวม|4.40|",
        "|ด้าน|ร้อยละความพึงพอใจ|\n|ก|80.00|\n|ข|90.00|\n|รวม|85.00|",
        "|ด้าน|ระดับความเสี่ยง|\n|ก|3|\n|ข|2|\n|รวม|3|",
        "|ตัวชี้วัด|ปี 2563|ปี 2564|\n|1|80.00|82.00|\n|2|90.00|88.00|\n|คะแนนรวม|85.00|85.00|",
    ],
)
def test_ratings_have_no_sum(text):
    """Scores, means, percentages, levels and results of years are no counts: their total is no sum."""
    assert found(sums_down(table(text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|หมวด|บาท|\n|ก1|10|\n|ก2|20|\n|รวมหมวด ก|30|\n|ข1|5|\n|ข2|6|\n|รวมหมวด ข|11|\n|รวมทั้งสิ้น|41|", []),
        (
            "|หมวด|บาท|\n|ก1|10|\n|ก2|20|\n|รวมหมวด ก|30|\n|ข1|5|\n|ข2|6|\n|รวมหมวด ข|12|\n|รวมทั้งสิ้น|42|",
            [("รวมหมวด ข", "บาท", "12", "11")],
        ),
        ("|หมวด|บาท|\n|1. งบดำเนินงาน|100|\n|1.1 ค่าใช้สอย|60|\n|1.2 ค่าวัสดุ|40|\n|2. งบลงทุน|50|\n|รวม|150|", []),
        ("|หมวด|คน|\n|ผู้รับบริการ|30|\n|- ชาย|10|\n|- หญิง|20|\n|ผู้มาติดต่อ|5|\n|รวม|35|", []),
        ("|หมวด|คน|\n|ก|30|\n|ข|-|\n|ค|ช่องว่าง|\n|ง|2|\n|รวม|32|", []),
        ("|หมวด|คน|\n|ก|30|\n|ข|รวมกับช่องบน|\n|ค|9|\n|รวม|99|", []),
        ("|หมวด|คน|\n|ก|30|\n|ข|ไม่มีข้อมูล 5 แห่ง|\n|รวม|99|", []),
        ("|ลำดับที่|เรื่อง|จำนวน|\n|1|ก|3|\n|2|ข|4|\n|รวม|ช่องว่าง|7|", []),
        ("|ลำดับที่|เรื่อง|จำนวน|\n|1|ก|3|\n|2|ข|4|\n|ช่องว่าง|รวม|8|", [("รวม", "จำนวน", "8", "7")]),
    ],
)
def test_groups_parts_and_merged_cells_are_understood(text, expected):
    """Subtotals, rows that are parts of one above, empty and merged cells make no false alarm."""
    assert found(sums_down(table(text))) == expected


ACROSS = "|รายการ|ชาย|หญิง|รวม|ร้อยละ|\n|ก|10|12|22|40.0|\n|ข|7|8|15|27.3|\n|ค|9|9|{sum}|32.7|"


def test_a_total_next_to_its_columns_is_their_sum():
    """The one row that does not add up is found; where none does, the column is something else."""
    assert found(sums_across(table(ACROSS.format(sum=18)))) == []
    assert found(sums_across(table(ACROSS.format(sum=19)))) == [("ค", "รวม", "19", "18")]
    other = "|รายการ|ชาย|หญิง|รวม|\n|ก|10|12|30|\n|ข|7|8|20|"
    assert found(sums_across(table(other))) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["33.33", "33.33", "33.33", "100"], []),
        (["33.3", "33.3", "33.4", "100.00"], []),
        (["20", "30", "45", "100"], [("", "ร้อยละ", "100", "95")]),
        (["80.00", "90.00", "85.00", "85.00"], []),
    ],
)
def test_percentages_of_a_whole_make_a_hundred_within_rounding(rows, expected):
    """Three thirds are whole, ninety-five are not; percentages whose total is no hundred are ratings."""
    lines = "\n".join(f"|{name}|{value}|" for name, value in zip(["ก", "ข", "ค", "รวม"], rows, strict=True))
    assert found(shares_of(table(f"|กลุ่ม|ร้อยละ|\n{lines}"))) == expected


def test_a_percentage_is_the_share_of_its_count():
    """The one row whose percentage is not that of its count is found with the right one."""
    text = "|กลุ่ม|จำนวน|ร้อยละ|\n|ก|46|28.05|\n|ข|88|53.66|\n|ค|30|{share}|\n|รวม|164|100.00|"
    assert found(shares_of(table(text.format(share="18.29")))) == []
    (wrong,) = shares_of(table(text.format(share="19.28")))
    assert (wrong.row, wrong.printed, wrong.expected) == ("ค", Decimal("19.28"), Decimal("18.29"))

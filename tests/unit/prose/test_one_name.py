"""One thing named in different ways, within the documents of a year and the pages made of them."""

import pytest

from prongsai.pipeline.check import check_folder
from unit.makers import SITE, write_files

CODE = "name-varies"


def told(tmp_path, files):
    """The names that are reported, each problem as what it is about and all spellings."""
    found = check_folder(write_files(tmp_path, {**SITE, **files})).problems
    return [(one.values["what"], one.values["names"], len(one.places)) for one in found if one.code == CODE]


def points(*texts):
    """An analysis whose section has these points."""
    listed = "".join(f"      - {text}\n" for text in texts)
    return {
        "data/2564/analysis.yml": "fiscal_year: 2564\nsections:\n  - id: list\n    title: ตัวชี้วัด\n    points:\n" + listed
    }


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"],
            [("ตัวชี้วัดที่ 8", "“การปรับปรุงการทำงาน” และ “การปรับปรุงระบบการทำงาน”", 2)],
        ),
        (
            ["ตัวชี้วัดย่อยที่ ๙.๓ การบริหารเงิน"],
            [("ตัวชี้วัดย่อยที่ 9.3", "“การบริหารเงิน” และ “การบริหารเงินงบประมาณ”", 1)],
        ),
        (["ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน", "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"], []),
        (["ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน", "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล"], []),
        (["ตัวชี้วัดที่ 8 ได้คะแนนเพิ่มขึ้นจากปีก่อน", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"], []),
    ],
)
def test_an_indicator_has_one_name_in_the_documents_of_a_year(tmp_path, texts, expected):
    """Two names, or a printed one besides that of the pages, are said together; one name or a sentence is not."""
    assert told(tmp_path, points(*texts)) == expected


MEASURES = (
    "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures:\n  - {id: m01, title: เผยแพร่ช่องทางติดต่อผู้บริหารบนเว็บไซต์}\n"
)


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("เผยแพร่ช่องทางติดต่อผู้บริหารทางเว็บไซต์", 1),
        ("เผยแพร่ช่องทาง ติดต่อผู้บริหารบนเว็บไซต์", 0),
        ("ประชุมคณะทำงานครั้งที่ 1", 0),
    ],
)
def test_a_report_calls_its_measure_as_the_measures_do(tmp_path, title, count):
    """Another spelling is said with both places; other blanks are the same name, and a part of a measure is none."""
    report = f"fiscal_year: 2565\nreports:\n  - {{measure: m01, status: done, title: {title}, evidence: [คำสั่ง]}}\n"
    found = told(tmp_path, {"data/2565/measures.yml": MEASURES, "data/2565/follow-up.yml": report})
    assert [places for *_, places in found] == [2] * count

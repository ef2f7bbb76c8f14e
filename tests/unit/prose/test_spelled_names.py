"""A unit, a measure and a heading are spelled in one way wherever the documents of a year name them."""

import re

import pytest

from prongsai.rules.gather import gather
from unit.makers import check_files

CODE = "name-varies"
RIGHT, WRONG = "กองยุทธศาสตร์และงบประมาณ", "กองยุทธศาตร์และงบประมาณ"


def told(tmp_path, files):
    """Reported names, each fact once, with the thing that they name."""
    found = gather(one for one in check_files(tmp_path, files) if one.code == CODE)
    return [(one.values["what"], one.values["names"]) for one in found]


def measures(*units, titles=()):
    """Measures with these units, each of a measure of its own, or with these titles."""
    rows = [f"{{id: m{n:02}, title: งาน {n}, responsible: [{names}]}}" for n, names in enumerate(units)]
    rows += [f"{{id: t{n:02}, title: {title}}}" for n, title in enumerate(titles)]
    return {"data/2565/measures.yml": f"fiscal_year: 2565\nmeasures: [{', '.join(rows)}]\n"}


def reports(*titles, more=""):
    """Reports that name no measure, by title and round."""
    rows = [f"{{title: {title}, round: '{months}', status: done}}" for title, months in titles]
    return {"data/2565/follow-up.yml": f"fiscal_year: 2565\nreports: [{', '.join(rows)}]\n{more}"}


def memo(unit):
    """A memo of the year from a unit."""
    return {"data/2565/memo.yml": f"fiscal_year: 2565\nunit: {unit}\n"}


LISTED = {"site_config/agency.yml": f"name: เทศบาลตำบลทดสอบ\nunits: {{plan: {{name: {RIGHT}}}}}\n"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (measures(RIGHT, WRONG, WRONG), [{RIGHT, WRONG}]),
        (measures(RIGHT) | memo(WRONG), [{RIGHT, WRONG}]),
        (LISTED | memo(WRONG), [{RIGHT, WRONG}]),
        (LISTED | measures(RIGHT, WRONG), []),  # said with the line that would correct it
        (measures(f"{RIGHT}, {WRONG}"), []),  # side by side they are two
        (measures(RIGHT, RIGHT), []),
        (measures("งานนโยบายและแผน", "งานนโยบายและแผนงาน"), []),
        (measures("กองช่าง", "กองคลัง"), []),
        (LISTED | memo(RIGHT), []),
        (memo(WRONG), []),
    ],
)
def test_a_unit_is_spelled_alike_everywhere(tmp_path, files, names):
    """Two spellings are said together, however many measures have them; near twins and one spelling are not."""
    assert [{*re.findall("“(.*?)”", found)} for _, found in told(tmp_path, files)] == names


TITLE, LOST = "โครงการอบรมคุณธรรมจริยธรรมพนักงาน", "โครงการอบรมคุณธรมจริยธรรมพนักงาน"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (measures(titles=[TITLE]) | reports((LOST, 12)), ("มาตรการหรือโครงการ", f"“{TITLE}” และ “{LOST}”")),
        (reports((TITLE, 6), (LOST, 12)), ("มาตรการหรือโครงการ", f"“{TITLE}” และ “{LOST}”")),
        (measures(titles=[TITLE, LOST]) | reports((TITLE, 12), (LOST, 12)), None),  # both lists have two
        (measures(titles=[TITLE]) | reports((TITLE, 12)), None),
        (measures(titles=[f"{TITLE} รุ่นที่ 1"]) | reports((f"{TITLE} รุ่นที่ 2", 12)), None),
        (reports((TITLE, 12), (LOST, 12)), None),  # of one round: two projects, for all that anybody knows
    ],
)
def test_a_title_is_spelled_alike_in_measures_and_reports(tmp_path, files, expected):
    """A title that only the measures have and one nearly like it that only the reports have are said together."""
    assert told(tmp_path, files) == ([expected] if expected else [])


def test_a_heading_is_spelled_alike_in_measures_and_reports(tmp_path):
    """The headings that group measures are compared with those that group their reports."""
    topic = "topics: [{{id: t1, title: {}}}]\n"
    plan = {
        "data/2565/measures.yml": f"fiscal_year: 2565\n{topic.format('ด้านการเปิดเผยข้อมูลสาธารณะ')}"
        "measures: [{id: m01, title: ก, topic: t1}]\n"
    }
    told_so = {
        "data/2565/follow-up.yml": f"fiscal_year: 2565\n{topic.format('ด้านการเปิดเผยข้อมูลสาธารณ')}"
        "reports: [{measure: m01, topic: t1, status: done}]\n"
    }
    again = {name: text.replace("สาธารณ}", "สาธารณะ}").replace("เปิดเผย", "เปิดเผ") for name, text in told_so.items()}
    assert told(tmp_path / "end", plan | told_so) == []  # a letter more at the end may be another word
    [(what, names)] = told(tmp_path / "inside", plan | again)
    assert (what, names) == ("หัวข้อ", "“ด้านการเปิดเผยข้อมูลสาธารณะ” และ “ด้านการเปิดเผข้อมูลสาธารณะ”")

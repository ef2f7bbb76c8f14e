"""Problems as people and machines read them."""

import json
from urllib.parse import unquote

import pytest

from prongsai import __version__
from prongsai.problems import Where, problem
from prongsai.reporting import FORMATS, as_github, as_json, as_sarif, as_text, count_severities, summary_line
from prongsai.wording import SENTENCES

ERROR = problem("unknown-source", Where("data/2564/scores.yml", 2, 9), found="papr")
WARNING = problem("unknown-file", Where("data/2564/คะแนน รวม,1%.yml"), suggestion="scores.yml")
NOTE = problem("remark", Where("data/2564/memo.yml", 5, 3), text="บรรทัดหนึ่ง\nบรรทัดสอง 100%")
ALL = [ERROR, WARNING, NOTE]


def test_problems_are_counted_by_severity():
    """Every severity has a count, also where it is zero."""
    assert count_severities(ALL) == {"errors": 1, "warnings": 1, "notes": 1}
    assert count_severities([]) == {"errors": 0, "warnings": 0, "notes": 0}


def test_the_text_gives_place_severity_code_message_and_mending():
    """One block a problem, a blank line between, a count at the end."""
    assert as_text([ERROR, problem("remark", Where("a.yml", 1, 1), text="จริง")]) == (
        "data/2564/scores.yml:2:9  ผิดพลาด [unknown-source]\n"
        "  อ้างถึงเอกสาร “papr” ซึ่งไม่มีใน site_config/documents.yml\n"
        f"  วิธีแก้: {SENTENCES['unknown-source'].mend_th}\n"
        "\n"
        "a.yml:1:1  ข้อสังเกต [remark]\n"
        "  จริง\n"
        "\n"
        "ผิดพลาด 1 รายการ คำเตือน 0 รายการ ข้อสังเกต 1 รายการ\n"
    )


def test_the_text_is_there_in_english():
    """The same block in English."""
    assert as_text([ERROR], "en") == (
        "data/2564/scores.yml:2:9  error [unknown-source]\n"
        "  the document “papr” is not in site_config/documents.yml\n"
        f"  To mend: {SENTENCES['unknown-source'].mend_en}\n"
        "\n"
        "1 errors, 0 warnings, 0 notes\n"
    )


def test_without_problems_the_text_says_so():
    """Silence would leave open whether anything was checked."""
    assert as_text([]) == "ไม่พบปัญหาของข้อมูล\n"
    assert summary_line([], "en") == "0 errors, 0 warnings, 0 notes"


def test_json_lists_every_problem_with_its_place():
    """Machines find code, severity, place, message and hint, and the counts."""
    report = json.loads(as_json(ALL))
    assert report["summary"] == {"errors": 1, "warnings": 1, "notes": 1}
    assert [(one["code"], one["severity"], one["line"], one["column"]) for one in report["problems"]] == [
        ("unknown-source", "error", 2, 9),
        ("unknown-file", "warning", 0, 0),
        ("remark", "note", 5, 3),
    ]
    assert report["problems"][1]["file"] == "data/2564/คะแนน รวม,1%.yml"
    assert set(report["problems"][0]) == {"code", "severity", "file", "line", "column", "message", "hint"}
    assert report["problems"][2]["hint"] == ""


def test_json_keeps_thai_readable():
    """Thai letters are not escaped, and the text ends with a line end."""
    assert "อ้างถึงเอกสาร" in as_json(ALL)
    assert as_json([]).endswith("}\n")


def test_sarif_has_the_shape_of_the_standard():
    """Version, tool with its rules, and results with level, message and a region that counts from 1."""
    report = json.loads(as_sarif(ALL))
    assert report["version"] == "2.1.0"
    [run] = report["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("prongsai", __version__)
    assert sorted(rule["id"] for rule in driver["rules"]) == ["remark", "unknown-file", "unknown-source"]
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("unknown-source", "error"),
        ("unknown-file", "warning"),
        ("remark", "note"),
    ]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    assert [(one["startLine"], one["startColumn"]) for one in regions] == [(2, 9), (1, 1), (5, 3)]
    assert all(one["message"]["text"] for one in run["results"])


def test_a_place_in_sarif_is_an_address():
    """A file name with Thai letters or spaces is written as a URI."""
    [result] = json.loads(as_sarif([WARNING]))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
    assert unquote(uri) == WARNING.where.file


def test_github_annotations_are_one_line_each():
    """Line ends, per cent signs, colons and commas cannot break out of an annotation."""
    lines = as_github(ALL).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert lines[0].startswith("::error file=data/2564/scores.yml,line=2,col=9,title=unknown-source::")
    assert lines[1].startswith("::warning file=data/2564/คะแนน รวม%2C1%25.yml,line=1,col=1,title=unknown-file::")
    assert lines[2].endswith("::บรรทัดหนึ่ง%0Aบรรทัดสอง 100%25")


def test_github_has_nothing_to_say_without_problems():
    """No problem, no annotation."""
    assert as_github([]) == ""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_format_speaks_both_languages(form, language):
    """Each format words the message in the language asked for."""
    assert ("ซึ่งไม่มีใน" in FORMATS[form]([ERROR], language)) is (language == "th")

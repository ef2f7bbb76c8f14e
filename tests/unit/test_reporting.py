"""Problems as people and machines read them."""

import json
from urllib.parse import unquote

import pytest

from prongsai import __version__
from prongsai.problems import Where, problem
from prongsai.reporting import (
    FORMATS,
    MOST_LISTED,
    MOST_SHOWN,
    as_github,
    as_json,
    as_sarif,
    as_text,
    count_severities,
    summary_line,
)
from prongsai.wording import sentences

ERROR = problem("unknown-source", Where("data/2564/scores.yml", 2, 9), found="papr")
WARNING = problem("unknown-file", Where("data/2564/คะแนน รวม,1%.yml"), suggestion="scores.yml")
NOTE = problem("remark", Where("data/2564/memo.yml", 5, 3), text="บรรทัดหนึ่ง\nบรรทัดสอง 100%")
ALL = [ERROR, WARNING, NOTE]


def test_problems_are_counted_by_severity():
    """Every severity has a count, also where it is zero."""
    assert count_severities(ALL) == {"errors": 1, "warnings": 1, "notes": 1}
    assert count_severities([]) == {"errors": 0, "warnings": 0, "notes": 0}


def test_the_text_gives_place_severity_code_message_and_fix():
    """One block a problem, a blank line between, a count at the end."""
    assert as_text([ERROR, problem("remark", Where("a.yml", 1, 1), text="จริง")]) == (
        "data/2564/scores.yml:2:9  ผิดพลาด [unknown-source]\n"
        "  อ้างถึงเอกสาร “papr” ซึ่งไม่มีใน site_config/documents.yml\n"
        f"  วิธีแก้: {sentences()['unknown-source'].fix}\n"
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
        f"  To fix: {sentences('en')['unknown-source'].fix}\n"
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


NOTES = [problem("remark", Where("data/2564/memo.yml", line, 1), text=str(line)) for line in range(1, 7001)]
LAST = problem("unknown-source", Where("data/2565/scores.yml", 9, 9), found="papr")
MANY = [*NOTES, LAST]


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_has_an_end_and_no_error_is_hidden_behind_notes(form):
    """However many problems there are, so many are given, the gravest in any case, each at its place."""
    text = FORMATS[form](MANY, "th")
    assert len(text) < 3_000_000
    assert text.count("unknown-source") >= 1
    assert FORMATS[form](MANY[-100:], "th").count("memo.yml") >= 99


def test_the_text_says_how_many_it_leaves_out_and_where():
    """By file and code, and the counts at the end are those of all."""
    text = as_text(MANY)
    assert text.count("ข้อสังเกต [remark]\n") == MOST_SHOWN - 1
    assert text.endswith(
        "\nและอีก 6,801 รายการที่ไม่ได้แสดง แก้รายการข้างต้นแล้วสั่งตรวจใหม่\n"
        "  data/2564/memo.yml  ข้อสังเกต [remark] 6,801 รายการ\n"
        "\n"
        "ผิดพลาด 1 รายการ คำเตือน 0 รายการ ข้อสังเกต 7000 รายการ\n"
    )
    assert "and 6,801 more that are not shown" in as_text(MANY, "en")
    assert "ที่ไม่ได้แสดง" not in as_text(MANY, with_notes=False)


def test_what_is_left_out_of_the_text_is_itself_no_endless_list():
    """The gravest and largest groups are named, the others counted."""
    spread = [problem("remark", Where(f"data/{number}.yml", 1), text="x") for number in range(1000)]
    lines = as_text(spread).splitlines()
    assert "  และอีก 780 กลุ่ม" in lines
    assert len(lines) < MOST_SHOWN * 3 + 30


def test_json_says_that_it_is_cut_and_only_then():
    """Two keys besides the problems and the summary, which counts all."""
    report = json.loads(as_json(MANY))
    assert (len(report["problems"]), report["truncated"], report["total"]) == (MOST_LISTED, True, 7001)
    assert report["summary"] == {"errors": 1, "warnings": 0, "notes": 7000}
    assert list(json.loads(as_json(ALL))) == ["problems", "summary"]


def test_sarif_says_that_it_is_cut_as_the_standard_has_it():
    """A notification of the run, and its bag of properties; a whole run has neither."""
    [run] = json.loads(as_sarif(MANY))["runs"]
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert "7,001" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert run["properties"] == {"truncated": True, "total": 7001}
    assert len(run["results"]) == MOST_LISTED
    assert list(json.loads(as_sarif(ALL))["runs"][0]) == ["tool", "results"]


def test_github_is_told_first_that_not_all_are_listed():
    """One notice before the annotations, of which GitHub shows the first ones only."""
    lines = as_github(MANY).splitlines()
    assert lines[0].startswith("::notice title=prongsai::แสดง 200 จาก 7,001 รายการ")
    assert len(lines) == MOST_SHOWN + 1
    assert lines[-1].startswith("::error file=data/2565/scores.yml")


def test_those_that_were_only_counted_count_in_the_total():
    """Pages that were never made are reported, before everything else, and counted."""
    more = problem("more-alike", Where("data/2564/memo.yml"), kind="remark", count="6,000")
    found = [*NOTES[:1000], more]
    report = json.loads(as_json(found * 6))
    assert report["total"] == 7000 * 6
    assert as_text([*found, LAST]).index("[more-alike]") < as_text([*found, LAST]).index("[unknown-source]")
    assert "อีก 6,000 รายการ" in as_text([*found, LAST])


def costly(code, year):
    """A problem of measures that may cost the item answered with them its score."""
    return problem(
        code, Where(f"data/{year}/measures.yml", 3, 1), year=year, of_year=year, names="ก", answered=year - 1
    )


def test_what_several_problems_of_a_year_cost_alike_is_said_once():
    """Below the problems, with their codes; a year with one such problem has it in its own sentence."""
    found = [costly("weakness-without-measure", 2565), costly("item-without-measure", 2565)]
    text = as_text([*found, costly("item-without-measure", 2566)])
    assert text.count("ข้อ OIT ที่ตอบด้วยมาตรการนี้อาจไม่ได้คะแนน") == 2
    assert (
        "ปีงบประมาณ 2565 ข้อ OIT ที่ตอบด้วยมาตรการนี้อาจไม่ได้คะแนน เพราะ 2 รายการข้างต้น คือ "
        "[weakness-without-measure], [item-without-measure]\n\nผิดพลาด" in text
    )
    assert "fiscal year 2565: the OIT item answered with these measures may get no score, for 2" in as_text(found, "en")


@pytest.mark.parametrize("words", [as_json, as_sarif, as_github])
def test_machines_are_given_the_cost_of_each_problem(words):
    """Whoever reads problems one by one reads with each what it may cost."""
    found = [costly("weakness-without-measure", 2565), costly("item-without-measure", 2565)]
    assert words(found).count("อาจไม่ได้คะแนน") == 2

"""Answers of the manual: topics, problems, fields and files, by the words that people have for them."""

from __future__ import annotations

import pytest

from prongsai import paths
from prongsai.manual.answers import find_near, find_pages, write_answer, write_contents
from prongsai.manual.fields import all_fields, data_files, file_meant, find_fields
from prongsai.manual.problem_pages import problem_sections
from prongsai.manual.topics import find_topic, topics
from prongsai.wording import sentences


def test_every_page_of_the_officer_is_a_topic():
    """Each with a name of its own, by which it is found, as by its title and by its file."""
    pages = {path.relative_to(paths.manual_folder()).as_posix() for path in paths.manual_folder().glob("officer/*.md")}
    assert pages <= {one.path for one in topics()}
    assert len({one.name for one in topics()}) == len(topics())
    for one in topics():
        assert find_topic(one.name) == find_topic(f"docs/{one.path}") == one
    assert {one.name for one in topics() if find_topic(one.title) != one} <= {"problems/settings", "problems/content"}


def test_every_problem_is_found_by_its_code():
    """Also as it is copied from a report, in brackets."""
    assert problem_sections().keys() == sentences().keys()
    answer = write_answer(["[year-common-era]"], 80)
    assert answer == write_answer(["YEAR-COMMON-ERA"], 80)
    assert answer[:2] == ["year-common-era", "-" * 15]
    said = "\n".join(answer)
    assert "ผิดพลาด" in said
    assert "วิธีแก้ ใช้ปี พ.ศ. แทน" in said
    assert "    fiscal_year: 2564" in answer


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (["published_on"], "published_on"),
        (["วันที่เผยแพร่"], "published_on"),
        (["oit.yml", "published_on"], "published_on"),
        (["data/2568/oit.yml", "items.O1.published_on"], "published_on"),
        (["measures[1].period"], "period"),
        (["ระยะเวลา"], "period"),
        (["edition.yml", "items_total"], "items_total"),
        (["site_config/editions/2570.yml", "items_total"], "items_total"),
    ],
)
def test_a_field_is_found_by_its_key_its_name_and_what_people_call_it(asked, key):
    """The answer has its words from the declaration, and the files in which it may be written."""
    answer = write_answer(asked, 80)
    assert answer[0].startswith(f"{key}  ")
    files = {one.file for one in all_fields() if one.key == key}
    assert any(line.startswith("  เขียนใน") and any(file in line for file in files) for line in answer)


def test_every_field_is_found_in_its_file():
    """No key of any file is without an answer."""
    assert [one for one in all_fields() if one not in find_fields(one.key, one.file)] == []


def test_a_part_of_a_title_is_enough_where_one_topic_has_it():
    """Of several none is taken: they are what is near."""
    assert find_topic("รอบป").name == "year"
    assert find_topic("แฟ้ม") is None


@pytest.mark.parametrize("name", list(data_files()))
def test_a_file_is_answered_with_its_keys(name):
    """Those of the file first, then those of its groups."""
    typed = name.replace("{ปี}", "2568")
    assert file_meant(typed) == name
    keys = {line.split()[0] for line in write_answer([typed], 80) if line.startswith("  ")}
    assert {one.key for one in all_fields() if one.file == name} - keys == set()


def test_a_topic_that_is_called_as_a_key_names_the_key_too():
    """`links` is a page of the manual, and a key."""
    assert write_answer(["links"], 80)[-1].startswith("คีย์ชื่อเดียวกัน: prongsai help ")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("oit-link-elswhere", "oit-link-elsewhere"),
        ("publishd_on", "published_on"),
        ("worbook", "workbook"),
        ("ปฏิทิน", "ปฏิทินการประเมิน"),
        ("elsewhere", "oit-link-elsewhere"),
        ("export from", "export form"),
        ("scores.yml toal", "scores.yml total"),
        ("data/2568/oit.yml วันที่เผยแพร", "data/2568/oit.yml published_on"),
        ("follow_up.yml", "follow-up.yml"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(asked, near):
    """A slip of the finger, a part of a name, and a part of a code."""
    assert write_answer(asked.split(), 80) == []
    assert near in find_near(asked.split(), ["export form"])


def test_pages_that_have_a_word_are_named():
    """A word that is no name of anything is looked for in the pages."""
    assert {"links", "year"} <= set(find_pages(["อุทธรณ์"]))
    assert find_pages(["ก"]) == []


def test_the_contents_name_every_topic():
    """Group by group, in lines that fit."""
    said = write_contents(80)
    assert [one.name for one in topics() if not any(line.startswith(f"  {one.name} ") for line in said)] == []

"""The files of a year to be filled in: they state nothing, and load as they are and with every comment taken off."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

import sites
from prongsai import paths
from prongsai.forms.carried import Carried, Earlier
from prongsai.forms.fill_in import FillIn, comment_out, word_comment, write_block
from prongsai.forms.year_files import KnownOfYear, write_year_file
from prongsai.loading.load_editions import EditionLibrary, empty_edition
from prongsai.loading.load_site import YEAR_FILES, load_site
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.edition_items import Item
from prongsai.model.groups import holder_of, keys_of, records_in
from prongsai.model.known_parts import states_facts, without_empty
from prongsai.model.measures import Measures
from prongsai.model.oit import Answer, Register
from prongsai.model.record import Record, words_of
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence
from prongsai.pipeline.begin import schema_files

COMMENTED = re.compile(r"^( *)#(?=\S|  )", re.MULTILINE)  # YAML that waits; a comment of words has one blank
EXAMPLES = ("2567/memo-signed.pdf", "2567/structure.pdf")
YEARS = (2564, 2568, 2571)  # all items with elements, half of them, and no edition at all


@cache
def model():
    """The site of the model agency."""
    return load_site(sites.REPOSITORY / "examples" / "model").site


@cache
def known_of(year: int) -> KnownOfYear:
    """The facts that can be known of a year: the model agency's answers of 2567, and its measures."""
    library = EditionLibrary(paths.EDITIONS, Path("no such folder"), "none")
    last = model().year(2567)
    before = Earlier(last.year, last.edition, last.register)
    return KnownOfYear(year, library.edition(year) or empty_edition(year), last.listed_measures, before)


def parsed(name: str, text: str, folder: Path, year: int):
    """A file as it is read, with the problems of reading."""
    (folder / name).write_text(text, "utf-8")
    reading = read_yaml(folder / name, name)
    value, problems = parse_document(reading.data, YEAR_FILES[name][1], year=year, attachments=EXAMPLES)
    return value, [(one.code, one.where.line) for one in (*reading.problems, *problems)]


def written(name: str, year: int) -> str:
    """A file of a year."""
    return write_year_file(YEAR_FILES[name][1], known_of(year), "../schema.json")


@pytest.mark.parametrize("year", YEARS)
def test_a_file_that_nobody_touched_states_nothing(tmp_path, year):
    """It loads without a problem, and a year of such files has no part that says anything."""
    parts = {}
    for name, (attribute, _) in YEAR_FILES.items():
        parts[attribute], problems = parsed(name, written(name, year), tmp_path, year)
        assert problems == [], name
    assert not states_facts(without_empty(FiscalYear(year, known_of(year).edition, **parts)))


@pytest.mark.parametrize("name", YEAR_FILES)
def test_no_editor_marks_anything(name):
    """The schema finds nothing wrong, neither in a file as it is made nor with its comments taken off."""
    schema = Draft7Validator(json.loads(schema_files()[f"{Path(name).stem}.schema.json"]))
    for text in (written(name, 2568), COMMENTED.sub(r"\1", written(name, 2568))):
        typed = json.loads(json.dumps(yaml.safe_load(text), default=str))
        assert [error.json_path for error in schema.iter_errors(typed)] == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", YEAR_FILES)
def test_every_comment_can_be_taken_off(tmp_path, name, year):
    """One layer of comments after another, until only words are left: each time the file loads."""
    text, layers = written(name, year), 0
    while COMMENTED.search(text):
        text, layers = COMMENTED.sub(r"\1", text), layers + 1
        assert parsed(name, text, tmp_path, year)[1] == []
    assert layers >= 1
    words = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert all(re.match(r" *# \S", line) for line in words)


@pytest.mark.parametrize("name", YEAR_FILES)
def test_an_editor_may_take_the_blank_behind_the_mark_too(tmp_path, name):
    """Editors remove a blank together with the mark: what hangs together still does."""
    text = re.sub(r"^( *)#(?=\S|  ) ?", r"\1", written(name, 2568), flags=re.MULTILINE)
    assert text != COMMENTED.sub(r"\1", written(name, 2568))
    assert parsed(name, text, tmp_path, 2568)[1] == []


def every_record() -> list[type[Record]]:
    """Every record that is in a file of a year and has keys of its own there."""
    waiting, found = [record for _, record in YEAR_FILES.values()], []
    while waiting:
        record = waiting.pop()
        found.append(record)
        inner = {one for field in record.model_fields.values() for one in records_in(field.annotation)}
        waiting += sorted(inner - {*found, *waiting}, key=lambda one: one.__name__)
    return found


def test_every_field_is_offered_with_its_words():
    """Each declared key is there once, in order, with its name and its meaning above; no other key is."""
    lines = {record: FillIn().write_fields(record) for record in every_record()}
    keys = {
        record: [found[1] for line in own if (found := re.match(r"#?([a-z_]+):", line))]
        for record, own in lines.items()
    }
    assert keys == {record: list(keys_of(record)) for record in lines}
    texts = {record: "\n".join(own) for record, own in lines.items()}
    said = [(record, words_of(field)) for record in lines for field in record.model_fields.values()]
    assert [(one, words.title) for one, words in said if f"# {words.title}: {words.meaning}" not in texts[one]] == []


def test_an_entry_of_a_list_begins_with_a_key():
    """The dash never is before a comment, in whatever record a list consists of."""
    fields = [field for record in every_record() for field in record.model_fields.values()]
    listed = {one for field in fields if holder_of(field.annotation) == "list" for one in records_in(field.annotation)}
    assert len(listed) > 10
    for record in listed:
        dashes = [line for line in FillIn().write_entry(record) if line.startswith("- ")]
        assert [bool(re.match(r"- [a-z_]+:", line)) for line in dashes] == [True], record


def test_examples_of_empty_keys_can_be_typed(tmp_path):
    """The example above a key that waits is a value that this key takes."""
    for name in YEAR_FILES:
        lines = COMMENTED.sub(r"\1", COMMENTED.sub(r"\1", COMMENTED.sub(r"\1", written(name, 2571)))).splitlines()
        for number, line in enumerate(lines):
            example = lines[number - 1].partition(" ตัวอย่าง: ")[2]
            if example and line.endswith(":"):
                lines[number] = f"{line} {example}"
        assert parsed(name, "\n".join(lines) + "\n", tmp_path, 2571)[1] == [], name


def test_figures_are_next_to_the_names_of_the_edition(tmp_path):
    """Instruments, parts and indicators of the year wait for their figures; one that is filled in is alone stated."""
    text = written("scores.yml", 2568)
    assert "  IIT:  # แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน\n" in text
    assert "  10:  # การป้องกันการทุจริต\n" in text
    scores, problems = parsed("scores.yml", text.replace("  2:  #", "  2: 84.17  #"), tmp_path, 2568)
    assert (problems, list(scores.indicators), dict(scores.instruments)) == ([], ["2"], {})


def test_items_are_in_official_order_with_what_they_must_show(tmp_path):
    """Every item of the edition with its title, its year and its required elements, waiting for an answer."""
    text, edition = written("oit.yml", 2564), known_of(2564).edition
    register, _ = parsed("oit.yml", text, tmp_path, 2564)
    assert {*register.items, *register.waiting} == {*edition.items}
    assert re.findall(r"^  (O[0-9]+):$", text, re.MULTILINE) == list(edition.items)
    for code, item in edition.items.items():
        assert f"  # {code} {item.title}\n" in text
        for element in item.elements:
            assert f" # {element.text}\n" in text
            assert f" {element.key}:" in text
    assert "  # ปีของข้อมูล: 2568\n  O12:\n" in written("oit.yml", 2569)


def test_answers_of_before_are_carried_to_the_item_of_the_same_meaning(tmp_path):
    """By the meaning of the item, not by its code: real entries that wait, with all but the facts of their year."""
    edition, before = known_of(2568).edition, known_of(2568).earlier
    text = written("oit.yml", 2568)
    assert edition.items["O8"].key == before.edition.items["O10"].key == "operation-manual"
    assert re.search(r"^  # O8 .*\n  # ปี 2567 คือข้อ O10 คำตอบ: has\n  O8:\n    answer: has\n", text, re.MULTILINE)
    shown, problems = parsed("oit.yml", text, tmp_path, 2568)
    assert problems == []
    assert "O8" not in shown.items
    now, then = shown.waiting["O8"], before.register.items["O10"]
    assert (now.renew, now.renew_item, now.answer, now.unit) == (2567, "O10", "has", then.unit)
    kept = {"url", "page", "file", "title", "explanation", "click_path"}
    assert [{key: dict(one)[key] for key in kept} for one in now.links] == [
        {key: dict(one)[key] for key in kept} for one in then.links
    ]
    assert then.links[0].checked_on is not None
    assert {now.published_on, now.fiscal_year, *(one.checked_on for one in now.links)} == {Absence.NOT_ENTERED, None}
    assert {one.renew for one in shown.waiting.values()} == {2567}


def test_no_answer_of_before_is_lost():
    """Each is at an item of the year, or in words at the end, where no item is known to have its meaning."""
    text, before = written("oit.yml", 2568), known_of(2568).earlier
    placed = {code for code in before.register.items if f"คือข้อ {code} คำตอบ" in text}
    told = {code for code in before.register.items if f"ปี 2567 ข้อ {code} " in text}
    assert placed | told == {*before.register.items}
    assert not placed & told


def test_a_year_without_rules_has_the_numbers_of_the_nearest(tmp_path):
    """Answers wait under the numbers of the year they are of, with its titles, and the file says whose they are."""
    known = replace(known_of(2571), nearest=known_of(2571).earlier.edition)
    text = write_year_file(Register, known, "../schema.json")
    shown, problems = parsed("oit.yml", text, tmp_path, 2571)
    before = known.earlier.register.items
    assert problems == []
    assert (shown.items, shown.waiting.keys()) == ({}, before.keys())
    assert [(one.renew, one.renew_item) for one in shown.waiting.values()] == [(2567, code) for code in before]
    assert "# ยังไม่ทราบข้อ OIT ของปี 2571 เลขข้อและชื่อข้อต่อไปนี้เป็นของหลักเกณฑ์ปี 2567" in text
    assert all(one.title for one in shown.waiting.values())


ELEMENTS = {"chart": "ผังโครงสร้าง", "names": "รายชื่อ", "gone": "สิ่งที่ไม่ต้องแสดงแล้ว"}


def test_elements_are_found_under_their_new_keys():
    """By the key, else by the words; what is not asked for any more is kept apart, and nothing is written over."""
    then = Item(elements=[{"key": key, "text": text} for key, text in ELEMENTS.items()])
    now = Item(elements=[{"key": "chart", "text": "ผัง"}, {"key": "persons", "text": "รายชื่อ"}])
    answer = Answer.model_validate({"answer": "has", "elements": {key: f"ที่ของ {key}" for key in ELEMENTS}})
    placed, others = Carried(2567, "O1", then, answer).elements(now)
    assert placed == {"chart": "ที่ของ chart", "persons": "ที่ของ names"}
    assert others == {"gone": "ที่ของ gone"}
    assert Carried(2567, "O1", then, answer).elements(Item())[0] == answer.typed["elements"]


def test_pages_that_each_year_has_are_those_of_the_new_year():
    """A link to the measures of the year before leads to those of this one; what one year alone has stays."""
    pages = ["/2568/measures/", "/2568/measures/m01/", "/2567/follow-up/", "/units/", "/2568/"]
    answer = Answer.model_validate({"answer": "has", "links": [{"page": page} for page in pages]})
    links = Carried(2568, "O1", None, answer).values(Item(), 2570, is_named=True)["links"]
    moved = ["/2570/measures/", "/2568/measures/m01/", "/2569/follow-up/", "/units/", "/2570/"]
    assert [link["page"] for link in links] == moved


def test_weak_points_are_above_the_measures(tmp_path):
    """In words that no editor and no reader takes for data."""
    known = replace(known_of(2568), weak_points=("ต้องมีมาตรการตอบ ใส่ basis: [{item: O10}]",))
    text = write_year_file(Measures, known, "../schema.json")
    assert "# ต้องมีมาตรการตอบ ใส่ basis: [{item: O10}]\n#measures:\n" in text
    assert parsed("measures.yml", text, tmp_path, 2568)[1] == []


def test_there_is_a_row_for_each_round_and_measure(tmp_path):
    """First the round of six months for all measures, then that of twelve; no row says that anything was done."""
    text = written("follow-up.yml", 2568)
    reports, problems = parsed("follow-up.yml", COMMENTED.sub(r"\1", text), tmp_path, 2568)
    ids = [measure.id for measure in known_of(2568).measures]
    assert problems == []
    assert [(one.round, one.measure) for one in reports.reports] == [(r, i) for r in ("6", "12") for i in ids]
    assert {one.status for one in reports.reports} == {Absence.NOT_ENTERED}
    assert "# รอบ 6 เดือน มาตรการ m01 ถึงวันที่ 31 มีนาคม 2568 " in text


ODD = [
    "ก\nitems: {O1: {answer: has}}",
    "ก\r\nข",
    "ก\u0085ข: ค",
    "ก\u2028- ข",
    "ก\x0bข",
    "ก\x00ข",
    "  ",
    "# ก",
    "ก #ข: ค",
]


@pytest.mark.parametrize("text", ODD)
def test_no_text_leaves_its_comment(tmp_path, text):
    """Whatever ends a line in a text, the comment is one line, and data in a comment comes back as it was."""
    comment = word_comment(text)
    assert len(comment.splitlines()) == 1
    assert comment.startswith("#")
    lines = comment_out(write_block("note", {"deep": [text, {"more": text}]}))
    assert all(len(line.splitlines()) == 1 and line.startswith("#") for line in lines)
    (tmp_path / "a.yml").write_text("\n".join(line[1:] for line in lines) + "\n", "utf-8")
    data = read_yaml(tmp_path / "a.yml", "a.yml").data
    assert data["note"]["deep"][0] == data["note"]["deep"][1]["more"] == " ".join(text.replace("\x00", "").split())


@pytest.mark.parametrize(
    "text", ["null", "~", "", "-", "- ก", "a: b", "ก # ข", "'", '"', "[ก", "{ก", "&a", "*a", "!x", "no"]
)
def test_texts_that_yaml_would_take_for_more_come_back(tmp_path, text):
    """Each as the text that it is."""
    (tmp_path / "a.yml").write_text("\n".join(write_block("note", text)) + "\n", "utf-8")
    assert read_yaml(tmp_path / "a.yml", "a.yml").data["note"] == text

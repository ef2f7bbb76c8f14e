"""The schemas of the data files: no false error on any file of the repository, and every kind of fault is found."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

import sites
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.agency import SiteOptions
from prongsai.model.record import Record, words_of
from prongsai.pipeline.begin import schema_files

SCHEMAS = {name.partition(".")[0]: Draft7Validator(json.loads(data)) for name, data in schema_files().items()}
PLACES = ("data", "site_config", "examples/*/data", "examples/*/site_config", "tests/released/*/*")
PLACES += ("tests/cases/base/*", "generator/prongsai/editions")
FILES = sorted(path for place in PLACES for path in sites.REPOSITORY.glob(f"{place}/**/*.yml"))
MEASURES = "fiscal_year: 2568\nmeasures:\n  - id: m01\n    title: ก\n"


def typed(text: str):
    """The values that an editor's service makes of YAML: scalars have the types that they look like."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def faults(name: str, text: str) -> list[str]:
    """The places where the schema of a file finds a fault, however deep below what it offers instead."""
    waiting, found = [*SCHEMAS[name].iter_errors(typed(text))], []
    while waiting:
        error = waiting.pop()
        found.append("/".join(map(str, error.absolute_path)))
        waiting += error.context
    return found


def schema_name(path: Path) -> str:
    """The schema of a file of the repository."""
    return "edition" if path.parent.name == "editions" else path.stem


def test_no_file_that_is_right_is_marked():
    """Every data file that the repository keeps passes its schema as an editor reads it."""
    assert len(FILES) > 80
    marked = {path: faults(schema_name(path), path.read_text("utf-8")) for path in FILES}
    assert {str(path): found for path, found in marked.items() if found} == {}


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("measures", MEASURES + "    stepss: [ก]\n", "measures/0"),
        ("measures", "measures: []\n", ""),
        ("measures", MEASURES + "    responsible: {leader: [clerk]}\n", "measures/0/responsible"),
        ("follow-up", "fiscal_year: 2568\nreports: [{measure: m01, status: finished}]\n", "reports/0/status"),
        ("follow-up", "fiscal_year: 2568\nreports: [{measure: m01, round: 7}]\n", "reports/0/round"),
        ("measures", MEASURES.replace("m01", "M 01"), "measures/0/id"),
        ("site", "title: ก\nsite_url: ita.example.go.th\n", "site_url"),
        ("site", "title: ก\nnumerals: roman\n", "numerals"),
        ("site", "title: ก\nnumerals: true\n", "numerals"),
        ("site", "title: ก\ndocuments: maybe\n", "documents"),
        ("scores", "fiscal_year: 2568\ntotal: [1, 2]\n", "total"),
    ],
)
def test_faults_are_marked_where_they_stand(name, text, place):
    """Unknown and missing keys, words of no list, what is no id and no address, and a list in the place of a figure."""
    assert place in faults(name, text)


TYPED = ["", " เอกสารไม่ได้ระบุ", " ช่องว่าง", " ไม่มี", ' "-"', " รวมกับช่องบน", " ขั้นเดียว", " [ก, ข]", " 2567"]
TYPED += [" {printed: (ลบเลือน)}", " [{text: ก, points: [ข]}]", " {text: ก, points: [ข]}"]


@pytest.mark.parametrize("value", TYPED)
def test_everything_that_may_be_there_passes(value):
    """An empty value, each absence, one for a list, a short form, what is printed, and a figure for a text."""
    assert faults("measures", f"{MEASURES}    steps:{value}\n") == []


@pytest.mark.parametrize("documents", ["on", "off"])
def test_a_switch_passes_in_every_word_for_it(documents):
    """A word and the Thai ones for it, also where an editor takes the word for a boolean; all of them are read."""
    words = {
        "on": ["on", '"on"', "On", "true", "yes", "เปิด", "ใช้"],
        "off": ["off", '"off"', "false", "no", "ปิด", "ไม่ใช้"],
    }
    for word in words[documents]:
        assert faults("site", f"title: ก\ndocuments: {word}\n") == [], word
        read = SiteOptions.model_validate({"title": "ก", "documents": word.strip('"')})
        assert read.documents == documents


def every_record() -> list[type[Record]]:
    """Every kind of record that can be in a file."""
    waiting: list[type] = [*(record for _, record in YEAR_FILES.values()), *CONFIG_RECORDS.values()]
    found: list[type[Record]] = []
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        inner = {one for field in kind.model_fields.values() for one in records_in(field.annotation)}
        waiting += sorted(inner - {*found, *waiting}, key=lambda one: one.__name__)
    return found


def records_in(annotation) -> set[type[Record]]:
    """The records that an annotation names."""
    from typing import get_args

    own = {annotation} if isinstance(annotation, type) and issubclass(annotation, Record) else set()
    return own.union(*map(records_in, get_args(annotation)))


def is_thai(text: str) -> bool:
    """True if a text has Thai letters and no long dash."""
    return any("ก" <= letter <= "๛" for letter in text) and "—" not in text


def test_every_field_has_its_words():
    """A record says what it is, and each of its fields its name and its meaning, in Thai."""
    records = every_record()
    assert len(records) > 50
    assert [one.__name__ for one in records if not one.called] == []
    said = {(one.__name__, name): words_of(field) for one in records for name, field in one.model_fields.items()}
    assert [place for place, words in said.items() if words is None] == []
    assert [place for place, words in said.items() if not (is_thai(words.title) and is_thai(words.meaning))] == []

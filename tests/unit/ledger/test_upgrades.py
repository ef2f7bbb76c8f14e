"""Records of an earlier version of the program, or of a later one, give no change that nobody made."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sites
from prongsai.exports.facts_json import Snapshot, export_facts, whole_document
from prongsai.ledger.compare_facts import compare_facts, compare_publications
from prongsai.ledger.load_ledger import PARTS, SNAPSHOTS, load_publications
from prongsai.ledger.publications import Publication
from prongsai.model.declared import NEVER_SHOWN, declared_fields, shown_fields
from prongsai.model.record import words_of
from prongsai.pipeline.check import check_folder
from released.test_every_key_is_shown import NOT_SHOWN
from released.test_released_forms import HERE, NEWEST

CASE = sites.CASES / "upgrade"  # every key is filled in; its record was written by the version before fields were kept
OLD, NOW, LATER = "2569-11-25", "2569-12-01", "2569-12-09"


def document_of(root: Path) -> dict[str, Any]:
    """Everything that a site states now, as files hold it."""
    checked = sites.checked(root)
    made = whole_document(checked.results, checked.problems, 1, NOW, {})
    found: dict[str, Any] = json.loads(json.dumps(made))
    return found


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """Everything that the site of the case states."""
    return document_of(CASE)


def kinds(before, after) -> list[tuple[str, str]]:
    """The kinds of the changes from one to the other, each with its field."""
    return [(one.kind, one.field) for one in compare_facts(before, after)]


def test_a_record_of_an_earlier_version_gives_no_change():
    """Of no kind of fact, though each is there: neither what it did not hold, nor what is read otherwise now."""
    changes = check_folder(CASE, day=NOW).history.changes
    assert [(one.kind, one.day) for one in changes] == [("first-publication", OLD)]


def test_what_another_version_reads_or_finds_out_is_no_change(document):
    """A period, a status, several units in one text, and an answer that a page of the site gives."""
    old = load_publications(CASE)[0].facts
    new = copy.deepcopy(document)
    measure = new["years"]["2571"]["measures"]["m02"]
    measure |= {"status": "done", "unit_keys": ["clerk", "finance"], "typed_units": ["สำนักปลัด/กองคลัง"]}
    measure["period"] |= {"first": "2570-10", "last": "2571-09"}
    new["years"]["2570"]["oit"]["O7"] = {"answer": "มี", "found": True}
    assert kinds(old, new) == []
    assert [kind for kind, _ in kinds(document, {**new, "fields": document["fields"]})] == ["item-answered"]
    measure |= {"status": "done", "typed_units": ["finance"]}
    new["years"]["2570"]["oit"]["O7"] = {"answer": "มี"}
    assert [kind for kind, _ in kinds(old, new)] == ["responsible", "item-answered"]


def test_a_status_is_news_where_the_report_is(document):
    """The same report with another status is only read otherwise; a report that states another one is news."""
    new = copy.deepcopy(document)
    new["years"]["2571"]["measures"]["m02"]["status"] = "done"
    reports = new["years"]["2571"]["stated"]["follow-up"]["reports"]
    stated = next(one for one in reports if one.get("measure") == "m02")
    stated["status"] = {"=printed": "แล้วเสร็จ", "=read": "done"}
    assert kinds(document, new) == []
    stated["status"] = "done"
    assert kinds(document, new) == [("status", "")]


def test_fields_of_a_later_version_are_no_change_and_hurt_nothing(document):
    """A record that knows more than this program, compared with one that does not, and with another of its kind."""
    later = copy.deepcopy(document)
    later["fields"] += ["measures.measures.*.weather", "measures.measures.*.basis.*.weather", "climate.sky"]
    year = later["years"]["2571"]["stated"]
    year["measures"]["measures"][0] |= {"weather": "ฝน"}
    year["measures"]["measures"][0]["basis"][0] |= {"weather": "ฝน"}
    year["climate"] = {"sky": "ฟ้า"}
    latest = copy.deepcopy(later)
    latest["years"]["2571"]["stated"]["measures"]["measures"][0]["weather"] = "แดด"
    for before, after in ((document, later), (later, document), (later, latest), (latest, document)):
        assert kinds(before, after) == []


def test_a_field_that_is_new_is_news_once_both_records_know_it(document):
    """The first record after an upgrade holds it empty, so that filling it in is a change then, and only then."""
    field, filled = "measures.measures.*.monitoring", copy.deepcopy(document)
    filled["years"]["2571"]["stated"]["measures"]["measures"][1]["monitoring"] = [{"text": "ทุกเดือน"}]
    before = {**document, "fields": [one for one in document["fields"] if not one.startswith(field)]}
    assert kinds(before, filled) == []
    assert kinds(document, filled) == [("measure-fact", field)]


def leaves(value: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Every text and number in a part, with its path and where it is."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    is_table = isinstance(value, list) or f"{path}.*" in declared_fields()
    for key, one in pairs:
        here = path if str(key).startswith("=") else f"{path}.*" if is_table else f"{path}.{key}"
        if isinstance(one, dict | list) and "=read" not in one:
            yield from leaves(one, here)
        else:
            yield here, value, key


def another(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, dict):
        return {"=printed": f"{value['=printed']} ๙"}
    return not value if isinstance(value, bool) else value + 1 if isinstance(value, int) else f"{value} ๙"


IDENTITY = {"measures.measures.*.id", "follow-up.reports.*.measure", "follow-up.reports.*.round"}
IDENTITY |= {"questions.questions.*.id", "follow-up.reports.*.title"}
BY_OTHERS = {"measures.measures.*.title", "measures.measures.*.period"}  # changes of a kind of their own


def test_every_field_that_is_stated_is_recorded_and_its_change_is_told():
    """Field by field, as declared: one added later follows by itself."""
    recorded, silent, document = set(), [], document_of(HERE / NEWEST)
    parts = [(part, facts) for year in document["years"].values() for part, facts in year["stated"].items()]
    for part, facts in (*parts, *document["stated"].items()):
        for path, holder, key in list(leaves(facts, part)):
            recorded |= {path[: end or None] for end in (0, *(i for i, sign in enumerate(path) if sign == "."))}
            if path in IDENTITY | BY_OTHERS or key == "=absent":
                continue
            before, was = copy.deepcopy(document), holder[key]
            holder[key] = another(was)
            told = [one.field for one in compare_facts(before, document)]
            holder[key] = was
            silent += [] if any(path.startswith(field) for field in told if field) else [path]
    assert silent == []
    declared = {path: field for path, field in declared_fields().items() if field is not None}
    fields = {path: words_of(field) for path, field in declared.items() if not isinstance(field.default, bool | str)}
    filled = {fields[path] for path in recorded & fields.keys()}
    shown = shown_fields(with_notes=True) & fields.keys()
    assert {path: fields[path] for path in shown if fields[path] not in filled} == {}


def test_what_is_left_out_of_a_record_is_on_no_page():
    """A remark of whoever made the data is not published by saying that it changed; nor is an answer that waits."""
    of_waiting = {"Answer.renew", "Answer.renew_item"}  # no page has such an answer: test_waiting_answers
    assert set(NOT_SHOWN) | of_waiting >= NEVER_SHOWN


def test_internal_notes_are_in_no_record_and_their_coming_is_no_change(document):
    """Readers do not see them then; the day on which they may is no day of a change either."""
    internal = shown_fields(with_notes=False)
    hidden = {"measures.notes", "explanations.explanations", "oit.items.*.elements.*.note"}
    assert hidden <= shown_fields(with_notes=True) - internal
    before = {**document, "fields": sorted(internal)}
    before["years"] = copy.deepcopy(document["years"])
    del before["years"]["2570"]["stated"]["explanations"]
    del before["years"]["2571"]["stated"]["measures"]["notes"]
    assert kinds(before, document) == []


def written(root, made: Snapshot, day: str) -> None:
    """Keep a snapshot as publishing does."""
    (root / PARTS).mkdir(parents=True, exist_ok=True)
    for name, text in made.parts.items():
        (root / PARTS / f"{name}.json").write_text(text, "utf-8")
    (root / SNAPSHOTS / f"{day}.json").write_text(made.text, "utf-8")


def test_a_snapshot_names_its_parts_and_a_part_that_is_gone_says_nothing(document, tmp_path):
    """Read again it is the document; the same parts are kept once, and without one nothing is said of it."""
    checked = sites.checked(CASE)
    for day in (NOW, LATER):
        written(tmp_path, export_facts(checked.results, checked.problems, 1, day), day)
    first, second = load_publications(tmp_path, whole=True)
    assert json.loads(json.dumps(first.facts)) == document
    assert second.facts["years"]["2571"]["stated"]["memo"] is first.facts["years"]["2571"]["stated"]["memo"]
    kept = sorted(path.name.rpartition("-")[0] for path in (tmp_path / PARTS).iterdir())
    assert kept.count("2571-measures") == kept.count("fields") == kept.count("agency") == 1
    shutil.rmtree(tmp_path / PARTS)
    lost = load_publications(tmp_path, whole=True)[-1]
    changes = compare_publications([Publication(OLD, document), lost, Publication("2570-01-01", document)]).changes
    assert [one.kind for one in changes] == ["first-publication"]

"""One fault for each reason that a program can tell, in registers of 43, 35 and 26 items: named at its item alone."""

from __future__ import annotations

import pytest

from prongsai.links.seen import State
from prongsai.model.oit import Register
from prongsai.pipeline.reminders.read_site import read_site
from prongsai.readiness.judge import judge_year, waiting_answers
from prongsai.readiness.words import as_data, write_report
from prongsai.wording.item_reasons import Reason
from unit.makers import write_files
from unit.readiness.registers import COUNTS, Draft, Plant, clean, history, judged


def _private(draft: Draft, code: str) -> None:
    draft.link_to(code, "http://192.168.1.9/plan.pdf")


def _window(draft: Draft, code: str) -> None:
    days = f"{draft.year}-03-03", f"{draft.year}-03-05"
    changes = ((days[0], State.SERVER_ERROR), (days[1], State.FINE))
    draft.links[draft.url(code)] = history(draft.url(code), draft.year, *changes)


# Faults that any item can have, each with its reason.
ANYWHERE: tuple[tuple[Reason, Plant], ...] = (
    (Reason.NO_ANSWER, lambda draft, code: draft.answers.__delitem__(code)),
    (Reason.NO_ANSWER, lambda draft, code: draft.answers[code].update(links=[])),
    (Reason.UNREACHABLE, lambda draft, code: draft.seen(code, State.NOT_FOUND)),
    (Reason.UNREACHABLE, _private),
    (Reason.UNREACHABLE, lambda draft, code: draft.answers[code].update(links=[{"file": "lost.pdf"}])),
    (Reason.UNREACHABLE, lambda draft, code: draft.answers[code]["links"][0].update(does_not_open="ไม่พบแฟ้ม")),
    (Reason.OTHER_YEAR, lambda draft, code: draft.seen(code, State.WRONG_YEAR)),
    (Reason.ELSEWHERE, lambda draft, code: draft.link_to(code, "https://files.example.com/plan")),
    (Reason.NOT_STATED, lambda draft, code: draft.answers.update({code: {"answer": "has_not"}})),
    (Reason.NOT_IN_WINDOW, _window),
)
# What only a person can see.
TO_LOOK_AT: tuple[tuple[Reason, Plant], ...] = (
    (Reason.UNREACHABLE, lambda draft, code: draft.links.__delitem__(draft.url(code))),
    (Reason.UNREACHABLE, lambda draft, code: draft.seen(code, State.BLOCKED)),
    (Reason.UNREACHABLE, lambda draft, code: draft.seen(code, State.NEEDS_SCRIPT)),
    (Reason.UNREACHABLE, lambda draft, code: draft.seen(code, State.PLACE_MISSING)),
    (
        Reason.NOT_STATED,
        lambda draft, code: draft.answers.update({code: {"answer": "has_not", "nothing_happened": "ไม่มีเรื่อง (0 เรื่อง)"}}),
    ),
)


def _lack(draft: Draft, element: str, code: str = "") -> str:
    lacking = code or draft.with_element(element)
    draft.answers[lacking]["elements"][element] = {"missing": True}
    return lacking


def plant_all(draft: Draft) -> dict[str, set[Reason]]:
    """All faults that may cost a score, each at an item of its own, and the reasons expected of each item."""
    measures, service, channel = (draft.code(key) for key in ("measures", "e-service", "complaint-channel"))
    taken = {draft.with_element("photo"), draft.with_element("two-way"), measures, service, channel}
    taken.add(draft.code("follow-up"))
    yearly = next(code for code, answer in draft.answers.items() if answer.get("fiscal_year") and code not in taken)
    special = {code for code, item in draft.edition.items.items() if item.elements or item.differs_from}
    free = [code for code in draft.answers if code not in {*special, *taken, yearly}]
    expected = {}
    for (reason, plant), code in zip(ANYWHERE, free, strict=False):
        plant(draft, code)
        expected[code] = {reason}
    draft.answers[yearly]["fiscal_year"] = draft.year - 2
    draft.link_to(service, f"{draft.url(channel)}/#form")
    return expected | {
        yearly: {Reason.OTHER_YEAR},
        service: {Reason.OTHER_KIND},
        _lack(draft, "photo"): {Reason.ELEMENT},
        _lack(draft, "two-way"): {Reason.NOT_TWO_WAY},
        _lack(draft, "steps", measures): {Reason.ELEMENT},
        draft.code("follow-up"): {Reason.NOT_CONTINUING},
    }


@pytest.mark.parametrize("year", COUNTS)
def test_a_register_without_a_fault_has_no_reason(tmp_path, year):
    """Nothing is found of any item, and what was not judged is said all the same."""
    ready = judged(tmp_path, clean(tmp_path, year))
    assert len(ready.items) == COUNTS[year]
    assert {one.code: one.findings for one in ready.items if one.findings} == {}
    assert ready.not_checked
    assert all("elements-unknown" in one.unchecked for one in ready.items if not one.answer.elements)


@pytest.mark.parametrize("year", COUNTS)
def test_each_fault_is_named_at_its_item_only(tmp_path, year):
    """All faults at once: each item has the reason that was planted there, every other item none."""
    draft = clean(tmp_path, year)
    expected = plant_all(draft)
    ready = judged(tmp_path, draft)
    found = {one.code: {finding.reason for finding in one.findings if finding.costs} for one in ready.items}
    assert {code: reasons for code, reasons in found.items() if reasons} == expected
    assert {one.code for one in ready.of_status("may-get-zero")} == expected.keys()
    assert {one.code for one in ready.of_status("look")} == set()


@pytest.mark.parametrize("year", COUNTS)
def test_what_only_a_person_can_see_is_no_reason(tmp_path, year):
    """Links that nobody opened or no program can judge, a statement that nothing happened, a general telephone."""
    draft = clean(tmp_path, year)
    free = [code for code, item in draft.edition.items.items() if not item.elements and item.key != "e-service"]
    expected = {code: reason for (reason, _), code in zip(TO_LOOK_AT, free, strict=False)}
    for (_, plant), code in zip(TO_LOOK_AT, free, strict=False):
        plant(draft, code)
    channel = draft.answers[draft.with_element("contact")]
    channel["elements"]["contact"] = {"place": "ตาราง", "value": ["0-0000-0000"]}
    del draft.answers[draft.with_element("two-way")]["elements"]["two-way"]
    draft.answers[draft.code("e-service")]["links"][0]["title"] = "แบบฟอร์มร้องเรียนออนไลน์"
    expected[draft.with_element("contact")] = Reason.GENERAL_CONTACT
    expected[draft.with_element("two-way")] = Reason.ELEMENT
    expected[draft.code("e-service")] = Reason.OTHER_KIND
    ready = judged(tmp_path, draft)
    assert {one.code: one.findings[0].reason for one in ready.of_status("look")} == expected
    assert ready.of_status("may-get-zero") == ()


def test_follow_up_without_measures_continues_from_nothing(tmp_path):
    """A measures item that is answered with has_not gives the follow-up item its reason."""
    draft = clean(tmp_path, 2566)
    draft.answers[draft.code("measures")] = {"answer": "has_not"}
    found = {one.code: {finding.reason for finding in one.findings} for one in judged(tmp_path, draft).items}
    assert found[draft.code("follow-up")] == {Reason.NOT_CONTINUING}


def test_follow_up_is_looked_at_where_measures_may_get_zero_for_another_reason(tmp_path):
    """A broken link of the measures item is no certain reason of the other, so a person looks."""
    draft = clean(tmp_path, 2566)
    draft.seen(draft.code("measures"), State.NOT_FOUND)
    ready = {one.code: one.status for one in judged(tmp_path, draft).items}
    assert ready[draft.code("follow-up")] == "look"


def test_a_year_without_rules_has_what_its_register_names(tmp_path):
    """Items that no edition knows are judged by their answers, and it is said that their number is not known."""
    draft = clean(tmp_path, 2566)
    draft.year = 2571
    draft.answers = {"O1": {"answer": "has", "title": "ข้อสมมุติ"}, "O2": {"answer": "has_not"}}
    ready = judged(tmp_path, draft)
    assert {one.code: one.findings[0].reason for one in ready.items} == {
        "O1": Reason.NO_ANSWER,
        "O2": Reason.NOT_STATED,
    }
    assert any(one.startswith("จำนวนข้อทั้งหมด") for one in ready.not_checked)


def test_a_site_that_only_shows_a_document_has_no_reason_for_what_it_does_not_hold(tmp_path):
    """Without a register nobody knows how the items were answered: a person looks, nothing is said to be lacking."""
    draft = clean(tmp_path, 2566)
    options = {
        "site_config/site.yml": "title: เว็บไซต์ทดสอบ\nfrom_document: true\n",
        "data/2566/memo.yml": "fiscal_year: 2566\n",
    }
    write_files(tmp_path, options)
    (tmp_path / "data/2566/oit.yml").unlink()
    read = read_site(tmp_path)
    assert {one.status for one in judge_year(read.context, draft.year, read.problems).items} == {"look"}


def test_an_answer_that_could_not_be_read_is_not_lacking(tmp_path):
    """A faulty part of the file is a matter of the check, and no reason of the item."""
    draft = clean(tmp_path, 2566)
    draft.answers["O4"] = {"answer": "perhaps"}
    ready = judged(tmp_path, draft)
    assert [one.code for one in ready.of_status("look")] == ["O4"]
    assert ready.of_status("may-get-zero") == ()


def test_an_answer_that_waits_to_be_renewed_is_found():
    """Answers with the key are waiting, each with the year that it was carried from."""
    items = {"O1": {"answer": "has"}, "O3": {"answer": "has", "renew": "2569"}}
    assert waiting_answers(Register.model_validate({"fiscal_year": "2570", "items": items})) == {"O3": 2569}
    assert waiting_answers(None) == {}


def test_the_report_predicts_nothing_and_says_what_was_not_checked(tmp_path):
    """Items by status with reason and remedy, in words and as data; no figure of points."""
    draft = clean(tmp_path, 2569)
    plant_all(draft)
    ready = judged(tmp_path, draft)
    text = write_report(ready, "เทศบาลตำบลทดสอบ")
    assert text.index("พบเหตุที่อาจได้ ๐ (") < text.index("ไม่พบเหตุที่โปรแกรมตรวจได้ (") < text.index("สิ่งที่โปรแกรมไม่ได้ตรวจ")
    assert "ร้อยละ" not in text
    data = as_data(ready)
    assert [one["item"] for one in data["items"]] == [one.code for one in ready.items]
    assert data["counts"] == {
        status: len(ready.of_status(status)) for status in ("may-get-zero", "look", "nothing-found")
    }
    assert all(one["problem"] == "" or one["where"] for item in data["items"] for one in item["findings"])

"""The agency's own measure of last year that answered the same finding, with what its reports say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.analysis.results import Listed, Results
from prongsai.drafts import words as w
from prongsai.drafts.bank import Bank
from prongsai.drafts.needs import Need, answers
from prongsai.drafts.told import Told
from prongsai.model.document_parts import Point
from prongsai.model.edition import Edition
from prongsai.model.stated import Absence, known
from prongsai.model.status import Status
from prongsai.writing.change import Plain

_NEXT = {
    Status.DONE: "ปรับขั้นตอนจากผลของปีก่อน คือ ___ขั้นตอนที่จะเปลี่ยนและเหตุผล___ แล้วเสร็จภายใน ___วัน เดือน ปี___",
    Status.IN_PROGRESS: "ดำเนินการส่วนที่เหลือ คือ ___งานที่ยังไม่แล้วเสร็จ___ แล้วเสร็จภายใน ___วัน เดือน ปี___",
    Status.COULD_NOT: "แก้ข้อจำกัดของปีก่อน คือ ___ข้อจำกัดและวิธีแก้___ แล้วเริ่มดำเนินการภายใน ___วัน เดือน ปี___",
    Status.NOT_STARTED: "เริ่มภายใน ___วัน เดือน ปี___ โดยจัดการเหตุที่ยังไม่ได้เริ่ม คือ ___เหตุและวิธีจัดการ___",
}
_UNKNOWN = "ตรวจผลที่ทำได้ในปีก่อน คือ ___ผลและหลักฐาน___ แล้วกำหนดขั้นตอนที่จะทำต่อภายใน ___วัน เดือน ปี___"


def own_measures(
    told: Told, results: Results, bank: Bank, needs: Sequence[Need]
) -> Iterator[tuple[Listed, list[Need]]]:
    """The measures of the year of the result that answered what is weak now, each with what it answered."""
    mine = [one for one in reversed(results.listed) if one.year.year == told.year]
    ordered = sorted(mine, key=lambda one: len(one.facts.above))
    for listed in ordered:
        found = [need for need in needs if _answered(listed, told, results, bank, need)]
        if found:
            yield listed, found


def _answered(listed: Listed, told: Told, results: Results, bank: Bank, need: Need) -> bool:
    answered = results.site.year(listed.year.answered_year or listed.year.year)
    edition = answered.edition if answered else listed.year.edition
    here = _translated(need, told.edition, edition)
    if need.kind == "of-question" and need.subjects:
        return any({*need.subjects} & {*bank.subjects_of(basis.wording or "")} for basis in listed.measure.basis)
    return here is not None and answers(listed.measure, edition, here)


def _translated(need: Need, edition: Edition, then: Edition) -> Need | None:
    """The finding with the code that it had in the rules of an earlier year; None where that is not known."""
    if need.kind == "of-item" and then is not edition:
        found = edition.items.get(need.key)
        code = then.item_of(found.key) if found and found.key else None
        return Need("of-item", code, need.what, need.basis, need.target) if code else None
    if need.kind == "of-indicator" and then is not edition:
        names = [one.indicators[need.key].name for one in (edition, then) if need.key in one.indicators]
        return need if len(set(names)) == 1 else None
    return need


def continued(listed: Listed, needs: Sequence[Need]) -> dict[str, Plain]:
    """Last year's measure as the draft of one of this year, with its result and a gap for what changes."""
    facts, before = listed.facts, listed.year.year
    measure = facts.measure
    made: dict[str, Plain] = {"title": _text(measure.shown_title) or f"ดำเนินการต่อจากมาตรการ {measure.id}"}
    if measure.plain_summary and not measure.titled_by_problem:
        made["plain_summary"] = str(measure.plain_summary)
    made["basis"] = [need.plain_basis for need in needs]
    next_step = _NEXT.get(facts.progress.status, _UNKNOWN)
    made["steps"] = [*_points(facts.value("steps")), next_step]
    if listed.units:
        made["responsible"] = units_of(listed)
    for name in ("monitoring", "reporting"):
        if kept := _points(facts.value(name)):
            made[name] = kept
    made["target"] = [need.target for need in needs]
    made["note"] = word_result(listed)
    return {**made, "cycle_years": [str(before)], "draft": "true"}


def word_result(listed: Listed) -> str:
    """The result of a measure of last year, as its reports say it."""
    facts = listed.facts
    number = known(listed.measure.number)
    name = f"มาตรการที่ {number}" if number else f"มาตรการ {listed.measure.id}"
    head = f"ดำเนินการต่อจาก{name} ของ{w.fiscal_year(listed.year.year)}"
    newest = facts.newest[0] if facts.newest else None
    if newest is None:
        return f"{head} ซึ่งยังไม่มีรายงานผล"
    status = facts.progress.printed or facts.progress.status.word
    when = f"รอบ {newest.months} เดือน" if newest.months else ""
    summary = " ".join(_texts(newest.summary)) or " ".join(_texts(newest.outcome))
    return f"{head} รายงาน{when}ระบุว่า {status}" + (f" สรุปผลว่า {summary}" if summary else "")


def units_of(listed: Listed) -> Plain:
    """The units that carry a measure, those that lead apart."""
    lead: list[Plain] = list(listed.lead_units)
    others: list[Plain] = [key for key in listed.units if key not in listed.lead_units]
    return {**({"lead": lead} if lead else {}), **({"units": others} if others else {})}


def _points(value: object) -> list[Plain]:
    return [_plain_point(one) for one in value if isinstance(one, Point)] if isinstance(value, tuple) else []


def _plain_point(point: Point) -> Plain:
    below = [_plain_point(one) for one in point.points]
    return {"text": str(point.text), "points": below} if below else str(point.text)


def _texts(value: object) -> list[str]:
    return [str(one.text) for one in value if isinstance(one, Point)] if isinstance(value, tuple) else []


def _text(value: object) -> str:
    return "" if isinstance(value, Absence) else str(getattr(value, "printed", value))

"""A rule on what texts other than the report itself say of measures and their statuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.prose.amounts import half_unit
from prongsai.prose.measure_claims import MeasureClaim, measure_claims
from prongsai.prose.measure_lists import measure_lists
from prongsai.prose.passages import Statement, passages
from prongsai.rules.context import Context
from prongsai.rules.naming import measure_name

_SHORTEST = 8  # letters of a title by which a measure can be told from other words


def prose_measure(context: Context) -> Iterator[Problem]:
    """The number of measures in a text, and their statuses, are those that the reports of their year show.

    The text of an analysis may mean the measures of its own year or of the next, that of measures those before; what is
    right for one of them is right. Limits: only measures, no activities; the introduction of the report is checked by
    counts-differ-from-reports.
    """
    for passage in passages(context):
        if passage.where.file.endswith(("follow-up.yml", "questions.yml")):
            continue
        years = [year for year in _near(context, passage) if _is_known(year)]
        titles = {title: f"{year.year} {name}" for year in years for title, name in _titles(year)}
        for claim in _claims(passage.text, titles) if years else ():
            one = claim.measure or next(iter(claim.named), "")
            own = [year for year in years if one.startswith(str(year.year))] if one else years
            shown = [_contradicted(claim, year) for year in own]
            if shown and all(shown):
                at = next((place for place, one in enumerate(shown) if not one.startswith("ไม่มี")), 0)
                values = {"quote": claim.words, "of_year": own[at].year, "expected": shown[at]}
                yield problem("prose-measure", passage.where, year=passage.year, **values)


def _claims(text: str, titles: Mapping[str, str]) -> Iterator[MeasureClaim]:
    yield from measure_claims(text, titles)
    yield from measure_lists(text, titles)


def _near(context: Context, passage: Statement) -> Iterator[FiscalYear]:
    is_plan = passage.where.file.endswith("measures.yml")
    for number in (passage.year, passage.year - 1 if is_plan else passage.year + 1):
        year = context.site.year(number)
        if year is not None:
            yield year


def _is_known(year: FiscalYear) -> bool:
    """True if the status of every measure of a year is known, and every report belongs to one of them."""
    follow_up, measures = year.follow_up, year.measures
    if follow_up is None or measures is None or not year.measure_facts:
        return False
    is_read = follow_up.is_complete("reports") and measures.is_complete("measures")
    is_whole = is_read and all(report.is_whole() and report.measure is not None for report in follow_up.reports)
    return is_whole and all(facts.progress.status.is_reported for facts in year.measure_facts)


def _titles(year: FiscalYear) -> Iterator[tuple[str, str]]:
    for facts in year.measure_facts:
        title = known(facts.measure.shown_title)
        if title is not None and len(title) >= _SHORTEST:
            yield title, facts.measure.id
        number = known(facts.measure.number)
        if number is not None:
            yield f"มาตรการที่ {number} ", facts.measure.id


def _contradicted(claim: MeasureClaim, year: FiscalYear) -> str:
    """The measures of a year in words where they do not fit a claim, else nothing."""
    if claim.measure:
        return _of_one(claim, year)
    if claim.named:
        return _of_list(claim, year)
    statuses = [facts.progress.status for facts in year.measure_facts]
    fitting = statuses.count(claim.status) if claim.status else len(statuses)
    if _fits(claim, fitting, len(statuses), statuses.count(Status.DONE)):
        return ""
    of = f"มาตรการที่{claim.status.word} {fitting} มาตรการ จาก" if claim.status else ""
    return f"{of}ทั้งหมด {len(statuses)} มาตรการ"


def _fits(claim: MeasureClaim, fitting: int, every: int, done: int) -> bool:
    if claim.is_every:
        return fitting == every
    if claim.is_open and _is_so_many(claim, every - done, every):
        return True
    if claim.way:
        return (2 * fitting > every) if claim.way > 0 else (2 * fitting < every)
    return _is_so_many(claim, fitting, every)


def _is_so_many(claim: MeasureClaim, fitting: int, every: int) -> bool:
    """True if the number and the share that are claimed, as far as they are, are those of so many."""
    if claim.share is not None and claim.count not in {fitting, None}:
        return False
    if claim.share is not None:
        return abs(Decimal(100 * fitting) / every - claim.share) <= half_unit(claim.share)
    return claim.count in {fitting, None} and claim.every in {every, None}


def _of_list(claim: MeasureClaim, year: FiscalYear) -> str:
    """Those that have a status, in words, where they are not just those that a text names, or all but those."""
    of = {f"{year.year} {facts.measure.id}": facts for facts in year.measure_facts}
    having = {name for name, facts in of.items() if facts.progress.status is claim.status}
    unfinished = {name for name, facts in of.items() if facts.progress.status is not Status.DONE}
    named = {*of} - {*claim.named} if claim.is_but else {*claim.named}
    if not named <= {*of} or named == having or (claim.is_open and named == unfinished):
        return ""
    shown = unfinished if claim.is_open else having
    names = " ".join(measure_name(facts.measure) for name, facts in of.items() if name in shown) or "ไม่มี"
    return f"มาตรการที่{'ยังไม่แล้วเสร็จ' if claim.is_open else claim.status.word if claim.status else ''} {names}"


def _of_one(claim: MeasureClaim, year: FiscalYear) -> str:
    for facts in year.measure_facts:
        if f"{year.year} {facts.measure.id}" == claim.measure:
            status: Status = facts.progress.status
            is_other = status is Status.DONE if claim.is_open else claim.status is not status
            return f"{measure_name(facts.measure)} {status.word}" if is_other else ""
    return f"ไม่มีมาตรการนี้ในปี {year.year}"


RULES = (prose_measure,)

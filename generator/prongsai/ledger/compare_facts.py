"""Compare what was published day by day: every difference between two publications that people should hear of."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from prongsai.ledger.compare_stated import Told, compare_stated, measure_change, reports_on
from prongsai.ledger.publications import Change, History, Kind, Publication, join_days
from prongsai.ledger.renames import Facts, mappings_in, part_of, parts_of, speaks_of, text_of, texts_of
from prongsai.ledger.stated_values import Fields, fields_of_both, is_same

_COUNTED = re.compile(r"(?<=.)#[0-9]+$")  # a second report of one round, by its place in the file


def compare_measures(year: int, old: Facts, new: Facts) -> Iterator[Change]:
    """Measures that came or went, and what changed of those that stayed; each is known by its permanent id."""
    before, after = mappings_in(old), mappings_in(new)
    for key in dict.fromkeys((*after, *before)):
        if key not in before:
            yield measure_change("measure-added", year, key, {}, after[key])
        elif key not in after:
            yield measure_change("measure-withdrawn", year, key, before[key], {})
        else:
            yield from _compare_measure(year, key, before[key], after[key])


def _compare_measure(year: int, key: str, old: Facts, new: Facts) -> Iterator[Change]:
    kinds: tuple[tuple[Kind, str], ...] = (("measure-renamed", "title"), ("status", "status"))
    for kind, name in kinds:
        before, after = text_of(old, name), text_of(new, name)
        if speaks_of(old, new, name) and before != after:
            yield replace(measure_change(kind, year, key, old, new), before=before, after=after)
    if speaks_of(old, new, "period") and not _have_same_period(old, new):
        before, after = (text_of(_period(one), "printed") for one in (old, new))
        yield replace(measure_change("period", year, key, old, new), before=before, after=after)
    if speaks_of(old, new, "units") and _have_other_units(old, new):
        before, after = (", ".join(texts_of(one, "units")) for one in (old, new))
        yield replace(measure_change("responsible", year, key, old, new), before=before, after=after)


def _period(measure: Facts) -> Facts:
    found = measure.get("period")
    return found if isinstance(found, dict) else {}


def _have_same_period(old: Facts, new: Facts) -> bool:
    """True if two periods are of the same months, however they are printed, or the same text, however it was read."""
    printed = ["".join(text_of(_period(one), "printed").split()) for one in (old, new)]
    months = [(text_of(_period(one), "first"), text_of(_period(one), "last")) for one in (old, new)]
    return printed[0] == printed[1] or (months[0] == months[1] and all(months[0]))


def _have_other_units(old: Facts, new: Facts) -> bool:
    """True if others are responsible.

    A unit that was only given another name is the same one, and so is what was typed as before, however it is read.
    """
    if "typed_units" in old or "typed_units" in new:
        typed = [set(texts_of(one, "typed_units" if "typed_units" in one else "unit_keys")) for one in (old, new)]
        if typed[0] == typed[1]:
            return False
    key = "unit_keys" if speaks_of(old, new, "unit_keys") else "units"
    return set(texts_of(old, key)) != set(texts_of(new, key))


def compare_reports(year: int, old: Facts, new: Facts, measures: Mapping[str, Facts]) -> Iterator[Change]:
    """Reports that came or went, by measure and round (`m01/6`); those that name no measure by their titles.

    `measures` are all measures of the year, by id.
    """
    before, after = _named(old), _named(new)
    for name, report in after.items():
        if name not in before:
            yield _report("report-added", year, name, report, measures)
    for name, report in before.items():
        if name not in after:
            yield _report("report-withdrawn", year, name, report, measures)


def _report(kind: Kind, year: int, name: str, report: Facts, measures: Mapping[str, Facts]) -> Change:
    measure = measures.get(name.partition("/")[0].partition("#")[0])
    if measure is None:
        return Change(kind, year, name, after=text_of(report, "status"), title=text_of(report, "title"))
    return replace(measure_change(kind, year, name, {}, measure), after=text_of(report, "status"))


def _named(reports: Facts) -> dict[str, Facts]:
    """The reports by a name that does not depend on their place in the file."""
    found: dict[str, Facts] = {}
    for key, report in mappings_in(reports).items():
        is_placed = key.startswith("#")
        name = f"#{text_of(report, 'title')}" if is_placed else _COUNTED.sub("", key)
        number = 1
        while (named := name if number == 1 else f"{name}#{number}") in found:
            number += 1
        if named != "#":
            found[named] = report
    return found


_PARTS: tuple[tuple[str, Kind, Kind], ...] = (
    ("scores", "scores-added", "scores-withdrawn"),
    ("analysis", "analysis-added", "analysis-withdrawn"),
    ("measures", "measures-added", "measures-withdrawn"),
    ("reports", "reports-added", "reports-withdrawn"),
)


def compare_publications(publications: Sequence[Publication]) -> History:
    """All changes between publications, which are in the order in which they were made; what counts is a whole day."""
    days = join_days(publications)
    if not days:
        return History()
    first = days[0]
    found = [Change("first-publication", years=tuple(sorted(_years(first.facts))), day=first.day)]
    for before, after in pairwise(days):
        changes = [replace(change, day=after.day) for change in compare_facts(before.facts, after.facts)]
        found = changes + found
    return History(tuple(found), _seed_of(publications[0]))


def _seed_of(first: Publication) -> str:
    """The first publication as a hash: the same for ever, whatever host, name or facts the site has later.

    Only what is entered counts, nothing that another version of the program might find out from it.
    """
    years = {name: {key: year.get(key) for key in ("scores", "measures")} for name, year in _named_years(first)}
    text = json.dumps([first.day, first.facts.get("agency"), years], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _named_years(publication: Publication) -> list[tuple[str, Facts]]:
    return sorted(parts_of(publication.facts, "years").items())


def compare_facts(before: Facts, after: Facts) -> Iterator[Change]:
    """Differences between the facts of two publications, the newest year first."""
    fields = fields_of_both(before, after)
    yield from compare_stated(None, before, after, fields)
    old, new = _years(before), _years(after)
    for year in sorted({*old, *new}, reverse=True):
        if year not in old:
            yield Change("year-added", year)
        elif year not in new:
            yield Change("year-withdrawn", year)
        else:
            yield from _compare_year(year, old[year], new[year], fields)


def _years(facts: Facts) -> dict[int, Facts]:
    found = parts_of(facts, "years")
    return {int(name): year for name, year in found.items() if len(name) == 4 and name.isascii() and name.isdigit()}


def _compare_year(year: int, before: Facts, after: Facts, fields: Fields) -> Iterator[Change]:
    compared = _compare_parts(year, before, after)
    found = tuple(change for change in compared if not _is_reading(change, before, after, fields))
    told = {(change.kind, change.subject.partition("/")[0]) for change in found}
    yield from (change for change in found if not _is_echo(change, told))
    measures = {**parts_of(before, "measures"), **parts_of(after, "measures")}
    yield from compare_stated(year, before, after, fields, Told(found, measures))


def _is_reading(change: Change, before: Facts, after: Facts, fields: Fields) -> bool:
    """True if nobody changed anything: another version of the program reads, or finds out, what was there before."""
    if change.kind == "status":
        old, new = (reports_on(one, change.subject, fields) for one in (before, after))
        if old is not None and new is not None:
            return bool(new) and old.keys() == new.keys() and all(is_same(old[key], new[key]) for key in new)
        return (
            not change.before
            and not fields.of_one_program
            and _reports_of(before, change) == _reports_of(after, change)
        )
    if change.kind in {"item-answered", "item-changed", "item-withdrawn"} and not fields.of_one_program:
        answers = (parts_of(one, "oit").get(change.subject, {}) for one in (before, after))
        return any(one.get("found") is True for one in answers)
    return False


def _reports_of(year: Facts, change: Change) -> list[str]:
    """The names of the reports on the measure of a change."""
    return sorted(name for name in _named(parts_of(year, "reports")) if name.partition("/")[0] == change.subject)


def _is_echo(change: Change, told: set[tuple[Kind, str]]) -> bool:
    """True if another change says it already: a first status comes with its report, and goes with it."""
    measure = change.subject.partition("/")[0]
    if change.kind == "status" and not change.before:
        return bool(told & {("report-added", measure), ("reports-added", "")})
    if change.kind == "status" and not change.after:
        return bool(told & {("report-withdrawn", measure), ("reports-withdrawn", "")})
    return change.kind == "report-withdrawn" and ("measure-withdrawn", measure) in told


def _compare_parts(year: int, before: Facts, after: Facts) -> Iterator[Change]:
    measures = {**parts_of(before, "measures"), **parts_of(after, "measures")}
    for key, added, withdrawn in _PARTS:
        if speaks_of(before, after, key):
            yield from _compare_part(year, key, (added, withdrawn), part_of(before, key), part_of(after, key), measures)
    if speaks_of(before, after, "oit"):
        yield from _compare_items(year, parts_of(before, "oit"), parts_of(after, "oit"))
    if speaks_of(before, after, "questions"):
        yield from _compare_questions(year, parts_of(before, "questions"), parts_of(after, "questions"))


def _compare_part(
    year: int,
    key: str,
    kinds: tuple[Kind, Kind],
    old: Facts | None,
    new: Facts | None,
    measures: Mapping[str, Facts],
) -> Iterator[Change]:
    """A whole part that came or went, or what changed within it; `measures` are all of the year, by id."""
    if old is None and new is None:
        return
    if old is None or new is None:
        yield _whole(year, key, kinds[0] if old is None else kinds[1], new or {})
    elif key == "scores":
        yield from _compare_scores(year, old, new)
    elif key == "measures":
        yield from compare_measures(year, old, new)
    elif key == "reports":
        yield from compare_reports(year, old, new, measures)


def _whole(year: int, key: str, kind: Kind, new: Facts) -> Change:
    if key == "scores":
        return Change(kind, year, after=text_of(new, "total"), about=text_of(new, "level"))
    return Change(kind, year, about=str(len(new)) if new and key != "analysis" else "")


def _compare_scores(year: int, old: Facts, new: Facts) -> Iterator[Change]:
    singles: tuple[tuple[Kind, str], ...] = (("total", "total"), ("level", "level"))
    for kind, key in singles:
        if speaks_of(old, new, key):
            yield from _compare_value(Change(kind, year), old, new, key)
    many: tuple[tuple[Kind, str], ...] = (("instrument", "instruments"), ("indicator", "indicators"))
    for kind, key in many:
        one, other = part_of(old, key), part_of(new, key)
        if one is not None and other is not None:
            for name in dict.fromkeys((*one, *other)):
                yield from _compare_value(Change(kind, year, name), one, other, name)


def _compare_value(change: Change, old: Facts, new: Facts, key: str) -> Iterator[Change]:
    before, after = text_of(old, key), text_of(new, key)
    if before != after:
        yield replace(change, before=before, after=after)


def _compare_items(year: int, old: dict[str, Facts], new: dict[str, Facts]) -> Iterator[Change]:
    for code in dict.fromkeys((*old, *new)):
        before, after = text_of(old.get(code, {}), "answer"), text_of(new.get(code, {}), "answer")
        if before != after:
            kind: Kind = "item-changed" if before and after else "item-answered" if after else "item-withdrawn"
            yield Change(kind, year, code, before, after)


def _compare_questions(year: int, old: dict[str, Facts], new: dict[str, Facts]) -> Iterator[Change]:
    for key, question in new.items():
        if question.get("answered") is True and old.get(key, {}).get("answered") is not True:
            unit = text_of(question, "unit")
            yield Change(
                "question-answered", year, key, title=text_of(question, "question"), units=(unit,) * bool(unit)
            )

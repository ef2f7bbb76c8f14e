"""Compare the measures of a year and the reports on them between two publications."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from prongsai.ledger.facts import Facts, mappings_in, speaks_of, text_of, texts_of
from prongsai.ledger.publications import Change, Kind

_COUNTED = re.compile(r"(?<=.)#[0-9]+$")  # a second report of one round, by its place in the file


def compare_measures(year: int, old: Facts, new: Facts) -> Iterator[Change]:
    """Measures that came or went, and what changed of those that stayed; each is known by its permanent id."""
    before, after = mappings_in(old), mappings_in(new)
    for key in dict.fromkeys((*after, *before)):
        if key not in before:
            yield _change("measure-added", year, key, {}, after[key])
        elif key not in after:
            yield _change("measure-withdrawn", year, key, before[key], {})
        else:
            yield from _compare_measure(year, key, before[key], after[key])


def _change(kind: Kind, year: int, key: str, old: Facts, new: Facts) -> Change:
    newest = new or old
    units = dict.fromkeys((*_units(old), *_units(new)))
    title, number = text_of(newest, "title"), text_of(newest, "number")
    return Change(kind, year, key, title=title, number=number, units=tuple(units))


def _compare_measure(year: int, key: str, old: Facts, new: Facts) -> Iterator[Change]:
    kinds: tuple[tuple[Kind, str], ...] = (("measure-renamed", "title"), ("status", "status"))
    for kind, name in kinds:
        before, after = text_of(old, name), text_of(new, name)
        if speaks_of(old, new, name) and before != after:
            yield replace(_change(kind, year, key, old, new), before=before, after=after)
    if speaks_of(old, new, "period") and _months(old) != _months(new):
        before, after = (text_of(_period(one), "printed") for one in (old, new))
        yield replace(_change("period", year, key, old, new), before=before, after=after)
    if speaks_of(old, new, "units") and _have_other_units(old, new):
        before, after = (", ".join(texts_of(one, "units")) for one in (old, new))
        yield replace(_change("responsible", year, key, old, new), before=before, after=after)


def _period(measure: Facts) -> Facts:
    found = measure.get("period")
    return found if isinstance(found, dict) else {}


def _months(measure: Facts) -> tuple[str, ...]:
    """What a period means, however it is printed; what was not understood is compared as text, without blanks."""
    period = _period(measure)
    first, last = text_of(period, "first"), text_of(period, "last")
    return (first, last) if first and last else ("".join(text_of(period, "printed").split()),)


def _units(measure: Facts) -> tuple[str, ...]:
    return texts_of(measure, "unit_keys") or texts_of(measure, "units")


def _have_other_units(old: Facts, new: Facts) -> bool:
    """Whether others are responsible; a unit that was only given another name is the same one."""
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
    return replace(_change(kind, year, name, {}, measure), after=text_of(report, "status"))


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

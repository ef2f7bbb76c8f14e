"""Compare everything that two publications state, field by field, as far as the records of both know the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from prongsai.json_value import Json
from prongsai.ledger.publications import Change, Kind
from prongsai.ledger.renames import Facts, mappings_in, part_of, text_of, texts_of
from prongsai.ledger.stated_values import EACH, Fields, differing, is_absent, is_same, words_in
from prongsai.thai.text import clean_text

_KINDS: Mapping[str, Kind] = {
    "scores": "scores-fact",
    "analysis": "analysis-fact",
    "measures": "measures-fact",
    "follow-up": "reports-fact",
    "memo": "memo-fact",
    "oit": "oit-fact",
    "questions": "questions-fact",
    "explanations": "explanations-fact",
    "agency": "agency-fact",
    "documents": "documents-fact",
    "site": "site-fact",
}
_THINGS: Mapping[str, tuple[str, Kind]] = {  # what has changes of its own, and in which list of its part it is
    "measures": ("measures", "measure-fact"),
    "follow-up": ("reports", "report-fact"),
    "oit": ("items", "item-fact"),
    "questions": ("questions", "question-fact"),
}
_COME_WHOLE = {"scores", "analysis", "measures", "follow-up", "memo"}  # that they came or went is one change
# Told by changes of their own, or the name by which a thing is known.
_TOLD_APART = {"measures": {"id", "title", "period"}, "follow-up": {"measure", "round"}}
_FIRST: Mapping[str, Kind] = {  # told by these where they say it
    "measures.measures.*.responsible": "responsible",
    "follow-up.reports.*.status": "status",
    "scores.total": "total",
    "scores.level": "level",
    "scores.instruments": "instrument",
    "scores.indicators": "indicator",
    "oit.items.*.answer": "item-changed",
}
_WHOLE_THINGS = {"item-answered", "item-withdrawn", "question-answered"}


def measure_change(kind: Kind, year: int | None, key: str, old: Facts, new: Facts) -> Change:
    """A change of a measure, with its title, number and units as both publications know them."""
    newest = new or old
    units = dict.fromkeys((*units_of(old), *units_of(new)))
    title, number = text_of(newest, "shown_title") or text_of(newest, "title"), text_of(newest, "number")
    return Change(kind, year, key, title=title, number=number, units=tuple(units))


def units_of(measure: Facts) -> tuple[str, ...]:
    """The units of a measure by their keys, or their names where a record has no keys."""
    return texts_of(measure, "unit_keys") or texts_of(measure, "units")


@dataclass(frozen=True)
class Told:
    """The changes of a year that have sentences of their own, and all its measures by their ids."""

    changes: tuple[Change, ...] = ()
    measures: Mapping[str, Facts] | None = None

    def says(self, change: Change) -> bool:
        """True if it is said already: by a change of its own, or since the whole thing came or went."""
        first, thing = _FIRST.get(change.field), change.subject.partition("/")[0]
        return any(
            (one.kind == first and one.subject in {thing, ""})
            or (one.kind == first and change.kind == "scores-fact")
            or (one.kind in _WHOLE_THINGS and one.subject == change.subject)
            for one in self.changes
        )


NOTHING_TOLD = Told()


def compare_stated(
    year: int | None, before: Facts, after: Facts, fields: Fields, told: Told = NOTHING_TOLD
) -> Iterator[Change]:
    """Changes of declared fields in what a year, or the site (None), states; without those that `told` says."""
    old, new = part_of(before, "stated"), part_of(after, "stated")
    if old is None or new is None or not fields.paths:
        return
    for part in (name for name in _KINDS if name in old or name in new):
        one, other = old.get(part, {}), new.get(part, {})
        if one is other or not isinstance(one, dict) or not isinstance(other, dict):
            continue
        for change in _compare_part(_Part(part, year, fields, told), one, other):
            if not told.says(change):
                yield change


def reports_on(year: Facts, measure: str, fields: Fields) -> Mapping[str, Json] | None:
    """The reports on a measure as stated, by their names, with the fields that are compared; None if not known."""
    stated = part_of(year, "stated")
    follow_up = stated.get("follow-up", {}) if stated is not None else None
    if not isinstance(follow_up, dict):
        return None
    reports = _by_name("follow-up", follow_up.get("reports"))
    own = {name: one for name, one in reports.items() if text_of(one, "measure") == measure}
    return {name: fields.cut(dict(one), f"follow-up.reports{EACH}") for name, one in own.items()}


@dataclass(frozen=True)
class _Part:
    """A part of a year, or of the site, that is compared."""

    name: str
    year: int | None
    fields: Fields
    told: Told

    def knows(self, path: str) -> bool:
        """True if both records know a field."""
        return path in self.fields.paths


def _compare_part(part: _Part, old: Facts, new: Facts) -> Iterator[Change]:
    if not old or not new:
        if part.name == "memo" and part.knows("memo.subject"):
            yield Change("memo-added" if new else "memo-withdrawn", part.year)
        if part.name in _COME_WHOLE:
            return
    things, kind = _THINGS.get(part.name, ("", None))
    own = (one for one in _compare_fields(part, part.name, old, new) if one.field != f"{part.name}.{things}")
    yield from (replace(one, kind=_KINDS[part.name], year=part.year) for one in own)
    if kind is not None:
        for key, one, other in _pairs(part.name, old.get(things), new.get(things)):
            named = _named(part, kind, key, (one, other))
            for change in _compare_fields(part, f"{part.name}.{things}{EACH}", one, other):
                yield replace(named, field=change.field, before=change.before, after=change.after, about=change.about)


def _named(part: _Part, kind: Kind, key: str, both: tuple[Facts, Facts]) -> Change:
    """A change of one thing, named as people know it."""
    measure = (part.told.measures or {}).get(key.partition("/")[0].partition("#")[0])
    if kind in {"measure-fact", "report-fact"} and measure is not None:
        return measure_change(kind, part.year, key, {}, measure)
    newest = both[1] or both[0]
    title = text_of(newest, "question") if kind == "question-fact" else words_in(newest.get("title"))
    units = (text_of(one, "unit") for one in both)
    return Change(kind, part.year, key, title=title, units=tuple(dict.fromkeys(filter(None, units))))


def _pairs(part: str, old: Json, new: Json) -> Iterator[tuple[str, Facts, Facts]]:
    """The things of both, by their permanent names; of items of OIT also those of which only one record speaks."""
    one, other = _by_name(part, old), _by_name(part, new)
    for key in dict.fromkeys((*other, *one)):
        if part == "oit" or (key in one and key in other):
            yield key, one.get(key, {}), other.get(key, {})


def _by_name(part: str, things: Json) -> dict[str, Facts]:
    if isinstance(things, dict):
        return mappings_in({clean_text(str(key))[0]: one for key, one in things.items()})
    records = [one for one in things if isinstance(one, dict)] if isinstance(things, list) else []
    names = (_report_name(one) if part == "follow-up" else text_of(one, "id") for one in records)
    found: dict[str, Facts] = {}
    for name, record in zip(names, records, strict=True):
        number, key = 1, name
        while key in found:
            number += 1
            key = f"{name}#{number}"
        found |= {key: record} if name else {}
    return found


def _report_name(report: Facts) -> str:
    """A report by its measure and round (`m01/6`), or by its title where it names no measure."""
    if measure := text_of(report, "measure"):
        return "/".join(filter(None, (measure, text_of(report, "round"))))
    title = words_in(report.get("title"))
    return f"#{title}" if title else ""


def _compare_fields(part: _Part, path: str, old: Facts, new: Facts) -> Iterator[Change]:
    """A change for each field of a record that is another one; kind and subject are given by whoever asks."""
    skipped = _TOLD_APART.get(part.name, set()) if path.endswith(EACH) else set()
    for name in dict.fromkeys((*new, *old)):
        here = f"{path}.{name}"
        if not part.knows(here) or name in skipped:
            continue
        before, after = (part.fields.cut(one.get(name), here) for one in (old, new))
        if not is_same(before, after):
            about = "added" if is_absent(before) else "withdrawn" if is_absent(after) else "changed"
            said = _words_of_both(*differing(before, after))
            yield Change("site-fact", field=here, before=said[0], after=said[1], about=about)


def _words_of_both(old: Json, new: Json) -> tuple[str, str]:
    """Both values in words; none of either where one of them has parts that no sentence could say."""
    said = words_in(old), words_in(new)
    is_said = all(words or is_absent(value) for words, value in zip(said, (old, new), strict=True))
    return said if is_said else ("", "")

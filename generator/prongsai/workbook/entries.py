"""The records of a part of a data file: those that are there, and those that the rules of the year ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from prongsai.forms.cells import Names, group_at
from prongsai.model.edition import Edition
from prongsai.model.follow_up import Report
from prongsai.model.reports import waiting_rounds
from prongsai.model.stated import SPELLINGS
from prongsai.thai.rounds import parse_round
from prongsai.workbook.layout import EACH, Source
from prongsai.workbook.names import WAITING, entry_names, escape_step, item_label, key_of, label_of, names_in, with_code
from prongsai.writing.change import Path


@dataclass(frozen=True)
class Kept:
    """The data files that a workbook is about, by name as seen from the site's folder, as they were read."""

    year: int
    edition: Edition
    files: Mapping[str, object]

    def whole(self, source: Source) -> object:
        """The file of a part; None where it is not there."""
        return self.files.get(source.place(self.year))

    def names(self, source: Source) -> Names:
        """The names for the codes that a part refers to."""
        own = self.whole(source)
        found = {**names_in(self.files.get("site_config/agency.yml"), self.files.get("site_config/documents.yml"), own)}
        return {**found, "measure": self.measures}

    @property
    def measures(self) -> Mapping[str, str]:
        """The measures of the year: of each the words by which people choose it, by its code."""
        return names_in(None, None, self.files.get(f"data/{self.year}/measures.yml"))["measure"]


@dataclass(frozen=True)
class Entry:
    """One record of a part: where it is, what was typed for it (None: nothing yet) and how people know it.

    `key` is empty for one that waits to be filled in and has no name yet; one that `waits` has a name, and `raw` is
    what it would begin with.
    """

    key: str
    path: Path = ()
    raw: object = None
    belongs: str = ""
    code: str = ""
    about: str = ""
    waits: bool = False


def find_entries(source: Source, kept: Kept) -> Iterator[Entry]:
    """The records of a part in the order of their file, and of the rules of the year."""
    start = Entry(f"{PurePosixPath(source.file).stem}:", raw=kept.whole(source))
    yield from _walk(start, source, 0, kept)


def parents_of(source: Source, kept: Kept) -> Iterator[str]:
    """The words for each record that a row of a part can belong to, those that the rules ask for included."""
    if not source.above:
        yield source.called
        return
    part = Source(source.file, source.above, "", source.prefilled)
    for entry in find_entries(part, kept):
        label = label_in(entry, part, kept)
        yield f"{source.called}: {label}" if source.called else label


def _walk(entry: Entry, source: Source, place: int, kept: Kept) -> Iterator[Entry]:
    if place == len(source.steps):
        yield entry if entry.belongs else replace(entry, belongs=source.called)
        return
    step = source.steps[place]
    if step != EACH:
        raw = entry.raw.get(step) if isinstance(entry.raw, Mapping) else None
        key = f"{entry.key}{'' if entry.key.endswith(':') else '/'}{step}"
        about = _named_figure(source, step, kept) if source.steps == (step,) else ""
        yield from _walk(
            replace(entry, key=key, path=(*entry.path, step), raw=raw, about=about), source, place + 1, kept
        )
        return
    part = Source(source.file, source.steps[: place + 1])
    for one in _children(entry, part, source, kept):
        inner = one
        if EACH in source.steps[place + 1 :]:
            label = label_in(one, part, kept)
            inner = replace(one, belongs=f"{source.called}: {label}" if source.called else label)
        yield from _walk(inner, source, place + 1, kept)


def _children(entry: Entry, part: Source, source: Source, kept: Kept) -> Iterator[Entry]:
    wanted = dict(_wanted(entry, part, source, kept))
    if isinstance(entry.raw, Mapping) and not part.is_list:
        yield from _of_table(entry, wanted)
    elif part.is_list and _is_list_of(entry.raw, part):
        entries = entry.raw if isinstance(entry.raw, list) else [entry.raw]  # one alone may be without its list
        for place, name in enumerate(entry_names(entries, part.record)):
            path = (*entry.path, place) if isinstance(entry.raw, list) else entry.path
            yield replace(entry, key=f"{entry.key}/{escape_step(name)}", path=path, raw=entries[place])
    elif not part.is_list:
        yield from _of_table(entry, wanted)
    if part.is_list and not entry.raw and source.prefilled == "items":
        yield replace(entry, key="", path=(*entry.path, 0), raw=None)
    if source.prefilled == "rounds":
        yield from _waiting(entry, kept)


def _waiting(entry: Entry, kept: Kept) -> Iterator[Entry]:
    """The reports that are not there yet, of each measure and round: from the round on that was reported last."""
    reports = entry.raw if isinstance(entry.raw, list) else [entry.raw] if entry.raw else []
    told = {_named_report(one) for one in reports}
    named = [code for code, name in kept.measures.items() if name not in {code, with_code(code, code)}]
    for code, months in waiting_rounds(told, named):
        key, path = f"{entry.key}/{escape_step(f'{code}-{months}')}{WAITING}", (*entry.path, len(reports))
        yield replace(entry, key=key, path=path, raw={"measure": code, "round": months}, waits=True)


def _named_report(raw: object) -> tuple[str, str]:
    """The code of the measure and the months of the round of a report; empty for what it does not say."""
    typed = group_at(raw, Report)
    return str(typed.get("measure") or ""), parse_round(str(typed.get("round") or "")) or ""


def _is_list_of(raw: object, part: Source) -> bool:
    """True if records were typed where a list is due; one alone may be without its list, an absence is none."""
    is_bare = isinstance(raw, str) and bool(part.record.shorthand) and raw not in SPELLINGS
    return isinstance(raw, list | Mapping) or is_bare


def _of_table(entry: Entry, wanted: Mapping[str, str]) -> Iterator[Entry]:
    """The entries of a table: those of the rules in their order, then those that it has besides."""
    table = entry.raw if isinstance(entry.raw, Mapping) else {}
    keys = {code: key_of(code, table) for code in wanted}
    for code, about in wanted.items():
        key = keys[code] or code
        yield _in_table(entry, key, code, table.get(key), about)
    for key in table:
        if key not in keys.values():
            yield _in_table(entry, key, key, table[key], "")


def _in_table(entry: Entry, key: str, code: str, raw: object, about: str) -> Entry:
    named = f"{entry.key}/{escape_step(code)}"
    return replace(entry, key=named, path=(*entry.path, key), raw=raw, code=code, about=about)


def _wanted(entry: Entry, part: Source, source: Source, kept: Kept) -> Iterator[tuple[str, str]]:
    """The codes that the rules of the year give for a table, each with its name."""
    edition = kept.edition
    if source.prefilled == "figures":
        yield from edition.names_for(part.steps[0]).items()
    elif source.prefilled and part.steps == ("items", EACH):
        yield from edition.names_for("items").items()
    elif source.prefilled == "elements":
        asked = edition.items.get(entry.code)
        typed = entry.raw if isinstance(entry.raw, Mapping) else {}
        for one in asked.elements if asked else ():
            yield next((key for key in one.former_keys if key in typed), one.key), one.text


def _named_figure(source: Source, step: str, kept: Kept) -> str:
    return f"คะแนนรวมของปี {kept.year}" if source.prefilled == "figures" and step == "total" else ""


def label_in(entry: Entry, part: Source, kept: Kept) -> str:
    """The words by which people know a record that others belong to."""
    typed = group_at(entry.raw, part.record)
    if part.steps[0] == "items":
        return item_label(entry.code, kept.edition)
    if entry.code:
        return f"{entry.code} {entry.about}".strip()
    if part.steps[0] != "reports":
        code = typed.get("id")
        return kept.names(part)["measure"].get(code, "") if isinstance(code, str) else label_of(typed)
    measure = typed.get("measure")
    named = kept.names(part)["measure"].get(measure, measure) if isinstance(measure, str) else label_of(typed)
    months = typed.get("round")
    return f"รอบ {months} {named}" if isinstance(months, str) else str(named)

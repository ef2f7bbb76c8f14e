"""Take in the rules of a year: read whatever they came in, put into the agency's file, checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from prongsai.grids.find_format import find_format
from prongsai.grids.grid import Grid, GridError
from prongsai.grids.guard_workbook import guard_workbook
from prongsai.grids.read_grids import read_as_text, read_grids
from prongsai.grids.read_word import read_word_lines
from prongsai.loading.load_editions import empty_edition
from prongsai.loading.parse_document import parse_document
from prongsai.model.edition import Edition
from prongsai.model.source import SourcedMap
from prongsai.pipeline.rulebooks.known import Known
from prongsai.pipeline.save import Proposed, propose_texts
from prongsai.rulebooks.changes import Difference, changes_of, find_differences
from prongsai.rulebooks.entered import Read
from prongsai.rulebooks.list_lines import lines_of_grid, lines_of_text
from prongsai.rulebooks.merge import Merge, Source
from prongsai.rulebooks.read_list import read_list
from prongsai.rulebooks.read_rulebook import is_rulebook, read_rulebook
from prongsai.rulebooks.renumber import Renumbering, propose_renumbering, titles_of
from prongsai.rulebooks.sheets import READ_FIRST
from prongsai.rulebooks.skeleton import without_skeleton
from prongsai.rulebooks.structure import Rules, entries_in
from prongsai.rulebooks.write_rules import in_order, rule_lines
from prongsai.writing.apply import apply, new_text

_OF_NO_FACT = frozenset({"scheme", "fiscal_year"})
_YEAR = re.compile(r"พ\.ศ\. (2[0-9]{3})")


@dataclass(frozen=True)
class Taken:
    """Everything that was read from a file, the rules that it makes, and the pairs of items to be confirmed."""

    read: Read
    source: Source
    rules: Rules
    renumbering: Renumbering
    is_workbook: bool


def read_rules(known: Known, data: bytes, name: str, *, page: str = "", manual: str = "") -> Taken:
    """Read a workbook of rules or a printed list; raises GridError, also `no-items` where nothing of either is in it.

    `page` is that of a whole list, `manual` the full name of the document.
    """
    grids = _grids(data, name)
    is_workbook = is_rulebook(grids)
    read = read_rulebook(grids) if is_workbook else _read_list(known, grids, data, name, page)
    if not is_workbook and not any(one.section == "items" for one in read.entries):
        raise GridError("no-items", found=name)
    full = manual or read.manual or f"คู่มือการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {known.year}"
    source = Source(full, known.year, name)
    return _taken(known, read, source, is_workbook=is_workbook)


def year_of_book(data: bytes) -> int | None:
    """The year that a workbook of rules says of itself; None for any other file."""
    try:
        said = guard_workbook(data).properties.get("prongsai rulebook", "")
    except GridError:
        return None
    if said.isdecimal() and len(said) == 4:
        return int(said)
    titles = (grid.rows[0][0].text for grid in _grids(data, "") if grid.name == READ_FIRST)
    return next((int(found[1]) for title in titles if (found := _YEAR.search(title))), None)


def _grids(data: bytes, name: str) -> tuple[Grid, ...]:
    try:
        return read_grids(data, name)
    except GridError as failure:
        if failure.reason != "no-table":
            raise
        return ()


def _read_list(known: Known, grids: Sequence[Grid], data: bytes, name: str, page: str) -> Read:
    """The list in a table, or else in lines, whichever has more items."""
    titles = [*_known_titles(known)]
    found = [lines for grid in grids if (lines := lines_of_grid(grid)) is not None]
    reads = [read_list([line for lines in found for line in lines], titles, page)] if found else []
    kind = find_format(data)
    if not found or kind == "text":
        text = "\n".join(read_word_lines(data)) if kind == "docx" else read_as_text(data, name)
        reads.append(read_list(lines_of_text(text, name), titles, page))
    return max(reads, key=lambda one: sum(entry.section == "items" for entry in one.entries))


def _known_titles(known: Known) -> Iterator[str]:
    for one in known.loaded.editions.edition(known.nearest), known.edition:
        for item in one.items.values() if one else ():
            yield from titles_of(item)


def _taken(known: Known, read: Read, source: Source, *, is_workbook: bool) -> Taken:
    old = known.loaded.editions.edition(known.nearest) or empty_edition(known.nearest or known.year - 1)
    before = propose_renumbering(old, parsed(_laid(known, Merge(known.own, source, {}).put(read)), known.year))
    near = {pair.new: _old_item(known, pair.old) for pair in before.pairs}
    merge = Merge(known.own, source, near)
    rules = merge.put(read)
    read.told += merge.told
    return Taken(read, source, rules, before, is_workbook)


def _old_item(known: Known, code: str) -> Rules:
    return entries_in(known.structure.parts, "items").get(code, {})


def _laid(known: Known, rules: Rules) -> Rules:
    """The rules with what else is known of the year's items, which the file of the agency need not say."""
    items = {**entries_in(known.rules, "items"), **entries_in(rules, "items")}
    return {**rules, "items": dict(items)} if items else rules


def parsed(rules: Rules, year: int) -> Edition:
    """The rules as an edition, as far as they can be read."""
    edition, _ = parse_document(_sourced(rules), Edition, year=year, by_section=True)
    return edition or empty_edition(year)


def _sourced(value: object) -> object:
    """Plain values as a file would have them."""
    from prongsai.model.source import SourcedList, SourcedText
    from prongsai.problems import Where

    if isinstance(value, dict):
        made = SourcedMap(Where(""))
        made.update({key: _sourced(one) for key, one in value.items()})
        made.key_places = {key: Where("") for key in value}
        return made
    if isinstance(value, list):
        listed = SourcedList(Where(""))
        listed.extend(_sourced(one) for one in value)
        listed.places = [Where("")] * len(value)
        return listed
    return None if value is None else SourcedText.at(str(value), Where(""))


def with_meanings(known: Known, taken: Taken, confirmed: Mapping[str, str]) -> Rules:
    """The rules with the meanings of old items given to new ones, by the pairs that a person confirmed."""
    old = known.loaded.editions.edition(known.nearest)
    near = {new: _old_item(known, code) for new, code in confirmed.items()}
    merge = Merge(taken.rules, taken.source, near)
    for new, code in confirmed.items():
        item = old.items.get(code) if old else None
        if item is not None and item.key:
            merge.name_meaning(new, item.key, item.answered_by or "")
    return merge.rules


def propose_rules(known: Known, rules: Rules) -> tuple[Proposed, list[Difference]]:
    """The agency's file with the rules as they shall be; lines of a skeleton go, all else that was typed stays.

    Raises RefusedError as `propose` does.
    """
    differences = [*find_differences(known.own, rules)]
    if all(one.path[0] in _OF_NO_FACT for one in differences):
        return propose_texts(known.root, {}), []
    path = known.root / known.name
    before = without_skeleton(path.read_bytes().decode()) if path.exists() else new_text(known.name)
    if known.own.keys() <= _OF_NO_FACT:  # nothing was entered yet: all of it is written as the rules that ship are
        head = [line for line in before.splitlines() if line.startswith("#")]
        text = "\n".join([*head, *rule_lines(in_order(rules)), ""])
    else:
        text = apply({known.name: before}, changes_of(known.name, differences))[known.name]
    return propose_texts(known.root, {known.name: text.encode()}), differences


def confirmed_in_book(taken: Taken, old: Edition) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The pairs that somebody confirmed in the workbook, and those where the titles speak against it."""
    from prongsai.rulebooks.similar import likeness

    found: dict[str, str] = {}
    doubted = []
    items = entries_in(taken.rules, "items")
    for new, code in taken.read.former.items():
        item = old.items.get(code)
        title = str(items.get(new, {}).get("title") or "")
        if item is None:
            continue
        alike = max((likeness(title, one) for one in titles_of(item)), default=0.0)
        if alike >= _MEANT:
            found[new] = code
        else:
            doubted.append((new, code))
    return found, doubted


_MEANT = 0.5  # of the likeness of titles, below which a row may have been filled in over another item's


def without_confirmed(renumbering: Renumbering, confirmed: Mapping[str, str]) -> Renumbering:
    """The pairs that nobody has confirmed yet, and that give a meaning."""
    pairs = tuple(one for one in renumbering.pairs if one.new not in confirmed and one.key and one.reason != "same-key")
    return replace(renumbering, pairs=pairs)

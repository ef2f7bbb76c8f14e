"""Rows of a table as measures: topics, questions and findings that they answer, responsible units, codes."""

from __future__ import annotations

import re

from prongsai.grids.cell_texts import lines_of, one_line
from prongsai.grids.grid import Cell
from prongsai.tables.gather import MERGED, Gathering
from prongsai.tables.kinds import fields_of
from prongsai.tables.values import Entry, as_list, code_at_start, join_topic, read_basis, value_of
from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text
from prongsai.writing.change import Plain

_MARK = re.compile(r"\(([0-9๐-๙]{1,2})\)\s*|([0-9๐-๙]{1,2})[.)](?![0-9๐-๙])\s*")
_OF_BASIS = "basis."


def put_measure(gathering: Gathering, entry: Entry, name: str, row: int, column: int, cell: Cell) -> None:
    """Set the value of a cell of a measure."""
    place = gathering.place(row, column)
    if name.startswith(_OF_BASIS):
        _put_basis(entry, name.removeprefix(_OF_BASIS), cell.text, place)
    elif name.startswith("risk."):
        _put_risk(entry, name.removeprefix("risk."), one_line(cell.text), place)
    elif name == "responsible":
        _put_responsible(entry, gathering.units.responsible(cell.text, place), place)
    elif name == "responsible.lead":
        _put_responsible(entry, {"lead": list(gathering.units.codes(cell.text, place))}, place)
    elif name in {"title", "topic"} or not fields_of("measures")[name].is_list:
        _put_text(entry, name, clean_text(one_line(cell.text))[0], place)
    else:
        entry.put(name, value_of(fields_of("measures")[name], cell.text), place)


def _put_text(entry: Entry, name: str, text: str, place: str) -> None:
    """A text in several cells is one text."""
    before = entry.data.get(name)
    if isinstance(before, str) and before != text:
        entry.data[name] = f"{before} {text}"
    else:
        entry.put(name, text, place)


def _put_basis(entry: Entry, name: str, text: str, place: str) -> None:
    """Questions open a basis each; findings go to the bases of the same row, one each where there are as many."""
    bases = as_list(entry.data.get("basis"))
    lines = [clean_text(line)[0] for line in lines_of(text)]
    row = place.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    mine = [at for at, one in enumerate(bases) if isinstance(one, dict) and one.get("row") == row]
    if name == "findings":
        _put_findings(bases, mine, lines, row)
    elif name in {"wording", "question"}:
        for line in lines:
            bases.append({**read_basis(line), "stated": "true", "row": row})
    else:
        new: dict[str, Plain] = {"stated": "true", "row": row}
        target = bases[mine[-1]] if mine else new
        if not mine:
            bases.append(target)
        if isinstance(target, dict):
            target[name] = one_line(text)
    entry.data["basis"] = bases
    entry.places.setdefault(("basis",), place)


def _put_findings(bases: list[Plain], mine: list[int], lines: list[str], row: str) -> None:
    if not mine:
        bases.append({"stated": "true", "row": row})
        mine = [len(bases) - 1]
    shared = [[line] for line in lines] if len(lines) == len(mine) else [lines]
    for at, found in zip(mine, shared, strict=False):
        one = bases[at]
        if isinstance(one, dict):
            one["findings"] = [*as_list(one.get("findings")), *found]


def _put_risk(entry: Entry, name: str, text: str, place: str) -> None:
    risk = entry.data.setdefault("risk", {})
    if isinstance(risk, dict):
        risk[name] = text
    entry.places.setdefault(("risk", name), place)


def _put_responsible(entry: Entry, value: Plain, place: str) -> None:
    before = entry.data.get("responsible")
    if before is None or before == MERGED:
        entry.data["responsible"] = value
    elif before != value:
        entry.data["responsible"] = _joined(before, value)
    entry.places.setdefault(("responsible",), place)


def _joined(one: Plain, other: Plain) -> Plain:
    """Two statements of responsible units as one."""
    joined: dict[str, Plain] = {}
    for value in (one, other):
        parts = value if isinstance(value, dict) else {"units": as_list(value)}
        for key, part in parts.items():
            before = joined.get(key)
            if key == "printed":
                joined[key] = f"{before} {part}" if before and before != part else part
            else:
                joined[key] = [*as_list(before), *(new for new in as_list(part) if new not in as_list(before))]
    return joined


def finish_measures(gathering: Gathering, topics: list[tuple[str, str]]) -> list[dict[str, Plain]]:
    """Complete the entries: numbers printed before names, topics, bases; the new topics, after those there are.

    `topics` are the id and title of each that the file has.
    """
    entries = gathering.entries
    if not gathering.assigned.columns("number"):
        _take_numbers(entries)
    new: list[dict[str, Plain]] = []
    known = {title: ident for ident, title in topics}
    for entry, (heading, place) in zip(entries, gathering.topics, strict=True):
        title = _topic_title(gathering, entry, heading)
        if title:
            number = entry.data.pop("number", None) if gathering.apart else None
            join_topic(entry, title, place, known, new, number)
        _finish_basis(entry, is_problem=gathering.assigned.is_problem)
        if gathering.apart:
            _tell_apart(entry)
    return new


def _topic_title(gathering: Gathering, entry: Entry, heading: str) -> str:
    own = entry.data.pop("topic", None)
    title = own if isinstance(own, str) and own != MERGED else heading
    return str(entry.data.get("title") or "") if gathering.apart and not title else title


def _take_numbers(entries: list[Entry]) -> None:
    """The numbers before the names of all entries, where they count on from 1, are numbers and no part of names."""
    titles = [str(entry.data.get("title") or "") for entry in entries]
    found = [_MARK.match(title) for title in titles]
    counts = [int(to_arabic(one[1] or one[2])) for one in found if one]
    distinct = list(dict.fromkeys(counts))
    if len(counts) < len(entries) or distinct != list(range(1, len(distinct) + 1)):
        return
    for entry, title, one in zip(entries, titles, found, strict=True):
        if one:
            entry.data["title"] = title[one.end() :]
            entry.data["number"] = one[1] or one[2]
            entry.places.setdefault(("number",), entry.place)


def _finish_basis(entry: Entry, *, is_problem: bool) -> None:
    """The bases without our marks of rows; a problem that begins with the code of a question answers that question."""
    bases = as_list(entry.data.get("basis"))
    for one in bases:
        if isinstance(one, dict):
            one.pop("row", None)
    code = code_at_start(str(entry.data.get("title") or "")) if is_problem and not bases else ""
    if code:
        bases = [{"instrument": "IIT" if code[0] == "i" else "EIT", "question": code, "stated": "true"}]
        entry.places.setdefault(("basis",), entry.place)
    if bases:
        entry.data["basis"] = bases


def _tell_apart(entry: Entry) -> None:
    """Several measures below one name are distinguished by the questions that they answer."""
    bases = as_list(entry.data.get("basis"))
    codes = [str(one["question"]) for one in bases if isinstance(one, dict) and one.get("question")]
    title = str(entry.data.get("title") or "")
    if codes and title:
        entry.data["title"] = f"{title} ({' และ '.join(codes)})"

"""Rows of a table as reports: statuses in words or by their column, evidence, the measure that each is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.grids.cell_texts import lines_of, one_line
from prongsai.grids.grid import Cell
from prongsai.model.measures import Measure
from prongsai.model.stated import known
from prongsai.tables.compare_heads import plain_head
from prongsai.tables.find_heads import LeftOut
from prongsai.tables.gather import Gathering
from prongsai.tables.kinds import fields_of
from prongsai.tables.values import Entry, as_list, join_topic, split_questions, value_of
from prongsai.thai.rounds import parse_round
from prongsai.thai.text import clean_text
from prongsai.writing.change import Plain

_CODES = re.compile(r"[,\s;/]+|และ")
_TICK = re.compile(r"[✓✔☑√/xXP•*●✗☒]{1,2}")
_ROUND = re.compile(r"(?:รอบ|ระยะ)\s*(?:ที่\s*[0-9๐-๙]\s*\(?)?\s*(?:3|6|9|12|๓|๖|๙|๑๒)\s*เดือน|ไตรมาส(?:ที่)?\s*[1-4๑-๔]")


def put_report(gathering: Gathering, entry: Entry, name: str, row: int, column: int, cell: Cell) -> None:
    """Set the value of a cell of a report."""
    place = gathering.place(row, column)
    if name.startswith("status."):
        _put_status(gathering, entry, name.removeprefix("status."), cell.text, place)
    elif name == "questions":
        codes = [one for one in _CODES.split(one_line(cell.text)) if one]
        entry.put(name, list[Plain](codes), place)
    elif name == "result_link":
        _put_link(gathering, entry, cell, place)
    elif fields_of("follow-up")[name].is_list:
        entry.put(name, value_of(fields_of("follow-up")[name], cell.text), place)
    else:
        text = clean_text(one_line(cell.text))[0]
        before = entry.data.get(name)
        entry.data[name] = f"{before} {text}" if isinstance(before, str) and before != text else text
        entry.places.setdefault((name,), place)


def _put_status(gathering: Gathering, entry: Entry, status: str, text: str, place: str) -> None:
    """A text below the head of a status says it, and is the evidence unless it is a mark; two statuses say none."""
    if one_line(text) in {"-", "–"}:
        return
    before = entry.data.get("status")
    if before is not None and before != status:
        gathering.left_out.append(LeftOut(place, one_line(text), "two-statuses"))
        entry.data.pop("status", None)
    elif ("status",) not in entry.places:
        entry.data["status"] = status
    entry.places.setdefault(("status",), place)
    if not _TICK.fullmatch(one_line(text)):
        entry.put("evidence", value_of(fields_of("follow-up")["evidence"], text), place)


def _put_link(gathering: Gathering, entry: Entry, cell: Cell, place: str) -> None:
    """The first address of a cell is the link, further ones are results; words that are no address are said."""
    typed = [line for line in lines_of(cell.text) if line.startswith(("http://", "https://"))]
    found = list(dict.fromkeys((*cell.links, *typed)))
    if not found:
        entry.put("result_link", one_line(cell.text), place)
        return
    entry.put("result_link", found[0], place)
    if found[1:]:
        entry.put("results", [{"url": one} for one in found[1:]], place)
    if not typed and one_line(cell.text) not in found:
        gathering.left_out.append(LeftOut(place, one_line(cell.text), "words-of-link"))


def finish_reports(
    gathering: Gathering, measures: Sequence[Measure], round_said: str, topics: dict[str, str]
) -> list[dict[str, Plain]]:
    """Complete the entries: questions cited in names, the measure of the same name, the round of the table.

    `topics` are the codes of the headings that the file has, by their titles; the new ones are returned.
    """
    new: list[dict[str, Plain]] = []
    for entry, (heading, place) in zip(gathering.entries, gathering.topics, strict=True):
        if heading:
            join_topic(entry, heading, place, topics, new)
    by_title = {plain_head(str(known(one.title))): one for one in measures if known(one.title)}
    said = _round_above(gathering.table.above) or round_said
    for entry in gathering.entries:
        _cite(entry)
        measure = by_title.get(plain_head(str(entry.data.get("title") or "")))
        if measure is not None:
            for key in ("title", "number"):
                entry.data.pop(key, None)
            entry.data["measure"] = measure.id
            entry.places.setdefault(("measure",), entry.place)
        if said and "round" not in entry.data:
            entry.data["round"] = said
    return new


def _cite(entry: Entry) -> None:
    title, codes = split_questions(str(entry.data.get("title") or ""))
    if codes:
        entry.data["title"] = title
        entry.data["questions"] = [*as_list(entry.data.get("questions")), *codes]
        entry.places.setdefault(("questions",), entry.place)


def _round_above(texts: Sequence[str]) -> str:
    """The round that the texts above a table name, where they name one."""
    found = {months for text in texts for one in _ROUND.findall(text) if (months := parse_round(one))}
    return found.pop() if len(found) == 1 else ""

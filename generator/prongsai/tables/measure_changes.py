"""Measures of a table as changes to the file of their year."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from prongsai.forms.propose_codes import propose_measure_code
from prongsai.model.follow_up import Report
from prongsai.model.measures import Columns, Measure, Measures
from prongsai.model.record import Record, words_of
from prongsai.tables.answers import Choice, Question
from prongsai.tables.compare_heads import plain_head
from prongsai.tables.find_heads import LeftOut
from prongsai.tables.gather import Gathering
from prongsai.tables.held import Held
from prongsai.tables.kinds import KIND
from prongsai.tables.measure_rows import finish_measures
from prongsai.tables.merge import Outcome, entries_of, fill, insert, ordered, texts_of
from prongsai.tables.values import Entry
from prongsai.thai.numerals import parse_own_number
from prongsai.writing.change import Insert, Path, Plain, Put

_ALIKE = 0.6
NEW = "new"


def add_measures(outcome: Outcome, held: Held, gathering: Gathering, *, replace: bool) -> None:
    """Add the changes of the measures of a table; those that the file has already are filled up."""
    known = entries_of(held.data, "measures")
    topics = entries_of(held.data, "topics")
    new_topics = finish_measures(gathering, list(zip(texts_of(topics, "id"), texts_of(topics, "title"), strict=True)))
    file_level = _of_file(held, gathering)
    if held.data is None:
        _add_whole(
            outcome, held, gathering, {**file_level, **({"topics": list[Plain](new_topics)} if new_topics else {})}
        )
        return
    add_file_level(outcome, held, file_level)
    for at, topic in enumerate(new_topics, start=len(topics)):
        outcome.add(Insert(held.file, ("topics",), at, topic))
    codes = texts_of(known, "id")
    for entry in gathering.entries:
        same = _same(known, entry, gathering)
        if same is None:
            code = propose_measure_code(codes)
            entry.data["id"] = code
            insert(outcome, held.file, ("measures",), len(codes), entry, Measure)
            codes.append(code)
        elif same >= 0:
            fill(outcome, held.file, ("measures", same), known[same], entry, replace=replace)


def _add_whole(outcome: Outcome, held: Held, gathering: Gathering, file_level: dict[str, Plain]) -> None:
    codes: list[str] = []
    for entry in gathering.entries:
        codes.append(propose_measure_code(codes))
        entry.data["id"] = codes[-1]
    measures = [ordered(entry.data, Measure) for entry in gathering.entries]
    whole = {"fiscal_year": str(held.year), **file_level, "measures": list[Plain](measures)}
    places: dict[Path, str] = {}
    for at, entry in enumerate(gathering.entries):
        places[("measures", at)] = entry.place
        places |= {("measures", at, *below): place for below, place in entry.places.items()}
    outcome.add(Put(held.file, (), ordered(whole, Measures)), places)


def _of_file(held: Held, gathering: Gathering) -> dict[str, Plain]:
    """The keys of the whole file that the table gives: title, printed heads, and problems in the place of names."""
    found = file_title(gathering, "มาตรการ")
    found |= {"columns": columns} if (columns := printed_columns(gathering, Columns)) else {}
    if gathering.assigned.is_problem and not entries_of(held.data, "measures"):
        found["title_is"] = "problem"
    return found


def file_title(gathering: Gathering, word: str) -> dict[str, Plain]:
    """The text above the table that is its title, and the others as not taken."""
    above = list(gathering.table.above)
    title = next((text for text in above if word in text), "")
    name = gathering.table.grid.name
    gathering.left_out += [LeftOut(name, text, "above-table") for text in above if text != title]
    return {"title": " ".join(title.split())} if title else {}


def printed_columns(gathering: Gathering, columns: type[Record]) -> dict[str, Plain]:
    """The heads of the document that differ from our own names, for the fields that pages show with them."""
    kind = KIND["measures" if columns is Columns else "follow-up"]
    found: dict[str, Plain] = {}
    for column, name in gathering.assigned.fields.items():
        group = "basis" if name.startswith("basis.") else name.partition(".")[0]
        head = gathering.assigned.heads[column]
        text = " / ".join(head.parts) if group == name else head.parts[0]
        if group in columns.model_fields and group not in found and text != _title(kind.name, group):
            found[group] = text
        if name == "status.done" and "evidence" in columns.model_fields:
            found.setdefault("evidence", head.parts[-1])
    bar = gathering.assigned.bar
    if bar and bar.head and "period" not in found:
        found["period"] = bar.head
    return found


def _title(kind: str, name: str) -> str:
    field = (Measure if kind == "measures" else Report).model_fields.get(name)
    words = words_of(field) if field else None
    return words.title if words else ""


def add_file_level(outcome: Outcome, held: Held, file_level: dict[str, Plain]) -> None:
    """Fill the keys of the file itself that are empty."""
    data = held.data if isinstance(held.data, dict) else {}
    for key, value in file_level.items():
        if data.get(key) in (None, {}, []):
            outcome.add(Put(held.file, (key,), value))


def _same(known: Sequence[Plain], entry: Entry, gathering: Gathering) -> int | None:
    """The place of the entry that the file has already, None for a new one, -1 where that has to be asked."""
    title = str(entry.data.get("title") or "")
    titles = texts_of(known, "title")
    for at, other in enumerate(titles):
        if title and plain_head(other) == plain_head(title):
            return at
    number = str(entry.data.get("number") or "")
    numbers = texts_of(known, "number")
    at = next(
        (at for at, one in enumerate(numbers) if number and one and parse_own_number(one) == parse_own_number(number)),
        -1,
    )
    if at < 0:
        return None
    if SequenceMatcher(None, plain_head(titles[at]), plain_head(title)).ratio() >= _ALIKE:
        return at
    return _asked(known, at, entry, gathering)


def _asked(known: Sequence[Plain], at: int, entry: Entry, gathering: Gathering) -> int | None:
    """The answer on an entry with the number of one that has another name."""
    one = known[at] if isinstance(known[at], dict) else {}
    code = str(one.get("id") or at + 1) if isinstance(one, dict) else str(at + 1)
    title = str(entry.data.get("title") or "")
    answer = gathering.answers.find("measure", title)
    if answer in {NEW, "รายการใหม่"}:
        return None
    if answer in {code, "รายการเดียวกัน", "same"}:
        return at
    choices = (Choice("same", "รายการเดียวกัน"), Choice(NEW, "รายการใหม่"))
    samples = (f"{code}: {texts_of(known, 'title')[at]}",)
    gathering.questions.append(Question("measure", title, entry.place, samples, choices))
    return -1

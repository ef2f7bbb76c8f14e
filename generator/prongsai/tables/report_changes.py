"""Reports and answers of a table as changes to the files of their year."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.model.follow_up import FollowUp, Report, ReportColumns
from prongsai.model.oit import Answer
from prongsai.model.stated import known
from prongsai.tables.answers import Choice, Question
from prongsai.tables.compare_heads import plain_head
from prongsai.tables.find_heads import LeftOut
from prongsai.tables.gather import Gathering
from prongsai.tables.held import Held
from prongsai.tables.item_rows import finish_items
from prongsai.tables.measure_changes import add_file_level, file_title, printed_columns
from prongsai.tables.merge import Outcome, entries_of, fill, insert, ordered, texts_of
from prongsai.tables.report_rows import finish_reports
from prongsai.tables.values import Entry
from prongsai.thai.codes import item_key, spellings
from prongsai.thai.rounds import parse_round
from prongsai.writing.change import Insert, Path, Plain, Put

_ROUNDS = (("6", "รอบ 6 เดือน"), ("12", "รอบ 12 เดือน"), ("none", "เอกสารไม่ได้ระบุรอบ"))


def add_reports(outcome: Outcome, held: Held, gathering: Gathering, *, replace: bool) -> None:
    """Add the changes of the reports of a table; one of the same measure and round is filled up."""
    measures = held.of_year.measures.measures if held.of_year and held.of_year.measures else ()
    answer = gathering.answers.find("round")
    topics = entries_of(held.data, "topics")
    known_topics = dict(zip(texts_of(topics, "title"), texts_of(topics, "id"), strict=True))
    new_topics = finish_reports(gathering, measures, _round(answer), known_topics)
    if not answer and any("round" not in entry.data for entry in gathering.entries):
        choices = tuple(Choice(key, words) for key, words in _ROUNDS)
        gathering.questions.append(Question("round", "รายงานรอบใด", gathering.table.grid.name, (), choices))
    file_level = file_title(gathering, "รายงาน")
    file_level |= {"columns": columns} if (columns := printed_columns(gathering, ReportColumns)) else {}
    if held.data is None:
        _add_whole(
            outcome, held, gathering, {**file_level, **({"topics": list[Plain](new_topics)} if new_topics else {})}
        )
        return
    add_file_level(outcome, held, file_level)
    for last, topic in enumerate(new_topics, start=len(topics)):
        outcome.add(Insert(held.file, ("topics",), last, topic))
    listed = entries_of(held.data, "reports")
    titles = {one.id: str(known(one.title) or "") for one in measures}
    count = len(listed)
    for entry in gathering.entries:
        at = _same(listed, entry, titles)
        if at is None:
            insert(outcome, held.file, ("reports",), count, entry, Report)
            count += 1
        else:
            fill(outcome, held.file, ("reports", at), listed[at], entry, replace=replace)


def _round(answer: str) -> str:
    said = next((key for key, words in _ROUNDS if answer in {key, words}), answer)
    return "" if said == "none" else parse_round(said) or said


def _add_whole(outcome: Outcome, held: Held, gathering: Gathering, file_level: dict[str, Plain]) -> None:
    reports = [ordered(entry.data, Report) for entry in gathering.entries]
    whole: dict[str, Plain] = {"fiscal_year": str(held.year), **file_level, "reports": list[Plain](reports)}
    places: dict[Path, str] = {}
    for at, entry in enumerate(gathering.entries):
        places[("reports", at)] = entry.place
        places |= {("reports", at, *below): place for below, place in entry.places.items()}
    outcome.add(Put(held.file, (), ordered(whole, FollowUp)), places)


def _same(listed: Sequence[Plain], entry: Entry, titles: dict[str, str]) -> int | None:
    """The place of the report of the same measure, or of the same name, and of the same round."""
    for at, one in enumerate(listed):
        if isinstance(one, dict) and _mark(one, titles) == _mark(entry.data, titles):
            return at
    return None


def _mark(data: dict[str, Plain], titles: dict[str, str]) -> tuple[str, str]:
    title = str(data.get("title") or titles.get(str(data.get("measure") or ""), "") or data.get("measure") or "")
    said = str(data.get("round") or "")
    return plain_head(title), parse_round(said) or said


def add_items(outcome: Outcome, held: Held, gathering: Gathering, *, replace: bool) -> None:
    """Add the changes of the answers of a table; those of items that the file has are filled up."""
    found = finish_items(gathering, held.edition)
    headings = dict.fromkeys(topic for topic in gathering.topics if topic[0])
    told = {one.place for one in gathering.left_out}
    gathering.left_out += [LeftOut(place, text, "heading") for text, place in headings if place not in told]
    data = held.data if isinstance(held.data, dict) else None
    codes = sorted(found, key=item_key)
    if data is None:
        if not codes:
            return
        items: dict[str, Plain] = {code: ordered(found[code].data, Answer) for code in codes}
        places: dict[Path, str] = {("items", code): found[code].place for code in codes}
        places |= {("items", code, *below): place for code in codes for below, place in found[code].places.items()}
        outcome.add(Put(held.file, (), {"fiscal_year": str(held.year), "items": items}), places)
        return
    listed = data.get("items")
    known_items = listed if isinstance(listed, dict) else {}
    for code in codes:
        typed = next((key for key in known_items if code in {key, *spellings(key)}), code)
        fill(outcome, held.file, ("items", typed), known_items.get(typed), found[code], replace=replace)

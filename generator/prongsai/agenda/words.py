"""The agenda as letters that are pasted into e-mails, one for each unit, and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.agenda.entry import COORDINATOR, STATE_WORDS, Agenda, Entry, days_between
from prongsai.json_value import Json
from prongsai.thai.dates import BuddhistDate

_MOST_DETAILS = 30  # lines below one entry of a letter; data has all of them
_RULE = "-" * 60


def write_letters(agenda: Agenda, unit: str | None = None) -> str:
    """A letter for each unit that has something to do, the coordinator's first; of one unit where it is named."""
    units = [unit] if unit is not None else units_of(agenda)
    letters = ["\n".join(_letter(agenda, one)) for one in units if agenda.of_unit(one)]
    if not letters:
        whose = f"ของ{agenda.units[unit]}" if unit else ""
        return f"ไม่มีงาน ITA {whose}ที่ถึงกำหนดหรือมีกำหนดข้างหน้า ณ วันที่ {agenda.on}\n".replace("  ", " ")
    return f"\n{_RULE}\n".join(letters)


def units_of(agenda: Agenda) -> list[str]:
    """The units that have something to do, the coordinator first, then in the order of the agency."""
    used = {entry.unit for entry in agenda.entries}
    return [unit for unit in ("", *agenda.units) if unit in used]


def name_unit(agenda: Agenda, unit: str) -> str:
    """The name of a unit; without a key it is the coordinator."""
    return agenda.units.get(unit, unit) or COORDINATOR


def _letter(agenda: Agenda, unit: str) -> Iterator[str]:
    yield f"เรื่อง งานคุณธรรมและความโปร่งใส (ITA) ณ วันที่ {agenda.on}"
    yield f"เรียน {name_unit(agenda, unit)} {agenda.agency if unit else ''}".rstrip()
    entries, number = agenda.of_unit(unit), 0
    for state, word in STATE_WORDS.items():
        own = [one for one in entries if one.state(agenda.on) == state]
        if own:
            yield f"\n{word}"
        for one in own:
            number += 1
            yield from _lines(one, number, agenda.on)
    yield "\nจึงเรียนมาเพื่อโปรดดำเนินการ\n"


def _lines(entry: Entry, number: int, today: BuddhistDate) -> Iterator[str]:
    yield " ".join(filter(None, (f"{number}. {entry.says}", word_days(entry, today))))
    yield from (f"   - {one}" for one in entry.details[:_MOST_DETAILS])
    if len(entry.details) > _MOST_DETAILS:
        yield f"   - และอีก {len(entry.details) - _MOST_DETAILS} รายการ"
    if entry.do:
        yield f"   สิ่งที่ต้องทำ: {entry.do}"


def word_days(entry: Entry, today: BuddhistDate) -> str:
    """The days of an entry seen from a day, in brackets; empty where it has none."""
    state, since, by = entry.state(today), entry.since, entry.by
    if state == "late" and by is not None:
        return f"(กำหนด {by} เลยมาแล้ว {days_between(by, today)} วัน)"
    if state == "now":
        return f"(ภายใน {by} {_left(today, by)})" if by is not None else ""
    if since is not None and by is not None and since != by:
        return f"({since} ถึง {by})"
    if since is not None:
        return f"({since})" if since == by or by is None else ""
    return f"(ภายใน {by})" if by is not None else ""


def _left(today: BuddhistDate, by: BuddhistDate) -> str:
    days = days_between(today, by)
    return f"เหลือ {days} วัน" if days else "คือวันนี้"


def as_data(agenda: Agenda, unit: str | None = None) -> Json:
    """The agenda for programs, whose keys and codes stay; of one unit where it is named. Days are Buddhist Era."""
    units = [unit] if unit is not None else units_of(agenda)
    return {
        "on": agenda.on.in_digits(),
        "fiscal_year": agenda.fiscal_year,
        "entries": [_entry_data(agenda, one) for key in units for one in agenda.of_unit(key)],
    }


def _entry_data(agenda: Agenda, entry: Entry) -> Json:
    return {
        "kind": entry.kind,
        "fiscal_year": entry.year,
        "unit": entry.unit or None,
        "unit_name": name_unit(agenda, entry.unit),
        "state": entry.state(agenda.on),
        "since": entry.since.in_digits() if entry.since else None,
        "by": entry.by.in_digits() if entry.by else None,
        "says": entry.says,
        "details": list(entry.details),
        "do": entry.do,
        "basis": entry.basis,
    }

"""Values of the sheet for whoever checks: how much is filled in, what is missing, and what else is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.forms.columns import Column
from prongsai.model.reports import ROUNDS
from prongsai.thai.rounds import parse_round
from prongsai.wording import message_of
from prongsai.wording.lacks import SAID
from prongsai.workbook.form import Form
from prongsai.workbook.rows import Filled, Row
from prongsai.workbook.shown import shown_columns

MOST_NAMED = 12  # codes or names in one sentence


@dataclass(frozen=True)
class Spot:
    """A cell: its sheet, the key of its row, and the head of its column (empty: the row)."""

    sheet: str
    key: str
    head: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing that the checker says: how grave it is, in a word, the sentence, the remedy, and where it is."""

    severity: str
    text: str
    remedy: str
    place: str
    spot: Spot | None = None


@dataclass(frozen=True)
class Changed:
    """One thing that is not as it was published: in a sentence, with the value then and now where it has any."""

    text: str
    before: str = ""
    now: str = ""


@dataclass(frozen=True)
class Summary:
    """Facts that the sheet has besides its workbook; `since` is the day of the last publication, in words."""

    findings: tuple[Finding, ...] = ()
    changes: tuple[Changed, ...] = ()
    since: str = ""


@dataclass(frozen=True)
class Missing:
    """One thing that nobody has filled in."""

    text: str
    spot: Spot


def count_filled(form: Form) -> Iterator[tuple[str, str]]:
    """The number of rows and answers of each kind, in words and figures."""
    sheets = {one.sheet.name: one for one in form.sheets}
    if (scores := sheets.get("คะแนน")) is not None:
        yield "คะแนนที่กรอกแล้ว", f"{sum('คะแนน' in row.texts for row in scores.rows)} จาก {len(scores.rows)} รายการ"
    yield "มาตรการ", f"{_there(sheets['มาตรการ'])} มาตรการ"
    yield from _count_reports(sheets["รายงานผล"])
    items = sheets["OIT"]
    answers = Counter(row.texts.get("คำตอบ", "") for row in items.rows)
    yield "คำตอบ OIT", _listed({"มี": answers["มี"], "ไม่มี": answers["ไม่มี"], SAID[""]: answers[""]}, "ข้อ")
    yield "ลิงก์ OIT", f"{_there(sheets['ลิงก์ OIT'])} ลิงก์"
    elements = sheets["องค์ประกอบ OIT"].rows
    found = {"บอกแล้วว่าแสดงที่ใด": sum(_is_placed(row) for row in elements)}
    found |= {"ยังขาด": sum(row.texts.get("ยังขาด") == "ใช่" for row in elements)}
    found |= {"ยังไม่ได้กรอก": sum(not row.is_there for row in elements)}
    yield "องค์ประกอบ OIT", _listed(found, "รายการ")


def _count_reports(filled: Filled) -> Iterator[tuple[str, str]]:
    there = [row for row in filled.rows if row.is_there]
    rounds = dict.fromkeys(row.texts.get("รอบการรายงาน", "") for row in there)
    for months in rounds:
        states = Counter(
            row.texts.get("สถานะ", "ไม่ได้ระบุสถานะ") for row in there if row.texts.get("รอบการรายงาน", "") == months
        )
        yield (
            f"รายงานผล รอบ {months} เดือน" if months.isdigit() else f"รายงานผล {months}".strip(),
            _listed(states, "รายการ"),
        )
    if not rounds:
        yield "รายงานผล", "ยังไม่มี"


def _round(text: str) -> str:
    return f"รอบ {text} เดือน" if text.isdecimal() else text


def _listed(counts: dict[str, int] | Counter[str], unit: str) -> str:
    return ", ".join(f"{name} {count} {unit}" for name, count in counts.items())


def _there(filled: Filled) -> int:
    return sum(row.is_there for row in filled.rows)


def _is_placed(row: Row) -> bool:
    return bool(row.texts.get("ตำแหน่ง") or row.texts.get("ที่อยู่") or row.texts.get("สิ่งที่แสดงอยู่จริง"))


def find_missing(form: Form) -> Iterator[Missing]:
    """Things that nobody has filled in: cells that are needed, reports of a round, answers and links."""
    sheets = {one.sheet.name: one for one in form.sheets}
    for filled in form.sheets:
        yield from _empty_cells(filled)
    yield from _unreported(sheets["มาตรการ"], sheets["รายงานผล"])
    yield from _unanswered(sheets["OIT"], sheets["ลิงก์ OIT"])


def _empty_cells(filled: Filled) -> Iterator[Missing]:
    if filled.sheet.is_form:
        return
    needed = [one for one in shown_columns(filled) if one.is_needed and one.column]
    for number, row in enumerate(filled.rows, 2):
        for one in needed:
            if row.is_there and not row.texts.get(one.head) and one.head not in row.lost and _has(row, one.column):
                text = f"แผ่น {filled.sheet.name} แถวที่ {number} ยังไม่ได้กรอก {one.head}"
                yield Missing(text, Spot(filled.sheet.name, row.key, one.head))


def _has(row: Row, column: Column | None) -> bool:
    """True if the part that a row is of has a column: parts of one sheet may differ."""
    return column is not None and issubclass(row.source.record, column.records[0])


def _unreported(measures: Filled, reports: Filled) -> Iterator[Missing]:
    """Measures without a report of a round that others have one of; of odd rounds where most have."""
    told: dict[str, set[str]] = {}
    for row in filter(lambda one: one.is_there, reports.rows):
        told.setdefault(row.texts.get("รอบการรายงาน", ""), set()).add(row.texts.get("มาตรการ", ""))
    there = [row for row in measures.rows if row.is_there]
    for months, names in told.items():
        without = [row for row in there if not any(name and _means(name, row) for name in names)]
        if months and (parse_round(months) in ROUNDS or 2 * len(without) <= len(there)):
            for row in without:
                text = f"มาตรการ {_numbered(row)}{row.texts.get('ชื่อมาตรการ', '')} ยังไม่มีรายงาน{_round(months)}"
                yield Missing(text, Spot(measures.sheet.name, row.key, "ชื่อมาตรการ"))


def _numbered(row: Row) -> str:
    number = row.texts.get("ลำดับที่", "")
    return f"{number} " if number and number != "-" else ""


def _means(shown: str, row: Row) -> bool:
    """True if the name by which a report calls its measure is that of the row."""
    whole = f"{_numbered(row)}{row.texts.get('ชื่อมาตรการ', '')}"
    code = row.texts.get("รหัสมาตรการ", "")
    return (
        shown in {whole, code} or (code != "" and shown.endswith(f" ({code})")) or whole.startswith(shown.rstrip("…"))
    )


def _unanswered(items: Filled, links: Filled) -> Iterator[Missing]:
    linked = {row.texts[links.sheet.belongs].partition(" ")[0] for row in links.rows if row.is_there}
    for row in items.rows:
        code = row.texts.get(items.sheet.key, "")
        spot = Spot(items.sheet.name, row.key, "คำตอบ")
        if not row.texts.get("คำตอบ"):
            yield Missing(f"ข้อ {code} {SAID['']}", spot)
        elif row.texts["คำตอบ"] == "มี" and code not in linked:
            yield Missing(message_of("oit-without-link", {"item": code}), spot)

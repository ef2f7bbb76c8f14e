"""Sentences on what a workbook brings: what is new, what must be chosen, what is wrong, and what is not taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from prongsai.wording import Severity, hint_of, message_of, severity_of

if TYPE_CHECKING:
    from prongsai.pipeline.import_form import CellProblem, Comparison, Prepared
    from prongsai.workbook.compare import CellChange, LostRow, NewRow
    from prongsai.workbook.join_books import Conflict
    from prongsai.workbook.read_book import At
    from prongsai.workbook.to_changes import Unplaced

_LONGEST = 90  # characters of a text that is shown
_MOST = 40  # changes of a sheet that are shown
_LABELS = {Severity.ERROR: "ผิดพลาด", Severity.WARNING: "คำเตือน", Severity.NOTE: "ข้อสังเกต"}
_UNPLACED = {
    "owner-missing": ("ยังไม่ได้ระบุว่าแถวนี้เป็นของรายการใด", "เลือกจากรายการในช่องนี้{choices}"),
    "owner-unknown": ("“{text}” ไม่ตรงกับรายการใด หรือตรงกับหลายรายการ", "เลือกจากรายการในช่องนี้{choices}"),
    "code-missing": ("ยังไม่ได้ระบุรหัสของแถวนี้", "พิมพ์รหัสตามหลักเกณฑ์ เช่น IIT, EIT, O1"),
    "code-twice": ("มีแถวของ {text} อยู่แล้ว", "กรอกในแถวนั้น แล้วลบแถวนี้"),
    "not-yaml": ("ข้อความในช่องนี้ผิดรูปแบบ", "คืนข้อความเดิม หรือแก้ในแฟ้มข้อมูลโดยตรง"),
    "shows-fault": ("สูตรในช่องนี้ให้ผลเป็น {text} จึงไม่มีค่าให้นำเข้า", "แก้สูตร หรือพิมพ์ค่าแทนสูตร หรือล้างช่องนี้"),
    "no-place": ("ไม่มี {text} ในแฟ้มข้อมูลแล้ว", "ลบแถวนี้ หรือส่งออกแบบกรอกใหม่"),
    "no-field": ("ไม่มีช่อง “{text}” ในแบบกรอกนี้", "ย้ายข้อความไปไว้ในช่องที่มี แล้วลบแถวนี้"),
}


def cut(text: str) -> str:
    """A text of a cell on one line, shortened where it is long."""
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def word_comparison(found: Comparison, removed: Sequence[LostRow]) -> Iterator[str]:
    """The changes, sheet by sheet: how many rows and cells, then each old and new text."""
    joined = found.joined
    cells, new = Counter(one.sheet for one in joined.cells), Counter(one.sheet.name for one in joined.new)
    lost = Counter(one.sheet for one in removed)
    for sheet in dict.fromkeys((*cells, *new, *lost)):
        counts = (("เพิ่ม", new[sheet], "แถว"), ("แก้", cells[sheet], "ช่อง"), ("ลบ", lost[sheet], "แถว"))
        yield f"{sheet}: {' '.join(f'{verb} {count:,} {what}' for verb, count, what in counts if count)}"
        lines = [
            *(line for one in joined.cells if one.sheet == sheet for line in word_cell(one)),
            *(line for one in joined.new if one.sheet.name == sheet for line in word_new(one)),
            *(f"  ลบ {word_row(one)}" for one in removed if one.sheet == sheet),
        ]
        yield from lines[: 3 * _MOST]
        if len(lines) > 3 * _MOST:
            yield f"  และอีก {len(lines) - 3 * _MOST:,} บรรทัด"


def word_cell(one: CellChange) -> Iterator[str]:
    """The place of a change, and what was and would be there."""
    head = one.column.head if one.column else "ของ" if one.sheet != "อื่น ๆ" else "ค่า"
    if not one.now and one.text:
        yield f"  {one.at} {_code_of(one)}{head}: {cut(one.text)}"
        return
    yield f"  {one.at} {_code_of(one)}{head}"
    yield f"      เดิม: {cut(one.now) or '(ว่าง)'}"
    yield f"      ใหม่: {cut(one.text) or '(ว่าง)'}"


def _code_of(one: CellChange) -> str:
    """The official code of the row of a cell, by which people know it."""
    from prongsai.workbook.rows import Row
    from prongsai.workbook.sheets import sheet_called

    sheet = sheet_called(one.sheet)
    if sheet is None or sheet.key_is_ours or not isinstance(one.row, Row) or not one.row.texts.get(sheet.key):
        return ""
    return f"{one.row.texts[sheet.key]} "


def word_new(one: NewRow) -> Iterator[str]:
    """The place of a new row, and the first that it says."""
    said = " | ".join(cut(text)[:40] for text in list(one.texts.values())[:4])
    yield f"  {one.at} แถวใหม่: {said}"
    if one.copied:
        yield "      แถวนี้คัดลอกมาจากแถวอื่น (รหัสแถวซ้ำกัน) จึงนับเป็นแถวใหม่"
    if one.is_back:
        yield "      แถวนี้ถูกลบจากแฟ้มข้อมูลไปแล้ว แต่มีการแก้ไขในแบบกรอก จึงนำกลับมาเป็นแถวใหม่"


def word_row(one: LostRow) -> str:
    """A row that is gone, by what it says."""
    return " | ".join(cut(text)[:60] for text in list(one.row.texts.values())[:2]) or one.row.key


def word_not_taken(found: Comparison) -> Iterator[str]:
    """Everything in workbooks that is not taken, so that nobody looks for it later."""
    for difference in found.differences:
        book = difference.book
        for sheet in book.sheets:
            for head, count in sheet.foreign.items():
                yield f"ไม่ได้นำเข้าคอลัมน์ “{head}” ในแผ่นงาน {sheet.title} ({count:,} ช่อง) เพราะไม่ใช่คอลัมน์ของแบบกรอก"
        for title in book.foreign:
            yield f"ไม่ได้นำเข้าแผ่นงาน “{title}” เพราะไม่ใช่แผ่นงานของแบบกรอก"
        for title in difference.gone:
            yield f"ไม่พบแผ่นงาน {title} หรือหัวคอลัมน์ของแผ่นงานนี้ใน {book.name} แล้ว ข้อมูลของแผ่นงานนี้จึงคงไว้ตามเดิม"
        for title, head in difference.missing:
            yield f"แผ่นงาน {title} ไม่มีคอลัมน์ “{head}” แล้ว ค่าของช่องนั้นจึงคงไว้ตามเดิม"
        if book.base is None:
            yield f"{book.name} ไม่มีแผ่นงานซ่อน _ฐาน แล้ว จึงเทียบกับแฟ้มข้อมูลปัจจุบันเท่านั้น แถวที่หายไปจึงไม่ถือว่าลบ"


def word_conflict(one: Conflict, number: int) -> Iterator[str]:
    """A cell that says different things, each of them to be chosen by its number."""
    if one.lost is not None:
        yield f"ข้อขัดกันที่ {number}: แผ่นงาน {one.lost.sheet} ไม่มีแถวนี้แล้ว แต่แถวนี้มีการแก้ไขที่อื่น"
        yield f"  {word_row(one.lost)}"
        return
    first = one.changes[0]
    yield f"ข้อขัดกันที่ {number}: {first.at} {first.column.head if first.column else ''}"
    if one.base is not None:
        yield f"  เมื่อส่งออก: {cut(one.base) or '(ว่าง)'}"
    yield f"  0 แฟ้มข้อมูลตอนนี้: {cut(one.now) or '(ว่าง)'}"
    for place, change in enumerate(one.changes, 1):
        yield f"  {place} {change.at.book} {change.at}: {cut(change.text) or '(ว่าง)'}"


def word_marks(found: Prepared) -> Iterator[tuple[At, tuple[str, ...]]]:
    """Each cell of which something is wrong, with the sentences on it."""
    for one in found.unplaced:
        yield one.at, tuple(_word_unplaced(one))
    for problem in found.problems:
        if problem.at is not None:
            yield problem.at, tuple(word_problem(problem))


def word_hindrances(found: Prepared) -> Iterator[str]:
    """Everything that keeps the workbooks from being taken, by cell, with what to do."""
    for one in found.unplaced:
        yield from _word_unplaced(one)
    yield from (line for one in found.problems for line in word_problem(one))


def _word_unplaced(one: Unplaced) -> Iterator[str]:
    said, fix = _UNPLACED[one.reason]
    choices = f" เช่น {' หรือ '.join(one.choices[:3])}" if one.choices else ""
    yield f"{one.at} ผิดพลาด: {said.format(text=cut(one.text))}"
    yield f"    วิธีแก้: {fix.format(choices=choices)}"


def word_problem(one: CellProblem) -> Iterator[str]:
    """A problem at its cell, else at its place in the data files."""
    found = one.problem
    place = str(one.at) if one.at else str(found.where)
    said = [message_of(found.code, found.values), hint_of(found.code, found.values, in_cell=one.at is not None)]
    if one.at is not None:
        from prongsai.workbook.named_keys import name_by_heads

        said = [name_by_heads(text, PurePosixPath(found.where.file).name, one.at.sheet) for text in said]
    yield f"{place} {_LABELS[severity_of(found.code)]} [{found.code}]: {said[0]}"
    if said[1]:
        yield f"    {said[1]}"


def word_proposed(found: Prepared) -> Iterator[str]:
    """The codes that nobody had to think of."""
    for at, code in found.placed.proposed.items():
        yield f"  {at} ตั้งรหัสให้ว่า {code}"


def counted(lines: Iterable[str]) -> list[str]:
    """Lines, each once."""
    return list(dict.fromkeys(lines))

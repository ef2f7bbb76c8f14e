"""Sentences on foreign tables: why one cannot be read, what is asked, what is taken and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prongsai.cli.output import WrongCall
from prongsai.cli.word_path import word_path
from prongsai.wording import Severity, severity_of

if TYPE_CHECKING:
    from prongsai.pipeline.import_table import PlacedProblem
    from prongsai.tables.answers import Question
    from prongsai.tables.held import Held
    from prongsai.tables.merge import Outcome
    from prongsai.writing.change import Change, Plain

_SAVE_AS = "เปิดแฟ้มในโปรแกรมที่สร้าง แล้วบันทึกเป็น {form} แล้วสั่งคำสั่งเดิมอีกครั้ง"
_UNREAD = {
    "pdf": (
        "เป็น PDF ซึ่งข้อความไทยข้างในมักเพี้ยนหรือขาดโดยมองไม่เห็น จึงไม่อ่านข้อมูลจาก PDF",
        "ขอแฟ้ม Word หรือ Excel ต้นฉบับ หรือคัดลอกตารางจาก PDF ไปวางใน Excel ตรวจข้อความให้ครบ แล้วบันทึกเป็น .xlsx",
    ),
    "encrypted": ("มีรหัสผ่าน", "เปิดแฟ้ม เอารหัสผ่านออก บันทึก แล้วสั่งคำสั่งเดิมอีกครั้ง"),
    "damaged": ("เสียหายหรือไม่ครบ", "เปิดแฟ้มในโปรแกรมที่สร้าง ถ้าเปิดได้ให้บันทึกเป็นแฟ้มใหม่ ถ้าเปิดไม่ได้ให้ขอแฟ้มใหม่"),
    "too-large": ("มีตารางใหญ่เกินไป หรือมีช่องที่กรอกไว้ไกลจากตาราง", "คัดลอกเฉพาะตารางไปวางในแฟ้มใหม่ แล้วนำเข้าแฟ้มนั้น"),
    "empty": ("ว่างเปล่า", "ตรวจว่าเลือกแฟ้มถูกต้อง และบันทึกแฟ้มแล้ว"),
    "old-word": ("เป็นแฟ้ม Word รุ่นเก่า (.doc)", _SAVE_AS.format(form=".docx")),
    "strict-word": ("เป็น .docx แบบ Strict Open XML", _SAVE_AS.format(form="เอกสาร Word (.docx)")),
    "open-text": ("เป็นเอกสาร LibreOffice Writer (.odt)", _SAVE_AS.format(form=".docx")),
    "rich-text": ("เป็นแฟ้ม RTF", _SAVE_AS.format(form=".docx")),
    "old-xml": ("เป็นตาราง XML ของ Excel รุ่นเก่า", _SAVE_AS.format(form=".xlsx")),
    "picture": ("เป็นภาพ จึงไม่มีข้อความให้อ่าน", "ขอแฟ้ม Word หรือ Excel ต้นฉบับ หรือพิมพ์ตารางใน Excel"),
    "archive": ("เป็นแฟ้มบีบอัด ไม่ใช่ตาราง", "แตกแฟ้มออกก่อน แล้วนำเข้าแฟ้มที่อยู่ข้างใน"),
    "no-workbook": ("ไม่ใช่แฟ้มตาราง หรือเป็นตารางแบบไบนารี (.xlsb)", _SAVE_AS.format(form=".xlsx")),
    "unknown": ("ไม่ใช่แฟ้มตารางหรือข้อความที่อ่านได้", "ใช้แฟ้ม .xlsx .xls .ods .docx .csv .html หรือ .txt"),
    "no-table": ("ไม่มีตาราง", "ตรวจว่าเลือกแฟ้มถูกต้อง ถ้าเป็นข้อความให้คั่นช่องด้วย Tab หรือคัดลอกไปวางใน Excel"),
}
_LEFT_OUT = {
    "skipped": "คอลัมน์ที่ไม่นำเข้า",
    "sum": "แถวผลรวม",
    "head-again": "หัวตารางที่พิมพ์ซ้ำ",
    "numbers-of-columns": "แถวเลขกำกับคอลัมน์",
    "heading": "หัวข้อในตาราง ซึ่งทะเบียน OIT ไม่มีช่อง",
    "above-table": "ข้อความเหนือตาราง",
    "no-heads": "ไม่พบหัวตาราง จึงไม่ได้นำเข้าตารางนี้",
    "other-table": "ไม่มีหัวช่องที่เป็นชื่อรายการ จึงไม่ได้นำเข้าตารางนี้",
    "words-in-bar": "ข้อความในช่องเดือน ซึ่งนับเป็นเครื่องหมายเท่านั้น",
    "two-statuses": "แถวนี้กรอกไว้มากกว่าหนึ่งสถานะ จึงไม่ได้นำเข้าสถานะ",
    "words-of-link": "ข้อความของลิงก์ นำเข้าเฉพาะที่อยู่เว็บ",
    "no-address": "มีคำอธิบายของลิงก์แต่ไม่มีที่อยู่เว็บ",
    "same-item-twice": "ข้อนี้มีแล้วในแถวก่อนหน้า จึงไม่ได้นำเข้าแถวนี้",
    "item-not-known": "ไม่ทราบว่าเป็นข้อ OIT ใด จึงไม่ได้นำเข้าแถวนี้",
    "decimals-not-known": "นำเข้าแล้ว แต่แฟ้ม .xls ไม่บอกว่าแสดงทศนิยมกี่ตำแหน่ง ตรวจกับเอกสาร",
    "competing": "มีคะแนนมากกว่าหนึ่งค่า จึงไม่ได้นำเข้าค่าใด",
    "not-understood": "ไม่ทราบว่าเป็นคะแนนของเรื่องใด",
}
_LABELS = {Severity.ERROR: "ผิดพลาด", Severity.WARNING: "คำเตือน", Severity.NOTE: "ข้อสังเกต"}
_LONGEST, _MOST = 90, 60  # characters of a text, lines of a list that are shown


def refuse_file(name: str, reason: str) -> WrongCall:
    """A file from which no table can be read, with what to do."""
    said, fix = _UNREAD[reason]
    return WrongCall(f"{name} {said} ยังไม่ได้นำเข้าสิ่งใด\nวิธีแก้: {fix}")


def word_question(question: Question) -> Iterator[str]:
    """A question with its samples and its numbered answers."""
    titles = {
        "head": "หัวช่อง “{}” คือช่องใด",
        "unit": "หน่วยงาน “{}” คือหน่วยงานใด",
        "continues": "{} ไม่มีหัวช่อง ต่อจากตารางก่อนหรือไม่",
        "measure": "“{}” มีลำดับที่ตรงกับรายการที่มีอยู่ เป็นรายการเดียวกันหรือไม่",
    }
    yield f"{question.place} {titles.get(question.about, '{}').format(cut(question.subject))}"
    yield from (f"    ตัวอย่าง: {cut(one)}" for one in question.samples)
    yield from (f"  {number} {choice.words}" for number, choice in enumerate(question.choices, 1))


def word_left_out(outcome: Outcome) -> Iterator[str]:
    """Everything of the table that is not taken, each with its place and the reason."""
    if not outcome.left_out:
        return
    yield f"ไม่ได้นำเข้า หรือต้องตรวจ {len(outcome.left_out):,} แห่ง"
    for one in outcome.left_out[:_MOST]:
        yield f"  {one.place} {_LEFT_OUT[one.reason]}: {cut(one.text)}"
    if len(outcome.left_out) > _MOST:
        yield f"  และอีก {len(outcome.left_out) - _MOST:,} แห่ง"


def word_changes(outcome: Outcome) -> Iterator[str]:
    """Everything that would be written, with the cell it came from."""
    lines = [line for change in outcome.changes for line in _word_change(change, outcome)]
    yield f"จะเขียน {len(lines):,} ค่า"
    yield from lines[: 4 * _MOST]
    if len(lines) > 4 * _MOST:
        yield f"  และอีก {len(lines) - 4 * _MOST:,} ค่า"
    if outcome.same:
        yield f"ตรงกับแฟ้มข้อมูลแล้ว {outcome.same:,} ค่า"


def word_differing(outcome: Outcome) -> Iterator[str]:
    """The values that the site has otherwise, old and new."""
    if not outcome.differing:
        return
    yield f"ต่างจากแฟ้มข้อมูล {len(outcome.differing):,} ค่า คงแฟ้มข้อมูลไว้ ถ้าต้องการใช้ค่าจากตาราง สั่งใหม่โดยเติม --replace"
    for one in outcome.differing[:_MOST]:
        yield f"  {one.place} {word_path(one.file, one.path)}"
        yield f"      เดิม: {cut(flat(one.old))}"
        yield f"      ใหม่: {cut(flat(one.new))}"


def word_result(outcome: Outcome, held: Held) -> Iterator[str]:
    """The result as it would be taken: total, level, every instrument and indicator, found or not."""
    found = {_key(path): text for path, text in _figures(outcome)}
    edition = held.edition
    yield f"คะแนนรวม: {found.get(('total',), 'ไม่พบ')}"
    yield f"ระดับ: {found.get(('level',), 'ไม่พบ')}"
    for group, names in (
        ("instruments", {code: code for code in edition.instruments}),
        ("parts", {code: one.name for code, one in edition.parts.items()}),
        ("indicators", {code: f"ตัวชี้วัดที่ {code} {one.name}" for code, one in edition.indicators.items()}),
        ("subindicators", {code: f"ตัวชี้วัดย่อยที่ {code} {one.name}" for code, one in edition.subindicators.items()}),
    ):
        needed = group in {"instruments", "indicators"}
        for code, name in names.items():
            if needed or (group, code) in found:
                yield f"{name}: {found.get((group, code), 'ไม่พบ')}"


def word_placed(one: PlacedProblem, lines: Sequence[str]) -> Iterator[str]:
    """A problem at the cell that it came from."""
    place = one.place or str(one.problem.where)
    yield f"{place} {_LABELS[severity_of(one.problem.code)]} {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])


def cut(text: str) -> str:
    """A text on one line, shortened where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def flat(value: Plain) -> str:
    """A value as one text."""
    if isinstance(value, list):
        return " / ".join(flat(one) for one in value)
    if isinstance(value, dict):
        return " ".join(f"{key}: {flat(one)}" for key, one in value.items())
    return value or ""


def _word_change(change: Change, outcome: Outcome) -> Iterator[str]:
    from prongsai.writing.change import Insert, Put

    if isinstance(change, Put):
        yield from _word_value(change.file, change.path, change.value, outcome)
    elif isinstance(change, Insert):
        yield from _word_value(change.file, (*change.path, change.at), change.value, outcome)


def _word_value(file: str, path: tuple[str | int, ...], value: Plain, outcome: Outcome) -> Iterator[str]:
    """A line for each value of an entry that has a cell of its own."""
    if isinstance(value, dict) and not (path and (file, path) in outcome.places and _is_leaf(file, path, outcome)):
        for key, one in value.items():
            yield from _word_value(file, (*path, key), one, outcome)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for at, one in enumerate(value):
            yield from _word_value(file, (*path, at), one, outcome)
    else:
        tried = (outcome.places.get((file, path[:depth])) for depth in range(len(path), 0, -1))
        place = next((one for one in tried if one), file)
        yield f"  {place} {word_path(file, path)}: {cut(flat(value))}"


def _is_leaf(file: str, path: tuple[str | int, ...], outcome: Outcome) -> bool:
    below = len(path)
    return not any(of == file and len(other) > below and other[:below] == path for of, other in outcome.places)


def _figures(outcome: Outcome) -> Iterator[tuple[tuple[str | int, ...], str]]:
    from prongsai.writing.change import Put

    for change in outcome.changes:
        if isinstance(change, Put) and change.path:
            yield change.path, flat(change.value)
        elif isinstance(change, Put) and isinstance(change.value, dict):
            for group, value in change.value.items():
                inner = value.items() if isinstance(value, dict) else (("", value),)
                yield from (((group, code) if code else (group,), flat(one)) for code, one in inner)
    yield from ((one.path, f"{flat(one.old)} (ตาราง: {flat(one.new)})") for one in outcome.differing)


def _key(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return tuple(step for step in path if step != "value")

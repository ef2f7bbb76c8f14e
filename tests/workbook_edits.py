"""Random edits to a workbook as officers make them, and what the data files must say after them, worked out apart."""

from __future__ import annotations

import random
import re
import unicodedata
from copy import deepcopy
from pathlib import Path

from books import Grids
from prongsai.forms.columns import Column, Shape
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.stated import SPELLINGS
from prongsai.workbook.sheets import sheet_called

# Sheets whose rows the model knows: the file, the list or table, and the keys by which an entry is found again.
LISTS = {
    "มาตรการ": ("data/{}/measures.yml", "measures", ("id",)),
    "รายงานผล": ("data/{}/follow-up.yml", "reports", ("measure", "round")),
    "เอกสารต้นทาง": ("site_config/documents.yml", "documents", None),
    "หน่วยงานภายใน": ("site_config/agency.yml", "units", None),
    "OIT": ("data/{}/oit.yml", "items", None),
}
LINKS = "ลิงก์ OIT"
WORDS = (
    "ประกาศผลการดำเนินงานให้ประชาชนทราบ",
    "ข้อ 1: “ทดสอบ” และ 'คำพูด' # ไม่ใช่ความเห็น",
    "- ขีดนำหน้า",
    '"คำพูดเต็ม" แล้วต่อ',
    "ปี ๒๕๖๗ ไตรมาส ๓ 😀👍",
    "[วงเล็บ] {ปีกกา}: ค่า, ค่า",
    "ยาวมาก " * 60,
    "& * ! | > % @ ` ~ ?",
    "007",
    "=SUM(A1:A9)",
    "true",
    "null",
    "0x1F",
    "1.50",
    "a: b: c:",
    "ต่อท้ายด้วยทวิภาค:",
    "บรรทัดหนึ่ง\nบรรทัดสอง",
    "  ช่องว่าง   หลาย   ช่อง  ",
    "น\u0e4d\u0e32 แยก",
    "มองไม่เห็น\u200bคั่น",
    "ไม่มี",
    "เอกสารไม่ได้ระบุ",
    "พิมพ์ว่า: ตามเอกสาร",
    "",
)


def clean(text: str) -> str:
    """A text in the one form of all data: composed, sara am joined, blanks folded, nothing invisible."""
    seen = "".join(one for one in text if one.isspace() or unicodedata.category(one) not in {"Cc", "Cf"})
    joined = unicodedata.normalize("NFC", re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", seen))
    return " ".join(joined.split())


def said(text: str) -> object:
    """The data that a cell of free text must give; None for nothing."""
    whole = clean(text)
    if whole.startswith("พิมพ์ว่า:") and whole not in SPELLINGS:
        return {"printed": whole.removeprefix("พิมพ์ว่า:").strip()}
    return whole or None


def free_columns(sheet: str) -> dict[str, str]:
    """The heads of columns of free text with the keys of their fields."""

    def is_free(column: Column) -> bool:
        form = column.form.said if column.form else "ข้อความ"
        is_text = column.shape is Shape.TEXT and form == "ข้อความ"
        return is_text and len(column.path) == 1 and not (column.refers or column.choices or column.path == ("id",))

    found = sheet_called(sheet)
    assert found is not None
    return {one.head: one.path[0] for one in found.columns if is_free(one)}


def plain(node: object) -> object:
    """Data of a file without the places that its reader keeps."""
    if isinstance(node, dict):
        return {str(key): plain(one) for key, one in node.items()}
    if isinstance(node, list):
        return [plain(one) for one in node]
    return None if node is None else str(node)


class Edits:
    """A workbook while somebody edits it, and the data that must come of it."""

    def __init__(self, root: Path, year: int, grids: Grids, chance: random.Random) -> None:
        self.grids, self.chance = grids, chance
        self.places = {name: file.format(year) for name, (file, *_) in LISTS.items()}
        names = dict.fromkeys(self.places.values())
        self.data = {name: plain(read_yaml(root / name, name).data) for name in names if (root / name).is_file()}
        self.before = deepcopy(self.data)
        self.titles = {name: name for name in grids}
        self.log: list[str] = []
        self.copies: list[list[object]] = []
        self.changed: set[str] = set()  # keys of rows that no longer say what the files say

    def entries(self, sheet: str) -> object:
        """The list or the table that a sheet has the rows of."""
        whole = self.data.get(self.places[sheet])
        return whole.get(LISTS[sheet][1]) if isinstance(whole, dict) else None

    def entry(self, sheet: str, key: str) -> dict | None:
        """The entry of a row that was there."""
        name = key.partition("/")[2].replace("~1", "/").replace("~0", "~")
        kept, keys = self.entries(sheet), LISTS[sheet][2]
        if isinstance(kept, dict):
            found = kept.get(name)
        else:
            named = (one for one in kept or () if "-".join(str(one.get(k)) for k in keys or () if k in one) == name)
            found = next(named, None)
        return found if isinstance(found, dict) else None

    def rows(self, sheet: str) -> list[list[object]]:
        """The rows of a sheet, whatever it is called now."""
        return self.grids[self.titles[sheet]]

    def column(self, sheet: str, head: str) -> int:
        """The place of a head."""
        return [str(one).rstrip(" *") for one in self.rows(sheet)[0]].index(head)

    def pick(self) -> tuple[str, list[object]] | None:
        """A row that the data have, of any sheet that is known."""
        sheet = self.chance.choice(list(LISTS))
        rows = [one for one in self.rows(sheet)[1:] if one and one[0] and self.entry(sheet, str(one[0])) is not None]
        # Of two rows with one key the likest is the one that was there, which nobody can tell once both are changed.
        rows = [one for one in rows if not any(one[0] == copy[0] for copy in self.copies)]
        return (sheet, self.chance.choice(rows)) if rows else None

    def change(self) -> None:
        """Type another text into a cell of free text."""
        if picked := self.pick():
            sheet, row = picked
            if not (columns := free_columns(sheet)):
                return
            head, key = self.chance.choice(sorted(columns.items()))
            text, entry = self.chance.choice(WORDS), self.entry(sheet, str(row[0]))
            place = self.column(sheet, head)
            row += [""] * (place + 1 - len(row))
            assert entry is not None
            row[place] = text
            self.changed.add(str(row[0]))
            value = said(text)
            if value is None:
                entry.pop(key, None)
            else:
                entry[key] = value
            self.log.append(f"change {sheet} {row[0]} {head} {text[:40]!r}")

    def insert(self) -> None:
        """Type a new measure or a link where there is room for it."""
        rows = self.rows("มาตรการ")
        at = self.chance.randint(1, len(rows))
        new: list[object] = [""] * len(rows[0])
        title = f"มาตรการใหม่ {len(self.log)}"
        new[self.column("มาตรการ", "ชื่อมาตรการ")] = title
        rows.insert(at, new)
        self.log.append(f"insert มาตรการ at {at}: {title}")

    def delete(self) -> None:
        """Delete the row of a report, which nothing refers to."""
        rows = [one for one in self.rows("รายงานผล")[1:] if one and one[0]]
        if not rows:
            return
        row = self.chance.choice(rows)
        entry = self.entry("รายงานผล", str(row[0]))
        kept = self.entries("รายงานผล")
        if entry is None or not isinstance(kept, list):
            return
        self.rows("รายงานผล").remove(row)
        kept[:] = [one for one in kept if one is not entry]
        self.log.append(f"delete รายงานผล {row[0]}")

    def copy(self) -> None:
        """Copy a measure to another place and give it another title."""
        rows = [one for one in self.rows("มาตรการ")[1:] if one and one[0] and str(one[0]) not in self.changed]
        if rows and not self.copies:
            again = [*self.chance.choice(rows)]
            again[self.column("มาตรการ", "ชื่อมาตรการ")] = f"มาตรการใหม่ {len(self.log)} สำเนา"
            self.copies.append(again)
            self.rows("มาตรการ").append(again)
            self.log.append(f"copy มาตรการ {again[0]}")

    def sort(self) -> None:
        """Sort a sheet by any of its columns."""
        sheet = self.chance.choice([*LISTS, LINKS])
        rows = self.rows(sheet)
        place = self.chance.randrange(len(rows[0]))
        rows[1:] = sorted(rows[1:], key=lambda row: str(row[place]) if place < len(row) else "")
        self.log.append(f"sort {sheet} by {place}")

    def rename(self) -> None:
        """Give a sheet another name."""
        sheet = self.chance.choice(list(LISTS))
        title = f"{sheet} ({len(self.log)})"
        self.grids[title] = self.grids.pop(self.titles[sheet])
        self.titles[sheet] = title
        self.log.append(f"rename {sheet}")

    def reorder(self) -> None:
        """Put the columns of a sheet in another order."""
        sheet = self.chance.choice([*LISTS, LINKS])
        rows = self.rows(sheet)
        width = max(map(len, rows))
        order = [0, *self.chance.sample(range(1, width), width - 1)]
        for row in rows:
            full = [*row, *[""] * (width - len(row))]
            row[:] = [full[place] for place in order]
        self.log.append(f"reorder {sheet}")

    def own(self) -> None:
        """Add a column and a sheet of her own."""
        sheet = self.chance.choice([*LISTS, LINKS])
        place = self.chance.randint(1, len(self.rows(sheet)[0]))
        for number, row in enumerate(self.rows(sheet)):
            row.extend([""] * (place - len(row)))
            row.insert(place, f"ของฉัน {len(self.log)}" if not number else f"บันทึก {number}")
        self.grids[f"ของฉัน {len(self.log)}"] = [["เรื่อง"], ["ไว้ดูเอง"]]
        self.log.append(f"own {sheet}")

    def blank(self) -> None:
        """Leave a row empty."""
        sheet = self.chance.choice([*LISTS, LINKS])
        rows = self.rows(sheet)
        rows.insert(self.chance.randint(1, len(rows)), [""] * len(rows[0]))
        self.log.append(f"blank {sheet}")

    def run(self, count: int) -> None:
        """Make so many edits, changes of cells more often than others."""
        others = [self.insert, self.delete, self.copy, self.sort, self.rename, self.reorder, self.own, self.blank]
        for _ in range(count):
            self.chance.choice([*others, *[self.change] * 8])()
        self._place_new()

    def _place_new(self) -> None:
        """Put new measures behind those that are above them in the sheet."""
        kept, place = self.entries("มาตรการ"), self.column("มาตรการ", "ชื่อมาตรการ")
        if not isinstance(kept, list):
            whole = self.data.setdefault(self.places["มาตรการ"], {})
            assert isinstance(whole, dict)
            kept = whole.setdefault("measures", [])
        above: dict | None = None
        for row in self.rows("มาตรการ")[1:]:
            key, title = str(row[0]), str(row[place]) if place < len(row) else ""
            if not key and not title:  # an empty row, or one with a word in a column of her own
                continue
            is_copy = any(row is copy for copy in self.copies)
            found = self.entry("มาตรการ", key) if key and not is_copy else None
            if found is None:
                found = {"title": clean(title)}
                at = next((n + 1 for n, one in enumerate(kept) if one is above), 0)
                kept.insert(at, found)
            above = found

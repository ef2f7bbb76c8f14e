"""Workbooks as no program should write them and as people hand them in: torn, stuffed, renamed and scribbled on."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator

from books import Grids, grids_of, head_at, place_in, put, written

Parts = dict[str, bytes]
MEASURES, KEY, HEAD = "มาตรการ", "measures:measures/m01", "ชื่อมาตรการ"
REFUSED, OTHER, SAME, NEEDS_YEAR, NEEDS_AGENCY = "refused", "other", "same", "year", "agency"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def unpacked(data: bytes) -> Parts:
    """The parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """A workbook of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def part_of(parts: Parts, title: str) -> str:
    """The name of the part that a sheet is in."""
    names = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"].decode())
    return f"xl/worksheets/sheet{names.index(title) + 1}.xml"


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The workbook with one part changed, or without it."""
    parts = unpacked(data)
    now = change(parts.pop(name, b""))
    return packed(parts if now is None else {**parts, name: now})


def in_sheet(data: bytes, more: bytes, before: bytes = b"</sheetData>") -> bytes:
    """The workbook with something more in the sheet of measures."""
    name = part_of(unpacked(data), MEASURES)
    return with_part(data, name, lambda part: part.replace(before, more + before, 1))


def torn(data: bytes, chance: random.Random) -> Iterator[tuple[str, bytes, str]]:
    """Files that were cut off or of which some bytes are others; what is left must be refused or be whole."""
    for number in range(1, 20):
        yield f"cut at {number} of 20", data[: len(data) * number // 20], REFUSED
    sheets = [name for name in unpacked(data) if name.startswith("xl/worksheets/sheet")]
    for number in range(8):
        name, spoiled = chance.choice(sheets), bytearray(data)
        for _ in range(5):
            spoiled[chance.randrange(len(data) // 2)] ^= 0xFF
        yield f"bytes of the archive {number}", bytes(spoiled), REFUSED
        tags = lambda part: part.replace(b"<row ", b"<row \xff", 1) if number % 2 else part[: len(part) // 2]  # noqa: E731, B023
        yield f"bytes of a sheet {number}", with_part(data, name, tags), REFUSED


def parted(data: bytes) -> Iterator[tuple[str, bytes, str]]:
    """Workbooks without one of their parts, or with another thing in its place."""
    sheet = part_of(unpacked(data), MEASURES)
    for name in (sheet, "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"):
        yield f"without {name}", with_part(data, name, lambda _: None), REFUSED
    for name in (sheet, "xl/sharedStrings.xml", "xl/workbook.xml"):
        yield f"empty {name}", with_part(data, name, lambda _: b""), REFUSED
        yield f"half {name}", with_part(data, name, lambda part: part[: len(part) // 2]), REFUSED
    yield "without xl/workbook.xml", with_part(data, "xl/workbook.xml", lambda _: None), OTHER
    yield "wrong types", with_part(data, "[Content_Types].xml", lambda _: b"<Types/>"), SAME
    yield "a sheet that is none", with_part(data, sheet, lambda _: b"<other/>"), SAME
    grown = b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 99 + b'">' + _entities() + b"]><worksheet><x>&j;</x></worksheet>"
    yield "entities that grow", with_part(data, sheet, lambda _: grown), REFUSED
    outer = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet><x>&e;</x></worksheet>'
    yield "an entity from outside", with_part(data, sheet, lambda _: outer), REFUSED


def _entities() -> bytes:
    return b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))


def stuffed(data: bytes) -> Iterator[tuple[str, bytes, str]]:
    """Workbooks that are small and would need much to be read."""
    yield "a sheet of 70 MB", in_sheet(data, b" " * 70_000_000), REFUSED
    yield (
        "texts of 70 MB",
        with_part(data, "xl/sharedStrings.xml", lambda part: part.replace(b"</sst>", b" " * 70_000_000 + b"</sst>")),
        REFUSED,
    )
    yield "more than it says", _lying(data), REFUSED
    yield "a cell in the last corner", in_sheet(data, _row(1_048_576, b'<c r="XFD1048576"><v>1</v></c>')), REFUSED
    yield "a cell in the last row", in_sheet(data, _row(1_048_576, b'<c r="B1048576"><v>1</v></c>')), REFUSED
    yield "a cell in the last column", in_sheet(data, _row(900, b'<c r="XFD900"><v>1</v></c>')), REFUSED
    formatted = b"".join(_row(number, b'<c r="B%d" s="1"/>' % number) for number in range(1_000, 100_000))
    yield "many rows with a format", in_sheet(data, formatted), SAME
    yield "the last row with a format", in_sheet(data, _row(1_048_576, b'<c r="XFD1048576" s="1"/>')), SAME


def _row(number: int, cells: bytes) -> bytes:
    return b'<row r="%d">%s</row>' % (number, cells)


def _lying(data: bytes) -> bytes:
    """An archive whose list says of a part that it is smaller than it is."""
    name = part_of(unpacked(data), MEASURES)
    larger = in_sheet(data, b" " * 1_000_000)
    size = len(unpacked(larger)[name])
    return larger.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))


def renamed() -> Iterator[tuple[str, bytes, str]]:
    """Files of other kinds that somebody gave the name of a workbook."""
    yield "csv", "ลำดับที่,มาตรการ\n1,ก\n".encode(), OTHER
    yield "html", b"<html><table><tr><td>a</td></tr></table></html>", OTHER
    yield "pdf", b"%PDF-1.4\n1 0 obj\n", OTHER
    yield "docx", packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}), OTHER
    yield "zip", packed({"a.txt": b"a"}), OTHER
    yield "png", b"\x89PNG\r\n\x1a\n" + b"0" * 200, OTHER
    yield "empty", b"", OTHER
    yield "txt", b"hello", OTHER
    yield "binary workbook", packed({"xl/workbook.bin": b"\0"}), OTHER
    yield "with a password", _OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), REFUSED
    yield "old and torn", _OLE + b"\0" * 600, REFUSED
    yield "another workbook", written({"Sheet1": [["ชื่อ"], ["ก"]]}), OTHER


def scribbled(data: bytes, unseen: Callable[[bytes], bytes]) -> Iterator[tuple[str, bytes, object]]:
    """Workbooks that can be read, with what must come of the cell that was written to, or nothing."""
    for name, value, text in CELLS:
        yield f"cell {name}", _edited(data, lambda grids, value=value: put(grids, MEASURES, KEY, HEAD, value)), text
    for name, change, verdict in SHEETS:
        yield name, _edited(data, change), verdict
    place = _place(data)
    for name, cell, text in RAW:
        written_in = in_sheet(without_cell(data, place), cell.replace(b"@", place.encode()), b"<!--here-->")
        yield f"raw {name}", written_in, text
    locked = b'</sheetData><sheetProtection sheet="1" password="ABCD"/>'
    sheet = part_of(unpacked(data), MEASURES)
    yield "protected", with_part(data, sheet, lambda part: part.replace(b"</sheetData>", locked, 1)), SAME
    yield "hidden and filtered rows", unseen(data), SAME


def _edited(data: bytes, change: Callable[[Grids], object]) -> bytes:
    grids = grids_of(data)
    change(grids)
    return written(grids)


def _place(data: bytes) -> str:
    row, column = place_in(grids_of(data), MEASURES, KEY, HEAD)
    letters = chr(ord("A") + column)
    return f"{letters}{row + 1}"


def without_cell(data: bytes, place: str) -> bytes:
    """The workbook with a mark in the place of a cell."""
    name = part_of(unpacked(data), MEASURES)
    cell = re.compile(rb'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % place.encode())
    return with_part(data, name, lambda part: cell.sub(b"<!--here-->", part, count=1))


CELLS: tuple[tuple[str, object, str], ...] = (
    ("longest", "ก" * 32_767, "ก" * 32_767),
    ("negative", -5, "-5"),
    ("huge", 1e300, "1" + "0" * 300),
    ("noise", 0.1 + 0.2, "0.3"),
    ("whole", 2567.0, "2567"),
    ("day of the Common Era", dt.date(2024, 2, 29), "29 กุมภาพันธ์ 2567"),
    ("day of the Buddhist Era", dt.date(2567, 3, 4), "4 มีนาคม 2567"),
    ("last day", dt.date(9999, 12, 31), "31 ธันวาคม 9999"),
    ("apostrophe", "'007", "'007"),
    ("formula as text", "=A1", "=A1"),
    ("escaped line end", "ก_x000D_\nข", "ก\nข"),
    ("split sara am", "นํา", "นํา"),
)
RAW: tuple[tuple[str, bytes, str], ...] = (
    ("fault", b'<c r="@" t="e"><v>#REF!</v></c>', "#REF!"),
    ("fault of a formula", b'<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
    ("no number", b'<c r="@"><v>NaN</v></c>', "#NUM!"),
    ("yes", b'<c r="@" t="b"><v>1</v></c>', "true"),
    ("formula", '<c r="@" t="str"><f>A1</f><v>ผลของสูตร</v></c>'.encode(), "ผลของสูตร"),
    ("rich text", '<c r="@" t="inlineStr"><is><r><t>ก</t></r><r><rPr><b/></rPr><t>ข</t></r></is></c>'.encode(), "กข"),
    ("day as text", b'<c r="@" t="d"><v>2024-05-06</v></c>', "6 พฤษภาคม 2567"),
)


def _renamed(change: Callable[[str], str]) -> Callable[[Grids], None]:
    def rename(grids: Grids) -> None:
        new = {change(title) if not title.startswith("_") else title: rows for title, rows in grids.items()}
        grids.clear()
        grids.update(new)

    return rename


def _heads(change: Callable[[str], str]) -> Callable[[Grids], None]:
    def rename(grids: Grids) -> None:
        for title, rows in grids.items():
            if rows and not title.startswith("_"):
                rows[0] = [change(str(head)) for head in rows[0]]

    return rename


def _meta(name: str, value: str) -> Callable[[Grids], None]:
    def change(grids: Grids) -> None:
        row = next(row for row in grids["_ฐาน"] if row[2:3] == [name])
        row[3] = value

    return change


def _keys(change: Callable[[str], str]) -> Callable[[Grids], None]:
    def rename(grids: Grids) -> None:
        for title, rows in grids.items():
            for row in rows[1:]:
                if row and row[0] and not title.startswith("_"):
                    row[0] = change(str(row[0]))

    return rename


def _again(grids: Grids) -> None:
    grids[f"{MEASURES} (2)"] = [[*row] for row in grids[MEASURES]]


def _two_heads(grids: Grids) -> None:
    for number, row in enumerate(grids[MEASURES]):
        row.insert(1, "" if number else HEAD)


def _own_head(grids: Grids) -> None:
    grids[MEASURES][0][head_at(grids, MEASURES, HEAD)] = ""


def _lower(count: int) -> Callable[[Grids], object]:
    return lambda grids: grids.update({MEASURES: [["เรื่อง"], *[[""]] * (count - 1), *grids[MEASURES]]})


def _split(text: str) -> str:
    return unicodedata.normalize("NFD", text).replace("ำ", "ํา")


SHEETS: tuple[tuple[str, Callable[[Grids], object], str], ...] = (
    ("two heads alike", _two_heads, SAME),
    ("a head that is gone", _own_head, SAME),
    ("no heads", lambda grids: grids.update({MEASURES: grids[MEASURES][1:]}), SAME),
    ("heads in row 3", _lower(2), SAME),
    ("heads in row 12", _lower(11), SAME),
    ("without hidden sheets", lambda grids: [grids.pop("_ฐาน"), grids.pop("_รายการ")], NEEDS_YEAR),
    ("an empty copy", lambda grids: grids.update({"_ฐาน": [[""]]}), NEEDS_YEAR),
    ("nonsense as copy", lambda grids: grids.update({"_ฐาน": [["x", "y", 1.5, 2], ["a"]] * 9}), NEEDS_YEAR),
    ("another year", _meta("year", "2999"), NEEDS_YEAR),
    ("a year that is none", _meta("year", "ปีนี้"), NEEDS_YEAR),
    ("another agency", _meta("agency", "อบต.อื่น"), NEEDS_AGENCY),
    ("keys of another site", _keys(lambda key: f"zz:{key}"), SAME),
    ("keys that are none", _keys(lambda _: "//:#"), SAME),
    ("names of sheets taken apart", _renamed(_split), SAME),
    ("heads taken apart", _heads(_split), SAME),
    ("heads with line breaks", _heads(lambda head: head.replace(" ", "\n")), SAME),
    ("sheets of other names", _renamed(lambda title: f"x{abs(hash(title))}"[:31]), SAME),
    ("copied sheets", _renamed(lambda title: f"{title} (2)"), SAME),
    ("long names", _renamed(lambda title: f"{title} ของเทศบาลที่ส่งกลับมาแล้ว"[:31]), SAME),
    ("a sheet twice", _again, SAME),
    ("a sheet that is gone", lambda grids: grids.pop(MEASURES), SAME),
)

"""Sheets read back without the library that wrote them, and what the machine index says that must be in them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from prongsai.thai.dates import parse_date

MODEL = Path(__file__).resolve().parents[3] / "examples" / "model"
REGISTERS = sorted(int(path.parent.name) for path in MODEL.glob("data/*/oit.yml"))
HEAD = ["ข้อ", "ประเด็นการตรวจ", "มี/ไม่มี", "URL", "คำอธิบาย", "หน่วยงานผู้รับผิดชอบ", "วันที่เผยแพร่", "สิ่งที่ยังขาด"]
_SAID = {"has": "มี", "has_not": "ไม่มี", None: "ยังไม่มีคำตอบ"}
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def part(data: bytes, name: str) -> ET.Element:
    """One XML part of an XLSX file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ET.fromstring(package.read(name))


def parts(data: bytes) -> list[str]:
    """The names of all parts of an XLSX file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def read_xlsx(data: bytes) -> list[list[str]]:
    """All cells of the first sheet; every one must be a text, and none a formula."""
    strings = [_text(one) for one in part(data, "xl/sharedStrings.xml")]
    rows = []
    for row in part(data, "xl/worksheets/sheet1.xml").iter(f"{_MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            assert cell.find(f"{_MAIN}f") is None
            value = cell.find(f"{_MAIN}v")
            assert (cell.get("t") == "s") == (value is not None)  # a cell without a text has only its borders
            letter = cell.get("r", "").rstrip("0123456789")
            cells[ord(letter) - ord("A")] = "" if value is None else strings[int(value.text or "")]
        rows.append([cells.get(column, "") for column in range(len(HEAD))])
    return rows


def _text(string: ET.Element) -> str:
    """A shared string; what XML cannot hold is there as _xHHHH_."""
    text = "".join(one.text or "" for one in string.iter(f"{_MAIN}t"))
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def read_csv(data: bytes) -> list[list[str]]:
    """All cells of a CSV file that begins with a byte order mark."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def said(document: dict) -> list[list[str]]:
    """The sheet as the machine index has it."""
    return [HEAD, *map(_row, document["items"])]


def _row(item: dict) -> list[str]:
    return [
        item["code"],
        item["title"] or "",
        _SAID[item["answer"]],
        "\n".join(item["urls"]),
        item["explanation"] or "",
        item["unit"] or "",
        f"วันที่ {parse_date(item['published_on'])}" if item["published_on"] else "",
        "\n".join(item["lacking"]),
    ]

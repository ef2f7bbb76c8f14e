"""Workbooks looked through before they are read, so that no far cell and nothing packed tightly harms who reads them.

The reader makes room for every cell between the first and the last of a sheet, and shows a fault as an empty cell.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.grids.find_format import find_format
from prongsai.grids.grid import GridError
from prongsai.grids.number_formats import read_formats
from prongsai.grids.open_parts import LARGEST_FILE, Parts, open_parts
from prongsai.grids.scan_sheets import Scanned, scan_open_sheets, scan_sheet

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_LOCKED = b"manifest:encryption-data"


@dataclass(frozen=True)
class Guarded:
    """A workbook that is safe to read: its bytes as they were looked through, and what its reader does not tell.

    `scanned` has the faulty and the merged cells of each sheet by name; nothing is known of those of an .xls.
    `properties` are those that somebody gave the file as a whole.
    """

    data: bytes
    scanned: Mapping[str, Scanned] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)


def guard_workbook(data: bytes) -> Guarded:
    """The workbook in the bytes of a file.

    Raises GridError with the reason, and with the place of a cell that is too far away.
    """
    if len(data) > LARGEST_FILE:
        raise GridError("too-large")
    kind = find_format(data)
    if kind == "xls":
        return Guarded(data)
    if kind not in {"xlsx", "ods"}:
        raise GridError("no-workbook")
    parts = open_parts(data)
    return _guard_open(parts) if kind == "ods" else _guard_excel(parts)


def _guard_excel(parts: Parts) -> Guarded:
    book = parts.tree("xl/workbook.xml")
    if book is None:  # the binary form, of which nothing can be looked through
        raise GridError("no-workbook")
    targets = parts.relations("xl/workbook.xml")
    scanned: dict[str, Scanned] = {}
    formats = read_formats(parts.tree("xl/styles.xml"))
    for one in book.iter(_MAIN):
        part = parts.read(targets.get(one.get(_ID, ""), ""))
        if part is None:
            raise GridError("damaged", found=one.get("name", ""))
        scanned[one.get("name", "")] = found = scan_sheet(part, one.get("name", ""))
        used = ((place, formats[style]) for place, style in found.styles.items() if style < len(formats))
        found.formats = {place: form for place, form in used if form is not None}
    custom = parts.tree("docProps/custom.xml")
    given = custom.iter(_PROPERTY) if custom is not None else ()
    return Guarded(_pack(parts), scanned, {one.get("name", ""): "".join(one.itertext()) for one in given})


def _guard_open(parts: Parts) -> Guarded:
    if _LOCKED in (parts.read("META-INF/manifest.xml") or b""):
        raise GridError("encrypted")
    content = parts.read("content.xml")
    if content is None:
        raise GridError("damaged")
    meta = parts.tree("meta.xml")
    given = meta.iter(f"{_META}user-defined") if meta is not None else ()
    properties = {one.get(f"{_META}name", ""): "".join(one.itertext()) for one in given}
    return Guarded(_pack(parts), scan_open_sheets(content), properties)


def _pack(parts: Parts) -> bytes:
    """The parts as they were unpacked within bounds, so that the reader sees what was looked through and no more."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in parts.sizes:
            if not name.endswith("/"):
                archive.writestr(zipfile.ZipInfo(name), parts.read(name) or b"")
    return packed.getvalue()

"""Parts of office files, unpacked within bounds and read as XML that can ask for nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath
from xml.etree.ElementTree import Element, ParseError, XMLParser, XMLPullParser

from prongsai.grids.grid import GridError

LARGEST_FILE = 30_000_000  # bytes of a file that is handed in
_LARGEST_PART, _LARGEST_WHOLE = 60_000_000, 200_000_000  # bytes, unpacked
_STEP = 1_000_000
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Parts:
    """The parts of an office file by their names; each is unpacked when it is asked for."""

    data: bytes
    sizes: Mapping[str, int]

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none; raises GridError where they are too many or damaged."""
        if name not in self.sizes:
            return None
        if self.sizes[name] > _LARGEST_PART:
            raise GridError("too-large")
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return archive.read(name)
        except Exception:  # noqa: BLE001  damaged and encrypted archives raise of every kind
            raise GridError("damaged") from None

    def tree(self, name: str) -> Element | None:
        """The root of a part of XML, None where there is none; raises GridError where it is damaged."""
        data = self.read(name)
        return parse_xml(data) if data is not None else None

    def relations(self, name: str) -> dict[str, str]:
        """The targets that a part names by id: addresses of the web, or names of parts."""
        folder, _, base = name.rpartition("/")
        root = self.tree(f"{folder}/_rels/{base}.rels")
        if root is None:
            return {}
        targets = {}
        for one in root.iter(_RELATIONS):
            target = one.get("Target", "")
            inside = normpath(f"{dirname(name)}/{target}") if not target.startswith("/") else target[1:]
            targets[one.get("Id", "")] = target if one.get("TargetMode") == "External" else inside
        return targets


def open_parts(data: bytes) -> Parts:
    """The parts of an office file; raises GridError where it is damaged, locked, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
    except Exception:  # noqa: BLE001  as above
        raise GridError("damaged") from None
    if any(one.flag_bits & 1 for one in found):
        raise GridError("encrypted")
    if sum(one.file_size for one in found) > _LARGEST_WHOLE:
        raise GridError("too-large")
    return Parts(data, {one.filename: one.file_size for one in found})


def parse_xml(data: bytes) -> Element:
    """The root of a document of XML; raises GridError for damage and for anything that declares entities."""
    _refuse_entities(data)
    parser = XMLParser()  # noqa: S314  expat reads no other file; entities are refused above
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        raise GridError("damaged") from None
    return root


def iter_elements(data: bytes, tags: frozenset[str]) -> Iterator[Element]:
    """The elements with some tags, one after the other; each is emptied once the next is asked for."""
    _refuse_entities(data)
    parser: XMLPullParser[Element] = XMLPullParser(("end",))
    try:
        for at in range(0, len(data), _STEP):
            parser.feed(data[at : at + _STEP])
            yield from _ended(parser, tags)
        parser.close()
        yield from _ended(parser, tags)
    except (ParseError, ValueError, LookupError):
        raise GridError("damaged") from None


def _ended(parser: XMLPullParser[Element], tags: frozenset[str]) -> Iterator[Element]:
    for event in parser.read_events():
        for element in event[1:]:
            if isinstance(element, Element) and element.tag in tags:
                yield element
                element.clear()


def _refuse_entities(data: bytes) -> None:
    if _DECLARED.search(data[:_STEP]) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise GridError("damaged")

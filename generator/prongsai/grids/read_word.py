"""Tables of Word documents as grids: merged cells, lists as lines, tables within tables, and the texts above each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from prongsai.grids.cell_texts import clean_lines
from prongsai.grids.grid import EMPTY, MOST_COLUMNS, Cell, Grid, GridError, hold_bounds, make_grid
from prongsai.grids.open_parts import Parts, open_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}tbl", _FALLBACK}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F0FB": "✗", "F0FD": "☒", "F0B7": "•"}
_MARK = "• "  # of a paragraph that Word numbers, whose number is no text of it
_MOST_ABOVE = 8  # paragraphs that may be the title of a table


@dataclass
class _Document:
    """The tables of a document as they are met, each with its number, and the paragraphs since the one before."""

    targets: dict[str, str]
    grids: list[Grid] = field(default_factory=list)
    above: list[str] = field(default_factory=list)


def read_word(data: bytes) -> list[Grid]:
    """The tables of a document in their order; raises GridError where it cannot be read."""
    parts = open_parts(data)
    document = _Document(parts.relations("word/document.xml"))
    _walk(_body_of(parts), document)
    return [grid for grid in document.grids if grid.rows]


def read_word_lines(data: bytes) -> list[str]:
    """The paragraphs outside of tables, those that Word numbers with a mark; raises GridError as `read_word` does."""
    body, document = _body_of(open_parts(data)), _Document({})
    texts = (_paragraph(one, [], document) for one in _blocks(body) if one.tag == f"{_W}p")
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _body_of(parts: Parts) -> Element:
    whole = parts.read("word/document.xml")
    if whole is not None and _STRICT[1:-1].encode() in whole[:4096]:
        raise GridError("strict-word")
    root = parts.tree("word/document.xml")
    body = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise GridError("damaged")
    return body


def _walk(holder: Element, document: _Document) -> None:
    for child in _blocks(holder):
        if child.tag == f"{_W}tbl":
            _read_table(child, document, str(len(document.grids) + 1))
            document.above.clear()
        elif text := _paragraph(child, [], document):
            document.above.append(text)


def _blocks(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body or cell, also those inside content controls."""
    for child in holder:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"}:
            yield from _blocks(child)


def _children(holder: Element, tag: str) -> Iterator[Element]:
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _children(child, tag)


def _read_table(table: Element, document: _Document, number: str) -> None:
    """Add the table and those inside its cells; `number` is how it is called."""
    above = tuple(document.above[-_MOST_ABOVE:])
    rows: list[list[Cell]] = []
    starts: dict[int, tuple[int, int]] = {}  # where the cell merged downwards began that covers a column
    inner: list[Element] = []
    for row in _children(table, f"{_W}tr"):
        rows.append(_read_row(row, rows, starts, document, inner))
        hold_bounds(len(rows), len(rows[-1]))
    document.grids.append(make_grid(f"ตาราง{number}", rows, above=above))
    for place, one in enumerate(inner, start=1):
        document.above.clear()
        _read_table(one, document, f"{number}.{place}")


def _read_row(
    row: Element,
    rows: list[list[Cell]],
    starts: dict[int, tuple[int, int]],
    document: _Document,
    inner: list[Element],
) -> list[Cell]:
    cells: list[Cell] = [EMPTY] * _number(row, f"{_W}trPr/{_W}gridBefore", 0)
    for element in _children(row, f"{_W}tc"):
        column, width = len(cells), _number(element, f"{_W}tcPr/{_W}gridSpan", 1)
        inner += element.iterfind(f"{_W}tbl")
        merge = element.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue" and column in starts:
            _lengthen(rows, starts[column])
            cells += [EMPTY] * width
            continue
        links: list[str] = []
        text = _text_of_cell(element, links, document)
        cells.append(Cell(text, "text" if text else "empty", "", 1, width, links=tuple(links)))
        cells += [EMPTY] * (width - 1)
        starts.pop(column, None)
        if merge is not None:
            starts[column] = (len(rows), column)
    return cells


def _lengthen(rows: list[list[Cell]], start: tuple[int, int]) -> None:
    row, column = start
    one = rows[row][column]
    rows[row][column] = Cell(one.text, one.kind, "", len(rows) - row + 1, one.columns, links=one.links)


def _number(element: Element, path: str, otherwise: int) -> int:
    found = element.find(path)
    said = found.get(f"{_W}val", "") if found is not None else ""
    if not said.isdecimal():
        return otherwise
    if len(said) > 5 or int(said) > MOST_COLUMNS:
        raise GridError("too-large")
    return max(int(said), otherwise)


def _text_of_cell(cell: Element, links: list[str], document: _Document) -> str:
    return clean_lines("\n".join(_paragraph(one, links, document) for one in _blocks(cell) if one.tag == f"{_W}p"))


def _paragraph(element: Element, links: list[str], document: _Document) -> str:
    """The text of a paragraph, with a mark where Word numbers it."""
    text = clean_lines("".join(_texts(element, links, document)))
    numbered = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return f"{_MARK}{text}" if text and numbered is not None and numbered.get(f"{_W}val") != "0" else text


def _texts(element: Element, links: list[str], document: _Document) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}sym":
            yield _SYMBOLS.get(child.get(f"{_W}char", "").upper(), "")
        else:
            if child.tag == f"{_W}hyperlink" and (target := document.targets.get(child.get(_ID, ""), "")).startswith(
                ("http://", "https://")
            ):
                links.append(target)
            yield from _texts(child, links, document)

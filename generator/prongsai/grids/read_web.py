"""Tables of web pages as grids: also of what systems hand out under the name of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from xml.etree.ElementTree import Element

from prongsai.grids.cell_texts import clean_lines
from prongsai.grids.grid import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, Grid, GridError, hold_bounds, make_grid

_LARGEST = 10_000_000  # characters
_SILENT = {"script", "style", "template", "noscript", "head"}
_BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "section", "article"}
_MOST_ABOVE = 8


def read_web(text: str) -> list[Grid]:
    """The tables of a page in their order, those inside others too; raises GridError where it is too long."""
    from tinyhtml5.parser import HTMLParser

    if len(text) > _LARGEST:
        raise GridError("too-large")
    root = HTMLParser(namespace_html_elements=False).parse(StringIO(text))  # a plain text may be a file's name
    grids: list[Grid] = []
    above: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "table":
            grids.append(_read_table(element, f"ตาราง{len(grids) + 1}", above[-_MOST_ABOVE:]))
            above.clear()
        elif element.tag in {"p", "h1", "h2", "h3", "h4", "h5", "h6", "caption"} and (said := text_of(element)):
            above.append(said)
    return [grid for grid in grids if grid.rows]


def read_page(text: str) -> str:
    """All that a page says, a line for each block and each row, cells parted by tabs."""
    from tinyhtml5.parser import HTMLParser

    if len(text) > _LARGEST:
        raise GridError("too-large")
    root = HTMLParser(namespace_html_elements=False).parse(StringIO(text))
    return "\n".join(line.strip() for line in "".join(_texts(root, [], within_table=True)).split("\n") if line.strip())


def _read_table(table: Element, name: str, above: list[str]) -> Grid:
    rows: list[list[Cell]] = []
    taken: set[tuple[int, int]] = set()
    elements = list(_rows_of(table))
    for at, row in enumerate(elements):
        cells: list[Cell] = []
        for element in row:
            if element.tag not in {"td", "th"}:
                continue
            while (at, len(cells)) in taken:
                cells.append(EMPTY)
            cell = _cell(element, len(elements) - at)
            column = len(cells)
            hold_bounds(at + 1, column + cell.columns)
            taken |= {(at + down, column + over) for down in range(1, cell.rows) for over in range(cell.columns)}
            cells += [cell, *[EMPTY] * (cell.columns - 1)]
        rows.append(cells)
    return make_grid(name, rows, above=above)


def _rows_of(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows_of(child)


def _cell(element: Element, left: int) -> Cell:
    links: list[str] = []
    text = text_of(element, links)
    rows, columns = _span(element, "rowspan"), _span(element, "colspan")
    return Cell(text, "text" if text else "empty", "", min(rows or left, left), columns or 1, links=tuple(links))


def _span(element: Element, name: str) -> int:
    said = element.get(name, "1").strip()
    if not said.isdecimal() or len(said) > 6:
        return 1
    if name == "colspan" and int(said) > MOST_COLUMNS:
        raise GridError("too-large")
    return min(int(said), MOST_ROWS)


def text_of(element: Element, links: list[str] | None = None) -> str:
    """The text of an element with its lines; list entries have a mark, tables inside it are left out."""
    lines = "".join(_texts(element, links if links is not None else [])).split("\n")
    return clean_lines("\n".join(line for line in lines if line.strip()))


def _texts(element: Element, links: list[str], *, within_table: bool = False) -> Iterator[str]:
    yield _flat(element.text)
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in _SILENT and (within_table or tag != "table"):
            if tag == "a" and (address := (child.get("href") or "").strip()).startswith(("http://", "https://")):
                links.append(address)
            yield "\n" if tag == "br" else "\n• " if tag == "li" else "\n" if tag in _BLOCKS else ""
            yield from _texts(child, links, within_table=within_table)
            yield "\n" if tag in _BLOCKS else "\t" if within_table and tag in {"td", "th"} else ""
        yield _flat(child.tail)


def _flat(text: str | None) -> str:
    """A text of the page, in which line ends are blanks."""
    if not text:
        return ""
    return (" " if text[:1].isspace() else "") + " ".join(text.split()) + (" " if text[-1:].isspace() else "")

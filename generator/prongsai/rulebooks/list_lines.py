"""Lines of a printed list of items: which opens an item, goes on, is a point below one, a heading or a page number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from prongsai.grids.grid import Grid
from prongsai.thai.codes import parse_item_code
from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text

LineKind = Literal["opens-item", "more", "element", "heading", "other"]
_LIKE_O = str.maketrans("ΟОθοо", "OOOoo")  # letters of other scripts that look like O, as text recognition takes them
_DIGITS = "0-9๐-๙"
_ITEM = re.compile(
    rf"(?:ข้อ(?:ที่)?\s*)?(?P<code>[OoΟОοоθ0๐]\s?[{_DIGITS}]{{1,2}})(?![{_DIGITS}])\s*(?:[.:)\]\-–|]\s*)?(?P<text>.*)"
)
_COUNTED = re.compile(rf"(?:ข้อ(?:ที่)?\s*)?\(?(?P<number>[{_DIGITS}]{{1,2}})(?:[.)]|\s|(?=ข้อ))\s*(?P<text>\D.*)")
_MARKED_ITEM = re.compile(rf"•\s*(?=(?:ข้อ(?:ที่)?\s*)?[OoΟО0๐]\s?[{_DIGITS}]{{1,2}}(?![{_DIGITS}]))")
_HEADING = re.compile(
    rf"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)(?P<number>[{_DIGITS}]{{1,2}}(?:\.[{_DIGITS}]{{1,2}})?)\s*[:.)–-]?\s*(?P<text>.*)"
    rf"|(?P<sub>[{_DIGITS}]{{1,2}}\.[{_DIGITS}]{{1,2}})\s+(?P<name>\D.*)"
)
_POINT = re.compile(r"[•●○▪■◦‣✓☐·\uf0b7\uf0a7]\s*(?=\S)|[*-]\s*(?=[ก-๛A-Za-z“])|o\s+(?=[ก-๛])")
_NOTHING = re.compile(r"[\W_]*")
_PAGE_ALONE = re.compile(rf"[-–|\s]*(?:หน้า(?:ที่)?\s*)?[{_DIGITS}]{{1,4}}[-–|\s]*")
_PAGE_BEHIND = re.compile(rf"\s*(?:\.{{3,}}|…+|\t| {{3,}}|\(?หน้า(?:ที่)?\s*)\s*([{_DIGITS}]{{1,4}})\)?\s*$")


@dataclass(frozen=True)
class Line:
    """A line or a row: what it is, its code or number as printed, its text, the page behind it, and its place."""

    kind: LineKind
    text: str
    place: str
    printed: str = ""
    page: str = ""
    points: tuple[str, ...] = ()


def lines_of_text(text: str, name: str) -> list[Line]:
    """The lines of a pasted text; numbers alone count items only where no code is printed anywhere."""
    numbered = [(number, one.strip(" \u00a0\ufeff")) for number, one in enumerate(text.splitlines(), 1) if one.strip()]
    has_codes = sum(_is_item(_MARKED_ITEM.sub("", one)) for _, one in numbered) > 1
    return [_line(one, f"{name}:{number}", has_codes=has_codes) for number, one in numbered]


def _is_item(line: str) -> bool:
    found = _ITEM.fullmatch(line)
    return found is not None and not _PAGE_ALONE.fullmatch(line)


def _line(line: str, place: str, *, has_codes: bool) -> Line:
    if _PAGE_ALONE.fullmatch(line) and not (has_codes and _ITEM.fullmatch(line) and line[:1] in "OoΟО"):
        return Line("other", clean_text(line)[0], place)
    if _NOTHING.fullmatch(line):
        return Line("other", line, place)
    page = _PAGE_BEHIND.search(line)
    plain, at = (line[: page.start()], to_arabic(page[1])) if page else (line, "")
    if has_codes and (marked := _MARKED_ITEM.match(plain)):  # a list that Word numbers besides its codes
        plain = plain[marked.end() :]
    heading = _HEADING.fullmatch(plain)
    if heading:
        printed = to_arabic(heading["number"] or heading["sub"])
        return Line("heading", heading["text"] or heading["name"] or "", place, printed, at)
    found = _ITEM.fullmatch(plain) if has_codes else _COUNTED.fullmatch(plain)
    if found:
        return Line("opens-item", found["text"], place, found["code"] if has_codes else found["number"], at)
    point = _POINT.match(plain)
    if point:
        return Line("element", plain[point.end() :], place)
    return Line("more", plain, place, page=at)


def code_of(printed: str) -> tuple[str, bool]:
    """The code of an item as printed, and true where letters had to be taken for others that look like them."""
    plain = printed.translate(_LIKE_O)
    code = parse_item_code(plain) or ""
    return code, bool(code) and plain != printed


_TITLE_HEAD = re.compile(r"ชื่อ|รายการ|ข้อมูลที่|ประเด็น|หัวข้อ|เรื่อง|รายละเอียดข้อ")
_ELEMENT_HEAD = re.compile(r"องค์ประกอบ|รายละเอียด|แนวทาง|เกณฑ์")
_PAGE_HEAD = re.compile(r"^หน้า")
_SHARE = 0.5  # of the rows of a table that must have a code for it to be a list of items


def lines_of_grid(grid: Grid) -> list[Line] | None:
    """The rows of a table of items; None where no column has their codes and another their titles."""
    if grid.width < 2:
        return None
    counts = [sum(code_of(row[at].own.strip())[0] != "" for row in grid.rows) for at in range(grid.width)]
    at = max(range(grid.width), key=lambda one: counts[one])
    filled = sum(bool(row[at].own.strip()) for row in grid.rows)
    if counts[at] < 2 or counts[at] < filled * _SHARE:
        return None
    title, element, page = _columns(grid, at)
    return [*_rows(grid, at, title, element, page)]


def _columns(grid: Grid, code: int) -> tuple[int, int, int]:
    """The columns of titles, of what must be shown, and of pages; -1 where there is none."""
    heads = [clean_text(cell.text)[0] for cell in grid.rows[0]]
    others = [at for at in range(grid.width) if at != code]
    page = next((at for at in others if _PAGE_HEAD.search(heads[at])), -1)
    element = next((at for at in others if at != page and _ELEMENT_HEAD.search(heads[at])), -1)
    rest = [at for at in others if at not in {page, element}]
    named = [at for at in rest if _TITLE_HEAD.search(heads[at])]
    lengths = {at: sum(len(row[at].own) for row in grid.rows) for at in rest}
    title = named[0] if named else max(rest or others, key=lambda at: lengths.get(at, 0))
    return title, element, page


def _rows(grid: Grid, code: int, title: int, element: int, page: int) -> Iterator[Line]:
    for number, row in enumerate(grid.rows):
        printed, text = row[code].own.strip(), row[title].own
        place = grid.place(number, code)
        points = tuple(_points(row[element].own)) if element >= 0 else ()
        at = to_arabic(row[page].own).strip() if page >= 0 else ""
        if code_of(printed)[0]:
            yield Line("opens-item", text, place, printed, at, points)
        elif not printed and (text.strip() or points):
            yield Line("more", text, place, page=at, points=points)
        elif printed or text.strip():
            yield _of_words(f"{printed} {text}".strip(), place, is_head=number == 0)


def _of_words(text: str, place: str, *, is_head: bool) -> Line:
    heading = None if is_head else _HEADING.fullmatch(clean_text(text)[0])
    if heading is None:
        return Line("other", clean_text(text)[0], place)
    printed = to_arabic(heading["number"] or heading["sub"])
    return Line("heading", heading["text"] or heading["name"] or "", place, printed)


def _points(text: str) -> Iterator[str]:
    """The points of a cell: a line each, those without a sign of their own being more of the one before."""
    found: list[str] = []
    lines: Sequence[str] = [one.strip() for one in text.splitlines() if one.strip()]
    for line in lines:
        sign = _POINT.match(line) or re.match(rf"\(?[{_DIGITS}]{{1,2}}[.)]\s*", line)
        if sign or not found:
            found.append(line[sign.end() :] if sign else line)
        else:
            found[-1] += line
    yield from found

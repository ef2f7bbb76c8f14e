"""Lists that follow what is typed in a sheet: measures, units, documents, topics and reports, by formulas.

No entry sheet has a formula: each row of the hidden sheet of lists shows the name of the row of the same number in the
sheet that it follows, so that rows there may be sorted, inserted and deleted, and new ones can be chosen at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.grids.grid import letters_of
from prongsai.model.stated import SPELLINGS
from prongsai.workbook.names import cut, with_code
from prongsai.workbook.rows import Filled
from prongsai.workbook.shown import shown_columns

LONGEST_NAME = 60  # characters, as `names.cut` has it
MORE, LAST_ROW = 60, 1000  # rows that a list is longer than its sheet is now, and the last row that it looks at
_ABSENT = "{{{}}}".format(",".join(f'"{spelling}"' for spelling in SPELLINGS))
Texts = Mapping[str, str]
Cells = Callable[[str], str]


@dataclass(frozen=True)
class Followed:
    """The names of the rows of a sheet: by their texts, and by the expressions of their cells.

    Two with the same name have their code behind it, where `code` is the head of one. `only` is what the column of what
    rows belong to must say, if anything.
    """

    sheet: str
    head: str
    name: Callable[[Texts], str]
    formula: Callable[[Cells], str]
    code: str = ""
    is_cut: bool = False
    only: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Listed:
    """A list in a column of the hidden sheet: `values` as they are now, `formulas` where they follow another sheet.

    `name` is that of its range; a list that only helps others has none.
    """

    head: str
    values: tuple[str, ...]
    formulas: tuple[str, ...] = ()
    name: str = ""


def _joined_name(texts: Texts, *heads: str) -> str:
    return " ".join(text for head in heads if (text := " ".join(texts.get(head, "").split())) and text not in SPELLINGS)


def _joined_cells(cell: Cells, *heads: str) -> str:
    said = (f'IF(ISNUMBER(MATCH({cell(head)},{_ABSENT},0)),"",{cell(head)})' for head in heads)
    return "TRIM({})".format('&" "&'.join(said))


def _name_of_report(texts: Texts) -> str:
    of = " ".join(texts.get("มาตรการ", "").split()) or cut(_joined_name(texts, "ลำดับที่", "ชื่อมาตรการตามรายงาน"))
    months = texts.get("รอบการรายงาน", "")
    return f"รอบ {months} {of}" if of and months else of


def _cells_of_report(cell: Cells) -> str:
    other = excel_cut(_joined_cells(cell, "ลำดับที่", "ชื่อมาตรการตามรายงาน"))
    months = f'IF({cell("รอบการรายงาน")}="","","รอบ "&{cell("รอบการรายงาน")}&" ")'
    measure = cell("มาตรการ")
    return f'IF({measure}<>"",{months}&{measure},IF({other}<>"",{months}&{other},""))'


def _called(sheet: str, head: str, code: str, *, is_cut: bool = False, only: tuple[str, str] = ("", "")) -> Followed:
    return Followed(
        sheet, head, lambda texts: _joined_name(texts, head), lambda cell: _joined_cells(cell, head), code, is_cut, only
    )


def _topics(of: str) -> Followed:
    return _called("หัวข้อ", "ชื่อหัวข้อ", "รหัสหัวข้อ", is_cut=True, only=("ของ", of))


FOLLOWED: Mapping[str, Followed] = {
    "measure": Followed(
        "มาตรการ",
        "ชื่อมาตรการ",
        lambda texts: _joined_name(texts, "ลำดับที่", "ชื่อมาตรการ"),
        lambda cell: _joined_cells(cell, "ลำดับที่", "ชื่อมาตรการ"),
        "รหัสมาตรการ",
        is_cut=True,
    ),
    "unit": _called("หน่วยงานภายใน", "ชื่อหน่วยงานภายใน", "รหัสหน่วยงาน"),
    "document": _called("เอกสารต้นทาง", "ชื่อเอกสาร", "รหัสเอกสาร"),
    "topic measures.yml": _topics("มาตรการ"),
    "topic follow-up.yml": _topics("รายงาน"),
    "report": Followed("รายงานผล", "รายงานผล", _name_of_report, _cells_of_report),
}


def excel_cut(text: str) -> str:
    """The expression for a text that fits a list, as `names.cut` makes it."""
    return f'IF(LEN({text})>{LONGEST_NAME},TRIM(LEFT({text},{LONGEST_NAME - 1}))&"…",{text})'


def follow(followed: Followed, filled: Filled, first: int) -> list[Listed]:
    """The lists for the names of the rows of a sheet, in columns from `first`, which counts from 0.

    The names as they are, then cut, then apart where two are alike.
    """
    rows = filled.rows[:LAST_ROW]
    many = min(len(rows) + MORE, LAST_ROW - 1)
    letters = {one.head: one.letters for one in shown_columns(filled)}

    def cell(head: str) -> str:
        column = letters[head]
        area = f"'{followed.sheet}'!${column}$1:${column}${LAST_ROW}"
        return f'TRIM(SUBSTITUTE(INDEX({area},ROW())&"",CHAR(10)," "))'

    whole = followed.formula(cell)
    if followed.only[0]:
        whole = f'IF({cell(followed.only[0])}="{followed.only[1]}",{whole},"")'
    plain = [
        followed.name(row.texts) if row.texts.get(followed.only[0], "") == followed.only[1] else "" for row in rows
    ]
    short = [cut(name) for name in plain] if followed.is_cut else plain
    columns = [Listed(f"{followed.head} (เต็ม)", _padded(plain, many), (whole,) * many)]
    columns.append(Listed(followed.head, _padded(short, many), _each(_short(followed, letters_of(first)), many)))
    if followed.code:
        codes = [row.texts.get(followed.code, "") for row in rows]
        formula = _apart(letters_of(first + 1), cell(followed.code), many)
        columns.append(Listed(followed.head, _padded(apart(short, codes), many), _each(formula, many)))
    return columns


def apart(names: Sequence[str], codes: Sequence[str]) -> list[str]:
    """The names, with its code behind each that another has too."""
    seen = Counter(names)
    return [
        with_code(name, code) if name and code and seen[name] > 1 else name
        for name, code in zip(names, codes, strict=True)
    ]


def _short(followed: Followed, column: str) -> str:
    own = f"{column}{{row}}"
    return excel_cut(own) if followed.is_cut else own


def _apart(column: str, code: str, many: int) -> str:
    own, every = f"{column}{{row}}", f"${column}$2:${column}${many + 1}"
    short = f'LEFT({own},{LONGEST_NAME - 3}-LEN({code}))&" ("&{code}&")"'
    return f'IF(AND({own}<>"",{code}<>"",SUMPRODUCT(--({every}={own}))>1),{short},{own})'


def _each(formula: str, many: int) -> tuple[str, ...]:
    return tuple(formula.replace("{row}", str(number)) for number in range(2, many + 2))


def _padded(values: Sequence[str], many: int) -> tuple[str, ...]:
    return (*values, *[""] * (many - len(values)))[:many]


def count_filled(area: str) -> str:
    """The expression for the number of rows of a list down to the last that says something."""
    return f'SUMPRODUCT(MAX(({area}<>"")*(ROW({area})-1)))'


def join(head: str, segments: Sequence[tuple[str, str, Sequence[str]]]) -> Listed:
    """Several lists one below the other: of each the word before its names, its area and its values.

    One without an area is that word alone.
    """
    values, before, formula = list[str](), "0", '""'
    counted = []
    for word, area, names in segments:
        last = max((place for place, name in enumerate(names, 1) if name), default=0)
        values += [f"{word}: {name}" if name else "" for name in names[:last]] if area else [word]
        count = count_filled(area) if area else "1"
        counted.append((word, area, before, f"{before}+{count}"))
        before = f"{before}+{count}"
    for word, area, start, end in reversed(counted):
        name = f"INDEX({area},ROW()-1-({start}))" if area else ""
        shown = f'IF({name}="","","{word}: "&{name})' if area else f'"{word}"'
        formula = f"IF(ROW()-1<={end},{shown},{formula})"
    many = sum(len(names) or 1 for _, _, names in segments)
    return Listed(head, _padded(values, many), (formula,) * many)

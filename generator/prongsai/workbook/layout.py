"""The sheets of a workbook: of which part of which data file each has the rows, and by which columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from prongsai.forms.columns import Column, columns_of
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.groups import record_at
from prongsai.model.record import Record

EACH = "*"  # a step of a path: every entry of a list or of a table
Prefilled = Literal["", "figures", "items", "elements", "rounds"]  # rows that are there before anything is typed


@dataclass(frozen=True)
class Source:
    """Rows of one part of a data file: the entries at `steps`, or the one record there.

    `called` sets them apart where a sheet has rows of several parts; `prefilled` are those that the rules of the year
    give, or that measures without a report of a round do.
    """

    file: str
    steps: tuple[str, ...] = ()
    called: str = ""
    prefilled: Prefilled = ""

    @property
    def of_year(self) -> bool:
        """True if the file is one of a fiscal year."""
        return self.file in YEAR_FILES

    @property
    def record(self) -> type[Record]:
        """The record of each of its rows."""
        return _record_of(self, self.steps)

    @property
    def is_list(self) -> bool:
        """True if its rows are the entries of a list; those of a table have a code each."""
        return _is_list(self)

    def place(self, year: int) -> str:
        """The file as seen from the folder of the site."""
        return f"data/{year}/{self.file}" if self.of_year else f"site_config/{self.file}"

    @property
    def above(self) -> tuple[str, ...]:
        """The steps to the row that these rows belong to; none where they belong to their file."""
        entries = [place for place, step in enumerate(self.steps) if step == EACH]
        return self.steps[: entries[-2] + 1] if len(entries) > 1 else ()


def _path_to(source: Source, steps: tuple[str, ...]) -> tuple[type[Record], list[str | int]]:
    """The record of a whole file, and a path in it for steps of which some are any entry."""
    whole = YEAR_FILES[source.file][1] if source.of_year else CONFIG_RECORDS[source.file]
    path: list[str | int] = []
    for step in steps:
        path.append(step if step != EACH else "1" if record_at(whole, [*path, "1"]) else 0)
    return whole, path


@cache
def _record_of(source: Source, steps: tuple[str, ...]) -> type[Record]:
    whole, path = _path_to(source, steps)
    return record_at(whole, path) or whole


@cache
def _is_list(source: Source) -> bool:
    whole, path = _path_to(source, source.steps[:-1])
    return bool(source.steps) and source.steps[-1] == EACH and record_at(whole, [*path, 0]) is not None


@dataclass(frozen=True)
class Sheet:
    """A sheet; one that `is_form` has a row for each field of its records, the others a column.

    `belongs` is the head of the column that says to which row of another sheet a row belongs. `key` is that of the
    code under which an entry of a table is kept.
    """

    name: str
    sources: tuple[Source, ...]
    about: str
    is_form: bool = False
    belongs: str = ""
    key: str = ""
    key_is_ours: bool = False  # a code that the program gives where nobody types one
    grey: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()  # of a form: keys that have a sheet of their own or are nobody's to fill in
    is_seldom: bool = False  # of what few documents print: behind the others

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its rows; of a form, of its first record."""
        return self.columns_of(self.sources[0])

    def columns_of(self, source: Source) -> tuple[Column, ...]:
        """The columns of one part."""
        return tuple(one for one in columns_of(source.record) if one.path[0] not in self.left_out)


FORM_HEADS = ("เรื่อง", "ช่อง", "ค่า", "ความหมาย")
OTHER_SHEET, OTHER_HEADS = "อื่น ๆ", ("แฟ้ม", "ที่", "ค่า")
READ_FIRST, SUMMARY, LISTS, BASE = "อ่านก่อน", "สรุป", "_รายการ", "_ฐาน"
KEY_HEAD = "รหัสแถว"  # of the hidden first column of every sheet


def heads_of(sheet: Sheet) -> tuple[str, ...]:
    """The visible heads of a sheet in their order."""
    if sheet.is_form:
        return FORM_HEADS
    found = [one.head for one in sheet.columns]
    before = [head for head in (sheet.belongs, sheet.key, *sheet.grey) if head]
    return (*before, *found)

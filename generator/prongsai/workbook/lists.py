"""The lists to choose from: which column has which, and their values, those of rows typed later included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from prongsai.forms.columns import Column, Shape
from prongsai.grids.grid import letters_of
from prongsai.model import types
from prongsai.model.attached import KINDS, Attachment
from prongsai.thai.rounds import MONTHS_OF_ROUNDS
from prongsai.workbook.entries import Kept, parents_of
from prongsai.workbook.layout import LISTS, Sheet, Source
from prongsai.workbook.live_lists import FOLLOWED, Listed, count_filled, follow, join
from prongsai.workbook.rows import Filled
from prongsai.workbook.shown import Shown
from prongsai.workbook.widths import form_in

_INSTRUMENT, _ITEM = form_in(types.InstrumentCode), form_in(types.ItemCode)


@dataclass
class Lists:
    """The lists of a workbook, made as columns ask for them.

    `followed` are the sheets whose rows can be chosen as they are typed; of what else is referred to, the names are
    those that the data files have now.
    """

    kept: Kept
    followed: Mapping[str, Filled]
    columns: list[Listed] = field(default_factory=list)
    _places: dict[object, int] = field(default_factory=dict)

    def for_shown(self, sheet: Sheet, shown: Shown) -> str:
        """The name of the range that a column of a table chooses from; empty where it has none."""
        if shown.role == "belongs":
            return self._of_parents(sheet)
        if shown.role == "code" and not sheet.sources[0].prefilled:
            edition = self.kept.edition
            return self._fixed(shown.head, edition.names_for("items" if shown.head == "ข้อ" else "instruments"))
        return self.for_field(sheet.sources[0], shown.column) if shown.column else ""

    def for_field(self, source: Source, column: Column) -> str:
        """The name of the range that a field chooses from; a cell of several lines has none."""
        if column.shape is not Shape.TEXT:
            return ""
        if column.refers:
            name = f"topic {source.file}" if column.refers == "topic" else column.refers
            return self._following(name, self.kept.names(source)[column.refers].values())
        return self._fixed(column.head, column.choices.values() or _known(column, self.kept))

    def _fixed(self, head: str, values: Iterable[str]) -> str:
        texts = tuple(dict.fromkeys(values))
        if texts and texts not in self._places:
            self._add(texts, Listed(head, texts))
        return self._name(texts) if texts else ""

    def _following(self, called: str, now: Iterable[str]) -> str:
        """A list that grows with a sheet; where that is not there, of the names as they are `now`."""
        followed = FOLLOWED.get(called)
        filled = self.followed.get(followed.sheet) if followed else None
        if followed is None or filled is None:
            return self._fixed(followed.head if followed else called, now)
        if called not in self._places:
            made = follow(followed, filled, len(self.columns))
            self.columns += made[:-1]
            self._add(called, made[-1])
        return self._name(called)

    def _of_parents(self, sheet: Sheet) -> str:
        """The list of what the rows of a sheet belong to."""
        if all(not _parent(one) for one in sheet.sources):
            return self._fixed(sheet.belongs, [text for one in sheet.sources for text in parents_of(one, self.kept)])
        if len(sheet.sources) == 1:
            source = sheet.sources[0]
            return self._following(_parent(source), parents_of(source, self.kept))
        key = (sheet.belongs, *sheet.sources)
        if key not in self._places:
            self._add(key, join(sheet.belongs, [self._segment(one) for one in sheet.sources]))
        return self._name(key)

    def _segment(self, source: Source) -> tuple[str, str, tuple[str, ...]]:
        parent = _parent(source)
        bare = replace(source, called="")
        name = self._following(parent, parents_of(bare, self.kept)) if parent else ""
        place = next((place for place, one in enumerate(self.columns) if one.name == name and name), None)
        if place is None:
            return source.called, "", ()
        return source.called, _area(place, len(self.columns[place].values)), self.columns[place].values

    def _add(self, key: object, made: Listed) -> None:
        self._places[key] = len(self.columns)
        self.columns.append(replace(made, name=f"list_{len(self.columns) + 1}"))

    def _name(self, key: object) -> str:
        return self.columns[self._places[key]].name

    def ranges(self) -> Iterable[tuple[str, str]]:
        """Each name with what it means: the list, one that grows down to its last row that says something."""
        for place, one in enumerate(self.columns):
            area = _area(place, len(one.values))
            if one.name and one.formulas:
                first = area.partition(":")[0]
                yield one.name, f"={first}:INDEX({area},MAX(1,{count_filled(area)}))"
            elif one.name:
                yield one.name, f"={area}"


def _area(place: int, rows: int) -> str:
    letters = letters_of(place)
    return f"'{LISTS}'!${letters}$2:${letters}${rows + 1}"


def _parent(source: Source) -> str:
    """The list of what the rows of a part belong to, where that grows with a sheet."""
    return {"measures": "measure", "reports": "report"}.get(source.above[0], "") if source.above else ""


def _known(column: Column, kept: Kept) -> Iterable[str]:
    """The values that are known for a field without a closed list."""
    edition, key = kept.edition, column.path[-1]
    if column.form == _INSTRUMENT:
        return edition.names_for("instruments")
    if column.form == _ITEM:
        return edition.names_for("items")
    if column.records[-1] is Attachment and key == "kind":
        return KINDS.values()
    if key in {"indicator", "subindicator"}:
        return edition.names_for(f"{key}s")
    return MONTHS_OF_ROUNDS if key == "round" else ()

"""The rows that others belong to: found by the words of a cell, among those of the data files and new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from prongsai.workbook.compare import NewRow
from prongsai.workbook.entries import Kept, find_entries, label_in
from prongsai.workbook.layout import Sheet, Source
from prongsai.workbook.meanings import Meanings
from prongsai.workbook.names import label_of, with_code

_WORDS = ("มาตรการที่", "มาตรการ", "ข้อที่", "ข้อ", "ตัวชี้วัดที่", "ตัวชี้วัด")


@dataclass(frozen=True)
class Owner:
    """The part of a sheet that a row is of, and the row above it: by key, or the new row itself."""

    source: Source
    key: str = ""
    new: NewRow | None = None


class Owners:
    """Finds the owner that the words of a cell mean."""

    def __init__(self, kept: Kept, new: Iterable[NewRow]) -> None:
        self.kept = kept
        self.new = [*new]
        self._found: dict[str, tuple[Meanings, dict[str, Owner]]] = {}

    def find(self, sheet: Sheet, text: str) -> Owner | None:
        """The owner of a row of a sheet; the only one there is where rows belong to nothing."""
        if not sheet.belongs:
            return Owner(sheet.sources[0])
        if sheet.name not in self._found:
            self._found[sheet.name] = self._collect(sheet)
        meanings, owners = self._found[sheet.name]
        code = meanings.find("", text) or meanings.find("", text.partition(" ")[0])
        return owners.get(code) if code is not None else None

    def choices(self, sheet: Sheet) -> list[str]:
        """The words by which the owners of a sheet's rows are chosen."""
        return [text for source in sheet.sources for text, *_ in self._owners(source)]

    def _collect(self, sheet: Sheet) -> tuple[Meanings, dict[str, Owner]]:
        meanings, owners = Meanings(), dict[str, Owner]()
        for source in sheet.sources:
            for number, (text, others, owner) in enumerate(self._owners(source)):
                code = f"{sheet.sources.index(source)}:{number}"
                owners[code] = owner
                before = f"{source.called}: " if source.called and source.above else ""
                alone = others if len(sheet.sources) == 1 else ()
                meanings.add("", code, [text, *(f"{before}{one}" for one in others), *alone])
        return meanings, owners

    def _owners(self, source: Source) -> Iterator[tuple[str, tuple[str, ...], Owner]]:
        """Each owner of a part with the text that a workbook shows, and with others that mean it."""
        if not source.above:
            yield source.called, (), Owner(source)
            return
        part = Source(source.file, source.above, prefilled=source.prefilled)
        before = f"{source.called}: " if source.called else ""
        for entry in find_entries(part, self.kept):
            label = label_in(entry, part, self.kept)
            typed = entry.raw if isinstance(entry.raw, Mapping) else {}
            yield f"{before}{label}", _others(entry.code, entry.about, typed), Owner(source, entry.key)
        for row in self.new:
            if row.sheet.sources[0].steps == source.above and row.sheet.sources[0].file == source.file:
                typed = typed_of(row)
                label = row.texts.get(row.sheet.key, "") if row.sheet.key else _label_of_new(typed)
                apart = (with_code(label, typed["id"]),) if "id" in typed else ()
                yield f"{before}{label}", (*_others("", "", typed), *apart), Owner(source, new=row)


def typed_of(row: NewRow) -> Mapping[str, str]:
    """The texts of a new row by the keys of its record, groups left aside."""
    return {
        column.path[0]: row.texts[column.head]
        for column in row.sheet.columns
        if len(column.path) == 1 and row.texts.get(column.head)
    }


def _label_of_new(typed: Mapping[str, str]) -> str:
    if "measure" not in typed:
        return label_of(typed)
    return f"รอบ {typed['round']} {typed['measure']}" if typed.get("round") else typed["measure"]


def _others(code: str, about: str, typed: Mapping[str, object]) -> tuple[str, ...]:
    """Further words for an owner: its code, its number with and without what it numbers, its title."""
    named = [code, about, *(str(typed[key]) for key in ("id", "number", "title", "code") if typed.get(key))]
    numbers = [str(typed[key]) for key in ("number",) if typed.get(key)]
    return tuple(
        dict.fromkeys([*filter(None, named), *(f"{word}{one}" for word in _WORDS for one in [*numbers, code] if one)])
    )

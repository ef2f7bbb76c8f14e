"""Find the rows of a workbook again: by their keys, and by what they say where the keys are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from prongsai.thai.codes import parse_item_code
from prongsai.workbook.names import WAITING
from prongsai.workbook.read_book import ReadRow, ReadSheet
from prongsai.workbook.rows import Row

_ALIKE = 0.6  # of the texts of a row, by which it is taken for the same one


def match_rows(read: ReadSheet, rows: Mapping[str, Row], made_with: Collection[str]) -> dict[int, str]:
    """The key of each row of a sheet that is known, by its place; of rows with the same key the likest one has it."""
    by_key: dict[str, list[int]] = {}
    for place, one in enumerate(read.rows):
        there = one.key.removesuffix(WAITING)  # a row that waited may have become an entry since
        key = there if there in rows else one.key
        if key and (key in rows or key in made_with):
            by_key.setdefault(key, []).append(place)
    matched = {_likest(read, places, rows.get(key)): key for key, places in by_key.items()}
    free = {key: row for key, row in rows.items() if key not in by_key}
    if not any(one.key for one in read.rows):
        return _match_by_texts(read, range(len(read.rows)), free)
    of_others = [place for place, one in enumerate(read.rows) if _is_of_others(one.key, rows, made_with)]
    matched |= _match_by_texts(read, of_others, free)  # keys of another site
    since = {key: row for key, row in free.items() if key not in {*made_with, *matched.values()} and not row.waits}
    without = [place for place, one in enumerate(read.rows) if not one.key]
    return {**matched, **_match_by_texts(read, without, since)}  # rows of the workbook that were taken in before


def _is_of_others(key: str, rows: Mapping[str, Row], made_with: Collection[str]) -> bool:
    """True if a row has a key that neither this site nor the workbook's own copy knows."""
    return bool(key) and not (key in made_with or key in rows or key.removesuffix(WAITING) in rows)


def _likest(read: ReadSheet, places: Sequence[int], row: Row | None) -> int:
    """The place of the row that is most like ours, the first of those that are equally like it."""
    if row is None or len(places) == 1:
        return places[0]
    return max(places, key=lambda place: (_alike(read.rows[place], row, read), -place))


def _match_by_texts(read: ReadSheet, places: Iterable[int], rows: Mapping[str, Row]) -> dict[int, str]:
    """Each row with the known one that it is most like, the likest first."""
    pairs = sorted(
        (
            (share, place, key)
            for place in places
            for key, row in rows.items()
            if (share := _share(read.rows[place], row, read)) >= _ALIKE
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    matched: dict[int, str] = {}
    for _, place, key in pairs:
        if place not in matched and key not in matched.values():
            matched[place] = key
    return matched


def _share(one: ReadRow, row: Row, read: ReadSheet) -> float:
    """The share of the filled cells that are alike; a code of its own alone is enough."""
    for head in filter(None, (read.sheet.key, *_code_heads(row, read))):
        if one.texts.get(head) and one.texts.get(head) == row.texts.get(head) and not read.sheet.belongs:
            return 2.0
    return _alike(one, row, read)


def _alike(one: ReadRow, row: Row, read: ReadSheet) -> float:
    given = {read.sheet.key if read.sheet.key_is_ours else "", *_code_heads(row, read)}  # by the program, once taken in
    heads = [head for head in read.letters if one.texts.get(head) or (row.texts.get(head) and head not in given)]
    alike = sum(_says_same(one.texts.get(head), row.texts.get(head)) for head in heads)
    return alike / len(heads) if heads else 0


def _says_same(typed: str | None, ours: str | None) -> bool:
    """True for the same text, and for the code alone of what is called O2 with its name."""
    return typed == ours or bool(typed and ours and ours.startswith(f"{typed} ") and parse_item_code(typed))


def _code_heads(row: Row, read: ReadSheet) -> list[str]:
    return [column.head for column in read.sheet.columns_of(row.source) if column.path == ("id",)]

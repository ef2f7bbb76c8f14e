"""A result of ITA as changes to the scores of its year: empty places are filled, what differs is shown."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.grids.cell_texts import one_line
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import Indicator, Part, Subindicator
from prongsai.tables.assign import Assigned
from prongsai.tables.find_heads import LeftOut, Table
from prongsai.tables.held import Held
from prongsai.tables.kinds import SKIP
from prongsai.tables.merge import Differing, Outcome, is_same
from prongsai.tables.read_result import Found, Result, read_result
from prongsai.tables.result_words import Key
from prongsai.thai.codes import spellings
from prongsai.thai.numerals import parse_decimal, to_arabic
from prongsai.writing.change import Path, Plain, Put

_DECIMALS = 2  # of published scores
_ORDER = ("total", "level", "instruments", "parts", "indicators", "subindicators")


def result_of_table(table: Table, assigned: Assigned, edition: Edition) -> Result:
    """The result that a table states: the names of each row with the score of the year."""
    lines, places = [], []
    for row in table.rows:
        cells = table.grid.rows[row.at]
        names = [one_line(cells[column].text) for column in assigned.columns("label")]
        scores = [(column, one_line(cells[column].own)) for column in assigned.columns("score") if cells[column].own]
        lines.append("\t".join((*names, *(text for _, text in scores))))
        places.append(table.grid.place(row.at, scores[0][0] if scores else 0))
    return read_result("\n".join(lines), edition, places)


def tell_columns(table: Table, assigned: Assigned) -> list[LeftOut]:
    """The columns of the table that are not taken, and figures of which nobody knows the printed decimals."""
    found = [*table.left_out]
    first = table.rows[0].at if table.rows else 0
    for column, name in assigned.fields.items():
        if name == SKIP:
            found.append(LeftOut(table.grid.place(first, column), assigned.heads[column].text, "skipped"))
    for row in table.rows:
        for column in assigned.columns("score"):
            cell = table.grid.rows[row.at][column]
            if not cell.as_shown and len(cell.text.partition(".")[2]) < _DECIMALS:
                found.append(LeftOut(table.grid.place(row.at, column), cell.text, "decimals-not-known"))
    return found


def key_path(key: Key) -> Path:
    """The path of a figure in the file."""
    return tuple(step for step in key if step)


def add_result(outcome: Outcome, held: Held, result: Result, *, replace: bool) -> None:
    """Add the changes of a result; what competes or was not understood is left out and said."""
    data = held.data if isinstance(held.data, dict) else None
    found = sorted(result.figures.items(), key=lambda one: (_ORDER.index(one[0][0]), _sortable(one[0][1])))
    if data is None and found:
        whole: dict[str, Plain] = {"fiscal_year": str(held.year)}
        places: dict[Path, str] = {}
        for key, one in found:
            _set(whole, key, one.text)
            places[key_path(key)] = one.place
        outcome.add(Put(held.file, (), whole), places)
    else:
        for key, one in found:
            _add_figure(outcome, held.file, data or {}, key, one, replace=replace)
    for key, several in result.competing.items():
        texts = " | ".join(one.text for one in several)
        outcome.left_out.append(LeftOut(several[0].place, f"{name_of(key, held.edition)}: {texts}", "competing"))
    outcome.left_out += [LeftOut(one.place, one.text, "not-understood") for one in result.not_understood]


def name_of(key: Key, edition: Edition) -> str:
    """The name of a figure as people know it."""
    group, code = key
    listed: dict[str, Mapping[str, Part | Indicator | Subindicator]] = {
        "indicators": dict(edition.indicators),
        "subindicators": dict(edition.subindicators),
        "parts": dict(edition.parts),
    }
    if group in {"total", "level"}:
        return "คะแนนรวม" if group == "total" else "ระดับ"
    if group == "instruments":
        return code
    one = listed[group].get(code)
    return f"{code} {one.name}" if one else code


def _sortable(code: str) -> tuple[float, str]:
    number = parse_decimal(code)
    return (float(number) if number is not None else 0.0, code)


def _set(whole: dict[str, Plain], key: Key, text: str) -> None:
    group, code = key
    if not code:
        whole[group] = text
        return
    inner = whole.setdefault(group, {})
    if isinstance(inner, dict):
        inner[code] = text


def _add_figure(outcome: Outcome, file: str, data: dict[str, Plain], key: Key, found: Found, *, replace: bool) -> None:
    group, code = key
    here = data.get(group)
    if code:
        typed = _typed_key(here, code)
        path: Path = (group, typed)
        here = here.get(typed) if isinstance(here, dict) else None
    else:
        path = (group,)
    old = here.get("value") if isinstance(here, dict) else here
    if isinstance(here, dict):
        path = (*path, "value")
    if old is not None and is_same(old, found.text):
        outcome.same += 1
    elif old is None or replace:
        outcome.add(Put(file, path, found.text), {path: found.place})
    else:
        outcome.differing.append(Differing(file, path, found.place, old, found.text))


def _typed_key(group: Plain, code: str) -> str:
    """The key of a figure as the file spells it."""
    known = group if isinstance(group, dict) else {}
    return next((key for key in known if code in {key, to_arabic(key), *spellings(key)}), code)

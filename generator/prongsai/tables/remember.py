"""Answers kept in `site_config/imports.yml`, by the heads of a table and its kind, so that nothing is asked twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.tables.answers import Answers, read_answers
from prongsai.tables.compare_heads import plain_head
from prongsai.writing.change import Change, Insert, Plain, Put

IMPORTS = "site_config/imports.yml"
_TABLES, _UNITS = "tables", "units"


def recall(data: Plain, kind: str, heads: Sequence[str]) -> Answers:
    """The answers for a table with such heads, and those on units, which hold for every table."""
    found = Answers()
    for one in _tables(data):
        if _is_table(one, kind, heads):
            found = read_answers({"heads": one.get("fields"), "rows": one.get("rows")}).over(found)
    units = data.get(_UNITS) if isinstance(data, dict) else None
    return found.over(read_answers({_UNITS: units}))


def remember(
    data: Plain, kind: str, printed: Sequence[str], fields: Mapping[str, str], rows: str, units: Mapping[str, str]
) -> list[Change]:
    """The changes that keep what was answered for a table of the heads `printed`; none where all is kept already.

    `fields` are answers by head, `rows` is how rows below a merged name are read, `units` are codes by printed name.
    """
    heads = tuple(map(plain_head, printed))
    known = recall(data, kind, heads)
    entry: dict[str, Plain] = {"kind": kind, "heads": list[Plain](printed)}
    entry |= {"fields": dict[str, Plain](fields)} if fields else {}
    entry |= {"rows": rows} if rows else {}
    changes: list[Change] = []
    if any(known.find("head", head) != name for head, name in fields.items()) or known.find("rows") != rows:
        changes.append(_keep_table(data, kind, heads, entry))
    new = {name: code for name, code in units.items() if known.find("unit", name) != code}
    if new and data is None and not changes:
        return [Put(IMPORTS, (), {_UNITS: dict[str, Plain](new)})]
    return [*changes, *(Put(IMPORTS, (_UNITS, name), code) for name, code in new.items())]


def _keep_table(data: Plain, kind: str, heads: Sequence[str], entry: Plain) -> Change:
    tables = _tables(data)
    for at, one in enumerate(tables):
        if _is_table(one, kind, heads):
            return Put(IMPORTS, (_TABLES, at), entry)
    if data is None:
        return Put(IMPORTS, (), {_TABLES: [entry]})
    return Insert(IMPORTS, (_TABLES,), len(tables), entry)


def _tables(data: Plain) -> list[dict[str, Plain]]:
    found = data.get(_TABLES) if isinstance(data, dict) else None
    return [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []


def _is_table(table: Mapping[str, Plain], kind: str, heads: Sequence[str]) -> bool:
    known = table.get("heads")
    return table.get("kind") == kind and isinstance(known, list) and {plain_head(str(one)) for one in known} == {*heads}

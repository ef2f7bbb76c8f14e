"""The statements of data files that no cell holds, as YAML with its place, so that a workbook loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from prongsai.forms.columns import Column
from prongsai.forms.fill_in import write_block
from prongsai.loading.build_nodes import UnreadableError
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.loading.read_past_faults import read_nodes
from prongsai.model.groups import record_at
from prongsai.model.record import Record
from prongsai.spreadsheet import LONGEST_CELL
from prongsai.workbook.entries import Kept
from prongsai.workbook.names import entry_names, escape_step, read_step
from prongsai.workbook.rows import Filled, Row
from prongsai.writing.change import Path

_KEPT_BACK = 1_000  # characters of a cell that are left free


@dataclass(frozen=True)
class LeftOver:
    """One value without a cell: its file, its place by names, and its text as YAML."""

    file: str
    place: str
    text: str


def left_over(sheets: Iterable[Filled], kept: Kept) -> Iterator[LeftOver]:
    """Every value of the files that no row of the sheets has."""
    held: dict[str, set[Path]] = {}
    for filled in sheets:
        for row in filled.rows:
            held.setdefault(row.source.place(kept.year), set()).update(_held(row, filled, kept))
    for name, whole in kept.files.items():
        record = record_of(name)
        if record is not None and whole is not None:
            yield from _walk(whole, (), held.get(name, set()), record, name)


def record_of(name: str) -> type[Record] | None:
    """The record that a data file of this name holds."""
    last = PurePosixPath(name).name
    return YEAR_FILES[last][1] if last in YEAR_FILES else CONFIG_RECORDS.get(last)


def _held(row: Row, filled: Filled, kept: Kept) -> Iterator[Path]:
    """The places of what the cells of a row hold."""
    columns = filled.sheet.columns_of(row.source)
    for column in columns:
        if row.texts.get(column.head):
            yield place_in(row.path, column, kept.whole(row.source))


def place_in(path: Path, column: Column, whole: object) -> Path:
    """The place of the value of a column, as deep as what was typed has groups."""
    raw = find_at(whole, path)
    place = path
    for key in column.path:
        if not isinstance(raw, Mapping) or key not in raw:
            break
        place, raw = (*place, key), raw[key]
    return place


def find_at(whole: object, path: Path) -> object:
    """The value typed at a path; None where there is none."""
    for step in path:
        if isinstance(whole, Mapping):
            whole = whole.get(step)
        elif isinstance(whole, list) and isinstance(step, int) and step < len(whole):
            whole = whole[step]
        else:
            return None
    return whole


def _walk(
    node: object, path: Path, held: set[Path], whole: type[Record], name: str, shown: tuple[str, ...] = ()
) -> Iterator[LeftOver]:
    if path in held or node is None or path == ("fiscal_year",) or (not node and _is_nothing(path, whole)):
        return
    text = written_as_yaml(node)
    is_open = not path or any(one[: len(path)] == path for one in held) or len(text) > LONGEST_CELL - _KEPT_BACK
    if is_open and isinstance(node, Mapping | list) and node:
        for step, name_of in named_steps(node, path, whole):
            inner = node[step] if isinstance(node, Mapping) else node[int(step)]
            yield from _walk(inner, (*path, step), held, whole, name, (*shown, escape_step(name_of)))
    elif states_anything(node):
        yield LeftOver(name, "/".join(shown), text)


def _is_nothing(path: Path, whole: type[Record]) -> bool:
    """True if an empty list or table is the same there as none."""
    holder = record_at(whole, path[:-1]) if len(path) > 1 else whole
    fields = holder.model_fields.items() if holder else ()
    found = next((one for name, one in fields if path and path[-1] in {name, one.alias}), None)
    return found is None or found.default in ((), {})


def states_anything(node: object) -> bool:
    """True if something was typed, and be it an empty list or group."""
    if isinstance(node, Mapping) and node:
        return any(states_anything(one) for one in node.values())
    return node is not None


def named_steps(node: object, path: Path, whole: type[Record]) -> Iterator[tuple[str | int, str]]:
    """Each step from a node to what it holds, with the name by which it is found again."""
    if isinstance(node, Mapping):
        yield from ((key, str(key)) for key in node)
    elif isinstance(node, list):
        record = record_at(whole, [*path, 0])
        names = entry_names(node, record) if record else [str(place) for place in range(len(node))]
        yield from enumerate(names)


def read_place(text: str, node: object, whole: type[Record]) -> Path | None:
    """The path that a place by names means in a file as it is now; None where it leads to nothing that can be there."""
    path: Path = ()
    for step in map(read_step, text.split("/")):
        steps = {name: found for found, name in named_steps(node, path, whole)}
        is_list = isinstance(node, list) or (node is None and path and record_at(whole, [*path, 0]) is not None)
        if step in steps:
            path = (*path, steps[step])
            node = find_at(node, (steps[step],))
        elif is_list:
            return None
        else:
            path, node = (*path, step), None
    return path


def read_yaml_text(text: str) -> object:
    """The data of a text of YAML; raises ValueError for what is none."""
    try:
        data, problems = read_nodes(
            "", f"x:\n{_indented(text)}\n" if "\n" in text or text.startswith("- ") else f"x: {text}\n"
        )
    except UnreadableError as failure:
        raise ValueError(failure.problem.code) from None
    if problems or not isinstance(data, Mapping):
        raise ValueError(problems[0].code if problems else "empty")
    return data.get("x")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def written_as_yaml(node: object) -> str:
    """A value as YAML, as people write it."""
    lines = write_block("x", node)
    if len(lines) == 1:
        return lines[0].removeprefix("x:").strip()
    return "\n".join(line.removeprefix("  ") for line in lines[1:])

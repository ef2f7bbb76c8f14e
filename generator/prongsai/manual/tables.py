"""Tables for a terminal: side by side where all of it fits, else a row below the other with the heads as labels."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.thai.columns import columns_of, wrap_text

_GAP = 2
_WIDEST_NAME = 26  # columns for what is to the left of words that are wrapped


def write_table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The lines of a table: in columns, as names with what they are about, or as entries."""
    widths = [max(columns_of(row[at]) for row in [heads, *rows] if at < len(row)) for at in range(len(heads))]
    if sum(widths) + _GAP * (len(widths) - 1) <= width:
        return [_in_columns(row, widths) for row in [heads, ["-" * one for one in widths], *rows]]
    if len(heads) == 2:
        ruled = [("-" * columns_of(heads[0]), "-" * columns_of(heads[1]))]
        return write_names([(heads[0], heads[1]), *ruled, *((row[0], row[1]) for row in rows if len(row) > 1)], width)
    entries = [_as_entry(heads, row, width) for row in rows]
    return [line for at, entry in enumerate(entries) for line in ([""] if at else []) + entry]


def write_names(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Names to the left, wrapped words to the right; a long name is on a line of its own."""
    widest = min(_WIDEST_NAME, width // 2 - _GAP - 2)
    left = max((size for name, _ in rows if (size := columns_of(name)) <= widest), default=0) + _GAP + 2
    lines = []
    for name, about in rows:
        told = wrap_text(about, width - left)
        head = f"  {name}"
        if columns_of(head) + _GAP > left:
            lines += wrap_text(name, width - 2) if columns_of(head) > width else [head]
            head = ""
        lines.append(f"{head}{' ' * (left - columns_of(head))}{told[0]}")
        lines += [f"{' ' * left}{line}" for line in told[1:]]
    return lines


def _in_columns(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [f"{cell}{' ' * (size - columns_of(cell))}" for cell, size in zip(row, widths, strict=False)]
    return (" " * _GAP).join(cells).rstrip()


def _as_entry(heads: Sequence[str], row: Sequence[str], width: int) -> list[str]:
    """A row with its first cell above the others; each that says something after its head."""
    lines = []
    for at, (head, cell) in enumerate(zip(heads, row, strict=False)):
        if cell:
            indent = 4 if at else 0
            told = wrap_text(f"{head}: {cell}" if head else cell, width - indent - 2)
            lines += [f"{' ' * indent}{told[0]}", *(f"{' ' * indent}  {line}" for line in told[1:])]
    return lines

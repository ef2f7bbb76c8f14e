"""Pages of Markdown as lines for a terminal: wrapped as Thai is, tables readable, code to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.manual.inline import plain_words
from prongsai.manual.tables import write_table
from prongsai.thai.columns import columns_of, wrap_text

_HEADING = re.compile(r"^(#{1,6}) (.+)$")
_ENTRY = re.compile(r"^(\s*)(- |\d+[.)] )(.*)$")
_FENCE = re.compile(r"^\s*```")
_UNDERLINES = {1: "=", 2: "-"}


def write_plain(markdown: str, folder: str, width: int) -> list[str]:
    """The lines of a page in `folder`, of at most `width` columns but for code and for what nothing may part."""
    made: list[str] = []
    before: list[str] = []
    for block in _blocks(markdown.splitlines()):
        lines = _written(block, folder, width)
        is_next_entry = bool(before and _ENTRY.match(before[0]) and _ENTRY.match(block[0]))
        made += [*([""] if made and lines and not is_next_entry else []), *lines]
        before = block
    return made


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines that belong together: a heading, a table, code, an entry of a list, or a paragraph."""
    block: list[str] = []
    in_code = False
    for line in lines:
        is_fence = bool(_FENCE.match(line))
        if not in_code and block and (is_fence or _begins(line, block)):
            yield block
            block = []
        if is_fence:
            in_code = not in_code
        if line.strip() or in_code:
            block.append(line)
        if is_fence and not in_code:
            yield block
            block = []
    if block:
        yield block


def _begins(line: str, block: Sequence[str]) -> bool:
    """True if a line is no more of the block before it."""
    if not line.strip() or _HEADING.match(line) or _HEADING.match(block[-1]) or _ENTRY.match(line):
        return True
    return line.startswith("|") != block[-1].startswith("|")


def _written(block: Sequence[str], folder: str, width: int) -> list[str]:
    first = block[0]
    if _FENCE.match(first):
        end = len(block) - 1 if len(block) > 1 and _FENCE.match(block[-1]) else len(block)
        return [f"    {line}".rstrip() for line in block[1:end]]
    if first.startswith("|"):
        rows = [[plain_words(cell, folder) for cell in _cells(line)] for line in block]
        return write_table(rows[0], rows[2:], width)
    if heading := _HEADING.match(first):
        lines = wrap_text(plain_words(heading[2], folder), width)
        sign = _UNDERLINES.get(len(heading[1]))
        return [*lines, *([sign * max(map(columns_of, lines))] if sign else [])]
    if entry := _ENTRY.match(first):
        return _hanging(entry, [entry[3], *block[1:]], folder, width)
    if first.startswith("<!--"):
        return []
    return wrap_text(plain_words(_joined(block), folder), width)


def _hanging(entry: re.Match[str], lines: Sequence[str], folder: str, width: int) -> list[str]:
    """An entry of a list: its sign before the first line, the others below its words."""
    head = f"{entry[1]}{entry[2]}"
    told = wrap_text(plain_words(_joined(lines), folder), width - len(head))
    return [f"{head}{told[0]}", *(f"{' ' * len(head)}{line}" for line in told[1:])]


def _joined(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]

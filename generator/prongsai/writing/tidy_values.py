"""Keys and values in the one form that `tidy` gives a file."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from prongsai.model.source import SourcedText
from prongsai.writing.comments import comments_of
from prongsai.writing.node import Node
from prongsai.writing.nodes import Tree
from prongsai.writing.scalars import write_key, write_scalar

WIDEST = 120  # columns of a line with brackets; a longer one goes on in lines
STEP = 2  # columns, of what is below a key, of a dash below its key, and of a text behind its dash
# What other programs read as a number, a date or a truth unless it is in quotes: those that have some keep them.
_TYPED = re.compile(
    r"[-+]?[.0-9][0-9_.,:]*(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
    r"|(?i:true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan)"
)


class Values:
    """The texts of the values of a file."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def key(self, key: Node) -> str:
        """A key, in quotes where it needs them."""
        text = str(key.text)
        if self._is_apart(key) or "\n" in self._source(key):
            return self._source(key)
        if key.style and key.style in "'\"" and _TYPED.fullmatch(text):
            return write_scalar(text, '"', in_brackets=True)
        return write_key(text, in_brackets=False)

    def lines(self, value: Node, column: int) -> list[str]:
        """A scalar or what is in brackets, below or behind a key or dash in a column."""
        written = self.flow(value) if value.flow else self._scalar(value, in_brackets=False)
        return [written] if written is not None else self._as_it_is(value, column)

    def block(self, node: Node, column: int) -> list[str]:
        """Lines that begin in a column, instead of brackets; only for what `flow` can write."""
        lines = list[str]()
        for entry in node.entries:
            head = f"{' ' * column}{self.key(entry.key)}:" if entry.key else f"{' ' * column}-"
            value = entry.value
            written = (self.flow(value) if value.flow else self._scalar(value, in_brackets=False)) or ""
            if value.entries and columns_of(f"{head} {written}") > WIDEST:
                lines += self._below(head, value, column)
            else:
                lines.append(
                    f"{head} {written}".rstrip() if value.text is not None or value.entries or value.flow else head
                )
        return lines

    def _below(self, head: str, value: Node, column: int) -> list[str]:
        inner = self.block(value, column + STEP)
        if head.endswith(":"):
            return [head, *inner]
        return [f"{head} {inner[0].lstrip()}", *inner[1:]]

    def flow(self, node: Node) -> str | None:
        """Anything between brackets on one line; None where that would lose or change something."""
        if node.kind == "text":
            return self._scalar(node, in_brackets=True)
        if self._has_comment(node) or self.tree.plain[node.start] not in "[{":
            return None
        parts = list[str]()
        for entry in node.entries:
            inner = self.flow(entry.value)
            if inner is None or (entry.key is not None and entry.mark < 0):
                return None
            parts.append(inner if entry.key is None else f"{self._flow_key(entry.key)}: {inner}")
        return ("[{}]" if node.kind == "list" else "{{{}}}").format(", ".join(parts))

    def _flow_key(self, key: Node) -> str:
        written = self.key(key)
        return written if "\n" not in written else " ".join(written.split())

    def _scalar(self, node: Node, *, in_brackets: bool) -> str | None:
        text, source = node.text, self._source(node)
        if text is None:
            return "~" if in_brackets else ""
        if self._is_apart(node) or (node.style and node.style in "|>"):
            return source if "\n" not in source else None
        if node.style and node.style in "'\"" and _TYPED.fullmatch(text):
            return write_scalar(text, '"', in_brackets=in_brackets)
        return write_scalar(text, in_brackets=in_brackets)

    def _source(self, node: Node) -> str:
        return self.tree.plain[node.start : node.end]

    def _is_apart(self, node: Node) -> bool:
        """True if a text was typed with letters that its one form has not: they are kept."""
        return isinstance(node.text, SourcedText) and node.text.typed != str(node.text)

    def _as_it_is(self, value: Node, column: int) -> list[str]:
        """Lines as they are, further to the right or left."""
        first, *rest = self._source(value).split("\n")
        is_block = bool(value.style) and value.style in "|>"
        rest = rest if is_block else [line.rstrip() for line in rest]
        least = min((len(line) - len(line.lstrip(" ")) for line in rest if line.strip()), default=0)
        return [first.rstrip(), *(f"{' ' * (column + STEP)}{line[least:]}" if line.strip() else "" for line in rest)]

    def _has_comment(self, node: Node) -> bool:
        return any(node.start <= at < node.end for at in self._comments)

    @cached_property
    def _comments(self) -> list[int]:
        return [at for at, _ in comments_of(self.tree)]


def columns_of(line: str) -> int:
    """The columns of a line; marks above and below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in line)

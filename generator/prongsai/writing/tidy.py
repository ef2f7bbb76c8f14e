"""One form for the text of a file: the same data, the same comments, the same order; only the layout is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prongsai.loading.build_nodes import UnreadableError
from prongsai.model.source import SourcedText
from prongsai.writing.comments import comments_of, indent_of, is_comment, is_silence
from prongsai.writing.node import Entry, Node
from prongsai.writing.nodes import Tree
from prongsai.writing.proof import silences_of
from prongsai.writing.tidy_values import STEP, WIDEST, Values, columns_of
from prongsai.writing.wanted import is_same


def tidy(text: str, name: str = "") -> str:
    """The text in its one form; the text itself where this cannot be proved to say the same.

    Two columns of indentation, dashes too; one blank behind a colon; quotes only where they are needed; at most one
    empty line in a row; no blanks at the end of a line; line ends as on Unix. Raises UnreadableError, with the place,
    where the form of the text has a fault: nothing is guessed.
    """
    tree = Tree(text, name)
    if not tree.root.entries or any(one.mark < 0 for _, node in tree.walk() if node.is_block for one in node.entries):
        return text
    made = "\n".join([*_Layout(tree).lines(), ""])
    try:
        return made if _says_the_same(tree, Tree(made)) else text
    except UnreadableError:
        return text


def _says_the_same(tree: Tree, again: Tree) -> bool:
    """True if no datum, no letter of a text and no comment differs, and exceptions are with what they are about."""
    comments, others = (Counter(text for _, text in comments_of(one)) for one in (tree, again))
    silences, moved = (Counter((path, text) for _, path, text in silences_of(one)) for one in (tree, again))
    is_as_typed = [*_typed(tree.data)] == [*_typed(again.data)]
    return is_same(tree.data, again.data) and is_as_typed and comments == others and silences == moved


def _typed(data: object) -> Iterator[str]:
    """Every text as it was typed, in the order of the file."""
    if isinstance(data, SourcedText):
        yield data.typed
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _typed(one)


class _Layout:
    """The lines of a file in its one form; `at` is the next line of the text that is still to be looked at."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.values = Values(tree)
        self.made: list[str] = []
        self.at = 0
        self.columns: list[tuple[int, int]] = []  # of what was written last and what is around it: before, now

    def lines(self) -> list[str]:
        """All lines, without empty ones at either end."""
        root = self.tree.root
        if root.is_block:
            self._entries(root, 0, 0)
        else:
            self._between(self.tree.line_of(root.start), 0, 0)
            self._write(self.values.lines(root, 0), root.end)
        self._between(len(self.tree.lines), 0, 0)
        while self.made and not self.made[-1]:
            self.made.pop()
        return self.made

    def _entries(self, node: Node, column: int, depth: int) -> None:
        old = self.tree.column_of(node.entries[0].start)
        for entry in node.entries:
            self._between(self.tree.line_of(entry.start), column, old)
            self.columns[depth:] = [(old, column)]
            head = f"{' ' * column}{self.values.key(entry.key)}:" if entry.key else f"{' ' * column}-"
            self._entry(entry, head, column, depth)

    def _entry(self, entry: Entry, head: str, column: int, depth: int) -> None:
        value = entry.value
        if value.kind == "text" and value.text is None:
            self._write([head], max(value.end, entry.mark))
            return
        is_apart = "#" in self.tree.plain[entry.mark : value.start]
        if value.is_block and (entry.key is not None or is_apart):
            self._write([head], entry.mark)
            self._entries(value, column + STEP, depth + 1)
        elif value.is_block:
            self._behind_dash(value, head, column, depth)
        elif is_apart:
            self._write([head], entry.mark)
            self._between(self.tree.line_of(value.start), column + STEP, self.tree.column_of(value.start))
            first, *rest = self.values.lines(value, column)
            self._write([f"{' ' * (column + STEP)}{first}", *rest], value.end)
        else:
            self._write(self._on_its_line(entry, head, column), value.end)

    def _behind_dash(self, value: Node, head: str, column: int, depth: int) -> None:
        """A list or group of which the first line is on the line of the dash."""
        self.at = self.tree.line_of(value.start)
        begin = len(self.made)
        self._entries(value, column + STEP, depth + 1)
        self.made[begin] = f"{head} {self.made[begin][column + STEP :]}"

    def _on_its_line(self, entry: Entry, head: str, column: int) -> list[str]:
        """A value behind its key or dash; what is in brackets and too long for a line goes on in lines."""
        first, *rest = self.values.lines(entry.value, column)
        is_long = entry.value.entries and not rest and columns_of(f"{head} {first}") > WIDEST
        if not is_long or self._is_excepted(entry) or self.values.flow(entry.value) is None:
            return [f"{head} {first}", *rest]
        inner = self.values.block(entry.value, column + STEP)
        return [head, *inner] if entry.key else [f"{head} {inner[0].lstrip()}", *inner[1:]]

    def _is_excepted(self, entry: Entry) -> bool:
        """True if a comment excepts the line of an entry from a rule: what is on it has to stay there."""
        line = self.tree.line_of(entry.start)
        near = " ".join(self.tree.lines[max(line - 1, 0) : self.tree.line_of(entry.end) + 1])
        return "ยกเว้น" in near and "#" in near

    def _write(self, lines: list[str], end: int) -> None:
        """Lines that end what ends at this place of the text, with the comment behind it."""
        line = self.tree.line_of(end)
        behind = self.tree.plain[end : self.tree.end_of(line)].rstrip().replace("\t", "  ")
        place = 0 if len(lines) > 1 and not self._goes_on(lines, end) else len(lines) - 1
        if behind:
            lines[place] += behind if behind[0] == " " else f" {behind}"
        self.made += lines
        self.at = line + 1

    def _goes_on(self, lines: list[str], end: int) -> bool:
        """True if these lines are as they were, so that the comment is behind the last of them."""
        return lines[-1].strip() == self.tree.lines[self.tree.line_of(end)][: self.tree.column_of(end)].strip()

    def _between(self, until: int, column: int, old: int) -> None:
        """The comments and empty lines before the line `until`, of which the entry moves from `old` to `column`."""
        for line in range(self.at, until):
            text = self.tree.lines[line].strip()
            if not text:
                self.made += [""] if self.made and self.made[-1] else []
            elif not is_comment(self.tree, line):
                self.made.append(text)  # the mark of a document
            else:
                self.made.append(f"{' ' * self._column(line, column, old)}{text}")
        self.at = max(self.at, until)

    def _column(self, line: int, column: int, old: int) -> int:
        """The column for a comment: that of what follows, or of what is before it, if it is as deep as that."""
        deep = indent_of(self.tree, line)
        if deep <= old or is_silence(self.tree, line):
            return column
        return max(column, next((now for before, now in reversed(self.columns) if before <= deep), column))

"""Comments that wait in files that are there already: rows of reports, weak points; nothing else of a file changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prongsai.forms.fill_in import FillIn, comment_out, indent, word_comment
from prongsai.forms.year_files import name_round, named_measures, write_rounds
from prongsai.loading.build_nodes import UnreadableError
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.measures import Measure
from prongsai.model.reports import waiting_rounds
from prongsai.writing.lines import insert_after, insert_before
from prongsai.writing.node import Node
from prongsai.writing.nodes import Tree
from prongsai.writing.source_text import Edit


def missing_rounds(text: str, follow_up: FollowUp, measures: Sequence[Measure]) -> tuple[tuple[str, str], ...]:
    """The measures and rounds that no report and no waiting row of a file is about."""
    told = {(one.measure or "", one.months or "") for one in follow_up.reports}
    waiting = {line.strip().lstrip("# ") for line in text.splitlines() if line.lstrip().startswith("#")}
    return tuple(
        one
        for one in waiting_rounds(told, named_measures(measures))
        if not any(line == name_round(*one) or line.startswith(f"{name_round(*one)} ") for line in waiting)
    )


def add_rounds(text: str, name: str, year: int, measures: Sequence[Measure], rounds: Iterable[tuple[str, str]]) -> str:
    """The text of the file with a row in comments for each of the rounds; the same where they would be misplaced."""
    fill_in = FillIn()
    fill_in.write_entry(Report)  # the words of the fields are in the file already, or in the reference of keys
    lines = write_rounds(year, measures, rounds, fill_in)
    tree = Tree(text, name)
    node = tree.node_at(("reports",))
    if node is not None and node.entries:
        return _with(tree, _behind_entries(tree, node, lines), name) if not node.flow else text
    waiting = comment_out(indent(lines))
    at = next((number for number, line in enumerate(tree.lines) if line.startswith("#reports:")), None)
    if at is not None:
        while at + 1 < len(tree.lines) and tree.lines[at + 1].startswith("#"):
            at += 1
        return _with(tree, insert_after(tree, at, waiting), name)
    last = max((number for number, line in enumerate(tree.lines) if line.strip()), default=-1)
    is_open = node is None and last >= 0
    return _with(tree, insert_after(tree, last, ["", "#reports:", *waiting]), name) if is_open else text


def _behind_entries(tree: Tree, node: Node, lines: Sequence[str]) -> Edit:
    """The rows behind the last report, as far right as its dash."""
    column = tree.column_of(node.entries[-1].start)
    waiting = [line if line.startswith("# ") else f"#{line}" for line in lines]
    return insert_after(tree, tree.line_of(node.entries[-1].end), indent(waiting, " " * column))


def add_weak_points(text: str, name: str, told: Iterable[str]) -> str:
    """The text of the file of measures with the words on weak points that it has not above the key of the measures."""
    tree = Tree(text, name)
    there = {line.strip() for line in tree.lines}
    lines = [line for line in map(word_comment, told) if line not in there]
    at = next((number for number, line in enumerate(tree.lines) if re.match(r"#?measures:", line)), None)
    return _with(tree, insert_before(tree, at, lines), name) if lines and at is not None else text


def _with(tree: Tree, edit: Edit, name: str) -> str:
    """The text with lines of comments put in; as it was where the data would be read otherwise then."""
    try:
        edited = tree.source.edited([edit])
        return edited if Tree(edited, name).data == tree.data else tree.source.text
    except (UnreadableError, ValueError):
        return tree.source.text

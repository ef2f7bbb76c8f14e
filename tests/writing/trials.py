"""Random edits of a file, and the judgement on each: made of texts and data, without a look at the patcher."""

from __future__ import annotations

import copy
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from prongsai.writing.apply import order_of
from prongsai.writing.change import Change, Insert, Move, Put, RefusedError, Remove
from prongsai.writing.patch import patch
from sites import REPOSITORY
from writing.untidy import STYLES, read

TEXTS = (
    "ข้อความใหม่",
    "ร้อยละ 85: ผ่าน",
    "มี # ในข้อความ",
    "a, b [c] {d}",
    "- ขีดนำ",
    "'ครอบ'",
    'พูดว่า "ได้"',
    "~",
    "null",
    "",
    "2567",
    "85.10",
    "true",
    "https://www.example.go.th/a?b=c#d",
    "C:\\แฟ้ม",
    "* ดอกจัน",
    "& และ",
    "!ด่วน",
    "%",
    "@",
    "`ก`",
    "ก :ข",
    "ถามอะไร?",
    "ลงท้าย:",
    "?",
    "? ถาม",
    "...",
    "---",
    "x" * 200,
    "O9",
    "=",
    "<<",
    "ก\u200dข",
    "\uf70a",
    "|",
    "> ก",
    "[ก]",
    "{ก: ข}",
)
_KEYS = ("note", "ใหม่", "period", "title", "zz", "b: c", "12", "#k")


def data_files() -> list[Path]:
    """Every data file of the sites that the repository keeps, and of the released forms."""
    roots = [
        REPOSITORY,
        *sorted((REPOSITORY / "examples").iterdir()),
        *sorted((REPOSITORY / "tests/released").iterdir()),
    ]
    found = [
        path for root in roots for folder in ("data", "site_config") for path in sorted((root / folder).rglob("*.yml"))
    ]
    return [path for path in found if path.stat().st_size]


@dataclass
class Verdict:
    """The outcome of an edit: clean, refused for a reason, or what is wrong with it."""

    style: str
    name: str
    change: Change
    outcome: str
    detail: str = ""
    before: str = ""
    after: str = ""


def trials(chance: random.Random, style: str, count: int, files: Sequence[Path]) -> Iterator[Verdict]:
    """Edits of files in a style, a few of each, one after another on what the one before left."""
    done = 0
    while done < count:
        path = chance.choice(files)
        text = STYLES[style](path.read_bytes().decode(), chance)
        for _ in range(min(5, count - done)):
            done += 1
            verdict = trial(chance, style, path, text)
            text = verdict.after if verdict.outcome == "clean" else text
            yield verdict


def trial(chance: random.Random, style: str, path: Path, text: str) -> Verdict:
    """One edit, judged."""
    data = read(text)
    name = "/".join(path.parts[-3:] if path.parent.name.isdecimal() else path.parts[-2:])
    change = random_change(chance, name, data)
    try:
        after = patch(text, change, order_of(name))
    except RefusedError as refused:
        return Verdict(style, str(path), change, f"refused: {refused.reason}", str(refused.line), text)
    outcome, detail = judge(text, after, data, change)
    return Verdict(style, str(path), change, outcome, detail, text, after)


def random_change(chance: random.Random, name: str, data: object) -> Change:
    """Something that a person may want to change."""
    while True:
        path, value = chance.choice([*_walk(data)])
        made = _change_of(chance, name, path, value)
        if made is not None:
            return made


def _walk(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield from _walk(value, (*path, str(step) if isinstance(step, str) else step))


def _change_of(chance: random.Random, name: str, path: tuple[str | int, ...], value: object) -> Change | None:
    if isinstance(value, dict) and chance.random() < 0.6:
        key = chance.choice([one for one in (*_KEYS, *order_of(name)(path)) if one not in value])
        return Put(name, (*path, key), _new_value(chance))
    if not path:
        return None
    if isinstance(value, list) and value and chance.random() < 0.8:
        return _change_of_list(chance, name, path, value)
    way = chance.random()
    if way < 0.3:
        return Remove(name, path)
    return Put(name, path, _new_value(chance) if way < 0.6 else chance.choice(TEXTS))


def _change_of_list(chance: random.Random, name: str, path: tuple[str | int, ...], value: list[object]) -> Change:
    way = chance.random()
    if way < 0.4:
        new = chance.choice([_new_value(chance), _plain(value[0])])
        return Insert(name, path, chance.randint(0, len(value)), new)
    if way < 0.8 and len(value) > 1:
        return Move(name, (*path, chance.randrange(len(value))), chance.randrange(len(value)))
    return Put(name, path, _altered(chance, value))


def _altered(chance: random.Random, value: list[object]) -> list[object]:
    made = [_plain(one) for one in value]
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(made))
        way = chance.random()
        if way < 0.4:
            made.insert(at, chance.choice(TEXTS))
        elif made and way < 0.7:
            del made[min(at, len(made) - 1)]
        elif made:
            made[min(at, len(made) - 1)] = chance.choice(TEXTS)
    return made


def _new_value(chance: random.Random) -> object:
    text = chance.choice(TEXTS)
    return chance.choice(
        [
            text,
            text,
            text,
            None,
            [text, "ก"],
            ["ก", "ข", "ค"],
            {"id": "m99", "note": text},
            [],
            {},
            [{"id": "a", "steps": ["x", text]}, {"id": "b", "note": None}],
            {"a": {"b": [text, None]}},
            [["1", text], ["2", "ก"]],
        ]
    )


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return None if value is None else str(value)


def judge(before: str, after: str, data: object, change: Change) -> tuple[str, str]:
    """The outcome of an edit: clean, or what is wrong with it."""
    try:
        now = _plain(read(after))
    except ValueError as failure:
        return "unreadable", str(failure)
    if not _is_as_wanted(_wanted(_plain(data), change), now, change):
        return "wrong data", ""
    first, last, excused = _own_lines(before, data, change)
    is_there = _is_there(data, change.path)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lost = _comments(old, before) - _comments(new, after)
    lost -= _comments(old[excused[0] : excused[1] + 1], "")
    if lost:
        return "comment lost", str([*lost])
    return _lines_outside(old, new, first, last, replaces=isinstance(change, Put) and is_there)


def _lines_outside(old: list[str], new: list[str], first: int, last: int, *, replaces: bool) -> tuple[str, str]:
    """Clean where every line outside of the edited ones is there in its order, and exceptions are with their lines."""
    there = iter(map(_bare, new))
    for number, line in enumerate(old):
        if not first <= number <= last and _bare(line) not in there:
            return "line outside touched", f"{number + 1} not in {first + 1}-{last + 1}"
    before, after = _exceptions(old), _exceptions(new)
    for mark, (number, about) in after.items():
        is_own = replaces and first <= before[mark][0] <= last
        if before[mark][1] != about and not is_own:
            return "exception moved", f"{mark}: {before[mark]} {number, about}"
    return "clean", ""


def _exceptions(lines: list[str]) -> dict[str, tuple[int, str]]:
    """Each comment that excepts a line from a rule, with the number of that line and how it begins."""
    found = {}
    for number, line in enumerate(lines):
        mark = re.search(r"# ยกเว้น .*", line)
        if mark:
            about = number + (not line[: mark.start()].strip())
            head = lines[about] if about < len(lines) else ""
            found[mark.group().strip()] = (about, re.split(r":(?:\s|$)|\s#|(?<=^[\[{])", head.lstrip("- "))[0].strip())
    return found


def _is_there(data: object, path: tuple[str | int, ...]) -> bool:
    for step in path:
        is_inside = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if not is_inside:
            return False
        data = data[step]  # type: ignore[index]
    return True


def _bare(line: str) -> str:
    """A line without its end, which the last of a file may lack; a comment may be moved to the right or left."""
    return line.strip() if line.lstrip().startswith("#") else line.rstrip("\r\n")


def _wanted(data: object, change: Change) -> object:
    made = copy.deepcopy(data)
    if isinstance(change, Put):
        holder = made
        for step in change.path[:-1]:
            holder = holder[step]  # type: ignore[index]
        holder[change.path[-1]] = change.value  # type: ignore[index]
        return made
    path = change.path if isinstance(change, Insert) else change.path[:-1]
    holder = made
    for step in path:
        holder = holder[step]  # type: ignore[index]
    if isinstance(change, Insert):
        holder.insert(change.at, change.value)  # type: ignore[attr-defined]
    elif isinstance(change, Remove):
        del holder[change.path[-1]]  # type: ignore[attr-defined]
    else:
        holder.insert(change.to, holder.pop(change.path[-1]))  # type: ignore[attr-defined]
    return made


def _at(data: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        data = data[step] if _is_there(data, (step,)) else None  # type: ignore[index]
    return data


def _is_as_wanted(wanted: object, now: object, change: Change) -> bool:
    """True if the data is that wanted, and the keys are in the order that they had."""
    new = change.path[-1] if isinstance(change, Put) else None
    if isinstance(change, Put):  # the order of keys within the value is that of its record
        given, found = (_at(one, change.path) for one in (wanted, now))
        if given != found:
            return False
        wanted, now = (_wanted(one, Put(change.file, change.path, None)) for one in (wanted, now))

    def same(one: object, other: object, *, holds: bool) -> bool:
        if isinstance(one, dict) and isinstance(other, dict):
            keys, others = list(one), list(other)
            if holds and new in keys and set(keys) == set(others):
                keys, others = ([key for key in each if key != new] for each in (keys, others))
            return keys == others and all(same(one[key], other[key], holds=holds) for key in one)
        if isinstance(one, list) and isinstance(other, list):
            return len(one) == len(other) and all(same(a, b, holds=holds) for a, b in zip(one, other, strict=True))
        return one == other

    return same(wanted, now, holds=True)


def comments(text: str) -> Counter[str]:
    """Every comment of a text."""
    return _comments(_plain_text(text).split("\n"), text)


def _comments(lines: Sequence[str], text: str) -> Counter[str]:
    """The comments of a text, by a reading of its letters of its own."""
    inside, closed = (_inside(text), _closed(text)) if text else (set[int](), dict[int, int]())
    found = Counter[str]()
    for number, whole in enumerate(lines):
        if number in inside and number not in closed:
            continue
        line = "x" * closed.get(number, 0) + whole[closed.get(number, 0) :]
        bare = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", lambda one: "x" * len(one.group()), line.rstrip("\r\n"))
        mark = re.search(r"(?:^|(?<=\s))#.*", line.rstrip("\r\n") if line.lstrip().startswith("#") else bare)
        if mark:
            found[line.rstrip("\r\n")[mark.start() :].strip()] += 1
    return found


def _plain_text(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _over_lines(text: str) -> Iterator[ScalarNode]:
    """The texts that go over several lines."""
    nodes = [YAML(typ="safe").compose(_plain_text(text))]
    while nodes and nodes != [None]:
        node = nodes.pop()
        if isinstance(node, MappingNode):
            nodes += [each for pair in node.value for each in pair]
        elif isinstance(node, SequenceNode):
            nodes += node.value
        elif isinstance(node, ScalarNode) and node.end_mark.line > node.start_mark.line:
            yield node


def _inside(text: str) -> set[int]:
    """The lines of texts that go over several lines."""
    found = set[int]()
    for node in _over_lines(text):
        is_block = node.style in {"|", ">"}
        found |= set(range(node.start_mark.line + (not is_block), node.end_mark.line + (not is_block)))
        found -= {node.start_mark.line} if is_block else set()
    return found


def _closed(text: str) -> dict[int, int]:
    """The lines on which a quoted text of several lines ends, with the column behind its closing quote."""
    return {one.end_mark.line: one.end_mark.column for one in _over_lines(text) if one.style in {'"', "'"}}


def _own_lines(text: str, data: object, change: Change) -> tuple[int, int, tuple[int, int]]:
    """The lines that an edit may touch, and those of which the comments may go."""
    lines = _plain_text(text).split("\n")
    holder, node, start = None, YAML(typ="safe").compose("\n".join(lines)), 0
    steps = change.path
    for step in steps:
        found = _inner(node, step)
        if found is None:
            return _extent(node, lines, start), _end(node, lines), (0, -1)
        holder, (start, node) = node, found
        if isinstance(step, int) and not holder.flow_style:
            start = _dash(lines, start, holder.start_mark.column)
    first, last = start, _end(node, lines)
    if isinstance(change, Insert):
        return first, last, (0, -1)
    if isinstance(change, Move) and holder is not None:
        return _extent(holder, lines, start), _end(holder, lines), (0, -1)
    while first > 0 and re.match(r"\s*#\s*ยกเว้น", lines[first - 1]):
        first -= 1
    if isinstance(change, Remove) and holder is not None:
        touched = _after_first(holder, change.path[-1], last)
        if len(holder.value) == 1:  # nothing is left: the key above says so
            above = _own_lines(text, data, Put(change.file, change.path[:-1], None)) if len(steps) > 1 else (0, last)
            return min(first, above[0]), max(last, above[1]), (first, last)
        return min(first, _extent(holder, lines, first)), max(last, touched), (first, last)
    inside = int(node.start_mark.line)  # comments next to a value stay, those in it may go
    is_one = isinstance(node, ScalarNode) or (node.flow_style and node.end_mark.line == inside)
    while not is_one and inside > start and re.match(r"\s*#\s*ยกเว้น", lines[inside - 1]):
        inside -= 1
    return first, last, (0, -1) if is_one else (inside, last)


def _dash(lines: list[str], line: int, column: int) -> int:
    """The line of the dash of an entry: that of its text, or one above."""
    while line > 0 and lines[line][column : column + 1] != "-":
        line -= 1
    return line


def _after_first(holder: Node, step: str | int, last: int) -> int:
    """The line of the next key where the first of a group goes: it may move up to the dash."""
    if isinstance(holder, MappingNode) and holder.value[0][0].value == step and len(holder.value) > 1:
        return int(holder.value[1][0].start_mark.line)
    if len(holder.value) > 1 and step == 0:
        return int(holder.value[1].start_mark.line)
    return last


def _inner(node: Node, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        return next(((key.start_mark.line, one) for key, one in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int):
        return node.value[step].start_mark.line, node.value[step]
    return None


def _extent(node: Node, lines: list[str], start: int) -> int:
    return min(int(node.start_mark.line), start) if lines else start


def _end(node: Node, lines: list[str]) -> int:
    """The last line that is of a node: not the comments and blank lines before what follows it."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        inner = node.value[-1]
        return max(_end(one, lines) for one in (inner if isinstance(inner, tuple) else (inner,)))
    end = int(node.end_mark.line)
    if isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        end -= node.end_mark.column == 0 or end >= len(lines)
        while end > 0 and not lines[end].strip():
            end -= 1
    return end

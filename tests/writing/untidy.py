"""Files as different people would have typed the same data, and as their programs would have saved it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from prongsai.loading.read_past_faults import read_nodes
from prongsai.loading.read_yaml import clean_lines
from prongsai.problems import FewAlike

Data = object


def read(text: str) -> Data:
    """The data of a text, read as the product reads a file; raises ValueError where its form has a fault."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    data, problems = read_nodes("file", clean_lines(plain, "file", FewAlike()))
    faults = [one.code for one in problems if one.code.startswith("yaml-") or one.code == "duplicate-key"]
    if data is None or faults:
        raise ValueError(faults or "nothing")
    return data


@dataclass
class Typist:
    """Somebody who types data in a way of their own."""

    chance: random.Random
    step: int = 2  # of what is below a key
    dash: int = 2  # of a list below its key
    gap: int = 2  # from a dash to its text
    brackets: float = 0.1  # how often what can be in brackets is
    broken: float = 0.0  # how often these go over several lines
    quotes: float = 0.1
    remarks: float = 0.0  # how often a comment is somewhere
    folded: float = 0.0  # how often a text is on lines of its own
    count: int = 0

    def remark(self) -> str:
        """A comment that no other is like, or none."""
        if self.chance.random() >= self.remarks:
            return ""
        self.count += 1
        return f" # หมายเหตุ {self.count}: อย่าหาย, [x] {{y: z}} 'q' \"r"

    def lines(self, data: Data, column: int) -> list[str]:
        """Data in lines that begin at a column."""
        pad, lines = " " * column, list[str]()
        entries = data.items() if isinstance(data, dict) else enumerate(data)  # type: ignore[arg-type]
        for key, value in entries:
            if note := self.remark():
                lines.append(" " * self.chance.choice([column, column, 0, column + 3]) + note.strip())
            if self.chance.random() < self.remarks / 3:
                lines.append(self.chance.choice(["", "   ", ""]))
            head = f"{self.key(key)}:" if isinstance(data, dict) else "-"
            lines += self.entry(pad + head, value, column, in_list=not isinstance(data, dict))
        return lines

    def entry(self, head: str, value: Data, column: int, *, in_list: bool) -> list[str]:
        """A key or a dash with its value."""
        blank = " " * (self.gap - 1) if in_list else self.chance.choice([" ", " ", "  "])
        if value is None:
            return [head + self.remark()]
        if isinstance(value, str):
            return self.text(head + blank, value, column, in_list=in_list)
        if not value or self.chance.random() < self.brackets:
            return self.in_brackets(head + blank, value, column)
        by = self.gap if in_list else self.dash if isinstance(value, list) else self.step
        inner = self.lines(value, column + by)
        first = inner[0].strip()
        if in_list and first and not first.startswith("#") and self.chance.random() < 0.9:
            return [head + blank + inner[0].lstrip(), *inner[1:]]
        return [head + self.remark(), *inner]

    def text(self, head: str, value: str, column: int, *, in_list: bool) -> list[str]:
        """A text behind its key: in any quotes that it can have, on its line, below it, or folded."""
        pad = " " * (column + (self.gap if in_list else self.step))
        if self.chance.random() < self.folded and value and " " in value and value.isprintable():
            words = value.split(" ")
            half = len(words) // 2
            way = self.chance.choice(["|", ">-", '"', "below"])
            if way in {"|", ">-"} and not value.startswith(" ") and all(words):
                return [head + way, pad + " ".join(words[:half]), pad + " ".join(words[half:])]
            if way == "below":
                return [head.rstrip() + self.remark(), pad + self.scalar(value) + self.remark()]
            quoted = value.replace("\\", "\\\\").replace('"', '\\"').split(" ")
            return [f'{head}"{" ".join(quoted[:half])}', f'{pad}{" ".join(quoted[half:])}"' + self.remark()]
        return [head + self.scalar(value) + self.remark()]

    def scalar(self, value: str, *, in_brackets: bool = False) -> str:
        """A text in quotes or without, as far as it can be."""
        bad = set(value) & set(",[]{}:#&*!|>'\"%@`\\\t") or value[:1] in {"-", "?", "=", ""} or value != value.strip()
        must = (
            bool(bad)
            if in_brackets
            else bool(
                value[:1] in set("-?:,[]{}#&*!|>'\"%@`=")
                or not value
                or ": " in value
                or " #" in value
                or value.endswith(":")
                or value != value.strip()
                or "\t" in value
            )
        )
        must = must or value.lower() in {"null", "~", ""} or value.startswith("...")
        if not must and self.chance.random() >= self.quotes:
            return value
        if self.chance.random() < 0.5 and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'

    def key(self, key: object) -> str:
        """A key, now and then in quotes."""
        return self.scalar(str(key), in_brackets=True) if self.chance.random() < 0.9 else f'"{key}"'

    def in_brackets(self, head: str, value: Data, column: int) -> list[str]:
        """A list or group in brackets, on one line or several."""
        if self.chance.random() < self.broken and value:
            opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
            items = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
            pairs = [self.pair(key, one, is_key=isinstance(value, dict)) for key, one in items]
            pad, last = " " * (column + 4), len(pairs) - 1
            lines = [
                f"{pad}{one}{',' if n < last or self.chance.random() < 0.3 else ''}{self.remark()}"
                for n, one in enumerate(pairs)
            ]
            return [head + opening + self.remark(), *lines, " " * (column + 2) + closing + self.remark()]
        return [head + self.flow(value) + self.remark()]

    def pair(self, key: object, value: Data, *, is_key: bool) -> str:
        """An entry between brackets."""
        return f"{self.key(key)}: {self.flow(value)}" if is_key else self.flow(value)

    def flow(self, value: Data) -> str:
        """Any value between brackets."""
        if value is None:
            return "~"
        if isinstance(value, str):
            return self.scalar(value, in_brackets=True)
        blank = self.chance.choice(["", "", " "])
        if isinstance(value, dict):
            inner = ", ".join(self.pair(key, one, is_key=True) for key, one in value.items())
            return "{" + blank + inner + blank + "}"
        return "[" + blank + ", ".join(map(self.flow, value)) + blank + "]"  # type: ignore[call-overload]


_BEHIND = ("  # ท้าย", " # ยกเว้น some-code: ที่ท้าย", "\t# แท็บ", "   ", "\t")


def reindented(text: str, chance: random.Random) -> str:
    """The data typed again with another indentation, without a comment."""
    step = chance.choice([1, 2, 3, 4])
    typist = Typist(chance, step, chance.choice([0, 1, 2, 4]), chance.choice([2, 3, 4]))
    return "\n".join([*typist.lines(read(text), 0), ""])


def strewn(text: str, chance: random.Random) -> str:
    """The text with comments and blank lines between and behind its lines, where they change no data."""
    lines, count = list[str](), 0
    in_quotes = _lines_inside(text)
    for number, line in enumerate(text.split("\n")):
        if number not in in_quotes and chance.random() < 0.12:
            count += 1
            column = chance.choice([0, len(line) - len(line.lstrip()), 2, 7])
            pad = " " * column
            kinds = [
                f"{pad}# ข้อสังเกต {count}: a, 'b' [c",
                f"{pad}#คีย์{count}: ค่า",
                "",
                f"{pad}# ยกเว้น some-code: เหตุ {count}",
            ]
            lines.append(chance.choice(kinds))
        is_open = number + 1 in in_quotes or not line.strip() or line.lstrip().startswith("#")
        count += 1
        lines.append(line if is_open or " #" in line or chance.random() > 0.1 else _behind(line, chance, count))
    made = "\n".join(lines)
    return made if read(made) == read(text) else text


def _behind(line: str, chance: random.Random, count: int) -> str:
    """A line with a comment or only blanks behind it."""
    more = chance.choice(_BEHIND)
    return f"{line}{more} {count}" if "#" in more else f"{line}{more}"


def _lines_inside(text: str) -> set[int]:
    """The lines on which something goes on that began above: nothing can be strewn there."""
    from ruamel.yaml import YAML
    from ruamel.yaml.events import ScalarEvent

    found = set[int]()
    for event in YAML(typ="safe").parse(text):
        if isinstance(event, ScalarEvent) and event.end_mark.line > event.start_mark.line:
            found |= set(range(event.start_mark.line + 1, event.end_mark.line + 1))
    return found


def converted(text: str, chance: random.Random) -> str:
    """The data typed again: any quotes, any brackets, texts over lines, comments everywhere."""
    typist = Typist(
        chance,
        chance.choice([2, 4]),
        chance.choice([0, 2]),
        2,
        brackets=0.35,
        broken=0.4,
        quotes=0.5,
        remarks=0.12,
        folded=0.2,
    )
    return "\n".join(["# หัวแฟ้ม", *typist.lines(read(text), 0), ""])


def otherwise_saved(text: str, chance: random.Random) -> str:
    """The text with the line ends, the mark of byte order and the last line of other programs."""
    made = strewn(text, chance) if chance.random() < 0.5 else text
    ends = chance.choice([["\r\n"], ["\r\n"], ["\r"], ["\n"], ["\r\n", "\n"]])
    made = "".join(f"{line}{chance.choice(ends)}" for line in made.rstrip("\n").split("\n"))
    if chance.random() < 0.5:
        made = made.rstrip("\r\n")
    return ("\ufeff" if chance.random() < 0.5 else "") + made


STYLES: dict[str, Callable[[str, random.Random], str]] = {
    "tidy": lambda text, _: text,
    "reindented": reindented,
    "strewn": strewn,
    "converted": converted,
    "otherwise saved": otherwise_saved,
}

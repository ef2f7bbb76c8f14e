"""Cells as values of the data, with the places they were taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from prongsai.grids.cell_texts import lines_of, one_line
from prongsai.model.stated import SPELLINGS
from prongsai.tables.kinds import Field
from prongsai.thai.codes import parse_question_code
from prongsai.thai.text import clean_text
from prongsai.writing.change import Plain

_QUESTION = re.compile(r"[(]?(?P<letter>[iIeE])\s?(?P<number>[0-9๐-๙]{1,2})[).:]?\s*(?P<rest>.*)", re.DOTALL)
_SCORE = re.compile(
    r"\s*(?:ข้อมูล)?\s*(?:อยู่ใน)?\s*(?:ระดับ|คะแนน|ร้อยละ|ได้คะแนน)\s*(?P<score>[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?)\s*%?(?P<more>\s*ขึ้นไป)?\s*$"
)
_CODE = "[ieIE][a-z0-9๐-๙]{1,2}"
_ABOUT = re.compile(
    rf"\s*\(?\s*(?:อ้างอิง|อ้างถึง)\s*(?:จาก)?\s*(?P<codes>{_CODE}(?:\s*(?:,|และ|/)?\s*{_CODE})*)\s*\)?\s*$"
)


@dataclass
class Entry:
    """An entry as it is gathered from rows: its data, and the place of each value by its path inside it."""

    place: str
    data: dict[str, Plain] = field(default_factory=dict)
    places: dict[tuple[str | int, ...], str] = field(default_factory=dict)

    def put(self, name: str, value: Plain, place: str) -> None:
        """Set a value; lists of rows that belong together go on."""
        before = self.data.get(name)
        if before is None or before == value:
            self.data[name] = value
        elif value is not None:
            self.data[name] = [*as_list(before), *as_list(value)]
        self.places.setdefault((name,), place)

    def put_more(self, key: str, head: str, value: str, place: str) -> None:
        """Keep a text under the head of the document."""
        kept = self.data.setdefault(key, {})
        if isinstance(kept, dict):
            before = kept.get(head)
            kept[head] = f"{before} {value}" if before and before != value else value
            self.places.setdefault((key, head), place)

    def add_note(self, text: str, place: str) -> None:
        """Add a sentence to the note."""
        before = self.data.get("note")
        self.data["note"] = f"{before} {text}" if before and text not in str(before) else text
        self.places.setdefault(("note",), place)


def as_list(value: Plain) -> list[Plain]:
    """The value as the list that it means."""
    return value if isinstance(value, list) else [] if value is None else [value]


def value_of(one: Field, text: str) -> Plain:
    """The value of a cell for a field: a text, or the entries of a list; an absence is kept as it is printed."""
    flat = clean_text(one_line(text))[0]
    if not one.is_list or flat in SPELLINGS:
        return flat
    return [clean_text(line)[0] for line in lines_of(text)]


def read_basis(text: str) -> dict[str, Plain]:
    """The parts of a printed question: its code, its wording, and the score that it names."""
    found = _QUESTION.fullmatch(text)
    basis: dict[str, Plain] = {}
    rest = text
    if found:
        basis["instrument"] = "IIT" if found["letter"] in "iI" else "EIT"
        basis["question"] = found["letter"].lower() + found["number"]
        rest = found["rest"]
    score = _SCORE.search(rest)
    if score:
        rest = rest[: score.start()]
        printed = f"{score['score']}%{score['more']}" if score["more"] else ""
        basis["score"] = {"printed": printed} if printed else score["score"]
    if rest.strip():
        basis["wording"] = rest.strip()
    return basis


def split_questions(title: str) -> tuple[str, list[Plain]]:
    """The title without the codes of questions that it cites at its end, and the codes as printed.

    Codes of which one is none are kept together as the document prints them.
    """
    found = _ABOUT.search(title)
    if found is None:
        return title, []
    codes = re.findall(_CODE, found["codes"])
    is_sure = all(parse_question_code(code) for code in codes)
    return title[: found.start()].strip(), list[Plain](codes) if is_sure else [{"printed": found["codes"]}]


def code_at_start(text: str) -> str:
    """The code of a question that a text begins with, as printed; empty where it begins with none."""
    found = _QUESTION.match(text)
    code = f"{found['letter']}{found['number']}" if found else ""
    return code.lower() if code and parse_question_code(code) else ""


def join_topic(
    entry: Entry,
    title: str,
    place: str,
    known: dict[str, str],
    new: list[dict[str, Plain]],
    number: Plain = None,
) -> None:
    """Put an entry under a heading: one that is `known` by its title, or a new one with the next code."""
    if title not in known:
        known[title] = next(f"t{count}" for count in range(1, len(known) + 2) if f"t{count}" not in known.values())
        new.append({"id": known[title], **({"number": number} if number else {}), "title": title})
    entry.data["topic"] = known[title]
    entry.places.setdefault(("topic",), place or entry.place)

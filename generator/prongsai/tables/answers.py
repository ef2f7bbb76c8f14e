"""Questions that a table leaves open and the answers to them, as values and as a file to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from prongsai.tables.compare_heads import plain_head
from prongsai.writing.change import Plain

About: TypeAlias = Literal["head", "unit", "rows", "round", "headings", "measure", "continues"]
SECTIONS: Mapping[About, str] = {
    "head": "heads",
    "unit": "units",
    "rows": "rows",
    "round": "round",
    "headings": "headings",
    "measure": "measures",
    "continues": "continues",
}
_OF_ONE: frozenset[About] = frozenset(("rows", "round", "headings"))


@dataclass(frozen=True)
class Choice:
    """An answer that is offered: what is written for it, and its words."""

    answer: str
    words: str


@dataclass(frozen=True)
class Question:
    """Something that only a person knows: about which head or name, with samples and the answers offered."""

    about: About
    subject: str
    place: str
    samples: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def key(self) -> tuple[About, str]:
        """The same for the same question about another table."""
        return (self.about, "" if self.about in _OF_ONE else plain_head(self.subject))


@dataclass(frozen=True)
class Answers:
    """Answers by what they are about and the head or name, compared without blanks and punctuation."""

    given: Mapping[tuple[About, str], str] = field(default_factory=dict)

    def find(self, about: About, subject: str = "") -> str:
        """The answer, empty where there is none."""
        return self.given.get((about, "" if about in _OF_ONE else plain_head(subject)), "")

    def over(self, below: Answers) -> Answers:
        """These answers, and where there is none those `below`."""
        return Answers({**below.given, **self.given})


def read_answers(plain: Plain) -> Answers:
    """The answers in the data of a file; what is empty is no answer, what is not known is passed over."""
    given: dict[tuple[About, str], str] = {}
    if not isinstance(plain, dict):
        return Answers()
    for about, section in SECTIONS.items():
        found = plain.get(section)
        if isinstance(found, str) and about in _OF_ONE:
            given[about, ""] = " ".join(found.split())
        elif isinstance(found, dict):
            texts = ((subject, text) for subject, text in found.items() if isinstance(text, str) and text.strip())
            given |= {(about, plain_head(subject)): " ".join(text.split()) for subject, text in texts}
    return Answers(given)


def each_once(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions without those that were asked already."""
    found: dict[tuple[About, str], Question] = {}
    for one in questions:
        found.setdefault(one.key, one)
    return tuple(found.values())


def write_form(questions: Iterable[Question]) -> str:
    """A file of YAML to fill in: every question with its samples and the answers that it takes."""
    lines = ["# เขียนคำตอบหลังเครื่องหมาย : ของแต่ละข้อ แล้วสั่งคำสั่งเดิมพร้อม --answers ชื่อแฟ้มนี้"]
    ordered = sorted(questions, key=lambda one: list(SECTIONS).index(one.about))
    section = ""
    for one in ordered:
        indent = "" if one.about in _OF_ONE else "  "
        if SECTIONS[one.about] != section:
            section = SECTIONS[one.about]
            lines += ["", *([] if one.about in _OF_ONE else [f"{section}:"])]
        lines += [f"{indent}# {one.place} {one.subject}".rstrip()]
        lines += [f"{indent}#   ตัวอย่าง: {_short(sample)}" for sample in one.samples]
        lines += [f"{indent}#   ตอบได้: {choice.words}" for choice in one.choices]
        lines.append(f"{section}:" if one.about in _OF_ONE else f"  {_quoted(one.subject)}:")
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else f"{flat[:79]}…"


def _quoted(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

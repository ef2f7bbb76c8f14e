"""Words of a result of ITA by the names and numbers of the rules of its year: what a piece of text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from prongsai.model.edition import Edition
from prongsai.tables.compare_heads import plain_head
from prongsai.thai.numerals import to_arabic

_TOTAL = (
    "คะแนนรวม",
    "คะแนนรวมทั้งหมด",
    "คะแนนภาพรวม",
    "คะแนนภาพรวมหน่วยงาน",
    "ผลคะแนนภาพรวม",
    "คะแนนภาพรวมของหน่วยงาน",
    "ผลการประเมินในภาพรวม",
    "ผลการประเมินภาพรวม",
    "คะแนนเฉลี่ยรวม",
    "คะแนนรวมเฉลี่ย",
    "คะแนนผลการประเมิน",
    "ผลคะแนนรวม",
    "ผลรวมคะแนน",
    "คะแนนita",
    "ผลคะแนนita",
    "คะแนนการประเมินita",
    "คะแนนรวมita",
    "ภาพรวม",
    "รวม",
    "รวมคะแนน",
    "overallscore",
    "totalscore",
    "total",
)
_FILLING = (
    *("ประจำปีงบประมาณ", "ปีงบประมาณ", "ประจำปี", "ของหน่วยงาน", "หน่วยงาน", "ผลการประเมิน", "การประเมิน", "แบบวัด", "แบบตรวจ"),
    *(
        "เครื่องมือ",
        "ตัวชี้วัดที่",
        "ตัวชี้วัดย่อยที่",
        "ตัวชี้วัดย่อย",
        "ตัวชี้วัด",
        "ร้อยละ",
        "ค่าคะแนน",
        "ผลคะแนน",
        "คะแนน",
        "เท่ากับ",
        "ได้รับ",
        "ได้",
    ),
    *(
        "มีค่า",
        "คิดเป็น",
        "เพิ่มขึ้น",
        "ลดลง",
        "เท่าเดิม",
        "ด้าน",
        "ที่",
        "คือ",
        "อยู่",
        "ค่า",
        "ผล",
        "ของ",
        "โดย",
        "พศ",
        "ปี",
        "ita",
        "part",
    ),
    *("น้ำหนัก", "score"),
)
_NUMBERED = re.compile(r"ตัวชี้วัดที่([0-9]{1,2}(?:\.[0-9]{1,2})?)")
_SUB = re.compile(r"ตัวชี้วัดย่อยที่([0-9]{1,2}\.[0-9]{1,2})")
_NUMBERS = re.compile(r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?[0-9]+")
_LEVEL = (
    "ระดับผลการประเมิน",
    "ผลการประเมินระดับ",
    "ระดับการประเมิน",
    "อยู่ในระดับ",
    "ระดับคะแนน",
    "ผลการประเมิน",
    "ระดับ",
    "เกรด",
    "ผล",
)

Key = tuple[str, str]  # the group in the data (total, instruments, indicators, …) and the key in it
LEVEL: Key = ("level", "")
TOTAL: Key = ("total", "")


@dataclass(frozen=True)
class Words:
    """The names by which a text means a figure of the year, as they are compared."""

    edition: Edition

    @cached_property
    def names(self) -> Mapping[str, Key]:
        """The figure that each name means; a name of two figures means none."""
        found: dict[str, Key | None] = {}
        for name, key in self._all():
            plain = plain_head(name)
            found[plain] = key if found.get(plain, key) == key else None
        return {name: key for name, key in found.items() if key}

    def _all(self) -> Iterator[tuple[str, Key]]:
        for name in _TOTAL:
            yield name, TOTAL
        for code, tool in self.edition.instruments.items():
            yield code, ("instruments", code)
            yield tool.name, ("instruments", code)
            for form in (
                f"แบบวัด {code}",
                f"แบบตรวจ {code}",
                f"คะแนน {code}",
                f"{tool.name} {code}",
                f"{code} {tool.name}",
            ):
                yield form, ("instruments", code)
            if tool.english:
                yield tool.english, ("instruments", code)
        for code, part in self.edition.parts.items():
            yield part.name, ("parts", code)
            yield code, ("parts", code)
            yield code.replace("-", " ส่วนที่ "), ("parts", code)
        for group, listed in (("indicators", self.edition.indicators), ("subindicators", self.edition.subindicators)):
            for number, one in listed.items():
                for name in (one.name, *one.aliases):
                    yield name, (group, number)

    @cached_property
    def _longest(self) -> tuple[str, ...]:
        return tuple(sorted(self.names, key=len, reverse=True))

    @cached_property
    def levels(self) -> Mapping[str, str]:
        """The levels of the year, as they are compared."""
        return {plain_head(one.name): one.name for one in self.edition.levels}

    def meant(self, text: str) -> tuple[frozenset[Key], str]:
        """The figures that a piece without its score is about, and the rest of it that says something else."""
        rest, found = plain_head(text), set[Key]()
        spaced = to_arabic("".join(text.split()))
        for pattern, group in ((_SUB, "subindicators"), (_NUMBERED, "indicators")):
            found |= {("subindicators" if "." in number else group, number) for number in pattern.findall(spaced)}
        rest = _NUMBERS.sub("\n", rest)
        for name in self._longest:
            if name in rest and not (name == "รวม" and rest != name):
                found.add(self.names[name])
                rest = rest.replace(name, "\n", 1)
        for word in _FILLING:
            rest = rest.replace(word, "\n")
        return frozenset(_one_of(found)), "".join(rest.split("\n"))

    def level_in(self, text: str) -> str:
        """The one level of the year that a piece says; empty where it says none or several, or more than a level."""
        plain = plain_head(text)
        while plain not in self.levels:
            word = next((one for one in _LEVEL if plain.startswith(one)), "")
            if not word:
                return ""
            plain = plain.removeprefix(word)
        return self.levels[plain]


def _one_of(found: set[Key]) -> set[Key]:
    """An instrument next to one of its own parts or indicators only says where that belongs."""
    inner = {key for key in found if key[0] in {"parts", "indicators", "subindicators"}}
    outer = {key for key in found if key[0] == "instruments"}
    if inner and outer and len(inner) == 1:
        return inner
    sub = {key for key in inner if key[0] == "subindicators"}
    return sub if len(sub) == 1 and len(inner) == 2 else found

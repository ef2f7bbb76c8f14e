"""Names of units in cells as the codes of the agency, and those that nobody knows yet as questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from prongsai.forms.propose_codes import propose_unit_code
from prongsai.grids.cell_texts import lines_of, one_line
from prongsai.model.unit_lookup import unit_called
from prongsai.tables.answers import Answers, Choice, Question
from prongsai.thai.unit_names import names_all_units, unit_names_in
from prongsai.writing.change import Change, Plain, Put

AGENCY = "site_config/agency.yml"
NEW, KEEP = "new", "keep"
_WORDS = {"หน่วยงานใหม่": NEW, "คงไว้ตามที่พิมพ์": KEEP}
_LEAD = re.compile(r"(?P<units>.+?)\s*โดย\s*(?P<lead>.+?)\s*เป็น\s*(?:ผู้\s*รับ\s*ผิดชอบ|หน่วยงาน|เจ้าภาพ)\s*หลัก")
_SEPARATORS = re.compile(r"[\s,;/]|และ")
_JOINTS = re.compile(r"\s*(?:[,;/]|และ)\s*")
_MOST_OFFERED = 5


@dataclass
class Units:
    """The units of an agency while a table is read: their codes by name, what was asked, and new ones."""

    names: dict[str, str]  # the code by all that means the unit
    titles: Mapping[str, str]  # the name by code
    answers: Answers
    questions: list[Question] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)  # name by code
    used: dict[str, str] = field(default_factory=dict)  # what was answered, by the name as printed

    def responsible(self, text: str, place: str) -> Plain:
        """The value of a cell of responsible units: codes, with the printed text where it is more than their names."""
        printed = one_line(text)
        found = _LEAD.fullmatch(printed)
        if found:
            lead, units = self.codes(found["lead"], place), self.codes(found["units"], place)
            return {"lead": list(lead), "units": list(units), "printed": printed}
        codes = list(self.codes(text, place))
        if _bare(printed) == "".join(_bare(self._title(code)) for code in codes):
            return codes[0] if len(codes) == 1 else list[Plain](codes)
        return {"units": list[Plain](codes), "printed": printed}

    def codes(self, text: str, place: str) -> tuple[str, ...]:
        """The codes of the units that a cell names, one after another; a name that is kept is its text."""
        lines = lines_of(text) or (text,)
        names = (name for line in lines for name in self._names_in(one_line(line)))
        return tuple(dict.fromkeys(self._code(name, place) for name in names))

    def _names_in(self, text: str) -> tuple[str, ...]:
        """The names in a text; where a part of it is known, the others are names too."""
        found = unit_names_in(text, self._knows)
        if found != (text,) or self._knows(text):
            return found
        parts = tuple(part for part in _JOINTS.split(text) if part)
        return parts if any(map(self._knows, parts)) else found

    def changes(self) -> list[Change]:
        """The new units as changes to the file of the agency."""
        return [Put(AGENCY, ("units", code), {"name": name}) for code, name in self.made.items()]

    def _knows(self, name: str) -> bool:
        return unit_called(self.names, name) is not None or bool(self.answers.find("unit", name))

    def _title(self, code: str) -> str:
        return self.titles.get(code) or self.made.get(code, code)

    def _code(self, name: str, place: str) -> str:
        known = unit_called(self.names, name)
        if known is not None:
            return known
        answer = self.answers.find("unit", name)
        answer = _WORDS.get(answer.partition(" (")[0], answer)
        if answer == NEW:
            return self._new(name)
        meant = unit_called(self.names, answer) if answer and answer != KEEP else None
        if meant or answer == KEEP:
            self.used[name] = meant or KEEP
        elif not names_all_units(name):
            self.questions.append(self._question(name, place))
        return meant or name

    def _new(self, name: str) -> str:
        code = propose_unit_code(name, {*self.titles, *self.made})
        self.made[code] = name
        self.names[name] = code
        return code

    def _question(self, name: str, place: str) -> Question:
        ranked = sorted(self.titles.items(), key=lambda one: -SequenceMatcher(None, one[1], name).ratio())
        choices = [Choice(code, title) for code, title in ranked[:_MOST_OFFERED]]
        code = propose_unit_code(name, {*self.titles, *self.made})
        choices += [Choice(NEW, f"หน่วยงานใหม่ (รหัส {code})"), Choice(KEEP, "คงไว้ตามที่พิมพ์")]
        return Question("unit", name, place, (), tuple(choices))


def _bare(text: str) -> str:
    return _SEPARATORS.sub("", text)

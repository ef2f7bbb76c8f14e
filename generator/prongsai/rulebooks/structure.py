"""Structure of earlier years as a proposal: of each part of the rules the newest that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, cast

from prongsai.loading.lay_packs import usable
from prongsai.model.packs import Pack
from prongsai.writing.change import Plain

Rules: TypeAlias = "dict[str, Plain]"
PROPOSED = ("instruments", "parts", "indicators", "subindicators", "items", "levels")
_CHANGING = {"indicators": {"questions"}, "items": {"advice", "former_keys"}}  # what is different every year


@dataclass(frozen=True)
class Structure:
    """The parts of the rules of earlier years, and of which year (Buddhist Era) each is.

    `handed` are entries of this year that packs have, and `handed_by` says for each who entered it and on which page.
    """

    parts: Mapping[str, Plain]
    years: Mapping[str, int]
    handed: Mapping[str, dict[str, Rules]] = field(default_factory=dict)
    handed_by: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def year_of(self, section: str) -> int:
        """The year that a part is of; 0 where it is not known of any."""
        return self.years.get(section, 0)

    def origin_of(self, section: str, code: str = "") -> str:
        """The words for where a proposal is from."""
        return self.handed_by.get((section, code)) or f"โครงจากปี {self.year_of(section)}"


def nearest_structure(rules: Mapping[int, Rules], year: int) -> Structure:
    """The structure of `year` (Buddhist Era), or of the newest before it where that year does not have a part."""
    parts: dict[str, Plain] = {}
    years: dict[str, int] = {}
    for section in PROPOSED:
        has_it = [one for one in sorted(rules) if one <= year and _is_enough(section, rules[one].get(section))]
        if has_it:
            years[section] = has_it[-1]
            parts[section] = _without_evidence(rules[has_it[-1]][section], _CHANGING.get(section, set()))
    return Structure(parts, years)


def with_handed(structure: Structure, packs: Sequence[Pack]) -> Structure:
    """The structure with what packs of the year say, where they agree."""
    handed: dict[str, dict[str, Rules]] = {}
    by: dict[tuple[str, str], str] = {}
    for entry in usable(None, packs):
        if len(entry.path) < 3 or entry.path[0] not in PROPOSED:
            continue
        section, code, name = entry.path
        first = entry.statements[0]
        handed.setdefault(section, {}).setdefault(code, {})[name] = _without_evidence(_plain(first.value), set())
        page = f" หน้า {first.pages[0]}" if first.pages else ""
        by.setdefault((section, code), f"ตามที่ {first.pack.agency} กรอก{page}")
    return replace(structure, handed=handed, handed_by=by)


def _is_enough(section: str, value: Plain) -> bool:
    """True if a part is one: of the instruments at least two, since one alone is no structure."""
    return bool(value) and (section != "instruments" or len(value or ()) > 1)


def _without_evidence(value: Plain, left_out: set[str]) -> Plain:
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if not key.endswith("evidence") and key not in left_out}
        return {key: _without_evidence(one, left_out) for key, one in kept.items() if one not in (None, [], "")}
    return [_without_evidence(one, left_out) for one in value] if isinstance(value, list) else value


def plain_rules(raw: object) -> Rules:
    """Rules as they were typed, as plain texts, lists and groups."""
    return cast("Rules", _plain(raw)) if isinstance(raw, Mapping) else {}


def _plain(raw: object) -> Plain:
    if isinstance(raw, Mapping):
        return {str(key): _plain(value) for key, value in raw.items()}
    if isinstance(raw, list | tuple):
        return [_plain(one) for one in raw]
    return None if raw is None else str(raw)


def entries_in(rules: Mapping[str, Plain], section: str) -> dict[str, Rules]:
    """The entries of a part of the rules by their codes; those that are no groups are left out."""
    found = rules.get(section)
    entries = found.items() if isinstance(found, dict) else ()
    return {key: one for key, one in entries if isinstance(one, dict)}

"""Rules without what was only inferred, whoever wrote it down: the part of them that may ground an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.loading.put_entries import copied
from prongsai.loading.statements import BY_KEY, EVIDENCE, Path, evidence_key, stated_at
from prongsai.model.edition import Edition
from prongsai.model.groups import needed_keys, record_at
from prongsai.model.source import SourcedMap

_WEAK = frozenset({"I", "A1"})
_KEPT = ("scheme", "fiscal_year", "based_on", "assessment", "evidence", "unverified", "levels_note")


def without_inferred(rules: SourcedMap) -> SourcedMap:
    """A copy of rules without everything that rests on inference alone; what names no evidence stays."""
    made = copied(rules)
    for section in [key for key in rules if key not in _KEPT]:
        value = made[section]
        if section in BY_KEY and isinstance(value, SourcedMap):
            for code in [one for one in value if one != EVIDENCE]:
                _strip(made, section, code, value)
        elif is_weak(rules, evidence_at(rules, (section,))):
            del made[section]
    return made


def _strip(rules: SourcedMap, section: str, code: str, group: SourcedMap) -> None:
    """Take the inferred fields out of an entry, and the entry where it cannot be without them."""
    entry, record = group[code], record_at(Edition, [section, "1"])
    if not isinstance(entry, SourcedMap):
        return
    weak = [name for name in entry if not name.endswith(EVIDENCE) and _rests_on_inference(rules, (section, code, name))]
    stays = [name for name in entry if not name.endswith(EVIDENCE) and name not in weak]
    if not weak and (stays or not _rests_on_inference(rules, (section, code, EVIDENCE))):
        return
    if not stays or (record is not None and {*needed_keys(record)} & {*weak}):
        del group[code]
        return
    for name in weak:
        del entry[name]


def _rests_on_inference(rules: SourcedMap, path: Path) -> bool:
    return is_weak(rules, evidence_at(rules, path))


def is_weak(rules: SourcedMap | None, names: Sequence[str]) -> bool:
    """True if evidence is named, and none of it is better than inference or a single agency's word."""
    grades = {_grade(rules, name) for name in names}
    return bool(grades) and grades <= _WEAK


def evidence_at(base: SourcedMap | None, path: Path) -> list[str]:
    """The names of the evidence on which something in rules rests."""
    if path[0] in BY_KEY and len(path) > 2:
        record = stated_at(base, path[:2])
        own = record.get(evidence_key(path[0], path[2])) or record.get(EVIDENCE) if isinstance(record, Mapping) else ()
        return [own] if isinstance(own, str) else [str(one) for one in own or ()]
    return [*_names_in(stated_at(base, path))]


def _names_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == EVIDENCE:
                yield from [inner] if isinstance(inner, str) else map(str, inner or ())
            else:
                yield from _names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names_in(inner)


def _grade(base: SourcedMap | None, name: str) -> str:
    found = stated_at(base, (EVIDENCE, name))
    return str(found.get("grade")) if isinstance(found, Mapping) else ""

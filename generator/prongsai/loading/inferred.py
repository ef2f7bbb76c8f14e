"""The evidence on which something in rules as typed rests, and whether that is weak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.loading.statements import BY_KEY, EVIDENCE, Path, evidence_key, stated_at
from prongsai.model.source import SourcedMap

_WEAK = frozenset({"I", "A1"})


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

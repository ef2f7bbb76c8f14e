"""Rules put together: what packs say added to what is there, each thing with the evidence on which it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from prongsai.loading.statements import EVIDENCE, Entry, Statement, evidence_key, page_of, spelled
from prongsai.model.edition import NACC
from prongsai.model.packs import Pack, Trust
from prongsai.model.source import SourcedList, SourcedMap, SourcedText
from prongsai.problems import Where


def scheme_of(raw: SourcedMap) -> str:
    """The scheme of rules; that of the NACC where none is named."""
    return " ".join(str(raw.get("scheme") or NACC).split())


@dataclass
class Laid:
    """The rules being put together, with the names given to the evidence of packs."""

    made: SourcedMap
    trust: Trust
    _names: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def put(self, entry: Entry) -> None:
        first = entry.statements[0]
        names = [self._name(one, name, entry) for one in entry.statements for name in one.evidence or ("",)]
        if len(entry.path) == 1:
            _set(self.made, entry.path[0], _with_evidence(first.value, names), first)
            return
        section, key, name = entry.path
        record = self._record(section, key, first)
        self._keep_what_it_rests_on(section, record)
        _set(record, name, first.value, first)
        rests_on = evidence_key(section, name)
        before = record.get(rests_on) if rests_on == EVIDENCE else None
        known = [before] if isinstance(before, str) else before if isinstance(before, list) else []
        _set(record, rests_on, _listed([*known, *names], first), first)
        if EVIDENCE not in record:
            _set(record, EVIDENCE, _listed(names, first), first)

    def _record(self, section: str, key: str, first: Statement) -> SourcedMap:
        group = self.made.get(section)
        if not isinstance(group, SourcedMap):
            group = SourcedMap(Where(first.pack.file))
            _set(self.made, section, group, first)
        here = next((one for one in group if spelled(one) == key), key)
        record = group.get(here)
        if not isinstance(record, SourcedMap):
            record = SourcedMap(getattr(first.value, "where", Where(first.pack.file)))
            _set(group, here, record, first)
        return record

    def _keep_what_it_rests_on(self, section: str, record: SourcedMap) -> None:
        """Name the evidence of each field that has a place for it, so that what is added gives it no better one."""
        for name in list(record):
            own = evidence_key(section, name)
            if own != EVIDENCE and own not in record and EVIDENCE in record:
                record[own] = record[EVIDENCE]
                record.key_places[own] = record.key_places.get(EVIDENCE, record.where)

    def _name(self, one: Statement, name: str, entry: Entry) -> str:
        """The name by which the evidence of a pack is known in the rules put together, where it is added once."""
        asked = (one.pack.file, name, entry.is_confirmed)
        if asked not in self._names:
            self._names[asked] = f"pack-{len(self._names) + 1}"
            self._add(self._names[asked], one, name, confirmed=entry.is_confirmed)
        return self._names[asked]

    def _add(self, called: str, one: Statement, name: str, *, confirmed: bool) -> None:
        evidence = self.made.get(EVIDENCE)
        if not isinstance(evidence, SourcedMap):
            evidence = SourcedMap(Where(one.pack.file))
            _set(self.made, EVIDENCE, evidence, one)
        known = one.pack.rules.get(EVIDENCE)
        typed = known.get(name) if isinstance(known, Mapping) else None
        source = str(typed.get("source") or "") if isinstance(typed, Mapping) else ""
        given = str(typed.get("grade") or "I") if isinstance(typed, Mapping) else "I"
        grade = "A2" if confirmed else given if self.trust is Trust.AS_GIVEN else "A1"
        said = f"ตามที่{one.pack.agency} กรอก เมื่อ {one.pack.head.made_on}{f' จาก{source}' if source else ''}"
        made = SourcedMap(Where(one.pack.file))
        page = page_of(one.pack, name)
        for key, text in (("grade", grade), ("source", said), *([("page", page)] if page else [])):
            _set(made, key, SourcedText.at(text, Where(one.pack.file)), one)
        _set(evidence, called, made, one)


def _with_evidence(value: object, names: Sequence[str]) -> object:
    """The value with other evidence, wherever it names some."""
    if isinstance(value, SourcedMap):
        made = copied(value, deep=False)
        for key, inner in value.items():
            made[key] = _replaced(key, inner, names, value)
        return made
    if isinstance(value, SourcedList):
        listed = SourcedList(value.where)
        listed.extend(_with_evidence(one, names) for one in value)
        listed.places = value.places
        return listed
    return value


def _replaced(key: str, inner: object, names: Sequence[str], holder: SourcedMap) -> object:
    if key == EVIDENCE or key.endswith(f"_{EVIDENCE}"):
        made = SourcedList(holder.where)
        made.extend(SourcedText.at(name, holder.where) for name in names)
        return made
    return _with_evidence(inner, names)


def _set(group: SourcedMap, key: str, value: object, first: Statement) -> None:
    group[key] = value
    group.key_places[key] = getattr(first.value, "where", Where(first.pack.file))


def _listed(names: Sequence[str], first: Statement) -> SourcedList:
    where = getattr(first.value, "where", Where(first.pack.file))
    made = SourcedList(where)
    made.extend(SourcedText.at(name, where) for name in dict.fromkeys(names))
    return made


def bare_rules(pack: Pack) -> SourcedMap:
    """Rules of the pack's year that say nothing yet."""
    made = SourcedMap(Where(pack.file))
    for key, text in (("scheme", scheme_of(pack.rules)), ("fiscal_year", str(pack.year))):
        made[key] = SourcedText.at(text, Where(pack.file))
        made.key_places[key] = Where(pack.file)
    return made


def copied(raw: SourcedMap, *, deep: bool = True) -> SourcedMap:
    """A copy whose groups can be added to; lists and texts are shared."""
    made = SourcedMap(raw.where)
    for key, value in raw.items():
        made[key] = copied(value) if deep and isinstance(value, SourcedMap) else value
    made.key_places = {**raw.key_places}
    made.lost, made.whole = raw.lost, raw.whole
    return made

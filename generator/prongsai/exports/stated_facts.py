"""Everything that a site states and shows, field by field as declared: the larger part of a publication's record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prongsai.json_value import Json
from prongsai.ledger.stated_values import ABSENT, PRINTED, READ
from prongsai.model.declared import EACH, OF_THE_SITE, shown_fields
from prongsai.model.measures import Measures
from prongsai.model.record import Record
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, Printed
from prongsai.model.status import Status
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.periods import Period

Facts = dict[str, Json]
SayPeriod = Callable[[object], Mapping[str, Json] | None]
_UNITS = {"lead", "unit", "units"}  # the fields that name units of the agency, by key, name or alias


@dataclass(frozen=True)
class _Scope:
    """The site that states the facts, and how a period of the year is said."""

    site: Site
    say_period: SayPeriod

    @property
    def shown(self) -> frozenset[str]:
        """The fields that are shown."""
        return shown_fields(with_notes=self.site.options.notes == "public")

    @cached_property
    def entered(self) -> frozenset[str]:
        """The paths below which fields are shown."""
        return frozenset(path.rpartition(".")[0] for path in self.shown)


def state_fields(site: Site) -> list[str]:
    """The paths of the fields that the facts speak of: what is not filled in is left out of them."""
    return sorted(shown_fields(with_notes=site.options.notes == "public"))


def state_site(site: Site) -> Facts:
    """The facts that are of no year, by part: the agency, its documents, the texts on every page."""
    held = {"agency": site.agency, "documents": site.document_list, "site": site.options}
    return _state(_Scope(site, lambda _: None), {part: held[part] for part in OF_THE_SITE})


def state_year(site: Site, year: FiscalYear, say_period: SayPeriod) -> Facts:
    """The facts of a year by part, as its data files state them."""
    measures = _without_merged(year) if year.measures else None
    parts = {**year.parts, "measures": measures, "explanations": year.explanations}
    return _state(_Scope(site.in_year(year.year), say_period), parts)


def _state(scope: _Scope, parts: Mapping[str, Record | None]) -> Facts:
    stated = {part: _state_record(scope, part, record) for part, record in parts.items() if record is not None}
    return {part: facts for part, facts in stated.items() if any(path.startswith(f"{part}.") for path in scope.shown)}


def _without_merged(year: FiscalYear) -> Measures | None:
    """The measures of a year, each with the cells that it shares with the one above, as its page shows them."""
    full = []
    for facts in year.measure_facts:
        shared = (name for name in type(facts.measure).model_fields if facts.is_merged(name))
        full.append(facts.measure.model_copy(update={name: facts.value(name) for name in shared}))
    return year.measures.model_copy(update={"measures": tuple(full)}) if year.measures else None


def _state_record(scope: _Scope, path: str, record: Record) -> Facts:
    """The shown fields of a record; those that are as nobody filled them in are left out."""
    found: Facts = {}
    for name, field in type(record).model_fields.items():
        key, value = field.alias or name, getattr(record, name)
        if f"{path}.{key}" in scope.shown and value != field.default:
            stated = _state_value(scope, f"{path}.{key}", value)
            if stated not in (None, [], {}):
                found[key] = _as_typed(record, key, stated)
    return found


def _as_typed(record: Record, key: str, stated: Json) -> Json:
    """A value with the printed text that it was read from: another reading of the same text is no other fact."""
    typed = record.typed.get(key) if isinstance(record.typed, dict) else None
    printed = typed.get("printed") if isinstance(typed, dict) else None
    is_record = isinstance(stated, dict) and PRINTED not in stated
    return {PRINTED: str(printed), READ: stated} if printed and not (is_record or _is_said(stated)) else stated


def _is_said(stated: Json) -> bool:
    return isinstance(stated, dict) and (PRINTED in stated or ABSENT in stated)


def _state_value(scope: _Scope, path: str, value: object) -> Json:
    if isinstance(value, Record):
        return _state_record(scope, _entered(scope, path), value)
    if isinstance(value, dict):
        return {str(key): _state_value(scope, f"{path}.{EACH}", one) for key, one in value.items()}
    if isinstance(value, tuple):
        stated = [_state_value(scope, f"{path}.{EACH}", one) for one in value]
        return sorted(map(str, stated)) if path.rpartition(".")[2] in _UNITS else stated
    is_unit = isinstance(value, str) and bool(_UNITS & {*path.split(".")[-2:]})
    return scope.site.unit_of(str(value)) or str(value) if is_unit else _state_scalar(scope, value)


def _entered(scope: _Scope, path: str) -> str:
    """The path below which the fields of a record are: for one inside its own kind that of the outer one."""
    while path not in scope.entered and f".{EACH}" in path:
        path = path.rsplit(".", 2)[0]
    return path


def _state_scalar(scope: _Scope, value: object) -> Json:
    if isinstance(value, Absence):
        return None if value is Absence.NOT_ENTERED else {ABSENT: value.value}
    if isinstance(value, Printed):
        return {PRINTED: value.printed}
    if isinstance(value, Period):
        said = scope.say_period(value) or {}
        return {PRINTED: value.printed, READ: [said.get("first"), said.get("last")]}
    return _plain(value)


def _plain(value: object) -> Json:
    if isinstance(value, Status):
        return value.key
    if isinstance(value, BuddhistDate):
        return value.in_digits()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if isinstance(value, bool | int) or value is None else str(value)

"""The unit that a text names, and the measures of a year with each unit of a cell as a name of its own."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.model.measures import Measure, Measures, Responsible
from prongsai.thai.unit_names import unit_names_in

_CUT = "ฯ"


def unit_called(names: Mapping[str, str], text: str) -> str | None:
    """The key of the unit that a text means, whatever its blanks, or None; `names` has the key by all that means it.

    A name cut with ฯ is that of the one unit that begins so, and of a unit listed with ฯ also the rest of it.
    """
    if text in names:
        return names[text]
    plain = _bare(text)
    for name, key in names.items():
        if plain == _bare(name):
            return key
    stem = plain.removesuffix(_CUT)
    if not stem or stem == plain:
        return None
    begun = {key for name, key in names.items() if name != key and _bare(name).startswith(stem)}
    return begun.pop() if len(begun) == 1 else None


def _bare(name: str) -> str:
    return "".join(name.split())


def with_units_apart(measures: Measures, names: Mapping[str, str]) -> Measures:
    """The measures with each unit of a cell as a name of its own; the same ones where no cell has several."""
    read = tuple(_with_units_apart(measure, names) for measure in measures.measures)
    is_same = all(one is other for one, other in zip(read, measures.measures, strict=True))
    return measures if is_same else measures.model_copy(update={"measures": read})


def _with_units_apart(measure: Measure, names: Mapping[str, str]) -> Measure:
    who = measure.responsible
    if not isinstance(who, Responsible):
        return measure
    lead, others = (_names(texts, names) for texts in (who.lead, who.units))
    if (lead, others) == (who.lead, who.units):
        return measure
    return measure.model_copy(update={"responsible": who.model_copy(update={"lead": lead, "units": others})})


def _names(texts: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    found = (name for text in texts for name in unit_names_in(text, lambda one: unit_called(names, one) is not None))
    return tuple(dict.fromkeys(found))

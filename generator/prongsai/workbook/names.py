"""Names of entries: those by which a workbook finds a row again, and those by which people choose one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from prongsai.forms.cells import Names, group_at
from prongsai.model import analysis, follow_up, scores
from prongsai.model.edition import Edition
from prongsai.model.record import Record
from prongsai.model.stated import SPELLINGS
from prongsai.thai import codes
from prongsai.thai.numerals import to_arabic

_NATURAL: dict[type[Record], tuple[str, ...]] = {
    follow_up.Report: ("measure", "round"),
    scores.Question: ("instrument", "code"),
    analysis.DevelopmentPoint: ("indicator", "item"),
}
WAITING = "?"  # behind the key of a row that waits in its sheet to become an entry
_LONGEST = 60  # characters of a title in a list to choose from


def entry_names(entries: Sequence[object], record: type[Record]) -> list[str]:
    """A name for each entry of a list, by what it is: its code, else what sets it apart; alike ones are numbered."""
    keys = ("id",) if "id" in record.model_fields else _NATURAL.get(record, ())
    seen: Counter[str] = Counter()
    names = []
    for entry in entries:
        typed = group_at(entry, record)
        name = "-".join(str(typed[key]) for key in keys if isinstance(typed.get(key), str))
        seen[name] += 1
        count = seen[name] - (1 if not name else 0)
        names.append(name if name and count == 1 else f"{name}#{count}" if name else str(count))
    return names


def key_of(code: str, keys: Iterable[str]) -> str | None:
    """The key of a table that a code means, however it is spelled there; None where it is not there."""
    plain = {code, to_arabic(code)}
    return next(
        (key for key in keys if key in plain or not plain.isdisjoint({to_arabic(key), *codes.spellings(key)})), None
    )


def escape_step(step: str | int) -> str:
    """A step of a path as it is written between slashes."""
    return str(step).replace("~", "~0").replace("/", "~1")


def read_step(text: str) -> str:
    """A step as it was before it was written between slashes."""
    return text.replace("~1", "/").replace("~0", "~")


def names_in(agency: object, documents: object, whole: object) -> Names:
    """The names for the codes that a data file refers to: units, documents, and its own topics and measures."""
    return {
        "unit": _apart(_named(_entries(agency, "units"), "name")),
        "document": _apart(_named(_entries(documents, "documents"), "title")),
        "topic": _apart(_titled(_entries(whole, "topics"))),
        "measure": _apart(dict(_measures(_entries(whole, "measures")))),
    }


def label_of(typed: Mapping[str, object]) -> str:
    """The number and the title of a measure, as people choose it."""
    parts = (typed.get("number"), typed.get("title"))
    texts = [one for one in parts if isinstance(one, str) and one not in SPELLINGS]
    return cut(" ".join(texts)) or str(typed.get("id") or "")


def cut(text: str) -> str:
    """A text that fits a list to choose from."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def item_label(code: str, edition: Edition) -> str:
    """The code of an item with its title."""
    return cut(f"{code} {edition.names_for('items').get(code, '')}".strip())


def _entries(whole: object, key: str) -> object:
    return whole.get(key) if isinstance(whole, Mapping) else None


def _named(table: object, key: str) -> Mapping[str, str]:
    entries = table.items() if isinstance(table, Mapping) else ()
    return {code: str(one[key]) for code, one in entries if isinstance(one, Mapping) and isinstance(one.get(key), str)}


def _titled(entries: object) -> Mapping[str, str]:
    listed = entries if isinstance(entries, list) else []
    return {
        str(one["id"]): cut(str(one["title"]))
        for one in listed
        if isinstance(one, Mapping) and {"id", "title"} <= one.keys()
    }


def _measures(entries: object) -> Iterator[tuple[str, str]]:
    for one in entries if isinstance(entries, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            yield str(one["id"]), label_of(one)


def _apart(names: Mapping[str, str]) -> dict[str, str]:
    """The names, with its code where two have the same or one is a code itself."""
    seen = Counter(names.values())
    return {
        code: name if seen[name] == 1 and name not in names else with_code(name, code) for code, name in names.items()
    }


def with_code(name: str, code: str) -> str:
    """A name with its code, which sets it apart from another of the same name."""
    return f"{name[: _LONGEST - len(code) - 3]} ({code})"

"""What stood at an address and what stands there now: titles, questions, hashes; by them a renamed thing is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prongsai.addresses import Subject, subject_of
from prongsai.ledger.facts import Facts, parts_of, text_of, texts_of


@dataclass(frozen=True)
class Contents:
    """What stood at addresses by the newest snapshot, and what stands at addresses now; an unknown one says nothing."""

    before: Mapping[str, str] = field(default_factory=dict)
    now: Mapping[str, str] = field(default_factory=dict)

    def of_both(self, old: str, new: str) -> tuple[str, str] | None:
        """What stood at the old address and what stands at the new one; None where either is not known."""
        before, after = self.before.get(place_of(old), ""), self.now.get(place_of(new), "")
        return (before, after) if before and after else None


NOTHING_KNOWN = Contents()


def contents_of(facts: Facts) -> dict[str, str]:
    """What stands at the addresses that a snapshot of the facts speaks of."""
    found = {f"/files/{name}": digest for name, digest in _texts(facts, "files")}
    for year, of_year in parts_of(facts, "years").items():
        measures = parts_of(of_year, "measures")
        found |= {f"/{year}/measures/{key}/": text_of(one, "title") for key, one in measures.items()}
        found |= {f"/{year}/questions/#{key}": text_of(one, "question") for key, one in _questions(of_year)}
        found |= {f"/files/{year}/{name}": digest for name, digest in _texts(of_year, "files")}
        for one in measures.values():
            found |= {f"/units/{key}/": name for key, name in zip(*_units(one), strict=False) if key != name}
    return found


def place_of(address: str) -> str:
    """The address of a question without the number of its page, which changes with those before it."""
    subject, (_, mark, fragment) = subject_of(address), address.partition("#")
    is_question = mark and subject.kind == "questions"
    return f"{Subject('questions', subject.year).path}#{fragment}" if is_question else address


def _questions(of_year: Facts) -> Iterator[tuple[str, Facts]]:
    yield from parts_of(of_year, "questions").items()


def _units(measure: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return texts_of(measure, "unit_keys"), texts_of(measure, "units")


def _texts(facts: Facts, key: str) -> Iterator[tuple[str, str]]:
    found = facts.get(key)
    names = found if isinstance(found, dict) else {}
    yield from ((str(name), text) for name, text in names.items() if isinstance(text, str))

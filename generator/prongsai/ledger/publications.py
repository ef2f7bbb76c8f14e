"""Publications day by day: the facts of each one, and what a change between two of them is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from prongsai.json_value import Json

Kind = Literal[
    "first-publication",
    "year-added",
    "year-withdrawn",
    "scores-added",
    "scores-withdrawn",
    "total",
    "level",
    "instrument",
    "indicator",
    "analysis-added",
    "analysis-withdrawn",
    "measures-added",
    "measures-withdrawn",
    "measure-added",
    "measure-withdrawn",
    "measure-renamed",
    "status",
    "period",
    "responsible",
    "reports-added",
    "reports-withdrawn",
    "report-added",
    "report-withdrawn",
    "item-answered",
    "item-changed",
    "item-withdrawn",
    "question-answered",
    "memo-added",
    "memo-withdrawn",
    "scores-fact",
    "analysis-fact",
    "measures-fact",
    "measure-fact",
    "reports-fact",
    "report-fact",
    "memo-fact",
    "oit-fact",
    "item-fact",
    "questions-fact",
    "question-fact",
    "explanations-fact",
    "agency-fact",
    "documents-fact",
    "site-fact",
]

_OF_A_MEASURE = {"measure", "status", "period", "responsible", "report"}
_SECTIONS = {**dict.fromkeys((*_OF_A_MEASURE, "measures"), "measures"), "report": "follow-up", "reports": "follow-up"}
_SECTIONS |= {
    **dict.fromkeys(("agency", "documents", "site"), ""),
    "analysis": "analysis",
    "memo": "memo",
    "explanations": "notes",
}
_SECTIONS |= {**dict.fromkeys(("item", "oit"), "oit"), **dict.fromkeys(("question", "questions"), "questions")}


@dataclass(frozen=True)
class Publication:
    """The facts that were published on `day` (Buddhist Era, `2569-11-21`), as their snapshot holds them."""

    day: str
    facts: Mapping[str, Json]


@dataclass(frozen=True)
class Change:
    """One difference between two publications; `day` is that of the later one.

    `year` is the fiscal year (Buddhist Era), None for what concerns the whole site. `subject` is the permanent name of
    what changed (`m03`, `6`, `O42`); with day, kind, year and field it names the change for ever. An empty `before` or
    `after` says that nothing was stated then. `title` and `number` are those of a measure, `title` also the text of a
    question; `units` are keys of responsible units, or their names where they have none. `about` is the level of new
    scores, or how many things a new part holds; `years` are those of the first publication. A change of one declared
    field names it (`measures.measures.*.steps`), and `about` says whether it was added, withdrawn or changed.
    """

    kind: Kind
    year: int | None = None
    subject: str = ""
    before: str = ""
    after: str = ""
    title: str = ""
    number: str = ""
    about: str = ""
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    day: str = ""
    field: str = ""

    @property
    def section(self) -> str:
        """The section of its year that shows it."""
        return _SECTIONS.get(self.kind.partition("-")[0], "scores")

    @property
    def measure(self) -> str:
        """The id of the measure that it is about; empty where it is about none."""
        is_of_one = self.kind.partition("-")[0] in _OF_A_MEASURE
        return self.subject.partition("/")[0].partition("#")[0] if is_of_one else ""


@dataclass(frozen=True)
class History:
    """All changes between publications, the newest day first; the first publication is a change of its own.

    `seed` is the same for ever and no other site's; both are empty before the first publication.
    """

    changes: tuple[Change, ...] = ()
    seed: str = ""


NEVER_PUBLISHED = History()


def join_days(publications: Iterable[Publication]) -> tuple[Publication, ...]:
    """The publications by day: what was published last on a day is what counts of it."""
    last = {one.day: one for one in publications}
    return tuple(last[day] for day in sorted(last))

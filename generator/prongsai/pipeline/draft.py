"""Make first texts of a site kept in a folder: what is missing of an analysis or of measures, proposed and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from prongsai.analysis.results import analyse_site
from prongsai.drafts.analysis import draft_analysis
from prongsai.drafts.drafted import Drafted
from prongsai.drafts.measures import draft_measures
from prongsai.drafts.told import Told, tell
from prongsai.loading.load_site import Loaded, load_site
from prongsai.model.known_parts import states_scores
from prongsai.model.stated import known
from prongsai.pipeline.save import Proposed, propose

Missing = Literal["no-scores", "faulty", "other-year"]


class NoDraftError(Exception):
    """A draft that cannot be made: the reason, the file that it needs, its year, and what is there instead."""

    def __init__(self, reason: Missing, file: str, year: int, found: object = "") -> None:
        super().__init__(f"{reason}: {file}")
        self.reason: Missing = reason
        self.file = file
        self.year = year
        self.found = found


@dataclass(frozen=True)
class Prepared:
    """A draft with what it would write; nothing is proposed where nothing is missing."""

    drafted: Drafted
    proposed: Proposed | None


def prepare_analysis(root: Path, year: int) -> Prepared:
    """The draft of the analysis of the result of a year (Buddhist Era).

    Raises NoDraftError where the result is not there or the file cannot be read, and as `propose` does.
    """
    loaded, file = load_site(root), f"data/{year}/analysis.yml"
    _refuse_faulty(loaded, file, year)
    return _prepare(root, draft_analysis(_told(loaded, year), file))


def prepare_measures(root: Path, year: int, most: int) -> Prepared:
    """The draft of the measures of a year, which answer the result of the year before, with `most` proposals for each.

    Raises as `prepare_analysis` does.
    """
    loaded, file = load_site(root), f"data/{year}/measures.yml"
    _refuse_faulty(loaded, file, year)
    told, own = _told(loaded, year - 1), loaded.site.year(year)
    answered = own.answered_year if own else None
    if answered not in {None, told.year}:
        raise NoDraftError("other-year", file, told.year, answered)
    return _prepare(root, draft_measures(told, analyse_site(loaded.site), year, file, most))


def _told(loaded: Loaded, year: int) -> Told:
    scores = f"data/{year}/scores.yml"
    _refuse_faulty(loaded, scores, year)
    result = analyse_site(loaded.site).years.get(year)
    told = tell(result, known(loaded.site.in_year(year).agency.name) or "หน่วยงาน") if result else None
    if told is None or not states_scores(told.scores):
        raise NoDraftError("no-scores", scores, year)
    return told


def _refuse_faulty(loaded: Loaded, file: str, year: int) -> None:
    if file in loaded.unreadable or file in loaded.incomplete:
        raise NoDraftError("faulty", file, year)


def _prepare(root: Path, drafted: Drafted) -> Prepared:
    return Prepared(drafted, propose(root, drafted.changes) if drafted.changes else None)

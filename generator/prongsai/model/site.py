"""Everything an agency keeps: its years and what does not change with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from prongsai.model.agency import Agency, Document, Documents, SiteOptions
from prongsai.model.analysis import Analysis
from prongsai.model.content import ContentFile
from prongsai.model.edition import Edition
from prongsai.model.explanations import Explanations
from prongsai.model.measures import FollowUp, Measure, Measures, Report
from prongsai.model.memo import Memo
from prongsai.model.oit import Register
from prongsai.model.questions import Questions
from prongsai.model.scores import Scores
from prongsai.model.stated import known


@dataclass(frozen=True)
class FiscalYear:
    """What the agency keeps for one fiscal year (Buddhist Era); None where there is no file."""

    year: int
    edition: Edition
    scores: Scores | None = None
    analysis: Analysis | None = None
    measures: Measures | None = None
    follow_up: FollowUp | None = None
    memo: Memo | None = None
    register: Register | None = None
    questions: Questions | None = None
    explanations: Explanations | None = None
    files: tuple[str, ...] = ()

    @property
    def listed_measures(self) -> tuple[Measure, ...]:
        """The measures of the year in the order of their document; none where there is no file of them."""
        return self.measures.measures if self.measures else ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports on the measures of the year in the order of their document; none where there is no file."""
        return self.follow_up.reports if self.follow_up else ()

    @property
    def answered_year(self) -> int | None:
        """The fiscal year whose result the measures answer (Buddhist Era), or None where it is not stated."""
        return known(self.measures.from_fiscal_year) if self.measures else None


@dataclass(frozen=True)
class Site:
    """One agency's facts over the years, in ascending order of the years, and what it puts beside them itself.

    `document_list` is the file that names the `documents`. `for_officer` is set for what only the officer reads: the
    preview and the submission sheet.
    """

    agency: Agency
    options: SiteOptions
    documents: dict[str, Document] = field(default_factory=dict)
    years: tuple[FiscalYear, ...] = ()
    content: tuple[ContentFile, ...] = ()
    document_list: Documents = field(default_factory=Documents)
    for_officer: bool = False

    @property
    def shows_notes(self) -> bool:
        """Whether readers see what the program found: notes, readiness and the state of links."""
        return self.for_officer or self.options.notes == "public"

    def year(self, number: int) -> FiscalYear | None:
        """The fiscal year of that number, or None."""
        return self._by_number.get(number)

    @cached_property
    def _by_number(self) -> dict[int, FiscalYear]:
        return {year.year: year for year in self.years}

    def unit_of(self, text: str) -> str | None:
        """The key of the unit that a key, a name or an alias stands for, or None."""
        for key, unit in self.agency.units.items():
            if text in {key, unit.name, *unit.aliases}:
                return key
        return None

"""What the pages across the years share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from prongsai.addresses import Subject
from prongsai.analysis.results import Results
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.views.assessment import AssessmentName, shared_assessment
from prongsai.views.content import Phrase
from prongsai.views.questions import questions_by_subject
from prongsai.views.speech import Speech


@dataclass(frozen=True)
class SiteScope:
    """A whole site and how its values are said."""

    results: Results
    speech: Speech

    @property
    def site(self) -> Site:
        """The facts of the site."""
        return self.results.site

    @property
    def agency(self) -> str:
        """The agency's name, or the word for an agency."""
        return known(self.site.agency.name) or "หน่วยงาน"

    @property
    def assessment(self) -> AssessmentName:
        """What the assessments of all years are called."""
        return shared_assessment(self.results)

    @property
    def in_short(self) -> str:
        """The short name between blanks, as it stands in a sentence; nothing where there is none."""
        return f" {self.assessment.short} " if self.assessment.short else ""

    @cached_property
    def questions(self) -> Mapping[Subject, tuple[tuple[Phrase, Phrase], ...]]:
        """The questions about each thing, the newest first."""
        return questions_by_subject(self.site, self.speech)

    @property
    def files(self) -> tuple[str, ...]:
        """All data files of all years."""
        return tuple(file for result in self.results.years.values() for file in result.year.files)

    def made_from(self, name: str) -> tuple[str, ...]:
        """The data files of one name in all years."""
        return tuple(file for file in self.files if file.endswith(f"/{name}.yml"))

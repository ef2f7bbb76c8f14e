"""The parts from which one fiscal year is composed: its facts, how values are said, and whether for page or paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai.analysis.results import Results, YearResult
from prongsai.links.memory import Memory
from prongsai.model.document_parts import sources_of
from prongsai.model.measures import Measure
from prongsai.model.record import Record
from prongsai.model.recorder import Recorder
from prongsai.model.site import FiscalYear
from prongsai.problems import Problem
from prongsai.views.assessment import AssessmentName, assessment_of
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.names import word_document
from prongsai.views.oit.items import items_answered_by
from prongsai.views.speech import Speech


@dataclass(frozen=True)
class Scope:
    """One year of a site, with all results, the problems found, how values are said and what is remembered of links."""

    results: Results
    result: YearResult
    problems: tuple[Problem, ...]
    speech: Speech
    links: Memory = NO_MEMORY

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of what is read of the results."""
        return self.results.recorder

    @property
    def on_paper(self) -> bool:
        """True if it is for paper, where nobody follows a link."""
        return False

    @property
    def here(self) -> str:
        """The name of what the reader has in hand."""
        return "เอกสารนี้" if self.on_paper else "หน้านี้"

    @property
    def own(self) -> FiscalYear:
        """The facts of the year."""
        return self.result.year

    @property
    def number(self) -> int:
        """The fiscal year (Buddhist Era)."""
        return self.own.year

    @property
    def name(self) -> str:
        """ปีงบประมาณ พ.ศ. ๒๕๖๔."""
        return self.speech.fiscal_year(self.number)

    @property
    def assessment(self) -> AssessmentName:
        """The name of the year's assessment."""
        return assessment_of(self.own.edition)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures for the year."""
        return self.own.listed_measures

    @property
    def answered(self) -> YearResult | None:
        """The year whose result the measures answer, when the site has it."""
        year = self.own.answered_year
        return self.results.years.get(year) if year is not None else None

    @property
    def answered_name(self) -> str:
        """The name of the year that the measures answer, or an empty text."""
        year = self.own.answered_year
        return self.speech.fiscal_year(year) if year is not None else ""

    def several_documents(self, record: Record) -> tuple[str, ...]:
        """The documents behind a file of the year in a sentence, where there is more than one."""
        documents = self.results.site.documents
        found = [word_document(documents[key], self.speech) for key in sources_of(record) if key in documents]
        count, named = self.speech.digits(len(found)), " และ ".join(found)
        return (f"จัดทำจากเอกสาร {count} ฉบับ คือ {named}",) if len(found) > 1 else ()

    def items_answered(self, section: Literal["measures", "follow-up"]) -> str:
        """The OIT items that a section answers by itself: ข้อ O42 ของปีงบประมาณ พ.ศ. ๒๕๖๕."""
        found = items_answered_by(self.results, self.number, section)
        return " และ".join(f"ข้อ {code} ของ{self.speech.fiscal_year(number)}" for number, code in found)

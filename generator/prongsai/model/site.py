"""Everything an agency keeps: its years and what does not change with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, ClassVar, Literal, overload

from prongsai.model.agency import Agency, Document, Documents, SiteOptions
from prongsai.model.analysis import Analysis
from prongsai.model.calendar import Calendar, Deadline
from prongsai.model.content import ContentFile
from prongsai.model.edition import Edition
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.measures import Measure, Measures, Responsible
from prongsai.model.memo import Memo
from prongsai.model.names_in_year import agency_in_year, has_history, keys_by_name
from prongsai.model.oit import Register
from prongsai.model.plan_parts import PlanYears
from prongsai.model.questions import Questions
from prongsai.model.record import Record, say
from prongsai.model.recorder import Recorder, ask_once, recorded_property
from prongsai.model.reports import in_order, newest_reports, progress_of
from prongsai.model.scores import Scores
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Progress
from prongsai.model.types import Day, Key, Text, Year
from prongsai.model.unit_lookup import unit_called
from prongsai.thai.periods import Period, Span
from prongsai.thai.unit_names import unit_names_in


@dataclass(frozen=True)
class FiscalYear:
    """The files that the agency keeps for one fiscal year (Buddhist Era); None where there is no file.

    `files` are those from which pages are made.
    """

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
    calendar: Calendar | None = None
    files: tuple[str, ...] = ()
    recorder: ClassVar[Recorder | None] = None

    @recorded_property
    def parts(self) -> dict[str, Record | None]:
        """The parts that its data files state, by the names of the files.

        Explanations and the calendar state nothing of the year that a page could show.
        """
        return {
            "scores": self.scores,
            "analysis": self.analysis,
            "measures": self.measures,
            "follow-up": self.follow_up,
            "memo": self.memo,
            "oit": self.register,
            "questions": self.questions,
        }

    @recorded_property
    def measure_facts(self) -> tuple[MeasureFacts, ...]:
        """The measures of the year, each with what all files of the year say of it."""
        listed = self.listed_measures
        return tuple(MeasureFacts(self, measure, listed[:place]) for place, measure in enumerate(listed))

    @property
    def listed_measures(self) -> tuple[Measure, ...]:
        """The measures of the year in the order of their document; none where there is no file of them."""
        return self.measures.measures if self.measures else ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports on the measures of the year in the order of their document; none where there is no file."""
        return self.follow_up.reports if self.follow_up else ()

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines that the agency has set itself for the year."""
        return self.calendar.deadlines if self.calendar else ()

    @property
    def is_stated(self) -> bool:
        """True unless the document of the measures does not say of which year they are."""
        return self.measures is None or self.measures.year_stated

    def spans_of(self, period: Period) -> tuple[Span, ...]:
        """The months of a period as far as documents tell: those without a year are of this one, if that is stated."""
        return period.spans_in(self.year) if period.has_year or self.is_stated else ()

    @property
    def taken_year(self) -> int | None:
        """The fiscal year whose result the measures are taken to answer: the one stated, else their own."""
        return (known(self.measures.from_fiscal_year) or self.measures.fiscal_year) if self.measures else None

    @property
    def answered_year(self) -> int | None:
        """The fiscal year whose result the measures answer (Buddhist Era), or None where it is not stated."""
        return known(self.measures.from_fiscal_year) if self.measures else None


@dataclass(frozen=True, eq=False)
class MeasureFacts:
    """A measure with what the files of its year say of it together; `above` are those before it in their document."""

    year: FiscalYear
    measure: Measure
    above: tuple[Measure, ...]

    @property
    def recorder(self) -> Recorder | None:
        """The recorder of what is read of the year."""
        return self.year.recorder

    @overload
    def value(self, field: Literal["responsible"]) -> Responsible | Absence | Printed: ...
    @overload
    def value(self, field: Literal["period"]) -> Period | Absence | Printed: ...
    @overload
    def value(self, field: str) -> object: ...
    def value(self, field: str) -> object:
        """The value of a field; where the document merges the cell with the one above, the value of that cell."""
        values = (getattr(one, field) for one in (self.measure, *reversed(self.above)))
        return next((value for value in values if value is not Absence.MERGED), Absence.MERGED)

    def is_merged(self, field: str) -> bool:
        """True if a field has its value from a measure above."""
        return getattr(self.measure, field) is Absence.MERGED and self.value(field) is not Absence.MERGED

    @property
    def plan_years(self) -> PlanYears | None:
        """The years of the plan that the measure is in: its own, else those of all measures of its file."""
        return self.measure.plan_years or (self.year.measures.plan_years if self.year.measures else None)

    @recorded_property
    def reports(self) -> tuple[Report, ...]:
        """The reports about the measure, oldest round first."""
        return in_order((one for one in self.year.reports if one.measure == self.measure.id), self.year.year)

    @recorded_property
    def newest(self) -> tuple[Report, ...]:
        """Its newest report; several where nothing tells which is newer."""
        return newest_reports(self.year.year, self.reports)

    @recorded_property
    def progress(self) -> Progress:
        """The progress by the measure's newest report; without one nothing is known, not even that it has not begun."""
        return progress_of(self.newest)


@dataclass(frozen=True)
class Site:
    """One agency's facts over the years, in ascending order of the years, and what it puts next to them itself.

    `document_list` is the file that names the `documents`. `for_officer` is set for what only the officer reads: the
    preview and the submission sheet. The `forms_lacking` are those of documents (pdf, docx) that the site wants and
    this machine cannot make: pages are made as if there were none. Where the names are those of a year, `names_of` is
    that year and `today` the site with those of today.
    """

    agency: Agency
    options: SiteOptions
    documents: dict[str, Document] = field(default_factory=dict)
    years: tuple[FiscalYear, ...] = ()
    content: tuple[ContentFile, ...] = ()
    document_list: Documents = field(default_factory=Documents)
    for_officer: bool = False
    forms_lacking: frozenset[str] = frozenset()
    names_of: int | None = None
    today: Site | None = None
    recorder: ClassVar[Recorder | None] = None

    @property
    def shows_notes(self) -> bool:
        """True if readers see what the program found: notes, readiness and the state of links."""
        return self.for_officer or self.options.notes == "public"

    def year(self, number: int) -> FiscalYear | None:
        """The fiscal year of that number, or None."""
        return self._by_number.get(number)

    @recorded_property
    def _by_number(self) -> dict[int, FiscalYear]:
        return {year.year: year for year in self.years}

    def in_year(self, number: int) -> Site:
        """The site with the names of a fiscal year (Buddhist Era); the same where nothing had another name then."""
        today = self.today or self
        if not has_history(today.agency):
            return today
        return ask_once(today.recorder, today._in_years, number, partial(today._named_as_in, number))

    def _named_as_in(self, number: int) -> Site:
        return replace(self, agency=agency_in_year(self.agency, number), names_of=number, today=self)

    @cached_property
    def _in_years(self) -> dict[Any, Any]:
        return {}

    @recorded_property
    def _unit_keys(self) -> dict[str, str]:
        return keys_by_name(self.agency, (self.today or self).agency, self.names_of)

    def unit_of(self, text: str) -> str | None:
        """The key of the unit that a key, a name or an alias means, or None; names of other years mean it too."""
        return unit_called(self._unit_keys, text)

    def units_named(self, texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The units that texts name, each with its key and its name; one that is none of them has no key.

        A text may name several, as งานบุคลากร/งานบริหารทั่วไป does.
        """
        found = [pair for text in texts for pair in self._units_in(text)]
        return tuple(dict.fromkeys(found))

    def _units_in(self, text: str) -> list[tuple[str, str]]:
        names = unit_names_in(text, lambda one: self.unit_of(one) is not None)
        keys = [(self.unit_of(name), name) for name in names]
        return [(key or "", self.agency.units[key].name if key else name) for key, name in keys]


class Explanation(Record):
    """An explanation of the problems of one code; `about` narrows it to those that name this."""

    called = "คำชี้แจง"

    code: Key = say(
        "รหัสของข้อสังเกต", "รหัสในวงเล็บเหลี่ยมของรายงานจากคำสั่ง prongsai check", example="stated-twice-differently"
    )
    text: Text = say("คำชี้แจง", "ข้อความชี้แจงของหน่วยงาน", example="ตัวเลขในย่อหน้าสรุปพิมพ์สลับหลัก คะแนนที่ถูกต้องคือ 78.59")
    about: Text | None = say(
        "เฉพาะที่กล่าวถึง", "คำที่อยู่ในรายงานนั้น ใช้เมื่อชี้แจงเฉพาะบางรายการ เว้นไว้ถ้าชี้แจงทุกรายการของรหัสนั้น", None, example="OIT"
    )
    date: Day | None = say("วันที่ชี้แจง", "วันที่ที่หน่วยงานชี้แจง ปีเป็น พ.ศ.", None, example="1 ตุลาคม 2567")


class Explanations(Record):
    """The explanations for the notes of `fiscal_year` (Buddhist Era)."""

    called = "คำชี้แจงของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของข้อมูลที่ชี้แจง เป็นปี พ.ศ.", example="2567")
    explanations: tuple[Explanation, ...] = say("คำชี้แจง", "คำชี้แจงของหน่วยงาน หนึ่งรายการต่อหนึ่งเรื่อง", ())

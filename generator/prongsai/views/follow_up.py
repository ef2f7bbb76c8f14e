"""The table of what was done, which answers the item by itself, and how many measures have which status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.model.measures import Measure, Report, ReportColumns
from prongsai.model.newest_report import progress_of
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import known
from prongsai.model.status import Progress
from prongsai.views.content import Cell, Column, Part, Phrase, Table, cell
from prongsai.views.follow_up_gaps import DAY_FIELD, UNIT_FIELD, lacking_fields
from prongsai.views.measures import measure_link, responsible_parts, short_link
from prongsai.views.numbered import numbered
from prongsai.views.report_parts import (
    PARTS,
    part_of,
    shown_parts,
    word_day,
    word_part,
    word_questions,
    word_round,
)
from prongsai.views.speech import Speech


@dataclass(frozen=True)
class Reported:
    """A row of the table: a report with its measure, a measure without a report, or a report without a measure.

    A further report on the measure of the row above names it shortly and repeats nothing of it.
    """

    facts: MeasureFacts | None
    report: Report | None
    anchor: str
    is_further: bool = False

    @property
    def measure(self) -> Measure | None:
        """The measure alone."""
        return self.facts.measure if self.facts else None


def reported_rows(year: FiscalYear) -> Iterator[Reported]:
    """The measures with their reports in the order of the document, then the reports that name no measure."""
    for facts in year.measure_facts:
        anchors = _anchors(facts.measure, facts.reports)
        for place, (anchor, report) in enumerate(zip(anchors, facts.reports, strict=True)):
            yield Reported(facts, report, anchor, is_further=place > 0)
        if not facts.reports:
            yield Reported(facts, None, facts.measure.id)
    for position, report in enumerate(year.reports, start=1):
        if report.measure is None:
            yield Reported(None, report, f"r{position:02d}")


def follow_up_table(year: FiscalYear, site: Site, speech: Speech) -> Table:
    """Per report: measure, unit, status with its round and day, the three parts of the item, and period.

    What the reports of a year lack altogether has no column: `follow_up_notes` says it once.
    """
    lacking = lacking_fields(year)
    shown = [(name, word) for name, word in _heads(year, speech) if not _is_lacking(name, lacking)]
    made = _Cells(year, site, speech, with_day=DAY_FIELD not in lacking)
    rows = tuple((made.head(row), *(made.cell(row, name) for name, _ in shown)) for row in reported_rows(year))
    heads = year.follow_up.columns if year.follow_up else ReportColumns()
    columns = (Column(heads.title or "มาตรการ"), *(Column(word) for _, word in shown))
    caption = f"ผลการดำเนินการตามมาตรการ {speech.fiscal_year(year.year)}"
    return Table("follow-up", caption, columns, rows, stacks=True)


def _is_lacking(name: str, lacking: frozenset[str]) -> bool:
    """Whether a column would be empty: that of the evidence has the links to the results too."""
    return lacking.issuperset({name, "result_link"} if name == "evidence" else {name})


def _heads(year: FiscalYear, speech: Speech) -> tuple[tuple[str, str], ...]:
    """The columns behind the measure's own, by the field that they show; the three parts are always called alike."""
    heads = year.follow_up.columns if year.follow_up else ReportColumns()
    return (
        (UNIT_FIELD, "ผู้รับผิดชอบ"),
        ("status", heads.status or "สถานะ"),
        *((name, word_part(name, speech)) for name in PARTS),
        ("period", heads.period or "ระยะเวลา"),
    )


@dataclass(frozen=True)
class _Cells:
    """The cells of a year's table."""

    year: FiscalYear
    site: Site
    speech: Speech
    with_day: bool

    def head(self, row: Reported) -> Cell:
        """The measure; or the number, the own title and the cited questions of a report that names none."""
        if row.measure is not None:
            name = (short_link if row.is_further else measure_link)(self.year.year, row.measure, self.speech)
            return cell(replace(name, href="") if row.is_further else name, head=True, anchor=row.anchor)
        return cell(*(own_head(row.report, self.speech) if row.report else ()), head=True, anchor=row.anchor)

    def cell(self, row: Reported, name: str) -> Cell:
        """What stands in a column; nothing where there is no report, which its status says."""
        if name == UNIT_FIELD:
            return cell(*self._unit(row))
        if name == "status":
            return cell(*self._status(row))
        if row.report is None:
            return cell()
        if name == "evidence":
            return cell(*shown_parts(row.report, self.speech))
        if name in PARTS:
            return cell(*part_of(row.report, name, self.speech))
        return cell(*self.speech.stated(getattr(row.report, name)))

    def _unit(self, row: Reported) -> tuple[Part, ...]:
        if row.facts is None:
            return (self.speech.missing(),)
        if row.is_further:
            return ()
        return unit_parts(row.facts, self.site, self.speech)

    def _status(self, row: Reported) -> tuple[Phrase, ...]:
        if row.report is None:
            return (self.speech.status(row.facts.progress),) if row.facts else ()
        day = word_day(row.report, self.year.year, self.speech) if self.with_day else ""
        words = " ".join(filter(None, (word_round(row.report, self.speech), day)))
        status = self.speech.status(progress_of((row.report,)))
        return (status, Phrase(words)) if words else (status,)


def unit_parts(facts: MeasureFacts, site: Site, speech: Speech) -> tuple[Part, ...]:
    """Who is responsible for a measure, shortly, as a long table says it: กองคลัง (หลัก), กองช่าง."""
    return tuple(_briefly(part) for part in responsible_parts(facts, site, speech))


def _briefly(part: Part) -> Part:
    """A unit by its name alone: the table is long, and its links stand on the page of the measure."""
    if isinstance(part, Phrase):
        return replace(part, text=part.text.replace("ผู้รับผิดชอบหลัก", "หลัก"), href="")
    return part


def _anchors(measure: Measure, reports: Sequence[Report]) -> list[str]:
    """The fragments of a measure's reports: its id for the first, then with the months of the round, else a count."""
    anchors: list[str] = []
    for place, report in enumerate(reports, start=1):
        wanted = measure.id if place == 1 else f"{measure.id}-{report.round or place}"
        anchors.append(wanted if wanted not in anchors else f"{wanted}-{place}")
    return anchors


def own_head(report: Report, speech: Speech) -> tuple[Phrase, ...]:
    """The head of a row that names no measure: its number, its own title and the questions it cites."""
    number = known(report.number)
    title = numbered(number, speech.plain(speech.stated(report.title)), speech)
    cited = (Phrase(f"(อ้างอิงข้อคำถาม {word_questions(report, speech)})", kind="aside"),) if report.questions else ()
    return (Phrase(title), *cited)


def progress_counts(year: FiscalYear) -> Counter[Progress]:
    """How many measures are how far; a measure without a report counts as neither done nor undone.

    Reports that name no measure count by themselves: their document knows measures only as rows of the report.
    """
    found = [facts.progress for facts in year.measure_facts]
    return Counter([*found, *(progress_of((report,)) for report in year.reports if report.measure is None)])


def status_counts(year: FiscalYear, speech: Speech) -> tuple[tuple[Phrase, int], ...]:
    """The same in words."""
    return tuple((speech.status(progress), count) for progress, count in progress_counts(year).items())

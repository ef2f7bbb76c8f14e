"""The rows of the table of what was done: reports with their measures, and measures without a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.reports import progress_of
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.status import Progress
from prongsai.views.measures.report_parts import DAY_FIELD, lacking_fields


@dataclass(frozen=True)
class Reported:
    """A row of the table: a report with its measure, a measure without a report, or a report without a measure.

    A further report on the measure of the row above names it shortly and repeats nothing of it. `with_day` is false
    where no report of the year states a day, which is then said once.
    """

    year: FiscalYear
    site: Site
    facts: MeasureFacts | None
    report: Report | None
    anchor: str
    is_further: bool = False
    with_day: bool = True

    @property
    def measure(self) -> Measure | None:
        """The measure alone."""
        return self.facts.measure if self.facts else None

    @property
    def progress(self) -> Progress:
        """The progress of the measure by this report."""
        return progress_of((self.report,) if self.report else ())


def reported_rows(year: FiscalYear, site: Site, *, newest_first: bool = False) -> Iterator[Reported]:
    """The measures with their reports in the order of the document, then the reports that name no measure.

    With `newest_first` the newest report of each measure is the first; the fragments stay with their reports.
    """
    with_day = DAY_FIELD not in lacking_fields(year)
    for facts in year.measure_facts:
        found = [*zip(_anchors(facts.measure, facts.reports), facts.reports, strict=True)]
        for place, (anchor, report) in enumerate(reversed(found) if newest_first else found):
            yield Reported(year, site, facts, report, anchor, place > 0, with_day)
        if not facts.reports:
            yield Reported(year, site, facts, None, facts.measure.id)
    for position, report in enumerate(year.reports, start=1):
        if report.measure is None:
            yield Reported(year, site, None, report, f"r{position:02d}", with_day=with_day)


def _anchors(measure: Measure, reports: Sequence[Report]) -> list[str]:
    """The fragments of a measure's reports: its id for the first, then with the months of the round, else a count."""
    anchors: list[str] = []
    for place, report in enumerate(reports, start=1):
        wanted = measure.id if place == 1 else f"{measure.id}-{report.months or place}"
        anchors.append(wanted if wanted not in anchors else f"{wanted}-{place}")
    return anchors

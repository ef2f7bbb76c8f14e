"""Texts of the pictures by which links are shown elsewhere: of home, of each year and of each measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.readings import valid_statements
from prongsai.analysis.results import Results, YearResult
from prongsai.model.site import MeasureFacts
from prongsai.model.stated import known
from prongsai.views.assessment import assessment_of
from prongsai.views.measures.facts import short_link, shown_title
from prongsai.views.names import agency_today, in_brackets
from prongsai.views.scores.levels import level_parts, marked_level_parts
from prongsai.views.speech import Speech


@dataclass(frozen=True)
class ShareCard:
    """A picture in words: whose it is, what it is about, the figure with its unit or a text in its place, the state.

    `page` is the address of the page that it stands for, `path` its own; texts that are not known are empty.
    """

    page: str
    path: str
    agency: str
    subject: str
    figure: str = ""
    unit: str = ""
    text: str = ""
    state: str = ""

    @property
    def alt(self) -> str:
        """The text of the picture besides the title of its page, for those who do not see it."""
        said = (self.figure, self.unit) if self.figure else ()
        return " ".join(filter(None, (self.subject, *said, self.state, self.agency)))


def share_cards(results: Results, speech: Speech) -> tuple[ShareCard, ...]:
    """The pictures of a site, home first, then each year with its measures; none where nothing is known."""
    newest = results.latest_with_scores() or next(reversed(results.years.values()), None)
    if newest is None:
        return ()
    return (_result(results, newest, addresses.HOME, speech), *_of_years(results, speech))


def _of_years(results: Results, speech: Speech) -> Iterator[ShareCard]:
    for result in results.years.values():
        named = results.in_year(result.year.year)
        yield _result(named, result, addresses.year_path(result.year.year), speech)
        for facts in result.year.measure_facts:
            yield _measure(named, facts, speech)


def _result(results: Results, result: YearResult, page: str, speech: Speech) -> ShareCard:
    """The result of a year: total and level as published, or that the total is not known and what else there is."""
    own, name = result.year, speech.fiscal_year(result.year.year)
    is_home = page == addresses.HOME
    picture = addresses.Subject("picture", key="index.png") if is_home else addresses.Subject("year-picture", own.year)
    subject, agency = f"{assessment_of(own.edition).result} {name}", _agency(results)
    total = known(own.scores.total.value) if own.scores else None
    if own.scores is None or total is None:
        count = len(own.listed_measures)
        state = f"กำหนดไว้ {speech.digits(count)} มาตรการ" if count else ""
        return ShareCard(page, picture.path, agency, subject, text=speech.no_data(f"คะแนนรวมของ{name}"), state=state)
    others = valid_statements(own.scores, own.scores.total)[1:]
    again = "".join(f" (อีกที่หนึ่งระบุ {speech.score(one).text} คะแนน)" for one in others)
    level = marked_level_parts(result, speech) if speech.from_document else level_parts(result, speech)
    state = f"ระดับ {speech.whole(level)}{again}"
    return ShareCard(page, picture.path, agency, subject, speech.score(total).text, "คะแนน", state=state)


def _measure(results: Results, facts: MeasureFacts, speech: Speech) -> ShareCard:
    year, measure = facts.year.year, facts.measure
    head = short_link(year, measure, speech).text if known(measure.number) is not None else "มาตรการ"
    return ShareCard(
        page=addresses.measure_path(year, measure.id),
        path=addresses.Subject("measure-picture", year, measure.id).path,
        agency=_agency(results),
        subject=f"{head} {speech.fiscal_year(year)}",
        text=shown_title(measure, speech),
        state=f"สถานะ {speech.status(facts.progress).text}",
    )


def _agency(results: Results) -> str:
    name = known(results.site.agency.name) or results.site.options.title
    return f"{name} {in_brackets(agency_today(results.site))}".strip()

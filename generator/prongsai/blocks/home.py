"""Home: the newest result and what is promised, a door for each kind of reader, what is new, and all years."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.blocks.attached import photo_pieces
from prongsai.blocks.block import (
    Block,
    Entries,
    Heading,
    Paragraph,
    Piece,
    explained_notes,
    link,
    link_if_there,
    paragraph,
    paragraphs,
    pictured,
)
from prongsai.blocks.contact import invitation_blocks
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem
from prongsai.views import year_tables
from prongsai.views.assessment import AssessmentName, assessment_of, shared_assessment
from prongsai.views.charts.measure_statuses import status_picture
from prongsai.views.charts.years import totals_chart
from prongsai.views.content import Phrase
from prongsai.views.measures import follow_up
from prongsai.views.measures.counts import counted_measures, placed_words, read_words
from prongsai.views.oit import items as oit
from prongsai.views.scores import figures as scores
from prongsai.views.speech import Speech
from prongsai.views.updates import newest_events
from prongsai.views.year import explained_figures

YEARS = 4  # of them the newest are shown, so that the page does not grow


def home_blocks(results: Results, problems: tuple[Problem, ...], speech: Speech) -> Iterator[Block]:
    """Home of a site of which something is known."""
    latest = results.latest_with_scores()
    assessment = assessment_of(latest.year.edition) if latest else shared_assessment(results)
    explained = tuple(explained_notes(explained_figures(problems, latest.year.year, speech) if latest else ()))
    panels = {**_latest_result(results, latest, speech), **_promised(results, speech)}
    ids = ("standing", "measures") if panels["measures_path"] else ("standing",)
    yield Piece("home-panels", {"assessment": assessment, "explained": explained, **panels}, ids=ids)
    yield Piece("home-doors", _assessed(results, speech))
    yield from photo_pieces(results.site.options.photos, results.site, speech)
    if news := newest_events(results.site, speech):
        yield Heading("มีอะไรใหม่", "news")
        yield Piece("home-news", {"news": news})
        yield Paragraph((link_if_there("ดูการเปลี่ยนแปลงทั้งหมด", addresses.UPDATES),))
    yield from _invitations(results, speech)
    yield Heading("ทุกปีงบประมาณ", "years")
    yield from pictured(totals_chart(results, speech, YEARS))
    with_doubt = results.site.options.from_document  # an agency has its level from the announcement
    yield year_tables.years_table(results, speech, YEARS, with_doubt=with_doubt)
    doubts = year_tables.doubts_of_years(results, speech, YEARS) if with_doubt else ()
    yield from paragraphs(doubts, "aside")
    if len(results.years) > YEARS:
        yield link("ดูทุกปีงบประมาณ", addresses.YEARS)
    yield from _about(assessment, latest, speech)


def unknown_home_blocks(results: Results, agency: str, speech: Speech) -> Iterator[Block]:
    """Home of a site of which no fact is known yet."""
    yield paragraph("เว็บไซต์นี้อยู่ระหว่างจัดเตรียม ยังไม่มีข้อมูลที่เผยแพร่", "lead")
    yield paragraph(f"เมื่อมีข้อมูลแล้ว หน้านี้จะแสดงผลการประเมินคุณธรรมและความโปร่งใส (ITA) และมาตรการของ{agency}")
    yield from _invitations(results, speech)


def _invitations(results: Results, speech: Speech) -> Iterator[Piece]:
    if invited := tuple(invitation_blocks(results.site.agency, speech)):
        yield Piece("home-invitations", {"invited": invited}, invited)


def _about(assessment: AssessmentName, latest: YearResult | None, speech: Speech) -> Iterator[Block]:
    """The question that the assessment answers, and its instruments in plain words."""
    yield Heading(assessment.asked, "about")
    full = f"คะแนนเต็มคือ {speech.digits('100')} ยิ่งมากยิ่งดี"
    yield paragraph(f"{assessment.defined} {full}" if assessment.defined else full)
    if latest is not None:
        told = ((code, one.plain) for code, one in latest.year.edition.instruments.items() if one.plain)
        yield Entries(tuple((Phrase(code, kind="bold"), Phrase(f" {plain}")) for code, plain in told))
    yield link("อ่านวิธีคำนวณและเกณฑ์", addresses.METHODOLOGY)


def _latest_result(results: Results, latest: YearResult | None, speech: Speech) -> dict[str, object]:
    """The newest result of the agency."""
    if latest is None or latest.year.scores is None:
        return {"total": None, "facts": (), "latest_name": "", "latest_path": ""}
    number, total = latest.year.year, known(latest.year.scores.total.value)
    return {
        "total": speech.score(total) if total is not None else None,
        # An agency has its level from the announcement; a site made from a document only has the document.
        "facts": scores.year_facts(latest, speech, with_doubt=results.site.options.from_document),
        "latest_name": speech.fiscal_year(number),
        "latest_path": addresses.section_path(number, "scores"),
    }


def _assessed(results: Results, speech: Speech) -> dict[str, object]:
    """The place where the assessor begins: the newest year that answers OIT items, else the newest result."""
    year = oit.newest_answered(results)
    name = speech.digits(year) if year is not None else ""
    return {"oit_path": addresses.section_path(year, "oit") if year is not None else "", "oit_year": name}


def _promised(results: Results, speech: Speech) -> dict[str, object]:
    """The agency's plans: the newest measures by status, or the newest report where no measures are known."""
    years = [result.year for result in reversed(results.years.values())]
    promised = next((one for one in years if one.measures is not None), None)
    newest = promised or next((one for one in years if one.follow_up is not None), None)
    if newest is None:
        return {"measures_title": "", "measures_path": "", "counts": (), "counted": "", "status_bar": None}
    return _word_promised(newest, speech, is_plan=promised is not None)


def _word_promised(newest: FiscalYear, speech: Speech, *, is_plan: bool) -> dict[str, object]:
    name, counts = speech.fiscal_year(newest.year), follow_up.status_counts(newest, speech)
    reported = (speech.digits(sum(number for _, number in counts)), "มาตรการ")
    count, unit = counted_measures(newest, speech) if is_plan else reported
    is_silent = newest.follow_up is None and speech.from_document  # of a plan it would be a reproach
    silence = speech.no_data("ผลการดำเนินการ") if is_silent else ""
    drawn = None if is_silent else status_picture(newest, speech)[0]
    alike = f"ทุกมาตรการมีสถานะ “{counts[0][0].text}”" if len(counts) == 1 and not (is_silent or drawn) else ""
    reserved = (silence, alike, placed_words(newest), read_words(newest, speech))
    return {
        "measures_title": f"มาตรการ{name}" if is_plan else f"ผลการดำเนินการตามมาตรการ{name}",
        "measures_path": addresses.section_path(newest.year, "measures" if is_plan else "follow-up"),
        "counts": counts,
        "counted": "กำหนดไว้" if is_plan else "รายงานไว้",
        "status_bar": drawn,
        "measure_count": count,
        "measure_unit": unit,
        "reserved": tuple(filter(None, reserved)),
    }

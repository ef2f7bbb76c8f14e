"""Two years next to each other for a page of its own: what they scored, and what was done in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import Block, Entries, Heading, link, paragraph
from prongsai.blocks.strips import headed
from prongsai.model.site import FiscalYear
from prongsai.views.content import Phrase
from prongsai.views.measures.facts import measure_link
from prongsai.views.speech import Speech
from prongsai.views.two_years import (
    Pair,
    has_other_levels,
    pair_name,
    two_scores_table,
    two_statuses_table,
    two_years_answer,
)

MOST = 20  # measures of a year that are named


def two_years_blocks(results: Results, pair: Pair, pairs: Iterable[Pair], speech: Speech) -> Iterator[Block]:
    """The scores and the measures of two years, and the other pairs that there are."""
    yield from headed(two_years_answer(results, pair, speech), _whole(results, pair, pairs, speech))


def _whole(results: Results, pair: Pair, pairs: Iterable[Pair], speech: Speech) -> Iterator[Block]:
    years = [results.years[number].year for number in pair]
    if all(year.scores for year in years):
        yield Heading("คะแนน", "scores")
        yield two_scores_table(results, pair, speech)
        if has_other_levels(results, pair):
            yield paragraph("หลักเกณฑ์ของสองปีนี้กำหนดระดับต่างกัน จึงเทียบระดับกันโดยตรงไม่ได้", "aside")
    if all(year.measures for year in years):
        yield Heading("มาตรการ", "measures")
        yield two_statuses_table(results, pair, speech)
        for year in reversed(years):
            yield from _measures(year, speech)
    if others := tuple(one for one in pairs if one != pair):
        yield Heading("เทียบปีอื่น", "others")
        yield choices(others, speech)


def choices(pairs: Iterable[Pair], speech: Speech) -> Entries:
    """A link to each of some pairs."""
    links = (Phrase(pair_name(pair, speech), href=addresses.two_years_path(*pair)) for pair in pairs)
    return Entries(tuple((one,) for one in links), "files")


def _measures(year: FiscalYear, speech: Speech) -> Iterator[Block]:
    """The measures of a year by their names, with their status."""
    facts = year.measure_facts
    if not facts:
        return
    yield Heading(f"มาตรการ{speech.fiscal_year(year.year)}", f"y{year.year}", 2)
    named = ((measure_link(year.year, one.measure, speech), speech.status(one.progress)) for one in facts[:MOST])
    yield Entries(tuple(named), "index")  # whoever searches is led to the pages of the measures
    if len(facts) > MOST:
        yield link("ดูมาตรการทั้งหมดของปีนี้", addresses.section_path(year.year, "measures"))

"""Two years next to each other for a page of its own: what they scored, and what was done in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import Block, Entries, Heading, paragraph
from prongsai.blocks.strips import headed
from prongsai.views.content import Phrase
from prongsai.views.speech import Speech
from prongsai.views.two_years import (
    Pair,
    has_other_levels,
    pair_name,
    two_scores_table,
    two_statuses_table,
    two_years_answer,
)


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
        named = (
            Phrase(f"มาตรการ{speech.fiscal_year(one)}", href=addresses.section_path(one, "measures")) for one in pair
        )
        yield Entries(tuple((one,) for one in named), "files")
    if others := tuple(one for one in pairs if one != pair):
        yield Heading("เทียบปีอื่น", "others")
        yield choices(others, speech)


def choices(pairs: Iterable[Pair], speech: Speech) -> Entries:
    """A link to each of some pairs."""
    links = (Phrase(pair_name(pair, speech), href=addresses.two_years_path(*pair)) for pair in pairs)
    return Entries(tuple((one,) for one in links), "files")


def _measures_of(year: int, speech: Speech) -> Phrase:
    """A link to the measures of a year, whose names are said there alone."""
    return Phrase(f"มาตรการ{speech.fiscal_year(year)}", href=addresses.section_path(year, "measures"))

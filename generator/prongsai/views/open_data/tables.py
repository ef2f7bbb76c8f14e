"""All tables of the open data of a site: one for each kind of fact, over all years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from prongsai.analysis.results import Results, YearResult
from prongsai.links.memory import Memory
from prongsai.problems import Problem
from prongsai.views.charts.indicator_lineage import LINEAGE, aims_at
from prongsai.views.links.listed import list_uses
from prongsai.views.links.tables import LINK_COUNTS, LINKS, LinkRow, link_count_rows
from prongsai.views.measures.basis import BASIS, basis_rows
from prongsai.views.measures.counts import MEASURE_COUNTS, count_rows
from prongsai.views.measures.follow_up import FOLLOW_UP, reported_rows
from prongsai.views.measures.tables import MEASURES, rows_of
from prongsai.views.names import indicator_numbers
from prongsai.views.oit.answers import answers_of
from prongsai.views.oit.items import shows_answers
from prongsai.views.oit.readiness import BY_WORDS, NOT_TOLD, READINESS, group_rows
from prongsai.views.oit.tables import ELEMENTS, ITEMS, THERE, element_rows, item_rows
from prongsai.views.open_data.table import OpenTable, Value, text_of
from prongsai.views.printed_tables import CELLS, LEVELS, cell_rows, printed_levels
from prongsai.views.rule_tables import (
    LEVELS as LEVEL_RULES,
)
from prongsai.views.rule_tables import (
    SOURCES,
    TOOLS,
    UNITS,
    level_rows,
    source_rows,
    tool_rows,
    unit_rows,
)
from prongsai.views.scores.lost_points import LOST, lost_rows
from prongsai.views.scores.printed_comparison import COMPARISON, compared_rows
from prongsai.views.scores.stated_again import AGAIN, again_rows
from prongsai.views.scores.survey_questions import QUESTIONS, listed_questions
from prongsai.views.scores.tables import SCORES, scored_rows
from prongsai.views.speech import Speech
from prongsai.views.table import AGENCY, Placed, TableOf, place_rows
from prongsai.views.word_tables import ANALYSIS, PUBLIC_QUESTIONS, analysis_rows, question_rows
from prongsai.views.year_tables import YEARS

R = TypeVar("R")


def open_tables(results: Results, problems: tuple[Problem, ...], memory: Memory) -> tuple[OpenTable, ...]:
    """The tables in a fixed order, the same for every site; a table of which nothing is known has no rows.

    Words and figures are those of the pages, with Arabic digits whatever the site's numerals are.
    """
    speech = Speech("arabic", from_document=results.site.options.from_document)
    made = _Tables(results, problems, memory, speech)
    agency = text_of(speech.stated(results.site.agency.name))
    return tuple(_with_agency(one, agency) for one in made)


class _Tables:
    """The tables of one site."""

    def __init__(self, results: Results, problems: tuple[Problem, ...], memory: Memory, speech: Speech) -> None:
        self.results, self.site, self.speech, self.memory = results, results.site, speech, memory
        self.told = results.site.shows_notes
        self.answers = {year: answers_of(results, year, problems, memory) for year in results.years}
        self.shown = {year: one for year, one in self.answers.items() if shows_answers(results, year)}
        self.uses = {year: list_uses(results, year, memory) for year in results.years}

    def __iter__(self) -> Iterator[OpenTable]:
        yield from self._of_scores()
        yield from self._of_items()
        yield from self._of_links()
        yield from self._of_measures()
        yield from self._of_words()
        yield from self._behind()

    def _of(self, table: TableOf[R], rows: Callable[[YearResult], Iterable[R]]) -> OpenTable:
        """A table over the years, with the rows of each."""
        years = {number: rows(result) for number, result in self.results.years.items()}
        return table.hand_out(place_rows(years), self.speech)

    def _of_scores(self) -> Iterator[OpenTable]:
        yield self._of(YEARS, lambda one: (one,))
        yield self._of(SCORES, scored_rows)
        yield self._of(LOST, lost_rows)

    def _of_items(self) -> Iterator[OpenTable]:
        yield self._of(
            (ITEMS if self.told else ITEMS.choosing({"state": {}})),
            lambda one: item_rows(self.results, one, self.answers[one.year.year]),
        )
        shown = {year: element_rows(one) for year, one in self.shown.items()}
        yield (ELEMENTS if self.told else ELEMENTS.choosing(THERE)).hand_out(place_rows(shown), self.speech)
        groups = {
            year: [row for by in BY_WORDS for row in group_rows(one, self.results, by=by)]
            for year, one in self.shown.items()
        }
        yield (READINESS if self.told else NOT_TOLD).hand_out(place_rows(groups), self.speech)
        yield self._of(QUESTIONS, listed_questions)

    def _of_links(self) -> Iterator[OpenTable]:
        links = LINKS if self.told else LINKS.choosing({"grade": {}})
        yield self._of(links, lambda one: (LinkRow(use, self.told) for use in self.uses[one.year.year]))
        units = tuple(self.site.agency.units)
        yield self._of(LINK_COUNTS, lambda one: link_count_rows(self.uses[one.year.year], units) if self.told else ())

    def _of_measures(self) -> Iterator[OpenTable]:
        yield self._of(MEASURES, lambda one: rows_of(one.year, self.site))
        yield self._of(BASIS, lambda one: basis_rows(one.year))
        yield self._of(FOLLOW_UP, lambda one: reported_rows(one.year, self.site))
        yield self._of(MEASURE_COUNTS, lambda one: count_rows(one.year, self.site, self.speech))
        aims = [aim for number in indicator_numbers(self.results) for aim in aims_at(self.results, number)]
        yield LINEAGE.hand_out((Placed(aim.own.year, 0, aim) for aim in aims), self.speech)

    def _of_words(self) -> Iterator[OpenTable]:
        yield self._of(ANALYSIS, lambda one: analysis_rows(one.year, self.speech))
        yield self._of(PUBLIC_QUESTIONS, lambda one: question_rows(one.year, self.site))
        yield self._of(AGAIN, lambda one: again_rows(one, self.speech))
        yield self._of(COMPARISON, lambda one: compared_rows(one, self.speech))
        yield self._of(LEVELS, printed_levels)
        yield self._of(CELLS, cell_rows)

    def _behind(self) -> Iterator[OpenTable]:
        yield self._of(TOOLS, lambda one: tool_rows(one.year.edition))
        yield self._of(LEVEL_RULES, lambda one: level_rows(one.year.edition))
        yield UNITS.hand_out(place_rows({0: unit_rows(self.site)}), self.speech)
        yield SOURCES.hand_out(place_rows({0: source_rows(self.site)}), self.speech)


def _with_agency(table: OpenTable, agency: Value) -> OpenTable:
    """The table with the agency's name in a last column, so that tables of several agencies can be stacked."""
    return replace(table, fields=(*table.fields, AGENCY), rows=tuple((*row, agency) for row in table.rows))

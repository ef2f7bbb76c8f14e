"""All tables of the open data of a site: one for each kind of fact, over all years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.links.memory import Memory
from prongsai.model.questions import Question
from prongsai.model.recorder import Keeper
from prongsai.model.site import FiscalYear, Site
from prongsai.problems import Problem
from prongsai.views.charts.indicator_lineage import LINEAGE, aims_at
from prongsai.views.charts.status_counts import MEASURE_COUNTS, count_rows
from prongsai.views.edition_tables import (
    CALENDAR,
    ITEM_RULES,
    SUBJECTS,
    SURVEYS,
    item_rule_rows,
    stage_rows,
    subject_rows,
    survey_rows,
)
from prongsai.views.links.tables import LINK_COUNTS, LINKS, LinkRow, all_counts
from prongsai.views.measures.attached import ATTACHMENTS, PHOTOS, attachment_rows, photo_rows
from prongsai.views.measures.basis import BASIS, basis_rows
from prongsai.views.measures.follow_up import FOLLOW_UP
from prongsai.views.measures.reported import reported_rows
from prongsai.views.measures.results import RESULTS, result_rows
from prongsai.views.measures.tables import MEASURES, rows_of
from prongsai.views.more_columns import MORE, more_cells
from prongsai.views.names import indicator_numbers
from prongsai.views.offered_names import OFFERED, offered_rows
from prongsai.views.oit.readiness import NOT_TOLD, READINESS, all_groups
from prongsai.views.oit.tables import ELEMENTS, ITEMS, THERE, element_rows, item_rows
from prongsai.views.open_data.analysis import ANALYSIS, analysis_rows
from prongsai.views.open_data.by_year import ByYear
from prongsai.views.open_data.table import OpenTable, Value, printed_text, text_of
from prongsai.views.printed import CELLS, COMPARISON, LEVELS, cell_rows, compared_rows, printed_levels
from prongsai.views.rule_tables import (
    ASKED,
    SOURCES,
    TOOLS,
    UNITS,
    asked_rows,
    level_rows,
    source_rows,
    tool_rows,
    unit_rows,
)
from prongsai.views.rule_tables import LEVELS as LEVEL_RULES
from prongsai.views.scores.differences import AGAIN, again_rows
from prongsai.views.scores.figures import QUESTIONS, listed_questions
from prongsai.views.scores.lost_points import LOST, lost_rows
from prongsai.views.scores.means import MEANS, mean_rows
from prongsai.views.scores.printed_counts import (
    RANKS,
    RESPONDENTS,
    UNIT_SCORES,
    WEIGHTED,
    rank_rows,
    respondent_rows,
    unit_score_rows,
    weighted_rows,
)
from prongsai.views.scores.tables import SCORES, scored_rows
from prongsai.views.speech import Speech
from prongsai.views.table import AGENCY, YEAR, Column, Placed, TableOf, place_rows
from prongsai.views.year_tables import YEARS


@dataclass(frozen=True)
class AskedQuestion:
    """A question of the public with its place among those of its year, from 0."""

    site: Site
    year: int
    place: int
    question: Question


def _unit(row: AskedQuestion, _: Speech) -> str | None:
    named = row.question.unit
    site = row.site.in_year(row.year)
    key = site.unit_of(named) if named else None
    return site.agency.units[key].name if key else named


PUBLIC_QUESTIONS: TableOf[AskedQuestion] = TableOf(
    "public-questions",
    "คำถามของประชาชน",
    "คำถามของประชาชนและคำตอบของหน่วยงาน",
    (
        YEAR,
        Column("question_id", "รหัสคำถาม", "question.id", "รหัสถาวรของคำถามภายในปีงบประมาณ"),
        Column("question", "คำถาม", "question.question", "คำถามของประชาชน ไม่มีข้อมูลผู้ถาม"),
        Column("asked_on", "วันที่ถาม", "question.asked_on", "วันที่ถาม", "day"),
        Column("answer", "คำตอบ", "question.answer", "คำตอบของหน่วยงาน หรือเหตุที่ไม่มี"),
        Column("answered_on", "วันที่ตอบ", "question.answered_on", "วันที่ตอบ", "day"),
        Column("unit", "หน่วยงานที่ตอบ", _unit, "ชื่อหน่วยงาน"),
        Column("measure_id", "รหัสมาตรการ", "question.about.measure", "มาตรการที่ถามถึง"),
        Column("indicator", "ตัวชี้วัด", lambda row, _: printed_text(row.question.about.indicator), "ตัวชี้วัดที่ถามถึง"),
        Column("item", "ข้อ OIT", lambda row, _: printed_text(row.question.about.item), "ข้อที่ถามถึง"),
        Column(
            "path",
            "ที่อยู่",
            lambda row, _: addresses.question_path(row.year, row.place, row.question.id),
            "ที่อยู่ถาวรของคำถามในเว็บไซต์นี้",
        ),
    ),
    ("fiscal_year", "question_id"),
)


def question_rows(year: FiscalYear, site: Site) -> Iterator[AskedQuestion]:
    """The questions of a year."""
    found = year.questions.questions if year.questions else ()
    return (AskedQuestion(site, year.year, place, one) for place, one in enumerate(found))


R = TypeVar("R")
Rows = tuple[tuple[Value, ...], ...]


def open_tables(
    results: Results, problems: tuple[Problem, ...], memory: Memory, keeper: Keeper | None = None
) -> tuple[OpenTable, ...]:
    """The tables in a fixed order, the same for every site; a table of which nothing is known has no rows.

    Words and figures are those of the pages, with Arabic digits whatever the site's numerals are. A `keeper` that
    learns what is read of the results has the rows that were made of the same.
    """
    speech = Speech("arabic", from_document=results.site.options.from_document)
    made = _Tables(results, ByYear(results, problems, memory, keeper), speech)
    return tuple(_with_agency(one, results.site, speech) for one in made)


class _Tables:
    """The tables of one site."""

    def __init__(self, results: Results, years: ByYear, speech: Speech) -> None:
        self.results, self.site, self.years, self.speech = results, results.site, years, speech
        self.told = results.site.shows_notes

    def __iter__(self) -> Iterator[OpenTable]:
        yield from self._of_scores()
        yield from self._of_items()
        yield from self._of_links()
        yield from self._of_measures()
        yield from self._of_words()
        yield from self._behind()

    def _of(self, table: TableOf[R], rows: Callable[[YearResult], Iterable[R]]) -> OpenTable:
        """A table over the years, with the rows of each."""

        def rows_in(year: int) -> Rows:
            placed = place_rows({year: rows(self.results.years[year])})
            return table.hand_out(placed, self.speech).rows

        words = (self.told, repr(vars(self.speech)))
        made = [
            self.years.kept(("rows", table.name, year), partial(rows_in, year), *words) for year in self.results.years
        ]
        return replace(table.hand_out((), self.speech), rows=tuple(row for of_year in made for row in of_year))

    def _of_scores(self) -> Iterator[OpenTable]:
        yield self._of(YEARS, lambda one: (one,))
        yield self._of(SCORES, scored_rows)
        yield self._of(LOST, lost_rows)
        yield self._of(RANKS, rank_rows)
        yield self._of(MEANS, mean_rows)
        yield self._of(RESPONDENTS, respondent_rows)
        yield self._of(WEIGHTED, weighted_rows)
        yield self._of(UNIT_SCORES, lambda one: unit_score_rows(self.site, one))

    def _of_items(self) -> Iterator[OpenTable]:
        yield self._of(
            (ITEMS if self.told else ITEMS.choosing({"state": {}})),
            lambda one: item_rows(self.results, one, self.years.answers(one.year.year)),
        )
        yield self._of(
            (ELEMENTS if self.told else ELEMENTS.choosing(THERE)),
            lambda one: (row for answers in self.years.shown(one.year.year) for row in element_rows(answers)),
        )
        yield self._of(
            (READINESS if self.told else NOT_TOLD),
            lambda one: (
                row for answers in self.years.shown(one.year.year) for row in all_groups(answers, self.results)
            ),
        )
        yield self._of(QUESTIONS, listed_questions)

    def _of_links(self) -> Iterator[OpenTable]:
        links = LINKS if self.told else LINKS.choosing({"grade": {}})
        yield self._of(links, lambda one: (LinkRow(use, self.told) for use in self.years.uses(one.year.year)))
        yield self._of(
            LINK_COUNTS,
            lambda one: all_counts(self.years.uses(one.year.year), self.site.agency) if self.told else (),
        )

    def _of_measures(self) -> Iterator[OpenTable]:
        yield self._of(MEASURES, lambda one: rows_of(one.year, self.site))
        yield self._of(BASIS, lambda one: basis_rows(one.year, self.results.site.year(one.year.answered_year or 0)))
        yield self._of(FOLLOW_UP, lambda one: reported_rows(one.year, self.site))
        yield self._of(RESULTS, lambda one: result_rows(one.year))
        yield self._of(ATTACHMENTS, lambda one: attachment_rows(one.year))
        yield self._of(PHOTOS, lambda one: photo_rows(one.year))
        of_year = self.site.in_year  # units are called as in the year
        yield self._of(MEASURE_COUNTS, lambda one: count_rows(one.year, of_year(one.year.year), self.speech))
        aims = [aim for number in indicator_numbers(self.results) for aim in aims_at(self.results, number)]
        yield LINEAGE.hand_out((Placed(aim.own.year, 0, aim) for aim in aims), self.speech)

    def _of_words(self) -> Iterator[OpenTable]:
        yield self._of(ANALYSIS, lambda one: analysis_rows(one.year, self.speech))
        yield self._of(PUBLIC_QUESTIONS, lambda one: question_rows(one.year, self.site))
        yield self._of(AGAIN, lambda one: again_rows(one, self.speech))
        yield self._of(COMPARISON, lambda one: compared_rows(one, self.speech))
        yield self._of(LEVELS, printed_levels)
        yield self._of(CELLS, cell_rows)
        yield self._of(MORE, lambda one: more_cells(one.year, self.site, self.speech))

    def _behind(self) -> Iterator[OpenTable]:
        yield self._of(TOOLS, lambda one: tool_rows(one.year.edition))
        yield self._of(LEVEL_RULES, lambda one: level_rows(one.year.edition))
        yield self._of(ASKED, lambda one: asked_rows(one.year.edition))
        yield self._of(ITEM_RULES, lambda one: item_rule_rows(one.year.edition))
        yield self._of(SURVEYS, lambda one: survey_rows(one.year.edition))
        yield self._of(SUBJECTS, lambda one: subject_rows(one.year.edition))
        yield self._of(CALENDAR, lambda one: stage_rows(one.year.edition))
        yield self._of(OFFERED, lambda one: offered_rows(one.year.edition))
        yield UNITS.hand_out(place_rows({0: unit_rows(self.site)}), self.speech)
        yield SOURCES.hand_out(place_rows({0: source_rows(self.site)}), self.speech)


def _with_agency(table: OpenTable, site: Site, speech: Speech) -> OpenTable:
    """The table with the agency's name in a last column, so that tables of several agencies can be stacked.

    In a row of a fiscal year it is the name of that year.
    """
    year = table.names.index(YEAR.name) if YEAR.name in table.key else None
    names: dict[Value, Value] = {}

    def name_in(row: tuple[Value, ...]) -> Value:
        of = row[year] if year is not None else None
        if of not in names:
            named = site.in_year(int(of)) if of else site
            names[of] = text_of(speech.stated(named.agency.name))
        return names[of]

    return replace(table, fields=(*table.fields, AGENCY), rows=tuple((*row, name_in(row)) for row in table.rows))

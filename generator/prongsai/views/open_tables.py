"""All tables of the open data of a site: one for each kind of fact, over all years."""

from __future__ import annotations

from dataclasses import replace

from prongsai.analysis.results import Results
from prongsai.links.memory import Memory
from prongsai.problems import Problem
from prongsai.views.open_links import link_tables
from prongsai.views.open_measures import measure_tables
from prongsai.views.open_oit import oit_tables
from prongsai.views.open_restated import restated_tables
from prongsai.views.open_results import result_tables
from prongsai.views.open_rules import rule_tables
from prongsai.views.open_scores import score_tables
from prongsai.views.open_table import AGENCY, OpenTable, Value, text_of
from prongsai.views.open_words import word_tables
from prongsai.views.speech import Speech


def open_tables(results: Results, problems: tuple[Problem, ...], memory: Memory) -> tuple[OpenTable, ...]:
    """The tables in a fixed order, the same for every site; a table of which nothing is known has no rows.

    Words and figures are those of the pages, with Arabic digits whatever the site's numerals are.
    """
    speech = Speech("arabic", from_document=results.site.options.from_document)
    found = (
        *score_tables(results, speech),
        *oit_tables(results, problems, memory, speech),
        *link_tables(results, memory),
        *measure_tables(results, speech),
        *result_tables(results, speech),
        *word_tables(results, speech),
        *restated_tables(results, speech),
        *rule_tables(results, speech),
    )
    agency = text_of(speech.stated(results.site.agency.name))
    return tuple(_with_agency(one, agency) for one in found)


def _with_agency(table: OpenTable, agency: Value) -> OpenTable:
    """The table with the agency's name in a last column, so that tables of several agencies can be stacked."""
    return replace(table, fields=(*table.fields, AGENCY), rows=tuple((*row, agency) for row in table.rows))

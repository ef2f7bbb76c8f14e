"""The sections of a year that have something to say: the others have no page until a fact is entered."""

from __future__ import annotations

from prongsai.analysis.own_answers import near_page, unnumbered_items
from prongsai.analysis.results import Results, once
from prongsai.model.known_parts import states_answer
from prongsai.views.oit.items import shows_answers
from prongsai.views.questions import has_questions


@once
def has_section(results: Results, year: int, section: str) -> bool:
    """True if a fact is in a section of a year (Buddhist Era); of the notes, whether readers see them.

    Sections without a data file of their own always count.
    """
    result = results.years[year]
    if section == "notes":
        return results.site.shows_notes
    if section == "oit":
        own = any(near_page(results, result.year, code) for code in result.year.edition.items)
        answers = shows_answers(results, year) or own or bool(unnumbered_items(result.year))
        return bool(result.computed.items) or answers
    if section == "questions":
        return has_questions(result.year)
    parts = result.year.parts
    return section not in parts or parts[section] is not None


@once
def has_item(results: Results, year: int, code: str) -> bool:
    """True if something is known of an item of a year: its answer, its score, or the page of this site about it."""
    result = results.years[year]
    stated = result.year.register.items.get(code) if result.year.register else None
    is_answered = stated is not None and states_answer(stated)
    return is_answered or code in result.computed.items or bool(near_page(results, result.year, code))

"""The answer of the page of a year's OIT items: how many are answered or scored, the score, and when it is assessed."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.stated import known
from prongsai.views.content import Answer, NamedFact, Phrase, fact
from prongsai.views.documents import documents_facts
from prongsai.views.links.states import word_span
from prongsai.views.oit.answers import Answers
from prongsai.views.oit.index import split_answers, word_readiness, word_scored
from prongsai.views.oit.items import shows_answers
from prongsai.views.speech import Speech


def index_answer(results: Results, answers: Answers, speech: Speech) -> Answer:
    """The number of items that are answered, or that got their score, with the score of all of them."""
    result = results.years[answers.year]
    own, name = result.year, speech.fiscal_year(answers.year)
    if not own.edition.items and not own.register:
        return Answer((Phrase(f"เว็บไซต์นี้ยังไม่มีรายการข้อ OIT ของ{name}", kind="absent"),))
    said = Phrase(_word_items(results, answers, speech), kind="bold")
    facts = tuple(_facts(results, result, speech))
    shows_links = own.register is not None and results.site.shows_notes
    checked = Phrase("ดูสถานะของลิงก์ทุกข้อ", href=addresses.links_path(answers.year)) if shows_links else None
    return Answer((said,), facts, checked)


def _word_items(results: Results, answers: Answers, speech: Speech) -> str:
    if shows_answers(results, answers.year):
        return word_readiness(split_answers(answers)[0], speech)
    if answers.after_scoring:
        return word_scored(answers.items, answers.total, speech)
    return f"ข้อ OIT {speech.digits(len(results.years[answers.year].year.edition.items))} ข้อ"


def _facts(results: Results, result: YearResult, speech: Speech) -> Iterator[NamedFact]:
    own = result.year
    scored = own.scores.instruments.get("OIT") if own.scores else None
    if scored and (score := known(scored.value)) is not None:
        yield fact("คะแนน OIT", speech.score(score))
    if own.register and own.register.check_window:
        window = own.register.check_window
        yield fact("วันตรวจประเมิน", word_span((window.first, window.last), speech))
    if own.register:
        yield from documents_facts(own.register, results.site, speech)

"""The answer of the pages of a year's result: total, level, change, target, and where the result is published."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai import addresses
from prongsai.analysis.comparison import compare
from prongsai.analysis.results import Results, YearResult
from prongsai.model.document_parts import sources_of
from prongsai.model.scores import Scores
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.views.content import Answer, NamedFact, Phrase, fact
from prongsai.views.scores.figures import against_target, year_facts
from prongsai.views.speech import Speech
from prongsai.web import host_of

TOTAL = "คะแนนรวมตามเอกสาร"


def published_total(result: YearResult, speech: Speech) -> Phrase | None:
    """The published total as a figure, or None."""
    total = known(result.year.scores.total.value) if result.year.scores else None
    return speech.score(total) if total is not None else None


def year_answer(result: YearResult, speech: Speech) -> Answer:
    """The result of a year for its first page, which leads to all scores; without a total that none is known."""
    own = result.year
    total = published_total(result, speech)
    if total is None:
        said = Phrase(speech.no_data(f"คะแนนรวมของ{speech.fiscal_year(own.year)}"), kind="absent")
        has_measures = Phrase("ดูมาตรการของปีนี้", href=addresses.section_path(own.year, "measures"))
        return Answer((said,), action=has_measures if own.measures else None)
    scores = Phrase("ดูคะแนนทุกตัวชี้วัด", href=addresses.section_path(own.year, "scores"))
    return Answer((total, Phrase(TOTAL, kind="aside")), _facts(result, speech), scores)


def scores_answer(result: YearResult, site: Site, speech: Speech) -> Answer:
    """The result of a year for the page of all scores, which leads to the document that states it."""
    total = published_total(result, speech)
    if total is None:
        none = speech.no_data(f"คะแนนรวมของ{speech.fiscal_year(result.year.year)}")
        return Answer((Phrase(none, kind="absent"),))
    link = next(_published(result, site), None)
    where = host_of(link.href) if link else ""
    return Answer((total, Phrase(TOTAL, kind="aside")), _facts(result, speech), link, where)


def _facts(result: YearResult, speech: Speech) -> tuple[NamedFact, ...]:
    day = known(result.year.scores.announced_on) if result.year.scores else None
    announced = (fact("วันประกาศผล", speech.date(day)),) if day else ()
    return (*year_facts(result, speech), *announced)


def _published(result: YearResult, site: Site) -> Iterator[Phrase]:
    """The source documents of the scores that are published."""
    for key in sources_of(result.year.scores):
        if key in site.documents and (url := known(site.documents[key].url)):
            yield Phrase("เปิดเอกสารผลการประเมิน", href=url)


def indicator_answer(results: Results, number: str, speech: Speech) -> Answer:
    """The newest published score of an indicator with its year, its change and the target, and the way to measures."""
    scored = [one for one in results.years.values() if _score_of(one, number) is not None]
    if not scored:
        return Answer((Phrase(speech.no_data("คะแนนของตัวชี้วัดนี้"), kind="absent"),), action=_ANSWERING)
    newest, before = scored[-1], scored[-1].previous
    score = _score_of(newest, number) or Decimal(0)
    facts = []
    if before is not None:
        changed = speech.change(compare(_of(newest.previous_scores, number), score))
        facts.append(fact(f"เทียบกับปี {speech.digits(before.year)}", changed))
    if target := newest.year.edition.target:
        goal = f"{speech.digits(target.score)} คะแนน "
        facts.append(fact("ค่าเป้าหมาย", goal, against_target(score, target.score, speech)))
    year = Phrase(f"คะแนน {speech.fiscal_year(newest.year.year)}", kind="aside")
    return Answer((speech.score(score), year), tuple(facts), _ANSWERING)


_ANSWERING = Phrase("ดูมาตรการที่ตอบตัวชี้วัดนี้", href="#measures")


def _score_of(result: YearResult, number: str) -> Decimal | None:
    return _of(result.year.scores, number)


def _of(scores: Scores | None, number: str) -> Decimal | None:
    figure = scores.indicators.get(number) if scores else None
    return known(figure.value) if figure else None

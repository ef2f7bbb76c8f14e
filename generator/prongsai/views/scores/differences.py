"""Where the computed figures differ from the published ones, in words: what, by how much, and what stands."""

from __future__ import annotations

from decimal import Decimal

from prongsai.analysis.interval import total_interval
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import stated_or_none
from prongsai.model.stated import known
from prongsai.views.speech import Speech

CITED = "ตัวเลขที่ใช้อ้างอิงคือคะแนนตามเอกสาร เว็บไซต์นี้แสดงคะแนนที่คำนวณทวนไว้ข้างกันเพื่อให้ตรวจสอบได้ และไม่ได้แก้ตัวเลขในเอกสาร"
BY_ROUNDING = "ผลต่างนี้อยู่ในช่วงที่การปัดเศษทำให้เกิดขึ้นได้"
NOT_BY_ROUNDING = "ผลต่างนี้มากกว่าที่การปัดเศษจะทำให้เกิดขึ้นได้ ข้อมูลที่มีไม่ได้บอกสาเหตุ"


def word_difference(result: YearResult, speech: Speech) -> tuple[str, ...]:
    """Sentences on the total, the instruments and the level that differ; empty where all agrees."""
    return (*_of_total(result, speech), *_of_instruments(result, speech), *_of_level(result))


def word_total_difference(result: YearResult, speech: Speech) -> str:
    """One sentence for a page that only names the total; empty where it agrees or one of the two is not known."""
    return next(iter(_of_total(result, speech)), "")


def _of_total(result: YearResult, speech: Speech) -> tuple[str, ...]:
    scores, computed = result.year.scores, result.computed
    published = known(scores.total.value) if scores else None
    if scores is None or published is None or computed.total is None or published == computed.total:
        return ()
    said = (
        f"เอกสารระบุคะแนนรวม {_figure(published, speech)} คะแนน แต่เมื่อคำนวณทวนจากคะแนนย่อยในเอกสาร"
        f"ได้ {_figure(computed.total, speech)} คะแนน {_apart(published, computed.total, speech)}"
    )
    interval = total_interval(scores, computed, result.year.edition)
    if interval is None:
        return (said,)
    return said, BY_ROUNDING if interval.allows(published) else NOT_BY_ROUNDING


def _of_instruments(result: YearResult, speech: Speech) -> tuple[str, ...]:
    found = []
    for code, value in result.computed.instruments.items():
        published = stated_or_none(result.year.scores, "instruments", code)
        if published is not None and published != value:
            apart = _apart(published, value, speech)
            figures = f"เอกสารระบุ {_figure(published, speech)} คะแนน คำนวณทวนได้ {_figure(value, speech)} คะแนน"
            found.append(f"คะแนน {code}: {figures} {apart}")
    return tuple(found)


def _of_level(result: YearResult) -> tuple[str, ...]:
    scores = result.year.scores
    stated, found = known(scores.level.value) if scores else None, result.computed.level_of_published.candidates
    if not stated or not found or stated in found:
        return ()
    level = " หรือ ".join(found)
    return (f"เอกสารระบุระดับ {stated} แต่เกณฑ์ของปีนั้นที่เว็บไซต์นี้ใช้ให้คะแนนรวมตามเอกสารอยู่ในระดับ {level}",)


def _apart(published: Decimal, computed: Decimal, speech: Speech) -> str:
    word = "สูงกว่า" if published > computed else "ต่ำกว่า"
    return f"ตัวเลขในเอกสาร{word} {_figure(abs(published - computed), speech)} คะแนน"


def _figure(value: Decimal, speech: Speech) -> str:
    return speech.score(value).text

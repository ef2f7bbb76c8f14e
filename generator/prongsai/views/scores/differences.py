"""Figures that differ: computed from published ones, and those that the document states more than once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.analysis.foreign_levels import Foreign
from prongsai.analysis.readings import restated_differently
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import Computed, stated_or_none
from prongsai.analysis.tree import TOTAL
from prongsai.model.edition import Edition
from prongsai.model.score_parts import RankAgain
from prongsai.model.scores import Figure, FigureAgain, LevelAgain, Scores
from prongsai.model.stated import known
from prongsai.views.content import Part, Phrase, Table
from prongsai.views.scores.causes import finding_of_total, word_causes, word_conflicts, word_of_total
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf
from prongsai.wording.levels import any_of

CITED = "ตัวเลขที่ใช้อ้างอิงคือคะแนนตามเอกสาร เว็บไซต์นี้แสดงคะแนนที่คำนวณทวนไว้ข้างกันเพื่อให้ตรวจสอบได้ และไม่ได้แก้ตัวเลขในเอกสาร"
BY_ROUNDING = "ผลต่างนี้อยู่ในช่วงที่การปัดเศษทำให้เกิดขึ้นได้"
BEYOND_ROUNDING = "ผลต่างนี้มากกว่าที่การปัดเศษจะทำให้เกิดขึ้นได้"
NOT_BY_ROUNDING = f"{BEYOND_ROUNDING} ข้อมูลที่มีไม่ได้บอกสาเหตุ"


def word_difference(result: YearResult, speech: Speech) -> tuple[str, ...]:
    """Sentences on the total, the level and other figures that differ, and on slips; empty where all agrees."""
    figures = (*_of_instruments(result, speech), *word_conflicts(result, speech), *word_causes(result, speech))
    return (*_of_total(result, speech), *figures, *_of_level(result, speech))


def word_total_difference(result: YearResult, speech: Speech) -> str:
    """The sentences for a page that only names total and level; empty where both agree or one is not known."""
    return " ".join((*_of_total(result, speech)[:1], *word_of_total(result, speech), *_of_level(result, speech)))


def _of_total(result: YearResult, speech: Speech) -> tuple[str, ...]:
    scores, computed = result.year.scores, result.computed
    published = known(scores.total.value) if scores else None
    if scores is None or published is None or computed.total is None or published == computed.total:
        return ()
    stated = f"เอกสารระบุคะแนนรวม {_figure(published, speech)} คะแนน"
    said = f"{stated} {_by_lists(result, published, computed, speech)}"
    finding = finding_of_total(result)
    if finding is None:
        return said, BY_ROUNDING
    return said, NOT_BY_ROUNDING if finding.cause is None and finding.suspect in {None, TOTAL} else BEYOND_ROUNDING


def inputs_named(result: YearResult) -> str:
    """The scores from which a total is computed; of two lists it is the first."""
    return "คะแนนย่อย" if result.otherwise is None else "คะแนนย่อยชุดแรก"


def _by_lists(result: YearResult, published: Decimal, computed: Computed, speech: Speech) -> str:
    """The total by the scores of the document; of two lists by both, so that neither is taken for the only one."""
    found = result.otherwise
    if found is None or found.total is None:
        return f"แต่เมื่อคำนวณทวนจาก{inputs_named(result)}ในเอกสารได้ {_got(computed, published, speech)}"
    first, other = _got(computed, published, speech, with_level=True), _got(found, published, speech, with_level=True)
    return f"และระบุคะแนนตัวชี้วัดไว้สองชุด คำนวณทวนจากชุดแรกได้ {first} ส่วนชุดที่ระบุอีกแห่งได้ {other}"


def _got(found: Computed, published: Decimal, speech: Speech, *, with_level: bool = False) -> str:
    total = found.total if found.total is not None else published
    apart = "ตรงกับเอกสาร" if total == published else _apart(published, total, speech)
    return f"{_figure(total, speech)} คะแนน{_in_level(found) if with_level else ''} {apart}"


def word_both_lists(result: YearResult, speech: Speech) -> str:
    """The total and the level by each of two lists of scores; empty where there is one, or no total by both."""
    lists = (result.computed, result.otherwise)
    said = [f"{_figure(one.total, speech)} คะแนน{_in_level(one)}" for one in lists if one and one.total is not None]
    if len(said) < len(lists):
        return ""
    return f"เอกสารระบุคะแนนตัวชี้วัดไว้สองชุด ชุดแรกคำนวณคะแนนรวมได้ {said[0]} ชุดที่ระบุอีกแห่งได้ {said[1]}"


def _in_level(found: Computed) -> str:
    return f" ซึ่งอยู่ในระดับ {found.level.name}" if found.level.name else ""


def _of_instruments(result: YearResult, speech: Speech) -> tuple[str, ...]:
    found = []
    for code, value in result.computed.instruments.items():
        published = stated_or_none(result.year.scores, "instruments", code)
        if published is not None and published != value:
            apart = _apart(published, value, speech)
            figures = f"เอกสารระบุ {_figure(published, speech)} คะแนน คำนวณทวนได้ {_figure(value, speech)} คะแนน"
            found.append(f"คะแนน {code}: {figures} {apart}")
    return tuple(found)


def _of_level(result: YearResult, speech: Speech) -> tuple[str, ...]:
    """The sentence on a stated level that the result cannot have."""
    judged, own = result.stated_level, result.year
    if not judged.is_wrong:
        return ()
    total = known(own.scores.total.value) if own.scores else None
    of_what = "คะแนนรวมตามเอกสาร" if total is not None else "คะแนนที่ทราบ"
    if total is not None and _hangs_on_instruments(judged.found.name, own.edition):
        of_what += "กับคะแนนเครื่องมือที่ทราบ"
    given, said = any_of(judged.found.candidates), f"เอกสารระบุระดับ {judged.level} แต่เกณฑ์ของปีนั้นที่เว็บไซต์นี้ใช้"
    if judged.foreign is None:
        return (f"{said}ให้{of_what}อยู่ในระดับ {given}",)
    by_scale = f"{of_what}อยู่ในระดับ {given}" if given else ""
    return (" ".join(filter(None, (f"{said}ไม่มีระดับนี้", _of_other_years(judged.foreign, speech), by_scale))),)


def _hangs_on_instruments(level: str | None, edition: Edition) -> bool:
    """True for a level that the total alone does not give."""
    asked = (
        rule.every_instrument_from is not None or rule.some_instrument_below is not None
        for rule in edition.levels
        if rule.name == level
    )
    return any(asked)


def _of_other_years(foreign: Foreign, speech: Speech) -> str:
    """The years in which a level is one; empty where it is one in none."""
    scale = foreign.scale
    if scale is None:
        return ""
    used = f"ใช้ถึง{speech.fiscal_year(scale.until)}" if scale.until else f"เริ่มใช้ใน{speech.fiscal_year(scale.since or 0)}"
    return f"ระดับ {scale.names[0]} ถึง {scale.names[-1]} {used}"


def _apart(published: Decimal, computed: Decimal, speech: Speech) -> str:
    word = "สูงกว่า" if published > computed else "ต่ำกว่า"
    return f"ตัวเลขในเอกสาร{word} {_figure(abs(published - computed), speech)} คะแนน"


def _figure(value: Decimal, speech: Speech) -> str:
    return speech.score(value).text


@dataclass(frozen=True)
class StatedAgain:
    """A figure, level or rank that the document states twice and differently; `again` says where and in which words."""

    name: str
    first: tuple[Part, ...]
    other: tuple[Part, ...]
    again: FigureAgain | LevelAgain | RankAgain


def _place(row: StatedAgain, _: Speech) -> tuple[Part, ...]:
    at, quote = Phrase(row.again.at), row.again.quote
    return (at, Phrase(f" “{quote}”", kind="aside")) if quote else (at,)


AGAIN: TableOf[StatedAgain] = TableOf(
    "stated-again",
    "ตัวเลขที่เอกสารระบุไม่ตรงกัน",
    "คะแนน ระดับ หรือลำดับที่ ที่เอกสารระบุมากกว่าหนึ่งค่า",
    (
        YEAR,
        ROW,
        Column("name", "รายการ", "name", "คะแนน ระดับ หรือลำดับที่ ที่เอกสารระบุไม่ตรงกัน", heads_row=True),
        Column("first", "ค่าแรกที่พบ", "first", "ค่าที่ใช้ในเว็บไซต์นี้", "figure", "ตามรายการ"),
        Column("again", "ค่าที่พบอีก", "other", "ค่าที่เอกสารระบุอีกที่หนึ่ง", "figure", "ตามรายการ"),
        Column("place", "ที่ในเอกสาร", _place, "ตำแหน่งและข้อความของค่าที่พบอีก"),
    ),
)


def again_rows(result: YearResult, speech: Speech) -> Iterator[StatedAgain]:
    """Figures and levels that the document states a second time and differently, then ranks."""
    scores = result.year.scores or Scores.model_construct(fiscal_year=result.year.year)
    for name, figure in _named_figures(scores, speech):
        for again in figure.also_stated:
            if known(again.value) != known(figure.value):
                yield StatedAgain(name, speech.published(figure.value), speech.published(again.value), again)
    for level in scores.level.also_stated:
        if level.value != known(scores.level.value):
            yield StatedAgain("ระดับ", speech.stated(scores.level.value), (Phrase(level.value),), level)
    if rank := known(scores.rank):
        for one in restated_differently(rank):
            yield StatedAgain("ลำดับที่", (speech.count(rank.value),), (speech.count(one.value),), one)


def again_table(result: YearResult, speech: Speech) -> Table:
    """Figures and levels that the document states a second time and differently, with the place and the words."""
    heads: Heads = dict.fromkeys(("name", "first", "again", "place"))
    named = ("stated-again", f"ตัวเลขที่เอกสารระบุไม่ตรงกัน {speech.fiscal_year(result.year.year)}")
    return AGAIN.show(named, heads, again_rows(result, speech), speech)


def same_again(result: YearResult) -> int:
    """The number of times that the document states a figure or a level again and says the same."""
    scores = result.year.scores
    if scores is None:
        return 0
    figures: list[Figure] = [scores.total, *(one for group in _GROUPS for one in getattr(scores, group).values())]
    same = sum(known(again.value) == known(figure.value) for figure in figures for again in figure.also_stated)
    return same + sum(level.value == known(scores.level.value) for level in scores.level.also_stated)


_GROUPS = {"instruments": "", "parts": "", "indicators": "ตัวชี้วัดที่ ", "subindicators": "ตัวชี้วัดย่อยที่ "}


def _named_figures(scores: Scores, speech: Speech) -> Iterator[tuple[str, Figure]]:
    yield "คะแนนรวม", scores.total
    for group, kind in _GROUPS.items():
        for key, figure in getattr(scores, group).items():
            yield f"{kind}{speech.digits(key)}", figure

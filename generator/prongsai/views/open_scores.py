"""Open data of scores: the years, every figure published and computed, and where points were lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.analysis.comparison import compare
from prongsai.analysis.lost_points import lost_by_indicator, lost_by_item
from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import keys_of, stated_or_none
from prongsai.model.scores import Scores
from prongsai.model.stated import Absence, known
from prongsai.views.chart import NO_DATA
from prongsai.views.lost import lost_indicators_table, lost_items_table
from prongsai.views.open_table import (
    COUNT,
    OF_YEAR,
    YEAR,
    Field,
    OpenTable,
    Row,
    Value,
    day_fields,
    figure_fields,
    read_day,
    read_figure,
    table_of,
    text_of,
)
from prongsai.views.rank_words import further_ranks
from prongsai.views.scores import (
    against_target,
    computed_phrase,
    full_items,
    instruments_table,
    published_parts,
    subindicators_table,
)
from prongsai.views.speech import Speech

KINDS = {
    "total": "คะแนนรวม",
    "instrument": "เครื่องมือ",
    "part": "ส่วนของเครื่องมือ",
    "indicator": "ตัวชี้วัด",
    "subindicator": "ตัวชี้วัดย่อย",
}
_KIND = Field("kind", "string", "ประเภท", "ตัวเลขของแถวนี้เป็นของอะไร", choices=KINDS)
_CODE = Field("code", "string", "รหัส", "รหัสเครื่องมือ หรือเลขตัวชี้วัดตามหลักเกณฑ์ของปีนั้น (คะแนนรวมใช้ total)")
_NAME = Field("name", "string", "ชื่อ", "ชื่อตามหลักเกณฑ์ของปีนั้น")
_YEARS = (
    YEAR,
    *figure_fields("total", "คะแนนรวม", "คะแนนรวมตามเอกสาร"),
    Field("level", "string", "ระดับ", "ระดับผลการประเมินตามเอกสาร หรือเหตุที่ไม่มี"),
    *figure_fields("rank", "ลำดับที่", "ลำดับที่ตามเอกสาร หมายเหตุบอกว่าในกลุ่มใด", "ลำดับ"),
    *day_fields("announced_on", "วันประกาศผล", "วันที่ประกาศผล"),
    *figure_fields("target", "ค่าเป้าหมาย", "คะแนนที่หน่วยงานควรได้ตามหลักเกณฑ์ของปี"),
    *figure_fields("measures", "จำนวนมาตรการ", "จำนวนมาตรการของปี", COUNT),
)
_SCORES = (
    YEAR,
    _KIND,
    _CODE,
    _NAME,
    Field("instrument", "string", "เครื่องมือ", "รหัสเครื่องมือที่ตัวเลขนี้สังกัด"),
    *figure_fields("weight", "น้ำหนัก", "น้ำหนักของเครื่องมือในคะแนนรวม", "ร้อยละ"),
    *figure_fields("published", "คะแนนตามเอกสาร", "คะแนนตามที่เอกสารพิมพ์ ทศนิยมเท่าที่พิมพ์"),
    *figure_fields("computed", "คะแนนที่คำนวณทวน", "คะแนนที่เว็บไซต์นี้คำนวณทวน มิใช่ผลการประเมินที่ประกาศ"),
    *figure_fields("previous", "คะแนนปีก่อน", "คะแนนตามเอกสารของปีก่อนหน้า"),
    *figure_fields("change", "การเปลี่ยนแปลง", "คะแนนตามเอกสารลบด้วยคะแนนปีก่อน ค่าลบคือลดลง", "คะแนน"),
    Field("against_target", "string", "เทียบค่าเป้าหมาย", "ถึงหรือต่ำกว่าค่าเป้าหมายของปี"),
    Field("items_full", "integer", "ข้อที่ได้ 100 คะแนน", "จำนวนข้อ OIT ของตัวชี้วัดย่อยที่ได้ 100 คะแนน", "ข้อ"),
    Field("items_total", "integer", "ข้อทั้งหมด", "จำนวนข้อ OIT ของตัวชี้วัดย่อย", "ข้อ"),
    Field("items_note", "string", "หมายเหตุของจำนวนข้อ", "เหตุที่ไม่มีจำนวนข้อ"),
)
_LOST = (
    YEAR,
    Field("kind", "string", "ประเภท", "หายไปที่ตัวชี้วัดหรือที่ข้อ OIT", choices={"indicator": "ตัวชี้วัด", "item": "ข้อ OIT"}),
    Field("code", "string", "รหัส", "เลขตัวชี้วัดหรือรหัสข้อ OIT"),
    _NAME,
    *figure_fields("score", "คะแนน", "คะแนนตามเอกสารของตัวชี้วัด"),
    *figure_fields("points", "คะแนนรวมที่หายไป", "ทำให้คะแนนรวมห่างจาก 100 เท่าใด", "คะแนน"),
    *figure_fields("below_target", "ส่วนที่ต่ำกว่าเป้าหมาย", "ส่วนของคะแนนที่หายไปเพราะต่ำกว่าค่าเป้าหมาย", "คะแนน"),
)


def score_tables(results: Results, speech: Speech) -> Iterator[OpenTable]:
    """Years, scores and lost points."""
    found = results.years.values()
    yield table_of(
        ("years", "ผลการประเมินแต่ละปี", "คะแนนรวม ระดับ ลำดับ และจำนวนมาตรการของทุกปี"),
        _YEARS,
        ("fiscal_year",),
        (_year(one, speech) for one in found),
    )
    about = "คะแนนรวม เครื่องมือ ตัวชี้วัด และตัวชี้วัดย่อย คะแนนตามเอกสารคู่กับคะแนนที่คำนวณทวน"
    key = ("fiscal_year", "kind", "code")
    yield table_of(
        ("scores", "คะแนน", about),
        _SCORES,
        key,
        (row for one in found for row in _scores(one, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("lost-points", "คะแนนที่หายไป", "ตัวชี้วัดและข้อ OIT ที่ทำให้คะแนนรวมหายไป"),
        _LOST,
        key,
        (row for one in found for row in _lost(one, speech)),
        OF_YEAR,
    )


def _year(result: YearResult, speech: Speech) -> Row:
    own, scores = result.year, result.year.scores or Scores.model_construct(fiscal_year=result.year.year)
    rank = known(scores.rank)
    scope = (*speech.stated(rank.scope), *further_ranks(rank, speech)) if rank else ()
    place = read_figure("rank", (speech.count(rank.value), *scope)) if rank else None
    count = speech.count(len(own.measures.measures)) if own.measures else speech.missing()
    goal = own.edition.target.score if own.edition.target else Absence.NOT_ENTERED
    return {
        "fiscal_year": str(own.year),
        **read_figure("total", published_parts(scores.total, speech)),
        "level": text_of(speech.stated(scores.level.value)),
        **(place or read_figure("rank", speech.stated(scores.rank))),
        **read_day("announced_on", scores.announced_on, speech),
        **read_figure("target", speech.published(goal)),
        **read_figure("measures", (count,)),
    }


def _scores(result: YearResult, speech: Speech) -> Iterator[Row]:
    total = result.year.scores.total if result.year.scores else None
    yield _figures(result, "total", "total") | {
        "name": KINDS["total"],
        **read_figure("published", published_parts(total, speech)),
        **read_figure("computed", (computed_phrase(result.computed.total, speech),)),
        **_changed(result, "total", "total", speech),
    }
    yield from _instruments(result, speech)
    for number in keys_of(result.year.edition.indicators, result.year.scores, "indicators"):
        yield _indicator(result, number, speech)
    yield from _subindicators(result, speech)


def _figures(result: YearResult, kind: str, code: str) -> dict[str, Value]:
    """A row of a kind without its own figures."""
    empty = dict.fromkeys(one.name for one in _SCORES)
    return {**empty, "fiscal_year": str(result.year.year), "kind": kind, "code": code}


def _instruments(result: YearResult, speech: Speech) -> Iterator[Row]:
    year = result.year
    codes = keys_of(year.edition.instruments, year.scores, "instruments")
    parts = tuple(year.scores.parts) if year.scores else ()
    for place, (code, cells) in enumerate(zip((*codes, *parts), instruments_table(result, speech).rows, strict=True)):
        kind = "instrument" if place < len(codes) else "part"
        tool, part = year.edition.instruments.get(code), year.edition.parts.get(code)
        weight = f"{tool.weight:f}" if kind == "instrument" and tool and tool.weight is not None else None
        yield _figures(result, kind, code) | {
            "name": text_of(cells[0]),
            "instrument": code if kind == "instrument" else part.instrument if part else None,
            "weight": weight,
            "weight_note": None if weight else text_of(cells[1]),
            **read_figure("published", cells[2]),
            **read_figure("computed", cells[3]),
            **(_changed(result, "instruments", code, speech) if kind == "instrument" else {}),
        }


def _indicator(result: YearResult, number: str, speech: Speech) -> Row:
    year = result.year
    indicator, figure = year.edition.indicators.get(number), None
    if year.scores:
        figure = year.scores.indicators.get(number)
    return _figures(result, "indicator", number) | {
        "name": indicator.name if indicator else None,
        "instrument": indicator.instrument if indicator else None,
        **read_figure("published", published_parts(figure, speech)),
        **read_figure("computed", (computed_phrase(result.computed.indicators.get(number), speech),)),
        **_changed(result, "indicators", number, speech),
    }


def _subindicators(result: YearResult, speech: Speech) -> Iterator[Row]:
    year = result.year
    numbers = keys_of(year.edition.subindicators, year.scores, "subindicators")
    for number, cells in zip(numbers, subindicators_table(result, speech).rows, strict=True):
        sub = year.edition.subindicators.get(number)
        indicator = year.edition.indicators.get(sub.indicator) if sub else None
        full, total = full_items(result, number) or (None, None)
        yield _figures(result, "subindicator", number) | {
            "name": sub.name if sub else None,
            "instrument": indicator.instrument if indicator else None,
            "items_full": None if full is None else str(full),
            "items_total": None if total is None else str(total),
            "items_note": text_of(cells[1]) if full is None else None,
            **read_figure("published", cells[2]),
            **read_figure("computed", cells[3]),
        }


def _changed(result: YearResult, group: str, key: str, speech: Speech) -> dict[str, Value]:
    """Last year's figure, the change and the distance from the target, as the pages say them."""
    now, before = (_value(scores, group, key) for scores in (result.year.scores, result.previous_scores))
    target = result.year.edition.target
    previous = speech.published(Absence.NOT_ENTERED if before is None else before)
    change = speech.change(compare(before, now))
    goal = against_target(now, target.score, speech).text if target else NO_DATA
    words = None if change.kind == "absent" else change.text.partition(" ")[0]
    return {
        **(read_figure("previous", previous) if result.previous else {}),
        **read_figure("change", (change,)),
        **({"change_note": words} if words else {}),
        "against_target": goal,
    }


def _value(scores: Scores | None, group: str, key: str) -> Decimal | None:
    if group == "total":
        return known(scores.total.value) if scores else None
    return stated_or_none(scores, group, key)


def _lost(result: YearResult, speech: Speech) -> Iterator[Row]:
    year, none = result.year, read_figure("below_target", ()) | read_figure("score", ())
    for loss, cells in zip(lost_by_indicator(result), lost_indicators_table(result, speech).rows, strict=True):
        yield {
            "fiscal_year": str(year.year),
            "kind": "indicator",
            "code": loss.key,
            "name": year.edition.indicators[loss.key].name,
            **read_figure("score", cells[1]),
            **read_figure("points", cells[2]),
            **read_figure("below_target", cells[3]),
        }
    for loss, cells in zip(lost_by_item(result), lost_items_table(result, speech).rows, strict=True):
        item = year.edition.items.get(loss.key)
        named = {"fiscal_year": str(year.year), "kind": "item", "code": loss.key, "name": item.title if item else None}
        yield {**named, **none, **read_figure("points", cells[1])}

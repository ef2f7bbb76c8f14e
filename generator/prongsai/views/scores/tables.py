"""The table of scores: every figure of a year, published and computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult, once
from prongsai.analysis.scoring import keys_of
from prongsai.views.content import Phrase, Table
from prongsai.views.names import indicator_phrase, instrument_name, subindicator_name
from prongsai.views.scores.figures import (
    CHANGED,
    UNVERIFIED,
    full_items,
    published_parts,
    weight_phrase,
)
from prongsai.views.scores.score_cells import (
    Scored,
    change_cell,
    changed_cell,
    computed_cell,
    goal_cell,
    previous_cell,
)
from prongsai.views.speech import Speech
from prongsai.views.table import YEAR, Column, Heads, TableOf

KINDS = {
    "total": "คะแนนรวม",
    "instrument": "เครื่องมือ",
    "part": "ส่วนของเครื่องมือ",
    "indicator": "ตัวชี้วัด",
    "subindicator": "ตัวชี้วัดย่อย",
}


def _name(row: Scored, speech: Speech) -> str | None:
    """The name of what the figure is of, as its year's edition has it."""
    if row.kind == "total":
        return KINDS["total"]
    if row.kind in {"instrument", "part"}:
        return _subject(row, speech).text
    named = row.result.year.edition
    found = (named.indicators if row.kind == "indicator" else named.subindicators).get(row.code)
    return found.name if found else None


def _subject(row: Scored, speech: Speech) -> Phrase:
    """The subject of the figure, with its code, as the head of a row."""
    edition = row.result.year.edition
    if row.kind == "instrument":
        return Phrase(instrument_name(edition, row.code, speech))
    if row.kind == "indicator":
        return indicator_phrase(edition, row.code, speech)
    if row.kind == "subindicator":
        name = subindicator_name(edition, row.code, speech)
        return Phrase(f"{speech.digits(row.code)} {speech.digits(name)}".strip())
    part = edition.parts.get(row.code)
    return Phrase(speech.digits(f"{row.code} {part.name if part else ''}".strip()))


def _instrument(row: Scored, _: Speech) -> str | None:
    edition = row.result.year.edition
    if row.kind == "total":
        return None
    if row.kind == "instrument":
        return row.code
    if row.kind == "part":
        part = edition.parts.get(row.code)
        return part.instrument if part else None
    sub = edition.subindicators.get(row.code) if row.kind == "subindicator" else None
    number = row.code if row.kind == "indicator" else sub.indicator if sub else ""
    return edition.indicators[number].instrument if number in edition.indicators else None


def _instrument_shown(row: Scored, speech: Speech) -> object:
    """The instrument of an indicator, else the one that it has in the nearest year."""
    offer = row.result.year.edition.offered.indicators.get(row.code)
    return _instrument(row, speech) or (offer.fact.instrument if offer else UNVERIFIED)


def _weight(row: Scored, speech: Speech) -> Phrase | None:
    if row.kind not in {"instrument", "part"}:
        return None
    tool = row.result.year.edition.instruments.get(row.code) if row.kind == "instrument" else None
    return weight_phrase(tool.weight if tool else None, speech)


def _weight_shown(row: Scored, speech: Speech) -> Phrase | None:
    said = _weight(row, speech)
    return replace(said, value=None) if said else None


def _full(row: Scored) -> tuple[int, int] | None:
    return full_items(row.result, row.code) if row.kind == "subindicator" else None


def _full_words(row: Scored, speech: Speech) -> Phrase:
    full = _full(row)
    return Phrase(f"{speech.digits(full[0])} จาก {speech.digits(full[1])} ข้อ") if full else speech.missing()


def _full_note(row: Scored, speech: Speech) -> Phrase | None:
    return speech.missing() if row.kind == "subindicator" and _full(row) is None else None


def _year_phrase(row: Scored, speech: Speech) -> Phrase:
    year = row.result.year.year
    return Phrase(speech.fiscal_year(year), href=addresses.section_path(year, "scores"))


SCORES: TableOf[Scored] = TableOf(
    "scores",
    "คะแนน",
    "คะแนนรวม เครื่องมือ ตัวชี้วัด และตัวชี้วัดย่อย คะแนนตามเอกสารคู่กับคะแนนที่คำนวณทวน",
    (
        YEAR,
        Column("kind", "ประเภท", "kind", "ตัวเลขของแถวนี้เป็นของอะไร", choices=KINDS),
        Column("code", "รหัส", "code", "รหัสเครื่องมือ หรือเลขตัวชี้วัดตามหลักเกณฑ์ของปีนั้น (คะแนนรวมใช้ total)"),
        Column("name", "ชื่อ", _name, "ชื่อตามหลักเกณฑ์ของปีนั้น"),
        Column("instrument", "เครื่องมือ", _instrument, "รหัสเครื่องมือที่ตัวเลขนี้สังกัด"),
        Column("weight", "น้ำหนัก", _weight, "น้ำหนักของเครื่องมือในคะแนนรวม", "figure", "ร้อยละ", shown=_weight_shown),
        Column(
            "published",
            "คะแนนตามเอกสาร",
            lambda row, speech: published_parts(row.figure, speech),
            "คะแนนตามที่เอกสารพิมพ์ ทศนิยมเท่าที่พิมพ์",
            "figure",
        ),
        Column("computed", "คะแนนที่คำนวณทวน", computed_cell, "คะแนนที่เว็บไซต์นี้คำนวณทวน มิใช่ผลการประเมินที่ประกาศ", "figure"),
        Column("previous", "คะแนนปีก่อน", previous_cell, "คะแนนตามเอกสารของปีก่อนหน้า", "figure"),
        Column("change", "การเปลี่ยนแปลง", change_cell, "คะแนนตามเอกสารลบด้วยคะแนนปีก่อน ค่าลบคือลดลง", "figure", "คะแนน"),
        Column("against_target", "เทียบค่าเป้าหมาย", goal_cell, "ถึงหรือต่ำกว่าค่าเป้าหมายของปี", about_figure=True),
        Column(
            "items_full",
            "ข้อที่ได้ 100 คะแนน",
            lambda row, _: (_full(row) or (None, None))[0],
            "จำนวนข้อ OIT ของตัวชี้วัดย่อยที่ได้ 100 คะแนน",
            "integer",
            "ข้อ",
        ),
        Column(
            "items_total",
            "ข้อทั้งหมด",
            lambda row, _: (_full(row) or (None, None))[1],
            "จำนวนข้อ OIT ของตัวชี้วัดย่อย",
            "integer",
            "ข้อ",
        ),
        Column("items_note", "หมายเหตุของจำนวนข้อ", _full_note, "เหตุที่ไม่มีจำนวนข้อ"),
        Column("subject", "", _subject, heads_row=True, is_open=False),
        Column("tool", "เครื่องมือ", _instrument_shown, is_open=False),
        Column("changed", CHANGED, changed_cell, is_open=False, about_figure=True),
        Column("full_words", "ข้อที่ได้ 100 คะแนน", _full_words, is_open=False, about_figure=True),
        Column("in_year", "ปีงบประมาณ", _year_phrase, heads_row=True, is_open=False),
    ),
    ("fiscal_year", "kind", "code"),
)


def scored_rows(result: YearResult, kinds: Iterable[str] = KINDS) -> Iterator[Scored]:
    """The figures of a year, kind by kind, in the order of its edition; parts as the document has them."""
    year = result.year
    for kind in kinds:
        codes: Iterable[str] = ("total",)
        if kind == "part":
            codes = year.scores.parts if year.scores else ()
        elif kind != "total":
            codes = keys_of(getattr(year.edition, f"{kind}s"), year.scores, f"{kind}s")
        yield from (Scored(result, kind, code) for code in codes)


def instruments_table(result: YearResult, speech: Speech) -> Table:
    """Instruments with weight, published and computed score."""
    heads: Heads = {"subject": KINDS["instrument"], "published": None, "computed": None, "weight": None}
    named = ("instruments", f"คะแนนรายเครื่องมือ {speech.fiscal_year(result.year.year)}")
    return SCORES.show(named, heads, scored_rows(result, ("instrument", "part")), speech)


def indicators_table(result: YearResult, speech: Speech, *, is_brief: bool = False, with_target: bool = True) -> Table:
    """Indicators with their score, last year's, the change and the distance from the target; in brief without two."""
    target = result.year.edition.target if with_target else None
    heads: dict[str, str | None] = {"subject": KINDS["indicator"], "published": None}
    if result.previous is not None:
        heads |= {"changed": None}
    if target is not None:
        heads |= {"against_target": f"เทียบค่าเป้าหมาย {speech.digits(target.score)}"}
    if not is_brief:
        heads |= {"previous": f"ปี {speech.digits(result.previous.year)}"} if result.previous is not None else {}
        heads |= {"tool": None}
    named = ("indicators", f"คะแนนรายตัวชี้วัด {speech.fiscal_year(result.year.year)}")
    return SCORES.show(named, heads, scored_rows(result, ("indicator",)), speech)


def brief_indicators_table(result: YearResult, speech: Speech, *, with_target: bool = False) -> Table:
    """Indicators with score and change only, for other pages than that of the scores; the target where asked for."""
    return indicators_table(result, speech, is_brief=True, with_target=with_target)


def subindicators_table(result: YearResult, speech: Speech) -> Table:
    """Sub-indicators, computed from the items."""
    full = speech.digits("ข้อที่ได้ 100 คะแนน")
    heads: Heads = {"subject": KINDS["subindicator"], "published": None, "computed": None, "full_words": full}
    named = ("subindicators", f"คะแนนตัวชี้วัดย่อย {speech.fiscal_year(result.year.year)}")
    return SCORES.show(named, heads, scored_rows(result, ("subindicator",)), speech)


@once
def indicator_table(results: Results, number: str, speech: Speech) -> Table:
    """One indicator over the years."""
    rows = (
        Scored(result, "indicator", number)
        for result in results.years.values()
        if result.year.scores is not None and number in result.year.edition.indicators
    )
    heads: Heads = {"in_year": None, "published": None, "changed": "การเปลี่ยนแปลง", "against_target": None}
    return SCORES.show(("over-years", "คะแนนของตัวชี้วัดนี้ในแต่ละปี"), heads, rows, speech)

"""Open data of what documents print besides: figures stated again, their own comparison, levels and tables."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.printed_comparison import columns_of, rows_of
from prongsai.analysis.results import Results, YearResult
from prongsai.thai.numerals import parse_decimal
from prongsai.views.again import again_table
from prongsai.views.open_table import (
    OF_YEAR,
    POINTS,
    ROW,
    YEAR,
    Field,
    OpenTable,
    Row,
    figure_fields,
    read_figure,
    table_of,
    text_of,
)
from prongsai.views.printed_comparison import comparison_of, comparison_table
from prongsai.views.speech import Speech
from prongsai.views.year import printed_table
from prongsai.wording.terms import ABSENCES

_AGAIN = (
    YEAR,
    ROW,
    Field("name", "string", "รายการ", "คะแนน ระดับ หรือลำดับที่ ที่เอกสารระบุไม่ตรงกัน"),
    *figure_fields("first", "ค่าแรกที่พบ", "ค่าที่ใช้ในเว็บไซต์นี้", "ตามรายการ"),
    *figure_fields("again", "ค่าที่พบอีก", "ค่าที่เอกสารระบุอีกที่หนึ่ง", "ตามรายการ"),
    Field("place", "string", "ที่ในเอกสาร", "ตำแหน่งและข้อความของค่าที่พบอีก"),
)
_COMPARED = (
    YEAR,
    ROW,
    Field("group", "string", "กลุ่มของแถว", "ข้อความของช่องซ้ายสุดที่แถวนี้อยู่ใต้ เช่นเครื่องมือ ว่างเมื่อไม่มี"),
    Field("label", "string", "รายการตามที่พิมพ์", "ชื่อแถวในตารางเปรียบเทียบของเอกสาร"),
    Field("compared_year", "integer", "ปีที่เทียบ", "ปีงบประมาณที่เอกสารนำมาเทียบ", "พ.ศ."),
    *figure_fields("compared", "ช่องของปีที่เทียบ", "ตัวเลขในช่องของปีที่เทียบตามที่พิมพ์", POINTS),
    *figure_fields("current", "ช่องของปีนี้", "ตัวเลขในช่องของปีนี้ตามที่พิมพ์", POINTS),
    Field("change", "string", "การเปลี่ยนแปลงตามเอกสาร", "คำที่เอกสารใช้"),
    Field("printed", "string", "แถวตามที่พิมพ์", "ทุกช่องของแถวตามลำดับคอลัมน์ คั่นด้วย | ว่างเมื่อยังไม่ได้กรอกช่องของตาราง"),
)
_LEVELS = (
    YEAR,
    ROW,
    Field("level", "string", "ระดับ", "ระดับผลการประเมินตามที่เอกสารพิมพ์"),
    Field("lowest", "number", "คะแนนต่ำสุด", "คะแนนต่ำสุดของระดับ", POINTS),
    Field("highest", "number", "คะแนนสูงสุด", "คะแนนสูงสุดของระดับ", POINTS),
)
_CELLS = (
    YEAR,
    Field("table", "string", "รหัสตาราง", "รหัสของตารางในแฟ้มข้อมูลของปี"),
    Field("caption", "string", "ชื่อตาราง", "ชื่อตารางตามที่เอกสารพิมพ์"),
    ROW,
    Field("column", "integer", "คอลัมน์ที่", "ลำดับของคอลัมน์ นับจาก 1"),
    Field("heading", "string", "หัวคอลัมน์", "หัวคอลัมน์ตามที่เอกสารพิมพ์"),
    Field("text", "string", "ข้อความ", "ข้อความในช่องตามที่เอกสารพิมพ์"),
)
_KEY = ("fiscal_year", "row")


def restated_tables(results: Results, speech: Speech) -> Iterator[OpenTable]:
    """What documents state again, compare themselves, print as levels and as tables of their own."""
    found = results.years.values()
    yield table_of(
        ("stated-again", "ตัวเลขที่เอกสารระบุไม่ตรงกัน", "คะแนน ระดับ หรือลำดับที่ ที่เอกสารระบุมากกว่าหนึ่งค่า"),
        _AGAIN,
        _KEY,
        (row for one in found for row in _again(one, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("document-comparison", "ตารางเปรียบเทียบของเอกสาร", "ตารางเปรียบเทียบที่เอกสารพิมพ์ไว้เอง ทุกช่องและลำดับตามที่พิมพ์"),
        _COMPARED,
        _KEY,
        (row for one in found for row in _compared(one, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("printed-levels", "เกณฑ์ระดับตามเอกสาร", "เกณฑ์ระดับผลการประเมินตามที่เอกสารพิมพ์"),
        _LEVELS,
        _KEY,
        (row for one in found for row in _levels(one)),
        OF_YEAR,
    )
    yield table_of(
        ("document-tables", "ตารางอื่นของเอกสาร", "ตารางอื่นของเอกสาร หนึ่งแถวต่อหนึ่งช่อง"),
        _CELLS,
        ("fiscal_year", "table", "row", "column"),
        (row for one in found for row in _cells(one)),
        OF_YEAR,
    )


def _again(result: YearResult, speech: Speech) -> Iterator[Row]:
    for place, cells in enumerate(again_table(result, speech).rows, 1):
        yield {
            "fiscal_year": str(result.year.year),
            "row": str(place),
            "name": text_of(cells[0]),
            **read_figure("first", cells[1]),
            **read_figure("again", cells[2]),
            "place": text_of(cells[3]),
        }


def _compared(result: YearResult, speech: Speech) -> Iterator[Row]:
    comparison = comparison_of(result)
    if comparison is None:
        return
    compared = {"fiscal_year": str(result.year.year), "compared_year": str(comparison.with_year)}
    if comparison.table is None:
        for place, (name, word) in enumerate(comparison_table(result, speech).rows, 1):
            cells = {"label": text_of(name), "change": text_of(word), "group": None, "printed": None}
            yield {**compared, "row": str(place), **cells, **_cell("compared", None), **_cell("current", None)}
        return
    columns = columns_of(comparison.table, comparison.with_year, result.year.year)
    for row in rows_of(comparison.table, columns):
        yield {
            **compared,
            "row": str(row.place + 1),
            "group": row.group,
            "label": row.name,
            **_cell("compared", row.at(columns.before)),
            **_cell("current", row.at(columns.now)),
            "change": row.at(columns.change),
            "printed": " | ".join(row.cells),
        }


def _cell(name: str, text: str | None) -> Row:
    """A cell as printed: its figure or its words; an empty one says why it is empty."""
    if text is None or not text:
        return {name: None, f"{name}_note": ABSENCES["not_entered" if text is None else "blank_cell"]}
    figure = parse_decimal(text)
    return {name: f"{figure:f}" if figure is not None else None, f"{name}_note": None if figure is not None else text}


def _levels(result: YearResult) -> Iterator[Row]:
    scores = result.year.scores
    for place, one in enumerate(scores.printed_levels if scores else (), 1):
        named = {"fiscal_year": str(result.year.year), "row": str(place), "level": one.level}
        yield {**named, "lowest": f"{one.lowest:f}", "highest": f"{one.highest:f}"}


def _cells(result: YearResult) -> Iterator[Row]:
    sections = result.year.analysis.sections if result.year.analysis else ()
    for section in sections:
        if section.table is None:
            continue
        table = printed_table(section.table, section.id)
        named = {"fiscal_year": str(result.year.year), "table": section.id, "caption": table.caption}
        for row, cells in enumerate(table.rows, 1):
            for column, (head, one) in enumerate(zip(table.columns, cells, strict=False), 1):
                place = {"row": str(row), "column": str(column)}
                yield {**named, **place, "heading": head.title, "text": text_of(one)}

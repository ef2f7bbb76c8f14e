"""Open data of indicators and the measures that answered them: the result before, the status, the result after."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.results import Results
from prongsai.views.chart_lineage_indicator import aims_at, lineage_table
from prongsai.views.measures import measure_name
from prongsai.views.names import indicator_numbers
from prongsai.views.open_table import (
    MEASURE,
    OF_MEASURE,
    YEAR,
    Field,
    OpenTable,
    Row,
    figure_fields,
    read_figure,
    table_of,
    text_of,
)
from prongsai.views.speech import Speech

_FIELDS = (
    Field("indicator", "string", "ตัวชี้วัด", "เลขตัวชี้วัด"),
    Field("answered_year", "integer", "ปีของผลที่ตอบ", "ปีงบประมาณของผลที่มาตรการตอบ", "พ.ศ."),
    YEAR,
    MEASURE,
    Field("name", "string", "มาตรการ", "เลขที่และชื่อมาตรการ"),
    Field("status_words", "string", "สถานะ", "สถานะของมาตรการ"),
    *figure_fields("answered", "ผลที่มาตรการตอบ", "คะแนนของตัวชี้วัดในปีที่มาตรการตอบ"),
    *figure_fields("result", "ผลของปีที่ดำเนินการ", "คะแนนของตัวชี้วัดในปีของมาตรการ หมายเหตุบอกการเปลี่ยนแปลง"),
)


def result_tables(results: Results, speech: Speech) -> Iterator[OpenTable]:
    """One row for each indicator and measure that answers it."""
    about = "คะแนนตัวชี้วัดก่อนและหลังมาตรการที่ตอบ คะแนนเปลี่ยนได้จากหลายเหตุ ไม่ได้แสดงว่าเปลี่ยนเพราะมาตรการ"
    key = ("indicator", "answered_year", "fiscal_year", "measure_id")
    yield table_of(
        ("measure-results", "คะแนนก่อนและหลังมาตรการ", about),
        _FIELDS,
        key,
        _rows(results, speech),
        OF_MEASURE,
    )


def _rows(results: Results, speech: Speech) -> Iterator[Row]:
    for number in indicator_numbers(results):
        aims = aims_at(results, number)
        for aim, cells in zip(aims, lineage_table(results, number, aims, speech).rows, strict=True):
            yield {
                "indicator": number,
                "answered_year": str(aim.answered),
                "fiscal_year": str(aim.own.year),
                "measure_id": aim.measure.id,
                "name": measure_name(aim.measure, speech),
                "status_words": text_of(cells[1]),
                **read_figure("answered", cells[2].parts[1:]),
                **read_figure("result", cells[3].parts[1:] if len(cells[3].parts) > 1 else cells[3]),
            }

"""The analysis of a year as rows of the open data: strengths, weaknesses, points to develop and advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.site import FiscalYear
from prongsai.views.content import Part
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, TableOf

_KINDS = {"strength": "จุดแข็ง", "weakness": "จุดที่ต้องพัฒนา", "development": "ประเด็นที่ควรพัฒนา", "recommendation": "ข้อเสนอแนะ"}


@dataclass(frozen=True)
class AnalysisText:
    """One thing that the analysis of a year says, and the indicators and items that it names."""

    kind: str
    text: tuple[Part, ...]
    indicators: str = ""
    items: str = ""
    assessed: str = ""


ANALYSIS: TableOf[AnalysisText] = TableOf(
    "analysis",
    "การวิเคราะห์",
    "จุดแข็ง จุดที่ต้องพัฒนา ประเด็นที่ควรพัฒนา และข้อเสนอแนะของเอกสาร",
    (
        YEAR,
        ROW,
        Column("kind", "ประเภท", "kind", "ข้อความนี้เป็นอะไร", choices=_KINDS),
        Column("indicators", "ตัวชี้วัด", "indicators", "เลขตัวชี้วัดที่กล่าวถึง คั่นด้วยช่องว่าง"),
        Column("items", "ข้อ OIT", "items", "รหัสข้อที่กล่าวถึง คั่นด้วยช่องว่าง"),
        Column("text", "ข้อความ", "text", "ถ้อยคำของเอกสาร"),
        Column("assessed", "ประเด็นการประเมิน", "assessed", "ประเด็นการประเมินตามเอกสาร เฉพาะประเด็นที่ควรพัฒนา"),
    ),
)


def analysis_rows(year: FiscalYear, speech: Speech) -> Iterator[AnalysisText]:
    """The analysis, kind by kind, in the order of its document."""
    own = year.analysis
    if own is None:
        return
    for kind, lists in (("strength", own.strengths), ("weakness", own.weaknesses)):
        for one in lists:
            text = speech.texts((one.text, *one.points), ordered=False)
            yield AnalysisText(kind, text, " ".join(one.indicators), " ".join(one.items))
    for point in own.development_points:
        assessed = "\n".join(point.assessed)
        yield AnalysisText(
            "development", speech.texts(point.improve), point.indicator or "", point.item or "", assessed
        )
    for advice in own.recommendations:
        yield AnalysisText("recommendation", speech.texts((advice,)))

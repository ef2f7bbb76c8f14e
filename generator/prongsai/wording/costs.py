"""Costs of problems: the words on the score of the item that is answered with what is faulty, declared once by code.

Assessors gave no score for measures of another year's result, without a required element, or not consistent with the
analysis, and for results that do not continue from measures (reasons as printed in results of FY 2564 and 2565). What
names its item says so itself (`item_reasons`).
"""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.wording.catalogue import Language

_MEASURES: Mapping[Language, str] = {
    "th": "ข้อ OIT ที่ตอบด้วยมาตรการนี้อาจไม่ได้คะแนน",
    "en": "the OIT item answered with these measures may get no score",
}
_REPORTS: Mapping[Language, str] = {
    "th": "ข้อ OIT ที่ตอบด้วยรายงานนี้อาจไม่ได้คะแนน",
    "en": "the OIT item answered with this report may get no score",
}
COSTS: Mapping[str, Mapping[Language, str]] = {
    "measures-year-not-stated": _MEASURES,
    "fy-chain-broken": _MEASURES,
    "fy-chain-missing": _MEASURES,
    "deadline-outside-year": _MEASURES,
    "weakness-without-measure": _MEASURES,
    "item-without-measure": _MEASURES,
    "measures-lack-column": _MEASURES,
    "measure-incomplete": _MEASURES,
    "report-before-year": _REPORTS,
    "report-without-measure": _REPORTS,
    "measure-without-report": _REPORTS,
    "result-is-advice": _REPORTS,
}


def cost_of(code: str, language: Language = "th") -> str:
    """The words on what a problem of this code may cost; empty where it costs no score or its own sentence says so."""
    return COSTS[code][language] if code in COSTS else ""

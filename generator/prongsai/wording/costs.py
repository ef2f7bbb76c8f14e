"""Costs of problems: the words on the score of the item that is answered with what is faulty, declared once by code.

Assessors gave no score for measures of another year's result, without a required element, or not consistent with the
analysis, and for results that do not continue from measures (reasons as printed in results of FY 2564 and 2565). Once
the result is known (`SCORED`) it is said instead of what may come.
"""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.wording.catalogue import Language

Words = Mapping[Language, str]
SCORED = "scored"  # the value with the known scores: one an item, as `write_score` gives it, with commas
_MEASURES: Words = {
    "th": "ข้อ OIT ที่ตอบด้วยมาตรการนี้อาจไม่ได้คะแนน",
    "en": "the OIT item answered with these measures may get no score",
}
_REPORTS: Words = {
    "th": "ข้อ OIT ที่ตอบด้วยรายงานนี้อาจไม่ได้คะแนน",
    "en": "the OIT item answered with this report may get no score",
}
_ITEM: Words = {"th": "ข้อนี้อาจไม่ได้คะแนน", "en": "it may get no score"}
_ITEM_OF_TWO: Words = {"th": "ข้อ {item} อาจไม่ได้คะแนน", "en": "{item} may get no score"}
_ITEM_TOO: Words = {"th": "ข้อ {item} จึงอาจไม่ได้คะแนนด้วย", "en": "both may get no score"}
_RESULT: Words = {
    "th": "ตามผลการประเมิน ข้อ {code} ปีงบประมาณ {year} ได้ {points} คะแนน",
    "en": "by the result, item {code} of {year} got {points} points",
}
_INFERRED: Words = {"th": " (อนุมาน)", "en": " (inferred)"}
_OF_ITEMS = (_ITEM, _ITEM_OF_TWO, _ITEM_TOO)
COSTS: Mapping[str, Words] = {
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
    "oit-without-link": _ITEM,
    "oit-page-missing": _ITEM,
    "oit-without-content": _ITEM,
    "oit-page-of-other-result": _ITEM,
    "oit-page-of-other-year": _ITEM,
    "oit-link-not-public": _ITEM,
    "oit-link-does-not-open": _ITEM,
    "oit-link-elsewhere": _ITEM,
    "oit-link-names-other-year": _ITEM,
    "oit-element-missing": _ITEM,
    "oit-measures-item-lacking": _ITEM_TOO,
    "oit-same-address": _ITEM_OF_TWO,
}
# What answers the items of a cost that names none itself, by the section of the year in question.
ANSWERED_BY: Mapping[str, str] = {
    code: "measures" if words is _MEASURES else "follow-up" for code, words in COSTS.items() if words not in _OF_ITEMS
}


def cost_of(code: str, language: Language = "th", values: Mapping[str, str] | None = None) -> str:
    """The words on what a problem of this code may cost, or on the result where its values have that.

    Empty where it costs no score.
    """
    if code not in COSTS:
        return ""
    given = values or {}
    if given.get(SCORED):
        return _word_scores(given[SCORED], language)
    return COSTS[code][language].format(item=given.get("item", ""))


def write_score(code: str, year: int, points: str, *, is_inferred: bool) -> str:
    """The known score of an item (points of 100, fiscal year of the Buddhist Era) for the value `SCORED`."""
    return f"{code} {year} {points}{' inferred' if is_inferred else ''}"


def _word_scores(scored: str, language: Language) -> str:
    """Word the scores of items, each written by `write_score`, with a comma between them."""
    said = []
    for one in scored.split(","):
        code, year, points, *inferred = one.split()
        said.append(
            _RESULT[language].format(code=code, year=year, points=points) + _INFERRED[language] * bool(inferred)
        )
    return ", ".join(said)


def is_shared(code: str) -> bool:
    """True if the cost is that of all the measures or reports of a year, and not of one item."""
    return code in ANSWERED_BY

"""Names of measures, indicators and items in the sentences of rules, and what counts as verified in an edition."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from prongsai.model.edition import Edition
from prongsai.model.evidence import FOUND, Grade
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.thai.codes import follows
from prongsai.wording.figures import name_figures

_LEADING, _FOLLOWING = "เแโใไ ", "ะาำ"  # vowels that are written before and after their consonant
_SHORTEST_RUN = 3  # codes in a row that are named by the first and the last
LONGEST_QUOTE = 70  # characters; what is quoted stays one sentence on a phone


def verified(edition: Edition, names: Sequence[str], grades: frozenset[Grade] = FOUND) -> bool:
    """True if any of the named evidence of an edition has one of the grades."""
    return edition.verifies(names, grades)


def shortened(text: str) -> str:
    """The text, cut at a space where it is too long to be quoted, or else where no vowel is torn off."""
    if len(text) <= LONGEST_QUOTE:
        return text
    cut, space, _ = text[:LONGEST_QUOTE].rpartition(" ")
    if space and len(cut) > LONGEST_QUOTE // 2:
        return f"{cut}…"
    end = LONGEST_QUOTE
    while end > 1 and (unicodedata.category(text[end]) == "Mn" or text[end] in _FOLLOWING):
        end -= 1
    return f"{text[:end].rstrip(_LEADING)}…"


def listed(parts: Sequence[str]) -> str:
    """Names in a row, as Thai joins them: O8, O15 และ O43, ข้อ OIT และปี or ขั้นตอนและการกำกับติดตาม."""
    *first, last = parts
    if not first:
        return last
    after = " " if last[:1].isascii() or last.startswith("“") else ""
    before = " " if after or first[-1][-1:].isascii() else ""
    return f"{', '.join(first)}{before}และ{after}{last}"


def figures_named(figures: Sequence[tuple[str, str]]) -> str:
    """Figures of a year by group and key, in a row: คะแนนเครื่องมือ IIT, EIT และคะแนนตัวชี้วัด 9 ตัว."""
    groups: dict[str, list[str]] = {}
    for group, key in figures:
        groups.setdefault(group, []).append(key)
    return listed([name_figures(group, keys) for group, keys in groups.items()])


def runs(codes: Sequence[str]) -> list[str]:
    """The codes, those that follow each other as O3 ถึง O41."""
    found: list[list[str]] = []
    for code in codes:
        if found and follows(found[-1][-1], code):
            found[-1].append(code)
        else:
            found.append([code])
    named = ([f"{run[0]} ถึง {run[-1]}"] if len(run) >= _SHORTEST_RUN else run for run in found)
    return [name for names in named for name in names]


def measure_name(measure: Measure) -> str:
    """มาตรการที่ 8 “การจัดทำ…”, with the number only where the document has one."""
    number, title = known(measure.number), known(measure.shown_title)
    head = f"มาตรการที่ {number}" if number is not None else "มาตรการ"
    if title is not None:
        return f"{head} “{shortened(title)}”"
    return head if number is not None else f"{head} ({measure.id})"


def report_name(report: Report, position: int) -> str:
    """รายงานลำดับที่ 6, counted where the document has no number."""
    number = known(report.number)
    return f"รายงานลำดับที่ {number if number is not None else position + 1}"


def report_subject(year: FiscalYear, report: Report, position: int) -> str:
    """The measure with its round: มาตรการที่ 2 “…” รอบ 6 เดือน."""
    measures = year.listed_measures
    measure = next((one for one in measures if one.id == report.measure), None)
    name = measure_name(measure) if measure else report_name(report, position)
    return f"{name} รอบ {report.months} เดือน" if report.months else name


def indicator_name(edition: Edition, number: str) -> str:
    """ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร."""
    indicator = edition.indicators.get(number)
    return f"ตัวชี้วัดที่ {number} {indicator.name}" if indicator else f"ตัวชี้วัดที่ {number}"


def item_name(edition: Edition, code: str) -> str:
    """ข้อ O2 ข้อมูลผู้บริหาร."""
    item = edition.items.get(code)
    return f"ข้อ {code} {item.title}" if item and item.title else f"ข้อ {code}"

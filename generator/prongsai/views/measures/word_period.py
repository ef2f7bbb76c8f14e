"""The sentence that says when a measure is carried out, from what its period means."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.thai.dates import MONTHS, fiscal_year_of
from prongsai.thai.periods import Form, Month, Period, Span
from prongsai.views.speech import Speech

_QUARTER = 3


def word_period(period: Period, fiscal_year: int | None, speech: Speech) -> str:
    """A period as a clause; `fiscal_year` (Buddhist Era) is None where the document does not say it."""
    if period.is_due:
        often = f"ดำเนินการ{_often(period, speech)} " if period.frequency or period.is_ongoing else ""
        return f"กำหนด{often}แล้วเสร็จภายใน{_last(period, fiscal_year, speech)}"
    often, spans = _often(period, speech), _spans(period, fiscal_year, speech)
    length = f"เป็นเวลา {speech.digits(period.length)}" if period.length and not period.spans else ""
    return f"กำหนดดำเนินการ{' '.join(filter(None, (often, length, spans)))}"


def _often(period: Period, speech: Speech) -> str:
    often = str(period.frequency) if period.frequency else ""
    return speech.digits(f"{often} {'ต่อเนื่อง' if period.is_ongoing else ''}".strip())


def _last(period: Period, fiscal_year: int | None, speech: Speech) -> str:
    """The last day, or that of which the end is the last."""
    if not period.spans:
        return f" {speech.digits(period.length)}" if period.length else ""
    spans = _in_year(period.spans, fiscal_year)
    if not period.day:
        return _named(spans[-1], speech, within="")
    month = max(span.last for span in spans)
    of_year = f" {speech.digits(month.year)}" if spans[-1].has_year else ""
    return f"วันที่ {speech.digits(period.day)} {MONTHS[month.month - 1][0]}{of_year}"


def _spans(period: Period, fiscal_year: int | None, speech: Speech) -> str:
    spans = _in_year(period.spans, fiscal_year)
    if period.is_open and spans:
        return f"ตั้งแต่{_named(spans[-1], speech, within='')} เป็นต้นไป"
    if not spans:
        return ""
    said = [_named(spans[0], speech), *(_named(span, speech, within="") for span in spans[1:])]
    quarters = [_quarter(span.last) for span in spans if span.form is Form.QUARTERS and span.length == _QUARTER]
    if len(quarters) == len(spans) and len({fiscal_year_of(*span.last) for span in spans}) == 1:
        of_year = _of_year(spans[0], speech)
        return f"ในไตรมาสที่ {_listed([speech.digits(nth) for nth in quarters], ' และ ', ', ')}{of_year}"
    return _listed(said, " และ")


def _listed(said: list[str], last: str, between: str = " ") -> str:
    return last.join((between.join(said[:-1]), said[-1])) if len(said) > 1 else "".join(said)


def _of_year(span: Span, speech: Speech) -> str:
    return f" ของ{speech.fiscal_year(fiscal_year_of(*span.last))}" if span.has_year else ""


def _in_year(spans: Iterable[Span], fiscal_year: int | None) -> list[Span]:
    return [span.in_year(fiscal_year) if fiscal_year is not None else span for span in spans]


def _named(span: Span, speech: Speech, within: str = "ใน") -> str:
    """A span by the words for which it was given."""
    if span.form is Form.MONTHS:
        return _months(span, speech, within)
    of_year = _of_year(span, speech)
    if span.form is Form.QUARTERS:
        return (
            f"{within}{_quarters(span, speech)}{of_year}"
            if len(span.fiscal_years) == 1
            else _months(span, speech, within)
        )
    if span.form in {Form.FIRST_MONTHS, Form.LAST_MONTHS}:
        which = "แรก" if span.form is Form.FIRST_MONTHS else "หลัง"
        return f"{within}ช่วง {speech.digits(span.length)} เดือน{which}{of_year}"
    return _years(span, speech, within)


def _quarters(span: Span, speech: Speech) -> str:
    first, last = (_quarter(month) for month in (span.first, span.last))
    return f"ไตรมาสที่ {speech.digits(first if first == last else f'{first} ถึง {last}')}"


def _quarter(month: Month) -> int:
    return (month.month + 2) % 12 // _QUARTER + 1


def _years(span: Span, speech: Speech, within: str) -> str:
    if not span.has_year:
        return f"{within}ปีงบประมาณ"
    kind = "ปีงบประมาณ" if span.form is Form.FISCAL_YEARS else "ปี"
    first, last = (f"{kind} พ.ศ. {speech.digits(year)}" for year in (span.fiscal_years[0], span.fiscal_years[-1]))
    return f"{within}{last}" if first == last else f"ตั้งแต่{first} ถึง{last}"


def _months(span: Span, speech: Speech, within: str) -> str:
    if span.first == span.last:
        return f"{within}{_month(span.last, span, speech)}"
    return f"ตั้งแต่{_month(span.first, span, speech)} ถึง{_month(span.last, span, speech)}"


def _month(month: Month, span: Span, speech: Speech) -> str:
    of_year = f" {speech.digits(month.year)}" if span.has_year else ""
    return f"เดือน{MONTHS[month.month - 1][0]}{of_year}"

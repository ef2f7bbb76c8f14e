"""The answers of pages across years: all measures, all units, and one unit with its work."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.model.site import FiscalYear
from prongsai.views.content import Answer, NamedFact, Phrase, fact
from prongsai.views.measures.answer import word_done, word_standing
from prongsai.views.speech import Speech
from prongsai.views.worklist import Work, Worklist


def all_measures_answer(results: Results, speech: Speech) -> Answer:
    """The measures of the newest year that has any, how many are done, and how many all years have."""
    promised = [result.year for result in results.years.values() if result.year.measures is not None]
    if not promised:
        return Answer((Phrase(speech.no_data("มาตรการ"), kind="absent"),), action=_newest_report(results))
    newest = promised[-1]
    said = (*word_standing(newest, speech), Phrase(speech.fiscal_year(newest.year), kind="aside"))
    link = Phrase(f"อ่านมาตรการของปี {speech.digits(newest.year)}", href=_path(newest, "measures"))
    count = f"{len(results.listed)} มาตรการ ใน {len(promised)} ปี"
    return Answer(said, (fact("รวมทุกปี", speech.digits(count)),) if len(promised) > 1 else (), link)


def _newest_report(results: Results) -> Phrase | None:
    """The newest report of what was done; None where there is none."""
    reported = [result.year for result in results.years.values() if result.year.follow_up is not None]
    return Phrase("อ่านผลการดำเนินการ", href=_path(reported[-1], "follow-up")) if reported else None


def _path(year: FiscalYear, section: str) -> str:
    return addresses.section_path(year.year, section)


def units_answer(results: Results, speech: Speech) -> Answer:
    """The number of units that the agency has, and the measures of the newest year."""
    count = sum(not unit.group and not unit.last for unit in results.site.agency.units.values())
    if not count:
        return Answer((Phrase(speech.no_data("หน่วยงานผู้รับผิดชอบ"), kind="absent"),))
    promised = [result.year for result in results.years.values() if result.year.measures is not None]
    all_measures = Phrase("ดูมาตรการทุกปี", href=addresses.ALL_MEASURES)
    said = Phrase(f"{speech.digits(count)} หน่วยงาน", kind="bold")
    return Answer((said,), tuple(_of_year(promised[-1], speech)) if promised else (), all_measures)


def _of_year(year: FiscalYear, speech: Speech) -> Iterator[NamedFact]:
    counted, *done = word_standing(year, speech)
    yield fact(f"มาตรการปี {speech.digits(year.year)}", counted, *(part for one in done for part in (" ", one)))


def unit_answer(key: str, work: Worklist | None, speech: Speech) -> Answer:
    """The measures and items of a unit in its newest year, how many are done, and from when to when they are due."""
    if work is None:
        return Answer((Phrase("ไม่มีมาตรการหรือข้อ OIT ที่ระบุหน่วยงานนี้เป็นผู้รับผิดชอบ", kind="absent"),))
    measures, items = ([one for one in work.work if one.is_item is is_item] for is_item in (False, True))
    counted = f"{len(measures)} มาตรการ" if measures else f"{len(items)} ข้อ OIT"
    said = Phrase(speech.digits(counted), kind="bold")
    done = word_done([one.progress for one in measures if one.progress], speech)
    year = Phrase(speech.fiscal_year(work.year), kind="aside")
    calendar = Phrase("นำวันสุดท้ายลงปฏิทิน (.ics)", href=addresses.unit_calendar_path(key)) if work.dated else None
    return Answer((said, *done, year), tuple(_of_unit(work, items, speech, named=bool(measures))), calendar)


def _of_unit(work: Worklist, items: list[Work], speech: Speech, *, named: bool) -> Iterator[NamedFact]:
    """The items, counted where they are not `named` first, how many have an answer, and the days of all work."""
    answered = sum(one.has_answer for one in items)
    words = (f"{len(items)} ข้อ" if named else "", f"มีคำตอบ {answered} ข้อ" if answered else "")
    if items and any(words):
        yield fact("ข้อ OIT", speech.digits(" ".join(filter(None, words))))
    if work.dated:
        first, last = work.dated[0][0], work.dated[-1][0]
        between = f"{speech.short_date(first)} ถึง {speech.short_date(last)}"
        yield fact("วันสุดท้าย", speech.short_date(last) if first == last else between)

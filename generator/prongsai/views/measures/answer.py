"""The answer of a measure's page and of those of all measures of a year: how far, by whom, when, the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai import addresses
from prongsai.model.document_parts import sources_of
from prongsai.model.follow_up import Report
from prongsai.model.reports import progress_of, results_of
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import known
from prongsai.model.status import Progress, Status
from prongsai.thai.line_breaks import shortened
from prongsai.views.content import Answer, Part, Phrase, fact
from prongsai.views.documents import documents_facts
from prongsai.views.measures.counts import counted_measures
from prongsai.views.measures.facts import responsible_parts, stated_parts
from prongsai.views.measures.report_parts import PARTS, part_of
from prongsai.views.measures.results import address_of, name_of
from prongsai.views.measures.words import WHO, word_as_of
from prongsai.views.names import unit_phrase
from prongsai.views.speech import Speech
from prongsai.web import host_of

REPORTS = "#follow-up"
MOST_UNITS = 3  # named in the strip; all of them are in the facts below it
_LONGEST = 60  # characters of a period in the strip
_WHEN, _EVIDENCE = "ระยะเวลา", PARTS["evidence"]


def measure_answer(facts: MeasureFacts, site: Site, speech: Speech) -> Answer:
    """Status and its day, who is responsible, when, and the evidence of the newest report."""
    newest = facts.newest[-1] if facts.newest else None
    said: tuple[Part, ...] = (speech.status(facts.progress),)
    if newest is not None:
        said = (*said, Phrase(word_as_of(facts.year, newest, speech), kind="aside"))
    own = fact(WHO, *brief_units(facts, site, speech)), fact(_WHEN, *brief_period(facts, speech))
    if newest is None:
        return Answer(said, own)
    action, about = _evidence(newest, speech)
    lacks = () if action else (fact(_EVIDENCE, *part_of(newest, "evidence", speech)),)
    return Answer(said, (*own, *lacks), action, about)


def said_in_strip(facts: MeasureFacts, site: Site, speech: Speech) -> frozenset[str]:
    """The fields that the answer gives in full, so that the page need not say them again below it."""
    whole = {"status_words"}
    if brief_period(facts, speech) == stated_parts(facts, "period", speech):
        whole.add("period")
    if brief_units(facts, site, speech) == responsible_parts(facts, site, speech, with_note=True):
        whole.add("responsible")
    return frozenset(whole)


def brief_units(facts: MeasureFacts, site: Site, speech: Speech) -> tuple[Part, ...]:
    """The responsible units, of many the first and how many more there are."""
    responsible, site = known(facts.value("responsible")), site.in_year(facts.year.year)
    units = (*responsible.lead, *responsible.units) if responsible is not None else ()
    if len(units) <= MOST_UNITS:
        return responsible_parts(facts, site, speech)
    named = [unit_phrase(site, text) for text in units[: MOST_UNITS - 1]]
    rest = Phrase(f"และอีก {speech.digits(len(units) - len(named))} หน่วยงาน")
    return (*(part for one in named for part in (one, Phrase(" "))), rest)


def brief_period(facts: MeasureFacts, speech: Speech) -> tuple[Part, ...]:
    """The period as the document has it, shortened where another text is printed in its place."""
    parts = stated_parts(facts, "period", speech)
    return tuple(_brief(part) for part in parts)


def _brief(part: Part) -> Part:
    if isinstance(part, Phrase) and len(part.text) > _LONGEST:
        return Phrase(shortened(part.text, _LONGEST), part.kind)
    return part


def _evidence(report: Report, speech: Speech) -> tuple[Phrase | None, str]:
    """The link to what shows the result, else to the evidence in the words of the report; None where there is none."""
    results = results_of(report)
    points = known(report.evidence) or ()
    if results:
        more = f" และอีก {speech.digits(len(results) - 1)} แห่ง" if len(results) > 1 else ""
        return Phrase("เปิดหลักฐาน", href=address_of(results[0])), f"{name_of(results[0])}{more}"
    if report.photos or report.attachments or points:
        return Phrase("ดูหลักฐาน", href=REPORTS), _count_evidence(report, points, speech)
    return None, ""


def _count_evidence(report: Report, points: Sequence[object], speech: Speech) -> str:
    counted = ((len(points), "รายการ"), (len(report.photos), "ภาพ"), (len(report.attachments), "แฟ้ม"))
    return " ".join(f"{speech.digits(count)} {what}" for count, what in counted if count)


def word_standing(year: FiscalYear, speech: Speech) -> tuple[Phrase, ...]:
    """The number of measures and of those that are done (๘ มาตรการ เสร็จ ๗), or where none is, that are under way.

    Where the document knows measures only as rows of a report, these count. Nothing is said of those without a report:
    nobody knows of them whether they are done.
    """
    found = [one.progress for one in year.measure_facts] or [progress_of((one,)) for one in year.reports]
    said = counted_measures(year, speech) if year.listed_measures else (speech.digits(len(found)), "รายการ")
    return (Phrase(" ".join(said), kind="bold"), *word_done(found, speech))


def word_done(found: Sequence[Progress], speech: Speech) -> tuple[Phrase, ...]:
    """เสร็จ ๗, or where none is, the number of those that are under way; nothing where neither is known."""
    for status, word in ((Status.DONE, "เสร็จ"), (Status.IN_PROGRESS, "กำลังดำเนินการ")):
        if count := sum(progress.status is status for progress in found):
            return (Phrase(f"{word} {speech.digits(count)}", kind=status.tag),)
    return ()


def measures_answer(year: FiscalYear, site: Site, items: tuple[Part, ...], address: str, speech: Speech) -> Answer:
    """The number of measures that are done, the items that the page answers, its document and permanent address."""
    record = year.measures
    if record is None:
        return Answer((Phrase(speech.no_data(f"มาตรการของ{speech.fiscal_year(year.year)}"), kind="absent"),))
    place = fact("ที่อยู่ถาวร", address)
    reported = Phrase("ดูผลการดำเนินการ", href=addresses.section_path(year.year, "follow-up"))
    said = (*word_standing(year, speech), *_of_day(year, speech))
    facts = (*((fact("ใช้ตอบ", *items),) if items else ()), *documents_facts(record, site, speech), place)
    return Answer(said, facts, reported if year.follow_up else None)


def follow_up_answer(year: FiscalYear, site: Site, speech: Speech) -> Answer:
    """The number of measures that are done and of which day that is, with the document that reports it."""
    record = year.follow_up
    if record is None:
        silent = speech.no_data(f"ผลการดำเนินการของ{speech.fiscal_year(year.year)}")
        none = f"ยังไม่มีเอกสารรายงานผลการดำเนินการของ{speech.fiscal_year(year.year)}"
        return Answer((Phrase(silent if speech.from_document else none, kind="absent"),))
    urls = (known(site.documents[key].url) for key in sources_of(record) if key in site.documents)
    url = next(filter(None, urls), "")
    link = Phrase("เปิดเอกสารรายงานผล", href=url) if url else None
    said = (*word_standing(year, speech), *_of_day(year, speech))
    return Answer(said, tuple(documents_facts(record, site, speech)), link, host_of(url) if url else "")


def _of_day(year: FiscalYear, speech: Speech) -> tuple[Phrase, ...]:
    """The day of the data of the report; nothing where none is stated."""
    day = known(year.follow_up.as_of) if year.follow_up else None
    return (Phrase(f"ข้อมูล ณ วันที่ {speech.date(day)}", kind="aside"),) if day else ()

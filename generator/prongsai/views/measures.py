"""Measures and their follow-up: tables, facts and the first sentence of each measure."""

from __future__ import annotations

import re

from prongsai.analysis.results import Results
from prongsai.model.measures import Basis, Measure, Report
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, Printed, known
from prongsai.views import addresses
from prongsai.views.content import Cell, Column, Fact, Part, Phrase, Table, cell, fact
from prongsai.views.names import indicator_phrase, instrument_name, item_phrase, unit_phrase
from prongsai.views.speech import Speech
from prongsai.wording.terms import NO_REPORT


def measure_title(measure: Measure) -> str:
    """The title as text."""
    return measure.title if isinstance(measure.title, str) else getattr(measure.title, "printed", "มาตรการ")


def measure_name(measure: Measure, speech: Speech) -> str:
    """มาตรการที่ ๓ with its title."""
    number = known(measure.number)
    head = f"มาตรการที่ {speech.digits(number)} " if number is not None else ""
    return f"{head}{measure_title(measure)}"


def measure_link(year: int, measure: Measure, speech: Speech) -> Phrase:
    """The name of a measure, leading to its page."""
    return Phrase(measure_name(measure, speech), href=addresses.measure_path(year, measure.id))


def reports_of(year: FiscalYear, measure: Measure) -> tuple[Report, ...]:
    """The reports about a measure, in the order of the file."""
    reports = year.follow_up.reports if year.follow_up else ()
    return tuple(report for report in reports if report.measure == measure.id)


def status_of(year: FiscalYear, measure: Measure, speech: Speech) -> Phrase:
    """The status in the last report, or that there is no report: which is never the same as not started."""
    reports = reports_of(year, measure)
    if not reports:
        return Phrase(NO_REPORT, kind="unknown")
    return speech.status(reports[-1].status)


def responsible_parts(measure: Measure, site: Site, speech: Speech) -> tuple[Part, ...]:
    """The responsible units with links, the lead said so, and the document's own words where they differ."""
    responsible = known(measure.responsible)
    if responsible is None:
        return speech.stated(measure.responsible)
    parts: list[Part] = []
    for group, mark in ((responsible.lead, " (ผู้รับผิดชอบหลัก)"), (responsible.units, "")):
        for text in group:
            if parts:
                parts.append(Phrase(", "))
            parts.append(unit_phrase(site, text))
            if mark:
                parts.append(Phrase(mark))
    named = ", ".join(unit_phrase(site, text).text for text in (*responsible.lead, *responsible.units))
    if responsible.printed is not None and _bare(responsible.printed) != _bare(named):
        parts.append(
            Phrase(
                f" (ตามเอกสาร: {responsible.printed})" if parts else responsible.printed, kind="aside" if parts else ""
            )
        )
    return tuple(parts) or (speech.missing(),)


def _bare(text: str) -> str:
    """The names alone, without the marks and words between them."""
    return re.sub(r"[0-9๐-๙]+[.)]|และ|[\s,/]", "", text)


def responsible_text(measure: Measure, site: Site, speech: Speech) -> str:
    """The responsible units as one text."""
    parts = responsible_parts(measure, site, speech)
    return "".join(part.text for part in parts if isinstance(part, Phrase) and part.kind != "aside")


def lead_sentence(year: FiscalYear, measure: Measure, site: Site, speech: Speech) -> str:
    """What is promised, by whom, until when and how far it is, in one sentence."""
    who = responsible_text(measure, site, speech)
    when = "".join(part.text for part in speech.stated(measure.period) if isinstance(part, Phrase))
    state = status_of(year, measure, speech).text
    promise = measure.plain_summary or measure_title(measure)
    return f"{promise} ผู้รับผิดชอบคือ {who} ระยะเวลาดำเนินการ {when} สถานะ {state}"


def basis_phrases(basis: Basis, answered: FiscalYear | None, speech: Speech) -> tuple[Phrase, ...]:
    """What a measure answers, with a mark where the maker of the data matched it."""
    parts: list[Phrase] = []
    edition = answered.edition if answered else None
    if basis.instrument is not None:
        name = instrument_name(edition, basis.instrument) if edition else basis.instrument
        part = f" ส่วนที่ {speech.digits(basis.part)}" if basis.part else ""
        parts.append(Phrase(f"{name}{part}"))
    if basis.indicator is not None and edition is not None:
        parts.append(indicator_phrase(edition, basis.indicator, speech))
    if basis.subindicator is not None:
        parts.append(Phrase(f"ตัวชี้วัดย่อยที่ {speech.digits(basis.subindicator)}"))
    parts += _coded(basis, answered, speech)
    if basis.wording is not None:
        parts.append(Phrase(basis.wording))
    score = basis.score
    if isinstance(score, Printed):
        parts.append(Phrase(f"คะแนน {score.printed}", kind="printed"))
    elif known(score) is not None:
        parts.append(Phrase(f"คะแนน {''.join(p.text for p in speech.stated(score) if isinstance(p, Phrase))}"))
    if not basis.stated:
        parts.append(Phrase("จับคู่โดยผู้จัดทำข้อมูล", kind="inferred"))
    return tuple(parts)


def _coded(basis: Basis, answered: FiscalYear | None, speech: Speech) -> list[Phrase]:
    parts: list[Phrase] = []
    both = (basis.item, basis.question)
    parts += [Phrase(value.printed, kind="printed") for value in both if isinstance(value, Printed)]
    item, question = known(basis.item), known(basis.question)
    if item is not None:
        parts.append(item_phrase(answered, item, speech) if answered else Phrase(f"ข้อ {item}"))
    if question is not None:
        parts.append(Phrase(f"ข้อคำถาม {question}"))
    return parts


def measures_table(year: FiscalYear, site: Site, speech: Speech) -> Table:
    """The measures of a year at a glance."""
    measures = year.measures.measures if year.measures else ()
    rows = tuple(
        (
            cell(measure_link(year.year, measure, speech), head=True),
            cell(*responsible_parts(measure, site, speech)),
            cell(*speech.stated(measure.period)),
            cell(status_of(year, measure, speech)),
        )
        for measure in measures
    )
    columns = (Column("มาตรการ"), Column("ผู้รับผิดชอบ"), Column("ระยะเวลา"), Column("สถานะ"))
    return Table("measures", f"มาตรการของ{speech.fiscal_year(year.year)}", columns, rows)


_CELLS = (
    ("title", "มาตรการ"),
    ("steps", "ขั้นตอนหรือวิธีการปฏิบัติ"),
    ("action_and_report", "การดำเนินการหรือรายงาน"),
    ("responsible", "หน่วยงานผู้รับผิดชอบ"),
    ("period", "ระยะเวลาดำเนินการ"),
    ("constraint", "ข้อจำกัดในการดำเนินการ"),
    ("monitoring", "การกำกับติดตาม"),
    ("reporting", "การรายงานผล"),
)


def document_table(year: FiscalYear, site: Site, speech: Speech, topic: str | None = None) -> Table:
    """Every cell of the document's table of measures under its own heads, and the status; `topic` picks its rows."""
    own = year.measures
    listed = [measure for measure in (own.measures if own else ()) if topic is None or measure.topic == topic]
    shown = [
        (name, (getattr(own.columns, name) if own else None) or word) for name, word in _CELLS if _is_shown(year, name)
    ]
    rows = tuple(
        (
            *(_document_cell(year, measure, name, site, speech) for name, _ in shown),
            cell(status_of(year, measure, speech)),
        )
        for measure in listed
    )
    columns = (*(Column(word) for _, word in shown), Column("สถานะ"))
    key = f"measures-{topic}" if topic else "measures"
    return Table(key, f"มาตรการของ{speech.fiscal_year(year.year)}", columns, rows)


def _is_shown(year: FiscalYear, name: str) -> bool:
    """A column that the document heads, or that any measure fills."""
    if year.measures is None:
        return False
    empty = {Absence.NOT_ENTERED, Absence.NOT_STATED}
    has_head = getattr(year.measures.columns, name) is not None
    return has_head or any(value not in empty for value in (getattr(m, name) for m in year.measures.measures))


def _document_cell(year: FiscalYear, measure: Measure, name: str, site: Site, speech: Speech) -> Cell:
    if name == "title":
        return cell(measure_link(year.year, measure, speech), head=True, anchor=measure.id)
    if name == "responsible":
        return cell(*responsible_parts(measure, site, speech))
    return cell(*speech.stated(getattr(measure, name)))


def short_link(year: int, measure: Measure, speech: Speech) -> Phrase:
    """มาตรการที่ ๓, leading to its page; the title where it has no number."""
    number = known(measure.number)
    text = f"มาตรการที่ {speech.digits(number)}" if number is not None else measure_title(measure)
    return Phrase(text, href=addresses.measure_path(year, measure.id))


def measure_facts(year: FiscalYear, measure: Measure, site: Site, speech: Speech) -> tuple[Fact, ...]:
    """The facts of one measure."""
    facts = [
        fact("หน่วยงานผู้รับผิดชอบ", *responsible_parts(measure, site, speech)),
        fact("ระยะเวลาดำเนินการ", *speech.stated(measure.period)),
        fact("สถานะ", status_of(year, measure, speech)),
        fact("ขั้นตอนหรือวิธีการปฏิบัติ", *speech.stated(measure.steps)),
    ]
    if measure.action_and_report != Absence.NOT_ENTERED:
        facts.append(fact("การดำเนินการหรือรายงาน", *speech.stated(measure.action_and_report)))
    return (
        *facts,
        fact("การกำกับติดตาม", *speech.stated(measure.monitoring)),
        fact("การรายงานผล", *speech.stated(measure.reporting)),
        fact("ข้อจำกัดในการดำเนินการ", *speech.stated(measure.constraint)),
    )


def report_facts(report: Report, speech: Speech) -> tuple[Fact, ...]:
    """What a report says of one measure."""
    link = known(report.result_link)
    facts = [
        fact("สถานะ", speech.status(report.status)),
        fact("สิ่งที่ดำเนินการและหลักฐาน", *speech.stated(report.evidence)),
        fact("สรุปผลการดำเนินการ", *speech.stated(report.summary)),
        fact("ผลที่เกิดขึ้น", *speech.stated(report.outcome)),
        fact("ระยะเวลา", *speech.stated(report.period)),
    ]
    if report.questions:
        words = ", ".join(
            part.text for code in report.questions for part in speech.stated(code) if isinstance(part, Phrase)
        )
        facts.append(fact("อ้างอิงข้อคำถาม", words))
    if link is not None:
        facts.append(Fact("ลิงก์ผลการดำเนินการ", (Phrase(link, href=link),)))
    return (*facts, fact("วันที่รายงาน", *speech.stated(report.reported_on)))


def follow_up_table(year: FiscalYear, speech: Speech) -> Table:
    """Per measure: status, what was carried out, summary and outcome."""
    rows: list[tuple[Cell, ...]] = []
    for measure in year.measures.measures if year.measures else ():
        reports = reports_of(year, measure)
        head = cell(measure_link(year.year, measure, speech), head=True)
        if not reports:
            none = cell(Phrase(NO_REPORT, kind="absent"))
            rows.append((head, cell(status_of(year, measure, speech)), none, none, none))
        rows += [(head, *_report_cells(report, speech)) for report in reports]
    for report in year.follow_up.reports if year.follow_up else ():
        if report.measure is None:
            rows.append((cell(*speech.stated(report.title), head=True), *_report_cells(report, speech)))
    columns = (Column("มาตรการ"), Column("สถานะ"), Column("สิ่งที่ดำเนินการ"), Column("สรุปผล"), Column("ระยะเวลา"))
    return Table("follow-up", f"ผลการดำเนินการตามมาตรการ {speech.fiscal_year(year.year)}", columns, tuple(rows))


def _report_cells(report: Report, speech: Speech) -> tuple[Cell, ...]:
    return (
        cell(speech.status(report.status)),
        cell(*speech.stated(report.evidence)),
        cell(*speech.stated(report.summary)),
        cell(*speech.stated(report.period)),
    )


def status_counts(year: FiscalYear, speech: Speech) -> tuple[tuple[Phrase, int], ...]:
    """How many measures have which status; a measure without a report counts as neither done nor undone."""
    counts: dict[Phrase, int] = {}
    for measure in year.measures.measures if year.measures else ():
        status = status_of(year, measure, speech)
        counts[status] = counts.get(status, 0) + 1
    return tuple(counts.items())


def measures_answering(
    results: Results, *, year: int, item: str = "", indicator: str = "", items: tuple[str, ...] = ()
) -> list[tuple[FiscalYear, Measure]]:
    """The measures that answer an item or an indicator of the result of `year`."""
    found: list[tuple[FiscalYear, Measure]] = []
    for result in results.years.values():
        measures = result.year.measures
        if measures is None or (known(measures.from_fiscal_year) or measures.fiscal_year) != year:
            continue
        found += [
            (result.year, measure)
            for measure in measures.measures
            if any(_answers(basis, item, indicator, items) for basis in measure.basis)
        ]
    return found


def _answers(basis: Basis, item: str, indicator: str, items: tuple[str, ...]) -> bool:
    named = known(basis.item)
    return (bool(item) and named == item) or (bool(indicator) and (basis.indicator == indicator or named in items))

"""Measures and their follow-up: names, tables and facts of each measure."""

from __future__ import annotations

import re

from prongsai import addresses
from prongsai.model.measures import Measure
from prongsai.model.site import MeasureFacts, Site
from prongsai.model.stated import Absence, Printed, known
from prongsai.thai.line_breaks import shortened
from prongsai.views.content import Part, Phrase
from prongsai.views.names import in_brackets, unit_phrase, unit_today
from prongsai.views.speech import Speech

MERGED = Phrase("(รวมกับช่องก่อนหน้า)", kind="aside")


def measure_title(measure: Measure, speech: Speech) -> str:
    """The title as the document has it, or why there is none: เอกสารไม่ได้ระบุชื่อมาตรการ."""
    title = measure.title
    if isinstance(title, Absence):
        return speech.absence_of(title, "ชื่อมาตรการ")
    return title.printed if isinstance(title, Printed) else title


def shown_title(measure: Measure, speech: Speech) -> str:
    """The words by which pages call the measure, or why there are none; they are no problem in place of a name."""
    title = measure.shown_title
    if isinstance(title, Absence):
        return speech.absence_of(title, "ชื่อมาตรการ")
    return title.printed if isinstance(title, Printed) else title


def measure_name(measure: Measure, speech: Speech) -> str:
    """มาตรการที่ ๓ with its title; without one, why it has none."""
    head, title = _head(measure, speech), shown_title(measure, speech)
    if isinstance(measure.title, Absence):
        return f"{head or 'มาตรการ'} ({title})"
    return f"{head} {title}".strip()


_LONGEST, _CUT = 150, 120  # characters of a title on a phone: a longer one is cut, and whole among the facts


def page_title(measure: Measure, speech: Speech) -> str:
    """The name of the measure as the title of its page; a very long one would push all else from the screen."""
    name = measure_name(measure, speech)
    return shortened(name, _CUT) if len(name) > _LONGEST else name


def is_cut(measure: Measure, speech: Speech) -> bool:
    """True if the title of the page is not the whole name of the measure."""
    return page_title(measure, speech) != measure_name(measure, speech)


def _head(measure: Measure, speech: Speech) -> str:
    number = known(measure.number)
    return f"มาตรการที่ {speech.digits(number)}" if number is not None else ""


def measure_link(year: int, measure: Measure, speech: Speech) -> Phrase:
    """The name of a measure, leading to its page."""
    return Phrase(measure_name(measure, speech), href=addresses.measure_path(year, measure.id))


def stated_parts(facts: MeasureFacts, field: str, speech: Speech) -> tuple[Part, ...]:
    """The value of a field; a merged cell shows what is in it, and that it is merged."""
    said = speech.stated(facts.value(field))
    return (*said, MERGED) if facts.is_merged(field) else said


def responsible_parts(facts: MeasureFacts, site: Site, speech: Speech, *, with_note: bool = False) -> tuple[Part, ...]:
    """The responsible units with links, the lead said so, and the document's own words where they differ.

    They are called as at the end of the year of the measure, with what they are called today. With its note a unit that
    the document defines is explained: tables say that once, below.
    """
    value, site = facts.value("responsible"), site.in_year(facts.year.year)
    responsible = known(value)
    if responsible is None:
        return speech.stated(value)
    parts: list[Part] = []
    for group, mark in ((responsible.lead, " (ผู้รับผิดชอบหลัก)"), (responsible.units, "")):
        for text in group:
            if parts:
                parts.append(Phrase(", "))
            parts.append(unit_phrase(site, text))
            if today := unit_today(site, text):
                parts.append(Phrase(f" {in_brackets(today)}"))
            if mark:
                parts.append(Phrase(mark))
    named = ", ".join(unit_phrase(site, text).text for text in (*responsible.lead, *responsible.units))
    if responsible.printed is not None and _bare(responsible.printed) != _bare(named):
        parts.append(
            Phrase(
                f" (ตามเอกสาร: {responsible.printed})" if parts else responsible.printed, kind="aside" if parts else ""
            )
        )
    if responsible.note is not None and with_note:
        parts.append(Phrase(f"({responsible.note})", kind="aside"))
    if facts.is_merged("responsible"):
        parts.append(MERGED)
    return tuple(parts) or (speech.missing(),)


def _bare(text: str) -> str:
    """The names alone, without the marks and words between them."""
    return re.sub(r"[0-9๐-๙]+[.)]|และ|[\s,/]", "", text)


def short_link(year: int, measure: Measure, speech: Speech) -> Phrase:
    """มาตรการที่ ๓, leading to its page; the title where it has no number."""
    text = _head(measure, speech) or measure_name(measure, speech)
    return Phrase(text, href=addresses.measure_path(year, measure.id))

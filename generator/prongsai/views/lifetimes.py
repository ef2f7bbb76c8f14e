"""The life of names and units in words: from when to when, what they were called, who followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.model.agency import Agency
from prongsai.model.lifetimes import Lasting, OtherAgency
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.thai.bounds import Bound
from prongsai.thai.unit_names import names_all_units
from prongsai.views.content import Phrase
from prongsai.views.names import agency_today, in_brackets, unit_phrase
from prongsai.views.speech import Speech

Phrases = tuple[Phrase, ...]


def word_bound(bound: Bound, speech: Speech) -> str:
    """วันที่ ๓๐ กันยายน ๒๕๖๔, or ปีงบประมาณ พ.ศ. ๒๕๖๔ where no more was written."""
    return speech.fiscal_year(bound.fiscal_year) if bound.fiscal_year else f"วันที่ {speech.date(bound.day)}"


def word_span(one: Lasting, speech: Speech) -> str:
    """ตั้งแต่วันที่ … ถึงวันที่ …, as far as the days are known."""
    first = f"ตั้งแต่{word_bound(one.first, speech)}" if one.first else ""
    last = f"ถึง{word_bound(one.last, speech)}" if one.last else ""
    return f"{first} {last}".strip()


def tell_life(site: Site, key: str, speech: Speech) -> Iterator[Phrases]:
    """A line for each thing that is known of a unit besides its present name: its end, its beginning, other names."""
    unit = site.agency.units[key]
    if unit.last or unit.successor:
        ended = f"ยุบเมื่อสิ้น{word_bound(unit.last, speech)} " if unit.last else ""
        yield _followed(site, ended, unit.successor)
    if unit.first:
        yield (Phrase(f"จัดตั้งตั้งแต่{word_bound(unit.first, speech)}"),)
    for other, last in _before(site, key):
        since = f" ซึ่งยุบเมื่อสิ้น{word_bound(last, speech)}" if last else ""
        yield (Phrase("รับงานต่อจาก "), unit_phrase(site, other), Phrase(since))
    for former in unit.names:
        if former.name != unit.name:
            yield (Phrase(f"เดิมชื่อ {named_with_days(former.name, former, speech)}"),)


def _followed(site: Site, ended: str, successors: Sequence[str]) -> Phrases:
    if not successors:
        return (Phrase(ended.strip()),)
    return (Phrase(f"{ended}งานของหน่วยงานนี้ต่อไปเป็นของ "), *_listed(site, successors))


def _before(site: Site, key: str) -> Iterator[tuple[str, Bound | None]]:
    """The units whose work a unit took over, each with its last day."""
    for other, unit in site.agency.units.items():
        if other != key and any(site.unit_of(text) == key for text in unit.successor):
            yield other, unit.last


def _listed(site: Site, texts: Sequence[str]) -> Phrases:
    """Units with their links: กองคลัง และ กองช่าง."""
    found: list[Phrase] = []
    for place, text in enumerate(texts):
        if place:
            found.append(Phrase(" และ " if place == len(texts) - 1 else " "))
        found.append(unit_phrase(site, text))
    return tuple(found)


def named_with_days(name: str, one: Lasting, speech: Speech) -> str:
    """A former name, with its days in brackets where they are known."""
    days = word_span(one, speech)
    return f"{name} ({days})" if days else name


def tell_agency(agency: Agency, speech: Speech) -> Iterator[Phrases]:
    """A line for each thing that is known of the agency's past: its former names, and of which agencies it is made."""
    for former in agency.names:
        if former.name != known(agency.name):
            kind = f" {former.type}" if former.type and not former.name.startswith(former.type) else ""
            place = "".join(
                f" {word}{name}" for word, name in (("อำเภอ", former.district), ("จังหวัด", former.province)) if name
            )
            yield (Phrase(f"เดิมคือ {named_with_days(f'{former.name}{kind}{place}', former, speech)}"),)
    for line in tell_predecessors(agency, speech):
        yield (Phrase("รวมจาก "), *line)
    if agency.successor:
        yield (Phrase("งานของหน่วยงานนี้ต่อไปเป็นของ "), *_other_agency(agency.successor, speech))


def tell_predecessors(agency: Agency, speech: Speech) -> Iterator[Phrases]:
    """The agencies that were merged into this one, each leading to the site that keeps its own pages and data."""
    return (_other_agency(other, speech) for other in agency.predecessors)


def _other_agency(other: OtherAgency, speech: Speech) -> Phrases:
    """Another agency with its days, leading to where its own pages and data are."""
    named = Phrase(other.name, href=other.website or "")
    days = word_span(other, speech)
    address = Phrase(f" {other.website}") if other.website else Phrase("")
    return tuple(part for part in (named, Phrase(f" ({days})" if days else ""), address) if part.text)


def word_successor(agency: Agency, speech: Speech) -> str:
    """The sentence on every page of an agency that another one follows; empty where none does."""
    after = agency.successor
    if after is None:
        return ""
    since = f" ตั้งแต่{word_bound(after.first, speech)}" if after.first else ""
    where = f" เว็บไซต์ {after.website}" if after.website else ""
    return f"งานของ{known(agency.name) or 'หน่วยงานนี้'}ต่อไปเป็นของ{after.name}{since}{where}"


def word_name_then(site: Site, speech: Speech) -> str:
    """The name of the agency in a year, where it has another one today."""
    today = agency_today(site)
    if not today or site.names_of is None:
        return ""
    return f"ข้อมูลของ{speech.fiscal_year(site.names_of)} ใช้ชื่อ {known(site.agency.name)} {in_brackets(today)}"


def explain_group(site: Site, key: str) -> Phrases:
    """The meaning of a word for several units: those that it lists, or that the document does not list any."""
    unit = site.agency.units[key]
    begins = f"“{unit.name}” เป็นคำที่เอกสารใช้เรียกหลายหน่วยงานรวมกัน"
    if unit.units:
        return (Phrase(f"{begins} ได้แก่ "), *_listed(site, unit.units))
    counted = " เว็บไซต์นี้จึงแสดงมาตรการเหล่านี้ในหน้าของทุกหน่วยงาน"
    is_all = any(map(names_all_units, (unit.name, *unit.aliases)))
    return (Phrase(f"{begins} เอกสารไม่ได้แจกแจงรายชื่อ{counted if is_all else ''}"),)

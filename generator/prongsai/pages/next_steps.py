"""The next step at the end of a page, by the kind of its subject: what its reader most likely does after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from prongsai import addresses
from prongsai.addresses import Subject
from prongsai.blocks.block import NextSteps
from prongsai.pages.page import Page
from prongsai.views.content import Phrase

Step = tuple[str, Callable[[Subject], str]]  # words of a task, and the path where it is done


def with_next_steps(page: Page) -> Page:
    """The page with its next steps at the end; a way on to where nothing is is left out when it is written."""
    steps = tuple(_steps_of(page.subject))
    return replace(page, blocks=(*page.blocks, NextSteps(steps))) if steps else page


def _steps_of(subject: Subject) -> Iterator[Phrase]:
    for words, path_of in _STEPS.get(subject.kind, ()):
        yield Phrase(words, href=path_of(subject))


def _to(path: str) -> Callable[[Subject], str]:
    return lambda _: path


def _section(name: str, after: int = 0) -> Callable[[Subject], str]:
    """A section of the year of a subject, or of one so many years after it."""
    return lambda subject: addresses.section_path((subject.year or 0) + after, name)


def _year(subject: Subject) -> str:
    return addresses.year_path(subject.year or 0)


_ANALYSIS = ("อ่านการวิเคราะห์ผลของปีนี้", _section("analysis"))
_FOLLOW_UP = ("ดูว่ามาตรการของปีนี้ทำถึงไหน พร้อมหลักฐาน", _section("follow-up"))
_MEASURES = ("ดูมาตรการทั้งหมดของปีนี้", _section("measures"))
_SCORES = ("ดูคะแนนทุกตัวชี้วัดของปีนี้", _section("scores"))
_ITEMS = ("ดูข้อ OIT ทุกข้อของปีนี้", _section("oit"))
_AFTER = ("ดูมาตรการของปีถัดไป", _section("measures", after=1))
_BEFORE = ("เทียบปีนี้กับปีก่อน", lambda one: addresses.two_years_path((one.year or 0) - 1, one.year or 0))
_OF_YEAR = ("ดูภาพรวมของปีนี้", _year)
_ALL_MEASURES = ("ค้นหามาตรการของทุกปี", _to(addresses.ALL_MEASURES))
_YEARS = ("เทียบคะแนนของทุกปี", _to(addresses.YEARS))
_INDICATORS = ("ดูตัวชี้วัดทุกตัว", _to(addresses.INDICATORS))
_UNITS = ("ดูหน่วยงานทั้งหมด", _to(addresses.UNITS))
_CONTACT = ("ติดต่อหน่วยงาน", _to(addresses.CONTACT))
_DATA = ("ดาวน์โหลดข้อมูลทั้งหมด", _to(addresses.OPEN_DATA))
_QUESTIONS = ("อ่านคำถามที่เคยมีผู้ถาม", _to(addresses.QUESTIONS))

_STEPS: Mapping[str, tuple[Step, ...]] = {
    "year": (_ANALYSIS, _FOLLOW_UP, _BEFORE),
    "scores": (_ANALYSIS, _AFTER),
    "analysis": (_AFTER, _SCORES),
    "measures": (_FOLLOW_UP, _ALL_MEASURES),
    "measure": (_FOLLOW_UP, _MEASURES),
    "all-measures": (_UNITS, _INDICATORS),
    "status": (_ALL_MEASURES,),
    "follow-up": (_MEASURES, _SCORES),
    "oit": (_SCORES, _MEASURES),
    "item": (_ITEMS,),
    "unnumbered": (_ITEMS,),
    "questions": (_CONTACT, _OF_YEAR),
    "all-questions": (_CONTACT,),
    "notes": (_OF_YEAR,),
    "memo": (_ANALYSIS, _FOLLOW_UP),
    "updates": (_OF_YEAR,),
    "all-updates": (_DATA,),
    "years": (_INDICATORS, _ALL_MEASURES),
    "two-years": (_YEARS, _ALL_MEASURES),
    "indicators": (_YEARS,),
    "indicator": (_INDICATORS, _ALL_MEASURES),
    "units": (_ALL_MEASURES,),
    "unit": (_UNITS, _ALL_MEASURES),
    "links": (_YEARS,),
    "year-links": (_ITEMS,),
    "methodology": (_YEARS,),
    "edition": (_SCORES, _ITEMS),
    "accessibility": (_CONTACT,),
    "contact": (_QUESTIONS, _ALL_MEASURES),
    "open-data": (("ดูวิธีคำนวณและเกณฑ์", _to(addresses.METHODOLOGY)),),
    "dictionary": (_DATA,),
}

"""Judge the items of a year: what the rules and the answers say of each, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from prongsai.analysis.checkable import has_certain_year
from prongsai.analysis.results import Results
from prongsai.analysis.shared_work import units_in
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.oit import Register
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.problems import Problem
from prongsai.readiness.item import Finding, ItemReady, Unchecked, YearReady
from prongsai.readiness.of_answers import findings_in
from prongsai.readiness.of_problems import by_item, findings_of
from prongsai.rules.answered import knows_answer
from prongsai.rules.context import Context
from prongsai.rules.naming import verified
from prongsai.views.oit.answers import Answers, ItemAnswer, answers_of
from prongsai.views.speech import Speech
from prongsai.wording.item_reasons import Reason
from prongsai.wording.lacks import Lack, word_lack

_NEVER_CHECKED = (
    "เนื้อหาของลิงก์ตรงกับเรื่องของข้อและครบถ้วนเพียงใด",
    "ประชาชนหาพบได้ง่ายจากหน้าแรกของเว็บไซต์หลักหรือไม่",
    "กิจกรรมที่แสดงเป็นของหน่วยงานเองหรือไม่",
    "ลิงก์ที่ส่งในระบบ ITAS ตรงกับทะเบียนนี้หรือไม่",
)


def judge_year(context: Context, year: int, problems: Iterable[Problem]) -> YearReady:
    """The readiness of all items of a year that the site has, as far as its rules and register name them."""
    results, own = context.results, context.results.years[year].year
    answers = answers_of(results, year, problems, context.links)
    found, waiting = by_item(problems, year), waiting_answers(own.register)
    more = tuple(_without_answer(year, code) for code in waiting if answers.of(code) is None)
    site = results.site.in_year(year)
    speech = Speech("arabic", from_document=site.options.from_document)  # figures as in other reports of commands
    items = tuple(
        replace(
            _judge(one, own.edition, found.get(one.code, []), waiting.get(one.code), speech)
            if knows_answer(context, own, one.code)
            else ItemReady(one, (_NOT_READ,), ()),
            units=_units(one, own, site),
        )
        for one in (*answers.items, *more)
    )
    if own.register is None and site.options.from_document:
        items = tuple(replace(one, findings=tuple(map(_unknown_elsewhere, one.findings))) for one in items)
    items = tuple(_with_measures(one, items, own) for one in items)
    return YearReady(year, items, tuple(_not_checked(results, own, answers)), answers.total)


_UNREAD = word_lack(Lack.NOT_READ)
_NOT_READ = Finding(Reason.NO_ANSWER, costs=False, says=_UNREAD.says, fix=_UNREAD.fix)


def _unknown_elsewhere(one: Finding) -> Finding:
    """The same as no reason: what a site that only shows a document does not hold may be elsewhere."""
    return replace(one, costs=False) if one.reason is Reason.NO_ANSWER else one


def waiting_answers(register: Register | None) -> Mapping[str, int]:
    """The answers that were carried from an earlier year and wait to be renewed: the year of each, by its code."""
    waiting = register.waiting if register else {}
    return {code: answer.renew for code, answer in waiting.items() if answer.renew is not None}


def _judge(
    answer: ItemAnswer, edition: Edition, problems: list[Problem], renew: int | None, speech: Speech
) -> ItemReady:
    item = edition.items.get(answer.code, Item())
    missing = [one.key for one in answer.missing]
    found = (*findings_in(answer, item.key, renew, speech), *findings_of(problems, missing))
    order = list(Reason)
    ordered = sorted(dict.fromkeys(found), key=lambda one: (not one.costs, order.index(one.reason)))
    return ItemReady(answer, tuple(ordered), tuple(_unchecked(item, edition)))


def _without_answer(year: int, code: str) -> ItemAnswer:
    """The item of an answer that waits under a code which neither the rules nor the register name."""
    return ItemAnswer(year, code, "", "", "", "open", None, (), None, None, None, (), (), ())


def _units(answer: ItemAnswer, year: FiscalYear, site: Site) -> tuple[str, ...]:
    """The keys of the units that are responsible for an item, also while its answer waits."""
    waiting = getattr(year.register, "waiting", {})
    stated = answer.stated or waiting.get(answer.code)
    return units_in(site, stated.unit if stated is not None else (), year.year)


def _with_measures(one: ItemReady, items: tuple[ItemReady, ...], year: FiscalYear) -> ItemReady:
    """A follow-up item whose measures item may get zero is looked at, where both are of one year."""
    item = year.edition.items.get(one.code, Item())
    if (
        item.answered_by != "follow-up"
        or item.year_offset
        or any(f.reason is Reason.NOT_CONTINUING for f in one.findings)
    ):
        return one
    for other in items:
        needed = year.edition.items.get(other.code, Item())
        if needed.answered_by == "measures" and other.status == "may-get-zero":
            words = word_lack(Lack.MEASURES, other=other.code)
            look = Finding(Reason.NOT_CONTINUING, costs=False, says=words.says, fix=words.fix)
            return replace(one, findings=(*one.findings, look))
    return one


def _unchecked(item: Item, edition: Edition) -> Iterator[Unchecked]:
    if not item.elements:
        yield "elements-unknown"
    elif not verified(edition, item.elements_evidence or item.evidence):
        yield "elements-unverified"
    if item.year_offset is None:
        yield "year-unknown"
    elif not has_certain_year(edition, item):
        yield "year-unverified"


def _not_checked(results: Results, year: FiscalYear, answers: Answers) -> Iterator[str]:
    yield from _NEVER_CHECKED
    if answers.after_scoring:
        yield "คะแนนรายข้อของปีนี้ที่ทราบแล้ว เพราะรายงานนี้ดูจากทะเบียนเท่านั้น"
    if not answers.items:
        yield f"ข้อ OIT ของปีนี้ เพราะยังไม่ทราบข้อจากหลักเกณฑ์ และยังไม่มีคำตอบในทะเบียน เริ่มด้วย prongsai new-year {year.year}"
    elif answers.total is None:
        yield "จำนวนข้อทั้งหมดของปีนี้ เพราะหลักเกณฑ์ที่มียังไม่ครบ แสดงเฉพาะข้อที่ทราบและข้อในทะเบียน"
    elif answers.total > len(answers.items):
        yield f"อีก {answers.total - len(answers.items)} ข้อที่หลักเกณฑ์มีแต่ยังไม่ทราบชื่อและไม่มีในทะเบียน"
    if known(results.site.agency.main_website) is None:
        yield "ลิงก์อยู่บนเว็บไซต์หลักหรือไม่ เพราะยังไม่ได้กรอก main_website ใน site_config/agency.yml"
    window = year.register.check_window if year.register else None
    if window is None:
        yield "ลิงก์เปิดได้ทุกวันในช่วงตรวจประเมินหรือไม่ เพราะยังไม่ได้กรอก check_window ในทะเบียน"
    elif idle := _idle_days(answers):
        yield f"ลิงก์ในบางวันของช่วงตรวจประเมิน เพราะมีลิงก์ที่ไม่ได้ตรวจถึง {idle} วัน"


def _idle_days(answers: Answers) -> int:
    """The most days of the window on which a link was not checked."""
    windows = (link.seen.window for item in answers.items for link in item.links if link.seen)
    return max((len(one.days) - one.checked for one in windows if one is not None), default=0)

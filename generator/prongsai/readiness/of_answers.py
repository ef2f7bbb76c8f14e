"""Findings of the answer itself and of what is remembered of its links, where no rule has a problem."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from prongsai.readiness.item import Finding
from prongsai.views.links.states import WindowDays, word_span
from prongsai.views.oit.answers import AnsweredLink, ItemAnswer
from prongsai.views.oit.unfit import word_unanswered
from prongsai.views.speech import Speech
from prongsai.wording.item_reasons import Reason

_ARABIC = Speech("arabic")  # as the other reports of commands have their figures
_COMPLAINT = ("ร้องเรียน", "ร้องทุกข์", "complain")
_NIGHTLY = "ให้ prongsai links ตรวจทุกวันในช่วงตรวจประเมิน แล้วแก้ทันทีเมื่อเปิดไม่ได้"


def findings_in(answer: ItemAnswer, key: str | None, renew: int | None) -> Iterator[Finding]:
    """The findings in the answer to an item of the meaning `key`; `renew` is the year that it still waits from."""
    if renew is not None:
        yield _not_renewed(renew)
    elif answer.answer == "has":
        yield from _in_links(answer)
        yield from _of_other_kind(answer, key)
    elif answer.answer == "has_not":
        yield _has_not(answer)
    else:
        says = " ".join(filter(None, ("ยังไม่มีคำตอบ", word_unanswered(answer, _ARABIC))))
        yield _finding(Reason.NO_ANSWER, True, says, "กรอกคำตอบและลิงก์ในทะเบียน หรือมอบให้หน่วยงานที่มีข้อมูล")


def _finding(reason: Reason, costs: bool, says: str, fix: str = "") -> Finding:
    return Finding(reason, costs, says, fix)


def _not_renewed(year: int) -> Finding:
    says = f"คำตอบยกมาจากปี {year} และยังไม่ได้ยืนยันว่าใช้กับปีนี้ได้"
    return _finding(Reason.NOT_RENEWED, True, says, "เปิดลิงก์และตรวจปีของข้อมูล แก้ให้เป็นของปีนี้ แล้วลบช่อง renew")


def _has_not(answer: ItemAnswer) -> Finding:
    """That nothing happened must be said; where it is, a person sees that it is shown as well."""
    if answer.stated is not None and answer.stated.nothing_happened:
        says = "ตอบว่าไม่มี และระบุว่าไม่มีเหตุการณ์ให้รายงาน"
        fix = "ถ้าเผยแพร่ข้อความนั้นแล้ว คำตอบอาจเป็น มี พร้อมลิงก์ของข้อความ ตรวจกับคู่มือของปี"
        return _finding(Reason.NOT_STATED, False, says, fix)
    fix = "ถ้าไม่มีเหตุการณ์ให้รายงานจริง ให้เผยแพร่ข้อความว่าไม่มีหรือ 0 พร้อมช่วงเวลา แล้วกรอก nothing_happened"
    return _finding(Reason.NOT_STATED, True, "คำตอบในทะเบียนคือ ไม่มี", fix)


def _in_links(answer: ItemAnswer) -> Iterator[Finding]:
    for link in {link.href: link for link in reversed(answer.links) if link.is_external}.values():
        seen = link.seen
        if link.last_check is None:
            fix = "สั่ง prongsai links หรือเปิดดูเองแล้วกรอก checked_on"
            yield _finding(Reason.UNREACHABLE, False, f"ยังไม่มีผู้ใดเปิดลิงก์ {_named(link)}", fix)
        elif seen is not None and seen.status == "by_hand" and not _opened_since(link):
            says = f"โปรแกรมเปิดลิงก์ {_named(link)} แล้วตัดสินไม่ได้ ({seen.label})"
            yield _finding(Reason.UNREACHABLE, False, says, "เปิดดูในเบราว์เซอร์ แล้วกรอก checked_on ของลิงก์")
        if seen is not None and seen.window is not None and seen.window.bad:
            says = f"ลิงก์ {_named(link)} {_word_bad(seen.window)}"
            yield _finding(Reason.NOT_IN_WINDOW, True, says, _NIGHTLY)


def _opened_since(link: AnsweredLink) -> bool:
    """True if a person opened the link on the day of the program's check or later."""
    checked = link.seen.checked_on if link.seen else None
    return link.checked_on is not None and checked is not None and link.checked_on >= checked


def _word_bad(window: WindowDays) -> str:
    spans = ", ".join(word_span(span, _ARABIC) for span in window.broken)
    return f"ใช้ไม่ได้ {window.bad} วันในช่วงตรวจประเมิน ({spans})"


def _named(link: AnsweredLink) -> str:
    return f"“{link.title}” ({link.href})" if link.title and link.title != link.href else link.href


def _of_other_kind(answer: ItemAnswer, key: str | None) -> Iterator[Finding]:
    """A form for complaints is no E-Service, and a link that calls itself one is to be looked at."""
    for link in answer.links if key == "e-service" else ():
        if any(word in f"{link.title} {unquote(link.href)}".lower() for word in _COMPLAINT):
            says = f"ลิงก์ {_named(link)} มีคำว่าร้องเรียนหรือร้องทุกข์ ซึ่งไม่ใช่การให้บริการออนไลน์"
            yield _finding(Reason.OTHER_KIND, False, says, "ใช้ลิงก์ของบริการที่ประชาชนขอและได้รับผ่านระบบ ไม่ใช่แบบแจ้งเรื่อง")

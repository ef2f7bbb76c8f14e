"""An approval in words, for pages, papers and the line that says it first."""

from __future__ import annotations

from prongsai.model.document_parts import Approval
from prongsai.views.content import NamedFact, fact
from prongsai.views.speech import Speech


def approval_facts(approval: Approval, speech: Speech) -> tuple[NamedFact, ...]:
    """The office, the day, the letter and the code of the signed paper; nothing before the document is approved."""
    if approval.day is None:
        return ()
    found = {
        "ผู้อนุมัติ": approval.by,
        "วันที่อนุมัติ": speech.date(approval.day),
        "เลขที่หนังสือ": speech.digits(approval.letter) if approval.letter else "",
        "รหัสข้อเท็จจริงของฉบับที่ลงนาม": approval.hash or "",
    }
    return tuple(fact(name, text) for name, text in found.items() if text)


def word_approval(approval: Approval | None, speech: Speech) -> str:
    """นายกเทศมนตรี… อนุมัติเมื่อ ๓๐ กันยายน ๒๕๖๗ ตามหนังสือที่ …; empty before a document is approved."""
    day = word_day(approval, speech) if approval else ""
    return f"{approval.by} {day}" if approval and day else ""


def word_day(approval: Approval, speech: Speech) -> str:
    """อนุมัติเมื่อ ๓๐ กันยายน ๒๕๖๗ ตามหนังสือที่ …; empty before a document is approved."""
    if approval.day is None:
        return ""
    letter = f" ตามหนังสือที่ {speech.digits(approval.letter)}" if approval.letter else ""
    return f"อนุมัติเมื่อ {speech.date(approval.day)}{letter}"


def word_code(code: str) -> str:
    """The line below the place to sign, by which a later reader knows whether the facts are those that were signed."""
    return f"รหัสข้อเท็จจริงของเอกสารฉบับนี้ {code}"

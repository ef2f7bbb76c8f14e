"""The memo that presents a result: an official letter inside the agency, for its page and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.blocks.block import (
    Block,
    Comment,
    Facts,
    Heading,
    LetterHead,
    Paragraph,
    Piece,
    Points,
    Signature,
    paragraph,
    paragraphs,
)
from prongsai.blocks.scope import Scope
from prongsai.model.memo import Memo, Signatory
from prongsai.model.stated import Absence, known
from prongsai.views.content import NamedFact, Part, Phrase, fact
from prongsai.views.speech import Speech

MEMO = "บันทึกข้อความ"
_HEAD = "นายก"  # the head of a local government signs last, below the own comment
_SIGNED, _COMMENT = "ผู้ลงนาม", "ความเห็น"


@dataclass(frozen=True)
class _Section:
    """The text of a memo under one heading."""

    id: str
    title: str
    texts: tuple[str, ...]
    points: tuple[Part, ...] = ()


def memo_blocks(scope: Scope) -> Iterator[Block]:
    """The memo in the order of its document; nothing where the year has none."""
    memo = scope.own.memo
    if memo is None:
        return
    sections = tuple(one for one in _sections(memo, scope) if one.texts or one.points)
    if scope.on_paper:
        yield from _paper(memo, sections, scope.speech)
    else:
        yield paragraph("จัดพิมพ์ใหม่จากเอกสาร มิใช่ต้นฉบับ ผู้ลงนามแสดงเฉพาะตำแหน่ง", "aside")
        yield _letter(memo, sections, scope.speech)


def _sections(memo: Memo, scope: Scope) -> Iterator[_Section]:
    points = scope.speech.texts(memo.points) if memo.points else ()
    yield _Section("background", "เรื่องเดิม", memo.background)
    yield _Section("facts", "ข้อเท็จจริง", memo.facts, points)
    yield _Section("advice", f"ข้อเสนอแนะของ{scope.assessment.held_by}", memo.nacc_advice)


def _letter(memo: Memo, sections: tuple[_Section, ...], speech: Speech) -> Piece:
    """The letter on its page, which says of everything what it is or why it is not known."""
    signed = (_SIGNED, tuple(map(_word_signatory, memo.signatories))) if memo.signatories else None
    view = {
        "title": MEMO,
        "facts": tuple(_facts(memo, speech)),
        "sections": sections,
        "closing": speech.stated(memo.closing),
        "signed": signed,
        "comment": (_COMMENT, speech.stated(memo.comment)),
    }
    return Piece("letter", view, tuple(_said(memo, sections, speech)))


def _said(memo: Memo, sections: tuple[_Section, ...], speech: Speech) -> Iterator[Block]:
    """The letter as plain blocks."""
    yield paragraph(MEMO)
    yield Facts(tuple(_facts(memo, speech)))
    for one in sections:
        yield Heading(one.title, one.id)
        yield from paragraphs(one.texts)
        yield Points(one.points)
    yield Paragraph(speech.stated(memo.closing))
    if memo.signatories:
        yield Heading(_SIGNED, "signatories")
        yield from paragraphs(map(_word_signatory, memo.signatories))
    yield Heading(_COMMENT, "comment")
    yield Paragraph(speech.stated(memo.comment))


def _word_signatory(one: Signatory) -> str:
    return " ".join(filter(None, (one.office, one.acting_for)))


def _facts(memo: Memo, speech: Speech) -> Iterator[NamedFact]:
    yield fact("ส่วนราชการ", *speech.stated(memo.agency))
    yield fact("หน่วยงาน", *speech.stated(memo.unit))
    yield fact("โทรศัพท์", *speech.stated(memo.phone))
    yield fact("ที่", *speech.stated(memo.number))
    yield fact("วันที่", *speech.stated(memo.date))
    yield fact("เรื่อง", *speech.stated(memo.subject))
    yield fact("เรียน", *speech.stated(memo.to))
    yield fact("สิ่งที่ส่งมาด้วย", *speech.stated(memo.attachments))


def _paper(memo: Memo, sections: tuple[_Section, ...], speech: Speech) -> Iterator[Block]:
    """The letter to be signed, with room for what is still to be filled in."""
    yield _head(memo, speech)
    for one in sections:
        yield Heading(one.title)
        yield from paragraphs(one.texts)
        yield from (Points(one.points),) if one.points else ()
    yield Paragraph(_entered(memo.closing, speech), "closing")
    signatures = [Signature(one.office, one.acting_for or "") for one in memo.signatories]
    heads = [one for one in signatures[-1:] if one.office.startswith(_HEAD)]
    yield from signatures[: len(signatures) - len(heads)]
    is_blank = memo.comment in {Absence.NOT_ENTERED, Absence.BLANK_CELL}
    yield Comment(_COMMENT, () if is_blank else speech.stated(memo.comment))
    yield from heads


def _head(memo: Memo, speech: Speech) -> LetterHead:
    """The rows of the head in the order of a memo; one that the source lacks says so, one not entered stays open."""
    agency = (*_entered(memo.agency, speech), *_after(known(memo.unit)))
    phone = known(memo.phone)
    rows: list[tuple[NamedFact, ...]] = [
        (NamedFact("ส่วนราชการ", (*agency, *_after(f"โทร. {phone}" if phone else None))),),
        (NamedFact("ที่", _entered(memo.number, speech)), NamedFact("วันที่", _entered(memo.date, speech))),
        (NamedFact("เรื่อง", _entered(memo.subject, speech)),),
        (NamedFact("เรียน", _entered(memo.to, speech)),),
    ]
    if memo.attachments is not Absence.NOT_ENTERED:
        rows.append((NamedFact("สิ่งที่ส่งมาด้วย", speech.stated(memo.attachments)),))
    return LetterHead(tuple(rows))


def _entered(value: object, speech: Speech) -> tuple[Part, ...]:
    """The entered text or why the source has nothing; nothing at all where it is still to be filled in."""
    return () if value is Absence.NOT_ENTERED else speech.stated(value)


def _after(text: str | None) -> tuple[Phrase, ...]:
    return (Phrase(f" {text}"),) if text else ()

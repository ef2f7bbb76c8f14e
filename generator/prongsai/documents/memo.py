"""The memo that presents a result, laid out as an official letter inside the agency."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.block import Block, Comment, Heading, LetterHead, Paragraph, Points, Signature, paragraphs
from prongsai.documents.content import Document
from prongsai.documents.scope import DocumentScope
from prongsai.model.memo import Memo
from prongsai.model.stated import Absence, known
from prongsai.views.assessment import assessment_of
from prongsai.views.content import Fact, Part, Phrase
from prongsai.views.memo import memo_view
from prongsai.views.speech import Speech

_HEAD = "นายก"  # the head of a local government signs last, below the own comment


def memo_document(scope: DocumentScope) -> Document | None:
    """The memo as a letter; None where the year has none."""
    memo = scope.own.memo
    if memo is None:
        return None
    return scope.document("memo", "บันทึกข้อความ", _blocks(memo, assessment_of(scope.own.edition).held_by, scope.speech))


def _blocks(memo: Memo, held_by: str, speech: Speech) -> Iterator[Block]:
    view = memo_view(memo, held_by, speech)
    yield _head(memo, speech)
    for key, title, texts in view["bodies"]:
        yield Heading(title)
        yield from paragraphs(texts)
        if key == "facts" and view["points"]:
            yield Points(view["points"])
    yield Paragraph(_entered(memo.closing, speech), "closing")
    signatures = [Signature(office, acting or "") for office, acting in view["signatories"]]
    heads = [one for one in signatures[-1:] if one.office.startswith(_HEAD)]
    yield from signatures[: len(signatures) - len(heads)]
    is_blank = memo.comment in {Absence.NOT_ENTERED, Absence.BLANK_CELL}
    yield Comment("ความเห็น", () if is_blank else view["comment"])
    yield from heads


def _head(memo: Memo, speech: Speech) -> LetterHead:
    """The rows of the head in the order of a memo; one that the source lacks says so, one not entered stays open."""
    agency = (*_entered(memo.agency, speech), *_after(known(memo.unit)))
    phone = known(memo.phone)
    rows: list[tuple[Fact, ...]] = [
        (Fact("ส่วนราชการ", (*agency, *_after(f"โทร. {phone}" if phone else None))),),
        (Fact("ที่", _entered(memo.number, speech)), Fact("วันที่", _entered(memo.date, speech))),
        (Fact("เรื่อง", _entered(memo.subject, speech)),),
        (Fact("เรียน", _entered(memo.to, speech)),),
    ]
    if memo.attachments is not Absence.NOT_ENTERED:
        rows.append((Fact("สิ่งที่ส่งมาด้วย", speech.stated(memo.attachments)),))
    return LetterHead(tuple(rows))


def _entered(value: object, speech: Speech) -> tuple[Part, ...]:
    """What was entered or why the source has nothing; nothing at all where it is still to be filled in."""
    return () if value is Absence.NOT_ENTERED else speech.stated(value)


def _after(text: str | None) -> tuple[Phrase, ...]:
    return (Phrase(f" {text}"),) if text else ()

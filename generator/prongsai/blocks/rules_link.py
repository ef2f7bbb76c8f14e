"""The one link by which a page of a year leads to the rules of that year and to what verifies them."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.block import Paragraph
from prongsai.blocks.scope import Scope
from prongsai.views.content import Phrase


def rules_link(scope: Scope) -> Iterator[Paragraph]:
    """The quiet link to what is known of the rules and what is not; none on paper, where nobody follows one."""
    if not scope.on_paper and scope.own.edition.where().file:
        words = f"หลักเกณฑ์ปี {scope.speech.digits(scope.number)} และแหล่งที่ยืนยัน"
        path = addresses.Subject("edition", scope.number).path
        yield Paragraph((Phrase(words, kind="if-there", href=path),), "aside")

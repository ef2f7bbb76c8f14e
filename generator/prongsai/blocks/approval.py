"""The approval of a document of a year: who approved it and when, and on paper the place to sign and the code."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.block import Block, Facts, Heading, Signature, paragraph, paragraphs
from prongsai.blocks.scope import Scope
from prongsai.model.analysis import Analysis
from prongsai.model.facts_code import facts_code
from prongsai.model.follow_up import FollowUp
from prongsai.model.measures import Measures
from prongsai.views.approval import approval_facts, word_code, word_day

APPROVAL = "การอนุมัติ"


def approval_blocks(document: Analysis | Measures | FollowUp, scope: Scope) -> Iterator[Block]:
    """The end of a document whose approval is stated, or that is to be signed; nothing of any other.

    On a page is what was approved; paper has the place to sign and the code of the facts that are signed.
    """
    if document.approved is None:
        return
    if scope.on_paper:
        yield Signature(document.approved.by)
        yield from paragraphs(filter(None, (word_day(document.approved, scope.speech),)), "signed")
        yield paragraph(word_code(facts_code(document)), "signed")
    elif facts := approval_facts(document.approved, scope.speech):
        yield Heading(APPROVAL, "approval")
        yield Facts(facts)

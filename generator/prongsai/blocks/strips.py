"""The strip under a title, with links to the sections of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.blocks.block import Block, Heading, Strip
from prongsai.views.content import Answer, Phrase

MOST_JUMPS = 6  # more would push down what they lead to


def headed(answer: Answer, blocks: Iterable[Block]) -> Iterator[Block]:
    """The answer of a page with links to its sections, then the blocks of the page."""
    found = tuple(blocks)
    yield Strip(answer, tuple(_jumps(found))[:MOST_JUMPS])
    yield from found


def _jumps(blocks: Iterable[Block]) -> Iterator[Phrase]:
    """A link to each section that has a heading of the highest level."""
    for one in blocks:
        if isinstance(one, Heading) and one.id and one.level == 1:
            yield Phrase(one.short or one.text, href=f"#{one.id}")

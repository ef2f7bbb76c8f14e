"""Lines of blocks that are prose: what somebody reads as a sentence, not a fact, a date or the state of a link."""

from __future__ import annotations

import re

from prongsai.blocks.block import Block, Entries, Facts, Note, Paragraph, Points
from prongsai.blocks.lines import Line
from prongsai.views.content import Bullets, Part, Phrase, Table

_LEAST = 30  # letters of Thai: a name, a date or a period has fewer, a sentence more
_THAI = re.compile("[\u0e01-\u0e2e]")
_SPOKEN = frozenset({"plain", "lead", "aside"})


def is_prose(block: Block, line: Line) -> bool:
    """True if a line of a block is prose, as the piece of a page that is shown to those who search."""
    if isinstance(block, Paragraph):
        return block.look in _SPOKEN and not all(_only_leads_on(part) for part in line)
    if isinstance(block, Bullets | Points | Note):
        return True
    if isinstance(block, Entries) and block.look != "plain":
        return False
    return isinstance(block, Entries | Facts | Table) and _is_sentence(line)


def _only_leads_on(part: Part) -> bool:
    return isinstance(part, Phrase) and (part.href != "" or part.text.strip() == "")


def _is_sentence(line: Line) -> bool:
    """True if a line is a list of points or words by themselves, long enough, of which none is a link or a figure."""
    if any(isinstance(part, Bullets) for part in line):
        return True
    phrases = [part for part in line if isinstance(part, Phrase)]
    if any(part.href or part.value is not None for part in phrases):
        return False
    return len(_THAI.findall("".join(part.text for part in phrases))) >= _LEAST

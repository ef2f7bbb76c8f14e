"""Sentences of the rules on the register of answers to the OIT items."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence

# What may cost an item its score: each of these names its item in the value `item`.
REASONS = frozenset({"answer-of-other-year", "follow-up-item-alone"})

SENTENCES: dict[str, Sentence] = {}

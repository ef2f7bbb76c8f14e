"""Heads compared with fields: equal words fill in, likeness only orders what is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache

from prongsai.model.synonyms import KEYS
from prongsai.tables.head_words import AMBIGUOUS, KEY_WORDS, PROBLEMS
from prongsai.tables.kinds import KindName, fields_of
from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text

_ASIDE = re.compile(r"[(\[](?:[0-9]{1,2}|บาท|ถ้ามี|ร้อยละ|%|URL|ระบุ[^)\]]*|โปรดระบุ[^)\]]*)[)\]]", re.IGNORECASE)
_DRESS = re.compile(r"[\s/\\.,:;*()\[\]\"'“”‘’_|+?!–—-]+")
_MOST_OFFERED = 5
_ALIKE = 0.8


def plain_head(text: str) -> str:
    """A head as it is compared: one form of letters, no blanks, brackets, punctuation, or mark of a column."""
    clean = to_arabic(clean_text(text)[0]).casefold()
    bare = _DRESS.sub("", _ASIDE.sub("", clean))
    return bare or _DRESS.sub("", clean)


@cache
def _words(kind: KindName) -> Mapping[str, frozenset[str]]:
    """The fields that each head means, as it is compared."""
    found: dict[str, set[str]] = {}
    for name, field in fields_of(kind).items():
        own = (*field.heads, *(word for word, keys in KEYS.items() if keys[0] == name and not word.isascii()))
        for head in own:
            found.setdefault(plain_head(head), set()).add(name)
    listed = {plain_head(head) for field in fields_of(kind).values() for head in field.heads[1:]}
    unsure = {plain_head(head) for head in AMBIGUOUS.split("|")} - listed
    return {head: frozenset(names) for head, names in found.items() if head not in unsure}


_OF_PROBLEMS = frozenset(plain_head(head) for head in PROBLEMS.split("|"))


def names_problem(parts: tuple[str, ...]) -> bool:
    """True if a head names a problem, which some documents print in the place of the name of a measure."""
    return len(parts) == 1 and plain_head(parts[0]) in _OF_PROBLEMS


def exact_field(kind: KindName, parts: tuple[str, ...]) -> str:
    """The one field that a head of one or two rows means by equal words; empty where none or several do."""
    words = _words(kind)
    for text in ("".join(parts), parts[-1]) if parts else ():
        found = words.get(plain_head(text), frozenset())
        if len(found) == 1:
            return next(iter(found))
    return ""


def is_word(kind: KindName, text: str) -> bool:
    """True if a cell has the words of some field, or of a problem."""
    plain = plain_head(text)
    return plain in _words(kind) or (kind == "measures" and plain in _OF_PROBLEMS)


def offered_fields(kind: KindName, head: str) -> tuple[str, ...]:
    """The five fields that a head is likely about, the likeliest first."""
    plain = plain_head(head)
    hinted = {name for name in _hints(head) if name in fields_of(kind)}
    ranked = sorted(fields_of(kind), key=lambda name: -_likeness(kind, name, plain) - (name in hinted))
    return tuple(ranked[:_MOST_OFFERED])


def _hints(head: str) -> Iterator[str]:
    lowered = head.casefold()
    yield from (name for word, names in KEY_WORDS.items() if word in lowered for name in names.split("|"))


@cache
def _likeness(kind: KindName, name: str, plain: str) -> float:
    matcher = SequenceMatcher(b=plain, autojunk=False)
    best = 0.0
    for head in fields_of(kind)[name].heads:
        matcher.set_seq1(plain_head(head))
        if matcher.real_quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best + (best >= _ALIKE)

"""A sentence while it is read: constructions found in it, the years they mean, and what was read already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Operator, Referent
from prongsai.prose.grammar.pattern import construction, groups_of, needed
from prongsai.prose.grammar.sentence import NAMES, Sentence
from prongsai.prose.grammar.tokens import Token

OPERATORS: dict[str, Operator] = {"more": ">", "least": ">=", "less": "<", "most": "<=", "nearly": "~", "reach": ">="}
WORDS = {"rises": "เพิ่มขึ้น", "falls": "ลดลง", "stays": "เท่าเดิม"}
_SAID = {"points", "percent", "bare", "full", "level", "rank", "rises", "falls", "stays"}
_MOVES = {"rises", "falls", "stays"}
_TURNS = {"แต่", "อย่างไรก็ตาม", "ทั้งนี้"}  # behind them the year itself is spoken of again
_ONCE = {
    *(*_SAID, "count-k", "count-j", "count-i", "count-m", "count-r", "highest", "lowest", "next"),
    *("more", "least", "less", "most", "passes", "fails", "zero", "scored", "status"),
}


# What may not come between a subject and what is said of it later.
_PARTS = {"unknown", "others", "peers", "part", "indicators", "instruments", "items", "scope", "measures", "status"}


def _referent(token: Token) -> Referent | None:
    if token.kind == "total":
        return TOTAL
    if token.kind == "scope":
        return Referent("instrument", token.value)
    return Referent(token.kind, token.value) if token.kind in {"instrument", "indicator", "subindicator"} else None


@dataclass
class Reading:
    """A sentence and the places of the tokens that a claim was read from already."""

    sentence: Sentence
    taken: set[int] = field(default_factory=set)

    def find(self, source: str, *, wished: bool = False, fresh: str = "") -> Iterator[Found]:
        """Every place of a construction from whose numbers nothing was read yet; also inside wishes where asked.

        With `fresh` it is only the number of that part that has to be new.
        """
        letters = self.sentence.letters if wished else self.sentence.claimed
        there = self.sentence.kinds if wished else self.sentence.kinds_claimed
        for one in needed(source):
            if one.isdisjoint(there):
                return
        for match in construction(source).finditer(letters):
            found = Found(self, match)
            numbers = {*found.places(fresh)} if fresh else found.numbers
            if not numbers & self.taken:
                yield found

    def read(self, table: Iterable[tuple[str, Reader]], *, wished: bool = False) -> Iterator[Claim]:
        """The claims of every construction of a table, each made by its own reader, in the order of the table."""
        for source, reader in table:
            for found in self.find(source, wished=wished):
                yield from reader(found)


@dataclass
class Found:
    """A construction where it was found, with the tokens of its named parts."""

    reading: Reading
    match: re.Match[str]

    @property
    def sentence(self) -> Sentence:
        """The sentence that it is in."""
        return self.reading.sentence

    @property
    def numbers(self) -> set[int]:
        """The places of the tokens that only one construction may read: numbers, changes, bounds and the like."""
        places = range(*self.match.span())
        return {place for place in places if self.sentence.tokens[place].kind in _ONCE}

    def take(self) -> None:
        """Let nothing else be read from its numbers."""
        self.reading.taken |= self.numbers

    def taken_amounts(self) -> None:
        """Let nothing else be read from the change; a score that comes first is still to be read."""
        own = {place for group in ("a", "a2", "w") for place in self.places(group)}
        self.reading.taken |= own

    def places(self, group: str) -> list[int]:
        """The places of the tokens of a part, without years."""
        named = (one for one in groups_of(self.match.re, group) if self.match[one] is not None)
        span = sorted(place for one in named for place in range(*self.match.span(one)))
        span = (
            list(range(span[0], span[-1] + 1)) if span and group == "l" else span
        )  # of what repeats only the last is kept
        return [place for place in span if self.sentence.tokens[place].kind != "year"]

    def tokens(self, group: str) -> list[Token]:
        """The tokens of a part, without years."""
        return [self.sentence.tokens[place] for place in self.places(group)]

    def token(self, group: str) -> Token | None:
        """The first token of a part, or None where it is not there."""
        return next(iter(self.tokens(group)), None)

    @property
    def quote(self) -> str:
        """The words of the construction."""
        first, last = self.match.span()
        while (
            last - 1 > first
            and self.sentence.tokens[last - 1].kind == "year"
            and not self.sentence.tokens[last - 1].bare
        ):
            last -= 1
        return self.sentence.quote(first, last - 1)

    def referents(self, group: str = "s") -> tuple[Referent, ...]:
        """The subjects that a part names; parts that are no subjects are left out."""
        return tuple(found for token in self.tokens(group) if (found := _referent(token)) is not None)

    def subject(self, group: str = "s") -> Referent | None:
        """The one subject that a part names, or the only one named before; at the beginning the agency as a whole."""
        named = self.referents(group)
        if named:
            return named[0]
        return TOTAL if self.is_first else self.carried

    @property
    def carried(self) -> Referent | None:
        """The only subject named before, where nothing unread comes between."""
        tokens = self.sentence.tokens[: self.match.start()]
        places = [place for place, token in enumerate(tokens) if token.kind in NAMES]
        named = {_referent(tokens[place]) for place in places}
        between = {token.kind for token in tokens[places[-1] + 1 :]} if places else set()
        return named.pop() if len(named) == 1 and not between & _PARTS else None

    @property
    def is_first(self) -> bool:
        """True if nothing before it names or says anything: it is the whole agency that is spoken of."""
        before = self.sentence.letters[: self.match.start()]
        return bool(re.fullmatch(r"[Y;&=AV#Tu(]*", before))

    @property
    def topic(self) -> str:
        """The last instrument named before, whose indicators may be meant by those that follow; empty without one."""
        named = {"instrument", "scope", "part"}  # ผู้ตอบแบบวัด IIT is a part that names one
        before = [token.value for token in self.sentence.tokens[: self.match.start()] if token.kind in named]
        found = re.search(r"[A-Z]IT", before[-1]) if before else None
        return found[0] if found else ""

    def before(self) -> Token | None:
        """The token before it, but for years."""
        return next((one for one in reversed(self.sentence.tokens[: self.match.start()]) if one.kind != "year"), None)

    def after(self) -> Token | None:
        """The token behind it, but for years."""
        return next((one for one in self.sentence.tokens[self.match.end() :] if one.kind != "year"), None)

    def years(self, place: int | None = None) -> tuple[int, ...]:
        """The years that the token at a place may belong to, the likeliest first; by default the last of it."""
        return years_at(self.sentence, self._last if place is None else place)

    @property
    def _last(self) -> int:
        """The place of its last token; a year behind แต่ or และ is one of what follows."""
        tokens, end = self.sentence.tokens, self.match.end() - 1
        last = end
        while last > self.match.start() and tokens[last].kind in {"year", "and", "break"}:
            last -= 1
        is_cut = any(token.kind in {"and", "break"} for token in tokens[last + 1 : end + 1])
        return last if is_cut else end

    def bases(self) -> tuple[int, ...]:
        """The years with which it compares, in or right behind it."""
        start, end = self.match.start(), self.match.end()
        tokens = self.sentence.tokens
        while end < len(tokens) and tokens[end].kind == "year":
            end += 1
        named = [token for token in tokens[start:end] if token.kind == "year" and token.bare]
        return tuple(year for token in named for year in self.sentence.year_of(token)[:1])

    def amount(self, group: str = "a", operator: str = "r") -> Amount | None:
        """The amount that a part says, with the word before it that bounds it."""
        token, bound = self.token(group), self.token(operator)
        if token is None:
            return None
        said: Operator = OPERATORS.get(bound.kind, "=") if bound and bound.kind != "reach" else "="
        return Amount(token.number, said, token.kind == "percent")


def years_at(sentence: Sentence, place: int) -> tuple[int, ...]:
    """The years that the token at a place may belong to, the likeliest first."""
    tokens, about = sentence.tokens, sentence.about
    default = (about,) if about is not None else ()
    named = [at for at in range(place) if tokens[at].kind == "year"]
    if named and tokens[named[-1]].bare and tokens[place].kind in _SAID - _MOVES:
        return _since(sentence, named[-1], place, default)
    before = [at for at in [*named, place] if tokens[at].kind == "year" and not tokens[at].bare]
    following = place + 1
    if following < len(tokens) and tokens[following].kind == "year" and not tokens[following].bare and not before:
        is_next = following + 1 < len(tokens) and tokens[following + 1].kind in _SAID - _MOVES
        own = sentence.year_of(tokens[following])
        gap = sentence.text[tokens[place].end : tokens[following].start + 2]
        if not is_next or "ใน" in gap:
            return own if own == default or "ใน" in gap else (*own, *default)
    if not before:
        return default
    between = [
        token for token in tokens[before[-1] + 1 : place] if token.kind in {"points", "percent", "level", "rank"}
    ]
    own = sentence.year_of(tokens[before[-1]])
    kinds = [token.kind for token in tokens]
    if "becomes" in kinds[before[-1] : place] and "from" in kinds[: before[-1]]:
        behind = sentence.year_of(tokens[following]) if kinds[following : following + 1] == ["year"] else ()
        return tuple(dict.fromkeys((*behind, *default, *own)))
    if not between:
        return (*own, *_joined_years(sentence, before))
    others = [year for at in reversed(before) for year in sentence.year_of(tokens[at])]
    return tuple(dict.fromkeys([*others, *default]))


def _joined_years(sentence: Sentence, before: list[int]) -> tuple[int, ...]:
    """The years that are named together with the last one: ปี 2563 และ 2564 อยู่ในระดับ C และ B ตามลำดับ."""
    last = before[-1]
    first = last - 2 if last > 1 and sentence.tokens[last - 1].kind == "and" else last - 1
    is_row = first == last - 1  # the head of a table: ปี 2564 ปี 2565 IIT 87.66 89.66
    is_joined = first in before and (is_row or "ตามลำดับ" in sentence.text)
    return sentence.year_of(sentence.tokens[first]) if is_joined else ()


def _since(sentence: Sentence, year: int, place: int, default: tuple[int, ...]) -> tuple[int, ...]:
    """The years of what comes behind a year that is compared with: ลดลงจากปี 2563 ซึ่งได้ 85, ลดลงจากปี 2563 เหลือ 80."""
    gap = sentence.text[sentence.tokens[year].end : sentence.tokens[place].start]
    own = sentence.year_of(sentence.tokens[year])[:1]
    between = sentence.tokens[year + 1 : place]
    if any(token.kind == "becomes" or token.value in _TURNS for token in between):
        return default
    if re.match(r"\s*(?:ซึ่ง|ที่)", gap):
        return own
    return tuple(dict.fromkeys([*default, *own]))


Reader = Callable[[Found], Iterator[Claim]]

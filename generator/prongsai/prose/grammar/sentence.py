"""A text read as a sentence: its tokens with their letters, and what is wished, quoted or said of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from prongsai.prose.grammar.lexer import Lexer
from prongsai.prose.grammar.lexicon import SYMBOLS
from prongsai.prose.grammar.supposed import is_all_supposed, supposed_before, terms_of_formulas
from prongsai.prose.grammar.tokens import LAST, PAST, THIS, Token

NAMES = {"total", "instrument", "indicator", "subindicator", "item", "part"}
_PARTS = {"instrument", "scope", "indicator", "subindicator", "item", "part"}
_CLASSES = {"indicators", "instruments", "items", "measures"}
_NUMBERS = {"points", "percent", "bare", "full"}
_QUOTED = re.compile(r"[“\"][^”\"]{14,}[”\"]?")
_ENDS_OF_WISHES = {"แต่", "ขณะที่", "ในขณะที่"}
_THOUGH = re.compile(r"แม้(?!แต่)[^,;]{0,60}$")  # แม้ EIT จะต่ำที่สุด: it is so
_COMPARES = re.compile(  # เมื่อเปรียบเทียบรายเครื่องมือกับปี 2565
    r"เทียบ(?:(?!ปี|[0-9๐-๙]|กับ)[^,;()]){1,60}กับ(?:ผลการประเมิน|ผล|คะแนน|ใน|ของ|ช่วง|รอบ|\s)*$"
)
_OF = re.compile(r"ของ\s*(?:แบบ[ก-๎]*)?\s*$")
_LONGEST_RANGE = 12
_RANGES = {"dash", "reach"}
OWN = re.compile(r"หน่วยงาน(?:ได้|มี|อยู่|ของเรา)|(?:เทศบาล|องค์การบริหารส่วน|อบต\.|ทต\.|อบจ\.)[ก-๎]+\s*(?:ได้|มี|อยู่)")
_OPENS = ("(", "อยู่ใน", "คะแนน")  # what a quotation takes in where it comes right before


@dataclass(frozen=True)
class Sentence:
    """The tokens of a text with one letter each; `about` is the year of what names none (Buddhist Era), or None.

    `claimed` has the same letters with a mask over what claims nothing about the agency.
    """

    text: str
    tokens: tuple[Token, ...]
    masked: frozenset[int]
    about: int | None

    @cached_property
    def letters(self) -> str:
        """The letters of the tokens, with nothing masked."""
        return "".join(SYMBOLS[token.kind] for token in self.tokens)

    @cached_property
    def claimed(self) -> str:
        """The letters of the tokens, with a mask over wishes, quotations and what is said of others."""
        mask = SYMBOLS["masked"]
        return "".join(mask if place in self.masked else letter for place, letter in enumerate(self.letters))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The letters, each once."""
        return frozenset(self.letters)

    @cached_property
    def kinds_claimed(self) -> frozenset[str]:
        """The letters that are not masked, each once."""
        return frozenset(self.claimed)

    def year_of(self, token: Token) -> tuple[int, ...]:
        """The years that a word may mean: several for ปีที่ผ่านมา, none where nothing says of which year the text is."""
        if token.value not in {LAST, THIS, PAST}:
            return (int(token.value),)
        if self.about is None:
            return ()
        return {LAST: (self.about - 1,), THIS: (self.about,), PAST: (self.about - 1, self.about)}[token.value]

    def quote(self, first: int, last: int, longest: int = 160) -> str:
        """The text from one token to another, with the parentheses that it touches, short enough for a sentence."""
        start, end = self.tokens[first].start, self.tokens[last].end
        start -= next((len(word) for word in _OPENS if self.text[:start].endswith(word)), 0)
        end += self.text[end : end + 1] == ")"
        quote = " ".join(self.text[start:end].split())
        return quote if len(quote) <= longest else f"{quote[: longest // 2]}…{quote[-longest // 2 :]}"


def read_sentence(text: str, lexer: Lexer, about: int | None) -> Sentence:
    """Read a text; all of it is one sentence, since Thai marks no ends."""
    said = [token for token in lexer.tokens(text) if token.value != "จะ" or not _THOUGH.search(text, 0, token.start)]
    first = next((place for place, token in enumerate(said) if token.kind != "year"), 0)
    own = (_of_tool(text, token) if place == first else token for place, token in enumerate(said))
    tokens = tuple(_joined(text, _without_weak(_compared_with_years(text, _listed(tuple(own))))))
    return Sentence(text, tokens, frozenset(_masked(text, tokens)), about)


def _of_tool(text: str, token: Token) -> Token:
    """An instrument that a text begins with is what it speaks of: คะแนนของ EIT; behind ใน it is where others are."""
    is_of = token.kind == "scope" and _OF.search(text[: token.start])
    return replace(token, kind="instrument") if is_of else token


def _listed(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """Bare numbers behind a numbered indicator or an item are more of them: ตัวชี้วัดที่ 2, 4 และ 7."""
    kind = ""
    for place, token in enumerate(tokens):
        if token.kind == "bare" and _begins_numbers(tokens, place):
            kind = "indicator"
            yield replace(token, kind=kind)
            continue
        if token.kind in _RANGES and kind == "indicator" and _ends_range(tokens, place):
            continue
        if place > 1 and tokens[place - 1].kind in _RANGES and kind == "indicator" and _ends_range(tokens, place - 1):
            first = int(tokens[place - 2].value)
            yield from (replace(token, kind=kind, value=str(one)) for one in range(first + 1, int(token.value) + 1))
            continue
        was_listed = place > 0 and kind != "" and tokens[place - 1].kind in {kind, "bare"}
        if token.kind == "bare" and kind and (tokens[place - 1].kind == "and" or was_listed) and "." not in token.value:
            yield replace(token, kind=kind, value=f"O{int(token.value)}" if kind == "item" else token.value)
            continue
        if token.kind in {"indicator", "item"}:
            kind = "" if token.bare else token.kind
        elif token.kind != "and":
            kind = ""
        yield token


def _begins_numbers(tokens: tuple[Token, ...], place: int) -> bool:
    """True if a bare number begins a list of indicators: สามตัวชี้วัดที่คะแนนคงที่ คือ 1, 9 และ 10."""
    before, behind = [token.kind for token in tokens[:place]], [token.kind for token in tokens[place + 1 : place + 3]]
    is_of_indicators = bool({"indicators", "count-k"} & {*before}) and not {"items", "count-i", "item"} & {*before}
    is_list = before[-1:] == ["equals"] and behind == ["and", "bare"]
    return is_list and is_of_indicators and tokens[place].value.isdigit()


def _ends_range(tokens: tuple[Token, ...], dash: int) -> bool:
    """True if a dash or ถึง is between the numbers of two indicators: ตัวชี้วัดที่ 6 - 8."""
    ends = tokens[dash - 1], next(iter(tokens[dash + 1 : dash + 2]), None)
    if ends[1] is None or ends[1].kind not in {"bare", "indicator"} or not (ends[0].value + ends[1].value).isdigit():
        return False
    return int(ends[0].value) < int(ends[1].value) <= int(ends[0].value) + _LONGEST_RANGE


def _compared_with_years(text: str, tokens: Iterator[Token]) -> Iterator[Token]:
    """Higher than a year is risen since then: สูงกว่าปีก่อน; a year after จาก or กว่า is what is compared with."""
    held: Token | None = None
    listed = [*tokens]
    for place, token in enumerate(listed):
        has_score = any(one.kind in _NUMBERS for one in listed[place + 1 : place + 2])
        if token.kind == "year" and held is None and _COMPARES.search(text, 0, token.start):
            yield replace(token, bare=True)
            continue
        if token.kind == "year" and held is not None and not (held.kind == "equals" and has_score):
            changes = {"more": "rises", "less": "falls", "equals": "stays"}
            kind = changes.get(held.kind, held.kind if held.kind != "from" else "")
            if kind and held.value != "กว่า":
                yield replace(held, kind=kind)
            yield replace(token, bare=True)
            held = None
            continue
        if held is not None:
            yield held
        is_since = token.kind in {"rises", "falls"} and token.value.endswith("กว่า")
        is_equal = token.kind == "equals" and token.value == "เท่ากับ"
        held = token if token.kind in {"from", "more", "less"} or is_since or is_equal else None
        if held is None:
            yield token
    if held is not None:
        yield held


def _without_weak(tokens: Iterator[Token]) -> Iterator[Token]:
    """ผลการประเมิน is that of the whole agency only where no part of it is named before or right behind it."""
    named, listed = False, [*tokens]
    for token, behind in zip(listed, [*listed[1:], None], strict=False):
        named = named or token.kind in NAMES | _CLASSES or (behind is not None and behind.kind in _PARTS)
        if token.kind != "weak":
            yield token
        elif not named:
            yield replace(token, kind="total")


def _joined(text: str, tokens: Iterator[Token]) -> Iterator[Token]:
    """One name said twice in a row is one: การใช้อำนาจ (ตัวชี้วัดที่ 3), and so is what it is part of (ในแบบ IIT)."""
    before: Token | None = None
    for token in tokens:
        is_again = before is not None and (token.kind, token.value) == (before.kind, before.value)
        if before is not None and _is_whole_of(text, before, token):
            continue
        if token.kind == "scope" and before is not None and before.kind == "indicator" and text[token.end :][:1] == ")":
            continue  # what it is part of: (ตัวชี้วัดที่ 8 ในแบบ EIT)
        if before is not None and token.kind in NAMES and is_again:
            before = replace(before, end=token.end, bare=before.bare and token.bare)
            continue
        if before is not None:
            yield before
        before = token
    if before is not None:
        yield before


def _is_whole_of(text: str, before: Token, token: Token) -> bool:
    """True if ในภาพรวม is said of the instrument right before it: คะแนนแบบวัด IIT ในภาพรวม."""
    is_whole = token.kind == "total" and token.value in {"ในภาพรวม", "โดยภาพรวม", "ภาพรวม"}
    is_part = before.kind in {"instrument", "indicator"} and not text[before.end : token.start].strip()
    return is_whole and is_part and not re.match(r"\s*(?:ของ|หน่วยงาน|[0-9๐-๙])", text[token.end :])


def _masked(text: str, tokens: tuple[Token, ...]) -> Iterator[int]:
    quotes = [found.span() for found in _QUOTED.finditer(text)]
    is_supposed = is_all_supposed(text)
    yield from supposed_before(text, tokens)
    yield from terms_of_formulas(text, tokens)
    wished = others = is_supposed
    for place, token in enumerate(tokens):
        if token.kind == "break" and token.value in _ENDS_OF_WISHES and not is_supposed:
            wished = others = False
        follows = tokens[place - 1] if place else None
        wished = wished or token.kind == "wish"
        others = others and not (follows is not None and OWN.search(text, follows.end, token.start))
        others = others or (token.kind in {"others", "peers"} and _is_subject(tokens, place, follows))
        if wished or others or any(start <= token.start < end for start, end in quotes):
            yield place


def _is_subject(tokens: tuple[Token, ...], place: int, before: Token | None) -> bool:
    """True if others are spoken of, and not only what the agency is compared with or ranked among."""
    if before is None:
        return True
    ahead = [token for token in tokens[:place] if token.kind not in {"year", "others"}]
    if [token.kind for token in ahead[-2:]] == ["rank", "from"]:
        return False  # ลำดับที่ 14 จาก อปท. ในจังหวัด
    return not ahead or ahead[-1].kind not in {
        "more",
        "less",
        "rank",
        "count-other",
        "mean",
        "and",
        "lacks",
        "apart",
        "top",
    }

"""Words and numbers of a Thai sentence as tokens, by the lexicon and by the names of an edition and an agency."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import fields
from functools import cached_property

from prongsai.prose.grammar.lexicon import word_lists
from prongsai.prose.grammar.peer_words import groups_in
from prongsai.prose.grammar.spellings import DIGITS, UNITS, in_digits, is_glued, is_rough, spellings
from prongsai.prose.grammar.tokens import LAST, PAST, THIS, Token, Vocabulary
from prongsai.thai.numerals import to_arabic

_SILENT = {"agency", "own", "latin", "gloss"}  # what is read so that nothing else is read from it


class Lexer:
    """Reads texts into tokens by one vocabulary."""

    def __init__(self, names: Vocabulary) -> None:
        """Prepare the words and the names."""
        self._names = names
        lists = word_lists()
        self._words = {word: kind for kind, words in lists.items() for word in words}
        readers = spellings(names, self._words)
        self._read: dict[str, Callable[[re.Match[str]], Token]] = {
            name: getattr(self, f"_{name}") for name in readers.keys() - _SILENT
        }
        self._pattern = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in readers.items()))
        self._known: dict[str, tuple[Token, ...]] = {}

    @cached_property
    def mark(self) -> str:
        """The mark of its vocabulary: readers with the same one read every text alike."""
        said = {part.name: getattr(self._names, part.name) for part in fields(self._names)}
        whole = {name: sorted(one) if isinstance(one, frozenset) else one for name, one in said.items()}
        return hashlib.blake2b(repr(whole).encode(), digest_size=20).hexdigest()

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text in their order; what no word says is a token of its own."""
        if text not in self._known:  # the same sentence often comes again in another year
            self._known[text] = self._tokens(text)
        return self._known[text]

    def _tokens(self, text: str) -> tuple[Token, ...]:
        plain, here, found = to_arabic(text), 0, list[Token]()
        for match in self._pattern.finditer(plain):
            found += _unknown(plain, here, match.start())
            reader = self._read.get(str(match.lastgroup))
            found += [one for one in [reader(match)] if one.kind != "filler"] if reader else []
            here = match.end()
        return (*found, *_unknown(plain, here, len(plain)))

    def _foreign(self, match: re.Match[str]) -> Token:
        return Token("others", match[0], *match.span())

    def _other(self, match: re.Match[str]) -> Token:
        return Token("others", match[0], *match.span())

    def _peers(self, match: re.Match[str]) -> Token:
        return Token("peers", " ".join(groups_in(match[0], match.string[match.end() :])), *match.span())

    def _level(self, match: re.Match[str]) -> Token:
        said = next(match[name] for name in ("level1", "level2", "level3", "level4", "level5", "level6") if match[name])
        is_become = match["level2"] is not None and "เป็น" not in match[0] and "เข้าข่าย" not in match[0]
        before = match.string[: match.start()]
        is_told = "ระดับ" in before or (match["level6"] is not None and "ผลการประเมิน" in before)
        if (match["level4"] or match["level6"]) and not is_told:
            return Token("unknown", said, *match.span())
        return Token("level", said, *match.span(), of="no scale" if match["level5"] else "", bare=is_become)

    def _year(self, match: re.Match[str]) -> Token:
        said = match["long"] or match["more"] or (f"25{match['two']}" if match["two"] else "")
        word = THIS if match["now"] else (PAST if match["past"] else LAST)
        return Token("year", said or word, *match.span())

    def _rank(self, match: re.Match[str]) -> Token:
        return Token("rank", match["place"].replace(",", ""), *match.span(), of=match["places"] or "")

    def _all_of(self, match: re.Match[str]) -> Token:
        return Token("all", match[0], *match.span())

    def _item(self, match: re.Match[str]) -> Token:
        return Token("item", f"O{int(match['code'] or match['zero'])}", *match.span())

    def _part(self, match: re.Match[str]) -> Token:
        return Token("part", match[0], *match.span())

    def _numbered(self, match: re.Match[str]) -> Token:
        key = match["key"]
        return Token("subindicator" if "." in key else "indicator", key, *match.span())

    def _named(self, match: re.Match[str]) -> Token:
        said = match["label"] or match["alone"]
        if is_glued(match.string, match.end()):
            return Token("unknown", match[0], *match.span())
        return Token("indicator", self._names.indicators[said], *match.span(), bare=match["alone"] is not None)

    def _tool(self, match: re.Match[str]) -> Token:
        code = match["tool_code"] or self._names.tools.get(match["tool_name"] or "", "")
        kind = "scope" if match["within"] else "instrument"
        kind = kind if code in self._names.instruments else "unknown"
        return Token(kind, code, match.start("tool_code") if match["tool_code"] else match.start(), match.end())

    def _top(self, match: re.Match[str]) -> Token:
        return Token("top", DIGITS.get(match["first"], match["first"]), *match.span())

    def _bottom(self, match: re.Match[str]) -> Token:
        return Token("bottom", DIGITS.get(match["last"], match["last"]), *match.span())

    def _raters(self, match: re.Match[str]) -> Token:
        code = "EIT" if any(match[f"outside{one}"] for one in ("", "2", "3", "4", "5", "6")) else "IIT"
        return Token("instrument" if code in self._names.instruments else "unknown", code, *match.span())

    def _part_of(self, match: re.Match[str]) -> Token:
        some, whole = (DIGITS.get(match[name], match[name]) for name in ("some", "whole"))
        return Token(UNITS[match["unit_of"]], some, *match.span(), of=whole)

    def _number(self, match: re.Match[str]) -> Token:
        said, unit = match["figure"].replace(",", ""), match["unit"] or ""
        kind = UNITS[unit] if unit else ("points" if "." in said else "bare")
        kind = "percent" if match["percent"] and kind in {"points", "bare"} else kind
        kind = "unknown" if is_rough(match.string, match.end()) else kind
        return Token(kind, said, *match.span(), bare="+" in match[0])

    def _spelled(self, match: re.Match[str]) -> Token:
        kind = "unknown" if is_rough(match.string, match.end()) else UNITS[match["unit_spelled"]]
        return Token(kind, in_digits(match["digit"]), *match.span())

    def _spelled_percent(self, match: re.Match[str]) -> Token:
        return Token("percent", in_digits(match["digit_percent"]), *match.span())

    def _single(self, match: re.Match[str]) -> Token:
        return Token(UNITS[match["unit_single"]], "1", *match.span())

    def _full(self, match: re.Match[str]) -> Token:
        return Token("full", "100", *match.span())

    def _scored(self, match: re.Match[str]) -> Token:
        return Token("scored", match[0], *match.span())

    def _word(self, match: re.Match[str]) -> Token:
        return Token(self._words[match[0]], match[0], *match.span())


def _unknown(plain: str, start: int, end: int) -> list[Token]:
    rest = plain[start:end]
    return [Token("unknown", rest, start, end)] if re.search(r"[^\s():\"“”‘’'.;/*\[\]…\u200b•●▪◦·✓■□]", rest) else []

"""Words and numbers of a Thai sentence as tokens: by the lexicon, and by the names that an edition and an agency have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.prose.grammar.lexicon import word_lists
from prongsai.thai.agency_names import kind_and_place
from prongsai.thai.numerals import to_arabic

LAST, THIS, PAST = "last", "this", "past"  # the year before; the year itself; ปีที่ผ่านมา, which may be either
_DIGITS = {word: str(n) for n, word in enumerate(["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"])}
_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("คะแนน", "แต้ม"), "points"),
    **dict.fromkeys(("%", "เปอร์เซ็นต์"), "percent"),
    **dict.fromkeys(("ตัวชี้วัด", "ตัว", "ด้าน"), "count-k"),
    **dict.fromkeys(("เครื่องมือ", "แบบวัด", "แบบ"), "count-j"),
    "ข้อ": "count-i",
    **dict.fromkeys(("มาตรการ", "โครงการ", "กิจกรรม", "เรื่อง", "รายการ"), "count-m"),
    **dict.fromkeys(("อันดับ", "ลำดับ"), "count-r"),
    **dict.fromkeys(
        ["แห่ง", "หน่วยงาน", "คน", "ราย", "วัน", "เดือน", "ครั้ง", "บาท", "ปี", "ช่องทาง", "งาน", "ชุด", "นาที", "ชั่วโมง", "อบต.", "เทศบาล", "อปท.", "แผ่น", "หน้า", "ระดับ", "องค์ประกอบ", "ประเด็น", "กอง", "คำถาม", "ขั้น"],
        "count-other",
    ),
}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3})(?:\.[0-9]+)?"
# A word ends where the next letter cannot belong to it, and not inside มากที่สุด, มาตรการ or มาตรฐาน.
_WHOLE = r"(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]|กที่สุด|กสุด|กกว่า|ตรการ|ตรฐาน)"
_PLAIN = r"(?![0-9]|[.,][0-9])"
_NO_UNIT = r"(?!ข้อมูล|ข้อคำถาม|ข้อเสนอ|ปีงบ|ปี\s*(?:พ|2[0-9]{3})|ตัวชี้วัดที่\s*[0-9]|ลำดับที่|อันดับที่|ระดับ\s*[A-Z]|แบบวัด\s*[A-Z]IT|แบบ\s*[A-Z]IT|เรื่องร้อง|งานวิจัย|ตัวอย่าง)"
_FOLLOWS = r"(?=$|[\s(),.:;/”\"’'\]|}!?-]|และ|เพราะ|ซึ่ง|โดย|แต่|เพิ่ม|ลด|จาก|ไว้|มา|เป็น|เหลือ|ใน|ได้|ต่อ|เท่า|เช่น|ปี|ทั้ง|ตาม|เหมือน|ต่ำ|สูง|อยู่|ขึ้น|แล้ว|เมื่อ|พอดี|คง|กลับ|ก็)"
_NO_LEVEL = r"(?!\s*[”\"]?\s*(?:หมาย|ขึ้นไป|ถึง|หรือ|,|\(\s*[0-9.]+\s*(?:-|–|ถึง)|:|[0-9.]+\s*[-–]))"
# A name alone begins a text, stands apart, or follows one of these; behind any other word it is no name.
_BEFORE_NAMES = (
    ["และ", "กับ", "คือ", "ของ", "ว่า", "จาก", "ได้แก่", "คะแนน", "เพราะ", "ส่วน", "แต่", "โดย", "เฉพาะ", "เพียง", "ขณะที่", "ด้าน", "ระหว่าง", "ผลการประเมิน", "ยกเว้น", "กว่า"]
)
_AFTER_WORD = f"(?:(?<![ก-๎])|{'|'.join(f'(?<={word})' for word in _BEFORE_NAMES)})"
_FOREIGN = "(?:ดีเยี่ยม|ดีเลิศ|ดีมาก|ดี|ปานกลาง|พอใช้|ต้องแก้ไข|ผ่านเกณฑ์ดีมาก|ผ่านดีมาก|มากที่สุด|สูงมาก)"  # words of other scales
_SHORT = {
    "องค์การบริหารส่วนตำบล": "อบต.",
    "องค์การบริหารส่วนจังหวัด": "อบจ.",
    "เทศบาลตำบล": "ทต.",
    "เทศบาลเมือง": "ทม.",
    "เทศบาลนคร": "ทน.",
}
_KINDS_OF_AGENCIES = (
    r"(?:เทศบาล(?:ตำบล|เมือง|นคร)|เทศบาล(?!ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.)"
)


@dataclass(frozen=True)
class Vocabulary:
    """The names that a year uses: indicators by name, instruments with their names, levels, and the agency's own."""

    indicators: Mapping[str, str] = field(default_factory=dict)
    instruments: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    tools: Mapping[str, str] = field(default_factory=dict)
    agency: tuple[str, ...] = ()


@dataclass(frozen=True)
class Token:
    """A word by its part of speech, with what it says, and where it is in the text.

    `of` is the whole of which a number counts a part; `bare` is a name without a word that says what it names.
    """

    kind: str
    value: str
    start: int
    end: int
    of: str = ""
    bare: bool = False

    @property
    def number(self) -> Decimal:
        """The number that it says."""
        return Decimal(self.value)


def own_names(name: str) -> tuple[str, ...]:
    """The ways in which texts write an agency's name: in full, and with the short form of its kind."""
    short = _SHORT
    parts = kind_and_place(name)
    if not name or parts is None:
        return (name,) if name else ()
    kind, place = parts
    shorts = [f"{short[kind]}{gap}{place}" for gap in ("", " ")] if kind in short else []
    return (name, f"{kind} {place}", *shorts)


class Lexer:
    """Reads texts into tokens by one vocabulary."""

    def __init__(self, names: Vocabulary) -> None:
        """Prepare the words and the names."""
        self._names = names
        lists = word_lists()
        self._words = {word: kind for kind, words in lists.items() for word in words}
        readers = dict(_readers(names, self._words))
        self._read: dict[str, Callable[[re.Match[str]], Iterator[Token]]] = {
            name: getattr(self, f"_{name}") for name in readers
        }
        self._pattern = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in readers.items()))

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text in their order; what no word says is a token of its own."""
        plain, here, found = to_arabic(text), 0, list[Token]()
        for match in self._pattern.finditer(plain):
            found += _unknown(plain, here, match.start())
            found += [one for one in self._read[str(match.lastgroup)](match) if one.kind != "filler"]
            here = match.end()
        return (*found, *_unknown(plain, here, len(plain)))

    def _agency(self, match: re.Match[str]) -> Iterator[Token]:
        return iter(())

    def _own(self, match: re.Match[str]) -> Iterator[Token]:
        return iter(())

    def _foreign(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("others", match[0], *match.span())

    def _other(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("others", match[0], *match.span())

    def _peers(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("peers", "country" if "ประเทศ" in match[0] else "province", *match.span())

    def _level(self, match: re.Match[str]) -> Iterator[Token]:
        said = next(match[name] for name in ("level1", "level2", "level3", "level4", "level5") if match[name])
        is_become = match["level2"] is not None and "เป็น" not in match[0] and "เข้าข่าย" not in match[0]
        if match["level4"] and "ระดับ" not in match.string[: match.start()]:
            yield Token("unknown", said, *match.span())
            return
        yield Token("level", said, *match.span(), of="no scale" if match["level5"] else "", bare=is_become)

    def _year(self, match: re.Match[str]) -> Iterator[Token]:
        said = match["long"] or (f"25{match['two']}" if match["two"] else "")
        word = THIS if match["now"] else (PAST if match["past"] else LAST)
        yield Token("year", said or word, *match.span())

    def _rank(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("rank", match["place"].replace(",", ""), *match.span())

    def _item(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("item", f"O{int(match['code'] or match['zero'])}", *match.span())

    def _part(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("part", match[0], *match.span())

    def _numbered(self, match: re.Match[str]) -> Iterator[Token]:
        key = match["key"]
        yield Token("subindicator" if "." in key else "indicator", key, *match.span())

    def _named(self, match: re.Match[str]) -> Iterator[Token]:
        said = match["label"] or match["alone"]
        text, end = match.string, match.end()
        is_glued = re.match(r"[ก-๎]", text[end : end + 1]) and not _CONTINUES.match(text, end)
        if is_glued:
            yield Token("unknown", match[0], *match.span())
        else:
            yield Token("indicator", self._names.indicators[said], *match.span(), bare=match["alone"] is not None)

    def _tool(self, match: re.Match[str]) -> Iterator[Token]:
        code = match["code2"] or self._names.tools.get(match["tool_name"] or "", "")
        kind = "scope" if match["within"] else "instrument"
        kind = kind if code in self._names.instruments else "unknown"
        yield Token(kind, code, match.start("code2") if match["code2"] else match.start(), match.end())

    def _top(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("top", _DIGITS.get(match["first"], match["first"]), *match.span())

    def _part_of(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token(_UNITS[match["unit0"]], match["some"], *match.span(), of=match["whole"])

    def _number(self, match: re.Match[str]) -> Iterator[Token]:
        said, unit = match["figure"].replace(",", ""), match["unit"] or ""
        kind = _UNITS[unit] if unit else ("points" if "." in said else "bare")
        kind = "percent" if match["percent"] and kind in {"points", "bare"} else kind
        yield Token(kind, said, *match.span(), bare="+" in match[0])

    def _spelled(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token(_UNITS[match["unit2"]], _DIGITS[match["digit"]], *match.span())

    def _single(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token(_UNITS[match["unit3"]], "1", *match.span())

    def _full(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("full", "100", *match.span())

    def _scored(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token("scored", match[0], *match.span())

    def _latin(self, match: re.Match[str]) -> Iterator[Token]:
        return iter(())

    def _word(self, match: re.Match[str]) -> Iterator[Token]:
        yield Token(self._words[match[0]], match[0], *match.span())


_CONTINUES = re.compile(
    r"(?:ได้|มี|เป็น|ยัง|เพิ่ม|ลด|สูง|ต่ำ|ดีขึ้น|แย่|และ|กับ|ที่|ไม่|ผ่าน|จาก|อยู่|ซึ่ง|ตก|ทั้ง|ใน|แต่|ขาด|ถึง|โดยรวม|คือ|น้อย|มาก|รวม|เฉลี่ย|ต่าง|คง|เท่า|เกิน|ปี|ของ|หรือ|กลับ|เคย|จึง|ก็|เพียง|นั้น)"
)


def _unknown(plain: str, start: int, end: int) -> list[Token]:
    rest = plain[start:end]
    return [Token("unknown", rest, start, end)] if re.search(r"[^\s():\"“”‘’'.;/*\[\]…​]", rest) else []


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first) or "(?!)"


def _own_kinds(names: tuple[str, ...]) -> tuple[str, ...]:
    """The words that alone mean the agency, by its kind: เทศบาลตำบล, ทต. and เทศบาล."""
    parts = kind_and_place(names[0]) if names else None
    if parts is None:
        return (*_SHORT, *_SHORT.values(), "เทศบาล")
    kind = parts[0]
    return (kind, *([_SHORT[kind]] if kind in _SHORT else []), *(["เทศบาล"] if kind.startswith("เทศบาล") else []))


def _misspelt(names: tuple[str, ...]) -> Iterator[str]:
    """Patterns of the agency's name in full with one letter of its place written wrongly."""
    parts = kind_and_place(names[0]) if names else None
    kind, place = parts or ("", "")
    for at in range(len(place)):
        yield re.escape(kind) + re.escape(place[:at]) + "[ก-๎]" + re.escape(place[at + 1 :])


def _readers(names: Vocabulary, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The patterns by the name of their reader, those first that others may be inside."""
    level, indicator = f"(?:{_any(names.levels)})", f"(?:{_any(names.indicators)})"
    yield "agency", "|".join(filter(None, (_any(names.agency), *_misspelt(names.agency))))
    yield (
        "peers",
        r"(?:ค่า|คะแนน)เฉลี่ย(?:คะแนน|รวม|ของ|ระดับ|ใน|ทั้ง|ทั่ว|หน่วยงาน|อปท\.|อบต\.|เทศบาล|\s)*(?:ประเทศ|จังหวัด|อำเภอ)",
    )
    yield (
        "other",
        rf"{_KINDS_OF_AGENCIES}(?:\s+(?=ใน|ทั่ว|ที่|อื่น|ทั้ง|ข้าง|ใกล้)|\s*อื่น|(?=[ก-๎])(?!{_CONTINUES.pattern}|เรา|ฯ))|(?:ผู้ว่าราชการ)",
    )
    yield "own", _any(_own_kinds(names.agency))
    yield "foreign", _KINDS_OF_AGENCIES
    yield (
        "level",
        (rf"(?:ระดับ|ขั้น)(?:ผลการประเมิน|ผล)?(?:\s|คือ|:|อยู่ที่|จึง|ยัง|เป็น|เพียง|คง)*[\"“(]?\s*(?P<level1>{level})(?![A-Za-z]){_FOLLOWS}{_NO_LEVEL}[\"”)]?"
        rf"|(?:เข้าข่าย|เหลือเพียง|เหลือ|ลงมาเป็น|ขึ้นมาเป็น|มาเป็น|ขึ้นเป็น|ไปเป็น|เป็น)\s*[\"“]?(?P<level2>{level})(?![A-Za-z]){_FOLLOWS}{_NO_LEVEL}[\"”]?"
        rf"|(?<=จาก)\s*(?P<level4>{level})(?![A-Za-z])(?=\s*(?:เป็น|มา|ขึ้น|ลง|เหลือ|ไป|สู่))"
        rf"|(?:อยู่ใน|เป็น|ได้)ระดับ\s*(?P<level5>{_FOREIGN}){_FOLLOWS}"
        rf"|(?<=คะแนน)\s*\(\s*(?P<level3>{level})\s*\)"),
    )
    yield (
        "year",
        (r"(?:ประจำ|เมื่อ)?(?:ปีงบประมาณ|ปี|พ\.\s?ศ\.)\s*(?:พ\.?\s?ศ\.?\s*)?(?:(?P<long>25[0-9]{2})(?![0-9])|(?P<two>[5-8][0-9])(?![0-9.]))"
        r"|(?P<past>ปี(?:งบประมาณ)?ที่(?:ผ่านมา|แล้ว))|ปี(?:งบประมาณ)?ก่อน(?:หน้า)?(?:นี้)?|(?P<now>ปี(?:งบประมาณ)?(?:นี้|ปัจจุบัน))"),
    )
    yield "top", rf"(?:ติด|อยู่ใน)?\s*(?:(?P<first>[0-9]{{1,4}}|{_any(_DIGITS)})\s*(?:อันดับ|ลำดับ)(?:แรก|ต้น))"
    yield (
        "rank",
        r"(?:(?:ลำดับ|อันดับ)(?:ที่)?|(?<=จาก)\s*ที่|(?<=เป็น)\s*ที่|(?<=อยู่)\s*ที่)\s*(?P<place>[0-9][0-9,]*)(?![0-9.]|\s*(?:คะแนน|ข้อ|ตัวชี้วัด|อันดับ))",
    )
    yield (
        "part",
        r"(?:ผู้ตอบ|จำนวนผู้ตอบ|ตอบ|กลุ่มตัวอย่าง|ผู้มีสิทธิตอบ)\s*(?:แบบวัด|แบบสำรวจ|แบบ)?\s*[A-Z]IT|EIT\s*ส่วนที่\s*[0-9]|ข้อคำถาม(?:ที่)?\s*[A-Za-z]?[0-9]*|(?<![A-Za-z])[IiEe][0-9]{1,2}(?![0-9])",
    )
    yield (
        "item",
        r"(?:ข้อ(?:ที่)?\s*)?(?<![A-Za-z0-9])[Oo]\s?(?P<code>[0-9]{1,2})(?![0-9])|(?:ข้อ(?:ที่)?\s*)?(?<![0-9.,A-Za-z])0(?P<zero>[0-9]{2})(?![0-9.]|\s*(?:คะแนน|%))",
    )
    yield (
        "numbered",
        rf"(?:ตัวชี้วัด(?:ย่อย)?|ด้าน)ที่\s*(?P<key>[0-9]{{1,2}}(?:\.[0-9])?)(?![0-9.]*[0-9])(?:\s*[:.]?\s*{indicator}(?={_FOLLOWS[3:-1]}|มี|ที่|ไม่|ผ่าน|ยัง|ก็))?",
    )
    yield (
        "named",
        rf"(?:(?:ตัวชี้วัด|ด้าน|ตัวชี้วัดด้าน|ตัวชี้วัดที่|[0-9]{{1,2}}[.)])\s*(?P<label>{indicator})|{_AFTER_WORD}(?P<alone>{indicator}))",
    )
    yield (
        "tool",
        (r"(?P<within>(?:ใน|ของ|ภายใน)\s*)?(?:(?:เครื่องมือ|แบบวัด|แบบตรวจ|แบบสำรวจ|แบบประเมิน|แบบ)\s*)?(?:ส่วน\s*)?"
        rf"(?:(?<![A-Za-z])(?P<code2>[A-Z]IT)(?![A-Za-z])|(?P<tool_name>{_any(names.tools)}))"),
    )
    yield "latin", r"(?:หรือ)?[A-Z][A-Za-z]+(?:\s+[A-Za-z]+){2,}"
    yield (
        "part_of",
        rf"(?<![0-9.,/])(?P<some>[0-9]{{1,2}})\s*(?:ใน|จาก(?:ทั้งหมด)?)\s*(?P<whole>[0-9]{{1,2}})\s*{_NO_UNIT}(?P<unit0>{_UNIT})",
    )
    yield "scored", r"ได้(?:รับ)?คะแนน(?=\s*(?:จำนวน)?\s*[0-9]+\s*ข้อ|ครบ|ทุก|ทั้ง)"
    yield "full", r"(?:คะแนน)?เต็ม(?:\s*100)?(?:\s*คะแนน)?"
    yield (
        "number",
        rf"(?P<percent>ร้อยละ\s*)?(?<![0-9.,/])(?:(?<=[(])\+)?(?P<figure>{_NUMBER}){_PLAIN}(?:\s*{_NO_UNIT}(?P<unit>{_UNIT}))?",
    )
    digit = _any(_DIGITS)
    yield "spelled", rf"(?<!ที่)(?P<digit>{digit})\s*{_NO_UNIT}(?P<unit2>{_UNIT})"
    yield "single", r"(?P<unit3>ตัวชี้วัด|ตัว|เครื่องมือ|ข้อ|มาตรการ|เรื่อง|แบบ)เดียว(?!กัน)"
    yield "word", rf"(?:{_any(words)}){_WHOLE}"

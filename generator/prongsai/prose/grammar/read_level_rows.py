"""Levels of several years in a row, and that the level is the same as the year before, or a better or a worse one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, LevelIs, LevelMoved
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_HEADS = {
    "total",
    "grade",
    "equals",
    "becomes",
    "and",
    "break",
    "dash",
    "from",
    "points",
    "percent",
    "rises",
    "falls",
    "stays",
}
_PAST = (
    r"(?:ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?\s*)?(?:ที่ผ่านมา|ที่แล้ว|ก่อน(?:หน้า)?|25[0-9]{2}|เดิม)"
    r"|รอบ(?:การประเมิน|ปี)?(?:ก่อน(?:หน้า)?|ที่(?:ผ่านมา|แล้ว)))"
)
_WITH = r"\s*(?:เมื่อ)?(?:เปรียบ)?(?:เทียบ)?(?:กว่า|กับ|จาก|กับของ|กับผลการประเมิน(?:ใน)?|กับระดับของ|ใน|\s)*"
_WAY = (
    r"(?P<up>(?:ปรับ|เลื่อน|พัฒนา|ขยับ)?(?:ดีขึ้น|สูงขึ้น|ขึ้น(?!ไป)|เพิ่มขึ้น)|ดีกว่า|สูงกว่า)"
    r"|(?P<down>(?:ปรับ|เลื่อน|ขยับ)?(?:ลดลง|ต่ำลง|แย่ลง|ตกลง|ลง(?!มา))|ต่ำกว่า|ด้อยกว่า|แย่กว่า)"
    r"|(?P<same>(?:ยัง)?(?:คงเดิม|เท่าเดิม|เท่ากับ|เดียวกัน(?:กับ)?|เดียว(?=กับ)|เดิม(?:เช่นเดียวกับ)?|ไม่เปลี่ยนแปลง(?:ไป)?|ไม่แตกต่าง)|เท่ากัน)"
)
_MOVED = (
    re.compile(rf"(?:เป็น|อยู่ใน|ได้|คง)ระดับ(?:ที่)?(?:{_WAY})(?:หนึ่งระดับ|[0-9]\s*ระดับ|กว่าเดิม|\s)*{_WITH}{_PAST}"),
    re.compile(
        rf"ระดับ(?:ผลการประเมิน|ผล|คะแนน|การประเมิน|ของหน่วยงาน|ที่ได้|ใน|\s)*(?:มีการ)?(?:{_WAY})(?:หนึ่งระดับ|[0-9]\s*ระดับ|\s)*{_WITH}{_PAST}"
    ),
    re.compile(
        rf"{_WITH}{_PAST}\s*(?:พบว่า|แล้ว|ปรากฏว่า|,|\s)*ระดับ(?:ผลการประเมิน|ผล|คะแนน|การประเมิน|ของหน่วยงาน|ของ[ก-๎]{{2,40}}|ใน|\s)*(?:{_WAY})"
    ),
)
_WISHED = re.compile(
    r"ควร|ต้อง(?!ปรับปรุง)|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|ขอให้|ตัวชี้วัด|เครื่องมือ|[A-Z]IT|ระดับ(?:จังหวัด|ประเทศ|ชาติ|ความ)"
)
_FEWEST = 2


def read_level_rows(reading: Reading) -> Iterator[Claim]:
    """Every level of a row of years, and every comparison of the level with that of the year before."""
    yield from _row(reading)
    text, about = to_arabic(reading.sentence.text), reading.sentence.about
    kinds = {one.kind for one in reading.sentence.tokens if one.kind != "level" or not one.of}
    is_whole = bool(kinds & {"level", "grade", "total"}) and not kinds & {"others", "peers", "part", "target"}
    if "ระดับ" not in text or about is None or not is_whole or _WISHED.search(text):
        return
    named = {int(year) for year in re.findall(r"25[0-9]{2}", text)}
    if named - {about, about - 1}:
        return
    found = next((one for pattern in _MOVED if (one := pattern.search(text))), None)
    if found is None:
        return
    word = WORDS["rises" if found["up"] else "falls" if found["down"] else "stays"]
    yield LevelMoved(word=word, years=(about,), quote=found[0].strip())
    tokens = reading.sentence.tokens
    inside = {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
    reading.taken |= {at for at in inside if tokens[at].kind in {"rises", "falls", "stays", "more", "less"}}


def _row(reading: Reading) -> Iterator[Claim]:
    """A text that is nothing but years, each with its level behind it: ปี 2563 ระดับ C | ปี 2564 ระดับ B."""
    tokens = reading.sentence.tokens
    said = [(place, one) for place, one in enumerate(tokens) if not _is_mark(one)]
    if reading.sentence.masked or any(one.kind not in {*_HEADS, "year", "level"} for _, one in said):
        return
    if any(one.kind in {"rises", "falls", "stays", "from", "becomes"} for _, one in said):
        return
    pairs, year = list[tuple[Token, int, Token]](), None
    for place, one in said:
        if one.kind == "year":
            year = one
        elif one.kind == "level":
            if year is None or one.of:
                return
            pairs.append((year, place, one))
            year = None
    if len(pairs) < _FEWEST or year is not None or any(one.bare for one, _, _ in pairs):
        return
    for of, place, one in pairs:
        if not of.value.isdigit():
            continue
        yield LevelIs(level=one.value, years=(int(of.value),), quote=reading.sentence.quote(tokens.index(of), place))
        reading.taken.add(place)


def _is_mark(token: Token) -> bool:
    """True if nothing is said by it: a line between columns, a blank."""
    return token.kind == "unknown" and not re.search(r"[ก-๎A-Za-z0-9]", token.value)

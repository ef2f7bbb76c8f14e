"""Items without a score as texts list them, by codes and by titles: all of them, some, none, all but some, a share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import Condition, Members
from prongsai.prose.grammar.spellings import DIGITS, GOT_ZERO
from prongsai.prose.item_mentions import Titles, mentions
from prongsai.thai.numerals import to_arabic

_ZERO = rf"(?:{GOT_ZERO}\s*คะแนน|ไม่(?:ได้(?:รับ)?|มี|ให้)คะแนน(?!เต็ม)|เสียคะแนน|ถูกตัดคะแนน)"
ZERO = re.compile(_ZERO.replace("0(?:", "[0๐](?:"))  # in a text as it is written
_HEAD = r"(?:หัวข้อ|ข้อ(?:คำถาม|ตรวจ|ประเมิน)?|ประเด็น(?:การตรวจ|การประเมิน)?|รายการ(?:ตรวจ)?)"
_OF_OIT = r"(?:\s*(?:ตาม|ใน|ของ|ด้าน)?\s*(?:แบบ(?:ตรวจ|วัด)|การประเมิน|การตรวจ)?\s*\(?(?:การเปิดเผยข้อมูลสาธารณะ|OIT)\)?)*"
_COUNT = (
    rf"(?:(?P<n>[0-9]{{1,2}}|{'|'.join(DIGITS)})\s*(?:ข้อ(?:คำถาม)?|ประเด็น|รายการ)|(?P<one>(?:ข้อ|ประเด็น|รายการ)เดียว))"
)
_SUM = r"(?:รวม|จำนวน|เพียง|มี|คือ|เท่ากับ|ทั้งหมด|ทั้งสิ้น|ดังกล่าว|\s)*"
_IS = r"\s*(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|:)\s*:?\s*"
_SUBJECT = (
    rf"{_HEAD}{_OF_OIT}\s*(?:ข้อใด|รายการใด|ใด)?\s*(?:ที่|ซึ่ง)?\s*(?:หน่วยงาน|เทศบาล|อบต\.)?\s*(?P<zero>{_ZERO}){_OF_OIT}"
)
_LISTED = re.compile(rf"{_SUBJECT}{_SUM}{_COUNT}?{_IS}(?P<list>.+)$")
_SOME = re.compile(rf"{_SUBJECT}{_SUM}(?:เช่น|อาทิ|อาทิเช่น)\s*(?P<list>.+)$")
_NONE = re.compile(
    rf"ไม่(?:มี|พบ|ปรากฏ)(?:ว่า(?:มี)?)?\s*{_SUBJECT}\s*(?:(?:ใน)?ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*25[0-9]{{2}}|เลย|แต่อย่างใด)?\s*"
    r"(?P<but>(?:ยกเว้น|นอกจาก|เว้นแต่|เว้น)\s*(?P<list>.+))?\.?$"
)
_ALL_BUT = re.compile(
    rf"(?:ทุก|ครบทุก){_HEAD}{_OF_OIT}\s*(?:ได้(?:รับ)?คะแนน(?:เต็ม)?|มีคะแนน)(?:ครบ(?:ถ้วน)?|\s)*(?:ยกเว้น|เว้นแต่|เว้น)\s*(?P<list>.+)$"
)
_SHARE = re.compile(
    rf"{_SUBJECT}{_SUM}(?:{_COUNT})?\s*\(?(?:หรือ)?(?:คิดเป็น)?\s*(?:ร้อยละ\s*(?P<of100>[0-9]+(?:\.[0-9]+)?)|(?P<sign>[0-9]+(?:\.[0-9]+)?)\s*%)"
    rf"\)?\s*(?:ของ|จาก)(?:จำนวน)?{_HEAD}?{_OF_OIT}\s*(?:ทั้งหมด|ทั้งสิ้น)"
)
_BETWEEN = re.compile(r"(?:และ|กับ|รวมถึง|ข้อ(?:ที่)?|เรื่อง|ประเด็น|หัวข้อ|ตามลำดับ|[\s,;()“”\"0-9.]|$)+")
_NO_FACT = re.compile(
    r"ควร|หาก|ถ้า(?!ย)|จะ(?!แนน)|คาด|เคย|บาง|อาจ|แห่งอื่น|หน่วยงานอื่น|หลายหน่วยงาน|ตัวชี้วัด|เพื่อ(?:ไม่|ป้องกัน|มิ)|ครั้งก่อน"
    r"|เดือน|ไตรมาส|ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))|เป้าหมาย|ต้อง(?!ถึง)"
)
# Behind a list something else is said: of its items, or of others.
_ENDS = re.compile(
    r"เนื่องจาก|เพราะ|ส่วน|แต่|ขณะที่|ซึ่ง|ทั้งนี้|สำหรับ|อย่างไร|ที่เหลือ|ข้อ(?:ที่)?อื่น|นอกจาก|โดย(?!เฉพาะ)|ได้(?:รับ)?คะแนน|คะแนนเต็ม|ไม่รวม|ยกเว้น"
)
_CODE = re.compile(r"[Oo]\s?[0-9]")
_CONDITION = (Condition("zero"),)


def read_zero_lists(text: str, about: int | None, titles: Titles) -> Iterator[Members]:
    """The claims of a text on the items of the year `about` that got no score; nothing where it is not plain."""
    plain = " ".join(to_arabic(text).split())
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", plain)}
    if about is None or years - {about} or _NO_FACT.search(plain):
        return
    if found := _NONE.search(plain):
        listed = _items(found["list"], titles) if found["but"] else ()
        yield from _claim(found, about, listed)
    elif found := _ALL_BUT.search(plain):
        yield from _claim(found, about, _items(found["list"], titles))
    elif found := _SOME.search(plain):
        yield from _claim(found, about, _items(found["list"], titles), is_whole=False)
    elif (found := _LISTED.search(plain)) and not plain[: found.start()].rstrip().endswith(("ไม่มี", "ไม่พบ", "จาก")):
        yield from _claim(found, about, _items(found["list"], titles), count=_count(found))


def read_zero_share(text: str, about: int | None) -> Iterator[Members]:
    """The share of all items, in per cent, that a text lets get no score: คิดเป็นร้อยละ 11.63 ของข้อตรวจทั้งหมด."""
    plain = " ".join(to_arabic(text).split())
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", plain)}
    found = _SHARE.search(plain)
    if found and about is not None and not years - {about} and not _NO_FACT.search(plain):
        quote, share = found[0], Decimal(found["of100"] or found["sign"])
        yield Members(kind="item", conditions=_CONDITION, share=share, words=quote, years=(about,), quote=quote)


def _claim(
    found: re.Match[str], about: int, keys: tuple[str, ...] | None, *, count: int | None = None, is_whole: bool = True
) -> Iterator[Members]:
    if keys is not None:
        quote = found[0].strip()
        yield Members(
            kind="item",
            conditions=_CONDITION,
            keys=keys,
            count=count,
            is_whole_list=is_whole,
            words=quote,
            years=(about,),
            quote=quote,
        )


def _count(found: re.Match[str]) -> int | None:
    if found["one"]:
        return 1
    return int(DIGITS.get(found["n"], found["n"])) if found["n"] else None


def _items(text: str, titles: Titles) -> tuple[str, ...] | None:
    """The codes of a list; None where something in it is neither an item, a title behind its code, nor a joint."""
    named, end = mentions(text, titles), _ENDS.search(text)
    until = end.start() if end else len(text)
    if not named or named[-1].start > until or not _BETWEEN.fullmatch(text[: named[0].start] or " "):
        return None
    is_coded = any(_CODE.match(text, one.start) for one in named)
    nexts = [*(one.start for one in named[1:]), max(until, named[-1].end)]
    rest = (text[one.end : start] for one, start in zip(named, nexts, strict=True))
    if not is_coded and not all(_BETWEEN.fullmatch(one or " ") for one in rest):
        return None
    return tuple(dict.fromkeys(one.code for one in named))

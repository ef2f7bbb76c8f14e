"""Places in other words: second to last, in a half or among the last, and by how many others are better or worse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import Claim, RankIs, RankMoved
from prongsai.prose.grammar.peer_words import group_in_words
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.prose.grammar.spellings import DIGITS
from prongsai.thai.numerals import to_arabic

_PEERS = rf"(?:หน่วยงาน|อปท\.|องค์กรปกครองส่วนท้องถิ่น|(?:{ANY_KIND}))"
_WHERE = r"(?:จังหวัด|ประเทศ|อำเภอ)"
_OF = (
    rf"(?:ของ|ใน|จาก|ตาราง|จัดอันดับ|ผลการประเมิน|ระดับ|บรรดา|กลุ่ม|ทั้ง|\s)*(?:{_PEERS})?"
    rf"(?:ของ|ใน|ระดับ|ทั้ง|ทั่ว|ทั้งหมด|ทุกแห่ง|[0-9]+\s*แห่ง|\s)*{_WHERE}"
)
_COUNT = rf"(?P<n>[0-9]{{1,4}}|{'|'.join(DIGITS)})"
_SECOND_LAST = re.compile(rf"(?:(?:อันดับ|ลำดับ|ที่)\s*รอง(?:สุดท้าย|บ๊วย|โหล่)|รองบ๊วย){_OF}")
_FIRST_HALF = re.compile(rf"(?:อยู่(?:ใน)?|ติด(?:อยู่ใน)?|จัดอยู่ใน)\s*(?:กลุ่ม)?(?P<half>ครึ่ง(?:แรก|บน|ล่าง|หลัง|ท้าย)){_OF}")
_AMONG_LAST = re.compile(rf"(?:ติด|อยู่)(?:ใน)?\s*(?:กลุ่ม)?\s*{_COUNT}\s*(?:อันดับ|ลำดับ)(?:สุดท้าย|ท้าย|รั้งท้าย){_OF}")
_SHARE = re.compile(
    rf"(?:ติด|อยู่)(?:ใน)?\s*กลุ่ม\s*(?:ร้อยละ\s*(?P<n>[0-9]{{1,2}})|(?P<p>[0-9]{{1,2}})\s*%)\s*(?P<end>แรก|บน|สุดท้าย|ท้าย|ล่าง){_OF}"
)
_BETTER = re.compile(
    rf"มี\s*{_PEERS}(?:ใน|ของ|ระดับ|ทั้ง|\s)*(?:จังหวัด|ประเทศ|อำเภอ)(?:ที่|ซึ่ง|อีก|ได้|มี|\s)*(?P<first>[0-9]{{1,4}}\s*แห่ง)?(?:ที่|ซึ่ง|ได้|มี|\s)*"
    r"(?:คะแนน|อันดับ|ลำดับ|ผลการประเมิน)(?:อยู่)?\s*(?P<way>สูง|เหนือ|ดี|มาก|ต่ำ|น้อย|แย่)กว่า\s*(?:เรา|หน่วยงาน|เทศบาล|อบต\.)\s*(?:เพียง|อยู่|อีก|จำนวน|\s)*"
    r"(?P<last>[0-9]{1,4}\s*แห่ง)?"
)
_ALSO_BY = re.compile(
    r"(?:ลำดับ|อันดับ)[^;|]{0,90}(?:หรือ|คือ|โดย|รวม)\s*(?P<way>ลดลง|ตกลง|ต่ำลง|ถอยลง|ดีขึ้น|เลื่อนขึ้น|ขยับขึ้น|สูงขึ้น|เพิ่มขึ้น)\s*(?:ถึง|จำนวน|\s)*(?P<n>[0-9]{1,3})\s*(?:อันดับ|ลำดับ|ขั้น)"
)
_MOVED = re.compile(
    r"(?:^|\s)(?:ลำดับ|อันดับ)(?:ที่)?(?:ของหน่วยงาน|ของเทศบาล|ในจังหวัด|ผลการประเมิน|\s)*(?P<way>ดีขึ้น|สูงขึ้น|เลื่อนขึ้น|ขยับขึ้น|ลดลง|ต่ำลง|ตกลง|แย่ลง|ถอยลง)"
    r"(?:กว่า|จาก|เมื่อเทียบกับ|\s)*ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))"
)
_OF_MANY = re.compile(
    rf"(?:ลำดับ|อันดับ)(?:ที่)?\s*(?P<n>[0-9]{{1,4}})\s*(?:จาก|ใน|ของ)\s*{_PEERS}(?:ใน|ของ|ระดับ|ทั้ง|\s)*(?:จังหวัด|ประเทศ|อำเภอ)"
    r"(?:ทั้งหมด|ทั้งสิ้น|รวม|จำนวน|ทั้ง|\s)*(?P<of>[0-9]{1,4})\s*แห่ง"
)
_ARROW = re.compile(
    r"(?:ลำดับ|อันดับ)[^0-9;|]{0,40}(?P<n>[0-9]{1,4})\s*\(\s*ปี\s*(?P<from>25[0-9]{2})\s*\)\s*(?:→|->|เป็น|,|/)\s*(?P<last>[0-9]{1,4})\s*\(\s*ปี\s*(?P<to>25[0-9]{2})\s*\)"
)
_UP = {"ดีขึ้น", "เลื่อนขึ้น", "ขยับขึ้น", "สูงขึ้น", "เพิ่มขึ้น"}
_NO_FACT = re.compile(
    r"ควร|ต้อง|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|อยาก|ขอให้|ไม่(?:ใช่|ได้|อยู่)|เกือบ|ตัวชี้วัด|เครื่องมือ|[A-Z]IT|ร้องเรียน|เรื่องที่|มาตรการ|โครงการ"
)
_FIRST_PEERS = re.compile(rf"(?P<kind>{ANY_KIND})|หน่วยงาน|อปท\.|องค์กรปกครองส่วนท้องถิ่น")
_HALVES = {"ครึ่งแรก": "upper", "ครึ่งบน": "upper"}


def read_rank_forms(reading: Reading) -> Iterator[Claim]:
    """Every place that is said in one of these ways."""
    text, about = to_arabic(reading.sentence.text), reading.sentence.about
    if about is None or _NO_FACT.search(text):
        return
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
    is_now = not years - {about} and not re.search(r"ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))", text)
    yield from _places(text, about) if is_now else ()
    for found in _ARROW.finditer(text) if not years - {about, about - 1} else ():
        for place, year in ((found["n"], found["from"]), (found["last"], found["to"])):
            yield RankIs(place=int(place), years=(int(year),), quote=found[0].strip())
    for pattern in (_ALSO_BY, _MOVED) if not years - {about, about - 1} else ():
        for found in pattern.finditer(text):
            by = int(found["n"]) if pattern is _ALSO_BY else None
            word = WORDS["rises" if found["way"] in _UP else "falls"]
            yield RankMoved(by=by, word=word, years=(about,), quote=found[0].strip())
            tokens = reading.sentence.tokens
            reading.taken |= {at for at, one in enumerate(tokens) if found.start("way") <= one.start < found.end()}


def _places(text: str, about: int) -> Iterator[Claim]:
    for found in _SECOND_LAST.finditer(text):
        yield RankIs(place=None, from_last=2, years=(about,), quote=found[0].strip(), among=_among(found))
    for found in _FIRST_HALF.finditer(text):
        yield RankIs(
            place=None,
            half=_HALVES.get(found["half"], "lower"),
            years=(about,),
            quote=found[0].strip(),
            among=_among(found),
        )
    for found in _AMONG_LAST.finditer(text):
        count = int(DIGITS.get(found["n"], found["n"]))
        yield RankIs(place=None, among_last=count, years=(about,), quote=found[0].strip(), among=_among(found))
    for found in _SHARE.finditer(text):
        share = int(found["n"] or found["p"])
        sign = 1 if found["end"] in {"แรก", "บน"} else -1
        yield RankIs(place=None, share=sign * share, years=(about,), quote=found[0].strip(), among=_among(found))
    for found in _BETTER.finditer(text):
        said = found["first"] or found["last"]
        if said:
            number, is_above = int(re.sub("[^0-9]", "", said)), found["way"] in {"สูง", "เหนือ", "ดี", "มาก"}
            yield RankIs(
                place=None,
                above=number if is_above else None,
                below=None if is_above else number,
                years=(about,),
                quote=found[0].strip(),
                among=_among(found),
            )
    for found in _OF_MANY.finditer(text):
        yield RankIs(
            place=int(found["n"]), of=int(found["of"]), years=(about,), quote=found[0].strip(), among=_among(found)
        )


def _among(found: re.Match[str]) -> str:
    """The agencies among whom the place is, as peer_words calls them; empty where none are named."""
    peers, where = _FIRST_PEERS.search(found[0]), group_in_words(re.sub(ANY_KIND, "", found[0]))
    return "" if peers is None else f"{where}-kind" if peers["kind"] else where

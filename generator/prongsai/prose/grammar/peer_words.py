"""Words for the means of other agencies, and which agencies they are of."""

from __future__ import annotations

import re

_KIND = (
    r"(?:อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)(?=\s*(?:ใน|ทั่ว|ทั้ง|ของ|ระดับ)))"
)
_PLACE = "(?:ประเทศ|จังหวัด|อำเภอ)"
_TO_PLACE = rf"(?:คะแนน|รวม|ของ|ระดับ|ใน|ทั้ง|ทั่ว|หน่วยงาน(?:ประเภท)?|อปท\.|{_KIND}|องค์กรปกครองส่วนท้องถิ่น|\s)*{_PLACE}"
_SAME_KIND = (
    r"(?:รวม|ของ|ใน|กลุ่ม|\s)*(?:หน่วยงาน|อปท\.|องค์กร)?(?:อื่น|ที่เป็น|\s)*ประเภทเดียวกัน"
    rf"(?:(?:ทั้ง|ทั่ว|ใน|ระดับ|ของ|\s)*{_PLACE})?"
)
_ALSO = rf"(?:\s*(?:และ|กับ|รวมถึง|ตลอดจน)\s*(?:ใน|ของ|ระดับ|ทั้ง|ทั่ว|\s)*{_PLACE})?"
MEAN_OF_OTHERS = rf"(?:ค่า|คะแนน)(?:คะแนน)?เฉลี่ย(?:{_SAME_KIND}|{_TO_PLACE}{_ALSO})"
_NAMES = {"ประเทศ": "country", "จังหวัด": "province", "อำเภอ": "district"}
_FIRST, _KIND_IN = re.compile(_PLACE), re.compile(rf"{_KIND}|ประเภท")
_GOES_ON = re.compile(  # what follows a place that is the agency's own; anything else glued to it names another
    r"[^ก-๎]|$|ที่|ซึ่ง|อยู่|เพียง|ถึง|เท่า|คือ|ปี|ใน|มี|และ|หรือ|ทั้ง|ได้|โดย|แต่|เป็น|จำนวน|ประมาณ|กว่า|ด้วย|เล็กน้อย|แล้ว|นั้น|พอ|ก็"
    r"|ของปี|ประจำ|ต่ำ|สูง|มาก|น้อย|เกือบ|ราว|ร้อยละ|หน่วยงาน|เทศบาล|อบต|องค์การ|ส่วน|กับ|ดี|แห่ง(?:นี้)|ยัง|เกิน|เฉลี่ย|คะแนน|ห่าง|ต่าง|ขาด|นี้|ลง|ไป|ขึ้น|อีก"
)


def groups_in(words: str, behind: str) -> tuple[str, ...]:
    """The agencies whose mean some words are, as PeerMean calls them; `other` for those that it has no word for.

    Of one kind of agency alone they are `province-kind` and the like; `behind` are the words that follow.
    """
    is_of_kind = bool(_KIND_IN.search(words))
    places = [_NAMES[place] for place in _FIRST.findall(re.sub("องค์การบริหารส่วนจังหวัด", "", words))]
    if not _GOES_ON.match(behind):
        return ("other",)
    if "ประเภทเดียวกัน" in words and places in ([], ["country"]):
        return ("same_kind",)
    return tuple(f"{place}-kind" if is_of_kind else place for place in places) or ("other",)


def group_in_words(words: str) -> str:
    """The agencies that words such as เทศบาลตำบลในจังหวัด are, as `groups_in` calls them; empty where none are."""
    place = _FIRST.search(re.sub("องค์การบริหารส่วนจังหวัด", "", words))
    if place is None:
        return ""
    return f"{_NAMES[place[0]]}{'-kind' if _KIND_IN.search(f'{words} ใน') else ''}"


def group_of(among: str, scope: str) -> str:
    """The agencies of a stated mean, as `groups_in` calls them, by their kind where the document names one."""
    is_of_kind = among in _NAMES.values() and bool(_KIND_IN.search(f"{scope} ใน"))
    return f"{among}-kind" if is_of_kind else among

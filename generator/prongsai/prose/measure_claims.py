"""Claims of a Thai text on the measures of a year and their statuses, outside the report on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from prongsai.model.status import REPORTED, Status
from prongsai.thai.numerals import to_arabic

_STATUS = "|".join(
    f"(?P<{status.key}>{status.claimed})" for status in sorted(REPORTED, key=lambda one: one.rank, reverse=True)
)
_STATUS_AGAIN = _STATUS.replace("(?P<", "(?P<also_")
_WORDS = {word: str(n) for n, word in enumerate(["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"], 1)}
_IN_WORDS = re.compile(rf"({'|'.join(_WORDS)})(?=\s*(?:มาตรการ|เรื่อง(?!ร้อง)))")
_ALONE = re.compile(r"(?:มาตรการ|เรื่อง)เดียว")
_UNIT = r"(?:มาตรการ|เรื่อง)(?!\s*ที่\s*[0-9]|ร้อง)"
_NUMBER = (
    rf"(?:จำนวน|ทั้งหมด|ทั้งสิ้น|ครบ|ทั้ง|รวม|เพียง|แล้ว|ได้|ไป|มี|อีก|อยู่|คงเหลือ|เหลือ|คือ|:|\s)*(?P<count>[0-9]{{1,3}})\s*{_UNIT}"
)
_FORMS = {
    "none": re.compile(rf"ไม่(?:มี|ปรากฏ(?:ว่ามี)?|พบ)มาตรการใด\s*(?:ที่)?(?:ยัง)?\s*(?:{_STATUS})"),
    "every": re.compile(
        rf"(?:ทุกมาตรการ(?:ที่กำหนด|ได้)?\s*(?:{_STATUS})|(?:{'{status}'})(?:แล้ว)?(?:ครบ)?(?:ถ้วน)?ทุกมาตรการ"
        r"|มาตรการ(?:ที่กำหนด(?:ไว้)?|ทั้งหมด|ของหน่วยงาน|\s)*(?:ทำ|ได้|\s)*(?:{status})(?:แล้ว)?(?:ครบ(?:ถ้วน)?)?(?:ทั้งหมด|ทุก(?:เรื่อง|รายการ|ข้อ)))"
        r"(?!\s*(?:ยกเว้น|เว้น|นอกจาก)|\s*(?:จำนวน\s*)?[0-9])".replace(
            "{status}", "|".join(status.claimed for status in REPORTED if status is Status.DONE)
        )
    ),
    "share": re.compile(
        rf"(?:{_STATUS})(?:แล้ว)?\s*(?:คิดเป็น)?\s*(?:ร้อยละ\s*(?P<share>[0-9]+(?:\.[0-9]+)?)|(?P<percent>[0-9]+(?:\.[0-9]+)?)\s*%)"
    ),
    "more": re.compile(
        rf"(?:{_STATUS})(?:แล้ว|ไป|ได้|เป็นจำนวน|\s)*(?:(?P<above>(?:มาก|เกิน)?กว่า|เกิน)|(?P<below>ไม่ถึง|น้อยกว่า))ครึ่ง(?:หนึ่ง)?"
        rf"|มาตรการ(?:ที่)?(?:(?P<most>ส่วนใหญ่|กว่าครึ่ง|เกินครึ่ง|มากกว่าครึ่ง)|(?P<few>ไม่ถึงครึ่ง|น้อยกว่าครึ่ง|ส่วนน้อย))\s*(?:{_STATUS_AGAIN})"
    ),
    "of": re.compile(
        rf"(?:{_STATUS})(?:แล้ว|ได้|ไป|จำนวน|\s)*(?P<count>[0-9]{{1,3}})\s*(?:มาตรการ\s*)?(?:จาก|ใน)(?:ทั้งหมด)?\s*(?P<all>[0-9]{{1,3}})\s*{_UNIT}"
    ),
    "behind": re.compile(
        rf"(?:{_STATUS}){_NUMBER}(?:\s*(?:\(|คิดเป็น)\s*(?:ร้อยละ\s*)?(?P<share>[0-9]+(?:\.[0-9]+)?)(?:\s*%)?(?![0-9]|\s*(?:มาตรการ|คะแนน)))?"
    ),
    "before": re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,3}})\s*{_UNIT}\s*(?:ที่|ได้)?\s*(?:{_STATUS})"),
    "total": re.compile(
        rf"(?:กำหนดมาตรการ(?:ส่งเสริมคุณธรรมและความโปร่งใส|ภายใน|หน่วยงาน|ไว้|จำนวน|ทั้งหมด|ทั้งสิ้น|รวม|\s)*|มาตรการ(?:ทั้งหมด|ทั้งสิ้น|ทั้ง|จำนวน|มี|รวม|\s)+)(?P<count>[0-9]{{1,3}})\s*{_UNIT}"
    ),
}
_NO_FACT = re.compile(
    r"(?:จะ|ให้|คาด|ควร|ต้อง|เพื่อ|หาก|เป้าหมาย|ภายใน)[^\s]{0,12}\s*$"
    r"|(?:^|[\s(])(?:ให้|จะ|ควร|ต้อง|หาก|ถ้า|คาดว่า|กำหนดให้|ขอให้|เพื่อให้|ตั้งเป้า(?:หมาย)?|เป้าหมาย|มุ่ง|เร่ง|ผลักดัน|ติดตามให้|แผน)"
    r"(?!ความรู้|บริการ|คำ|ข้อมูล)(?!.*(?:แต่|ปัจจุบัน|ขณะนี้|ผลการ|พบว่า|ปรากฏว่า))[^|]*$"
)
# The measures of another office, or of one inside the agency, are not all of the agency's.
_OF_PART = re.compile(
    r"มาตรการ[^,;|]{0,80}?ของ\s*(?:สำนัก|กอง(?!ทุน)|ฝ่าย|กรม(?!การ)|กระทรวง|โรงเรียน|ศูนย์|จังหวัด|อำเภอ|แห่งอื่น)"
)
_OF_TWO_STATUSES = re.compile(r"(?:เสร็จ(?:สิ้น)?|ดำเนินการ(?:ได้)?)\s*(?:และ|กับ|หรือ|รวมถึง|รวมทั้ง)(?:ที่)?\s*$")
_STILL_TO_COME = re.compile(r"[^|]{0,24}?ภายใน(?:เดือน|ปี|ไตรมาส|วันที่|สิ้น|รอบ|[0-9])")


@dataclass(frozen=True)
class MeasureClaim:
    """A claim on measures: so many, or such a share (per cent), or all, or so many of `every`, have a status.

    With `way` the share is more (1) or less (-1) than said, and one that `is_open` is merely not done yet.
    Without a status it is the number of all. `measure` is the title or number of the one that is spoken of; `named` are
    all that have the status, or with `is_but` all that have it not.
    """

    status: Status | None
    words: str
    count: int | None = None
    share: Decimal | None = None
    every: int | None = None
    is_every: bool = False
    measure: str = ""
    named: tuple[str, ...] = ()
    is_but: bool = False
    way: int = 0
    is_open: bool = False


def measure_claims(text: str, titles: Mapping[str, str]) -> Iterator[MeasureClaim]:
    """Every claim of a text on measures; `titles` has the titles of known measures, each with its id."""
    rest = _ALONE.sub("1 มาตรการ", _IN_WORDS.sub(lambda found: _WORDS[found[1]], to_arabic(text)))
    yield from _of_ones(rest, titles)
    if "มาตรการ" not in rest and "ผลการติดตาม" not in rest:
        return
    for form, pattern in _FORMS.items():
        found = [one for one in pattern.finditer(rest) if not _is_planned(rest, one)]
        yield from (_claim(form, one) for one in found)
        for one in found:  # what was read is not read again as a part of something else
            rest = f"{rest[: one.start()]}{'|' * len(one[0])}{rest[one.end() :]}"


def _claim(form: str, found: re.Match[str]) -> MeasureClaim:
    groups = found.groupdict()
    status = next((one for one in REPORTED if groups.get(one.key) or groups.get(f"also_{one.key}")), None)
    share = groups.get("share") or groups.get("percent")
    if form == "more":
        is_above = bool(groups["above"] or groups["most"])
        return MeasureClaim(status, found[0].strip(), share=Decimal(50), way=1 if is_above else -1)
    if form == "every":
        return MeasureClaim(status or Status.DONE, found[0].strip(), is_every=True)
    count = 0 if form == "none" else (int(groups["count"]) if groups.get("count") else None)
    every = int(groups["all"]) if groups.get("all") else None
    said = Decimal(share) if share else None
    is_open = status is Status.IN_PROGRESS and "ไม่" in found[0]
    return MeasureClaim(status, found[0].strip(), count=count, share=said, every=every, is_open=is_open)


def _is_planned(text: str, found: re.Match[str]) -> bool:
    """True if what a text says of measures is still to come, or is said of two statuses together."""
    before = text[: found.start()]
    return bool(
        _OF_PART.search(before)
        or _NO_FACT.search(before)
        or _OF_TWO_STATUSES.search(before)
        or _STILL_TO_COME.match(text, found.end())
    )


def _of_ones(text: str, titles: Mapping[str, str]) -> Iterator[MeasureClaim]:
    """The claims on single measures: a title with the status behind it, or a status with a list of titles."""
    is_named = any(title in text for title in titles)  # asked first: few texts name one, and the pattern is long
    for found in _by_title(tuple(titles)).finditer(text) if is_named else ():
        end = found.end("tail")
        if _is_of_other_time(text, titles[found["title"]]):
            continue
        if not _STILL_TO_COME.match(text, end) and not text[: found.start()].rstrip().endswith(
            ("ให้", "จะ", "ควร", "ต้อง")
        ):
            status = next(one for one in REPORTED if found[one.key])
            words, is_open = text[found.start() : end].strip(), status is Status.IN_PROGRESS and "ไม่" in found["tail"]
            yield MeasureClaim(status, words, measure=titles[found["title"]], is_open=is_open)
    listed = _LISTED.search(text)
    if listed:
        status = next(one for one in REPORTED if listed[one.key])
        for title, name in titles.items():
            if _names(text[listed.end() :], title):
                is_open = status is Status.IN_PROGRESS and "ไม่" in listed[0]
                yield MeasureClaim(status, text[listed.start() :].strip(), measure=name, is_open=is_open)


def _names(text: str, title: str) -> bool:
    """True if a text has a title, or a number (มาตรการที่ 5) that does not go on."""
    return bool(re.search(re.escape(title.strip()) + (r"(?![0-9.]*[0-9])" if title.endswith(" ") else ""), text))


_LISTED = re.compile(rf"มาตรการ(?:ที่)?\s*(?:ยัง)?(?:{_STATUS})(?:\s*(?:มี|จำนวน)?\s*[0-9]+\s*มาตรการ)?\s*(?:คือ|ได้แก่)")


def _is_of_other_time(text: str, measure: str) -> bool:
    """True if a text speaks of another year than the measure, of an earlier round, or of several in turn."""
    year = int(measure.split(maxsplit=1)[0])
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
    return bool(years - {year, year - 1} or _EARLIER.search(text))


_EARLIER = re.compile(r"ตามลำดับ|รอบ\s*(?:3|6|9)\s*เดือน|ไตรมาส|ครึ่งปีแรก|ปีก่อน|ปีที่(?:ผ่านมา|แล้ว)")
_IS = (  # between a measure and its status: มีสถานะอยู่ระหว่างดำเนินการ, : แล้วเสร็จ
    r"\s*[)”\"]?\s*(?:[:=–|-]\s*)?(?:ได้|นั้น|ที่|ซึ่ง|ปัจจุบัน|ขณะนี้|ปรากฏว่า|พบว่า|ยังคง|มีผล|(?:มี|อยู่ใน)?\s*(?:สถานะ|ผล(?:การดำเนินการ|การดำเนินงาน|การติดตาม)?)"
    r"(?:การดำเนินการ|การดำเนินงาน)?(?:ของมาตรการ)?(?:คือ|เป็น|ว่า|อยู่ใน)?|\s)*[:=(“\"]?\s*"
)


@lru_cache
def _by_title(titles: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(titles, key=len, reverse=True)
    inner = "|".join(re.escape(title) for title in longest_first) or "(?!)"
    return re.compile(
        rf"(?:มาตรการ|เรื่อง|กิจกรรม|โครงการ)?\s*[“\"]?(?P<title>{inner})[”\"]?"
        rf"(?=(?P<tail>(?:\s*(?:และ|กับ|,)\s*(?:มาตรการ|การ|เรื่อง)?\s*[“\"]?(?:{inner})[”\"]?)*"
        rf"{_IS}(?:{_STATUS})))"
    )

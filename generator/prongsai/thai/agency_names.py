"""Names of local agencies: their kind, and the place that they are named after."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text

KINDS = ("องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนตำบล", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล")

# A pattern of what may follow right after a name: no letter, or a word that cannot be part of it.
NAME_ENDS = r"$|[^ก-๎]|ได้|จะ|มี|ต้อง|และ|ที่|ใน|เป็น|โดย|ซึ่ง|จึง|กำหนด|ดำเนิน|จัด|ผล|อำเภอ"


def kind_and_place(name: str) -> tuple[str, str] | None:
    """An agency's name as its kind and what follows: เทศบาลตำบล and เมืองแกลง; None where it begins with no kind."""
    kind = next((kind for kind in KINDS if name.startswith(kind)), None)
    place = re.split(r"[\s(]", name.removeprefix(kind).strip(), maxsplit=1)[0] if kind else ""
    return (kind, place) if kind and place else None


# Short forms of the kinds, and what else is written before, behind and within the name of the same agency.
_SHORT = {"อบจ": KINDS[0], "อบต": KINDS[1], "ทน": KINDS[2], "ทม": KINDS[3], "ทต": KINDS[4]}
_ABBREVIATIONS = {kind: short for short, kind in _SHORT.items()}
_SHORT_FORM = re.compile(rf"^(?:{'|'.join(_SHORT)})\.?\s*")
_OFFICE = re.compile(r"^(?:ที่ทำการ|สำนักงาน)(?=\S)")
_AROUND = re.compile(r"(?:\s*[\s(](?:อ\.|อำเภอ|จ\.|จังหวัด).*)$")
_PROVINCE = re.compile(r"^(?:จ\.|จังหวัด)\s*")
_ALIKE = 0.85  # of two names of places in one province; below that they are two


def short_name(name: str) -> str:
    """An agency's name with its kind abbreviated: อบต.ดอน, ทต.เมืองแกลง; a name of another kind as it is."""
    found = kind_and_place(name)
    return f"{_ABBREVIATIONS[found[0]]}.{found[1]}" if found else name


def plain_agency(name: str) -> tuple[str, str]:
    """The kind of an agency, empty where it is none that we know, and its place, without what spellings differ in."""
    clean = _OFFICE.sub("", "".join(_AROUND.sub("", clean_text(to_arabic(name))[0]).split()))
    short = _SHORT_FORM.match(clean)
    if short:
        clean = _SHORT[short[0].rstrip(". ")] + clean[short.end() :]
    kind = next((one for one in KINDS if clean.startswith(one)), "")
    return kind, re.sub(r"[\W_]+", "", clean.removeprefix(kind)).casefold()


def may_be_one_agency(one: str, one_province: str | None, other: str, other_province: str | None) -> bool:
    """True unless two names with their provinces, where these are known, are certainly of two agencies.

    An agency that changed its kind, or whose name is spelled in another way, is the same.
    """
    provinces = {_PROVINCE.sub("", clean_text(name)[0]) for name in (one_province, other_province) if name}
    if len(provinces) > 1:
        return False
    places = plain_agency(one)[1], plain_agency(other)[1]
    return SequenceMatcher(None, *places).ratio() >= _ALIKE

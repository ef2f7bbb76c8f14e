"""Sets that a sentence speaks of without naming their kind (ที่ลดลง ได้แก่ …), and the rest of a set (ตัวชี้วัดอื่น)."""

from __future__ import annotations

import re

from prongsai.prose.grammar.reading import Found

_HEAD = re.compile(r"(?:^|[\s,]|ส่วน|โดย|และ|คือ|สิ่ง|ด้าน)ที่[ก-๎]{0,14}\s*$|\(\s*(?:คะแนน|ได้|มี|ที่|ซึ่ง)*\s*$")
_REST = re.compile(r"(?:ตัวชี้วัด|เครื่องมือ|แบบ|ด้าน|ข้อ|ตัว)(?:ที่|ใน)?\s*(?:อื่น|เหลือ)|ที่เหลือ|นอกนั้น|นอกจากนั้น|อื่น\s*ๆ")
_HAS = re.compile(r"(?:^|\s|[ก-๎])มี\s*$")


def is_set(found: Found) -> bool:
    """True if what is said is said of those that are so: ที่แย่กว่าปีก่อนมีตัวชี้วัดที่ 2, จุดอ่อน (ต่ำกว่าร้อยละ 80) ได้แก่."""
    tokens, start = found.sentence.tokens, found.match.start()
    while start + 1 < found.match.end() and tokens[start].kind in {"and", "break"}:
        start += 1
    begin = tokens[start - 1].end if start else 0
    return bool(_HEAD.search(found.sentence.text[begin : tokens[start].start]))


def is_headed(found: Found) -> bool:
    """True if such a set is followed by those that are in it."""
    listed, condition = found.places("l"), found.places("c")
    if not listed or not condition or not is_set(found):
        return False
    gap = found.sentence.text[found.sentence.tokens[condition[-1]].end : found.sentence.tokens[listed[0]].start]
    return found.token("o") is not None or bool(_HAS.search(gap))


def speaks_of_rest(found: Found) -> bool:
    """True if others than those named are spoken of: ส่วนตัวชี้วัดอื่นสูงกว่าร้อยละ 85 ทุกตัวชี้วัด."""
    tokens, start = found.sentence.tokens, found.match.start()
    opens = [token.start for token in tokens[: start + 1] if token.kind == "break"]
    clause = found.sentence.text[max(opens, default=0) : tokens[found.match.end() - 1].end]
    return bool(_REST.search(clause))

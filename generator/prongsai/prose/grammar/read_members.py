"""Numbers and lists of those of a kind that fulfil a condition: counts, all, none, all but some, and shares."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.claims import Claim, Members, Operator
from prongsai.prose.grammar.conditions import by_stated_bound, parse_conditions
from prongsai.prose.grammar.heads import is_headed, speaks_of_rest
from prongsai.prose.grammar.member_forms import (
    COUNT,
    EVERY,
    EXCEPT,
    FREE,
    IN_PARENTHESES,
    ITEMS,
    ITEMS_FULL,
    NONE,
    ONLY,
    SET,
    SINGLE,
    ZERO,
)
from prongsai.prose.grammar.reading import Found, Reading
from prongsai.prose.grammar.tokens import Token

_KIND_OF = {
    "indicators": "indicator",
    "instruments": "instrument",
    "items": "item",
    "count-k": "indicator",
    "count-j": "instrument",
    "count-i": "item",
    "count-m": "item",  # รายการ
}


def read_members(reading: Reading) -> Iterator[Claim]:
    """Every claim on how many, or which, of a kind fulfil a condition."""
    for sources, is_one in (
        ((IN_PARENTHESES,), _is_in_parentheses),
        ((*EXCEPT, *NONE, *EVERY, SINGLE, *COUNT, *ONLY), None),
        ((SET,), is_headed),
        (_free(reading), None),
        ((ZERO, ITEMS, ITEMS_FULL), None),
    ):
        for found in (one for source in sources for one in reading.find(source)):
            if is_one is None or is_one(found):
                yield from _members(found)


def _is_in_parentheses(found: Found) -> bool:
    listed, counted = found.places("l"), found.places("m")
    tokens = found.sentence.tokens
    return bool(listed) and "(" in found.sentence.text[tokens[counted[0]].end : tokens[listed[0]].start]


def _free(reading: Reading) -> tuple[str, ...]:
    """The order of number and condition: what comes first in the text says it for all of the text."""
    tokens = [token for token in reading.sentence.tokens if token.kind != "year"]
    pairs = zip([None, *tokens], tokens, strict=False)
    kinds = [token.kind for before, token in pairs if before is None or before.kind != "from"]
    counts = [place for place, kind in enumerate(kinds) if kind in {"count-k", "count-j", "count-i"}]
    conditions = [
        place
        for place, kind in enumerate(kinds)
        if kind in {"passes", "fails", "rises", "falls", "zero", "scored", "full", "more", "less", "least", "most"}
    ]
    is_whole_first = len(counts) == len(conditions) + 1  # แบบตรวจ 43 ข้อ ได้คะแนน 39 ข้อ ไม่ได้คะแนน 4 ข้อ
    is_count_first = (
        bool(counts and conditions)
        and not is_whole_first
        and counts[0] < conditions[0]
        and kinds[0] not in {"indicators", "instruments", "items"}
    )
    return FREE[1:] if is_count_first else FREE[:1]


def _members(found: Found) -> Iterator[Claim]:
    ahead = found.sentence.tokens[: found.match.start()]
    if found.token("z") and any(one.kind in {"indicator", "subindicator"} for one in ahead):
        return  # ตัวชี้วัดที่ 6, 7 และ 8 ไม่มีตัวชี้วัดใดผ่านเกณฑ์: of these, not of all
    conditions = by_stated_bound(parse_conditions(_condition_tokens(found)), found.sentence.text)
    kind = _kind(found)
    years = found.years()
    if not conditions or not kind or not years or _is_other(found, kind) or _is_no_set(found):
        return
    listed = [token for token in found.tokens("l") if token.kind in {"indicator", "instrument", "item"}]
    keys = tuple(token.value for token in listed if token.kind == kind)
    if len(keys) < len(listed) or (found.token("l") is not None and not keys):
        return
    if keys and _goes_on(found, kind):
        keys = ()
    is_except = "except" in {token.kind for token in _tokens(found)}
    is_part = _is_part(found, kind)
    if not keys and (is_except or is_part):
        return
    counted = found.token("m") if not is_part else None
    is_all = _is_all(found)
    yield Members(
        kind=kind,
        conditions=conditions,
        scope=next((token.value for token in (*found.tokens("d"), *found.tokens("sc"))), ""),
        count=0 if found.token("z") else (int(counted.number) if counted and not is_all else None),
        of=_whole(found, counted, is_all=is_all),
        keys=None if is_except or not keys else keys,
        missing=keys if is_except and not is_part else None,
        share=_share(found),
        share_operator=_share_operator(found),
        within=found.topic if kind == "indicator" else "",
        is_every=is_all,
        is_not=found.token("q") is not None,
        is_whole_list=_is_whole_list(found) and not is_part,
        words=found.quote,
        years=years,
        quote=found.quote,
    )
    found.reading.taken |= {place for group in "cmpo" for place in found.places(group)}


def _is_no_set(found: Found) -> bool:
    """True if it is cut by another clause, is said of the rest or of those before, or was read already."""
    if _is_cut(found) or speaks_of_rest(found) or _refers_back(found) or _is_whole(found):
        return True
    share = found.places("p")
    ahead = found.sentence.tokens[share[0] - 1] if share and share[0] > found.match.start() else None
    if ahead is not None and ahead.kind in {"passes", "fails", "target", "more", "less", "least", "most", "reach"}:
        return True  # no share but the bound
    if len(_years_of_conditions(found)) > 1:
        return True  # เคยผ่านเกณฑ์ในปีก่อนแต่ปีนี้ไม่ผ่าน
    behind = found.token("b")
    is_read = bool({*found.places("o")} & found.reading.taken)
    return is_read or (behind is not None and behind.value != "เท่านั้น")


def _years_of_conditions(found: Found) -> set[str]:
    """The years inside the conditions, without those that are compared with."""
    span = found.places("c")
    inside = found.sentence.tokens[span[0] : span[-1] + 1] if span else ()
    last = found.sentence.tokens[span[-1] + 1 : span[-1] + 2] if span else ()
    return {token.value for token in (*inside, *last) if token.kind == "year" and not token.bare}


def _whole(found: Found, counted: Token | None, *, is_all: bool) -> int | None:
    """The number of all of the kind, where the text says it: 3 ใน 10 ตัวชี้วัด, ทั้ง 10 ตัวชี้วัด, ไม่มีตัวใดใน 10 ตัวชี้วัด."""
    if counted is not None and counted.of:
        return int(counted.of)
    behind = [token for token in found.sentence.tokens[found.match.end() :] if token.kind not in {"all", "year"}]
    is_of = [token.kind for token in behind[:2]] == ["from", counted.kind if counted is not None else ""]
    if is_of and not is_all:
        return int(behind[1].number)  # 3 ตัวชี้วัดจาก 5 ตัวชี้วัด
    return int(counted.number) if counted is not None and (is_all or found.token("z") is not None) else None


def _is_whole(found: Found) -> bool:
    """True if a number is that of all, and another follows that fulfils the condition: ทั้งหมด 43 ข้อ ได้คะแนนเต็ม 39 ข้อ."""
    counted, condition, after = found.places("m"), found.places("c"), found.after()
    is_first = bool(counted and condition) and counted[0] < condition[0]
    return is_first and after is not None and after.kind == found.sentence.tokens[counted[0]].kind


def _refers_back(found: Found) -> bool:
    """True if ตัวใด means one of those that were spoken of before: ตัวชี้วัดใน EIT ไม่มีตัวใดถึง 85 คะแนน."""
    group = found.token("g")
    kinds = {token.kind for token in found.sentence.tokens[: found.match.start()]}
    is_vague = found.token("z") is not None and group is not None and group.value in {"ตัวใด", "แบบใด"}
    return is_vague and bool(kinds - {"year", "break", "and", "total", "from"})


def _is_cut(found: Found) -> bool:
    """True if another clause begins between conditions and what comes behind them: ผ่านเกณฑ์ และทุกตัวชี้วัดลดลง."""
    tokens, last = found.tokens("c"), max(found.places("c"), default=0)
    behind = [place for place in (*found.places("g"), *found.places("m"), *found.places("l")) if place > last]
    is_first = not [place for place in (*found.places("g"), *found.places("m")) if place < last]
    if tokens and tokens[0].value == "โดย":
        return True
    return bool(tokens and behind) and is_first and tokens[-1].kind in {"and", "break"}


def _goes_on(found: Found, kind: str) -> bool:
    """True if more of a list may come behind what was read of it: ตัวชี้วัดที่ 6 จาก 85.66 คะแนน และตัวชี้วัดที่ 10."""
    for token in found.sentence.tokens[found.match.end() :]:
        if token.kind == "break":
            return False
        if token.kind == kind:
            return True
    return False


def _condition_tokens(found: Found) -> list[Token]:
    tokens = found.tokens("c")
    while tokens and tokens[0].kind in {"and", "break"}:
        tokens = tokens[1:]
    text = found.sentence.text
    group, breaks = found.places("g"), [place for place, token in enumerate(tokens) if token.kind == "break"]
    if breaks and (not group or group[0] > found.places("c")[0]):
        tokens = tokens[breaks[-1] + 1 :] or tokens  # another clause: ลดลง 14.65 คะแนน เนื่องจากไม่ได้คะแนน 5 ข้อ
    while tokens and (
        tokens[-1].kind in {"and", "break", "reach"} or _is_aside(text, tokens[-1]) or _is_of_all(text, tokens)
    ):
        tokens = tokens[:-1]
    return tokens


def _is_aside(text: str, token: Token) -> bool:
    """True if points behind a condition are in parentheses, as those of the one that is named."""
    return token.kind == "points" and text[: token.start].rstrip().endswith("(")


def _is_of_all(text: str, tokens: list[Token]) -> bool:
    """True if a per cent behind conditions is the share of those that fulfil them: ผ่านเกณฑ์ คิดเป็นร้อยละ 20."""
    last = tokens[-1]
    return len(tokens) > 1 and last.kind == "percent" and text[: last.start].rstrip().endswith("คิดเป็น")


def _tokens(found: Found) -> list[Token]:
    return list(found.sentence.tokens[found.match.start() : found.match.end()])


def _kind(found: Found) -> str:
    for group in ("g", "m"):
        token = found.token(group)
        if token is not None:
            return _KIND_OF[token.kind]
    listed = {token.kind for token in found.tokens("l")} & {"indicator", "instrument", "item"}
    return listed.pop() if len(listed) == 1 else ""


def _is_all(found: Found) -> bool:
    if found.token("z") is not None or found.token("p") is not None:
        return False
    tokens = _tokens(found)
    counted = found.token("m")
    for place, token in enumerate(tokens):
        if token.kind == "all" and token not in found.tokens("o"):  # ที่ต่ำกว่าเกณฑ์ทั้งหมด ได้แก่
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            is_of_count = following is not None and following is counted
            return (
                not is_of_count
                or (token.value.startswith("ทั้ง") and token.value not in {"ทั้งสิ้น", "ทั้งหมด"})
                or token.value.startswith("ครบ")
            )
    return False


def _is_whole_list(found: Found) -> bool:
    """True if a list is said to be all that there are, and not only some that fulfil the condition."""
    return any(found.token(group) is not None for group in "gobm")


def _share(found: Found) -> Decimal | None:
    token = found.token("p")
    if token is None:
        return None
    return token.number if token.kind == "percent" else Decimal(50)


def _share_operator(found: Found) -> Operator:
    token = found.token("p")
    if token is None or token.kind != "share":
        return "="
    return "<" if "ไม่ถึง" in token.value or "น้อย" in token.value else ">"


def _is_part(found: Found, kind: str) -> bool:
    """True if items may be those of something named before; which are listed can be judged, their number cannot."""
    before = found.before()
    if before is not None and before.kind == "unknown" and kind == "item":
        return True
    named = {token.kind for token in found.sentence.tokens[: found.match.start()]}
    return bool(named & {"indicator", "subindicator"}) and kind == "item" and found.token("d") is None


def _is_ended(found: Found) -> bool:
    """True if the last item of a list comes behind its only และ, and a blank behind that: O2 O8 และ O30 ทั้งนี้."""
    listed = found.tokens("l")
    behind = found.sentence.text[listed[-1].end :]
    is_last = [token.kind for token in listed[-2:]] == ["and", "item"] and behind[:1].isspace()
    return is_last and [token.kind for token in listed].count("and") == 1


def _is_other(found: Found, kind: str) -> bool:
    """True if it is no claim on the figures of the year: of another subject, or of items of the next years."""
    before, after = found.before(), found.after()
    if before is not None and before.kind == "from" and found.places("m")[:1] == [found.match.start()]:
        return True
    if before is not None and before.kind in {"weight", "measure", "others"} and kind == "item":
        return True
    is_open = after is not None and (
        after.kind == "except" or (after.kind == "unknown" and found.token("l") is not None and not _is_ended(found))
    )
    last = found.tokens("c")[-1:]
    is_end = after is not None and after.kind in {"highest", "lowest"} and last and last[0].kind in {"rises", "falls"}
    return (
        is_open
        or bool(is_end)  # those that rose most
        or (after is not None and after.kind == "count-other")
        or (before is not None and before.kind in {"lacks", "top"})
    )

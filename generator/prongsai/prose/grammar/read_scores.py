"""Scores that a sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Claim, Referent, ScoreIs
from prongsai.prose.grammar.reading import Found, Reading
from prongsai.prose.grammar.tokens import Token

_ROWS = "l:named ( and? l:named )+ ( equals | becomes | mean )* n:number ( and? n:number )+"
_DISTANCES = {"apart", "lacks", "lost", "weight", "times"}
_LARGEST_DISTANCE = 40  # points; what is above it in parentheses is a score
_SCORES = (
    "s:subject ( highest | lowest | next | level | equals | becomes | and | only | mean | reach | all )* v:value",
    "s:named ( equals | becomes )+ v:bare",
)
_WITH_WEIGHT = "s:tool percent v:points"
_ALIKE = "l:named ( and l:named )+ alike ( equals | becomes )* v:value"
_AGAIN = "( value | level | move ) year+ ( equals | becomes )? v:points"
_AGAIN_PERCENT = "( value | level ) year+ ( equals | becomes )? v:percent"  # ร้อยละ 92.42 (ปี 2563 ร้อยละ 62.35)
_BEHIND = "v:points s:tool"
_WITH_LEVEL = ("v:points level", "level v:points")
_ALONE = "^^ ( becomes | equals )? v:points"
_IS_BY = re.compile(r"อยู่\s*$")  # สูงกว่าตัวชี้วัดที่ 8 อยู่ 17.51 คะแนน
_MOVEMENT = re.compile(r"ขยับ|เติบโต|ก้าวหน้า|ก้าวกระโดด|พัฒนาการ|เปลี่ยนแปลง|ทะยาน|พุ่ง|ไต่|กระโดด|หดตัว|ปรับตัว|ผลต่าง|ส่วนต่าง")
_ROUNDED = re.compile(r"ปัด(?:เศษ)?(?:ให้)?เป็น(?:เลข)?จำนวนเต็ม[^0-9]{0,30}$")
_RATE = re.compile(r"อัตรา(?:การ|ร้อยละ)*(?:เพิ่ม|ลด|เปลี่ยน|เติบโต|ขยาย)")
_OF_SEVERAL = re.compile(r"\s*/\s*(?!100(?![0-9.])|๑๐๐)[0-9๐-๙]")  # one of the scores of several years
_WHOLE = 100  # per cent
_WEIGHS = "( equals | becomes | weight | from )*"
_SHARES = (
    f"tool {_WEIGHS} number ( ( and | break | plus | weight )* tool {_WEIGHS} number )+",
    f"tool ( and? tool )+ {_WEIGHS} number ( ( and | dash )? number )+",
    "number tool ( ( and | plus )? number tool )+",
)
_EACH_BEHIND = "points tool ( and? points tool )+"
_BY_YEAR = "^^ ( equals? points and? break? year+ )+ equals? points $"


def read_scores(reading: Reading) -> Iterator[Claim]:
    """Every score that a sentence gives the agency or a part of its result."""
    _pass_over_weights(reading)
    yield from _rows(reading)
    yield from _alike(reading)
    yield from _behind_each(reading)
    for source in (_WITH_WEIGHT, *_SCORES):
        for found in reading.find(source, fresh="v"):
            subject = found.subject()
            if subject is not None and _is_said_of_result(found):
                yield from _score(found, subject, found.token("v"))
                reading.taken |= set(found.places("v"))
    yield from _repeated(reading)
    yield from _without_name(reading)


def _pass_over_weights(reading: Reading) -> None:
    """Let nothing be read from the shares of a whole that the instruments are: IIT ร้อยละ 30 EIT 30 OIT 40."""
    for source in _SHARES:
        for found in reading.find(source):
            tokens = found.sentence.tokens[slice(*found.match.span())]
            tools = {token.value for token in tokens if token.kind in {"instrument", "scope"}}
            numbers = [token.number for token in tokens if token.kind in {"percent", "bare", "points"}]
            if len(numbers) == len(tools) and sum(numbers) == _WHOLE:
                found.take()


def _rows(reading: Reading) -> Iterator[Claim]:
    """Names with their scores behind them in the same order: IIT EIT และ OIT ได้ 85.23 77.36 และ 83.71 ตามลำดับ."""
    for found in reading.find(_ROWS):
        span = range(*found.match.span())
        tokens = [*_to_other_numbers([reading.sentence.tokens[place] for place in span])]
        named = [token for token in tokens if token.kind in {"instrument", "indicator", "subindicator"}]
        named = [
            token for token in named if token.kind == named[-1].kind
        ]  # one before them may be what they are part of
        values = [token for token in tokens if token.kind in {"points", "percent", "bare"}]
        if all(token.number <= _LARGEST_DISTANCE for token in values):
            continue  # weights, or what they moved by
        found.take()  # where their numbers differ nobody can tell which is whose
        for one, value in zip(named, values, strict=True) if len(named) == len(values) else ():
            yield from _score(found, Referent(one.kind, one.value), value)


def _to_other_numbers(tokens: list[Token]) -> Iterator[Token]:
    """The tokens up to a number without a unit that is no full score, and so may count something else."""
    for token in tokens:
        if token.kind == "bare" and token.number != _WHOLE:
            return
        yield token


def _behind_each(reading: Reading) -> Iterator[Claim]:
    """Scores each with its name behind it in parentheses: 85.23 (IIT) 77.36 (EIT) 83.71 (OIT)."""
    for found in reading.find(_EACH_BEHIND):
        tokens = [one for one in found.sentence.tokens[slice(*found.match.span())] if one.kind not in {"and", "year"}]
        pairs = [*zip(tokens[::2], tokens[1::2], strict=False)]
        if all("(" in found.sentence.text[value.end : tool.start] for value, tool in pairs):
            for value, tool in pairs:
                yield from _score(found, Referent("instrument", tool.value), value)
            found.take()


def _alike(reading: Reading) -> Iterator[Claim]:
    """One score of several: การเปิดเผยข้อมูลและการป้องกันการทุจริต มีคะแนนเท่ากัน คือ ร้อยละ 95.00."""
    for found in reading.find(_ALIKE):
        token = found.token("v")
        if token is None or (token.number <= _LARGEST_DISTANCE and "." not in token.value):
            continue  # weights that are the same
        for subject in found.referents("l"):
            yield from _score(found, subject, token)
        found.take()


def _score(found: Found, subject: Referent, token: Token | None, *, is_guess: bool = False) -> Iterator[Claim]:
    if token is None or (subject == TOTAL and found.topic and token.number <= _LARGEST_DISTANCE):
        return  # what an instrument gives to the total
    if not token.number and "ข้อ" in found.sentence.text:
        return  # what its items got
    years = found.years(found.sentence.tokens.index(token))
    if years and token.number <= 100:
        yield ScoreIs(
            subject=subject,
            said=token.number,
            text=token.value,
            years=years,
            quote=found.quote,
            is_guess=is_guess,
            may_be_moved=_follows_move(found, token),
            is_rounded=bool(_ROUNDED.search(found.sentence.text, 0, token.start)),
        )


def _follows_move(found: Found, token: Token) -> bool:
    """True if a number behind a name may be by how much it moved: เพิ่มขึ้นมากที่สุด คือ ตัวชี้วัดที่ 4 (4.42)."""
    tokens = found.sentence.tokens
    if token.number <= _LARGEST_DISTANCE and _MOVEMENT.search(found.sentence.text, 0, token.start):
        return True
    return any(one.kind in {"rises", "falls"} for one in tokens[: tokens.index(token)])


def _is_said_of_result(found: Found) -> bool:
    """True if a number behind a subject is its score: no weight, no mean, no bound, no target, no full mark."""
    before, after = found.before(), found.after()
    before = None if before is not None and _is_mean_of_one(found, before) else before
    if before is not None and before.kind in {
        *(
            "weight",
            "mean",
            "target",
            "apart",
            "lacks",
            "more",
            "less",
            "sum",
            "lost",
            "measure",
            "peers",
            "from",
            "reach",
        ),
    }:
        return False
    ahead = found.sentence.tokens[: found.match.start()]
    listed = [one.kind for one in ahead if one.kind not in {"and", "year"}][-1:] in (["indicator"], ["instrument"])
    if listed and any(one.kind in {"mean", "sum", "part"} for one in ahead):
        return False  # the last of those whose mean it is
    token = found.token("v")
    if token is not None and token.number <= _LARGEST_DISTANCE and _is_compared_with(ahead):
        return False
    if token is None or _is_distance(found, token) or _is_first_of_row(found) or _is_other_number(found, token):
        return False
    if token.kind == "percent" and after is not None and after.kind == "points":
        return False  # the weight, before the score
    is_bound = after is not None and after.kind in {"upwards", "downwards", "reach", "dash", "more", "times"}
    return not is_bound and not (after is not None and after.kind == "unknown" and token.kind == "full")


def _is_compared_with(ahead: tuple[Token, ...]) -> bool:
    """True if what comes is the other side of a comparison: คะแนนการรับรู้ของ … (IIT) สูงกว่าคะแนนการรับรู้ของ … (EIT)."""
    kinds = [one.kind for one in ahead]
    place = max((at for at, kind in enumerate(kinds) if kind in {"more", "less"}), default=-1)
    return place >= 0 and not {"points", "percent", "bare", "break"} & {*kinds[place:]}


def _is_other_number(found: Found, token: Token) -> bool:
    """True if a number is a full mark, a rate, a share of something else or one of the scores of several years."""
    text, after = found.sentence.text, found.after()
    if token.kind == "full" and after is not None and after.kind in {"points", "percent", "bare", "alike"}:
        return True  # มีคะแนนเต็ม 30 คะแนน
    is_thing = any(one.kind == "indicator" and one.bare for one in found.tokens("s"))
    is_share = is_thing and text[token.end :].lstrip().startswith("ของ")  # การใช้งบประมาณเหลือร้อยละ 5 ของวงเงิน
    is_rate = is_share or bool(_RATE.search(text, 0, token.start))
    return (token.kind == "percent" and is_rate) or bool(_OF_SEVERAL.match(text, token.end))


def _is_mean_of_one(found: Found, before: Token) -> bool:
    """True if a mean is that of the answers on one indicator, and so its score: คะแนนเฉลี่ยของตัวชี้วัดการเปิดเผยข้อมูล."""
    tokens, one = found.sentence.tokens, found.token("s")
    if one is None or one.kind != "indicator" or before.value != "คะแนนเฉลี่ย":
        return False
    named = {token.value for token in tokens if token.kind in {"indicator", "instrument", "scope"}}
    is_of_others = any(token.kind in {"others", "peers", "part"} for token in tokens)
    gap = found.sentence.text[before.end : one.start].strip()
    return gap in {"", "ของ", "ด้าน", "ของตัวชี้วัด"} and len(named) == 1 and not is_of_others


def _repeated(reading: Reading) -> Iterator[Claim]:
    """Another score of the same subject with its own year: ปี 2565 ได้ 92.18 / ปี 2566 ได้ 87.04."""
    tokens = reading.sentence.tokens
    again = [*reading.find(_AGAIN, fresh="v")]
    for found in (*again, *(one for one in reading.find(_AGAIN_PERCENT, fresh="v") if _has_year_of_its_own(one))):
        named = [one for one in tokens[: found.match.start() + 1] if one.kind in {"total", "instrument", "indicator"}]
        between = {one.kind for one in tokens[: found.match.start()]} & {"unknown"}
        if len({(one.kind, one.value) for one in named}) == 1 and not between:
            subject = Referent(named[0].kind, named[0].value) if named[0].kind != "total" else TOTAL
            yield from _score(found, subject, found.token("v"))
            reading.taken |= set(found.places("v"))


def _has_year_of_its_own(found: Found) -> bool:
    """True if the year before a per cent is that of the score, and none that is compared with."""
    tokens, place = found.sentence.tokens, found.places("v")[0]
    years = [token for token in tokens[found.match.start() : place] if token.kind == "year"]
    return not any(token.bare for token in years)


def _without_name(reading: Reading) -> Iterator[Claim]:
    for found in reading.find(_BEHIND):
        after, token, tool = found.after(), found.token("v"), found.token("s")
        gap = reading.sentence.text[token.end : tool.start] if token and tool else ""
        if "(" in gap and (after is None or after.kind not in {"points", "percent"}):
            yield from _score(found, found.referents()[0], token)
            reading.taken |= set(found.places("v"))
    for source in _WITH_LEVEL:
        for found in reading.find(source, fresh="v"):
            token = found.token("v")
            gap = reading.sentence.text[reading.sentence.tokens[found.match.start()].end :].lstrip()
            is_far = token is not None and token.number <= _LARGEST_DISTANCE  # ห่างจากระดับ A 2.74 คะแนน
            if token is not None and not is_far and not _names_before(found) and gap.startswith(("(", token.value)):
                yield from _score(found, TOTAL, token)
                reading.taken |= set(found.places("v"))
    for found in reading.find(_BY_YEAR):
        tokens = reading.sentence.tokens
        for place in (place for place in range(*found.match.span()) if tokens[place].kind == "points"):
            yield from _score(found, TOTAL, tokens[place], is_guess=True)
        found.take()
    for found in reading.find(_ALONE):
        after = found.after()
        if found.is_first and (after is None or after.kind in {"break", "level"}):
            yield from _score(found, TOTAL, found.token("v"), is_guess=True)


def _names_before(found: Found) -> bool:
    kinds = {"instrument", "indicator", "subindicator", "item", "part", "others", "peers", "target"}
    before = found.sentence.tokens[: found.match.start()]
    return any(token.kind in kinds for token in before)


def _is_distance(found: Found, token: Token) -> bool:
    """True if a small number behind a word for distances, losses or weights may be such a one."""
    tokens = found.sentence.tokens
    kinds = {one.kind for one in tokens[: tokens.index(token)]}
    is_lost = bool(kinds & (_DISTANCES - {"weight"}))
    is_full = "เต็ม" in found.sentence.text[: token.start] and "." not in token.value  # the full marks of a part
    is_weighted = "weight" in {one.kind for one in tokens} and any(
        one.kind == "instrument" for one in found.tokens("s")
    )
    is_lost = is_lost or bool(kinds & {"more", "less"} and _IS_BY.search(found.sentence.text, 0, token.start))
    return token.number <= _LARGEST_DISTANCE and (is_lost or is_full or is_weighted)


def _is_first_of_row(found: Found) -> bool:
    """True if more scores follow that have no name of their own: EIT ได้ 67.50 63.28 และ 61.49 คะแนน ตามลำดับ."""
    behind = [one for one in found.sentence.tokens[found.match.end() :] if one.kind != "and"]
    return "ตามลำดับ" in found.sentence.text and bool(behind) and behind[0].kind == "points"

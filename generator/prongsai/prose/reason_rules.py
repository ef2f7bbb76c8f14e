"""Rules on what a text says of one OIT item: the reason why it got no score, and that it got none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher

from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.prose.grammar.spellings import GOT_ZERO
from prongsai.prose.item_mentions import Mention, mentions, titles_of
from prongsai.prose.known import Known
from prongsai.prose.passages import Statement, passages
from prongsai.rules.context import Context
from prongsai.rules.naming import item_name, shortened
from prongsai.thai.numerals import to_arabic

_SHORTEST = 6  # letters of a reason by which it can be told from others
_ZERO = rf"(?:{GOT_ZERO}\s*(?:คะแนน)?|ไม่(?:ได้|มี)(?:รับ)?คะแนน|ศูนย์คะแนน)(?!เต็ม)"
_NO_SCORE = re.compile(rf"{_ZERO}|(?<![0-9.,])0(?:\.0+)?(?![0-9.])|สาเหตุ|เหตุผล")
_TITLE_ZERO = re.compile(rf"\s*[”\"]?\s*(?:นั้น|ซึ่ง|ที่|ยัง|พบว่า|:|\s)*{_ZERO}")
_OPENS = (  # what comes right before a reason: a word for it, or a mark or the score in a row of a table
    r"(?:เนื่องจาก|เพราะ(?:ว่า)?|ด้วยเหตุ(?:ที่|ว่า)?|เหตุ(?:ผล)?|คือ|ว่า|จาก|ได้แก่|ที่|[:=|(\t–-]"
    r"|(?<![0-9.,])0(?:\.0+)?(?:\s*คะแนน)?|ไม่ได้คะแนน)\s*[“\"]?\s*$"
)
_CLOSES = r"\s*(?:[\t|;,.)”\"]|$|จึง|ทำให้|ซึ่ง|และ|ส่งผล|เป็นเหตุ|\s)"
_NO_FACT = re.compile(r"หาก|ถ้า(?!ย)|ควร|เพื่อ(?:ไม่|ป้องกัน|มิ)|(?<!มิ)ใช่|เคย|แห่งอื่น|หน่วยงานอื่น|คาดว่า|อาจ|แต่ละ")
_EARLIER = re.compile(r"ปี(?:งบประมาณ)?(?:ก่อน|ที่ผ่านมา|ที่แล้ว)")
_GENERIC = re.compile(r"^(?:ไม่(?:มี|พบ|แสดง|ได้|ระบุ|ปรากฏ)?|ยังไม่|ขาด)")


def prose_reason(context: Context) -> Iterator[Problem]:
    """The reason that a text gives for an item without a score is none that the year states for another item alone.

    Limits: both items must have reasons; the words must be just those of the other one, and not like the item's own.
    """
    site = Known(context)
    for passage, text, scores in _told(context, site):
        reasons = {code: tuple(map(_plain, one.reasons)) for code, one in scores.items.items() if one.reasons}
        found = mentions(text, titles_of(passage.edition, scores)) if len(reasons) > 1 else []
        for place, mention in enumerate(found if _NO_SCORE.search(text) and not _NO_FACT.search(text) else ()):
            until = found[place + 1].start if place + 1 < len(found) else len(text)
            said = _reason_of_other(text[mention.end : until], mention.code, reasons)
            if said:
                own = shortened(" ".join(scores.items[mention.code].reasons))
                names = {key: item_name(passage.edition, one) for key, one in (("what", mention.code), ("other", said))}
                quote = shortened(passage.text[mention.start : until].strip())
                yield problem("prose-reason", passage.where, year=passage.year, quote=quote, **names, expected=own)


def _told(context: Context, site: Known) -> Iterator[tuple[Statement, str, Scores]]:
    """Every passage about the items of a year of its own, in Arabic digits, with the scores of that year."""
    for passage in passages(context):
        scores = site.scores(passage.about) if passage.about is not None else None
        if scores is None or not scores.items or not scores.is_whole("items"):
            continue
        text = to_arabic(passage.text)
        years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
        if not years - {passage.about} and not _EARLIER.search(_NO_SCORE.split(text)[0]):
            yield passage, text, scores


def _plain(words: str) -> str:
    return re.sub(r"\s", "", to_arabic(words)).strip('.“”"')


def _reason_of_other(text: str, code: str, reasons: Mapping[str, tuple[str, ...]]) -> str:
    """The other item whose reason a text gives; empty where the item's own is given, or something like it."""
    own = reasons.get(code, ())
    if not own or any(one in _plain(text) for one in own):
        return ""
    for other, said in reasons.items():
        for plain in said if other != code else ():
            is_own = any(_are_alike(plain, one) for one in own)
            if len(plain) >= _SHORTEST and not is_own and _is_said(text, plain):
                return other
    return ""


def _is_said(text: str, plain: str) -> bool:
    """True if a text has a reason, whatever its blanks, and nothing but it: it begins and ends there."""
    letters = r"\s*".join(map(re.escape, plain))
    found = re.search(letters, text)
    before = text[: found.start()].rstrip(" ") if found else ""
    is_opened = not before or bool(re.search(_OPENS, before))
    return found is not None and is_opened and bool(re.match(_CLOSES, text[found.end() :]))


def _are_alike(one: str, other: str) -> bool:
    """True if two reasons may be the same in other words."""
    first, second = _GENERIC.sub("", one), _GENERIC.sub("", other)
    shared = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return one in other or other in one or 2 * shared.size >= min(len(first), len(second))


def prose_item(context: Context) -> Iterator[Problem]:
    """An item that a text calls by its title alone, and says got no score, got none.

    Limits: only titles that one item of the year has; its score must be known.
    """
    site = Known(context)
    for passage, text, scores in _told(context, site):
        if passage.about is None or _NO_FACT.search(text) or not re.search(_ZERO, text):
            continue
        for mention in _by_title(text, passage, scores):
            score = _score(scores, mention.code)
            if score:
                expected = f"{item_name(passage.edition, mention.code)} ได้ {score.normalize():f} คะแนน"
                quote = shortened(passage.text[mention.start :].strip())
                values = {"of_year": passage.about, "expected": expected}
                yield problem("prose-list", passage.where, year=passage.year, quote=quote, **values)


def _by_title(text: str, passage: Statement, scores: Scores) -> Iterator[Mention]:
    for mention in mentions(text, titles_of(passage.edition, scores)):
        is_titled = not re.match("[Oo]", text[mention.start : mention.end]) or "-" in text[mention.start : mention.end]
        if is_titled and _TITLE_ZERO.match(text, mention.end):
            yield mention


def _score(scores: Scores, code: str) -> Decimal | None:
    listed, rest = scores.items.get(code), known(scores.items_not_listed)
    return known(listed.score) if listed else (rest.score if rest else None)


RULES = (prose_reason, prose_item)

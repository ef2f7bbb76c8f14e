"""The level of a year in words: as stated, with its reservation, and what the scale of the year says of it.

Everything that shows a level takes it from here, so that no page, picture or file shows one without its reservation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from prongsai.analysis.levels import NO_LEVEL, LevelResult, Verdict, level_of, verdict_of
from prongsai.analysis.results import YearResult
from prongsai.analysis.stated_level import Judged
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores
from prongsai.model.stated import Absence, known
from prongsai.views.content import Part, Phrase
from prongsai.views.speech import Speech
from prongsai.wording.levels import any_of, missing_scores

_OPEN, _MARK = "บอกระดับไม่ได้แน่ชัด", "บอกไม่ได้แน่ชัด"


def level_parts(result: YearResult, speech: Speech, *, with_doubt: bool = False) -> tuple[Part, ...]:
    """The level as stated, with what else the document states for it and the reservation, in one pair of brackets.

    With `with_doubt` they also say that the level is possible, but not confirmed.
    """
    return _with_aside(result, _aside(result, with_doubt=with_doubt), speech)


def marked_level_parts(result: YearResult, speech: Speech) -> tuple[Part, ...]:
    """The same for a table: a level that is not confirmed has a short mark, which `level_doubt` explains below it."""
    mark = (_MARK,) if result.stated_level.verdict is Verdict.POSSIBLE else ()
    return _with_aside(result, (*_aside(result, with_doubt=False), *mark), speech)


def level_doubt(result: YearResult) -> str:
    """The reason why the stated level is possible, but not confirmed, and the levels that it may be; else empty."""
    judged = result.stated_level
    if judged.verdict is not Verdict.POSSIBLE:
        return ""
    return f"{_unconfirmed(judged)} อาจเป็น {any_of(judged.found.candidates)}"


def _with_aside(result: YearResult, said: Iterable[str], speech: Speech) -> tuple[Part, ...]:
    scores, words = result.year.scores, " ".join(filter(None, said))
    stated = speech.stated(scores.level.value if scores else Absence.NOT_ENTERED)
    return (*stated, Phrase(f"({words})", kind="aside")) if words else stated


def _aside(result: YearResult, *, with_doubt: bool) -> Iterator[str]:
    """The words in one pair of brackets behind a level: other statements, then what the scale says or leaves open."""
    judged, again = result.stated_level, tuple(_stated_again(result.year.scores))
    if again and judged.is_wrong:
        yield f"ตามเอกสาร {' '.join(again)} ส่วน{_by_scale(judged)}"
        return
    yield from (*again, _reserved(judged))
    if with_doubt and judged.verdict is Verdict.POSSIBLE:
        yield _unconfirmed(judged)


def full_level_parts(result: YearResult, speech: Speech, *, with_doubt: bool = True) -> tuple[Part, ...]:
    """The same with its rank among the levels of the year, or with what keeps it from being confirmed."""
    judged, parts = result.stated_level, level_parts(result, speech, with_doubt=with_doubt)
    if judged.is_wrong or (judged.verdict is Verdict.POSSIBLE and with_doubt):
        return parts
    return (*parts, *_among_levels(judged.level, result.year.edition, speech))


def plain_level(result: YearResult, speech: Speech) -> str:
    """ระดับ C (ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ D), for what has no other kinds of text."""
    return f"ระดับ {speech.whole(level_parts(result, speech, with_doubt=True))}"


def level_reservation(result: YearResult) -> str:
    """The reservation next to a level that the result of the year cannot have; empty where it can."""
    return _reserved(result.stated_level)


def _reserved(judged: Judged) -> str:
    return f"ตามเอกสาร {_by_scale(judged)}" if judged.is_wrong else ""


def _by_scale(judged: Judged) -> str:
    given = any_of(judged.found.candidates)
    return f"เกณฑ์ของปีนั้น{f'ให้ระดับ {given}' if given else 'ไม่มีระดับนี้'}"


def level_remark(result: YearResult) -> str:
    """The sentence behind the meaning of the stated level; empty where the result is certain to have that level."""
    judged = result.stated_level
    if judged.is_wrong:
        given = any_of(judged.found.candidates)
        return f"คะแนนตามเอกสารให้ระดับ {given} ตามเกณฑ์นี้" if given else ""
    return word_open_level(judged.found) if judged.verdict is Verdict.POSSIBLE else ""


def reservation_of(level: str, total: str, edition: Edition | None) -> str:
    """The reservation for a level and a total that were once published together; empty where they may agree."""
    points = Decimal(total) if edition is not None and total.replace(".", "", 1).isdecimal() else None
    found = level_of(points, {}, edition) if edition is not None else NO_LEVEL
    verdict = verdict_of(level, found, edition) if edition is not None and points is not None else Verdict.UNKNOWN
    return _reserved(Judged(level, verdict, found))


def level_note(result: YearResult, speech: Speech) -> str:
    """All that files of data say next to a level: the reservation, other statements, and that it is not confirmed."""
    judged = result.stated_level
    said = [*_stated_again(result.year.scores), level_reservation(result)]
    said += [_unconfirmed(judged)] if judged.verdict is Verdict.POSSIBLE else []
    return speech.digits("; ".join(filter(None, said)))


def _stated_again(scores: Scores | None) -> Iterator[str]:
    """The other levels that the document states elsewhere, each once."""
    for level in dict.fromkeys(again.value for again in scores.level.also_stated) if scores else ():
        if level != known(scores.level.value if scores else Absence.NOT_ENTERED):
            yield f"อีกที่หนึ่งระบุ {level}"


def _unconfirmed(judged: Judged) -> str:
    return f"{_MARK}{_because(judged.found, is_rounded=judged.is_rounded)}"


def _among_levels(level: str | None, edition: Edition, speech: Speech) -> tuple[Part, ...]:
    """The rank of a level among those of the year, from the highest; a letter alone says little."""
    names = list(dict.fromkeys(rule.name for rule in edition.levels))
    if level not in names:
        return ()
    place, count = names.index(level) + 1, len(names)
    words = "ระดับสูงสุด" if place == 1 else f"ระดับที่ {place}"
    return (Phrase(f"{speech.digits(words)} จาก {speech.digits(count)} ระดับ", kind="aside"),)


def word_level(result: YearResult) -> str:
    """The level of the computed total, or that it cannot be known; empty where the scale says nothing.

    Where no total can be computed, it is what is known of the published one.
    """
    has_total = result.computed.total is not None
    level = result.computed.level if has_total else result.level
    if level.name is not None:
        return f"อยู่ในระดับ {level.name} ตามเกณฑ์ของปีนั้น" if has_total else ""
    return word_open_level(level)


def word_open_level(level: LevelResult) -> str:
    """The sentence that a level cannot be told, why, and which ones it may be; empty where there are not several."""
    if len(level.candidates) < 2:
        return ""
    given = any_of(level.candidates)
    return f"{_OPEN}{_because(level)} อาจเป็น {given}"


def _because(level: LevelResult, *, is_rounded: bool = False) -> str:
    """The reasons why several levels are possible, the one that people can do something about first."""
    doubt = level.doubt
    if missing := missing_scores(doubt.tools, doubt.parts):
        return f"หากไม่ทราบคะแนน {missing}"
    if doubt.counted:
        tools = ", ".join(doubt.counted)
        return (
            f" เพราะยังไม่มีเอกสารยืนยันว่าเกณฑ์นับ {tools} รวมกันหรือแยกส่วน "
            f"ถ้านับรวมได้ระดับ {any_of(doubt.whole)} ถ้านับแยกส่วนได้ระดับ {any_of(doubt.apart)}"
        )
    if doubt.is_disputed:
        return " เพราะแหล่งที่มาของเกณฑ์ระบุคะแนนเริ่มต้นของระดับไว้ไม่ตรงกัน"
    if is_rounded:
        return " เพราะเอกสารพิมพ์คะแนนรวมโดยไม่มีทศนิยมสองตำแหน่ง"
    return " เพราะเอกสารระบุคะแนนไว้ไม่ตรงกัน" if doubt.is_twice else "หากไม่ทราบคะแนนรวม"

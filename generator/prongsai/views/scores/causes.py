"""Words for published figures that cannot hold together: the slip by which they would agree, or what they leave."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.bounds import SCALE, Interval
from prongsai.analysis.causes import Cause
from prongsai.analysis.chain import Conflict
from prongsai.analysis.findings import Finding
from prongsai.analysis.possible import bounds_of_total
from prongsai.analysis.results import YearResult
from prongsai.analysis.statements import stated_figure
from prongsai.analysis.tree import TOTAL, Key
from prongsai.model.judged_edition import without_inferred
from prongsai.model.scores import Scores
from prongsai.views.speech import Speech
from prongsai.wording.figures import before_thai, name_figures

_MEANS = {"indicators": "ตัวชี้วัด", "instruments": "เครื่องมือ"}


def finding_of_total(result: YearResult) -> Finding | None:
    """The finding of a year that is about its published total; None where nothing contradicts it."""
    return next((one for one in result.findings if TOTAL in one.nodes or _is_about_total(one)), None)


def _is_about_total(finding: Finding) -> bool:
    return finding.cause is not None and TOTAL in finding.cause.figures


def word_of_total(result: YearResult, speech: Speech) -> tuple[str, ...]:
    """The contradiction of the published total: the slip that is seen, or its range where no total is computed."""
    finding = finding_of_total(result)
    if finding is None or result.year.scores is None:
        return ()
    if finding.cause is not None:
        return (word_cause(finding.cause, speech),)
    is_said = finding.told.node != TOTAL or _is_shown(result, finding.told)
    return () if is_said else (_word_conflict(result.year.scores, finding.told, speech),)


def word_causes(result: YearResult, speech: Speech) -> tuple[str, ...]:
    """A sentence for each slip that is seen."""
    return tuple(word_cause(one.cause, speech) for one in result.findings if one.cause is not None)


def word_cause(cause: Cause, speech: Speech) -> str:
    """The slip by which the figures would agree."""
    names = " กับ".join(_name(key, speech) for key in cause.figures)
    before = before_thai(names)
    if cause.slip == "plain-mean":
        which = "ที่ระบุอีกแห่งหนึ่ง " if cause.reading else ""
        of = f"คะแนน{_MEANS[cause.group]} {speech.digits(cause.count)} รายการ{which}"
        return f"คะแนนรวมตามเอกสารเท่ากับค่าเฉลี่ยธรรมดาของ{of} โดยไม่ได้ถ่วงน้ำหนักเครื่องมือ"
    if cause.slip == "other-list":
        which = before_thai(_named(list(cause.figures), speech))
        return f"ตัวเลขในเอกสารตรงกันเมื่อใช้{which}ที่เอกสารระบุอีกแห่ง"
    if cause.slip == "exchanged":
        return f"ตัวเลขในเอกสารตรงกันเมื่อสลับ{names}"
    if cause.slip == "points":
        return f"ตัวเลขในเอกสารตรงกันเมื่ออ่าน{_named(list(cause.figures), speech)} เป็นคะแนนที่ถ่วงน้ำหนักแล้ว"
    if cause.slip == "digits":
        return f"ตัวเลขในเอกสารตรงกันเมื่อ{before}เป็น {speech.score(cause.expected[0]).text} ซึ่งมีตัวเลขสองหลักสลับกัน"
    return f"{before}เท่ากับของ{speech.fiscal_year(cause.year)}"


def word_bounds(result: YearResult, speech: Speech) -> str:
    """The range in which the stated figures leave the total of a year; empty where they leave it anything."""
    scores = result.year.scores
    bounds = bounds_of_total(scores, without_inferred(result.year.edition)) if scores else SCALE
    if bounds == SCALE:
        return ""
    reason = "" if result.year.edition.knows_all_instruments else "น้ำหนักของเครื่องมือในปีนี้ยังไม่มีเอกสารยืนยัน "
    return f"{reason}คะแนนย่อยที่มีบอกได้เพียงว่าคะแนนรวมอยู่ระหว่าง {_range(bounds, speech)} คะแนน"


def word_conflicts(result: YearResult, speech: Speech) -> Iterator[str]:
    """Sentences on figures that contradict others and are not shown next to a computed one, where no slip is seen."""
    for finding in result.findings:
        conflict = finding.told
        if finding.cause is None and not _is_shown(result, conflict):
            yield _word_conflict(result.year.scores, conflict, speech)


def _is_shown(result: YearResult, conflict: Conflict) -> bool:
    """True if the page says by itself that a total or an instrument is not the computed one."""
    group, key = conflict.node
    if conflict.node == TOTAL:
        return result.computed.total is not None
    return group == "instruments" and conflict.relation.kind == "indicators" and key in result.computed.instruments


def _word_conflict(scores: Scores | None, conflict: Conflict, speech: Speech) -> str:
    others = dict.fromkeys(key[0] for key in conflict.values if key != conflict.node)
    given = " และ".join(_named([key for key in conflict.values if key[0] == group], speech) for group in others)
    name = before_thai(_name(conflict.node, speech))
    published = stated_figure(scores, conflict.node) if scores is not None else None
    if published is None:
        return f"{before_thai(given)}ให้{name}ไม่ตรงกัน"
    bounds = _range(SCALE.within(conflict.reckoned.interval), speech)
    return f"{name}ตามเอกสารคือ {speech.score(published).text} แต่{before_thai(given)}ให้อยู่ระหว่าง {bounds} คะแนน"


def _range(bounds: Interval, speech: Speech) -> str:
    lowest, highest = bounds.in_cents
    return f"{speech.score(lowest).text} ถึง {speech.score(highest).text}"


def _named(keys: list[Key], speech: Speech) -> str:
    return name_figures(keys[0][0], [key for _, key in keys], speech.digits)


def _name(key: Key, speech: Speech) -> str:
    return _named([key], speech)

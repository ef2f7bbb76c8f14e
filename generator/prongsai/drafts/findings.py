"""Sentences on the result as a whole: level, change, target, instruments, and what is urgent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from prongsai.analysis.comparison import SAME
from prongsai.analysis.lost_points import lost_by_indicator, lost_by_item, next_level
from prongsai.analysis.scoring import rounded
from prongsai.drafts import words as w
from prongsai.drafts.told import Told
from prongsai.model.analysis import ListRule
from prongsai.model.stated import known


def findings(told: Told) -> Iterator[str]:
    """Every sentence on the whole that the figures of the year bear, the most important first."""
    yield from _result(told)
    yield from _change(told)
    yield from _target(told)
    yield from _next_level(told)
    yield from _instruments(told)
    yield from _indicators(told)
    yield from _disputed(told)
    yield from _urgent(told)


def _result(told: Told) -> Iterator[str]:
    of_year = f"ประจำ{w.fiscal_year(told.year)}"
    level = w.level(told.level) if told.level else ""
    if told.total is not None:
        reached = f"ได้คะแนนรวม {w.points(told.total)}" + (f" อยู่ใน{level}" if level else "")
        yield f"ผลการประเมินของ{told.agency} {of_year} {reached}"
    elif level:
        yield f"ผลการประเมินของ{told.agency} {of_year} อยู่ใน{level}"
    for rank in told.scores.all_ranks:
        scope = known(rank.scope)
        if scope and len({rank.value, *(one.value for one in rank.also_stated)}) == 1:
            among = f" จากทั้งหมด {rank.of:,} แห่ง" if rank.of else ""
            yield f"{told.agency}อยู่ในลำดับที่ {rank.value:,} ของ{scope}{among}"


def _change(told: Told) -> Iterator[str]:
    change = told.total_movement
    previous = told.result.previous
    if change is None or previous is None:
        return
    against = f"เมื่อเทียบกับ{w.fiscal_year(previous.year)}"
    if change.word == SAME:
        yield f"{against} คะแนนรวมเท่าเดิม คือ {w.points(change.after)}"
        return
    yield f"{against} คะแนนรวม{w.moved(change)}{_levels(told)}"


def _levels(told: Told) -> str:
    """The change of the level, where both years have one scale of levels."""
    previous = told.result.previous
    scores = previous.scores if previous else None
    if previous is None or scores is None or told.level is None:
        return ""
    before = known(scores.level.value)
    scales = [{rule.name for rule in one.levels} for one in (previous.edition, told.edition)]
    if (
        before is None
        or before == told.level
        or scores.level.also_stated
        or not ({before, told.level} <= scales[0] & scales[1])
    ):
        return ""
    return f" และเปลี่ยนจาก{w.level(before)} เป็น{w.level(told.level)}"


def _target(told: Told) -> Iterator[str]:
    if told.total is None or told.target is None:
        return
    distance = told.total - told.target
    if distance == 0:
        yield f"คะแนนรวม {w.points(told.total)} เท่ากับค่าเป้าหมาย {w.bound(told.target)}"
    else:
        way = "สูงกว่า" if distance > 0 else "ต่ำกว่า"
        yield f"คะแนนรวม {w.points(told.total)} {way}ค่าเป้าหมาย {w.bound(told.target)} อยู่ {w.points(abs(distance))}"


def _next_level(told: Told) -> Iterator[str]:
    above = next_level(told.result)
    if above is None or told.level is None or not told.edition.levels or told.result.otherwise is not None:
        return
    rule = next(one for one in told.edition.levels if one.name == above.name)
    if not told.edition.verifies(rule.evidence):
        return
    asked = [f"รวมอีก {w.points(above.lacking)}"] if above.lacking else []
    if above.bound is not None and above.instruments_below:
        below = [w.tool(told.edition, code) for code in above.instruments_below]
        asked.append(f"ของ{w.named(below)} ให้ได้ตั้งแต่ {w.bound(above.bound)}ขึ้นไป")
    if asked:
        yield f"หาก{told.agency}จะเลื่อนเป็น{w.level(above.name)} ต้องเพิ่มคะแนน{' และเพิ่มคะแนน'.join(asked)}"


def _instruments(told: Told) -> Iterator[str]:
    previous = told.result.previous
    for code, value in told.tools.items():
        name, change = w.tool(told.edition, code), told.tool_movement(code)
        if change is None or previous is None:
            yield f"{name} ได้ {w.points(value)}"
        else:
            yield f"{name} {w.moved(change)} เมื่อเทียบกับ{w.fiscal_year(previous.year)}"


def _indicators(told: Told) -> Iterator[str]:
    changes = {number: change for number in told.indicators if (change := told.movement(number)) is not None}
    for number, change in changes.items():
        if change.word == SAME and told.result.previous is not None:
            against = f"เมื่อเทียบกับ{w.fiscal_year(told.result.previous.year)}"
            yield f"{w.indicator(told, number)} {w.moved(change)}{against}"


def _disputed(told: Told) -> Iterator[str]:
    for number, other in told.disputed.items():
        first = told.indicators[number]
        yield f"{w.indicator(told, number)} เอกสารระบุไว้สองค่า คือ {w.points(first)} และ {w.points(other)}"


def _urgent(told: Told) -> Iterator[str]:
    """The loss that weighs most, else what is lowest and below the target; and the items without score together."""
    losses = lost_by_indicator(told.result) if not told.disputed else ()
    if losses and losses[0].points and (told.target is None or losses[0].score < told.target):
        most = [one for one in losses if one.points == losses[0].points]
        what = w.named([w.scored_indicator(told, one.key) for one in most])
        each = "แต่ละตัวชี้วัด" if len(most) > 1 else ""
        lost = w.points(rounded(losses[0].points))
        yield f"เรื่องเร่งด่วน คือ {what} ซึ่ง{each}ทำให้เสียคะแนนรวม {lost} มากกว่าตัวชี้วัดอื่น"
    elif told.has_all_indicators and told.target is not None:
        lowest, is_sure = told.by_rule(ListRule(condition="lowest"))
        if is_sure and lowest and all(reading[lowest[0]] < told.target for reading in told.readings):
            what = w.named([w.scored_indicator(told, number) for number in lowest])
            yield f"เรื่องเร่งด่วน คือ {what} ซึ่งต่ำกว่าค่าเป้าหมาย {w.bound(told.target)}"
    yield from _urgent_items(told)


def _urgent_items(told: Told) -> Iterator[str]:
    zero = told.zero_items
    if not zero:
        return
    lost = {one.key: one.points for one in lost_by_item(told.result)}
    named = w.codes(zero)
    if lost.keys() >= {*zero}:
        points = rounded(sum((lost[code] for code in zero), Fraction(0)))
        yield f"เรื่องเร่งด่วนด้านการเปิดเผยข้อมูล คือ {named} ซึ่งไม่ได้คะแนนและทำให้เสียไปรวมกัน {w.points(points)}"
    else:
        yield f"เรื่องเร่งด่วนด้านการเปิดเผยข้อมูล คือ {named} ซึ่งไม่ได้คะแนน"

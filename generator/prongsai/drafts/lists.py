"""Strengths and weaknesses with the rules that they follow, a sentence for each thing that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.drafts import words as w
from prongsai.drafts.told import Told
from prongsai.model.analysis import Condition, ListRule
from prongsai.model.scores import Question
from prongsai.writing.change import Plain

_UNIT = "ตัวชี้วัด"


@dataclass(frozen=True)
class Listed:
    """A list: its text, a point for each entry, what it names, and its rules where they hold by every score."""

    text: str
    points: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    rules: tuple[ListRule, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """The conditions of the list; of a list without rules its text."""
        return tuple(map(key_of, self.rules)) or (self.text,)

    @property
    def plain(self) -> Plain:
        """The list as a data file has it, marked as a draft."""
        found: dict[str, Plain] = {"text": self.text}
        if self.points:
            found["points"] = list(self.points)
        if self.indicators:
            found["indicators"] = list(self.indicators)
        if self.items:
            found["items"] = list(self.items)
        if self.rules:
            found["rules"] = [_plain_rule(rule) for rule in self.rules]
        if count := len(self.indicators) + len(self.items):
            found["stated_count"] = str(count)
        return {**found, "draft": "true"}


def key_of(rule: ListRule) -> str:
    """A rule as one text, by which lists with the same rule are known: below 85."""
    return rule.condition if rule.score is None else f"{rule.condition} {rule.score.normalize():f}"


def _plain_rule(rule: ListRule) -> Plain:
    return rule.condition if rule.score is None else {rule.condition: f"{rule.score.normalize():f}"}


def strengths(told: Told) -> Iterator[Listed]:
    """The highest, what rose, what is above the target, and the questions answered best."""
    yield from _end(told, "highest", "สูงสุด")
    yield from _moved(told, "risen", "เพิ่มขึ้น")
    yield from _beside_target(told, is_above=True)
    yield from _questions(told, is_above=True)


def weaknesses(told: Told) -> Iterator[Listed]:
    """The lowest, what fell, what is below the target, the items without score, and the questions answered worst."""
    yield from _end(told, "lowest", "ต่ำสุด")
    yield from _moved(told, "fallen", "ลดลง")
    yield from _beside_target(told, is_above=False)
    yield from _zero_items(told)
    yield from _partial_items(told)
    yield from _questions(told, is_above=False)


def _end(told: Told, condition: Condition, word: str) -> Iterator[Listed]:
    """The indicators at one end; none where the ends cannot be known or are the same."""
    rule = ListRule(condition=condition)
    found, is_sure = told.by_rule(rule)
    values = set(told.indicators.values())
    if not told.has_all_indicators or not is_sure or not found or len(values) < 2:
        return
    value = told.indicators[found[0]]
    if condition == "highest" and told.target is not None and value < told.target:
        return  # the best of what is below the target is no strength
    name = w.named([w.indicator(told, number) for number in found])
    reached = "" if any(number in told.disputed for number in found) else f" ({_each(found)}{w.points(value)})"
    still = _still_above(told, found) if condition == "lowest" else ""
    yield Listed(f"{_UNIT}ที่ได้คะแนน{word} คือ {name}{reached}{still}", (), found, (), (rule,))


def _each(found: Sequence[str]) -> str:
    return "ตัวชี้วัดละ " if len(found) > 1 else ""


def _still_above(told: Told, found: Sequence[str]) -> str:
    if told.target is None or any(reading[number] <= told.target for reading in told.readings for number in found):
        return ""
    return f" ซึ่งยังสูงกว่าค่าเป้าหมาย {w.bound(told.target)}"


def _moved(told: Told, condition: Condition, word: str) -> Iterator[Listed]:
    rule = ListRule(condition=condition)
    by_rule, is_sure = told.by_rule(rule)
    found = tuple(number for number in by_rule if told.movement(number) is not None)
    previous = told.result.previous
    if not found or previous is None:
        return
    points = tuple(f"{w.indicator(told, number)} {_change(told, number)}" for number in found)
    is_whole = is_sure and found == by_rule and told.has_all_indicators
    head = f"{_UNIT}ที่ได้คะแนน{word}จาก{w.fiscal_year(previous.year)} จำนวน {len(found)} {_UNIT} ดังนี้"
    yield Listed(head, points, found, (), (rule,) if is_whole else ())


def _change(told: Told, number: str) -> str:
    change = told.movement(number)
    return w.moved(change) if change else ""


def _beside_target(told: Told, *, is_above: bool) -> Iterator[Listed]:
    """The indicators on one side of the target; with a sentence each where the changes do not say it already."""
    if told.target is None or not told.indicators:
        return
    rule = ListRule(condition="above" if is_above else "below", score=told.target)
    found, is_sure = told.by_rule(rule)
    on_it = tuple(number for number, value in told.indicators.items() if value == told.target and is_above)
    is_exact = any(value == told.target for reading in told.readings for value in reading.values())
    found = told.numbers_in_order((*found, *(number for number in on_it if number not in told.disputed)))
    if not found:
        return
    word = ("ตั้งแต่" if is_exact else "มากกว่า") if is_above else "น้อยกว่า"
    more = "ขึ้นไป" if is_above and is_exact else ""
    listed = w.named([w.scored_indicator(told, number) for number in found])
    count = f"จำนวน {len(found)} {_UNIT}" if is_sure else "ตามคะแนนทุกแห่งที่เอกสารระบุ"
    text = f"{_UNIT}ที่ได้คะแนน{word} {w.bound(told.target)}{more} {count} คือ {listed}"
    is_ruled = is_sure and not is_exact and told.has_all_indicators
    yield Listed(text, (), found, (), (rule,) if is_ruled else ())


def _zero_items(told: Told) -> Iterator[Listed]:
    zero = told.zero_items
    if zero:
        head = f"ข้อ OIT ที่ไม่ได้คะแนน จำนวน {len(zero)} ข้อ ดังนี้"
        points = tuple(f"{w.item(told.edition, code)} ไม่ได้คะแนน {_reason(told, code)}" for code in zero)
        yield Listed(head, points, (), zero, (ListRule(condition="without_score"),))


def _reason(told: Told, code: str) -> str:
    reasons = told.items[code].reasons
    return f"สาเหตุที่ผู้ตรวจแจ้ง คือ {' และ'.join(reasons)}" if reasons else "โดยยังไม่มีข้อมูลสาเหตุที่ผู้ตรวจแจ้ง"


def _partial_items(told: Told) -> Iterator[Listed]:
    found = told.partial_items
    if found:
        head = f"ข้อ OIT ที่ได้คะแนนไม่เต็ม จำนวน {len(found)} ข้อ ดังนี้"
        points = tuple(f"{w.item(told.edition, code)} ได้ {_value(told.items[code].score)}" for code in found)
        yield Listed(head, points, (), found)


def _value(score: Decimal | None) -> str:
    return w.points(score) if score is not None else ""


def _questions(told: Told, *, is_above: bool) -> Iterator[Listed]:
    """The questions on one side of the target, each with its score and what the survey found."""
    if told.target is None or not told.questions:
        return
    test: Callable[[Decimal], bool] = told.target.__le__ if is_above else told.target.__gt__
    found = [(one, value) for one, value in told.questions if test(value)]
    if not found:
        return
    word = f"ตั้งแต่ {w.bound(told.target)}ขึ้นไป" if is_above else f"น้อยกว่า {w.bound(told.target)}"
    ordered = reversed(found) if is_above else found
    points = tuple(_asked(one, value, with_findings=not is_above) for one, value in ordered)
    yield Listed(f"ข้อคำถามที่ได้คะแนน{word} จำนวน {len(found)} ข้อคำถาม ดังนี้", points)


def _asked(one: Question, value: Decimal, *, with_findings: bool) -> str:
    found = f" ข้อค้นพบ คือ {' และ'.join(one.findings)}" if with_findings and one.findings else ""
    return f"{w.question(one)} ได้ {w.points(value)}{found}"

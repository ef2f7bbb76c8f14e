"""The index of a year's OIT items: how many are ready, and all that is known of each, in official order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.stated import known
from prongsai.views.content import Part, Phrase
from prongsai.views.oit.answers import Answers, ItemAnswer, State
from prongsai.views.oit.items import score_parts
from prongsai.views.oit.readiness import Readiness, group_anchor, group_readiness, has_groups, name_subindicator
from prongsai.views.oit.unfit import word_unanswered
from prongsai.views.oit.words import (
    MARKS,
    ElementLine,
    ItemStatus,
    LackLine,
    LinkLine,
    element_lines,
    lack_lines,
    link_lines,
    look_of,
    state_phrase,
    tag_phrase,
    word_checked,
    word_responsible,
    word_state,
    word_title,
    year_phrase,
)
from prongsai.views.speech import Speech
from prongsai.web import host_of

STATES: tuple[ItemStatus, ...] = ("ready", "lacking", "has_not", "open", "full", "part", "zero", "unscored")


@dataclass(frozen=True)
class Card:
    """One item on the index: only what is known of it."""

    anchor: str
    state: State
    name: Phrase
    answer: Phrase
    facts: tuple[tuple[Part, ...], ...]
    links: tuple[LinkLine, ...]
    elements: tuple[ElementLine, ...]
    unstated: str
    remarks: tuple[str, ...]
    lacks: tuple[LackLine, ...]
    responsible: tuple[Phrase, ...]


@dataclass(frozen=True)
class CardGroup:
    """The items of one sub-indicator; without a key all items of the year."""

    anchor: str
    title: str
    readiness: str
    cards: tuple[Card, ...]


def word_readiness(answers: Answers, speech: Speech) -> str:
    """พร้อมแล้ว ๓๙ จาก ๔๓ ข้อ; where the number of items is not known, of those that are here.

    Of a year whose scores are known, how many items got theirs; where readiness is not shown, how many have an answer.
    """
    if answers.after_scoring:
        return word_scored(answers.items, answers.total, speech)
    if not all(item.told for item in answers.items):
        return speech.digits(f"มีคำตอบ {sum(item.answer != '' for item in answers.items)} ข้อ")
    ready = f"พร้อมแล้ว {answers.ready} จาก"
    if answers.total is not None:
        return speech.digits(f"{ready} {answers.total} ข้อ")
    return speech.digits(f"{ready} {len(answers.items)} ข้อที่แสดงในหน้านี้")


def word_scored(items: Sequence[ItemAnswer], total: int | None, speech: Speech) -> str:
    """ได้คะแนน ๔๐ จาก ๔๓ ข้อ, of `total` items where each has its score, and how many of the scores were inferred."""
    scored = [item for item in items if item.status != "unscored"]
    good = sum(item.status != "zero" for item in scored)
    whole = "ข้อ" if len(scored) == (total or len(items)) else "ข้อที่ทราบคะแนน"
    inferred = sum(item.scored is not None and item.scored.basis == "inferred" for item in scored)
    said = f" (อนุมานคะแนน {inferred} ข้อ)" if inferred else ""
    return speech.digits(f"ได้คะแนน {good} จาก {len(scored)} {whole}{said}")


def split_answers(answers: Answers) -> tuple[Answers, tuple[ItemAnswer, ...]]:
    """The answers that the index shows, and the items of which it says nothing where readiness is not shown."""
    silent = tuple(one for one in answers.items if one.status == "open" and not one.told)
    return replace(answers, items=tuple(one for one in answers.items if one not in silent)), silent


def word_unlisted(answers: Answers, speech: Speech) -> str:
    """The number of the year's items missing here because neither edition nor register names them; else empty."""
    if not all(item.told for item in answers.items):
        return ""
    unlisted = (answers.total or 0) - len(answers.items)
    return speech.digits(f"อีก {unlisted} ข้อยังไม่มีในทะเบียน จึงไม่แสดงในหน้านี้") if unlisted > 0 else ""


def state_counts(answers: Answers, speech: Speech) -> tuple[tuple[State, str, str, str], ...]:
    """The number of items in each state: (state, mark, word, number); states without items are left out."""
    counts = {state: sum(item.status == state for item in answers.items) for state in STATES}
    told = all(item.told for item in answers.items)
    return tuple(
        (look_of(state), MARKS[state], word_state(state, speech, told=told), speech.digits(count))
        for state, count in counts.items()
        if count
    )


def card_groups(answers: Answers, results: Results, speech: Speech) -> tuple[CardGroup, ...]:
    """The cards of all items in official order, under their sub-indicators where the edition knows these."""
    result = results.years[answers.year]
    if not has_groups(answers):
        cards = tuple(item_card(item, result, speech) for item in answers.items)
        return (CardGroup("items", "ทุกข้อตามลำดับ", "", cards),)
    groups = []
    for group in group_readiness(answers, results, by="subindicator"):
        items = [item for item in answers.items if item.subindicator == group.key]
        cards = tuple(item_card(item, result, speech) for item in items)
        ready = word_group(items, group, speech)
        groups.append(CardGroup(group_anchor(group.key), name_subindicator(group, speech), ready, cards))
    return tuple(groups)


def word_group(items: Sequence[ItemAnswer], group: Readiness, speech: Speech) -> str:
    """The number of items of a group that got their score, before that of those that are ready."""
    if any(item.after_scoring for item in items):
        return word_scored(items, len(items), speech)
    return speech.digits(f"พร้อมแล้ว {group.ready} จาก {group.total} ข้อ") if all(item.told for item in items) else ""


def item_card(item: ItemAnswer, result: YearResult, speech: Speech) -> Card:
    """The content of one item in the index."""
    listed = item.elements if any(one.state != "unknown" for one in item.elements) else ()
    listed = listed if item.told else tuple(one for one in listed if one.state == "there")
    unlisted = len(item.elements) if item.answer == "has" and not listed and item.told else 0
    return Card(
        anchor=addresses.item_slug(item.code),
        state=look_of(item.status),
        name=Phrase(word_title(item, speech), href=addresses.item_path(item.year, item.code)),
        answer=tag_phrase(item, speech),
        facts=tuple(_facts(item, result, speech)),
        links=link_lines(item, speech),
        elements=element_lines(listed, speech),
        unstated=speech.digits(f"ยังไม่ได้ระบุตำแหน่งของสิ่งที่ต้องมี {unlisted} รายการ") if unlisted else "",
        remarks=_remarks(item, speech),
        lacks=lack_lines(_without_told(item), speech),
        responsible=word_responsible(item) if _names_unit_apart(item) else (),
    )


def _names_unit_apart(item: ItemAnswer) -> bool:
    """True if the unit is shown with what the item lacks: it is the one to remedy that."""
    waits = item.state != "ready" and not item.after_scoring
    return waits and (bool(item.unit) or (item.told and item.answer != ""))


def _without_told(item: ItemAnswer) -> ItemAnswer:
    """The item without the findings that its links show themselves, unless the agency explains them."""
    told = (one for one in item.findings if one.code != "oit-link-does-not-open" or one.explanation)
    return replace(item, findings=tuple(told))


def _facts(item: ItemAnswer, result: YearResult, speech: Speech) -> Iterator[tuple[Part, ...]]:
    if item.code in result.computed.items:
        yield (Phrase("คะแนน "), *score_parts(result, item.code, speech))
    if item.after_scoring and item.answer:
        yield (Phrase(f"คำตอบ: {state_phrase(item, speech).text}"),)
    says_each = all(link.own or link.seen for link in item.links)  # then every link says its own day
    year, checked = year_phrase(item, speech), "" if says_each else word_checked(item, speech)
    if year:
        yield (year,)
    if item.unit and not _names_unit_apart(item):
        yield word_responsible(item)
    if item.published_on:
        yield (Phrase(f"เผยแพร่ {speech.date(item.published_on)}"),)
    if checked:
        yield (Phrase(checked),)


def _remarks(item: ItemAnswer, speech: Speech) -> tuple[str, ...]:
    """The remarks of the register on the links, and why the page of this site does not answer the item."""
    stated = item.stated
    found = (stated.nothing_happened, stated.note) if stated else ()
    return tuple(filter(None, (*found, word_unanswered(item, speech))))


def main_website(results: Results) -> Phrase | None:
    """The agency's main website, where every way to an answer begins; None where it is not known."""
    address = known(results.site.agency.main_website)
    return Phrase(host_of(address) or address, href=address) if address else None

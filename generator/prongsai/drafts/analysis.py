"""The draft of an analysis as changes to its file: what is not there yet, and what was left out because it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.drafts import words as w
from prongsai.drafts.drafted import Drafted
from prongsai.drafts.findings import findings
from prongsai.drafts.lists import Listed, key_of, strengths, weaknesses
from prongsai.drafts.told import Told
from prongsai.model.analysis import Analysis, DevelopmentPoint, StatedList
from prongsai.model.unfinished import is_unfinished
from prongsai.writing.change import Change, Insert, Plain, Put

_LISTS = {"strengths": "จุดแข็ง", "weaknesses": "จุดอ่อน"}


def draft_analysis(told: Told, file: str) -> Drafted:
    """The draft of the analysis of a year in `file`; what people wrote there stays, only what is missing is added."""
    drafted, analysis = Drafted(), told.result.year.analysis
    entries: dict[str, list[Plain]] = {"findings": _new_findings(told, analysis, drafted)}
    for name, make in (("strengths", strengths), ("weaknesses", weaknesses)):
        entries[name] = _new_lists(name, list(make(told)), analysis, drafted)
    entries["development_points"] = _new_points(told, analysis, drafted)
    drafted.changes = _changes(told, file, analysis, entries)
    return drafted


def _changes(told: Told, file: str, analysis: Analysis | None, entries: dict[str, list[Plain]]) -> list[Change]:
    added = {name: made for name, made in entries.items() if made}
    if not added:
        return []
    if analysis is None:
        title = f"การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสของ{told.agency} ประจำ{w.fiscal_year(told.year)}"
        return [Put(file, (), {"fiscal_year": str(told.year), "title": title, **added})]
    places = {name: len(getattr(analysis, name)) for name in added}
    return [
        Insert(file, (name,), at, entry) for name, made in added.items() for at, entry in enumerate(made, places[name])
    ]


def _new_findings(told: Told, analysis: Analysis | None, drafted: Drafted) -> list[Plain]:
    there = analysis.findings if analysis else ()
    made = list(findings(told))
    if any(not is_unfinished(one) for one in there):
        drafted.left_out.append(f"สิ่งที่พบในภาพรวม {len(made)} ประโยค เพราะหน่วยงานเขียนไว้แล้ว {len(there)} ประโยค")
        return []
    new = [text for text in made if text not in {one.text for one in there}]
    drafted.texts.append(("สิ่งที่พบในภาพรวม", new))
    return [{"text": text, "draft": "true"} for text in new]


def _new_lists(name: str, made: Sequence[Listed], analysis: Analysis | None, drafted: Drafted) -> list[Plain]:
    there = {key for one in (getattr(analysis, name) if analysis else ()) for key in _keys(one)}
    new = [one for one in made if not there & {*one.about, one.text}]
    drafted.left_out += [f"{_LISTS[name]} “{one.text}” เพราะมีรายการของเกณฑ์นี้แล้ว" for one in made if one not in new]
    drafted.texts.append((_LISTS[name], [line for one in new for line in (one.text, *(f"- {x}" for x in one.points))]))
    return [one.plain for one in new]


def _keys(stated: StatedList) -> Iterator[str]:
    yield stated.text
    yield from map(key_of, stated.rules)


def _new_points(told: Told, analysis: Analysis | None, drafted: Drafted) -> list[Plain]:
    points = list(_development(told))
    there = analysis.development_points if analysis else ()
    known_points = {(one.indicator or "", one.item or "") for one in there}
    new = [one for one in points if (one.indicator or "", one.item or "") not in known_points]
    if len(new) < len(points):
        drafted.left_out.append(f"ประเด็นที่ควรพัฒนา {len(points) - len(new)} ประเด็น เพราะมีแล้ว")
    lines = [line for one in new for line in (*one.assessed, *(f"- {point.text}" for point in one.improve))]
    drafted.texts.append(("ประเด็นที่ควรพัฒนา", lines))
    return [_plain_point(one) for one in new]


def _plain_point(one: DevelopmentPoint) -> Plain:
    subject: dict[str, Plain] = {"indicator": one.indicator} if one.indicator else {"item": one.item}
    improve: list[Plain] = [point.text for point in one.improve]
    return {**subject, "assessed": list(one.assessed), "improve": improve, "draft": "true"}


def _development(told: Told) -> Iterator[DevelopmentPoint]:
    """Each weak indicator and each item without score: its figure, and a gap for what the agency will improve."""
    weak = [one for one in weaknesses(told) if one.indicators]
    for number in told.numbers_in_order(number for one in weak for number in one.indicators):
        improve = f"ยกระดับ{w.indicator(told, number)} โดยปรับปรุง ___เรื่องที่{told.agency}จะปรับปรุงก่อนและเหตุผล___"
        yield DevelopmentPoint.model_validate(
            {"indicator": number, "assessed": (_word_figure(told, number),), "improve": ({"text": improve},)}
        )
    for code in (*told.zero_items, *told.partial_items):
        reasons = told.items[code].reasons
        first = [f"แก้ไข{w.item(told.edition, code)} ตามสาเหตุ คือ {reason}" for reason in reasons]
        asked = f"ปรับปรุงหน้าเว็บของข้อ {code} โดย ___สิ่งที่จะเพิ่มหรือแก้ไขและวันที่แล้วเสร็จ___"
        score = told.items[code].score
        reached = f"{w.item(told.edition, code)} {w.reached(score)}" if score is not None else ""
        yield DevelopmentPoint.model_validate(
            {"item": code, "assessed": (reached,), "improve": tuple({"text": text} for text in (*first, asked))}
        )


def _word_figure(told: Told, number: str) -> str:
    """The figure of an indicator, with its change and its distance from the target as far as they are known."""
    name, value = w.indicator(told, number), told.indicators[number]
    if number in told.disputed:
        return f"{name} เอกสารระบุไว้สองค่า คือ {w.points(value)} และ {w.points(told.disputed[number])}"
    change = told.movement(number)
    moved = w.moved(change) if change else f"ได้ {w.points(value)}"
    if told.target is None or value >= told.target:
        return f"{name} {moved}"
    but = "แต่ยัง" if change is not None and change.difference > 0 else "และ"
    return f"{name} {moved} {but}ต่ำกว่าค่าเป้าหมาย {w.bound(told.target)} อยู่ {w.points(told.target - value)}"

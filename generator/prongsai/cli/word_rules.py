"""Sentences on rules that are taken in: what was read, what was repaired or guessed, what would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prongsai.cli.word_edition import named, word_path

if TYPE_CHECKING:
    from prongsai.model.edition import Edition
    from prongsai.pipeline.rulebooks.take_in_rules import Taken
    from prongsai.rulebooks.changes import Difference
    from prongsai.rulebooks.entered import Told
    from prongsai.rulebooks.renumber import Pair

_MOST, _LONGEST = 40, 110  # lines of a list, characters of a text
_TOLD = {
    "repaired": ("ซ่อมอักขระที่เพี้ยนจากการคัดลอก ตรวจกับคู่มือ", "{found}", "{made}"),
    "joined": ("ต่อข้อความที่พิมพ์หลายบรรทัด ตรวจกับคู่มือ", "{found}", "{made}"),
    "code-read": ("อ่านรหัสข้อจากอักขระที่คล้ายกัน", "{found} เป็น {made}", ""),
    "counted": ("ไม่มีรหัสข้อ จึงใช้เลขลำดับเป็นเลขข้อ", "{found} เป็น {made}", ""),
    "missing-code": ("เลขข้อไม่ต่อเนื่อง ไม่พบข้อเหล่านี้ในรายการ ตรวจกับคู่มือว่าตกหล่นหรือไม่", "{found}", ""),
    "code-twice": ("มีรหัสข้อซ้ำ ใช้แถวแรก ไม่ได้นำเข้าแถวนี้", "{found} {made}", ""),
    "out-of-order": ("เลขข้อไม่เรียงลำดับ", "{found} อยู่หลัง {made}", ""),
    "left-out": ("บรรทัดที่ไม่ได้นำเข้า", "{found}", ""),
    "no-code": ("ไม่ทราบรหัส จึงไม่ได้นำเข้าแถวนี้", "{found}", ""),
    "no-page": ("ไม่มีเลขหน้า นำเข้าแล้วแต่ยังไม่ใช้ตัดสิน", "{found}", ""),
    "other-meaning": ("ชื่อข้อเปลี่ยนเป็นเรื่องอื่น จึงนำรหัสความหมายเดิมออก", "{found}", "{made}"),
    "odd-page": ("ไม่ใช่เลขหน้า จึงถือว่าไม่ได้ระบุหน้า", "{found}", ""),
}
_REASONS = {
    "same-key": "รหัสความหมายเดียวกัน",
    "same-page": "ตอบด้วยหน้าเดียวกันของเว็บไซต์",
    "same-title": "ชื่อเดียวกัน",
    "alike": "ชื่อคล้ายกันร้อยละ {share}",
}
_CERTAINTIES = {"certain": "แน่ชัด", "likely": "น่าจะใช่", "doubtful": "ไม่แน่"}


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def word_read(taken: Taken) -> Iterator[str]:
    """The number of things that were read, by kind."""
    counts: dict[str, int] = {}
    for one in taken.read.entries:
        if one.is_new:
            counts[one.section] = counts.get(one.section, 0) + 1
    names = {"items": "ข้อ OIT", "elements": "องค์ประกอบ", "indicators": "ตัวชี้วัด", "subindicators": "ตัวชี้วัดย่อย"}
    said = [f"{names.get(section) or word_path([section])} {count:,}" for section, count in counts.items()]
    kind = "แบบกรอก" if taken.is_workbook else "รายการ"
    yield f"อ่าน{kind} {taken.source.file}: {', '.join(said) or 'ไม่มีแถวที่กรอกหรือแก้'}"
    yield f"หลักฐาน: {taken.source.manual}"
    if taken.read.waiting:
        yield f"แถวจากโครงของปีก่อนที่ยังไม่มีเลขหน้า {taken.read.waiting:,} แถว ยังไม่ยืนยัน จึงไม่ได้นำเข้า"


def word_told(told: Sequence[Told]) -> Iterator[str]:
    """Everything that was repaired, put together, counted or left out, by kind."""
    for kind, (title, *forms) in _TOLD.items():
        own = [one for one in told if one.kind == kind]
        if not own:
            continue
        yield f"{title} ({len(own):,})"
        for one in own[:_MOST]:
            first, *second = (form.format(found=_cut(one.found), made=_cut(one.made)) for form in forms if form)
            yield f"  {one.place} {first}".rstrip() if one.place else f"  {first}"
            yield from (f"      เป็น {line}" for line in second)
        if len(own) > _MOST:
            yield f"  และอีก {len(own) - _MOST:,} แห่ง"


def word_doubted(doubted: Sequence[tuple[str, str]], taken: Taken, old: Edition, year: int) -> Iterator[str]:
    """The rows whose title is another one's than that of the item that they are said to go on with."""
    from prongsai.rulebooks.structure import entries_in

    items = entries_in(taken.rules, "items")
    for new, code in doubted:
        title = items.get(new, {}).get("title") or ""
        was = old.items[code].title or old.items[code].about or ""
        yield (
            f"ข้อ {new} “{title}” ระบุว่าตรงกับข้อ {code} “{was}” ของปี {year} แต่ชื่อต่างกันมาก "
            f"จึงยังไม่ใช้ ถ้าใช่สั่งใหม่โดยเติม --match {new}={code}"
        )


def word_pairs(pairs: Sequence[Pair], year: int) -> Iterator[str]:
    """The pairs of items that a person is asked to confirm, each with its reason and how sure it is."""
    yield f"ข้อที่น่าจะเป็นเรื่องเดียวกับปี {year} รอยืนยัน {len(pairs)} คู่"
    for one in pairs:
        reason = _REASONS[one.reason].format(share=int(one.share * 100))
        yield f"  {one.new} {_cut(one.new_title)}"
        yield f"      ปี {year} {one.old} {_cut(one.old_title)} [{_CERTAINTIES[one.certainty]}: {reason}]"


def word_unpaired(taken: Taken, year: int) -> Iterator[str]:
    """The items of each year for which the other has none."""
    found = taken.renumbering
    entered = {one.code for one in taken.read.entries if one.section == "items"}
    if new := [code for code in found.only_new if code in entered]:
        yield f"ข้อใหม่ที่ไม่พบในปี {year}: {named(new)}"
    if found.only_old and entered:
        yield f"ข้อของปี {year} ที่ไม่พบในรายการนี้: {named(found.only_old)}"


def word_changes(differences: Sequence[Difference]) -> Iterator[str]:
    """The things that would change in the file, without the evidence that comes along."""
    from prongsai.rulebooks.changes import apart, without_evidence

    own = [one for one in apart(differences) if one.path[0] != "evidence" and not one.path[-1].endswith("evidence")]
    own = [one for one in own if one.path[0] not in {"scheme", "fiscal_year"}]
    if own:
        yield f"สิ่งที่จะเปลี่ยนในแฟ้มหลักเกณฑ์ {len(own):,} รายการ"
    for one in own[: 3 * _MOST]:
        now, then = (_said(without_evidence(value)) for value in (one.now, one.then))
        yield f"  {word_path(one.path)}: {_cut(then) or '(ลบ)'}"
        if now:
            yield f"      เดิม: {_cut(now)}"
    if len(own) > 3 * _MOST:
        yield f"  และอีก {len(own) - 3 * _MOST:,} รายการ"


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(filter(None, (_said(one) for key, one in value.items() if key != "key")))
    return " / ".join(map(_said, value)) if isinstance(value, list) else "" if value is None else str(value)

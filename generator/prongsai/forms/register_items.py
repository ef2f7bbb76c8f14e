"""The OIT items of a year to be answered: in official order, with what each must show and the answers of before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.forms.fill_in import FillIn, Given, comment_out, indent, word_comment, write_block
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.examples import written
from prongsai.model.oit import Answer, Register
from prongsai.model.record import words_of


@dataclass(frozen=True)
class Earlier:
    """The answers of an earlier fiscal year (Buddhist Era), and the edition by which they were given."""

    year: int
    edition: Edition
    register: Register

    def code_of(self, item: Item) -> str:
        """The code under which an item of this meaning was answered; empty where it was not."""
        code = self.edition.item_of(item.key) if item.key else None
        return code if code in self.register.items else ""

    def typed(self, code: str) -> Mapping[str, object]:
        """The keys typed in answer to an item, one by one."""
        found = self.register.items[code].typed
        return found if isinstance(found, Mapping) else {}


def write_items(edition: Edition, earlier: Earlier | None, fill_in: FillIn) -> list[str]:
    """The key `items` with every item of the edition; no lines where the edition knows none."""
    lines: list[str] = []
    names = edition.names_for("items")
    for code in names:
        item = edition.items.get(code) or edition.offered.items[code].fact
        is_named = code in edition.items and item.title is not None
        before = earlier.code_of(item) if earlier else ""
        lines += _about(f"{code} {names[code]}", item, edition)
        lines += _about_before(before, earlier) if earlier and before else ()
        typed = earlier.typed(before) if earlier and before else {}
        lines += [f"{code}:", *indent(fill_in.write_fields(Answer, _given(item, typed, is_named=is_named)))]
    lines += _left_over(edition, earlier) if earlier else []
    return [*_introduction(edition, earlier), "items:", *indent(lines)] if names else []


def _introduction(edition: Edition, earlier: Earlier | None) -> Iterator[str]:
    year, count = edition.fiscal_year, len(edition.items)
    if not edition.items:
        yield word_comment(f"โปรแกรมยังไม่ทราบข้อของปี {year} ข้อต่อไปนี้เป็นของปีก่อน แก้เลขข้อและชื่อให้ตรงกับคู่มือของปี {year}")
    elif not edition.knows_all_items:
        yield word_comment(f"โปรแกรมทราบข้อของปี {year} เพียง {count} ข้อ ถ้าคู่มือมีข้ออื่น ให้เพิ่มเองตามแบบเดียวกัน")
    if earlier:
        yield word_comment(
            f"บรรทัดที่มี # ในแต่ละข้อมาจากคำตอบของปี {earlier.year} ตรวจว่ายังตรงกับปี {year} และลิงก์ยังเปิดได้ก่อนลบ #"
        )


def _about(name: str, item: Item, edition: Edition) -> Iterator[str]:
    yield word_comment(name)
    said = words_of(Item.model_fields["year_offset"])
    if said and item.year_offset is not None:
        yield word_comment(f"{said.title}: {edition.fiscal_year + item.year_offset}")


def _about_before(code: str, earlier: Earlier) -> Iterator[str]:
    answer = earlier.typed(code).get("answer")
    yield word_comment(f"ปี {earlier.year} คือข้อ {code} คำตอบ: {'ไม่ได้กรอก' if answer is None else answer}")


def _given(item: Item, typed: Mapping[str, object], *, is_named: bool) -> Given:
    """The earlier answer, and the elements that this year asks for; the answer itself is given again."""
    before = {
        key: comment_out(write_block(key, value))
        for key, value in typed.items()
        if key != "answer" and value is not None
    }
    named: Given = {"title": []} if is_named else {}  # the agency names an item that the edition does not
    placed = typed.get("elements")
    return {**named, **before, "elements": _elements(item, placed if isinstance(placed, Mapping) else {})}


def _elements(item: Item, placed: Mapping[str, object]) -> list[str]:
    """The required elements, each with the place where it was; those that are not asked for any more, in words."""
    needed = [
        line for one in item.elements for line in (word_comment(one.text), *write_block(one.key, placed.get(one.key)))
    ]
    known = {one.key for one in item.elements}
    others = [word_comment(f"{key}: {written(place)}") for key, place in placed.items() if key not in known]
    if not needed:
        return comment_out(write_block("elements", placed)) if placed else []
    return comment_out(["elements:", *indent([*needed, *others])])


def _left_over(edition: Edition, earlier: Earlier) -> Iterator[str]:
    """The earlier answers whose item is not known to be in this year, so that nothing of them is lost."""
    offered = (one.fact for one in edition.offered.items.values())
    taken = {earlier.code_of(item) for item in (*edition.items.values(), *offered)}
    for code in earlier.register.items:
        if code not in taken:
            item = earlier.edition.items.get(code)
            about = f"ปี {earlier.year} ข้อ {code} {item.title if item and item.title else ''}"
            yield word_comment(f"{about} ไม่ทราบว่าตรงกับข้อใดของปี {edition.fiscal_year}: {written(earlier.typed(code))}")

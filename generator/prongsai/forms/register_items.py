"""The OIT items of a year to be answered: in official order, with what each must show and the answers of before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from prongsai.forms.carried import Carried, Earlier
from prongsai.forms.fill_in import FillIn, Given, comment_out, indent, word_comment, write_block
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.examples import written
from prongsai.model.oit import Answer
from prongsai.model.record import words_of


@dataclass(frozen=True)
class Items:
    """The items by which a register is laid out: those of the year, or as long as it has none those of the nearest.

    `edition` has them; `year` (Buddhist Era) is the year of the register.
    """

    year: int
    edition: Edition

    @property
    def later(self) -> int:
        """The years by which the year is later than the items."""
        return self.year - self.edition.fiscal_year

    @property
    def is_borrowed(self) -> bool:
        """True if the items are those of another year, of which nobody has confirmed that they still hold."""
        return self.later != 0

    @property
    def known(self) -> dict[str, Item]:
        """The items by code; a year that lacks some of them has those of near years in their places."""
        own, offered = self.edition.items, self.edition.offered.items
        near = {} if self.is_borrowed or not own else {code: one.fact for code, one in offered.items()}
        return {**near, **own}

    def name(self, code: str) -> str:
        """The name of an item; of one that a near year lends, with the year that it is of."""
        item = self.edition.items.get(code, Item())
        names = {} if self.is_borrowed else self.edition.names_for("items")
        return names.get(code) or item.title or item.about or ""


@dataclass(frozen=True)
class PlacedItem:
    """An item with the code that it has in the register, and the answer carried to it."""

    code: str
    item: Item
    before: Carried | None


def place_items(items: Items, earlier: Earlier | None) -> tuple[PlacedItem, ...]:
    """Every item in official order; with the numbers of the year that was answered, also what its edition lacks."""
    edition, answers = items.edition, earlier.answers if earlier else {}
    same = {code: one for (year, code), one in answers.items() if items.is_borrowed and year == edition.fiscal_year}
    known = items.known
    others = {code: earlier.find(item) for code, item in known.items() if code not in same} if earlier else {}
    taken = [*same.values()]  # in their own year numbers need no meaning
    found = {**dict.fromkeys(known), **others, **same}
    found |= {code: None for code, one in others.items() if _is_among(one, taken)}
    return tuple(PlacedItem(code, known.get(code, Item()), found[code]) for code in edition.in_order(found))


def _is_among(one: Carried | None, taken: Iterable[Carried | None]) -> bool:
    return one is not None and any(one is other for other in taken)


def write_items(items: Items, earlier: Earlier | None, fill_in: FillIn) -> list[str]:
    """The key `items` with every item; no lines where there is none.

    Of items of another year only those that were answered are there, the others wait in comments.
    """
    lines = []
    placed = place_items(items, earlier)
    for one in placed:
        fields, about = fill_in.write_fields(Answer, _given(one, items)), [*_about(one, items)]
        if not items.is_borrowed:
            lines += [*about, f"{one.code}:", *indent(fields)]
        else:  # words inside the item, with which they go when it gets the number of this year
            entry = [f"{one.code}:", *indent([*about, *fields])]
            lines += entry if one.before else comment_out(entry)
    lines += _left_over(items, earlier, placed) if earlier else []
    whole = ["items:", *indent(lines)]
    is_waiting = items.is_borrowed and not any(one.before for one in placed)
    return [*_introduction(items, earlier), *(comment_out(whole) if is_waiting else whole)] if placed else []


def _introduction(items: Items, earlier: Earlier | None) -> Iterator[str]:
    year, count = items.year, len(items.edition.items)
    if items.is_borrowed:
        yield word_comment(
            f"ยังไม่ทราบข้อ OIT ของปี {year} เลขข้อและชื่อข้อต่อไปนี้เป็นของหลักเกณฑ์ปี {items.edition.fiscal_year} "
            f"ยังไม่ยืนยันสำหรับปี {year} ตรวจกับคู่มือของปี {year} ก่อน"
        )
    elif not items.edition.knows_all_items:
        yield word_comment(f"โปรแกรมทราบข้อของปี {year} เพียง {count} ข้อ ถ้าคู่มือมีข้ออื่น ให้เพิ่มเองตามแบบเดียวกัน")
    if earlier:
        yield word_comment(
            f"ข้อที่มี renew ยกคำตอบมาจากปีก่อน ยังไม่นับเป็นคำตอบของปี {year} และไม่แสดงในหน้าใด "
            f"เปิดดูลิงก์และแก้ให้ตรงกับปี {year} แล้วลบบรรทัด renew ของข้อนั้น"
        )


def _about(one: PlacedItem, items: Items) -> Iterator[str]:
    yield word_comment(f"{one.code} {items.name(one.code)}")
    said = words_of(Item.model_fields["year_offset"])
    if said and one.item.year_offset is not None and not items.is_borrowed:
        yield word_comment(f"{said.title}: {items.year + one.item.year_offset}")
    if one.before:
        answer = one.before.typed.get("answer", "ไม่ได้กรอก")
        yield word_comment(f"ปี {one.before.year} คือข้อ {one.before.code} คำตอบ: {answer}")


def _given(one: PlacedItem, items: Items) -> Given:
    """The lines for what was carried, for the elements that the item asks for, and for what an agency need not say."""
    is_known = one.code in items.edition.items and not items.is_borrowed
    is_named = is_known and one.item.title is not None  # the agency names an item that the edition does not
    named: Given = {"title": []} if is_named else {}
    hidden: Given = {"renew": [], "renew_item": []}
    if one.before is None:
        return {**named, **hidden, "elements": _elements(one.item, {}, {})}
    others = one.before.not_carried(is_named=is_named)
    values = one.before.values(one.item, items.year, is_named=is_named, later=items.later)
    told = {key: comment_out(write_block(key, value)) for key, value in others.items()}
    carried = {key: write_block(key, value) for key, value in values.items()}
    return {**named, **hidden, **told, **carried, "elements": _elements(one.item, *one.before.elements(one.item))}


def _elements(item: Item, placed: Mapping[str, object], others: Mapping[str, object]) -> list[str]:
    """The required elements, each with the place where it was; those that are not asked for any more, in words."""
    needed = [
        line for one in item.elements for line in (word_comment(one.text), *write_block(one.key, placed.get(one.key)))
    ]
    if not needed:
        return write_block("elements", placed) if placed else []
    told = [word_comment(f"{key}: {written(place)}") for key, place in others.items()]
    lines = ["elements:", *indent([*needed, *told])]
    return lines if placed else comment_out(lines)


def _left_over(items: Items, earlier: Earlier, placed: tuple[PlacedItem, ...]) -> Iterator[str]:
    """The earlier answers whose item is not known to be in this year, so that nothing of them is lost."""
    for one in left_over(earlier, placed):
        about = f"ปี {one.year} ข้อ {one.code} {one.item.title if one.item and one.item.title else ''}"
        yield word_comment(f"{about} ไม่ทราบว่าตรงกับข้อใดของปี {items.year}: {written(one.typed)}")


def left_over(earlier: Earlier, placed: tuple[PlacedItem, ...]) -> tuple[Carried, ...]:
    """The earlier answers that no item of the year takes up."""
    taken = [one.before for one in placed]
    return tuple(one for one in earlier.answers.values() if not _is_among(one, taken))

"""All links of the registers to other websites: by state, by unit, by year, with the items that use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.links.memory import Memory
from prongsai.links.web_address import readable
from prongsai.thai.codes import item_number
from prongsai.thai.dates import BuddhistDate
from prongsai.views.answers import AnsweredLink, answers_of
from prongsai.views.content import Cell, Column, Part, Phrase, Table, cell, number_cell
from prongsai.views.link_states import STANDINGS, LinkState, Standing, state_of
from prongsai.views.speech import Speech
from prongsai.wording.terms import LINK_GRADES

_LONGEST_ADDRESS = 80  # characters of an address in a list; the whole of it stands on the item's page and in the data


@dataclass(frozen=True)
class LinkUse:
    """One link of one item of a year; `unit_key` is empty where the unit is none of the agency's list."""

    year: int
    code: str
    unit: str
    unit_key: str
    link: AnsweredLink


@dataclass(frozen=True)
class ListedLink:
    """One address with all that use it within one unit."""

    url: str
    unit: str
    unit_key: str
    uses: tuple[tuple[int, str], ...]
    state: LinkState | None

    @property
    def standing(self) -> Standing:
        """How it stands."""
        return self.state.standing if self.state else "unchecked"


def list_uses(results: Results, year: int, memory: Memory) -> tuple[LinkUse, ...]:
    """Every link of a year to another website, in the official order of its items."""
    if results.years[year].year.register is None:
        return ()
    return tuple(
        LinkUse(year, item.code, item.unit, item.unit_key, link)
        for item in answers_of(results, year, (), memory).items
        for link in item.links
        if link.is_external
    )


def list_links(uses: Iterable[LinkUse], memory: Memory) -> tuple[ListedLink, ...]:
    """The addresses of some uses, once for each unit: what does not work first, then by state, unit, year and item."""
    groups: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
    for use in uses:
        groups.setdefault((use.link.href, use.unit, use.unit_key), []).append((use.year, use.code))
    found = [
        ListedLink(url, unit, key, tuple(sorted(set(used), key=_newest_first)), state_of(memory, url))
        for (url, unit, key), used in groups.items()
    ]
    return tuple(sorted(found, key=_order))


def _newest_first(use: tuple[int, str]) -> tuple[int, tuple[str, int]]:
    return -use[0], _code_order(use[1])


def _code_order(code: str) -> tuple[str, int]:
    return "", item_number(code)


def _order(link: ListedLink) -> tuple[object, ...]:
    label = link.state.label if link.state else ""
    year, code = link.uses[0]
    return STANDINGS.index(link.standing), label, link.unit, -year, _code_order(code), link.url


def count_standings(uses: Iterable[LinkUse]) -> Counter[Standing]:
    """How many addresses there are of each standing."""
    found = {use.link.href: use.link.seen.standing if use.link.seen else "unchecked" for use in uses}
    return Counter(found.values())


def last_check(uses: Iterable[LinkUse]) -> BuddhistDate | None:
    """The newest day on which the program checked any of the links."""
    days = (use.link.seen.checked_on for use in uses if use.link.seen)
    return max((day for day in days if day is not None), default=None)


def links_table(standing: Standing, links: Sequence[ListedLink], speech: Speech, *, with_year: bool) -> Table:
    """Some links of one standing; each row leads to the items."""
    columns = [Column("ข้อ")]
    columns += [] if standing in {"good", "unchecked"} else [Column("สิ่งที่พบ")]
    columns += [] if standing == "unchecked" else [Column("ตั้งแต่วันที่")]
    columns += [Column("ลิงก์"), Column("หน่วยงาน")]
    rows = tuple(_row(link, len(columns), speech, with_year=with_year) for link in links)
    caption = speech.digits(f"ลิงก์ที่{LINK_GRADES[standing]} {len(links)} รายการ")
    return Table(standing.replace("_", "-"), caption, tuple(columns), rows)


def _row(link: ListedLink, width: int, speech: Speech, *, with_year: bool) -> tuple[Cell, ...]:
    since = link.state.since if link.state else None
    cells = (
        cell(*_items(link, speech, with_year=with_year), head=True),
        cell(link.state.label if link.state else ""),
        cell(speech.date(since) if since else speech.missing()),
        cell(shorten_address(link.url)),
        cell(_unit_phrase(link.unit)),
    )
    return (cells[0], *cells[6 - width :])


def items_of(links: Iterable[ListedLink]) -> tuple[Phrase, ...]:
    """The items that use some links of one year, each once, leading to its page."""
    uses = sorted({use for link in links for use in link.uses}, key=_newest_first)
    return tuple(Phrase(code, href=addresses.item_path(year, code)) for year, code in uses)


def _items(link: ListedLink, speech: Speech, *, with_year: bool) -> list[Part]:
    """O1 ปี ๒๕๖๕, each leading to the page of the item."""
    parts: list[Part] = []
    for place, (year, code) in enumerate(link.uses):
        parts += [Phrase(", ")] if place else []
        name = f"{code} ปี {speech.digits(year)}" if with_year else code
        parts.append(Phrase(name, href=addresses.item_path(year, code)))
    return parts


def _unit_phrase(unit: str, key: str = "") -> Phrase:
    if not unit:
        return Phrase("ไม่ได้ระบุ", kind="absent")
    return Phrase(unit, href=addresses.unit_path(key) if key else "")


def shorten_address(url: str) -> str:
    """The address for people: without its scheme, readable, and cut in its middle where it is long."""
    text = readable(url).partition("://")[2] or url
    if len(text) <= _LONGEST_ADDRESS:
        return text
    return f"{text[: _LONGEST_ADDRESS - 26]}…{text[-25:]}"


def counts_table(
    key: str, caption: str, head: str, groups: Iterable[tuple[Phrase, Sequence[LinkUse]]], speech: Speech
) -> Table:
    """How many links of each standing there are in each group."""
    columns = (Column(head), Column("ทั้งหมด", True), *(Column(LINK_GRADES[one], True) for one in STANDINGS))
    rows = []
    for name, uses in groups:
        counts = count_standings(uses)
        figures = (counts.total(), *(counts[one] for one in STANDINGS))
        rows.append((cell(name, head=True), *(number_cell(speech.count(figure)) for figure in figures)))
    return Table(key, caption, columns, tuple(rows))


def by_unit(uses: Iterable[LinkUse], units: Iterable[str]) -> list[tuple[Phrase, Sequence[LinkUse]]]:
    """The uses of each unit, in the order of the agency's list, then those of no unit."""
    order = {key: place for place, key in enumerate(units)}
    groups = _grouped(uses, lambda use: (use.unit_key, use.unit))
    keys = sorted(groups, key=lambda one: (order.get(one[0], len(order)), not one[1], one[1]))
    return [(_unit_phrase(name, key), groups[key, name]) for key, name in keys]


def _grouped(
    uses: Iterable[LinkUse], key_of: Callable[[LinkUse], tuple[str, str]]
) -> dict[tuple[str, str], list[LinkUse]]:
    groups: dict[tuple[str, str], list[LinkUse]] = {}
    for use in uses:
        groups.setdefault(key_of(use), []).append(use)
    return groups

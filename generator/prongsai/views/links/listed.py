"""All links of the registers to other websites: by state, by unit, by year, with the items that use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.links.memory import Memory
from prongsai.thai.codes import item_key
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Phrase
from prongsai.views.links.states import LINK_STATUSES, LinkState, LinkStatus, state_of
from prongsai.views.names import OfUnits
from prongsai.views.oit.answers import AnsweredLink, answers_of


@dataclass(frozen=True)
class LinkUse(OfUnits):
    """One link of one item of a year; `units` are those responsible for it, each by its key and its name."""

    year: int
    code: str
    units: tuple[tuple[str, str], ...]
    link: AnsweredLink

    @property
    def each_unit(self) -> tuple[tuple[str, str], ...]:
        """Each unit by itself; without any, what is there for none."""
        return self.units or (("", ""),)


@dataclass(frozen=True)
class ListedLink:
    """One address with all uses of it for which the same units are responsible, named with commas between."""

    url: str
    unit: str
    uses: tuple[tuple[int, str], ...]
    state: LinkState | None

    @property
    def status(self) -> LinkStatus:
        """The status of the link."""
        return self.state.status if self.state else "unchecked"


def list_uses(results: Results, year: int, memory: Memory) -> tuple[LinkUse, ...]:
    """Every link of a year to another website, in the official order of its items."""
    if results.years[year].year.register is None:
        return ()
    return tuple(
        LinkUse(year, item.code, item.units, link)
        for item in answers_of(results, year, (), memory).items
        for link in item.links
        if link.is_external
    )


def list_links(uses: Iterable[LinkUse], memory: Memory) -> tuple[ListedLink, ...]:
    """The addresses of uses, once for the same units: what does not work first, then by state, unit, year and item."""
    groups: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for use in uses:
        groups.setdefault((use.link.href, use.unit), []).append((use.year, use.code))
    found = [
        ListedLink(url, unit, tuple(sorted(set(used), key=_newest_first)), state_of(memory, url))
        for (url, unit), used in groups.items()
    ]
    return tuple(sorted(found, key=_order))


def _newest_first(use: tuple[int, str]) -> tuple[int, tuple[tuple[str, int], ...]]:
    return -use[0], item_key(use[1])


def _order(link: ListedLink) -> tuple[object, ...]:
    label = link.state.label if link.state else ""
    year, code = link.uses[0]
    return LINK_STATUSES.index(link.status), label, link.unit, -year, item_key(code), link.url


def count_statuses(uses: Iterable[LinkUse]) -> Counter[LinkStatus]:
    """The number of addresses of each status."""
    found = {use.link.href: use.link.seen.status if use.link.seen else "unchecked" for use in uses}
    return Counter(found.values())


def last_check(uses: Iterable[LinkUse]) -> BuddhistDate | None:
    """The newest day on which the program checked any of the links."""
    days = (use.link.seen.checked_on for use in uses if use.link.seen)
    return max((day for day in days if day is not None), default=None)


def items_of(links: Iterable[ListedLink]) -> tuple[Phrase, ...]:
    """The items that use some links of one year, each once, leading to its page."""
    uses = sorted({use for link in links for use in link.uses}, key=_newest_first)
    return tuple(Phrase(code, href=addresses.item_path(year, code)) for year, code in uses)


def unit_or_none(unit: str, key: str = "") -> Phrase:
    """The unit that is responsible for a link, leading to its page, or that none is named."""
    if not unit:
        return Phrase("ไม่ได้ระบุ", kind="absent")
    return Phrase(unit, href=addresses.unit_path(key) if key else "")


def by_unit(uses: Iterable[LinkUse], units: Iterable[str]) -> list[tuple[Phrase, Sequence[LinkUse]]]:
    """The uses of each unit, in the order of the agency's list, then those of no unit."""
    order = {key: place for place, key in enumerate(units)}
    groups: dict[tuple[str, str], list[LinkUse]] = {}
    for use in uses:
        for unit in use.each_unit:
            groups.setdefault(unit, []).append(use)
    keys = sorted(groups, key=lambda one: (order.get(one[0], len(order)), not one[1], one[1]))
    return [(unit_or_none(name, key), groups[key, name]) for key, name in keys]

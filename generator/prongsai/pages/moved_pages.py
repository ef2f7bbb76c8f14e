"""Pages at old addresses that lead on or say what was withdrawn, and old ids on pages that remain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from prongsai import addresses
from prongsai.blocks.signposts import Old, moved_blocks, withdrawn_blocks
from prongsai.ledger.follow_redirects import Addresses, answer_of
from prongsai.ledger.rows import Ledger, Row
from prongsai.pages.markup import Components
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.thai.dates import parse_date
from prongsai.views.speech import Speech

MOVED, WITHDRAWN = "หน้านี้ย้ายไปที่อื่นแล้ว", "ถอนออกจากเว็บไซต์แล้ว"
MADE_FROM = ("site_config/urls.csv",)


@dataclass
class Carried:
    """The old ids that one page carries: at things it still has, and in a list of what left it."""

    anchors: dict[str, str] = field(default_factory=dict)
    listed: list[Old] = field(default_factory=list)


class OldAddresses:
    """Plans what becomes of every old address of a settled ledger; `titles` are those of the generated pages."""

    def __init__(self, ledger: Ledger, existing: Addresses, titles: Mapping[str, str], speech: Speech) -> None:
        self.ledger = ledger
        self.existing = existing
        self.titles = titles
        self.speech = speech
        self.gone = tuple(row for row in ledger.rows if not existing.has(row.path))
        self.carried = self._carry()

    def plan_pages(self) -> Iterator[Page]:
        """A page for each old path, in the order of the ledger."""
        for row in self.gone:
            if not row.fragment and row.state == "redirect":
                yield self._moved(row)
            elif not row.fragment and row.state == "withdrawn":
                yield self._withdrawn(row)

    def _moved(self, row: Row) -> Page:
        target = answer_of(self.ledger, self.existing, row.path)
        leads_to = frozenset((target.partition("#")[0],))
        path, mark, fragment = Components(row.path, leads_to, self.speech).href(target).partition("#")
        meta = {
            "redirect": addresses.web_path(path) + mark + quote(fragment),
            "canonical": addresses.web_path(target.partition("#")[0].lstrip("/")),
            "robots": "noindex",
            "head": f"{MOVED} {row.path}",
        }
        blocks = tuple(moved_blocks(self._old(row.path, row, target)))
        about = f"ลิงก์ {row.path} ย้ายไปที่ {target} แล้ว หน้านี้พาไปยังที่อยู่ใหม่"
        return Page(row.path, OF_BLOCKS, MOVED, about, MADE_FROM, meta=meta, blocks=blocks)

    def _withdrawn(self, row: Row) -> Page:
        subject = addresses.subject_of(row.path)
        number = subject.year if addresses.KINDS[subject.kind].in_year else None
        year = addresses.year_path(number) if number is not None else addresses.HOME
        above = year if self.existing.has(year) else addresses.HOME
        blocks = tuple(withdrawn_blocks(self._old(row.path, row, above)))
        about = f"หน่วยงานถอน {row.path} ออกจากเว็บไซต์แล้ว พร้อมวันที่ถอนและเหตุผล"
        meta = {"robots": "noindex", "head": f"{WITHDRAWN} {row.path}"}
        return Page(row.path, OF_BLOCKS, WITHDRAWN, about, MADE_FROM, meta=meta, blocks=blocks)

    def _carry(self) -> dict[str, Carried]:
        carried: dict[str, Carried] = {}
        fragments = [row for row in self.gone if row.fragment]
        # What a page had itself comes before what it takes over from others.
        for row in sorted(fragments, key=lambda one: not self.existing.has(one.page)):
            self._place(row, carried)
        return carried

    def _place(self, row: Row, carried: dict[str, Carried]) -> None:
        """Put the id of a lost fragment on its own page and on the one that this leads to."""
        page = row.page
        if not self.existing.has(page):
            page = answer_of(self.ledger, self.existing, page).partition("#")[0]
            if page != row.page:  # it leads on: whoever stops there finds the id at the top
                carried.setdefault(row.page, Carried()).anchors[row.fragment] = ""
        is_ours = page in self.titles or (page != "" and not self.existing.has(page))
        if is_ours and not self.existing.has(f"{page}#{row.fragment}"):
            self._place_on(page, row, carried.setdefault(page, Carried()))

    def _place_on(self, page: str, row: Row, carrier: Carried) -> None:
        if row.fragment in carrier.anchors or any(one.name == row.fragment for one in carrier.listed):
            return
        target = answer_of(self.ledger, self.existing, row.path)
        is_there = self.existing.has(target)
        target_page, _, fragment = target.partition("#")
        if is_there and target_page == page:
            carrier.anchors[row.fragment] = fragment
        elif not is_there and not self.existing.has(page):  # the page itself says that it was withdrawn
            carrier.anchors[row.fragment] = ""
        else:
            decisive = self.ledger.by_path.get(target, row)
            carrier.listed.append(self._old(row.fragment, decisive, target if is_there else ""))

    def _old(self, name: str, row: Row, target: str) -> Old:
        return Old(name, self._day(row), row.reason, self._title(target), target)

    def _title(self, address: str) -> str:
        page = address.partition("#")[0]
        return "หน้าแรก" if page == addresses.HOME else self.titles.get(page) or address

    def _day(self, row: Row) -> str:
        day = parse_date(row.since)
        return self.speech.date(day) if day else ""

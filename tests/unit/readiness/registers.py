"""Registers of every item of a year, each answered without a fault, and faults to plant in them; all invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sites
from prongsai.analysis.results import analyse_site
from prongsai.links.memory import LinkHistory, Memory
from prongsai.links.seen import State
from prongsai.loading.load_site import load_site
from prongsai.model.edition import Edition
from prongsai.pipeline.judge import every_rule
from prongsai.readiness.item import YearReady
from prongsai.readiness.judge import judge_year
from prongsai.rules import Context, check_by
from unit.makers import write_files

CASES = sites.CASES / "ready"
COUNTS = {2566: 43, 2567: 35, 2569: 26}
SITE = {
    "site_config/agency.yml": (
        "name: เทศบาลตำบลทดสอบ (หน่วยงานสมมุติ)\nmain_website: https://www.example.go.th/\n"
        "channels: [{kind: phone, value: 0 0000 0000}]\nunits: {clerk: {name: สำนักปลัด}, finance: {name: กองคลัง}}\n"
    ),
    "site_config/site.yml": "title: เว็บไซต์ทดสอบ\nsite_url: https://ita.example.go.th/\n",
    "site_config/documents.yml": "documents: {}\n",
}


@dataclass
class Draft:
    """A register that is still being planted with faults: answers by code, and the memory of each address."""

    year: int
    edition: Edition
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    links: dict[str, LinkHistory] = field(default_factory=dict)

    def code(self, key: str) -> str:
        """The code of the item of a meaning."""
        return next(code for code, item in self.edition.items.items() if item.key == key)

    def with_element(self, key: str) -> str:
        """The code of the item that must show an element."""
        items = self.edition.items.items()
        return next(code for code, item in items if any(one.key == key for one in item.elements))

    def url(self, code: str) -> str:
        """The address with which an item is answered."""
        return str(self.answers[code]["links"][0]["url"])

    def link_to(self, code: str, url: str) -> None:
        """Answer an item with another address, which opens."""
        self.answers[code]["links"] = [{"url": url}]
        self.links[url] = history(url, self.year)

    def seen(self, code: str, state: State) -> None:
        """Let the program have seen something else on the last day."""
        url = self.url(code)
        self.links[url] = replace(history(url, self.year), state=state)


def history(url: str, year: int, *changes: tuple[str, State]) -> LinkHistory:
    """The memory of an address that opened on each day of the window, but for changes."""
    first, last = f"{year}-03-01", f"{year}-03-07"
    return LinkHistory(url, State.FINE, first, last, 7, last, ((first, State.FINE), *changes))


def clean(root: Path, year: int) -> Draft:
    """A register in which every item has its link, its year and all of its elements."""
    overlay = (CASES / f"{year}.yml").read_text("utf-8")
    write_files(root, {**SITE, f"site_config/editions/{year}.yml": overlay, f"data/{year}/oit.yml": _text(year, {})})
    edition = load_site(root).site.years[0].edition
    draft = Draft(year, edition)
    for code, item in edition.items.items():
        draft.answers[code] = {"answer": "has", "unit": "clerk"}
        draft.link_to(code, f"https://www.example.go.th/{code.lower()}")
        if item.year_offset is not None:
            draft.answers[code]["fiscal_year"] = year + item.year_offset
        draft.answers[code]["elements"] = {one.key: "ส่วนบนของหน้า" for one in item.elements}
    return draft


def _text(year: int, answers: dict[str, dict[str, Any]]) -> str:
    window = {"from": f"1 มีนาคม {year}", "to": f"7 มีนาคม {year}"}
    return json.dumps({"fiscal_year": year, "check_window": window, "items": answers}, ensure_ascii=False, indent=1)


def judged(root: Path, draft: Draft) -> YearReady:
    """The readiness of a register as it is drafted now."""
    write_files(root, {f"data/{draft.year}/oit.yml": _text(draft.year, draft.answers)})
    loaded = load_site(root)
    context = Context(analyse_site(loaded.site), loaded.unreadable, Memory(draft.links), loaded.incomplete)
    return judge_year(context, draft.year, [*loaded.problems, *check_by(every_rule(), context)])


Plant = Callable[[Draft, str], None]

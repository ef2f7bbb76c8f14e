"""Searching in the browser as a visitor does, and the figures of a whole contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Page

from browser.search_truth import Wanted, must_find

FOUND = "() => [...document.querySelectorAll('[data-result]')].slice(0, 10).map(link => link.dataset.result)"
ENTRIES = """() => [...document.querySelectorAll('#search-results li')]
  .map(item => [...item.querySelectorAll('[data-result]')].map(link => link.dataset.result))"""
DONE = "#search-results[data-of]:not([data-of=''])"
AGAIN = """address => {
  performance.clearMeasures("search");
  document.querySelector("#search-results").dataset.of = "";
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
TIMES = "() => performance.getEntriesByName('search').map(entry => entry.duration)"


@dataclass(frozen=True)
class Outcome:
    """The outcome of one query: the first ten pages, the recall among them, if the first is right, milliseconds."""

    wanted: Wanted
    found: tuple[str, ...]
    recall: float
    is_first_right: bool
    took: float


def search(page: Page, root: str, query: str) -> tuple[str, ...]:
    """The first ten results of a query whose address is opened."""
    page.goto(f"{root}search/?q={quote(query)}")
    return _found(page)


def search_on(page: Page, root: str, query: str) -> tuple[str, ...]:
    """The same on the search page as it is open, which reads its address again as when somebody goes back."""
    page.evaluate(AGAIN, f"{root}search/?q={quote(query)}")
    return _found(page)


def _found(page: Page) -> tuple[str, ...]:
    page.wait_for_selector(DONE, state="attached")
    return tuple(page.evaluate(FOUND))


def entries_of(page: Page) -> list[list[str]]:
    """The entries that are shown, in order: each the page it leads to first, then those of its other years."""
    found: list[list[str]] = page.evaluate(ENTRIES)
    return found


def judge_query(wanted: Wanted, found: tuple[str, ...], texts: Mapping[str, str], took: float) -> Outcome:
    """Judge the first ten results for a query; an attachment counts for itself when it may come first."""
    must = must_find(texts, wanted.means)
    right = sum(path in must or path in wanted.first for path in found[:10])
    possible = min(10, max(1, len(must)))
    is_first_right = bool(found) and found[0] in wanted.first
    return Outcome(wanted, found, min(1.0, right / possible), is_first_right, took)


def figures_of(outcomes: Iterable[Outcome]) -> tuple[float, float]:
    """Mean recall at ten, and the share of queries whose first result is right."""
    kept = list(outcomes)
    return sum(one.recall for one in kept) / len(kept), sum(one.is_first_right for one in kept) / len(kept)

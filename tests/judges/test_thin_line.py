"""Searching on a thin line, as a phone has it: 400 kilobits a second, and 400 milliseconds before every answer.

The line decides and not the machine, so the bars are the goals themselves. A machine that is busy with something else
only makes a run slower: of up to three medians the fastest counts. The visits of the first are side by side, each with
a line of its own, since they mostly wait; where that is too slow, they are made one by one.
"""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.made import PREFIX
from browser.served import serving

pytestmark = pytest.mark.judge

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
QUERY = "ร้องเรียน"
RUNS, TRIES = 3, 3
MOST_MOVED = 0.05
# Notes when the first result is painted, and how far what is seen was pushed about.
WATCH = """(() => {
  window.seen = {moved: 0, painted: 0};
  const add = one => { if (!one.hadRecentInput) seen.moved += one.value; };
  new PerformanceObserver(list => list.getEntries().forEach(add))
    .observe({type: "layout-shift", buffered: true});
  new MutationObserver((_, watching) => {
    if (!document.querySelector("[data-result]")) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => { seen.painted = performance.now(); }));
  }).observe(document, {childList: true, subtree: true});
})()"""


class Seen(NamedTuple):
    """Seconds until the first result was painted, and how far the page moved until it was still."""

    seconds: float
    moved: float


@pytest.mark.parametrize("site", ["model", "own"])
@pytest.mark.parametrize(
    ("packs", "is_first", "most"),
    [(True, False, 2.5), (False, False, 4), (True, True, 4), (False, True, 8)],
    ids=["packed", "unpacked", "packed-first-visit", "unpacked-first-visit"],
)
def test_results_come_soon(browser, six, site, packs, is_first, most):
    """From another page of the site, and on a first visit, results are there in the seconds that people wait."""
    with serving(six[site].folder, PREFIX, packs=packs) as root:
        tries = [visit(browser, root, RUNS, is_first=is_first)]
        while len(tries) < TRIES and not any(middle(runs) <= most for runs in tries):
            tries.append([one for _ in range(RUNS) for one in visit(browser, root, 1, is_first=is_first)])
    print(f"{site}: {[[round(one.seconds, 2) for one in runs] for runs in tries]} s, at most {most}")
    assert min(map(middle, tries)) <= most
    assert max(one.moved for runs in tries for one in runs) <= MOST_MOVED


def middle(runs: list[Seen]) -> float:
    """The median of some runs."""
    return median(one.seconds for one in runs)


def visit(browser: Browser, root: str, count: int, *, is_first: bool) -> list[Seen]:
    """Open a query on some phones at once; unless it is the first visit, other pages before it by a good line."""
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with ExitStack() as stack:
        contexts = [browser.new_context(**phone) for _ in range(count)]
        for context in contexts:
            stack.callback(context.close)
        pages = [_prepare(context, root, is_first=is_first) for context in contexts]
        for page in pages:
            page.goto(f"{root}search/?q={quote(QUERY)}", wait_until="commit")
        return [_search(page) for page in pages]


def _prepare(context: BrowserContext, root: str, *, is_first: bool) -> Page:
    """A page on the thin line."""
    page = context.new_page()
    for path in () if is_first else ("search/", ""):
        page.goto(f"{root}{path}", wait_until="networkidle")
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    page.add_init_script(WATCH)
    return page


def _search(page: Page) -> Seen:
    """The first result and what moved, when no more is asked for."""
    page.wait_for_function("() => window.seen?.painted", timeout=60_000)
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("() => window.seen")
    return Seen(seen["painted"] / 1000, seen["moved"])

"""Searching on a thin line, as a phone has it: 400 kilobits a second, and 400 milliseconds before every answer.

The line decides and not the machine, so the bars are the goals themselves. A machine that is busy with something else
only makes a run slower: of up to three medians the fastest counts.
"""

from __future__ import annotations

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
    tries: list[list[Seen]] = []
    with serving(six[site].folder, PREFIX, packs=packs) as root:
        while len(tries) < TRIES and not any(middle(runs) <= most for runs in tries):
            tries.append([visit(browser, root, is_first=is_first) for _ in range(RUNS)])
    print(f"{site}: {[[round(one.seconds, 2) for one in runs] for runs in tries]} s, at most {most}")
    assert min(map(middle, tries)) <= most
    assert max(one.moved for runs in tries for one in runs) <= MOST_MOVED


def middle(runs: list[Seen]) -> float:
    """The median of some runs."""
    return median(one.seconds for one in runs)


def visit(browser: Browser, root: str, *, is_first: bool) -> Seen:
    """Open the address of a query on a phone; unless it is the first visit, other pages before it by a good line."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    try:
        return _search(context, context.new_page(), root, is_first=is_first)
    finally:
        context.close()


def _search(context: BrowserContext, page: Page, root: str, *, is_first: bool) -> Seen:
    for path in () if is_first else ("search/", ""):
        page.goto(f"{root}{path}", wait_until="networkidle")
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    page.add_init_script(WATCH)
    page.goto(f"{root}search/?q={quote(QUERY)}", wait_until="commit")
    page.wait_for_function("() => window.seen?.painted", timeout=60_000)
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("() => window.seen")
    return Seen(seen["painted"] / 1000, seen["moved"])

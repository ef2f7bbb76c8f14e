"""The cost of a first visit: bytes on a cold cache, and the first paint before any script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from browser.made import EXAMPLES, PREFIX, Made
from browser.served import serving
from browser.visit import Visitor, window

MOST, HEAVIEST_PAGE, HEAVIEST_INDEX = 150_000, 60_000, 120_000  # bytes: of a whole first view; of HTML, not packed
PHONE = {"width": 390, "height": 844}
LATE = 3.0  # seconds that the server keeps scripts waiting
FIRST_PAINT = """() => new Promise(tell => {
  const told = list => list.getEntriesByName("first-contentful-paint").forEach(paint => tell(paint.startTime));
  new PerformanceObserver(told).observe({ type: "paint", buffered: true });
})"""


@contextmanager
def _counted(browser: Browser, root: str) -> Iterator[tuple[Visitor, dict[str, int]]]:
    """A window with a cold cache, and the bytes that each address of the site then costs, head and body."""
    with window(browser, root, viewport=PHONE) as visitor:
        network = visitor.page.context.new_cdp_session(visitor.page)
        network.send("Network.enable")
        asked: dict[str, str] = {}
        cost: dict[str, int] = {}

        def finish(event: dict) -> None:
            path = urlsplit(asked[event["requestId"]]).path.removeprefix(PREFIX)
            cost[path] = cost.get(path, 0) + int(event["encodedDataLength"])

        network.on("Network.requestWillBeSent", lambda one: asked.update({one["requestId"]: one["request"]["url"]}))
        network.on("Network.loadingFinished", finish)
        yield visitor, cost


def _heaviest(made: Made) -> str:
    """The heaviest of the pages that show one measure or the measures of a year."""
    kinds = made.every_kind()
    pages = [kinds[name] for name in ("measure", "measures") if name in kinds]
    return max(pages, key=lambda page: made.file(page).stat().st_size)


@pytest.mark.parametrize("name", ["own", *EXAMPLES])
def test_a_first_view_is_light(browser, six, name):
    """On a phone that has nothing yet, a page of measures costs at most 150 KB in all, and no index is fetched."""
    page = _heaviest(six[name])
    with serving(six[name].folder, PREFIX) as root, _counted(browser, root) as (visitor, cost):
        visitor.open(page)
        visitor.page.wait_for_load_state("networkidle")
    parts = "\n".join(f"  {count:>7}  {path}" for path, count in sorted(cost.items(), key=lambda one: -one[1]))
    print(f"{name} /{page}: {sum(cost.values())} bytes\n{parts}")
    assert page in cost
    assert len(cost) > 5, parts
    assert sum(cost.values()) <= MOST, parts
    assert not [path for path in cost if "search" in path and path.endswith(".json")], parts


@pytest.mark.parametrize("name", ["own", *EXAMPLES])
def test_html_is_light(six, name):
    """No page of HTML is heavier than 60 KB, the index of the OIT items than 120 KB."""
    made = six[name]
    limits = {page: HEAVIEST_INDEX if page.endswith("/oit/") else HEAVIEST_PAGE for page in made.pages}
    sizes = {page: made.file(page).stat().st_size for page in made.pages}
    assert {page: size for page, size in sizes.items() if size > limits[page]} == {}


def test_the_first_paint_waits_for_no_script(browser, own):
    """The page is painted while its scripts are still on their way; the browser comes to them later."""
    page = own.every_kind()["measures"]
    with serving(own.folder, PREFIX, {".js": LATE}) as root, window(browser, root, viewport=PHONE) as visitor:
        visitor.page.goto(f"{root}{page}", wait_until="commit")
        painted = visitor.page.evaluate(FIRST_PAINT)
        visitor.page.wait_for_load_state("load")
        loaded = visitor.page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventStart")
    assert loaded >= LATE * 1000
    assert painted < LATE * 1000 / 2

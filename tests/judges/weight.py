"""The cost of the first view of a page on a phone: bytes as they are sent, and seconds on a thin line."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page

from browser.made import PREFIX

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "locale": "th-TH"}
OF_THE_THEME = "assets/"
_LARGEST_PAINT = """() => new Promise(tell => {
  let last = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { last = one.startTime; }))
    .observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => tell(last), 200);
})"""


class Seen(NamedTuple):
    """The requests of one first view: the bytes of each file, head and body, and when its largest part was painted.

    `pictures` are those that the agency itself put on the page.
    """

    cost: dict[str, int]
    pictures: frozenset[str]
    seconds: float

    @property
    def bytes(self) -> int:
        """All that was sent, but for the agency's own pictures."""
        return sum(size for name, size in self.cost.items() if name not in self.pictures)


def look(browser: Browser, root: str, path: str, *, is_thin: bool = False) -> Seen:
    """Open a page of the site at `root` with nothing kept from before, and wait until no more is asked for."""
    context = browser.new_context(**PHONE)
    try:
        return _look(context.new_page(), f"{root}{path}", is_thin=is_thin)
    finally:
        context.close()


def _look(page: Page, address: str, *, is_thin: bool) -> Seen:
    line = page.context.new_cdp_session(page)
    cost, pictures = _count(line)
    if is_thin:
        line.send("Network.emulateNetworkConditions", LINE)
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_load_state("networkidle")
    return Seen(cost, frozenset(pictures), page.evaluate(_LARGEST_PAINT) / 1000)


def _count(line: CDPSession) -> tuple[dict[str, int], set[str]]:
    """Two notes that fill while the page loads: the bytes of each file, and which are pictures of the agency."""
    names: dict[str, str] = {}
    cost: dict[str, int] = {}
    pictures: set[str] = set()

    def answer(event: dict) -> None:
        name = urlsplit(event["response"]["url"]).path.removeprefix(PREFIX)
        names[event["requestId"]] = name
        if event["response"]["mimeType"].startswith("image/") and not name.startswith(OF_THE_THEME):
            pictures.add(name)

    def finish(event: dict) -> None:
        name = names[event["requestId"]]
        cost[name] = cost.get(name, 0) + int(event["encodedDataLength"])

    line.send("Network.enable")
    line.on("Network.responseReceived", answer)
    line.on("Network.loadingFinished", finish)
    return cost, pictures

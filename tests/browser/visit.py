"""One visit to a page in a real browser: what it said, what it asked for, what it looked like, what axe found."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
HEIGHT = 844

# What the policy of the site forbids is said aloud, whatever the console makes of it.
WATCH_POLICY = """addEventListener("securitypolicyviolation", broken =>
  console.error(`policy: ${broken.effectiveDirective} ${broken.blockedURI} ${broken.sample}`));"""

FACTS = """() => {
  const content = (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? "";
  return {
    lang: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    description: content("meta[name=description]", "content"),
    canonical: content("link[rel=canonical]", "href"),
    scheme: document.documentElement.dataset.mdColorScheme,
    font: document.fonts.check("400 16px Sarabun", "ก"),
  };
}"""

TOO_WIDE = """() => {
  const width = innerWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const scrolls = element => {
    for (let up = element.parentElement; up; up = up.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return up !== document.body;
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > width + 1 && !scrolls(element));
  const names = wide.slice(0, 4).map(element => element.outerHTML.slice(0, 120));
  return [`page ${document.scrollingElement.scrollWidth} > ${width}`, ...names];
}"""

REGIONS = """() => [...document.querySelectorAll("article table")].map(table => {
  const region = table.closest("[tabindex='0']");
  const ids = region?.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const named = ids.map(id => document.getElementById(id)?.textContent.trim() ?? "").join(" ");
  return {
    table: table.textContent.trim().slice(0, 60),
    focusable: region?.tabIndex === 0,
    name: named || region?.getAttribute("aria-label") || "",
    scrolls: region ? ["auto", "scroll"].includes(getComputedStyle(region).overflowX) : false,
  };
})"""


@dataclass
class Visit:
    """The behaviour of a page when it was opened."""

    page: str
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    wide: dict[int, list[str]] = field(default_factory=dict)
    regions: list[dict[str, Any]] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


class Visitor:
    """Opens pages of one site in one window; every visit is recorded."""

    def __init__(self, page: Page, root: str) -> None:
        self.page, self.root = page, root
        self.visit = Visit("")
        self.host = urlsplit(root).netloc
        page.add_init_script(WATCH_POLICY)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.visit.said.append(f"error: {error}"))
        page.on("request", self._ask)
        page.on("requestfailed", lambda request: self.visit.failed.append(f"{request.url}: {request.failure}"))
        page.on("response", self._answer)

    def open(self, path: str) -> Visit:
        """Open the page at `path` below the root, and wait until it is complete."""
        self.visit = Visit(path)
        self.page.goto(f"{self.root}{path}", wait_until="load")
        self.page.evaluate("() => document.fonts.ready.then(() => true)")
        return self.visit

    def look(self, path: str, *, widths: tuple[int, ...]) -> Visit:
        """Open a page and record all there is to see, at each width in turn; axe looks at the first."""
        self.page.set_viewport_size({"width": widths[0], "height": HEIGHT})
        visit = self.open(path)
        visit.facts = self.page.evaluate(FACTS)
        visit.regions = self.page.evaluate(REGIONS)
        visit.violations = violations(self.page)
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            visit.wide[width] = self.page.evaluate(TOO_WIDE)
        return visit

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.visit.said.append(f"{message.type}: {message.text}")

    def _ask(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host:
            self.visit.foreign.append(request.url)

    def _answer(self, response: Response) -> None:
        if response.status >= 400:
            self.visit.failed.append(f"{response.url}: {response.status}")


# What passes over into new colours has arrived before anybody judges them.
ARRIVE = """() => document.getAnimations()
  .filter(moving => Number.isFinite(moving.effect.getComputedTiming().endTime)).forEach(moving => moving.finish())"""


@contextmanager
def window(browser: Browser, root: str, **options: Any):
    """A fresh window of the browser on the site at `root`, closed at the end."""
    chosen = {"viewport": {"width": 390, "height": HEIGHT}, "locale": "th-TH", **options}
    context = browser.new_context(**chosen)
    try:
        yield Visitor(context.new_page(), root)
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """The violations that axe finds in the settled page, each with its culprit: links fade into the dark colours."""
    page.evaluate(ARRIVE)
    if not page.evaluate("() => Boolean(window.axe)"):  # it stays as long as the page does
        page.evaluate(AXE_SCRIPT)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": AXE_TAGS}}
    found = page.evaluate("options => axe.run(options).then(said => said.violations)", options)
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]

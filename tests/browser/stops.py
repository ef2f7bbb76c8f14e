"""The path of the Tab key over a page, written down by the page itself, so that a whole page takes a moment."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

WATCH = """() => {
  window.stops = [];
  const numbers = new Map([...document.querySelectorAll("*")].map((element, number) => [element, number]));
  const regions = {
    header: "header", "#ps-menu": "menu", ".md-sidebar--secondary": "contents", article: "article", footer: "footer",
  };
  addEventListener("focusin", ({ target }) => {
    const shown = target.type === "radio" ? target.form.querySelector("label:not([hidden])") : target;
    const style = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    const head = document.querySelector("header").getBoundingClientRect();
    const region = Object.keys(regions).find(selector => target.closest(selector));
    window.stops.push({
      number: numbers.get(target), html: target.outerHTML.slice(0, 120), region: regions[region] ?? "outside",
      name: target.className || target.tagName,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.visibility === "visible",
      seen: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
      covered: region !== "header" && !target.matches(".md-skip") && box.bottom <= head.bottom && box.top >= head.top,
      box: [box.left, box.top + scrollY, box.right, box.bottom + scrollY],
    });
  });
}"""
# What the Tab key should reach; of radio buttons it reaches one in each group.
REACHABLE = """() => [...document.querySelectorAll(
  "a[href], button, input:not([type=hidden]):not([type=radio]), select, textarea, summary, [tabindex='0']")]
  .filter(element => element.tabIndex >= 0 && !element.disabled && !element.matches(".md-skip"))
  .filter(element => element.checkVisibility({ visibilityProperty: true }))
  .map(element => [...document.querySelectorAll("*")].indexOf(element))"""
MOST = 700  # stops; a page with more is reported as a trap
AT_ONCE = 20


def walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Every stop of the focus from one end of the page to the other, by Tab or by Shift+Tab."""
    page.evaluate(WATCH)
    for _ in range(MOST // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press(key)
        stops = page.evaluate("() => window.stops")
        again = [place for place, stop in enumerate(stops) if place and stop["number"] == stops[0]["number"]]
        if again:
            return stops[: again[0]]
    raise AssertionError(f"the focus is trapped: {[stop['html'] for stop in stops[-3:]]}")


def reachable(page: Page) -> set[int]:
    """The places in the document of all that the Tab key should reach."""
    return set(page.evaluate(REACHABLE))

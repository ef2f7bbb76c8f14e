"""The site by keyboard alone."""

from __future__ import annotations

from itertools import groupby

import pytest

from browser.visit import window

FOCUS = """() => {
  const now = document.activeElement;
  const shown = now.type === "radio" ? now.nextElementSibling : now;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const regions = {
    header: "header", "#ps-menu": "menu", ".md-sidebar--secondary": "contents", article: "article", footer: "footer",
  };
  const region = Object.keys(regions).find(selector => now.closest(selector));
  return {
    name: now.className || now.tagName,
    html: now.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.visibility === "visible",
    seen: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    region: now === document.body ? "end" : regions[region] ?? "outside",
  };
}"""


def _tab(page, times: int) -> list[dict]:
    """The stops of the focus, at most to the end of the page."""
    found = []
    for _ in range(times):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUS)
        if now["region"] == "end":
            break
        found.append(now)
    return found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "2564/scores/", "2565/measures/"])
def test_focus_goes_the_way_one_reads(browser, own_root, width, path):
    """The Tab key reaches the link past the menu first, then the header and the menu, and is never out of sight."""
    with window(browser, own_root, viewport={"width": width, "height": 844}) as visitor:
        visitor.open(path)
        stops = _tab(visitor.page, 30)
    assert "md-skip" in stops[0]["name"]
    assert [stop["html"] for stop in stops if not stop["outlined"] or not stop["seen"]] == []
    order = [region for region, _ in groupby(stop["region"] for stop in stops)]
    expected = ["outside", "header", "menu", "contents", "article", "footer"]
    assert order == [name for name in expected if name in order]
    assert {"outside", "header", "article", *(["menu"] if width > 1000 else [])} <= set(order)


def test_the_first_link_leads_past_the_menu(browser, own_root):
    """Following the first link, the next stop is in the text of the page."""
    with window(browser, own_root, viewport={"width": 1280, "height": 844}) as visitor:
        visitor.open("2564/scores/")
        _tab(visitor.page, 1)
        visitor.page.keyboard.press("Enter")
        assert _tab(visitor.page, 1)[0]["region"] == "article"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("name", "opened"), [("เปิดเมนู", "#ps-menu"), ("เปิดช่องค้นหา", "#ps-find")])
def test_what_a_button_opens_is_reached_and_left_by_keys(browser, own_root, name, opened, script):
    """On a phone menu and search open with Enter, Tab leads into them; Escape closes them and leads back."""
    with window(browser, own_root, java_script_enabled=script) as visitor:
        visitor.open("2564/scores/")
        sheet, button = visitor.page.locator(opened), visitor.page.get_by_role("button", name=name)
        assert not sheet.is_visible()
        button.press("Enter")
        assert sheet.is_visible()
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate("opened => document.activeElement.closest(opened) !== null", opened)
        visitor.page.keyboard.press("Escape")
        assert not sheet.is_visible()
        assert button.evaluate("button => button === document.activeElement")


def test_arrow_keys_scroll_a_wide_table(browser, own_root):
    """A table that is wider than the phone scrolls by the arrow keys, and the page stays where it is."""
    with window(browser, own_root) as visitor:
        visitor.open("2564/scores/")
        wide = visitor.page.locator("[aria-labelledby='t-indicators'].ps-table")
        assert wide.evaluate("region => region.scrollWidth > region.clientWidth")
        wide.focus()
        visitor.page.keyboard.press("ArrowRight")
        visitor.page.wait_for_function("() => document.activeElement.scrollLeft > 0")
        assert visitor.page.evaluate("() => scrollX") == 0

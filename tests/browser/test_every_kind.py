"""One page of every kind on a wide screen, in the dark, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from browser.made import KINDS_OF_PAGES, WITHDRAWN
from browser.visit import HEIGHT, TOO_WIDE, Visit

KINDS = ["by hand", WITHDRAWN, *KINDS_OF_PAGES]
PHONE = {"width": 390, "height": HEIGHT}
LEFT = "net::ERR_ABORTED"  # what was still on its way when the link was followed
# Controls that only a script can work, and what is said where there is none, are not the text of a page.
TEXT = """() => {
  document.querySelectorAll("[data-script-only], article noscript").forEach(element => element.remove());
  return document.querySelector("article").innerText.replace(/\\s+/g, " ").trim();
}"""


def test_every_kind_has_a_page(kinds):
    """There is a page of each kind, so that the tests below look at all of them."""
    assert sorted(kinds) == sorted(KINDS)


@pytest.fixture(scope="module")
def look(windows, kinds) -> Callable[[str], tuple[Visit, str]]:
    """Looks once at the page of a kind, wide, and then reads on a phone what it says."""

    @cache
    def visit(kind: str) -> tuple[Visit, str]:
        root, path = kinds[kind]
        visitor = windows(root)
        seen = visitor.look(path, widths=(1280,))
        visitor.page.set_viewport_size(PHONE)
        return seen, visitor.page.evaluate(TEXT)

    return visit


@pytest.mark.parametrize("kind", KINDS)
def test_a_wide_screen(look, kind):
    """On a wide screen axe finds nothing, the page does not scroll sideways, and nothing is missing."""
    visit, _ = look(kind)
    wrong = visit.violations + visit.wide[1280] + visit.said + visit.failed + visit.foreign
    assert not wrong, "\n".join((visit.page, *wrong))


@pytest.mark.parametrize("kind", KINDS)
def test_the_dark_scheme(windows, kinds, kind):
    """A reader who prefers the dark gets the dark colours, and axe finds their contrast sufficient."""
    root, path = kinds[kind]
    visit = windows(root, color_scheme="dark").look(path, widths=(1280,))
    assert visit.facts["scheme"] == "slate", path
    assert not visit.violations, "\n".join((path, *visit.violations))


@pytest.mark.parametrize("kind", KINDS)
def test_without_javascript(windows, kinds, look, kind):
    """Without JavaScript a page shows the same text, fits the phone, and its menu opens and leads on."""
    root, path = kinds[kind]
    _, with_script = look(kind)
    visitor = windows(root, java_script_enabled=False)
    page, visit = visitor.page, visitor.open(path)
    assert page.evaluate(TEXT) == with_script, path
    assert page.evaluate(TOO_WIDE) == [], path
    menu = page.locator("#ps-menu")
    assert not menu.is_visible()
    page.get_by_role("button", name="เปิดเมนู").click()
    assert menu.is_visible()
    name, place = ("หน้าแรก", "") if kind == "nothing" else ("มาตรการทุกปี", "measures/")
    with page.expect_navigation() as led:
        menu.get_by_role("link", name=name).click()
    assert (led.value.status, led.value.url) == (200, f"{root}{place}")
    missing = [one for one in visit.failed if not one.endswith(LEFT)]
    assert missing + visit.foreign + visit.said == [], path

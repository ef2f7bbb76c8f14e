"""One page of every kind on a wide screen, in the dark, and without JavaScript."""

from __future__ import annotations

from browser.made import KINDS_OF_PAGES, WITHDRAWN
from browser.spread import spread, together
from browser.visit import HEIGHT, TOO_WIDE

KINDS = ["by hand", WITHDRAWN, *KINDS_OF_PAGES]
PHONE = {"width": 390, "height": HEIGHT}
# Controls that only a script can work, and what is said where there is none, are not the text of a page.
TEXT = """() => {
  document.querySelectorAll("[data-script-only], article noscript").forEach(element => element.remove());
  return document.querySelector("article").innerText.replace(/\\s+/g, " ").trim();
}"""


@together()
def test_every_kind_has_a_page(kinds):
    """There is a page of each kind, so that the tests below look at all of them."""
    assert sorted(kinds) == sorted(KINDS)


@spread("kind", KINDS)
def test_a_wide_screen(windows, kinds, kind):
    """On a wide screen axe finds nothing, the page does not scroll sideways, and nothing is missing."""
    root, path = kinds[kind]
    visit = windows(root).look(path, widths=(1280,))
    wrong = visit.violations + visit.wide[1280] + visit.said + visit.failed + visit.foreign
    assert not wrong, "\n".join((path, *wrong))


@spread("kind", KINDS)
def test_the_dark_scheme(windows, kinds, kind):
    """A reader who prefers the dark gets the dark colours, and axe finds their contrast sufficient."""
    root, path = kinds[kind]
    visit = windows(root, color_scheme="dark").look(path, widths=(1280,))
    assert visit.facts["scheme"] == "slate", path
    assert not visit.violations, "\n".join((path, *visit.violations))


@spread("kind", KINDS)
def test_without_javascript(windows, kinds, kind):
    """Without JavaScript a page shows the same text, fits the phone, and its menu opens and leads on."""
    root, path = kinds[kind]
    visitor = windows(root)
    visitor.page.set_viewport_size(PHONE)
    visitor.open(path)
    with_script = visitor.page.evaluate(TEXT)
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
    assert visit.failed + visit.foreign + visit.said == [], path

"""The choice of light and dark: it follows the device until a reader chooses, and is kept from page to page."""

from __future__ import annotations

import pytest

from browser.visit import window

SCHEME = "() => document.documentElement.dataset.mdColorScheme"
SHOWN = "() => [...document.querySelectorAll('form[data-palette] label')].map(label => !label.hidden)"
BAR = "() => document.querySelector('meta[name=theme-color]')?.content"


@pytest.fixture
def visitor(browser, small_root):
    """A window of its own, since it keeps what is chosen."""
    with window(browser, small_root, color_scheme="light") as found:
        yield found


def is_shown(visitor, scheme, index):
    """Wait until the page has a scheme and offers the choice after the one of this place."""
    visitor.page.wait_for_function(f"([scheme]) => ({SCHEME})() === scheme", arg=[scheme])
    assert visitor.page.evaluate(SHOWN) == [at == index for at in range(3)]


def test_what_is_chosen_is_kept(visitor):
    """Each press offers the next choice: light, dark, as the device; another page and another visit know it."""
    visitor.open("")
    is_shown(visitor, "default", 0)
    visitor.page.locator("form[data-palette] label:visible").click()
    is_shown(visitor, "default", 1)
    visitor.page.locator("form[data-palette] label:visible").click()
    is_shown(visitor, "slate", 2)
    visitor.open("contact/")
    is_shown(visitor, "slate", 2)
    visitor.page.locator("form[data-palette] label:visible").click()
    is_shown(visitor, "default", 0)


def test_it_follows_the_device(visitor):
    """Without a choice the page changes with the device, at once; a chosen scheme stays; a phone's bar changes too."""
    visitor.open("")
    is_shown(visitor, "default", 0)
    visitor.page.wait_for_function(f"() => ({BAR})()")
    visitor.page.emulate_media(color_scheme="dark")
    is_shown(visitor, "slate", 0)
    visitor.page.locator("form[data-palette] label:visible").click()
    is_shown(visitor, "default", 1)
    visitor.page.emulate_media(color_scheme="light")
    visitor.page.emulate_media(color_scheme="dark")
    is_shown(visitor, "default", 1)


def test_the_keyboard_chooses(visitor):
    """Enter on the choice goes to the next one and stays on it."""
    visitor.open("")
    is_shown(visitor, "default", 0)
    visitor.page.locator("form[data-palette] input").first.focus()
    visitor.page.keyboard.press("Enter")
    is_shown(visitor, "default", 1)
    visitor.page.keyboard.press("Enter")
    is_shown(visitor, "slate", 2)


def test_opening_a_page_changes_nothing_of_its_look(visitor):
    """Once the page is there, nothing that could restyle all of it is touched: its colours came before it."""
    visitor.page.add_init_script(
        """addEventListener('DOMContentLoaded', () => {
             window.touched = [];
             new MutationObserver(all => touched.push(...all.map(one => one.attributeName)))
               .observe(document.documentElement, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
           }, { once: true, capture: true });"""
    )
    visitor.open("contact/")
    visitor.page.wait_for_function(f"() => ({BAR})()")
    assert set(visitor.page.evaluate("() => touched")) == set()

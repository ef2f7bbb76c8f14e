"""Copying from a page: its address, and the lines by which a chart is shown elsewhere."""

from __future__ import annotations

from browser.visit import window

PASTED = "() => navigator.clipboard.readText()"


def test_buttons_copy_the_address_and_the_lines_of_a_chart(browser, own_root):
    """The address as it is written, and a chart's file with its name in a link to the page; each says so."""
    with window(browser, own_root, permissions=["clipboard-read", "clipboard-write"]) as visitor:
        page = visitor.page
        visitor.open("2564/scores/")
        place = page.locator(".ps-share a").first
        page.locator(".ps-share button").click()
        assert page.evaluate(PASTED) == place.inner_text() == place.get_attribute("href")
        assert page.locator(".ps-share [aria-live]").inner_text().strip() == "คัดลอกแล้ว"
        page.locator(".ps-behind summary").first.click()
        page.locator(".ps-use button").first.click()
        name = page.locator("figcaption").first.text_content()
        file = page.locator(".ps-use a[href$='.svg']").first.evaluate("link => link.href")
        lines = f'<a href="{place.get_attribute("href")}"><img src="{file}" alt="{name}"></a>'
        assert page.evaluate(PASTED) == page.locator(".ps-use code").first.inner_text() == lines


def test_without_a_script_the_address_is_there_to_read(browser, own_root):
    """No button that does nothing, and the whole address."""
    with window(browser, own_root, java_script_enabled=False) as visitor:
        visitor.open("2564/scores/")
        assert visitor.page.locator(".ps-share a").first.inner_text().endswith("/2564/scores/")
        assert visitor.page.locator(".ps-share button, .ps-use button").count() == 0

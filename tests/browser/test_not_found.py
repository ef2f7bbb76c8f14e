"""The page for addresses where nothing is, however deep, with and without an address of the site."""

from __future__ import annotations

import pytest

from browser.made import PREFIX
from browser.served import serving
from browser.visit import TOO_WIDE, violations, window

MISSING = "2564/nope/x/"
INVITED = {  # the survey and the channels of complaints are at the foot of every page
    "https://itas.example.go.th/go/eit/example",
    "tel:020000019",
    "https://line.me/R/ti/p/%40example",
}


@pytest.mark.parametrize("which", ["own", "addressless"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_missing_page_leads_home(browser, request, which, width):
    """An address without a page gives one with its styles, whose links lead on, and a way home."""
    made = request.getfixturevalue(which)
    with serving(made.folder, PREFIX) as root, window(browser, root) as visitor:
        page = visitor.page
        page.set_viewport_size({"width": width, "height": 844})
        visit = visitor.open(MISSING)
        assert visit.failed == [f"{root}{MISSING}: 404"]
        assert visit.foreign == []
        assert page.evaluate("() => document.fonts.check('400 16px Sarabun', 'ก')")
        assert page.locator("h1").inner_text() == "ไม่พบหน้าที่ต้องการ"
        assert violations(page) + page.evaluate(TOO_WIDE) == []
        targets = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
        assert {target for target in targets if not target.startswith(root)} == (INVITED if which != "own" else set())
        with page.expect_navigation() as led:
            page.get_by_role("link", name="กลับไปหน้าแรก").click()
        assert (led.value.status, page.url) == (200, root)


def test_no_page_claims_an_address_that_is_not_known(addressless):
    """Without an address of the site no page names its own, and there is no list of addresses."""
    claiming = [path for path in addressless.folder.rglob("*.html") if 'rel="canonical"' in path.read_text("utf-8")]
    assert claiming == []
    assert list(addressless.folder.glob("sitemap*")) == []

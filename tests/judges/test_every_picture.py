"""Every picture of the examples, on a narrow phone, on a phone and on a wide screen; the own site's are in browser/."""

from __future__ import annotations

import pytest

from browser.made import EXAMPLES, PREFIX
from browser.served import serving
from browser.test_pictures import TROUBLE, WIDTHS, with_pictures
from browser.visit import HEIGHT, window

pytestmark = pytest.mark.judge


@pytest.mark.parametrize("name", EXAMPLES)
def test_words_stay_apart(browser, six, name):
    """No words of a picture touch each other or leave it, on any page."""
    made, trouble = six[name], {}
    with serving(made.folder, PREFIX) as root, window(browser, root) as visitor:
        for page in with_pictures(made, least=0):
            visitor.open(page)
            for width in WIDTHS:
                visitor.page.set_viewport_size({"width": width, "height": HEIGHT})
                if found := visitor.page.evaluate(TROUBLE):
                    trouble[f"/{page} at {width}"] = found[:4]
    assert trouble == {}

"""The numerals that an agency chooses."""

from __future__ import annotations

import re

import pytest

from browser.made import PREFIX
from browser.served import serving
from browser.visit import window

THAI_DIGIT = re.compile("[๐-๙]")
SCORES = "2564/scores/"


@pytest.mark.parametrize(("which", "has_thai"), [("small", True), ("arabic", False)])
def test_the_scores_are_said_in_the_chosen_numerals(browser, request, which, has_thai):
    """With Arabic numerals no Thai digit is left in our words about the scores; with Thai ones there are some."""
    made = request.getfixturevalue(which)
    with serving(made.folder, PREFIX) as root, window(browser, root) as visitor:
        visitor.open(SCORES)
        lines = [visitor.page.title(), *visitor.page.locator("body").inner_text().splitlines()]
    assert bool([line for line in lines if THAI_DIGIT.search(line)]) is has_thai, lines


@pytest.mark.parametrize(("which", "style"), [("small", "thai"), ("arabic", "decimal")])
def test_steps_are_counted_in_the_chosen_numerals(browser, request, which, style):
    """The steps of a measure are counted in the same numerals as the text."""
    made = request.getfixturevalue(which)
    with serving(made.folder, PREFIX) as root, window(browser, root) as visitor:
        visitor.open("2565/measures/")
        steps = visitor.page.locator("ol.ps-steps")
        styles = steps.evaluate_all("all => all.map(one => getComputedStyle(one).listStyleType)")
    assert set(styles) == {style}

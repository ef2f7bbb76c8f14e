"""Every kind of page by the Tab key, forwards and backwards, on a phone and on a wide screen."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

import pytest

from browser.made import PREFIX
from browser.served import serving
from browser.stops import reachable, walk
from browser.visit import HEIGHT, window
from judges.kinds import heaviest_kinds, kind_names

pytestmark = pytest.mark.judge

ORDER = ["outside", "header", "menu", "contents", "article", "footer"]


def _lies_before(stop: dict[str, Any], after: dict[str, Any]) -> bool:
    """True if a stop is wholly above the one it follows, and not in the next column."""
    left, _, _, bottom = stop["box"]
    _, top, right, _ = after["box"]
    return stop["region"] == after["region"] != "header" and bottom < top and left < right


def _faults(stops: list[dict[str, Any]], expected: set[int]) -> list[str]:
    """The faults in the order of the focus, read from the top of the page."""
    numbers = [stop["number"] for stop in stops]
    regions = [region for region, _ in groupby(stop["region"] for stop in stops)]
    faults = [] if numbers == sorted(numbers) else ["not in the order of the document"]
    faults += [] if regions == [name for name in ORDER if name in regions] else [f"regions: {regions}"]
    faults += [] if "md-skip" in stops[0]["name"] else [f"first: {stops[0]['html']}"]
    faults += [f"{len(expected - set(numbers))} not reached"] if expected - set(numbers) else []
    faults += [f"not outlined: {stop['html']}" for stop in stops if not stop["outlined"]]
    faults += [f"out of sight: {stop['html']}" for stop in stops if not stop["seen"]]
    faults += [f"below the header: {stop['html']}" for stop in stops if stop["covered"]]
    return faults + [f"goes up to {stop['html']}" for after, stop in pairwise(stops) if _lies_before(stop, after)]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", kind_names())
def test_the_focus_goes_the_way_one_reads(browser, six, kind, width):
    """The focus reaches everything in the order of the page, is seen wherever it stops, and is never trapped."""
    name, page = heaviest_kinds(six)[kind]
    ways = {}
    with serving(six[name].folder, PREFIX) as root:
        for key in ("Tab", "Shift+Tab"):
            with window(browser, root, viewport={"width": width, "height": HEIGHT}) as visitor:
                visitor.open(page)
                visitor.page.wait_for_load_state("networkidle")  # the filter shows itself when its data has come
                expected, ways[key] = reachable(visitor.page), walk(visitor.page, key)
    forth, back = ways["Tab"], ways["Shift+Tab"][::-1]
    assert len(forth) > 5
    wrong = {"forth": _faults(forth, expected), "back": _faults(back, expected)}
    assert wrong == {"forth": [], "back": []}, f"{name} /{page}"

"""Every kind of page of the six sites, on a phone and a wide screen, light and dark, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.made import EXAMPLES, PREFIX
from browser.served import serving
from browser.targets import small_targets
from browser.visit import ARRIVE, HEIGHT, TOO_WIDE, Visitor, violations, window
from judges.kinds import MISSING, kinds_of

pytestmark = pytest.mark.judge

WIDTHS, SCHEMES = (390, 1280), ("light", "dark")
NAMES = ("own", *EXAMPLES)
PALETTES = {"light": "default", "dark": "slate"}
WATCH_SHIFTS = """window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push({
  value: entry.value, of: entry.sources.map(source => source.node?.outerHTML?.slice(0, 100) ?? "text"),
}))).observe({ type: "layout-shift", buffered: true });"""
# Milliseconds from the asking for a font to its coming, of the quickest.
FONTS_WAITED = """() => Math.min(...performance.getEntriesByType("resource")
  .filter(one => one.name.endsWith(".woff2")).map(one => one.responseEnd - one.startTime))"""
LATE, MOST_SHIFT = 0.8, 0.01  # seconds; share of the screen
AT_ONCE = 4
UNASKED = ".js: csp"  # so the browser calls a script that it was told of early and does not fetch, since none may run


class _Scripts:
    """Switches a page's scripts off while it is read; axe itself needs them on again, when none of ours can run."""

    def __init__(self, visitor: Visitor, *, wanted: bool) -> None:
        self.network, self.wanted = visitor.page.context.new_cdp_session(visitor.page), wanted

    def allow(self, allowed: bool) -> None:
        """Let scripts run from now on, or not."""
        if not self.wanted:
            self.network.send("Emulation.setScriptExecutionDisabled", {"value": not allowed})


def _look(visitor: Visitor, path: str, scripts: _Scripts) -> list[str]:
    """All that is wrong with one page in any of its looks."""
    scripts.allow(False)
    visit, page = visitor.open(path), visitor.page
    wrong: list[str] = []
    for width, scheme in product(WIDTHS, SCHEMES):
        scripts.allow(False)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        expected = PALETTES[scheme] if scripts.wanted else "default"
        page.locator(f"html[data-md-color-scheme={expected}]").wait_for(state="attached", timeout=10_000)
        page.evaluate(ARRIVE)
        found = [*page.evaluate(TOO_WIDE), *small_targets(page)]
        scripts.allow(True)
        wrong += [f"{width} {scheme}: {one}" for one in (*found, *violations(page))]
    failed = [one for one in visit.failed if scripts.wanted or not one.endswith(UNASKED)]
    heard = [one for one in (*failed, *visit.said) if not (path == MISSING and "404" in one)]
    return [f"/{path} {one}" for one in (*wrong, *heard, *visit.foreign)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", NAMES)
def test_every_kind_in_every_condition(browser, six, name, script):
    """Axe, sizes of targets, the console, the network and the width of the page: nothing is wrong anywhere."""
    with serving(six[name].folder, PREFIX) as root, window(browser, root) as visitor:
        scripts = _Scripts(visitor, wanted=script)
        kinds = kinds_of(six[name])
        wrong = [one for path in kinds.values() for one in _look(visitor, path, scripts)]
    assert len(kinds) > 12
    assert not wrong, f"{len(wrong)} in all\n" + "\n".join(wrong[:40])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_moves_when_fonts_are_late(browser, six, name):
    """With every font most of a second late on a cold cache, no page of any kind shifts what is read."""
    pages = list(product(kinds_of(six[name]).values(), WIDTHS))
    with serving(six[name].folder, PREFIX, {".woff2": LATE}) as root, ExitStack() as stack:
        windows = [stack.enter_context(_forgetful(browser, root)) for _ in range(AT_ONCE)]
        for at_once in (AT_ONCE, 1):  # what moves while pages wait for each other is looked at again by itself
            groups = [pages[first : first + at_once] for first in range(0, len(pages), at_once)]
            seen = [shown for group in groups for shown in _shifts(windows, root, group)]
            moved = {page: shifts[:3] for page, shifts in seen if sum(shift["value"] for shift in shifts) > MOST_SHIFT}
            pages = [*moved]
    assert moved == {}


@contextmanager
def _forgetful(browser, root: str) -> Iterator[Page]:
    """A window that keeps nothing of what it has loaded, so that every page is the first one."""
    with window(browser, root) as visitor:
        network = visitor.page.context.new_cdp_session(visitor.page)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        visitor.page.add_init_script(WATCH_SHIFTS)
        yield visitor.page


def _shifts(windows: list[Page], root: str, asked: list[tuple[str, int]]) -> list[tuple[tuple[str, int], list[Any]]]:
    """The shifts on each of some pages, opened side by side, since they mostly wait."""
    found = []
    for page, (path, width) in zip(windows, asked, strict=False):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.goto(f"{root}{path}", wait_until="commit")
    for page, one in zip(windows, asked, strict=False):
        page.wait_for_load_state("load")
        page.evaluate("() => document.fonts.ready.then(() => true)")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        assert page.evaluate(FONTS_WAITED) > LATE * 1000, one
        found.append((one, page.evaluate("() => window.shifts")))
    return found

"""Tables as phones show them: no column is out of sight without a sign, and all items of a year are soon seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.made import PREFIX, Made
from browser.served import serving
from browser.targets import small_targets
from browser.visit import HEIGHT, window
from judges.kinds import kinds_of

pytestmark = pytest.mark.judge

PHONE, DESK = 390, 1280
SITES = ("own", "don", "model", "nam-mong", "phu-wong", "seven-themes")
MOST = {DESK: 1_800, PHONE: 2_532}  # pixels from the top of the first line to the bottom of the last of 43 items
LEAST = 24  # pixels of a target
# Of each table: the columns that are outside its frame where it rests, whether it says so and can be moved, and after
# it was moved to its end the columns that still are, and whether its first column stayed.
TABLES = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  return [...document.querySelectorAll(".md-content table")].map(table => {
    const frame = table.closest(".ps-table") ?? table;
    const cells = () => {
      const { left, right } = frame.getBoundingClientRect();
      const rows = [...table.rows].filter(row => row.offsetParent && !row.closest("thead"));
      const out = rows.flatMap(row => [...row.cells].filter(cell => {
        const box = cell.getBoundingClientRect();
        return box.width && (box.right > right + 1 || box.left < left - 1);
      }));
      return { out: out.map(cell => cell.cellIndex), left, right, rows };
    };
    const hint = getComputedStyle(table.caption ?? table, "::after");
    const rest = cells();
    const seen = {
      name: table.caption?.id ?? table.textContent.slice(0, 40),
      out: [...new Set(rest.out)],
      says: hint.display !== "none" && hint.content.length > 10,
      shade: getComputedStyle(frame).backgroundImage.includes("gradient"),
      moves: frame.tabIndex === 0 && ["auto", "scroll"].includes(getComputedStyle(frame).overflowX),
    };
    frame.scrollLeft = frame.scrollWidth;
    const end = cells();
    const first = end.rows.at(-1)?.cells[0]?.getBoundingClientRect();
    seen.last = end.rows.every(row => [...row.cells].at(-1).getBoundingClientRect().right <= end.right + 1);
    seen.stays = Boolean(first) && first.left >= end.left - 1;
    frame.scrollLeft = 0;
    return seen;
  });
}"""
# What is folded is read too, once it is opened; the browser sees that a region scrolls after it is drawn.
OPEN = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
ITEMS = """() => {
  const rows = [...document.querySelectorAll(".ps-items tr[data-state], [aria-labelledby='t-oit'] tbody tr")];
  const boxes = rows.map(row => row.getBoundingClientRect());
  const targets = rows.flatMap(row => [...row.querySelectorAll("a")]).map(link => link.getBoundingClientRect());
  return {
    count: rows.length,
    height: rows.length ? boxes.at(-1).bottom - boxes[0].top : 0,
    small: targets.filter(box => box.width < LEAST || box.height < LEAST).length,
  };
}""".replace("LEAST", str(LEAST))


@pytest.fixture(scope="module", params=SITES)
def made(six, request) -> Made:
    """Each of the six sites."""
    found: Made = six[request.param]
    return found


@pytest.fixture(scope="module")
def root(made) -> Iterator[str]:
    """The address of that site."""
    with serving(made.folder, PREFIX) as address:
        yield address


def faults_of(seen: dict) -> list[str]:
    """All that is wrong with a table on a phone."""
    if not seen["out"]:
        return []
    found = {
        "says nothing": seen["says"] and seen["shade"],
        "cannot be moved": seen["moves"] and seen["last"],
        "loses its first column": seen["stays"],
        "hides its first figures": 1 not in seen["out"],
    }
    return [what for what, is_right in found.items() if not is_right]


def test_no_column_is_out_of_sight_without_a_sign(browser: Browser, made, root):
    """On a phone a table shows all of its columns, or it says that there are more and keeps the first at its side."""
    tables, moved, wrong = 0, 0, []
    with window(browser, root, viewport={"width": PHONE, "height": HEIGHT}) as visitor:
        for page in kinds_of(made).values():
            visitor.open(page)
            visitor.page.evaluate(OPEN)
            for seen in visitor.page.evaluate(TABLES):
                tables, moved = tables + 1, moved + bool(seen["out"])
                wrong += [f"/{page} {seen['name']}: {fault}" for fault in faults_of(seen)]
    print(f"{made.folder.name}: {tables} tables, {moved} of them wider than the phone")
    assert wrong == []
    assert tables > 10


@pytest.mark.parametrize("width", MOST)
def test_the_items_of_a_year_are_read_at_a_glance(browser: Browser, made, root, width):
    """The lines of all items take two screens of a desk and three of a phone, and each of their links can be hit."""
    pages = [page for page in made.pages if re.fullmatch(r"\d{4}/oit/", page)]
    wrong = []
    with window(browser, root, viewport={"width": width, "height": 900 if width == DESK else HEIGHT}) as visitor:
        for page in pages:
            visitor.open(page)
            seen = visitor.page.evaluate(ITEMS)
            print(f"{made.folder.name} /{page} {width}: {seen['count']} items, {seen['height']:.0f} px")
            wrong += [f"/{page}: {seen}"] if seen["small"] or seen["height"] > MOST[width] else []
            wrong += [f"/{page}: {one}" for one in small_targets(visitor.page)]
    assert pages
    assert wrong == []

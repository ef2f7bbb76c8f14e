"""The memory of links, in a real browser: readable on a phone, in the dark, without JavaScript and colour."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from browser.made import PREFIX, ROOT, SITE_URL
from browser.served import serving
from browser.visit import HEIGHT
from links.remembered import YEAR, copy_model, memory_of, register_urls
from prongsai.links.keep import write_memory
from prongsai.loading.load_site import load_site
from prongsai.pipeline.build import build_folder
from prongsai.thai.numerals import to_arabic

INDEX = f"{YEAR}/oit/"
# What everybody reads: people with scripts can also choose among the items.
TEXT = """() => {
  for (const one of document.querySelectorAll("article [data-script-only]")) one.remove();
  return document.querySelector("article").innerText.replace(/\\s+/g, " ").trim();
}"""
# The words of the day strips of every item's page, in the order of the lines of the index.
STRIPS_OF_ITEMS = """async () => {
  const pages = [...document.querySelectorAll(".ps-items tr[id] th a")].map(async link => {
    const there = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    return [...there.querySelectorAll(".ps-days")].map(strip => strip.textContent);
  });
  return (await Promise.all(pages)).flat();
}"""
# The drawing of each day strip, measured cell by cell: how high its lines are, in the order of the statuses.
DRAWN = """() => [...document.querySelectorAll('.ps-days')].map(strip => ({
  words: strip.innerText.trim(),
  width: strip.querySelector('svg')?.getBoundingClientRect().width ?? 0,
  days: strip.querySelector('svg')?.viewBox.baseVal.width ?? 0,
  lines: Object.fromEntries([...strip.querySelectorAll('path')].map(
    path => [path.getAttribute('class'), path.getTotalLength()])),
}))"""
HEIGHTS = """() => [...document.querySelectorAll('.ps-days-legend path')].map(
  path => getComputedStyle(path).strokeWidth)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the model agency with every state, built."""
    folder = tmp_path_factory.mktemp("links")
    root = copy_model(folder)
    write_memory(root, memory_of(register_urls(load_site(root).site)))
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    built = build_folder(root, folder / "site", site_url=SITE_URL)
    assert built.done, built.problems
    return folder / "site"


@pytest.fixture(scope="module")
def root(site):
    """The address of that site."""
    with serving(site, PREFIX) as address:
        yield address


@pytest.fixture(scope="module")
def remembered(site):
    """The statements of the site itself on its links, for machines."""
    return json.loads((site / "data" / str(YEAR) / "links.json").read_text("utf-8"))["links"]


@pytest.fixture(scope="module")
def watched(remembered):
    """The item whose link was broken for two days, and how it was."""
    return next(one for one in remembered if one["uptime"]["broken"] == 2 and one["uptime"]["checked"] == 40)


@pytest.fixture(scope="module")
def pages(watched):
    """The pages that show links."""
    item = f"{INDEX}{watched['item'].lower()}/"
    return {"links": "links/", "year": f"links/{YEAR}/", "index": INDEX, "item": item}


@pytest.mark.parametrize("which", ["links", "year", "index", "item"])
def test_on_a_phone_and_in_the_dark(windows, root, pages, which):
    """Axe finds nothing at 390 pixels and in the dark, and the page does not scroll sideways at 390, 320 and 1280."""
    visit = windows(root).look(pages[which], widths=(390, 320, 1280))
    wide = [one for found in visit.wide.values() for one in found]
    wrong = [*visit.violations, *visit.said, *visit.failed, *visit.foreign, *wide]
    assert not wrong, "\n".join((which, *wrong))
    dark = windows(root, color_scheme="dark").look(pages[which], widths=(1280,))
    assert not dark.violations, "\n".join((which, *dark.violations))


@pytest.mark.parametrize("which", ["links", "year", "index", "item"])
def test_without_javascript(windows, root, pages, which):
    """Without JavaScript the same text is there."""
    found = []
    for options in ({}, {"java_script_enabled": False}):
        visitor = windows(root, **options)
        visitor.page.set_viewport_size({"width": 390, "height": HEIGHT})
        visitor.open(pages[which])
        found.append(visitor.page.evaluate(TEXT))
    assert found[0] == found[1]


def test_the_strip_of_an_item_says_and_draws_the_days_of_the_data(windows, root, pages, watched):
    """The words next to the drawing and the cells in it are the figures of links.json."""
    visitor = windows(root)
    visitor.open(pages["item"])
    uptime = watched["uptime"]
    strips = visitor.page.evaluate(DRAWN)
    words = f"ตรวจ {uptime['checked']} จาก {uptime['days']} วัน เปิดได้ {uptime['good']} วัน"
    strip = next(one for one in strips if to_arabic(one["words"]).startswith(words))
    assert to_arabic(strip["words"]) == f"{words} เปิดไม่ได้ {uptime['broken']} วัน (5 ถึง 6 มีนาคม 2565)"
    assert (strip["days"], strip["lines"]) == (61, {"b": 2, "n": 21, "g": 38})
    assert strip["width"] > 200


def test_every_link_of_the_index_says_on_its_page_how_it_is(windows, root, remembered):
    """The pages of the items have a strip with the figures of the data for every link to another website, in order."""
    visitor = windows(root)
    visitor.open(INDEX)
    shown = [
        [int(one) for one in re.findall(r"ตรวจ (\d+) จาก (\d+) วัน เปิดได้ (\d+)", to_arabic(words))[0]]
        for words in visitor.page.evaluate(STRIPS_OF_ITEMS)
    ]
    assert shown == [[one["uptime"][key] for key in ("checked", "days", "good")] for one in remembered]


def test_cells_differ_without_colour(windows, root, pages):
    """The legend has a cell of each kind, and no two are equally high."""
    visitor = windows(root)
    visitor.open(pages["item"])
    heights = visitor.page.evaluate(HEIGHTS)
    assert len(heights) == 5
    assert len(set(heights)) == 5


def test_a_row_leads_to_its_item(windows, root, pages):
    """From the page of all links one step leads to the item that uses a broken link."""
    visitor = windows(root)
    visitor.open(pages["year"])
    link = visitor.page.locator("#broken ~ .ps-table a").first
    with visitor.page.expect_navigation() as led:
        link.click()
    assert led.value.status == 200
    assert re.fullmatch(rf"{re.escape(root)}{YEAR}/oit/o\d+/", led.value.url)

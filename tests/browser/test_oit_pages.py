"""The pages of OIT items of all six sites: on a phone, by keyboard, without JavaScript and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO

import pytest
from pypdf import PdfReader

from browser.made import PREFIX, ROOT, Made
from browser.served import serving
from browser.visit import HEIGHT, TOO_WIDE, Visit, Visitor, window

PHONE, SMALL_PHONE, WIDE = 390, 320, 1280
HALVES = 2  # of a long walk, for two workers
HEAVIEST = 120_000  # bytes of HTML of an index
EXAMPLES = ("model", "don", "nam-mong", "phu-wong", "seven-themes")
YEARS = {
    "own": sorted(path.name for path in (ROOT / "data").iterdir()),
    **{name: sorted(path.name for path in (ROOT / "examples" / name / "data").iterdir()) for name in EXAMPLES},
}
FULL = "2564/oit/"  # the model agency's index that has items of most states

PLAIN = "2567/oit/"  # its edition does not say to which sub-indicator an item belongs

# Controls that only a script can work are not the text of a page.
TEXT = """() => {
  document.querySelectorAll("[data-script-only]").forEach(element => element.remove());
  return document.querySelector("article").innerText.replace(/\\s+/g, " ").trim();
}"""
LINKS = "() => [...document.querySelectorAll('article a[href]')].map(link => link.href)"
STOPS = "() => document.querySelectorAll('article :is(a[href], select, button, [tabindex=\"0\"])').length"
FOCUS = """() => {
  const stops = [...document.querySelectorAll("article :is(a[href], select, button, [tabindex='0'])")];
  const now = document.activeElement, style = getComputedStyle(now), box = now.getBoundingClientRect();
  return {
    html: now.outerHTML.slice(0, 120),
    place: stops.indexOf(now),
    within: now.closest("article") !== null,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    item: now.closest("tr")?.id ?? "",
  };
}"""
SHOWN = "() => [...document.querySelectorAll('.ps-items tr[data-state]:not([hidden])')].map(row => row.id)"
OF = """([name, value]) => [...document.querySelectorAll(".ps-items tr[data-state]")]
  .filter(row => row.dataset[name].split("|").includes(value)).map(row => row.id)"""


def sites(*names: str) -> pytest.MarkDecorator:
    """Parametrise over sites."""
    return pytest.mark.parametrize("site", names or tuple(YEARS))


@pytest.fixture(scope="session")
def site_of(six, own_root) -> Iterator[Callable[[str], tuple[Made, str]]]:
    """The built site of a name and the address of its root."""
    with ExitStack() as stack:
        kept: dict[str, tuple[Made, str]] = {}

        def of(name: str) -> tuple[Made, str]:
            if name == "own":
                return six[name], own_root
            if name not in kept:
                kept[name] = six[name], stack.enter_context(serving(six[name].folder, PREFIX))
            return kept[name]

        yield of


def indexes(made: Made) -> list[str]:
    """The OIT indexes of a site."""
    return [page for page in made.pages if re.fullmatch(r"\d{4}/oit/", page)]


def items(made: Made, year: str) -> list[str]:
    """The pages of the items of a year."""
    found = [page for page in made.pages if re.fullmatch(rf"{year}/oit/o\d+/", page)]
    return sorted(found, key=lambda page: int(page.split("/o")[-1].strip("/")))


def faults(visit: Visit) -> list[str]:
    """All that is wrong with a page on a phone, each with the page."""
    wide = [f"{width}: {culprit}" for width, culprits in visit.wide.items() for culprit in culprits]
    wrong = visit.violations + wide + visit.said + visit.failed + visit.foreign
    return [f"/{visit.page}: {one}" for one in wrong]


@pytest.mark.judge
@sites()
def test_every_index_on_a_phone(windows, site_of, site):
    """Axe finds nothing on any index, none scrolls sideways on a phone, be it narrow, and none is too heavy."""
    made, root = site_of(site)
    pages = indexes(made)
    assert pages == [f"{year}/oit/" for year in YEARS[site]]
    visits = [windows(root).look(page, widths=(PHONE, SMALL_PHONE)) for page in pages]
    assert [fault for visit in visits for fault in faults(visit)] == []
    assert {page: size for page in pages if (size := made.file(page).stat().st_size) > HEAVIEST} == {}


@pytest.mark.judge
@pytest.mark.parametrize("half", range(HALVES))
def test_every_item_page_on_a_phone(windows, site_of, half):
    """The same holds for every item's page of a year of the model agency."""
    made, root = site_of("model")
    pages = items(made, FULL[:4])
    assert [page.split("/")[-2] for page in pages] == [f"o{number}" for number in range(1, 44)]
    visits = [windows(root).look(page, widths=(PHONE, SMALL_PHONE)) for page in pages[half::HALVES]]
    assert [fault for visit in visits for fault in faults(visit)] == []


@sites()
def test_some_item_pages_on_a_phone(windows, site_of, site):
    """The same holds for the first and the last item's page of every year of every site that has such pages."""
    made, root = site_of(site)
    found = [items(made, year) for year in YEARS[site] if f"{year}/oit/" != FULL or site != "model"]
    ends = [page for pages in found if pages for page in dict.fromkeys((pages[0], pages[-1]))]
    visits = [windows(root).look(page, widths=(PHONE, SMALL_PHONE)) for page in ends]
    assert [fault for visit in visits for fault in faults(visit)] == []


@sites("model")
def test_the_indexes_wide_and_dark(windows, site_of, site):
    """On a wide screen and in dark colours axe finds nothing on an index with and one without headings; all fits."""
    _, root = site_of(site)
    visits = [windows(root, color_scheme="dark").look(page, widths=(WIDE,)) for page in (FULL, PLAIN)]
    assert [fault for visit in visits for fault in faults(visit)] == []
    assert {visit.facts["scheme"] for visit in visits} == {"slate"}


@sites()
def test_the_pages_without_javascript(windows, site_of, site):
    """Without JavaScript an index and an item's page show the same text and the same links, and fit the phone."""
    made, root = site_of(site)
    pages = indexes(made) + [page for year in YEARS[site][-1:] for page in items(made, year)[:1]]
    with_script, without = windows(root), windows(root, java_script_enabled=False)
    for page in pages:
        shown = []
        for visitor in (with_script, without):
            visitor.page.set_viewport_size({"width": PHONE, "height": HEIGHT})
            visitor.open(page)
            shown.append([visitor.page.evaluate(TEXT), visitor.page.evaluate(LINKS)])
        assert shown[0] == shown[1], page
        assert without.page.evaluate(TOO_WIDE) == [], page


def _tab(visitor: Visitor) -> dict:
    visitor.page.keyboard.press("Tab")
    return visitor.page.evaluate(FOCUS)


def _tab_to(visitor: Visitor, place: int) -> None:
    """Go on with Tab until the stop at that place of the article has the focus."""
    assert any(_tab(visitor)["place"] == place for _ in range(30))


@sites("model")
def test_the_keyboard_reaches_every_link_in_order(browser, site_of, site):
    """The Tab key alone reaches every link of the fullest index in the order of the page, always in sight."""
    _, root = site_of(site)
    with window(browser, root) as visitor:
        visitor.open(FULL)
        expected = visitor.page.evaluate(STOPS)
        _tab_to(visitor, 0)
        stops = [visitor.page.evaluate(FOCUS), *(_tab(visitor) for _ in range(expected - 1))]
    assert [stop["place"] for stop in stops] == list(range(expected))
    assert expected > 43 * 2
    assert [stop["html"] for stop in stops if not stop["outlined"] or not stop["seen"]] == []


@sites("model")
def test_an_address_leads_to_the_line_of_an_item(browser, site_of, site):
    """The fragments that items always had bring their lines into view, and the next stop is in the line."""
    _, root = site_of(site)
    with window(browser, root) as visitor:
        for item in ("o2", "o8", "o43"):
            visitor.open(f"{FULL}#{item}")
            box = visitor.page.locator(f"#{item}").bounding_box()
            assert box is not None, item
            assert 0 <= box["y"] < HEIGHT, item
            assert _tab(visitor)["item"] == item


@sites("model")
def test_items_are_chosen_by_state_and_unit(browser, site_of, site):
    """A choice leaves the lines that agree and is in the address, which brings it back; clearing gives all back."""
    _, root = site_of(site)
    with window(browser, root) as visitor:
        page = visitor.page
        visitor.open(FULL)
        wanted = page.evaluate(OF, ["state", "full"]), page.evaluate(OF, ["unit", "finance"])
        page.select_option("#filter-state", "full")
        page.select_option("#filter-unit", "finance")
        found = [item for item in wanted[0] if item in wanted[1]]
        assert page.evaluate(SHOWN) == found != []
        assert page.locator("[role=status]").inner_text() == f"พบ {len(found)} จากทั้งหมด 43 ข้อ"
        assert page.url.endswith("oit/?state=full&unit=finance")
        visitor.open(f"{FULL}?unit=finance&state=nothing")
        assert page.evaluate(SHOWN) == wanted[1]
        other = next(item for item in page.evaluate(OF, ["state", "full"]) if item not in wanted[1])
        page.evaluate("item => { location.hash = item }", other)
        page.wait_for_selector(f"#{other}", state="visible")
        assert len(page.evaluate(SHOWN)) == 43
        page.select_option("#filter-unit", "finance")
        page.focus(".ps-item-filter button")
        page.keyboard.press("Enter")
        assert len(page.evaluate(SHOWN)) == 43
        assert visitor.visit.said == []


@sites("model")
def test_shift_and_an_arrow_lead_to_the_neighbours(browser, site_of, site):
    """To the item before and after; never alone, with another key, in a field that is written in, or past the end."""
    _, root = site_of(site)
    with window(browser, root) as visitor:
        page = visitor.page
        visitor.open("2564/oit/o1/")
        for keys in ("ArrowRight", "Control+Shift+ArrowRight", "Shift+ArrowLeft"):
            page.keyboard.press(keys)
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        page.focus("input[name=q]")
        page.keyboard.press("Shift+ArrowRight")
        page.wait_for_timeout(200)
        assert page.url.endswith("/o1/")
        page.evaluate("() => document.activeElement.blur()")
        for keys, item in (("Shift+ArrowRight", "o2"), ("Shift+ArrowRight", "o3"), ("Shift+ArrowLeft", "o2")):
            page.keyboard.press(keys)
            page.wait_for_url(f"**/{item}/")
        assert "Shift" in (page.locator(".ps-turns").get_attribute("data-keys") or "")
        assert page.locator(".ps-turns a").count() == 2


def _codes_in_order(found: list[str], wanted: list[str]) -> list[str]:
    """Those of the wanted codes that the found ones lack when read in order."""
    rest = iter(found)
    return [code for code in wanted if code not in rest]


@pytest.mark.judge
@sites()
def test_every_index_on_paper(windows, site_of, site):
    """Printed to A4, an index has every item in official order, no empty sheet, and nothing that only leads about."""
    made, root = site_of(site)
    visitor = windows(root)
    for page in indexes(made):
        visitor.open(page)
        on_page = visitor.page.evaluate("() => [...document.querySelectorAll('article [id]')].map(one => one.id)")
        wanted = [one.upper() for one in on_page if re.fullmatch(r"o\d+", one)]
        sheets = [sheet.extract_text() for sheet in _print(visitor).pages]
        assert [number for number, text in enumerate(sheets, start=1) if len(text.split()) < 5] == [], page
        assert _codes_in_order(re.findall(r"O\d+", "\n".join(sheets)), wanted) == [], page


def _print(visitor: Visitor) -> PdfReader:
    """The page as it is printed: A4 throughout, and nothing on it that only leads about."""
    visitor.page.emulate_media(media="print")
    assert not visitor.page.locator(":is(.ps-turns, .ps-item-filter, .ps-yearnav, .md-sidebar):visible").count()
    visitor.page.emulate_media(media="null")
    reader = PdfReader(BytesIO(visitor.page.pdf(prefer_css_page_size=True)))
    sizes = {tuple(sorted(round(float(side)) for side in sheet.mediabox[2:])) for sheet in reader.pages}
    assert sizes == {(595, 842)}
    return reader


@sites("model")
def test_no_item_is_cut_in_two(windows, site_of, site):
    """On paper each line is on one sheet: its code and the addresses of its links are found together."""
    _, root = site_of(site)
    visitor = windows(root)
    visitor.open(FULL)
    addresses = visitor.page.evaluate(
        "() => [...document.querySelectorAll('.ps-items tr[data-state]')].map(item => [item.id.toUpperCase(),"
        " [...item.querySelectorAll('td a[href^=http]')].map(link => link.getAttribute('href'))])"
    )
    sheets = [re.sub(r"\s", "", sheet.extract_text()) for sheet in _print(visitor).pages]
    for code, links in addresses:
        together = [text for text in sheets if code in text and all(link in text for link in links)]
        assert together, code


def test_there_are_six_sites():
    """The five examples and the repository's own site are all looked at."""
    examples = {path.name for path in (ROOT / "examples").iterdir() if (path / "data").is_dir()}
    assert set(YEARS) == {"own", *examples}

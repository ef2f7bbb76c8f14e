"""Measures are chosen by status, unit, indicator, year and words; without a script the links lead the same ways."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from browser.made import PREFIX
from browser.served import serving
from browser.targets import small_targets
from browser.visit import violations, window

WIDTHS = (320, 390, 1280)


@pytest.fixture(scope="module")
def model_root(six) -> Iterator[str]:
    """The address of the invented agency's site."""
    with serving(six["model"].folder, PREFIX) as root:
        yield root


@pytest.fixture(scope="module")
def measures(six) -> list[dict]:
    """The statements of the data on all its measures."""
    return json.loads((six["model"].folder / "data" / "measures.json").read_text("utf-8"))["measures"]


@pytest.fixture
def visitor(browser, model_root):
    """A fresh window on that site."""
    with window(browser, model_root) as found:
        yield found


def titles(page) -> list[str]:
    """The addresses of the measures that are shown as found, below the root."""
    hrefs = page.eval_on_selector_all(".ps-found a", "links => links.map(link => new URL(link.href).pathname)")
    return [href.removeprefix(PREFIX.rstrip("/")) for href in hrefs]


def test_choices_are_those_of_the_data(visitor, measures):
    """Choosing in two fields shows just what agrees with both, work given to all too, and names it in the address."""
    visitor.open("measures/")
    page = visitor.page
    page.select_option("#filter-status", "done")
    page.select_option("#filter-unit", "finance")
    of_finance = [one for one in measures if "finance" in (*one["units"], *one["shared_units"])]
    wanted = [one["path"] for one in of_finance if one["status"] == "done"]
    assert titles(page) == wanted != []
    assert page.locator("[role=status]").inner_text() == f"พบ {len(wanted)} จากทั้งหมด {len(measures)} มาตรการ"
    assert page.url.endswith("measures/?status=done&unit=finance")
    assert not page.locator("#y2567").is_visible()
    assert visitor.visit.said == []


def test_an_address_brings_its_choices(visitor, measures):
    """An address with choices shows them, also as paths spell a status; what does not exist asks for nothing."""
    page = visitor.page
    visitor.open("measures/?status=in-progress&year=2567&unit=nobody")
    page.wait_for_selector(".ps-found a")
    wanted = [one["path"] for one in measures if one["status"] == "in_progress" and one["fiscal_year"] == 2567]
    assert titles(page) == wanted != []
    assert [page.input_value(f"#filter-{name}") for name in ("status", "year", "unit")] == ["in_progress", "2567", ""]


def test_words_are_found_in_either_digits(visitor, measures):
    """All words must be there, in any order; Thai and Arabic digits are the same, and nothing found is said."""
    visitor.open("measures/")
    page = visitor.page
    for typed, least in (("งบประมาณ ไตรมาส", 1), ("๒๕๖๖ ออนไลน์", 1), ("2566 ออนไลน์", 1)):
        page.fill("#filter-q", typed)
        assert least <= len(titles(page)) < len(measures)
    page.fill("#filter-q", "๒๕๖๖ ออนไลน์")
    thai = titles(page)
    page.fill("#filter-q", "2566 ออนไลน์")
    assert titles(page) == thai
    page.fill("#filter-q", "ไม่มีคำนี้แน่นอน")
    assert titles(page) == []
    assert page.locator("[role=status]").inner_text().startswith("ไม่พบมาตรการที่ตรงกับที่เลือก")


def test_keys_alone_choose_and_clear(visitor, measures):
    """By keyboard: words, a choice, and clearing, which gives the page back and goes to the first field."""
    visitor.open("measures/")
    page = visitor.page
    page.focus("#filter-q")
    page.keyboard.type("กองคลัง")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "filter-status"
    assert "status=" in page.url
    page.focus(".ps-filter__clear")
    page.keyboard.press("Enter")
    assert page.url.endswith("measures/")
    assert page.evaluate("document.activeElement.id") == "filter-q"
    assert page.locator("#y2567").is_visible()
    assert page.locator("[role=status]").inner_text() == f"มีทั้งหมด {len(measures)} มาตรการ"


def test_a_link_to_a_year_shows_it_again(visitor):
    """Following a link to a part of the page that a choice has hidden takes the choice back."""
    visitor.open("measures/?status=done")
    page = visitor.page
    page.wait_for_selector(".ps-found a")
    page.evaluate("location.hash = 'y2565'")
    page.wait_for_selector("#y2565", state="visible")
    assert page.input_value("#filter-status") == ""


def test_what_the_data_says_stays_text(browser, model_root):
    """Markup in a title is shown as it was typed and does nothing."""
    with window(browser, model_root) as visitor:
        typed = "<img src=x onerror=\"document.title='ran'\">"

        def answer(route):
            data = route.fetch().json()
            data["measures"][0].update(title=typed, plain_summary=typed, status_text=typed, period=typed)
            route.fulfill(json=data)

        visitor.page.route("**/data/measures.json", answer)
        visitor.open("measures/?q=onerror")
        visitor.page.wait_for_selector(".ps-found a")
        assert typed in visitor.page.locator(".ps-found a").first.inner_text()
        assert visitor.page.locator(".ps-found img").count() == 0
        assert visitor.page.title() != "ran"


@pytest.mark.parametrize("failing", ["data", "script"])
def test_without_the_data_the_page_stays(browser, model_root, failing):
    """All links and tables are there and nothing is left empty if the data does not come or no script runs."""
    options = {"java_script_enabled": False} if failing == "script" else {}
    with window(browser, model_root, **options) as visitor:
        visitor.page.route("**/data/measures.json", lambda route: route.abort())
        visitor.page.goto(f"{model_root}measures/")
        visitor.page.wait_for_load_state("networkidle")
        assert visitor.page.locator("form.ps-filter__form").count() == 0
        assert visitor.page.locator("#y2567").is_visible()
        visitor.page.click(".ps-choose a:has-text('ดำเนินการแล้วเสร็จ')")
        visitor.page.wait_for_url("**/measures/status/done/")  # loaded, since its address is before its rows
        assert visitor.page.locator("table tbody tr").count() > 0


@pytest.mark.parametrize("page", ["measures/", "measures/?status=done", "measures/status/done/", "units/finance/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_can_be_used_by_all(windows, model_root, page, scheme):
    """With the form and what it found there is no violation, no target too small and nothing that sticks out."""
    visitor = windows(model_root, color_scheme=scheme)
    visitor.open(page)
    if page.startswith("measures/") and "status/" not in page:
        visitor.page.wait_for_selector(".ps-filter__form")
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 844})
        assert violations(visitor.page) == []
        assert small_targets(visitor.page) == []
        assert visitor.page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_form_moves_nothing(browser, model_root):
    """The room for the form is kept: what is below it stays where it was."""
    with window(browser, model_root) as visitor:
        visitor.page.add_init_script(
            "window.moved = 0; "
            "new PerformanceObserver(list => list.getEntries().forEach(one => { moved += one.value; }))"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        visitor.open("measures/")
        visitor.page.wait_for_selector(".ps-filter__form")
        assert visitor.page.evaluate("moved") < 0.05

"""The preview in a real browser: what is wrong appears over the page by itself, is read as text, and goes again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.visit import HEIGHT, TOO_WIDE, violations, window
from prongsai.pipeline.preview.page import Fault
from prongsai.pipeline.preview.server import PreviewServer
from prongsai.pipeline.preview.shown import Shown

HOSTILE = (
    "</pre></details></section><script>document.title = 'ran'</script><img src=x onerror=\"document.title='ran'\">"
)
REPORT = f"data/2564/scores.yml:3:4  ผิดพลาด [unknown-key]\n  ไม่รู้จักคีย์ “{HOSTILE}”\n" + "ยาว " * 400 + "x" * 400
WIDTHS = (390, 1280)


@pytest.fixture(scope="module")
def shown(own):
    """The own site, as the preview shows it."""
    return Shown(own.folder)


@pytest.fixture
def root(shown):
    """The address where it is served; without a report before and after."""
    with PreviewServer("127.0.0.1", 0, shown) as server, server.answering():
        yield server.address
        shown.change(None)


def failures(visit):
    """The failed requests; a page that shows its next state breaks off what it still asks for."""
    return [failure for failure in visit.failed if not failure.endswith("net::ERR_ABORTED")]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_report_comes_changes_and_goes_without_a_touch(browser, shown, root, width):
    """The open page shows each new state by itself, readable, as text, and asks no other host for anything."""
    with window(browser, root, viewport={"width": width, "height": HEIGHT}) as visitor:
        page, visit = visitor.page, visitor.open("")
        title, bar = page.title(), page.get_by_role("alert")
        expect(bar).to_have_count(0)
        shown.change(Fault(REPORT, errors=2))
        expect(bar).to_contain_text("ข้อมูลมีข้อผิดพลาด 2 รายการ")
        assert bar.locator("pre").text_content() == REPORT
        box = bar.bounding_box()
        assert (box["x"], box["y"], box["width"]) == (0, 0, width)
        assert box["height"] < HEIGHT * 0.6
        assert page.locator("main h1, article h1").first.is_visible()
        assert page.evaluate(TOO_WIDE) == []
        assert violations(page) == []
        shown.change(Fault("อีกข้อหนึ่ง", errors=1))
        expect(bar.locator("pre")).to_have_text("อีกข้อหนึ่ง")
        shown.change(None)
        expect(bar).to_have_count(0)
        assert (page.title(), visit.said, failures(visit), visit.foreign) == (title, [], [], [])


def test_a_closed_report_stays_closed(browser, shown, root):
    """Readers close it when they have read it, with the keyboard too, and the next state leaves it so."""
    shown.change(Fault(REPORT, errors=2))
    with window(browser, root) as visitor:
        visitor.open("")
        report = visitor.page.locator(".prongsai-fault pre")
        expect(report).to_be_visible()
        visitor.page.locator(".prongsai-fault summary").press("Enter")
        expect(report).to_be_hidden()
        shown.change(Fault("อีกข้อหนึ่ง", errors=1))
        expect(report).to_have_text("อีกข้อหนึ่ง")
        expect(report).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_report_alone_becomes_the_site(browser, shown, root, tmp_path, width):
    """The report is the page where nothing could be built yet, until there is one."""
    folder, shown.folder = shown.folder, tmp_path
    try:
        shown.change(Fault(REPORT, errors=2))
        with window(browser, root, viewport={"width": width, "height": HEIGHT}) as visitor:
            page, visit = visitor.page, visitor.open("years/")
            expect(page.get_by_role("alert")).to_contain_text("ยังไม่มีหน้าที่แสดงได้")
            assert page.evaluate(TOO_WIDE) == []
            assert page.title() == "ข้อมูลมีข้อผิดพลาด 2 รายการ"
            shown.folder = folder
            shown.change(None)
            expect(page.locator("article h1")).to_be_visible()
            assert (visit.said, failures(visit), visit.foreign) == ([], [], [])
    finally:
        shown.folder = folder


PLACE = """() => ({
  y: scrollY,
  open: [...document.querySelectorAll("main details")].map((one) => one.open),
  typed: document.querySelector("main input[type=search], main input[type=text]")?.value,
  at: document.activeElement?.tagName,
})"""


def newer(shown, name):
    """A page of the site with another title and some lines more above what people read."""
    text = (shown.folder / name).read_text("utf-8")
    return re.sub(r"</h1>", " ฉบับใหม่</h1><p>บรรทัดที่เพิ่ม</p><p>อีกบรรทัด</p>", text, count=1).encode()


def test_the_next_state_of_a_page_keeps_the_place(browser, shown, root):
    """A part that was scrolled to stays where it is on the screen, open parts stay open, closed ones closed."""
    name = next(
        path.relative_to(shown.folder).as_posix()
        for path in sorted(shown.folder.rglob("index.html"))
        if path.read_text("utf-8").count("<details") > 1
    )
    with window(browser, root, viewport={"width": 390, "height": HEIGHT}) as visitor:
        visit, page = visitor.open(name.removesuffix("index.html")), visitor.page
        parts = page.locator("main details")
        count = parts.count()
        parts.nth(count - 1).evaluate("one => { one.open = !one.open; one.scrollIntoView({block: 'center'}); }")
        mark = parts.nth(count - 1)
        before, place = mark.bounding_box(), page.evaluate(PLACE)
        assert place["y"] > 0
        shown.change(None, {name: newer(shown, name)})
        expect(page.locator("h1").first).to_contain_text("ฉบับใหม่")
        page.wait_for_load_state("load")
        after = page.evaluate(PLACE)
        assert abs(mark.bounding_box()["y"] - before["y"]) <= 2
        assert after["open"] == place["open"]
        assert (visit.said, failures(visit), visit.foreign) == ([], [], [])


def test_a_word_that_is_searched_for_stays_typed_and_found(browser, shown, root):
    """The field keeps its word and the cursor, and what was found is there again."""
    with window(browser, root) as visitor:
        visitor.open("search/")
        page = visitor.page
        field = page.locator("main input").first
        field.fill("มาตรการ")
        first = page.locator("main li h3 a").first
        expect(first).to_be_visible()
        found = first.text_content()
        shown.change(None, {"search/index.html": newer(shown, "search/index.html")})
        expect(page.locator("h1").first).to_contain_text("ฉบับใหม่")
        expect(page.locator("main input").first).to_have_value("มาตรการ")
        expect(page.locator("main input").first).to_be_focused()
        expect(first).to_have_text(found)


def test_a_page_that_is_gone_becomes_the_one_that_says_so(browser, shown, root):
    """A reader of a page whose thing was taken out sees the site's own page for that, and the page comes back."""
    with window(browser, root) as visitor:
        visitor.open("years/")
        title = visitor.page.locator("h1").first.text_content()
        shown.change(None, {"years/index.html": None})
        expect(visitor.page.locator("h1").first).not_to_have_text(title)
        assert visitor.page.url == f"{root}years/"
        shown.change(None)
        expect(visitor.page.locator("h1").first).to_have_text(title)


def test_a_page_that_stays_the_same_is_not_loaded_again(browser, shown, root):
    """Other pages become others behind it without a flicker."""
    with window(browser, root) as visitor:
        visitor.open("years/")
        visitor.page.evaluate("window.stays = true")
        shown.change(None, {"index.html": newer(shown, "index.html")})
        visitor.page.wait_for_timeout(300)
        assert visitor.page.evaluate("window.stays === true")

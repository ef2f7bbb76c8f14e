"""The frame along with reading: the header, the contents, the letters, the colours, and what is folded away."""

from __future__ import annotations

import pytest

from browser.made import PREFIX
from browser.served import serving
from browser.visit import window

WIDE = {"width": 1280, "height": 300}  # so low that a list of contents is longer than the screen
LONG = "data/"
TITLES = ".md-header__topic"
ACTIVE = ".md-nav--secondary .md-nav__link--active"
FOLDED = "article details"
IN_ITS_LIST = """link => {
  const list = link.closest(".md-sidebar__scrollwrap").getBoundingClientRect(), here = link.getBoundingClientRect();
  return here.top >= list.top && here.bottom <= list.bottom;
}"""
BELOW_HEADER = """() => document.querySelector(":target").getBoundingClientRect().top
  - document.querySelector(".md-header").offsetHeight"""
LATE = 1.0  # seconds
GROUND = "() => getComputedStyle(document.body).backgroundColor"
DARK = "rgb(17, 25, 29)"
# What is on the screen at each frame, from the first one that has a page.
WATCH_GROUND = """window.grounds = new Set();
(function look() {
  if (document.body) grounds.add(getComputedStyle(document.body).backgroundColor);
  requestAnimationFrame(look);
})();"""
WATCH_LETTERS = """addEventListener("DOMContentLoaded", () => {
  window.early = document.documentElement.classList.contains("ps-sarabun");
}, { once: true });"""
KEPT = "() => Object.keys(localStorage).some(name => name.endsWith('.__letters'))"
LETTERS = "() => document.documentElement.classList.contains('ps-sarabun')"


@pytest.fixture(scope="module")
def visitor(browser, own_root):
    """One low and wide window on the own site."""
    with window(browser, own_root, viewport=WIDE, reduced_motion="reduce") as found:
        yield found


def _scroll(page, to: str) -> None:
    """Scroll, and wait until the page has followed."""
    page.evaluate(f"() => scrollTo(0, {to})")
    page.evaluate("() => new Promise(tell => requestAnimationFrame(() => requestAnimationFrame(tell)))")


def test_the_header_says_which_page_it_is(visitor):
    """Once the heading is out of sight, its words are in the header, above a shadow; at the top both are gone again."""
    visitor.open(LONG)
    page, header = visitor.page, visitor.page.locator(".md-header")
    shown = "topics => topics.map(topic => getComputedStyle(topic).opacity)"
    seen = []
    for to in ("0", "600", "0"):
        _scroll(page, to)
        seen.append((page.locator(TITLES).evaluate_all(shown), "shadow" in header.get_attribute("class")))
    assert seen == [(["1", "0"], False), (["0", "1"], True), (["1", "0"], False)]
    assert page.locator(TITLES).last.inner_text() == page.locator("h1").inner_text()


def test_the_contents_mark_where_one_is(visitor):
    """The mark goes to each section as it comes up, and the list of contents moves along."""
    visitor.open(LONG)
    page = visitor.page
    links = page.locator(".md-nav--secondary a")
    listed = links.evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert len(listed) > 4
    assert page.locator(ACTIVE).count() == 0
    for section in listed[:-1]:
        _scroll(page, f"scrollY + document.getElementById('{section}').getBoundingClientRect().top - 60")
        assert page.locator(ACTIVE).evaluate_all("links => links.map(link => link.hash)") == [f"#{section}"]
        assert page.locator(ACTIVE).evaluate(IN_ITS_LIST)
    _scroll(page, "0")
    assert page.locator(ACTIVE).count() == 0


def test_at_the_end_of_a_page_the_last_section_is_marked(visitor):
    """A last section too short to come up below the header is marked once the page ends."""
    page = visitor.page
    page.set_viewport_size({"width": 1280, "height": 900})
    visitor.open(LONG)
    _scroll(page, "document.body.scrollHeight")
    last = page.locator(".md-nav--secondary a").last.evaluate("link => link.hash")
    assert page.locator(last).bounding_box()["y"] > 200
    assert page.locator(ACTIVE).evaluate_all("links => links.map(link => link.hash)") == [last]
    page.set_viewport_size(WIDE)


def test_a_section_is_not_hidden_below_the_header(visitor):
    """Whoever follows a link of the contents sees the heading that it leads to."""
    visitor.open(LONG)
    links = visitor.page.locator(".md-nav--secondary a")
    for at in range(links.count()):
        links.nth(at).evaluate("link => link.click()")
        assert visitor.page.evaluate(BELOW_HEADER) >= 0


def test_what_is_folded_away_is_printed(visitor):
    """For paper every part is unfolded, and afterwards those are folded again that were."""
    visitor.open("measures/")
    page, folded = visitor.page, visitor.page.locator(FOLDED)
    opened = "all => all.map(one => one.open)"
    folded.first.evaluate("one => one.before(Object.assign(one.cloneNode(true), { open: true }))")
    before = folded.evaluate_all(opened)
    assert (before[0], before[1]) == (True, False)
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert all(folded.evaluate_all(opened))
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert folded.evaluate_all(opened) == before


def test_an_address_unfolds_what_it_leads_to(visitor):
    """A part that is folded away opens for an address within, also where a browser does not open it by itself."""
    visitor.open("measures/")
    folded = visitor.page.locator(FOLDED).last
    folded.evaluate("one => { one.lastElementChild.id = 'within'; location.hash = 'within'; }")
    visitor.page.wait_for_function("() => document.querySelector(':target')")
    folded.evaluate("one => { one.open = false; dispatchEvent(new HashChangeEvent('hashchange')); }")
    assert folded.evaluate("one => one.open")
    assert visitor.page.locator("#within").is_visible()


def test_a_first_visit_in_the_dark_is_dark_from_the_first_frame(browser, own):
    """Readers who prefer dark see no light page first, however late scripts come."""
    with (
        serving(own.folder, PREFIX, {".js": 0.3}) as root,
        window(browser, root, color_scheme="dark") as visitor,
    ):
        visitor.page.add_init_script(WATCH_GROUND)
        visitor.open("")
        assert visitor.page.evaluate("() => [...grounds]") == [DARK]


def test_late_letters_are_kept_for_the_next_page(browser, own):
    """With one of four files late a page stays in the reader's font; the next one is in Sarabun from the beginning."""
    with serving(own.folder, PREFIX, {"thai-700.woff2": LATE}) as root, window(browser, root) as visitor:
        visitor.page.add_init_script(WATCH_LETTERS)
        visitor.open("")
        visitor.page.wait_for_function(KEPT)
        assert not visitor.page.evaluate("() => early")
        assert not visitor.page.evaluate(LETTERS)
        visitor.page.route("**/*.woff2", lambda route: route.abort())  # what is kept decides, not who is first
        visitor.open("contact/")
        assert visitor.page.evaluate("() => early")


@pytest.mark.parametrize("answers", ["**/index.bin", "nothing fails"], ids=["without an index", "with results"])
def test_letters_come_after_the_results(browser, own_root, answers):
    """The index has the line to itself where a first visit asks for words; the letters are fetched after it."""
    with window(browser, own_root) as visitor:
        asked: list[str] = []
        visitor.page.on("request", lambda request: asked.append(request.url))
        visitor.page.route(answers, lambda route: route.abort())
        visitor.page.route("**/index.json", lambda route: route.abort())
        visitor.page.goto(f"{own_root}search/?q=ITA")
        visitor.page.wait_for_function(KEPT)
        names = [url.rpartition("/")[2] for url in asked]
        assert names.index("index.bin") < min(at for at, name in enumerate(names) if name.endswith(".woff2"))
        assert bool(visitor.page.locator("[data-result]").count()) == (answers != "**/index.bin")
        assert not visitor.page.evaluate(LETTERS)


@pytest.mark.parametrize("missing", ["**/*-700.woff2", "**/site.css"])
def test_letters_that_never_come_are_no_fault(browser, own_root, missing):
    """The reader's font is kept where a file of letters or their list cannot be read, and no script fails."""
    with window(browser, own_root) as visitor:
        visitor.page.route(missing, lambda route: route.abort())
        visitor.open("")
        assert not visitor.page.evaluate(LETTERS)
        assert not visitor.page.evaluate(KEPT)
        assert [said for said in visitor.visit.said if "ERR_FAILED" not in said] == []


def test_a_choice_of_an_earlier_version_is_known(browser, own_root):
    """The choice that Material's scripts kept, with its names of colours, still counts."""
    kept = '{"index":2,"color":{"media":"(prefers-color-scheme: dark)","scheme":"slate","primary":"custom"}}'
    with window(browser, own_root, color_scheme="light") as visitor:
        visitor.page.add_init_script(f"localStorage.setItem('{PREFIX}.__palette', '{kept}')")
        visitor.open("contact/")
        assert visitor.page.evaluate(GROUND) == DARK


def test_a_page_that_is_gone_back_to_has_the_look_chosen_since(browser, own_root):
    """A browser keeps the page before as it was; it then turns dark, where dark was chosen on the page after it."""
    with window(browser, own_root, color_scheme="light") as visitor:
        page = visitor.page
        visitor.open("contact/")
        page.evaluate(f"() => localStorage.setItem('{PREFIX}.__palette', '{{\"index\":2}}')")
        page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        assert page.evaluate(GROUND) == DARK
        assert page.locator("form[data-palette] input").last.is_checked()

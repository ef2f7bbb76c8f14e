"""The pack of evidence, opened from the ZIP alone in a browser without a network."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from browser.visit import violations
from links.frozen_site import make_site, unpack
from links.server import Server


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A pack, unpacked in its own place; the site and the server it came from are gone."""
    place = tmp_path_factory.mktemp("evidence")
    with Server() as server, ThreadPoolExecutor(1) as aside:  # the browser keeps the event loop of this thread
        site = make_site(place / "root", server)
        site.build()
        done = aside.submit(site.freeze, place / "out").result()
    return unpack(done, place / "unpacked")


@pytest.fixture
def offline(browser):
    """A page of a browser that has no network, and all that it asked for."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="th-TH", offline=True)
    page = context.new_page()
    page.asked = []
    page.said = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    yield page
    context.close()


def test_the_index_opens_by_itself(folder, offline):
    """It asks for no other file, says nothing in the console, names every item and link, and fits a telephone."""
    index = (folder / "index.html").as_uri()
    offline.goto(index)
    assert offline.asked == [index]
    assert offline.said == []
    text = offline.inner_text("main")
    for part in ("ปีงบประมาณ พ.ศ. 2565", "ข้อ O1", "ข้อ O42", "21 พฤศจิกายน 2569 เวลา 12:00:30 น.", "ไม่พบหน้า"):
        assert part in text
    assert "แผน <b>หนา</b> & อื่น ๆ" in text
    assert offline.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert offline.evaluate("getComputedStyle(document.querySelector('dt')).fontWeight") == "700"


def test_the_index_is_accessible(folder, browser):
    """axe finds nothing wrong; it needs a page without our policy, which would keep axe itself from running."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    assert violations(page) == []
    context.close()


def test_every_link_to_a_file_of_the_pack_leads_to_one(folder, offline):
    """Each copy and text that the index names is there."""
    offline.goto((folder / "index.html").as_uri())
    names = offline.eval_on_selector_all("a", "all => all.map(one => one.getAttribute('href'))")
    own = {name for name in names if not name.startswith("http")}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"index.html"}
    assert own == files


def test_a_copy_of_a_page_runs_and_loads_nothing(folder, offline):
    """A page with a script and a picture is shown as the text that it is."""
    copy = (folder / "copies" / "001.html.txt").as_uri()
    offline.goto(copy)
    assert offline.asked == [copy]
    assert offline.evaluate("document.contentType") == "text/plain"
    assert offline.title() != "run"
    assert "<script>" in offline.inner_text("body")


def test_the_text_of_a_page_is_readable(folder, offline):
    """The readable text opens in Thai, without any setting."""
    offline.goto((folder / "texts" / "002.txt").as_uri())
    assert "เนื้อหาเดิม ของหน้า" in offline.inner_text("body")

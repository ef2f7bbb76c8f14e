"""A large site costs little: the loader on every page is light, and a chosen year brings that year's part alone."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from browser.made import PREFIX, ROOT
from browser.served import serving
from browser.visit import Visitor, window
from large_site import plan_large

DONE = "#search-results[data-of]:not([data-of=''])"
RESULTS = "() => [...document.querySelectorAll('[data-result]')].map(link => link.dataset.result)"


@pytest.fixture(scope="module")
def large(small, tmp_path_factory) -> Path:
    """The small site with the search files of a site of a thousand pages, since only those are asked for."""
    folder = tmp_path_factory.mktemp("large-search")
    built = Path(shutil.copytree(small.folder, folder / "built"))
    for path, data in plan_large(folder / "site").files.items():
        if path.startswith("content/search/") and path.endswith((".json", ".bin")):
            (built / path.removeprefix("content/")).write_bytes(data)
    return built


@pytest.fixture
def visitor(browser, large) -> Iterator[Visitor]:
    """A window on that site."""
    with serving(large, PREFIX) as root, window(browser, root) as opened:
        yield opened


@pytest.fixture
def asked(visitor) -> list[str]:
    """The parts of the index that were asked for, in order."""
    found: list[str] = []

    def note(path: str) -> None:
        name = path.rpartition("/")[2]
        if name.startswith("index") and name.endswith((".json", ".bin")):
            found.append(name)

    visitor.page.on("request", lambda request: note(urlsplit(request.url).path))
    return found


def choose(visitor: Visitor, year: str) -> None:
    """Choose a year, or all with an empty one, and wait until its results are there."""
    visitor.page.evaluate("() => performance.clearMeasures('search')")
    visitor.page.locator("select[name=year]").select_option(year)
    visitor.page.wait_for_function("() => performance.getEntriesByName('search').length")


def test_the_loader_is_light():
    """The search costs every page at most 1.5 KB packed."""
    loader = ROOT / "theme" / "assets" / "js" / "search-box.js"
    assert len(gzip.compress(loader.read_bytes(), 6)) <= 1500


def test_a_year_brings_its_part_alone(visitor, asked):
    """An address with a year loads the head and that year; another year adds its part; all years add the rest, once."""
    visitor.page.goto(f"{visitor.root}search/?q={quote('จัดซื้อจัดจ้าง')}&year=2575")
    visitor.page.wait_for_selector(DONE, state="attached")
    assert asked == ["index.bin", "index-2575.bin"]
    assert all(path.startswith("/2575/") for path in visitor.page.evaluate(RESULTS))
    assert visitor.page.locator("select[name=year]").input_value() == "2575"
    choose(visitor, "2576")
    assert asked == ["index.bin", "index-2575.bin", "index-2576.bin"]
    found = visitor.page.evaluate(RESULTS)
    assert found
    assert all(path.startswith("/2576/") for path in found)
    few = visitor.page.locator("#search-count").inner_text()
    choose(visitor, "")
    every = {
        f"index-{year}.bin"
        for year in visitor.page.locator("select[name=year] option").evaluate_all(
            "options => options.map(option => option.value).filter(Boolean).map(year => year === '0' ? 'site' : year)"
        )
    }
    assert set(asked) == {"index.bin", *every}
    assert len(asked) == len(set(asked))
    assert visitor.page.locator("#search-count").inner_text() != few
    choose(visitor, "2575")
    assert len(asked) == len(set(asked))


def test_a_year_that_has_no_part_means_all(visitor, asked):
    """An address with a year that the site does not have searches all years, as the choice then says."""
    visitor.page.goto(f"{visitor.root}search/?q=O42&year=2499")
    visitor.page.wait_for_selector(DONE, state="attached")
    assert len(asked) > 10
    assert visitor.page.locator("select[name=year]").input_value() == ""
    assert visitor.page.evaluate(RESULTS)

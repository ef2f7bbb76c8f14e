"""The index of a site of more than a thousand pages: light, and in parts by year."""

from __future__ import annotations

import gzip
import json

import pytest

from large_site import YEARS, plan_large
from prongsai import addresses
from search_index import rows_of


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """The large site."""
    return plan_large(tmp_path_factory.mktemp("large") / "site")


@pytest.fixture(scope="module")
def parts(planned) -> dict[str, bytes]:
    """The parts of its index by their paths, the head first."""
    found = {path.removeprefix("content"): data for path, data in planned.files.items()}
    head = found[addresses.SEARCH_INDEX]
    named = [f"/search/{name}" for _, name in json.loads(head)["parts"]]
    return {addresses.SEARCH_INDEX: head, **{path: found[path] for path in named}}


def test_it_is_large(planned):
    """The site has more than a thousand pages that can be found."""
    assert sum(not page.path.startswith(addresses.SEARCH) for page in planned.pages) > 1000


def test_every_year_has_its_part(parts):
    """The head names a part for each year and one for the pages across years; each part has its own year alone."""
    years = [year for year, _ in json.loads(parts[addresses.SEARCH_INDEX])["parts"]]
    assert len([year for year in years if year]) == YEARS
    assert 0 in years
    for year in years:
        rows = json.loads(parts[f"/search/index-{year or 'site'}.json"])
        assert {row[3] for row in rows} == {year}


def test_every_page_is_in_one_part(planned, parts):
    """All parts together have every page that can be found, each once."""
    rows = [row[0] for path, data in parts.items() if path != addresses.SEARCH_INDEX for row in json.loads(data)]
    expected = {page.path for page in planned.pages if not page.path.startswith(addresses.SEARCH)}
    assert len(rows) == len(set(rows))
    assert expected <= set(rows)


def test_it_is_light_on_a_slow_line(planned, parts):
    """Packed by us it is the same, in no more files, and costs at most a fifth of a kilobyte a page."""
    packed = {path.rpartition("/")[2]: data for path, data in planned.files.items() if path.endswith(".bin")}
    index = {name: data for name, data in packed.items() if name.startswith("index")}
    plain = {path.rpartition("/")[2]: json.loads(data) for path, data in parts.items() if "index-" in path}
    assert rows_of(index) == plain
    whole, count = sum(map(len, index.values())), sum(map(len, plain.values()))
    print(f"packed: {whole} bytes, {whole / count:.0f} a page, head {len(index['index.bin'])}, in {len(index)} files")
    assert whole <= 200 * count


def test_it_is_light(parts):
    """The whole index costs at most 1.5 KB a page when packed, and so does each of its parts with the head."""
    packed = {path: len(gzip.compress(data, 6)) for path, data in parts.items()}
    counts = {path: len(json.loads(data)) for path, data in parts.items() if path != addresses.SEARCH_INDEX}
    whole = sum(counts.values())
    print(f"{whole} pages: {sum(packed.values()) / whole:.0f} bytes a page, head {packed[addresses.SEARCH_INDEX]}")
    assert sum(packed.values()) <= 1500 * whole
    for path, count in counts.items():
        assert packed[path] + packed[addresses.SEARCH_INDEX] <= 1500 * count, path

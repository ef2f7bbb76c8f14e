"""A larger site costs what its size says: no step grows faster than pages times years, and little is in memory."""

from __future__ import annotations

import cProfile
import tracemalloc
from collections import Counter
from pathlib import Path

from large_site import write_large
from prongsai.analysis.results import analyse_site
from prongsai.engines import workers
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import speech_of
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.content.write_files import write_files
from prongsai.pipeline.planning.when_asked import WhenAsked
from prongsai.pipeline.store import Kind, Store
from prongsai.views.oit.items import same_item_elsewhere

MEGABYTE = 1_000_000
MANY = 200  # calls, below which a function that is asked once more or less looks like growth
MOST = 5.5  # times, of what pages times years make four and pages times years times years eight
PACKED = Kind("packed", ("jinja2",), spare=0, packed=True)


def count_calls(folder: Path, years: int) -> Counter[object]:
    """The calls of each function while a site of this many years is checked, planned and written."""
    write_large(folder, years)
    profile = cProfile.Profile()
    with profile:
        assert check_folder(folder).planned.made.pages
    return Counter({one.code: one.callcount for one in profile.getstats()})


def test_no_step_grows_faster_than_pages_times_years(tmp_path, monkeypatch):
    """With twice the years and thus twice the pages, nothing is called much more than four times as often."""
    monkeypatch.setattr(workers, "_cores", lambda: 1)  # whose calls are all counted
    few, many = (count_calls(tmp_path / str(years), years) for years in (2, 4))
    grown = {code: (few[code], count) for code, count in many.items() if count > MANY and count > MOST * few[code] > 0}
    assert len(many) > 1000
    assert grown == {}


def test_pages_of_an_item_share_what_they_say_of_other_years(tmp_path):
    """The link to a year is one and the same on the pages of all others."""
    write_large(tmp_path / "site", 3)
    results = analyse_site(load_site(tmp_path / "site").site)
    first, second, third = results.years
    links = {year: same_item_elsewhere(results, year, "O1", speech_of(results)) for year in results.years}
    assert [len(found) for found in links.values()] == [2, 2, 2]
    assert links[first][1] is links[second][1]
    assert links[second][0] is links[third][0]


def test_files_are_not_in_memory_together(tmp_path):
    """Of files of eighty megabytes that are made when asked for, less than half are held while they are written."""
    files = WhenAsked({f"content/{n}.csv": lambda n=n: bytes([n]) * MEGABYTE for n in range(80)})
    tracemalloc.start()
    report = write_files(tmp_path, files, always_ours=b"#")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(report.changed) == 80
    assert peak < 40 * MEGABYTE
    assert write_files(tmp_path, files, always_ours=b"#").same == 80


def test_a_pack_is_written_in_pieces(tmp_path):
    """Keeping what was made takes no memory for a second copy of it."""
    store = Store(tmp_path)
    for n in range(200):
        store.put(PACKED, str(n), bytes([n]) * 100_000)
    tracemalloc.start()
    store.keep()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEGABYTE
    assert Store(tmp_path).find(PACKED, "7") == bytes([7]) * 100_000

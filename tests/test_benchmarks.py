"""The tool that times builds: its figures, its judgement, its page and its chart; nothing is timed here."""

from __future__ import annotations

import re
import shutil
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import bench
import pytest
from benchmarks import chart, report
from benchmarks.bars import find_bars, growth
from benchmarks.folders import edit_measure, forget
from benchmarks.kept import median, ratio, read
from benchmarks.processes import peak_memory, run
from benchmarks.steps import REST, STEPS, Watch, find

import sites

COLOUR = re.compile(r"#[0-9a-f]{6}")


def size(pages, years, plain=10.0, first=5.0, measure=2.0, unchanged=0.3):
    """A size that was measured in two rounds."""
    seconds = {"plain": plain, "first now": first, "measure now": measure, "unchanged now": unchanged}
    return {
        "about": bench.circumstances(None) | {"load": [0.1, 0.2], "minutes": 1, "rounds": 2},
        "pages": pages,
        "years": years,
        "runs": {kind: [[one, one, 50.0], [one * 1.2, one, 50.0]] for kind, one in seconds.items()},
        "memory": {"plain": 100.0, "first now": 110.0},
        "steps": {"first now": dict.fromkeys((*STEPS, REST), pages / 1000)},
    }


def test_a_ratio_is_of_runs_of_one_round():
    """A slow minute that met both runs of a round moves no ratio; medians of seconds are asked apart."""
    ours, plain = [[1, 1, 1], [9, 1, 1], [2, 1, 1]], [[2, 1, 1], [18, 1, 1], [4, 1, 1]]
    assert (ratio(ours, plain), median(ours), median(plain)) == (0.5, 2, 4)


def test_bars_are_reached_missed_or_not_measured():
    """Each is judged by its own figure; what was not measured is neither."""
    found = {(one.part, one.text): one for one in find_bars({"1000": size(1000, 10, measure=2.6)})}
    assert found["1,000 pages", "first build"].is_reached is True
    assert found["1,000 pages", "one measure edited"].is_reached is False
    assert found["1,000 pages", "nothing changed"].is_reached is True
    assert found["5,000 pages", "first build"].is_reached is None
    assert found["commands", "`--help`"].found is None


def test_growth_is_seen_by_pages_and_by_years():
    """Five times the pages and years in 25 times the time: five times as the pages, once as both."""
    small, large = size(1000, 10), size(5000, 50)
    large["steps"]["first now"]["rules"] = 25.0
    found = growth(small, large, "first now")
    assert (found["rules"].by_pages, found["rules"].by_pages_and_years) == (5.0, 1.0)
    assert found["engine"].by_pages == pytest.approx(1.0)
    [steps] = [one for one in find_bars({"1000": small, "5000": large}) if one.part == "steps"]
    assert steps.found == 1.0


def test_a_step_has_its_own_time_alone():
    """The time of an inner step and of the parts of a generator are not that of the step around them."""
    watch = Watch()
    inner = watch.wrap("rules", lambda: _burn(0.06))

    def parts():
        for _ in range(2):
            yield _burn(0.02)

    outer = watch.wrap("engine", lambda: (_burn(0.02), inner(), *watch.wrap("search", parts)()))
    watch.turn()
    watch.within = [REST]
    outer()
    watch.turn()
    spent = watch.spent
    assert spent["rules"] >= 0.06
    assert spent["search"] >= 0.04
    assert 0.02 <= spent["engine"] < spent["rules"]
    assert spent[REST] < 0.02


def _burn(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_a_part_of_the_program(step):
    """A step of which no function is left would be counted nowhere."""
    assert [name for name in STEPS[step] if find(name)] != []


@pytest.mark.skipif(sys.platform != "linux", reason="nobody else says what processes share")
def test_memory_is_that_of_all_processes(tmp_path):
    """Two processes with 60 MB each at once are seen, though each of them alone has less."""
    held = "import time; held = bytearray(60_000_000); time.sleep(0.4)"
    both = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {held!r}])\n{held}"
    assert peak_memory([sys.executable, "-c", both], tmp_path) > 115


def test_a_run_that_fails_ends_the_tool(tmp_path):
    """With its output, so that no time of a failed build is taken for one."""
    with pytest.raises(SystemExit, match="ended with 3\nwhy"):
        run([sys.executable, "-c", "print('why'); raise SystemExit(3)"], tmp_path)
    assert run([sys.executable, "-c", ""], tmp_path).processor > 0


def test_each_edit_is_another_one_and_is_one_line(tmp_path):
    """The title of one measure of the newest year, and no other byte; what was made of a site is forgotten."""
    root = sites.copy_site(sites.REPOSITORY, tmp_path / "root")
    file = max((root / "data").glob("*/measures.yml"))
    texts = [file.read_text("utf-8").splitlines()]
    for turn in (1, 2):
        words = edit_measure(root, turn)
        texts.append(file.read_text("utf-8").splitlines())
        [(_, new)] = [pair for pair in zip(*texts[-2:], strict=True) if pair[0] != pair[1]]
        assert new.endswith(words)
    (root / "site").mkdir(exist_ok=True)
    shutil.rmtree(root / "content", ignore_errors=True)
    forget(root)
    assert (not (root / "site").exists(), list((root / "content").iterdir())) == (True, [])


def test_the_page_and_the_chart_are_what_was_measured():
    """Nobody writes there by hand: run tools/bench.py --papers after a change of the tool."""
    kept = read()
    assert (sites.REPOSITORY / "docs/benchmarks.md").read_text("utf-8") == report.write_page(kept)
    assert (sites.REPOSITORY / "docs" / report.CHART).read_text("utf-8") == chart.draw(kept)


def test_the_page_says_what_is_missing():
    """A size without Zensical, without the program as it was and without other sizes is a whole page."""
    page = report.write_page({"1000": size(1000, 10)})
    assert "Zensical was not installed." in page
    assert page.count("not measured") == 8
    assert "first build, before" not in page


def test_the_chart_can_be_read_on_light_and_dark():
    """Well-formed, with all figures as text and in words, and every colour at 4.5 to 1 on its ground."""
    drawn = chart.draw({"1000": size(1000, 10), "5000": size(5000, 50)})
    picture = ET.fromstring(drawn)
    told = "".join(picture.itertext())
    assert "1,000 pages: first build 0.50, one measure edited 0.20, nothing changed 0.03" in told
    light, _, dark = drawn.partition("@media")
    for scheme, ground in ((light, "#ffffff"), (dark, "#14191f")):
        colours = {*COLOUR.findall(scheme.partition("</style>")[0])} - {ground}
        assert len(colours) >= 3
        assert all(contrast(one, ground) >= 4.5 for one in colours)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG counts it."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_kept_is_named_by_its_machine_without_its_name():
    """The day, the versions and the kind of machine, and no path of it."""
    told = bench.circumstances(None)
    assert {"day", "now", "python", "packages", "machine"} < told.keys()
    assert not any(str(Path.home()) in str(value) or str(sites.REPOSITORY) in str(value) for value in told.values())

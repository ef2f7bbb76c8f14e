"""Lighthouse on the pages that people open most, served as a host does: packed and cached."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median_low
from typing import Any

import pytest

from browser.made import PREFIX
from browser.served import serving
from judges.programs import run_lighthouse

pytestmark = pytest.mark.judge

# Of the model, the invented agency: its newest year with scores, and its heaviest index of OIT items.
PAGES = ("", "2566/scores/", "2566/measures/", "2566/measures/m01/", "2567/oit/")
LEAST = {"performance": 0.98, "accessibility": 1, "best-practices": 1, "seo": 1}
RUNS, TRIES = 3, 9
EQUALLY_FAST = 0.85  # of the fastest run: below it, what was measured is what else the machine had to do


@pytest.fixture(scope="module")
def root(six) -> Iterator[str]:
    """The address of the model's site."""
    with serving(six["model"].folder, PREFIX) as address:
        yield address


@pytest.mark.parametrize("page", PAGES)
def test_lighthouse(root, page):
    """The median of three runs as a phone is at least 0.98 in performance, and 1 in all else.

    Where two are so, the third changes nothing. What is taken are runs while the machine was about equally fast.
    """
    reports: list[dict[str, Any]] = []
    while len(reports) < TRIES and not is_settled(undisturbed(reports)):
        reports.append(run_lighthouse(f"{root}{page}"))
    assert {report["finalDisplayedUrl"] for report in reports} == {f"{root}{page}"}
    assert {report["configSettings"]["formFactor"] for report in reports} == {"mobile"}
    taken = sorted(reports, key=speed, reverse=True)[: max(2, min(RUNS, len(undisturbed(reports))))]
    scores = {name: [report["categories"][name]["score"] for report in taken] for name in sorted(LEAST)}
    print(f"/{page}: {scores}, {len(taken)} of {len(reports)} runs, machine {sorted(map(speed, reports))}")
    middle = {name: median_low(found) for name, found in scores.items()}  # of two, the lower one
    assert {name: score for name, score in middle.items() if score < LEAST[name]} == {}, scores


def is_settled(reports: list[dict[str, Any]]) -> bool:
    """True if the median of three is known to be good, or three have run."""
    good = [
        report
        for report in reports
        if all(report["categories"][name]["score"] >= least for name, least in LEAST.items())
    ]
    return len(good) >= 2 or len(reports) >= RUNS


def undisturbed(reports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The runs during which the machine was about as fast as in the fastest."""
    fastest = max(map(speed, reports), default=0)
    return [report for report in reports if speed(report) >= EQUALLY_FAST * fastest]


def speed(report: dict[str, Any]) -> float:
    """The speed of the machine during a run, by Lighthouse's own measure."""
    return report["environment"]["benchmarkIndex"]

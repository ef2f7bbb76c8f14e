"""Lighthouse on the pages that people open most, served as a host does: packed and cached."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median_low

import pytest

from browser.made import PREFIX
from browser.served import serving
from judges.programs import run_lighthouse

pytestmark = pytest.mark.judge

# Of the model, the invented agency: its newest year with scores, and its heaviest index of OIT items.
PAGES = ("", "2566/scores/", "2566/measures/", "2566/measures/m01/", "2567/oit/")
CATEGORIES = {"performance", "accessibility", "best-practices", "seo"}
RUNS, LEAST = 7, 0.95  # the page scored 0.90 to 0.98 within an hour on one machine: a median of few is chance


@pytest.fixture(scope="module")
def root(six) -> Iterator[str]:
    """The address of the model's site."""
    with serving(six["model"].folder, PREFIX) as address:
        yield address


@pytest.mark.parametrize("page", PAGES)
def test_lighthouse(root, page):
    """The median of the runs as a phone is at least 0.95 in each; where two are so, there is no doubt to settle."""
    reports = [run_lighthouse(f"{root}{page}") for _ in range(2)]
    if any(report["categories"][name]["score"] < LEAST for report in reports for name in CATEGORIES):
        reports += [run_lighthouse(f"{root}{page}") for _ in range(RUNS - 2)]
    assert {report["finalDisplayedUrl"] for report in reports} == {f"{root}{page}"}
    assert {report["configSettings"]["formFactor"] for report in reports} == {"mobile"}
    scores = {name: [report["categories"][name]["score"] for report in reports] for name in sorted(CATEGORIES)}
    print(f"/{page}: {scores}")
    middle = {name: median_low(found) for name, found in scores.items()}  # of two, the lower one
    assert {name: score for name, score in middle.items() if score < LEAST} == {}, scores

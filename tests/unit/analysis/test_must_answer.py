"""Weak points of a result: by the figures where no analysis names any, and by no target that was only inferred."""

import pytest

from prongsai.analysis.must_answer import WeakPoint, weak_points
from prongsai.analysis.results import analyse_site
from prongsai.model.agency import Agency, SiteOptions
from prongsai.model.site import FiscalYear, Site
from unit.makers import make_edition, make_scores


def weak(grade: str | None) -> tuple[WeakPoint, ...]:
    """The weak points of a year whose rules have a target of 85 that rests on evidence of a grade, if on any."""
    target = {"score": "85.00", "evidence": ["one"] if grade else []}
    evidence = {"one": {"grade": grade, "source": "คู่มือ", "page": "3"}} if grade else {}
    question = {"instrument": "IIT", "code": "i1", "score": "80.00"}
    year = FiscalYear(2564, make_edition(target=target, evidence=evidence), scores=make_scores(questions=[question]))
    return weak_points(analyse_site(Site(Agency(), SiteOptions(title="ทดสอบ"), {}, (year,))).years[2564])


@pytest.mark.parametrize(("grade", "is_judged"), [("S", True), (None, True), ("I", False), ("A1", False)])
def test_a_target_that_was_only_inferred_makes_nothing_weak(grade, is_judged):
    """A question below it must be answered where a source or the agency itself says so, and else not."""
    assert ("of-question" in {one.kind for one in weak(grade)}) is is_judged

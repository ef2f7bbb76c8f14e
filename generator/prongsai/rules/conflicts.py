"""Rules on the chain of scores: every stated figure against every other that it bounds, each contradiction once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import SCALE, half_of_last_place
from prongsai.analysis.chain import Conflict
from prongsai.analysis.findings import Finding
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import rounded
from prongsai.analysis.statements import stated_figure
from prongsai.analysis.tree import TOTAL
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.causes import cause_problem, place_of
from prongsai.rules.context import Context
from prongsai.rules.facts import figure_of
from prongsai.rules.naming import figures_named
from prongsai.thai.numerals import two_decimals
from prongsai.wording.figures import before_thai, name_figures

_CENTS = 100
_BETWEEN = {"instruments": "เครื่องมือ", "indicators": "ตัวชี้วัด"}


def figures_disagree(context: Context) -> Iterator[Problem]:
    """Item, sub-indicator, indicator, part, instrument, points of the weight and total are possible next to each other.

    What is not stated may be anything that the rules allow; where no weighting is verified, a total is only known to
    be between what it is made of. Limits: grades of evidence that only infer bind nothing, and the order of rounding
    is left open, as no source states it.
    """
    for result, scores in context.with_scores():
        for finding in result.findings:
            told = cause_problem(result, scores, finding) or _conflict_problem(result, scores, finding)
            figures = finding.cause.figures if finding.cause is not None else ()
            group, key = figures[0] if figures else finding.told.node
            yield told.about(figure_of(result.year.year, group, key), (place_of(scores, one) for one in figures[1:]))


def _conflict_problem(result: YearResult, scores: Scores, finding: Finding) -> Problem:
    """The conflict in the words of its kind; by its bounds alone where no single value follows."""
    conflict = finding.told
    if not conflict.relation.is_weighed and conflict.node == TOTAL and conflict.reckoned.is_whole:
        return _beyond_figures(result, scores, conflict)
    if conflict.relation.kind == "weighted":
        made = _points_problem(result, scores, conflict)
    elif conflict.reckoned.exact is None or stated_figure(scores, conflict.node) is None:
        made = None
    else:
        made = _recomputed_problem(result, scores, conflict)
    return made or _out_of_reach(result, scores, conflict)


def _recomputed_problem(result: YearResult, scores: Scores, conflict: Conflict) -> Problem:
    """A stated figure next to the one that follows from those below it, of which none is missing."""
    (group, key), year = conflict.node, result.year.year
    published, exact = stated_figure(scores, conflict.node) or Decimal(0), conflict.reckoned.exact or Fraction(0)
    values = {"published": two_decimals(published), "computed": two_decimals(rounded(exact))}
    if group == "total":
        return _total_problem(result, scores, conflict, published)
    if group == "instruments":
        count = len(conflict.relation.children)
        return problem(
            "instrument-differs", place_of(scores, conflict.node), year=year, instrument=key, count=count, **values
        )
    source = "ผลรายข้อ" if any(kind == "items" for kind, _ in conflict.values) else "คะแนนตัวชี้วัดย่อย"
    code = "indicator-differs" if group == "indicators" else "subindicator-differs"
    return problem(code, place_of(scores, conflict.node), year=year, number=key, source=source, **values)


def _total_problem(result: YearResult, scores: Scores, conflict: Conflict, published: Decimal) -> Problem:
    computed = result.computed.total
    if computed is None:
        computed = rounded(conflict.reckoned.exact or Fraction(0))
    lowest, highest = conflict.reckoned.interval.wider(half_of_last_place(published)).in_cents
    return problem(
        "total-outside-interval",
        scores.where("total"),
        year=result.year.year,
        published=two_decimals(published),
        computed=two_decimals(computed),
        difference=two_decimals(abs(published - computed)),
        lowest=two_decimals(lowest),
        highest=two_decimals(highest),
        at=f" ({scores.total.at})" if scores.total.at else "",
    )


def _points_problem(result: YearResult, scores: Scores, conflict: Conflict) -> Problem | None:
    """Weighted points that are not the score times its weight, or do not make the total."""
    year, (_, tool) = result.year, conflict.node
    if conflict.node == TOTAL:
        total, exact = known(scores.total.value), conflict.reckoned.exact
        if total is None or exact is None:
            return None
        values = {"sum": two_decimals(rounded(exact)), "published": two_decimals(total)}
        return problem("weighted-sum-differs", scores.where("weighted"), year=year.year, **values)
    points, score = stated_figure(scores, ("weighted", tool)), result.computed.used.get(tool)
    weight = year.edition.weights.get(tool)
    if points is None or score is None or weight is None:
        return None
    published = stated_figure(scores, conflict.node)
    shown = published if published is not None else rounded(score)
    values = {"instrument": tool, "published": two_decimals(points), "score": two_decimals(shown)}
    values |= {"weight": f"{weight.normalize():f}"}
    values |= {"computed": two_decimals(rounded(Fraction(shown) * Fraction(weight) / _CENTS))}
    return problem("weighted-points-differ", scores.where("weighted", tool), year=year.year, **values)


def _beyond_figures(result: YearResult, scores: Scores, conflict: Conflict) -> Problem:
    """A total that no weighting gives."""
    figures = [value for key in conflict.relation.children if (value := stated_figure(scores, key)) is not None]
    bounds = {"lowest": two_decimals(min(figures)), "highest": two_decimals(max(figures))}
    what, published = _BETWEEN[conflict.relation.kind], two_decimals(stated_figure(scores, TOTAL) or Decimal(0))
    values = {"published": published, "what": what, **bounds}
    return problem("total-beyond-figures", scores.where("total"), year=result.year.year, **values)


def _out_of_reach(result: YearResult, scores: Scores, conflict: Conflict) -> Problem:
    """A figure outside all that the others leave for it, whatever the missing ones are."""
    what, published, year = (
        name_figures(conflict.node[0], [conflict.node[1]]),
        stated_figure(scores, conflict.node),
        result.year.year,
    )
    given = figures_named([key for key in conflict.values if key != conflict.node])
    if published is None:
        where = place_of(scores, conflict.values[-1])
        return problem("figures-do-not-agree", where, year=year, what=what, given=given)
    lowest, highest = SCALE.within(conflict.reckoned.interval).in_cents
    values = {
        "what": what,
        "spoken_what": before_thai(name_figures(conflict.node[0], [conflict.node[1]])),
        "published": two_decimals(published),
    }
    values |= {"given": given, "lowest": two_decimals(lowest), "highest": two_decimals(highest)}
    return problem("figure-out-of-reach", place_of(scores, conflict.node), year=year, **values)


RULES = (figures_disagree,)

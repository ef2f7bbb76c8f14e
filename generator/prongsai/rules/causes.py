"""Contradictions of scores with a known slip, each worded with what would agree."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from prongsai.analysis.causes import Cause, Slip
from prongsai.analysis.findings import Finding
from prongsai.analysis.readings import restated
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import compute_scores, rounded
from prongsai.analysis.statements import stated_figure
from prongsai.analysis.tree import TOTAL, Key
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.naming import figures_named
from prongsai.thai.numerals import two_decimals
from prongsai.wording.figures import before_thai, name_figures

_HUNDRED = 100
_MOST_SHOWN = 4  # values in a sentence


def cause_problem(result: YearResult, scores: Scores, finding: Finding) -> Problem | None:
    """The problem that names the slip of a finding; None where none is known."""
    cause = finding.cause
    return _WORDED[cause.slip](result, scores, cause) if cause is not None else None


def place_of(scores: Scores, key: Key) -> Where:
    """The place of a figure of the chain."""
    return scores.where("total") if key == TOTAL else scores.where(*key)


def printed(scores: Scores, key: Key) -> str:
    """A stated figure of the chain with two decimals; empty where it is not stated."""
    value = stated_figure(scores, key)
    return two_decimals(value) if value is not None else ""


def figure_of(scores: Scores, key: Key) -> Figure:
    """The record of a stated figure of the chain that is no item and no points."""
    figure: Figure = scores.total if key == TOTAL else getattr(scores, key[0])[key[1]]
    return figure


def stated_as_agreeing(result: YearResult, scores: Scores) -> tuple[Figure, ...]:
    """The figures that are reported with a second statement that agrees, and so need no report that they differ."""
    causes = [one.cause for one in result.findings if one.cause is not None and one.cause.slip == "other-list"]
    return tuple(figure_of(scores, key) for cause in causes for key in cause.figures)


def _exchanged(result: YearResult, scores: Scores, cause: Cause) -> Problem:
    first, other = cause.figures
    return problem(
        "figures-exchanged",
        place_of(scores, first),
        year=result.year.year,
        first=name_figures(first[0], [first[1]]),
        first_value=printed(scores, first),
        other=name_figures(other[0], [other[1]]),
        other_value=printed(scores, other),
    )


def _digits(result: YearResult, scores: Scores, cause: Cause) -> Problem:
    [figure], [expected] = cause.figures, cause.expected
    values = {
        "what": name_figures(figure[0], [figure[1]]),
        "spoken_what": before_thai(name_figures(figure[0], [figure[1]])),
    }
    values |= {"published": printed(scores, figure), "expected": two_decimals(expected)}
    return problem("digits-exchanged", place_of(scores, figure), year=result.year.year, **values)


def _other_year(result: YearResult, scores: Scores, cause: Cause) -> Problem:
    values = {"what": figures_named(cause.figures), "other": cause.year}
    published = ", ".join(printed(scores, key) for key in cause.figures)
    where, year = place_of(scores, cause.figures[0]), result.year.year
    return problem("figure-of-other-year", where, year=year, of_year=year, published=published, **values)


def _points(result: YearResult, scores: Scores, cause: Cause) -> Problem:
    """Points of the weight as scores, with the product for one of them where its score and weight are known."""
    exact, weights = result.computed.exact_instruments, result.year.edition.weights
    tools = [tool for _, tool in cause.figures]
    tool = next((one for one in tools if one in exact and one in weights), tools[0])
    score, weight = exact.get(tool), weights.get(tool)
    points = printed(scores, ("instruments", tool))
    if score is None and weight is not None and len(tools) == 1:
        score = Fraction(points) * _HUNDRED / Fraction(weight)
    values = {"what": figures_named(cause.figures), "tool": tool, "points": points}
    values["found"] = ", ".join(printed(scores, key) for key in cause.figures)
    if score is not None and weight is not None:
        values |= {"score": two_decimals(rounded(score)), "weight": f"{weight.normalize():f}"}
    else:
        values |= {"total": printed(scores, TOTAL)}
    return problem("scores-are-points", place_of(scores, cause.figures[0]), year=result.year.year, **values)


def _other_list(result: YearResult, scores: Scores, cause: Cause) -> Problem:
    values = {"what": figures_named(cause.figures), "published": "", "expected": ""}
    if len(cause.figures) <= _MOST_SHOWN:
        values["published"] = ", ".join(printed(scores, key) for key in cause.figures)
        values["expected"] = ", ".join(two_decimals(value) for value in cause.expected)
    again = [one for key in cause.figures for one in figure_of(scores, key).also_stated]
    values["at"] = ", ".join(dict.fromkeys(one.at for one in again if known(one.value) in cause.expected))
    return problem("other-list-agrees", place_of(scores, cause.figures[0]), year=result.year.year, **values)


def _plain_mean(result: YearResult, scores: Scores, cause: Cause) -> Problem:
    other = restated(scores) if cause.reading else None
    computed = compute_scores(other, result.year.edition).total if other else result.computed.total
    values = {
        "published": printed(scores, TOTAL),
        "count": cause.count,
        "kind": "ตัวชี้วัด" if cause.group == "indicators" else "เครื่องมือ",
        "which": " ที่ระบุอีกแห่งหนึ่ง" if cause.reading else "",
        "computed": two_decimals(computed) if computed is not None else "",
        "at": f" ({scores.total.at})" if scores.total.at else "",
    }
    return problem("total-is-plain-mean", scores.where("total"), year=result.year.year, **values)


_WORDED: dict[Slip, Callable[[YearResult, Scores, Cause], Problem]] = {
    "other-list": _other_list,
    "points": _points,
    "plain-mean": _plain_mean,
    "other-year": _other_year,
    "exchanged": _exchanged,
    "digits": _digits,
}

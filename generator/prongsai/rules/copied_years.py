"""Rules on a year that was made from another by changing its number alone: the same result, the same answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from urllib.parse import unquote

from prongsai.model.oit import Answer, AnswerLink
from prongsai.model.scores import Figure, Scores
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.answered import target
from prongsai.rules.context import Context
from prongsai.rules.naming import listed
from prongsai.thai.numerals import to_arabic

_FEWEST_FIGURES, _FEWEST_INDICATORS, _FEWEST_ANSWERS = 3, 5, 2
_ENDS = {Decimal(0), Decimal(100)}  # nothing and everything come again by themselves


def scores_copied(context: Context) -> Iterator[Problem]:
    """No two years have one result: means of hundreds of answers do not come again to the second decimal.

    At least three figures besides 0 and 100 are compared and none may differ; five indicators that are all alike are
    enough even where a total or an instrument was changed.
    """
    before: list[tuple[FiscalYear, Scores]] = []
    for result, scores in context.with_scores():
        same = next((one for one in reversed(before) if _are_alike(scores, one[1])), None)
        if same is not None:
            shared, alike = _compared(scores, same[1])
            values = {"of_year": result.year.year, "found": same[0].year, "count": len(alike), "total": len(shared)}
            yield problem("scores-copied", scores.where("fiscal_year"), year=result.year.year, **values)
        before.append((result.year, scores))


def _are_alike(scores: Scores, other: Scores) -> bool:
    shared, alike = _compared(scores, other)
    telling = {key for key in alike if shared[key] not in _ENDS}
    indicators = {key for key in shared if key.startswith("indicators/")}
    if len(telling) >= _FEWEST_FIGURES and len(alike) == len(shared):
        return True
    return indicators <= alike and len(indicators & telling) >= _FEWEST_INDICATORS


def _compared(scores: Scores, other: Scores) -> tuple[dict[str, Decimal], set[str]]:
    """The figures that both years have, and the keys of those that are alike."""
    own, others = _figures(scores), _figures(other)
    shared = {key: own[key] for key in own.keys() & others.keys()}
    return shared, {key for key, value in shared.items() if others[key] == value}


def _figures(scores: Scores) -> dict[str, Decimal]:
    groups: dict[str, Mapping[str, Figure]] = {
        name: getattr(scores, name) for name in ("instruments", "parts", "indicators", "subindicators")
    }
    groups["total"] = {"": scores.total}
    return {
        f"{name}/{key}": value
        for name, figures in groups.items()
        for key, figure in figures.items()
        if (value := known(figure.value)) is not None
    }


def register_copied(context: Context) -> Iterator[Problem]:
    """A register whose linked answers are all those of an earlier year, of which some name that year, is a copy.

    Answers that stay, such as where the agency is found, are the same every year and name none. Two answers are
    needed, and an item whose edition asks for data of that earlier year is no sign.
    """
    before: list[FiscalYear] = []
    for result in context.years():
        if result.year.register is None or not result.year.register.is_complete("items"):
            continue
        for earlier in reversed(before):
            same = _same_answers(result.year, earlier)
            named = [code for code, answer in same.items() if _names(result.year, code, answer, earlier.year)]
            if len(same) >= _FEWEST_ANSWERS and len(same) == len(_linked(result.year)) and named:
                values = {"count": len(same), "of_year": result.year.year, "found": earlier.year}
                where = result.year.register.where("fiscal_year")
                yield problem("register-copied", where, year=result.year.year, items=listed(named), **values)
                break
        before.append(result.year)


def _linked(year: FiscalYear) -> dict[str, Answer]:
    answers = year.register.items if year.register else {}
    return {code: one for code, one in answers.items() if known(one.answer) == "has" and any(map(target, one.links))}


def _same_answers(year: FiscalYear, earlier: FiscalYear) -> dict[str, Answer]:
    """The linked answers that the earlier register has for the same item, or for the same code, link by link."""
    there = _linked(earlier)
    codes = {code: (_code_there(year, code, earlier), code) for code in _linked(year)}
    return {
        code: answer
        for code, answer in _linked(year).items()
        if any(one in there and _says(there[one]) == _says(answer) for one in codes[code])
    }


def _code_there(year: FiscalYear, code: str, earlier: FiscalYear) -> str:
    """The code that an item's subject has in the earlier edition; its own where that is not known."""
    item = year.edition.items.get(code)
    return (earlier.edition.item_of(item.key) if item and item.key else None) or code


def _says(answer: Answer) -> list[tuple[str, str | None]]:
    return [(target(link), link.title) for link in answer.links]


def _names(year: FiscalYear, code: str, answer: Answer, earlier: int) -> bool:
    """True if the evidence of an answer names the earlier year, which its item does not ask for."""
    item = year.edition.items.get(code)
    if item is not None and item.year_offset is not None and year.year + item.year_offset == earlier:
        return False
    return known(answer.fiscal_year) == earlier or any(_link_names(link, earlier) for link in answer.links)


def _link_names(link: AnswerLink, year: int) -> bool:
    text = to_arabic(f"{link.title or ''} {unquote(target(link))}")
    return re.search(rf"(?<![0-9]){year}(?![0-9])", text) is not None


RULES = (scores_copied, register_copied)

"""What holds a publication back: a site of which nothing is known, and at first what does not agree unexplained."""

from __future__ import annotations

from prongsai.ledger.load_ledger import find_newest_snapshot
from prongsai.model.known_parts import states_facts
from prongsai.pipeline.check import Checked
from prongsai.problems import Problem, Where, problem
from prongsai.views.explained_figures import FIGURES
from prongsai.wording import message_of

_DATA = "data"


def hold_back(checked: Checked) -> tuple[Problem, ...]:
    """The problems of a site that must not be published as it is; none where it may be.

    Only the first publication waits for explanations, and only where the agency itself publishes: once a site is
    public, a difference that comes up later is told, and keeps no address from living.
    """
    results = checked.results
    if not any(states_facts(result.year) for result in results.years.values()):
        return (*checked.problems, _nothing_known(checked))
    is_first = not checked.ledger.rows and not find_newest_snapshot(checked.root)
    if not is_first or results.site.options.from_document:
        return ()
    held = [one for one in checked.problems if one.code in FIGURES and not one.explanation]
    rest = (one for one in checked.problems if one not in held)
    return tuple(sorted((*map(_unexplained, held), *rest), key=lambda one: one.order)) if held else ()


def _nothing_known(checked: Checked) -> Problem:
    names = sorted(path.parent.name for path in (checked.root / _DATA).glob("*/scores.yml"))
    file = f"{_DATA}/{names[-1]}/scores.yml" if names else f"{_DATA}/2568/scores.yml"
    return problem("nothing-to-publish", Where(file if names else _DATA), file=file)


def _unexplained(found: Problem) -> Problem:
    values = {"finding": message_of(found.code, found.values), "kind": found.code, "of_year": found.year or ""}
    return problem("figure-unexplained", found.where, year=found.year, **values)

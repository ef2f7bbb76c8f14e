"""Rules on approvals: a document says what it said when it was signed."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.facts_code import facts_code, is_code
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context, year_by_year


@year_by_year
def facts_differ(context: Context) -> Iterator[Problem]:
    """The facts of an approved document are those of the paper that was signed, known by their code.

    Limit: a document of which something could not be read has no code, and one without an approval none to compare.
    """
    for result in context.years():
        for document in (result.year.analysis, result.year.measures, result.year.follow_up):
            approval = document.approved if document else None
            if document is None or approval is None or approval.day is None or not document.is_whole():
                continue
            code, values = facts_code(document), {"by": approval.by, "day": approval.day}
            if approval.hash is None:
                yield problem("approval-without-code", approval.where("by"), year=result.year.year, now=code, **values)
            elif not is_code(approval.hash, code):
                where, found = approval.where("hash"), approval.hash
                yield problem("approved-facts-differ", where, year=result.year.year, now=code, found=found, **values)


RULES = (facts_differ,)

"""Rules on signed copies: the scan that a year names beside a page is there."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.disk.names import shown
from prongsai.model.signed import SignedCopy
from prongsai.model.site import FiscalYear, Site
from prongsai.problems import Problem, problem
from prongsai.rules.attachment_names import is_there, name_differs, suggest_name
from prongsai.rules.context import Context


def signed_copies(year: FiscalYear) -> tuple[SignedCopy, ...]:
    """The signed copies that a year names."""
    records = (year.analysis, year.measures, year.follow_up, year.memo)
    return tuple(record.signed_copy for record in records if record is not None and record.signed_copy is not None)


def signed_names(site: Site) -> frozenset[str]:
    """The names of all signed copies below content/; as scans they need no text, since the page has it."""
    return frozenset(f"files/{copy.file}" for year in site.years for copy in signed_copies(year))


def knows_all_signed(context: Context) -> bool:
    """Whether it could be read of every file whether it has a signed copy."""
    return not context.unreadable and all(
        record is None or record.is_whole("signed_copy")
        for year in context.site.years
        for record in (year.analysis, year.measures, year.follow_up, year.memo)
    )


def missing(context: Context) -> Iterator[Problem]:
    """A signed copy stands in content/files; an error, since its link would lead nowhere."""
    for result in context.years():
        for copy in signed_copies(result.year):
            where, year = copy.where("file"), result.year.year
            if is_there(context, copy.file):
                continue
            if differing := name_differs(context, copy.file, where, year):
                yield differing
            else:
                values = {"found": shown(copy.file), "suggestion": suggest_name(context, copy.file)}
                yield problem("signed-copy-missing", where, year=year, **values)


RULES = (missing,)

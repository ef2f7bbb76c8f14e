"""Problems that speak of drafts: told to whoever checks the site, and kept from the notes that readers see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from prongsai.analysis.results import analyse_site
from prongsai.model.drafts import without_drafts
from prongsai.problems import Problem
from prongsai.rules import Context
from prongsai.wording.left_out import LEFT_OUT


def check_with_drafts(
    judge: Callable[[Context], list[Problem]], context: Context, read: Iterable[Problem]
) -> list[Problem]:
    """The problems of reading and of all rules; those that the published part of the site has not are of no year.

    `judge` runs all rules; it is asked of the site without its drafts once more, where it has any. What was found
    while a file was read may quote a draft: where a file has one, all of that is of no year.
    """
    found, read = judge(context), list(read)
    public = without_drafts(context.site)
    if public is context.site:
        return [*read, *found]
    files = {one.where.file for one in found if one.code in LEFT_OUT}
    known = judge(replace(context, results=analyse_site(public), remembered={}))
    return [
        *(replace(one, year=None) if one.where.file in files else one for one in read),
        *(one if one in known else replace(one, year=None) for one in found),
    ]

"""A page for each pair of years that can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.two_years import two_years_blocks
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.scopes import SiteScope
from prongsai.views.two_years import Pair, pairs_of

_FILES = ("scores", "measures", "follow-up")


def plan_two_years(scope: SiteScope) -> Iterator[Page]:
    """The pages, newest first; which there are follows from the years alone."""
    pairs = pairs_of(scope.results)
    for pair in pairs:
        yield _page(scope, pair, pairs)


def _page(scope: SiteScope, pair: Pair, pairs: list[Pair]) -> Page:
    older, newer = (scope.speech.digits(year) for year in pair)
    wanted = {f"data/{year}/{name}.yml" for year in pair for name in _FILES}
    return Page(
        addresses.two_years_path(*pair),
        OF_BLOCKS,
        f"เทียบปีงบประมาณ พ.ศ. {older} กับ {newer}",
        f"คะแนนและมาตรการของ{scope.agency} ปีงบประมาณ พ.ศ. {older} เทียบกับ {newer} ทีละรายการ",
        tuple(file for file in scope.files if file in wanted),
        short=f"เทียบปี {older} กับ {newer}",
        crumbs=(("ทุกปีงบประมาณ", addresses.YEARS),),
        blocks=tuple(two_years_blocks(scope.results, pair, pairs, scope.speech)),
    )

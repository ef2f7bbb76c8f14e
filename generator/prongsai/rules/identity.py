"""Rules on identity: the agency, its kind, its rank, and the names that a document gives to indicators and items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from prongsai.analysis.printed_comparison import names_of_rows
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.scores import Figure, Scores
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, known
from prongsai.problems import Also, Fact, Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.facts import name_of
from prongsai.rules.naming import verified
from prongsai.thai.agency_names import KINDS
from prongsai.thai.numerals import to_arabic

_SPACES = re.compile(r"\s+")
_BEFORE_NAME = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?)?(?:ที่)?[0-9.]*\)?")
_BEFORE_TITLE = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?[0-9.]+)?(?:(?:ข้อ)?[o0][0-9]{1,2}(?![0-9]))?")
_ROW = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9])?)[.)]?\s+(?P<name>[^0-9]+?)\s+[0-9]+(?:\.[0-9]+)?(?![0-9.])")
_ITEM_NUMBER = re.compile(r"^.*?ข้อ\s*[Oo๐0][๐-๙0-9]{1,2}\s+")
_ZERO_FOR_O = re.compile(r"(?:ข้อ|อ้างอิงจาก|^)\s*([๐0][๐-๙0-9]{1,2})(?![๐-๙0-9])")

Named = tuple[str, str, str, Where]  # group of the edition, number, printed name, place


def _latest_year(context: Context) -> int | None:
    """The year on whose notes page a remark on the agency is."""
    return max((result.year.year for result in context.years()), default=None)


def agency_not_named(context: Context) -> Iterator[Problem]:
    """The agency whose result this is has a name."""
    agency = context.site.agency
    if known(agency.name) is None and agency.is_whole("name") and context.can_read("site_config/agency.yml"):
        yield problem("agency-not-named", agency.where("name"), year=_latest_year(context))


def agency_kind_differs(context: Context) -> Iterator[Problem]:
    """The kind of agency is the one that its name begins with; only kinds of local government are known."""
    agency = context.site.agency
    stated = [(known(agency.name) or "", known(agency.type) or "", agency.where("type"))]
    stated += [(former.name, former.type or "", former.where("type")) for former in agency.names]
    for name, kind, where in stated:
        named, said = (next((one for one in KINDS if text.startswith(one)), None) for text in (name, kind))
        if named is not None and said is not None and named != said:
            yield problem("agency-kind-differs", where, year=_latest_year(context), name=name, found=kind, named=named)


def rank_without_scope(context: Context) -> Iterator[Problem]:
    """A rank says among whom it holds; what is only not entered yet is not judged."""
    for result in context.years():
        for rank in result.year.scores.all_ranks if result.year.scores else ():
            if isinstance(rank.scope, Absence) and rank.scope is not Absence.NOT_ENTERED:
                yield problem("rank-without-scope", rank.where("scope"), year=result.year.year, found=f"{rank.value:,}")


def rank_beyond_group(context: Context) -> Iterator[Problem]:
    """No rank is higher than the number of agencies that were ranked."""
    for result in context.years():
        for rank in result.year.scores.all_ranks if result.year.scores else ():
            if rank.of is not None and rank.is_whole("value") and rank.value > rank.of:
                values = {"found": f"{rank.value:,}", "of": f"{rank.of:,}"}
                yield problem("rank-beyond-group", rank.where("of"), year=result.year.year, **values)


def indicator_name_differs(context: Context) -> Iterator[Problem]:
    """A printed name is a name or alias of the indicator whose number it comes with.

    Each wrong name of a number is reported once, with its places in all years. Limit: only names that the edition
    verifies are compared.
    """
    found: dict[Fact, list[Problem]] = {}
    for result in context.years():
        edition = result.year.edition
        for group, number, printed, where in names_printed(result.year):
            own = getattr(edition, group).get(number)
            plain = _plain_name(printed)
            if own is None or not plain or not verified(edition, own.names_by) or plain in _names_of(own):
                continue
            told = _misnamed(result.year, f"{_WORDS[group]} {number}", own.name, printed, plain, where)
            found.setdefault(name_of(group, number, f"{plain} {own.name}"), []).append(told)
    for fact, (first, *more) in found.items():
        yield replace(first, fact=fact, also=tuple(Also(one.where, year=one.year) for one in more))


_WORDS = {"indicators": "ตัวชี้วัดที่", "subindicators": "ตัวชี้วัดย่อยที่"}


def _misnamed(year: FiscalYear, what: str, name: str, printed: str, plain: str, where: Where) -> Problem:
    others = (
        f"{word} {number}"
        for group, word in _WORDS.items()
        for number, one in getattr(year.edition, group).items()
        if plain in _names_of(one) and verified(year.edition, one.names_by)
    )
    other = next(others, None)
    values = {"what": what, "found": printed, "name": name, "edition": year.year}
    if other is None:
        return problem("indicator-name-unknown", where, year=year.year, **values)
    return problem("indicator-name-of-other", where, year=year.year, other=other, **values)


def names_printed(year: FiscalYear) -> Iterator[Named]:
    """Every name that scores and analysis print for an indicator, with its group in the edition and its number."""
    for group in ("indicators", "subindicators"):
        figures: Iterable[tuple[str, Figure]] = getattr(year.scores, group).items() if year.scores else ()
        for number, figure in figures:
            yield from ((group, number, *printed) for printed in _names_at(number, figure))
    comparison = year.scores.comparison if year.scores else None
    if comparison is not None:
        yield from (("indicators", *named) for named in names_of_rows(comparison, year.year))
    for point in year.analysis.development_points if year.analysis else ():
        if point.indicator is not None and point.printed_title is not None:
            yield "indicators", point.indicator, point.printed_title, point.where("printed_title")


def _names_at(number: str, figure: Figure) -> Iterator[tuple[str, Where]]:
    if figure.printed_name is not None:
        yield figure.printed_name, figure.where("printed_name")
    for again in figure.also_stated:
        row = _ROW.match(to_arabic(again.quote or ""))
        if again.printed_name is not None:
            yield again.printed_name, again.where("printed_name")
        elif row is not None and row["number"] == number:
            yield row["name"], again.where("quote")


def _plain_name(text: str) -> str:
    """A name without the words and the number before it, and without spaces."""
    return _BEFORE_NAME.sub("", _SPACES.sub("", to_arabic(text)), count=1).casefold()


def _names_of(one: object) -> set[str]:
    names: Sequence[str] = (getattr(one, "name", ""), *getattr(one, "aliases", ()))
    return {_SPACES.sub("", name).casefold() for name in names}


def item_title_differs(context: Context) -> Iterator[Problem]:
    """A printed title is the title or an alias of its item, where the edition verifies the title.

    Limit: whether it is the title of another item or year is looked for among the years of the site only.
    """
    for result in context.years():
        edition = result.year.edition
        for code, printed, where in _titled(result.year):
            item, plain = edition.items.get(code), _plain_title(printed)
            if item is None or not plain or not _has_title(edition, item) or plain in _titles_of(item):
                continue
            values = {"item": code, "found": _shown_title(printed), "title": item.title, "edition": result.year.year}
            other = _title_elsewhere(context, edition, plain)
            if other is None:
                told = problem("item-title-differs", where, year=result.year.year, **values)
            else:
                year, of_item = other
                values |= {"other": of_item, "other_edition": year}
                told = problem("item-title-of-other", where, year=result.year.year, **values)
            yield told.about(Fact("item-title", result.year.year, (code,)))


def _titled(year: FiscalYear) -> Iterator[tuple[str, str, Where]]:
    for code, result in year.scores.items.items() if year.scores else ():
        if result.printed_title is not None:
            yield code, result.printed_title, result.where("printed_title")
    for point in year.analysis.development_points if year.analysis else ():
        if point.item is not None and point.printed_title is not None:
            yield point.item, point.printed_title, point.where("printed_title")


def _has_title(edition: Edition, item: Item) -> bool:
    return item.title is not None and verified(edition, item.title_evidence or item.evidence)


def _titles_of(item: Item) -> frozenset[str]:
    return _plain_titles((item.title or "", *item.aliases))


@lru_cache(maxsize=20_000)  # most items have the titles of the year before
def _plain_titles(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_SPACES.sub("", to_arabic(title)).casefold() for title in titles)


def _plain_title(text: str) -> str:
    return _BEFORE_TITLE.sub("", _SPACES.sub("", to_arabic(text)).casefold(), count=1)


def _shown_title(printed: str) -> str:
    """The printed title, without the number of the item before it."""
    return _ITEM_NUMBER.sub("", printed, count=1)


def _title_elsewhere(context: Context, edition: Edition, plain: str) -> tuple[int, str] | None:
    editions = [edition, *(result.year.edition for result in context.years())]
    for one in editions:
        for code, item in one.items.items():
            if plain in _titles_of(item) and _has_title(one, item):
                return one.fiscal_year, code
    return None


def item_code_form(context: Context) -> Iterator[Problem]:
    """Codes of items are printed with the letter O, not with a zero; said once a year, with a place in each file."""
    for result in context.years():
        year, found = result.year, dict[str, None]()
        places: list[Where] = []
        for texts in (_codes_in_scores(year.scores), _texts_of_analysis(year), _quotes(year)):
            met = [(code, where) for text, where in texts for code in _ZERO_FOR_O.findall(text)]
            found |= dict.fromkeys(code for code, _ in met)
            places += [min(where for _, where in met)] if met else []
        if places:
            first, *more = sorted(places)
            told = problem("item-code-form", first, year=year.year, found=", ".join(found))
            yield told.about(Fact("item-codes", year.year), more)


def _codes_in_scores(scores: Scores | None) -> Iterator[tuple[str, Where]]:
    for item in scores.items.values() if scores else ():
        if item.printed_code is not None:
            yield item.printed_code, item.where("printed_code")


def _texts_of_analysis(year: FiscalYear) -> Iterator[tuple[str, Where]]:
    for point in year.analysis.development_points if year.analysis else ():
        if point.item is not None and point.printed_title is not None:
            yield point.printed_title, point.where("printed_title")


def _quotes(year: FiscalYear) -> Iterator[tuple[str, Where]]:
    for measure in year.listed_measures:
        for basis in measure.basis:
            if known(basis.item) is not None and basis.quote is not None:
                yield basis.quote, basis.where("quote")


RULES = (
    agency_not_named,
    agency_kind_differs,
    rank_without_scope,
    rank_beyond_group,
    indicator_name_differs,
    item_title_differs,
    item_code_form,
)

"""The answer to each OIT item, as rules look at it: what the register states, or the page of this site by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.analysis.unfit import Unfit
from prongsai.model.edition_items import Item
from prongsai.model.oit import Answer, AnswerLink
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.problems import Where
from prongsai.rules.context import Context, once

_KINDS = ("url", "page", "file")


@dataclass(frozen=True)
class Answered:
    """An item of a year with its answer; `own` is the page of this site that answers it by itself, or empty.

    `unfit` says why the page of this site that is about it cannot answer it.
    """

    year: FiscalYear
    code: str
    item: Item
    stated: Answer | None
    own: str
    unfit: Unfit | None = None

    @property
    def says_has(self) -> bool:
        """True if the register itself says has."""
        return self.stated is not None and known(self.stated.answer) == "has"

    @property
    def has(self) -> bool:
        """True if the item counts as has: the register says so, or it says nothing and a page of this site answers."""
        says_nothing = self.stated is None or known(self.stated.answer) is None
        return self.says_has or (says_nothing and bool(self.own))

    @property
    def links(self) -> tuple[AnswerLink, ...]:
        """The links of the register that lead somewhere."""
        return tuple(link for link in (self.stated.links if self.stated else ()) if target(link))

    def where(self, context: Context, *path: str) -> Where:
        """The line of the register, or the file whose page answers the item."""
        if self.stated is not None:
            return self.stated.where(*path)
        shown = context.site.year(own_answers.own_year(self.year, self.code))
        if shown is None:
            return Where("")
        if self.item.answered_by == "measures" and shown.measures is not None:
            return shown.measures.where("measures")
        return shown.follow_up.where("reports") if shown.follow_up is not None else Where("")


@once
def answered_items(context: Context) -> Iterator[Answered]:
    """Every item that a register names or that a page of this site answers, in official order.

    Where a part of a year could not be read nobody knows what its own pages will show, nor what an item is answered
    with whose answer could not be read.
    """
    for result in context.years():
        year = result.year
        registered = year.register.items if year.register else {}
        for code in year.edition.in_order(registered):
            item, own = year.edition.items.get(code, Item()), own_answers.own_page(context.results, year, code)
            if (code in registered or own) and is_read(context, year, code):
                unfit = own_answers.why_unfit(context.results, year, code)
                yield Answered(year, code, item, registered.get(code), own, unfit)


def is_read(context: Context, year: FiscalYear, code: str) -> bool:
    """True if all could be read that says how an item is answered: the register, and the site's own page."""
    return knows_answer(context, year, code) and (
        year.edition.items.get(code, Item()).answered_by is None or _knows_own_page(context, year, code)
    )


def knows_answer(context: Context, year: FiscalYear, code: str) -> bool:
    """True if it could be read what the register answers to an item, be it nothing."""
    register = year.register
    if register is None:
        return context.can_read(f"data/{year.year}/oit.yml")
    stated = register.items.get(code)
    return not register.may_have_lost(code, "items") if stated is None else stated.is_whole("answer")


def _knows_own_page(context: Context, year: FiscalYear, code: str) -> bool:
    number = own_answers.own_year(year, code)
    shown = context.site.year(number)
    files = [f"data/{number}/measures.yml", f"data/{number}/follow-up.yml"]
    if shown is not None and shown.answered_year is not None:
        files.append(f"data/{shown.answered_year}/analysis.yml")
    return all(map(context.is_whole, files))


@once
def items_with_answer(context: Context) -> Iterator[Answered]:
    """Those of them that count as has."""
    yield from (one for one in answered_items(context) if one.has)


def speaks_by_links(one: Answered) -> bool:
    """True if nothing but its links answers an item: no words that nothing happened, and none left out as faulty."""
    stated = one.stated
    return stated is None or (
        stated.nothing_happened is None and stated.is_whole("links") and stated.is_whole("nothing_happened")
    )


@once
def unfit_answers(context: Context) -> Iterator[Answered]:
    """The items that the register answers with has, by no other page than one of this site that cannot answer them."""
    for one in items_with_answer(context):
        if one.unfit is None or not one.says_has or not speaks_by_links(one):
            continue
        page = addresses.section_path(one.unfit.shown, one.unfit.section)
        if all(site_page(context.site, target(link)) == page for link in one.links):
            yield one


def is_judged(context: Context, one: Answered) -> bool:
    """True if what the site does not hold is lacking: not where it only shows a document and has no register.

    What a published document does not hold may be elsewhere on the agency's website.
    """
    options = context.site.options
    says_that_it_is_own = options.is_whole("from_document") and context.can_read("site_config/site.yml")
    return one.year.register is not None or (says_that_it_is_own and not options.from_document)


def answer_to(context: Context, year: FiscalYear, code: str) -> Answered | None:
    """The answer to one item of a year, or None where nothing answers it."""
    return next((one for one in answered_items(context) if one.year is year and one.code == code), None)


def target(link: AnswerLink) -> str:
    """The target of a link: a web address, or a path of this site; empty where it names nothing."""
    return known(link.url) or link.page or (addresses.file_path(link.file) if link.file else "")


def place_of_link(link: AnswerLink) -> Where:
    """The line that names where the link leads."""
    return link.where(next((kind for kind in _KINDS if kind in link.model_fields_set), "url"))


def name_of_link(link: AnswerLink) -> str:
    """The title of a link, or where it leads."""
    return link.title or target(link)


def same_address(site: Site, address: str) -> str:
    """The address without what does not tell two places apart; a page of this site by its path alone."""
    path = site_page(site, address)
    if path:
        return path.rstrip("/") or "/"
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{unquote(parts.path).rstrip('/')}{query}"


def site_page(site: Site, address: str) -> str:
    """The path of this site that an address leads to, without its fragment; empty for addresses of other sites."""
    plain = address.partition("#")[0]
    if plain.startswith("/"):
        return plain
    own = (site.options.site_url or "").rstrip("/")
    without_scheme, home = plain.partition("://")[2], own.partition("://")[2]
    if not home or not f"{without_scheme}/".startswith(f"{home}/"):
        return ""
    return without_scheme.removeprefix(home) or "/"

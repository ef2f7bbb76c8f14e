"""Rules on the links of the register: can the public open them, are they the agency's own, of which year are they."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.checkable import has_certain_year
from prongsai.links.memory import LinkHistory
from prongsai.links.seen import Grade, grade_of
from prongsai.model.oit import AnswerLink
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.answered import Answered, items_with_answer, name_of_link, place_of_link, target
from prongsai.rules.context import Context
from prongsai.rules.link_years import name_in_link, named_years
from prongsai.rules.naming import listed, shortened
from prongsai.thai.dates import parse_date
from prongsai.web import host_of, is_public_host, own_domain
from prongsai.wording.links import word_state


def not_public(context: Context) -> Iterator[Problem]:
    """A link leads to a host that the public can reach.

    Private and reserved numbers, names without a dot and the endings that no public name server knows are found;
    nothing is asked of the network. Source: "URL ไม่สามารถตรวจสอบได้" (FY 2564, as printed by เทศบาลตำบลเมืองแกลง).
    """
    for one in items_with_answer(context):
        for link in one.links:
            address = known(link.url)
            if address is not None and not is_public_host(host_of(address)):
                values = {"item": one.code, "found": address, "host": host_of(address)}
                yield problem("oit-link-not-public", place_of_link(link), year=one.year.year, **values)


def does_not_open(context: Context) -> Iterator[Problem]:
    """A link that a person or the program found broken is fixed before the assessor opens it; said once for each link.

    What a person found is valid until the register says otherwise; what the program found does not count where a
    person opened the link after that.
    Source: "URL ไม่สามารถตรวจสอบได้" (FY 2564, as printed by เทศบาลตำบลเมืองแกลง).
    """
    for one in items_with_answer(context):
        told: set[str] = set()
        for link in sorted(one.links, key=lambda link: link.does_not_open is None):
            row = _broken_row(context, link) if link.is_whole() else None
            if link.does_not_open is not None:
                where = link.where("does_not_open")
                values = {"item": one.code, "link": name_of_link(link), "found": link.does_not_open}
                day: object = link.checked_on or "ไม่ได้ระบุ"
                yield problem("oit-link-does-not-open", where, year=one.year.year, day=day, **values)
            elif row is not None and target(link) not in told:
                found = word_state(row.state, row.detail)[0]
                values = {"item": one.code, "link": name_of_link(link), "found": found, "state": row.state}
                day = parse_date(row.checked_on) or row.checked_on
                yield problem("oit-link-does-not-open", place_of_link(link), year=one.year.year, day=day, **values)
            told.add(target(link))


def _broken_row(context: Context, link: AnswerLink) -> LinkHistory | None:
    """The memory of a link that is broken, unless a person has opened it since then."""
    row = context.links.rows.get(known(link.url) or "")
    if row is None or grade_of(row.state) is not Grade.BROKEN:
        return None
    checked_on = parse_date(row.checked_on)
    return None if link.checked_on and checked_on and link.checked_on > checked_on else row


def elsewhere(context: Context) -> Iterator[Problem]:
    """An item has a link on the agency's own website, a page of this site or a file in it.

    Own are the registered domains of main_website, other_websites and site_url. A further link elsewhere is no
    reason as long as one is own. Not judged: items that the edition excepts, agencies whose main website is not
    known, and hosts that nobody can reach. Source: "ต้องอยู่บนเว็บไซต์หลัก" (FY 2564, as printed by
    เทศบาลตำบลเมืองแกลง).
    """
    own = _own_domains(context.site)
    for one in filter(has_all_links, items_with_answer(context)):
        urls = [known(link.url) for link in one.links]
        hosts = [host_of(url) for url in urls if url is not None and is_public_host(host_of(url))]
        if not own or not hosts or None in urls or one.own or one.item.may_be_elsewhere:
            continue
        if own.isdisjoint(own_domain(url) for url in urls if url is not None):
            values = {"item": one.code, "found": listed(list(dict.fromkeys(hosts))), "own": listed(sorted(own))}
            yield problem("oit-link-elsewhere", place_of_link(one.links[0]), year=one.year.year, **values)


def has_all_links(one: Answered) -> bool:
    """True if no link was left out as faulty, nor a part of one."""
    return one.stated is None or one.stated.is_whole("links")


def _own_domains(site: Site) -> set[str]:
    """The domains that count as the agency's own; none where its main website is not known."""
    main = known(site.agency.main_website)
    if main is None or not (site.agency.is_whole("other_websites") and site.options.is_whole("site_url")):
        return set()
    further = [*site.agency.other_websites, *([site.options.site_url] if site.options.site_url else [])]
    return {own_domain(address) for address in (main, *further)}


def names_other_year(context: Context) -> Iterator[Problem]:
    """A link names no other fiscal years than the one that the edition asks for.

    Read are its title, file name and fragment, and what is called a year in its query. Only where a published document
    or an official source verifies that year, and the answer itself does not already state another one. A range fits
    when it contains the year, and the measures may name the year that they analyse. Days, order numbers and the years
    of laws are not read, nor the links next to one that names the right year.
    """
    for one in items_with_answer(context):
        expected, analysed = required_year(one), one.item.analyses_offset
        if expected is None or one.stated is None or known(one.stated.fiscal_year) not in {None, expected}:
            continue
        fitting = {expected, expected if analysed is None else one.year.year + analysed}
        if not (has_all_links(one) and one.stated.is_whole("fiscal_year")):
            continue
        named = [(link, named_years(link, expected, one.year.year)) for link in one.links]
        if any(years & fitting for _, years in named):
            continue
        for link, years in named:
            if years:
                found = listed([str(year) for year in sorted(years)])
                values = {"item": one.code, "link": shortened(name_in_link(link)), "found": found, "expected": expected}
                yield problem("oit-link-names-other-year", place_of_link(link), year=one.year.year, **values)


def required_year(one: Answered) -> int | None:
    """The fiscal year that the data of an item must be of, where it is certain."""
    offset = one.item.year_offset
    return one.year.year + offset if offset is not None and has_certain_year(one.year.edition, one.item) else None


RULES = (not_public, does_not_open, elsewhere, names_other_year)

"""Rules on what the addresses of a register lead to: front pages, hosts on trial, one page for many items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from prongsai.links.front_page import bare_host, is_front_page
from prongsai.model.oit import AnswerLink
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.answered import Answered, items_with_answer, place_of_link, same_address, site_page, target
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, runs
from prongsai.rules.register_links import has_all_links
from prongsai.web import host_of, is_public_host, own_domain

_SHARED_FRONT, _MANY = 3, 5  # items with one address: of a host that may be a system of its own, and of any page
# Items that a whole system may answer by itself, so that the first page of its own host is the answer.
_SYSTEMS = {"e-service", "complaint-channel", "q-and-a", "contact-and-questions", "social-network"}


def leads_to_front_page(context: Context) -> Iterator[Problem]:
    """An answer leads to the page of its item, not to the front page of a website, where the public has to search.

    Front pages are those of the agency's websites, in a folder too, and of domains; that of a further host (such as
    e-service.example.go.th) may be a system of its own and is one only where several items name it. Not judged: items
    with another link, or that say where in the page each element is. A note, since no source calls it a reason.
    """
    alone = [one for one in items_with_answer(context) if _answers_alone(one)]
    used = Counter((one.year.year, _address(context.site, one.links[0])) for one in alone)
    for one in alone:
        link = one.links[0]
        count = used[one.year.year, _address(context.site, link)]
        if all(_is_front(context.site, target(each), one, count) for each in one.links):
            where = place_of_link(link)
            yield problem("oit-link-is-front-page", where, year=one.year.year, item=one.code, found=target(link))


def _answers_alone(one: Answered) -> bool:
    """True if nothing but its links answers an item, and no part of an answer is said to be anywhere else."""
    stated = one.stated
    says_where = stated is not None and any(place.at for place in stated.elements.values())
    return bool(one.links) and not one.own and not says_where and has_all_links(one)


def _address(site: Site, link: AnswerLink) -> str:
    """The address in one form, by which uses of it are counted."""
    return same_address(site, target(link)).removeprefix("www.")


def _is_front(site: Site, address: str, one: Answered, count: int) -> bool:
    if address.startswith("/"):
        return address in {"/", "/index.html"}  # of this site
    own = [base for base in _own_websites(site) if bare_host(host_of(base)) == bare_host(host_of(address))]
    if any(is_front_page(address, base) for base in own):
        return True
    if own or not is_front_page(address):
        return False
    is_of_domain = bare_host(host_of(address)) == own_domain(address)
    return (is_of_domain and one.item.key not in _SYSTEMS) or count >= _SHARED_FRONT


def _own_websites(site: Site) -> list[str]:
    """The websites that are declared as the agency's own."""
    declared = (known(site.agency.main_website), *site.agency.other_websites, site.options.site_url)
    return [address for address in declared if address]


def one_address_for_many(context: Context) -> Iterator[Problem]:
    """Each of many items has a page, a file or a place in a page of its own.

    Limits: pages of this site and front pages are judged by other rules, and a fragment or a number in the query tells
    places apart. A note, once for each address.
    """
    found: dict[tuple[int, str], list[tuple[str, AnswerLink]]] = {}
    for one in filter(_answers_alone, items_with_answer(context)):
        address = target(one.links[0])
        if len(one.links) == 1 and not site_page(context.site, address) and not is_front_page(address):
            key = one.year.year, f"{_address(context.site, one.links[0])}#{urlsplit(address).fragment}"
            found.setdefault(key, []).append((one.code, one.links[0]))
    for (year, _), uses in found.items():
        if len(uses) >= _MANY:
            values = {"count": len(uses), "items": listed(runs([code for code, _ in uses]))}
            link = uses[0][1]
            yield problem("oit-one-address-for-many", place_of_link(link), year=year, found=target(link), **values)


# A part of the name of a host that is on trial: the first need no neighbour, the others are words of other names too.
_CERTAIN = {"staging", "stg", "uat", "sandbox", "preprod", "testsite", "devsite"}
_WORDS = {"test", "dev", "demo", "preview", "stage"}
_USUAL = {"www", "web", "website", "site", "portal", "ita", "oit", "api", "app", "system", "new"}
_NUMBER = re.compile(r"[0-9]+$")
# Hosts of which each build or each run of a program gets one, to be looked at for a while.
_PASSING = re.compile(
    r".+--.+\.(?:netlify\.app|web\.app)|.+-git-.+\.vercel\.app|[0-9a-f]{6,}\..+\.pages\.dev"
    r"|.+\.(?:ngrok\.io|ngrok\.app|ngrok-free\.app|ngrok\.dev|trycloudflare\.com|loca\.lt|localhost\.run|serveo\.net"
    r"|app\.github\.dev|gitpod\.io|csb\.app|webcontainer\.io|myftpupload\.com|temp\.domains)"
)


def on_trial(context: Context) -> Iterator[Problem]:
    """A link does not lead to a host that, by its name, serves for trying a website out and may be gone any day.

    Limits: the names of hosts alone are read; a host that the agency declares as its website is none, nor is one that
    the public cannot reach, which another rule says.
    """
    declared = {bare_host(host_of(address)) for address in _own_websites(context.site)}
    for one in items_with_answer(context):
        for link in one.links:
            address = known(link.url)
            host = host_of(address) if address is not None else ""
            if not host or bare_host(host) in declared or not is_public_host(host) or not is_trial_host(host):
                continue
            values = {"item": one.code, "found": address, "host": host}
            yield problem("oit-link-on-trial", place_of_link(link), year=one.year.year, **values)


def is_trial_host(host: str) -> bool:
    """True if the name of a host says that it is for trying out: test.example.go.th, ita-uat.example.go.th."""
    if _PASSING.fullmatch(host):
        return True
    registered = own_domain(f"https://{host}/")
    labels = host.removesuffix(registered).strip(".").split(".") if host.endswith(registered) else []
    return any(_is_trial_name(label.split("-")) for label in labels)


def _is_trial_name(parts: list[str]) -> bool:
    plain = [_NUMBER.sub("", part) for part in parts]
    if not _CERTAIN.isdisjoint(plain):
        return True
    others = [part for part in plain if part not in _WORDS]
    return len(others) < len(plain) and all(part in {"", *_USUAL} for part in others)


RULES = (leads_to_front_page, one_address_for_many, on_trial)

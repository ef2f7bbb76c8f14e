"""Suggest where a lost address may lead, and say what in the site gave it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from prongsai.addresses import YEARS
from prongsai.ledger.compare_addresses import Lost
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.rows import Ledger

# What gives an address, by its form; the first that fits counts.
_ORIGINS = (
    (r"/(\d{4})/measures/(?:#[^/#]+|[^/#]+/)", r"data/\1/measures.yml (id: {name})"),
    (r"/(\d{4})/analysis/#.*", r"data/\1/analysis.yml (id: {name})"),
    (r"/(\d{4})/(scores|analysis|measures|follow-up|memo|oit)/", r"data/\1/\2.yml"),
    (r"/(\d{4})/oit/[^/#]*/?", r"data/\1/ ({code})"),
    (r"/(\d{4})/oit/#?[^/#]+.*", r"data/\1/ ({code}, #{name})"),
    (r"/(\d{4})/notes/.*", "site_config/site.yml (notes: public)"),
    (r"/(\d{4})/[^#]*#.*", r"data/\1/ (#{name})"),
    (r"/[^#]*#y(\d{4})", r"data/\1/"),
    (r"/(?:data/|methodology/)?(\d{4})/.*", r"data/\1/"),
    (r"/units/[^/#]+/.*", "site_config/agency.yml (units: {name})"),
    (r"/indicators/[^/#]+/.*", "data/*/scores.yml ({name})"),
    (r"/[^#]*[^/#]", "content{path}"),
    (r"/files/.*", "content{path}"),
    (r"/.*#.*", "data/ (#{name})"),
    (r"/.*", "content{stem}.md"),
)


def origin_of(path: str) -> str:
    """What in the site's folder gave an address, as a file and what to look for in it."""
    page, _, fragment = path.partition("#")
    step = page.strip("/").split("/")[-1]
    parts = {"name": fragment or step, "code": step.upper(), "path": page, "stem": page.rstrip("/") or "/index"}
    for form, origin in _ORIGINS:
        if found := re.fullmatch(form, path):
            return found.expand(origin).format(**parts)
    return path


def suggest_address(lost: Lost, ledger: Ledger, addresses: Addresses) -> str:
    """The likeliest new address: the most similar of those that were never published, else the nearest page above."""
    new = addresses.declared - ledger.by_path.keys()
    page, mark, fragment = lost.path.partition("#")
    if mark:
        ids = [one.partition("#")[2] for one in new if one.startswith(f"{page}#")]
        near = _nearest(fragment, ids, cutoff=0.3)
        return f"{page}#{near}" if near else page
    parent = _parent(page)
    beside = [one for one in new if "#" not in one and _parent(one) == parent and _is_like(one, page)]
    near = beside[0] if len(beside) == 1 else _nearest(page, beside, cutoff=0.3)
    near = near or _nearest(page, [one for one in new if "#" not in one and _is_like(one, page)], cutoff=0.7)
    return near or _above(page, addresses)


def find_near(path: str, addresses: Addresses) -> list[str]:
    """A few addresses that exist and are nearly as typed."""
    return difflib.get_close_matches(path, sorted(addresses.declared), n=3, cutoff=0.6)


def quote_argument(text: str) -> str:
    """An address as one argument of a command, in the shells of Windows, Linux and macOS."""
    if re.fullmatch(r"[A-Za-z0-9/._-]+", text):
        return text
    return f'"{text}"' if not re.search(r"[$`!]", text) else f"'{text}'"


def _nearest(text: str, choices: Collection[str], cutoff: float) -> str:
    return next(iter(difflib.get_close_matches(text, sorted(choices), n=1, cutoff=cutoff)), "")


def _is_like(one: str, other: str) -> bool:
    """Whether two addresses are of one kind: both pages or both files, and not two different years."""
    years = [set(re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", path)) for path in (one, other)]
    return one.endswith("/") == other.endswith("/") and years[0] == years[1]


def _parent(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0] + "/"


def _above(path: str, addresses: Addresses) -> str:
    """The nearest page above that exists; for what belongs to a year at least the list of all years."""
    is_of_year = bool(re.match(r"/(?:[a-z]+/)?25[0-9]{2}/", path))
    while path != "/":
        path = _parent(path)
        if path in addresses.declared:
            break
    return YEARS if path == "/" and is_of_year and YEARS in addresses.declared else path

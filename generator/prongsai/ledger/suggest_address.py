"""Say what in the site gave an address, which others are nearly as typed, and how one is typed behind a command."""

from __future__ import annotations

import difflib
import re

from prongsai.ledger.follow_redirects import Addresses

# What gives an address, by its form; the first that fits counts.
_ORIGINS = (
    (r"/(\d{4})/measures/(?:#[^/#]+|[^/#]+/)", r"data/\1/measures.yml (id: {name})"),
    (r"/(\d{4})/analysis/#.*", r"data/\1/analysis.yml (id: {name})"),
    (r"/(\d{4})/(scores|analysis|measures|follow-up|memo|oit|questions)/(?:\d+/)?", r"data/\1/\2.yml"),
    (r"/(\d{4})/questions/(?:\d+/)?#.*", r"data/\1/questions.yml (id: {name})"),
    (r"/(\d{4})/(follow-up|oit)/#.*", r"data/\1/\2.yml (#{name})"),
    (r"/links/(\d{4})/.*|/data/(\d{4})/links\..*", r"data/\1\2/oit.yml"),
    (r"/documents/.*", "site_config/site.yml (documents)"),
    (r"/(\d{4})/oit/[^/#]*/?", r"data/\1/ ({code})"),
    (r"/(\d{4})/oit/#?[^/#]+.*", r"data/\1/ ({code}, #{name})"),
    (r"/(\d{4})/notes/.*", "site_config/site.yml (notes: public)"),
    (r"/(\d{4})/[^#]*#.*", r"data/\1/ (#{name})"),
    (r"/[^#]*#y(\d{4})", r"data/\1/"),
    (r"/(?:data/|methodology/)?(\d{4})/.*", r"data/\1/"),
    (r"/units/[^/#]+/.*", "site_config/agency.yml (units: {step})"),
    (r"/indicators/[^/#]+/.*", "data/*/scores.yml ({step})"),
    (r"/[^#]*[^/#]", "content{path}"),
    (r"/files/.*", "content{path}"),
    (r"/.*#.*", "data/ (#{name})"),
    (r"/.*", "content{stem}.md"),
)


def origin_of(path: str) -> str:
    """What in the site's folder gave an address, as a file and what to look for in it."""
    page, _, fragment = path.partition("#")
    step = page.strip("/").split("/")[-1]
    parts = {
        "name": fragment or step,
        "step": step,
        "code": step.upper(),
        "path": page,
        "stem": page.rstrip("/") or "/index",
    }
    for form, origin in _ORIGINS:
        if found := re.fullmatch(form, path):
            return found.expand(origin).format(**parts)
    return path


def find_near(path: str, addresses: Addresses) -> list[str]:
    """A few addresses that exist and are nearly as typed."""
    return difflib.get_close_matches(path, sorted(addresses.declared), n=3, cutoff=0.6)


def quote_argument(text: str) -> str:
    """An address as one argument of a command, in the shells of Windows, Linux and macOS."""
    if re.fullmatch(r"[A-Za-z0-9/._-]+", text):
        return text
    return f'"{text}"' if not re.search(r"[$`!]", text) else f"'{text}'"

"""Check where the links of pages written by hand lead inside the site, before anything is built."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from prongsai.ledger.rows import Ledger
from prongsai.pipeline.checks.output import find_addresses, find_target
from prongsai.pipeline.checks.own_content import OwnContent
from prongsai.pipeline.checks.page_texts import markdown_converter
from prongsai.pipeline.content.generated_list import CONTENT
from prongsai.pipeline.planning.planned import Planned
from prongsai.problems import Problem, Where, problem

_MAY_LINK = re.compile(r"\]\(|\]:|<[a-z]", re.IGNORECASE)
_OF_THE_ENGINE = ("assets/", "search/", "sitemap.xml", "404.html")  # what it adds by itself


@dataclass(frozen=True)
class OwnSite:
    """What a link may lead to: the files of content/ by their names, and those of the site as it will be."""

    planned: Planned
    ledger: Ledger
    base_path: str
    static: frozenset[str]

    @cached_property
    def sources(self) -> frozenset[str]:
        """The names below content/ of the pages, the data and the hand-written files that lie or will lie there."""
        pages = (page.source for page in (*self.planned.pages, *self.planned.old_pages))
        data = (path.lstrip("/") for path in self.planned.addresses.declared if path.count("#") == 0)
        return frozenset({*pages, *data, *self.planned.own_pages.values(), *self.static})

    @cached_property
    def files(self) -> frozenset[str]:
        """The names of the files of the site, as far as they are known before it is built."""
        there = self.planned.addresses
        known = {*there.declared, *there.reserved, *self.planned.own_pages, *(row.path for row in self.ledger.rows)}
        paths = {unquote(address.partition("#")[0]).lstrip("/") for address in known}
        return frozenset({f"{path}index.html" if path.endswith("/") or not path else path for path in paths}) | {
            *self.static
        }

    def has(self, name: str, page: str, path: str) -> bool:
        """Whether a path on the page that the file `name` becomes leads to something; the engine takes both ways."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if not path.startswith("/") and (beside in self.sources or beside.startswith(_OF_THE_ENGINE)):
            return True
        if path.endswith(".md"):
            return False
        target = find_target(self.files, self.base_path, f"{page.lstrip('/')}index.html", path)
        if target is not None and (target in self.files or target.startswith(_OF_THE_ENGINE)):
            return True
        return f"{CONTENT}/{beside}" in self.planned.files  # what nobody links to, like robots.txt, is asked for last


def check_own_links(root: Path, site: OwnSite) -> list[Problem]:
    """A problem for each link of a page written by hand that leads to nothing of the site, where it stands.

    Limit: what follows a number sign is known only when the page was built.
    """
    content, convert = OwnContent(root), markdown_converter(root)
    found: list[Problem] = []
    for page, name in sorted(site.planned.own_pages.items()):
        source = content.read(name)
        links = dict.fromkeys(_local_links(_converted(source, convert))) if _MAY_LINK.search(source) else {}
        dead = (link for link in links if not site.has(name, page, unquote(urlsplit(link).path)))
        found += [problem("own-link-dead", _place(f"{CONTENT}/{name}", source, link), found=link) for link in dead]
    return found


def _converted(source: str, convert: Callable[[str], str]) -> str:
    try:
        return convert(source)
    except Exception:  # noqa: BLE001  what an extension makes of a page can fail in any way, and the engine tells it
        return ""


def _local_links(html: str) -> Iterator[str]:
    for address in find_addresses(html.encode()):
        try:
            parts = urlsplit(address.text)
        except ValueError:  # no address at all, which others tell
            continue
        if not parts.scheme and not parts.netloc and parts.path:
            yield address.text


def _place(file: str, source: str, link: str) -> Where:
    """The line where the link stands first, however the source spells it."""
    marks = (("(", ")"), ('"', '"'), ("'", "'"), ("", ""))
    for before, behind in marks:
        for number, line in enumerate(source.splitlines(), 1):
            found = (line.find(f"{before}{text}{behind}") for text in (link, unquote(link)))
            column = next((one for one in found if one >= 0), None)
            if column is not None:
                return Where(file, number, column + len(before) + 1)
    return Where(file)

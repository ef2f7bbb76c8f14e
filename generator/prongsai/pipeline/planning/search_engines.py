"""The files that search engines ask a site for, where its address is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.analysis.results import Results
from prongsai.exports.sitemap import export_sitemap, is_exported
from prongsai.pages.page import Page
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.planning.search_files import is_kept_from_robots

ROBOTS = "/robots.txt"
SITEMAP = "/sitemap.xml"


@dataclass(frozen=True)
class SearchEngines:
    """The words of a site to search engines, unless somebody wrote them by hand; `static` are files published as is."""

    root: Path
    results: Results
    static: frozenset[str]
    own_pages: Mapping[str, str]

    def files(self, pages: Sequence[Page]) -> dict[str, str]:
        """The first file that search engines ask for and the list of all pages, by their addresses."""
        site_url = self.results.site.options.site_url
        return {**self._robots(site_url), **self._sitemap(site_url, pages)} if site_url is not None else {}

    def _robots(self, site_url: str) -> dict[str, str]:
        text = f"User-agent: *\nAllow: /\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"
        own = self.root / f"{CONTENT}{ROBOTS}"
        is_ours = ROBOTS not in self.static or own.read_bytes() == text.encode()  # the list may be lost
        return {ROBOTS: text} if is_ours else {}

    def _sitemap(self, site_url: str, pages: Sequence[Page]) -> dict[str, str]:
        own_map = self.root / f"{CONTENT}{SITEMAP}"  # of our own form where the list of what was generated is lost
        if SITEMAP in self.static and not is_exported(own_map.read_bytes().decode("utf-8", "replace")):
            return {}
        taken = {page.path for page in pages}
        own = (name for path, name in self.own_pages.items() if path not in taken)
        days = {page.source: str(page.meta.get("updated", "")) for page in pages if not page.meta.get("robots")}
        days |= {name: "" for name in own if not is_kept_from_robots(self.root, name)}
        return {SITEMAP: export_sitemap(site_url, days)}

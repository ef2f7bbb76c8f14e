"""Check a site: load, compute, hold against the rules, and give every problem in one order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prongsai.analysis.results import Results, analyse_site
from prongsai.loading.load_site import load_site
from prongsai.problems import Problem
from prongsai.rules import Context, check_site
from prongsai.rules.answers import explain, silence
from prongsai.wording import Severity, severity_of


@dataclass(frozen=True)
class Checked:
    """The results of a site with all its problems, sorted by place."""

    results: Results
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether any problem stops the build."""
        return any(severity_of(found.code) is Severity.ERROR for found in self.problems)


def check_folder(root: Path, site_url: str | None = None) -> Checked:
    """Check the site kept in `root`; `site_url` stands in for the one of site_config."""
    loaded = load_site(root)
    site = loaded.site
    if site_url is not None:
        options = site.options.model_copy(update={"site_url": site_url})
        site = type(site)(site.agency, options, site.documents, site.years)
    results = analyse_site(site)
    found = [*loaded.problems, *check_site(Context(results, loaded.unreadable))]
    found = explain(silence(found, loaded.silences), site)
    return Checked(results, tuple(sorted(found, key=lambda one: one.order)))

"""Which sections of the years have no data file, so that what is lost with one is told as one."""

from __future__ import annotations

from prongsai.addresses import section_path
from prongsai.model.site import FiscalYear, Site


def find_gaps(site: Site) -> frozenset[str]:
    """The paths of the sections without a file: `/2567/oit/` where data/2567/oit.yml is not there."""
    return frozenset(
        section_path(year.year, section)
        for year in site.years
        for section, part in _parts(year).items()
        if part is None
    )


def _parts(year: FiscalYear) -> dict[str, object]:
    return {
        "scores": year.scores,
        "analysis": year.analysis,
        "measures": year.measures,
        "follow-up": year.follow_up,
        "memo": year.memo,
        "oit": year.register,
        "questions": year.questions,
    }

"""Which sections of the years have no data file, so that what is lost with one is told as one."""

from __future__ import annotations

from prongsai.addresses import section_path
from prongsai.model.site import Site


def find_gaps(site: Site) -> frozenset[str]:
    """The paths of the sections without a file: `/2567/oit/` where data/2567/oit.yml is not there."""
    parts = ((year.year, section, part) for year in site.years for section, part in year.parts.items())
    return frozenset(section_path(year, section) for year, section, part in parts if part is None)

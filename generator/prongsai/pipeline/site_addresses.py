"""Every address of a site as it is now: what a publication records."""

from __future__ import annotations

from pathlib import Path

from prongsai.pipeline.check import Checked
from prongsai.pipeline.check_addresses import all_addresses


def addresses_of(checked: Checked, site: Path) -> frozenset[str]:
    """All addresses of a checked site that was built into `site`: pages, files, and the ids that these promise."""
    return all_addresses(checked.planned, site).declared

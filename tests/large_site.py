"""A site of more than a thousand pages, planned but not built: this repository's own data over many years."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from prongsai.pipeline.check import check_folder
from prongsai.pipeline.planning.planned import Planned

ROOT = Path(__file__).resolve().parents[1]
YEARS = 17


def write_large(folder: Path, years: int = YEARS) -> None:
    """Write the data of such a site to `folder`, of as many years as are asked for."""
    spec = importlib.util.spec_from_file_location("repeat_site", ROOT / "tools" / "repeat_site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.repeat_site(folder, years)


def plan_large(folder: Path) -> Planned:
    """The pages and files of the large site, whose data is written to `folder`."""
    write_large(folder)
    return check_folder(folder, None).planned

"""Generate: from checked facts to Markdown pages and data files beside the hand-written ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prongsai.pages.page import Page
from prongsai.pages.plan import speech_of
from prongsai.pipeline.check import Checked
from prongsai.pipeline.engine_config import BASE_CONFIG, engine_config
from prongsai.pipeline.plan_files import IGNORE_HEAD
from prongsai.pipeline.read_content import remember_readings
from prongsai.pipeline.write_files import Written, write_file, write_files


@dataclass(frozen=True)
class Generated:
    """What generating made: the plan, and what was written."""

    pages: tuple[Page, ...]
    written: Written


def generate_folder(root: Path, checked: Checked) -> Generated:
    """Write all pages and data files of a checked site below `root`."""
    planned = checked.planned
    if planned.problems:
        return Generated(planned.pages, Written(problems=list(planned.problems)))
    written = write_files(root, planned.files, always_ours=IGNORE_HEAD.encode())
    if all(found.code == "stale-page-kept" for found in written.problems):
        base = engine_config(checked.results, speech_of(checked.results), planned.in_navigation).encode()
        if not (root / BASE_CONFIG).is_file() or (root / BASE_CONFIG).read_bytes() != base:
            write_file(root / BASE_CONFIG, base)
        remember_readings(root, checked.readings)
    return Generated(planned.pages, written)

"""Small values and small sites for tests; everything in them is invented."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from prongsai import paths
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_editions import EditionLibrary
from prongsai.loading.load_site import load_site
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores
from prongsai.pipeline.judge import every_rule
from prongsai.problems import Problem
from prongsai.rules import Context, check_by

YEARS = (2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569, 2570)
SITE = {
    "site_config/agency.yml": "name: เทศบาลตำบลทดสอบ\nunits:\n  finance: {name: กองคลัง, aliases: [คลัง]}\n",
    "site_config/site.yml": "title: เว็บไซต์ทดสอบ\nsite_url: https://ita.example.go.th/\nfrom_document: true\n",
    "site_config/documents.yml": "documents:\n  paper: {title: เอกสารสมมติ}\n",
}
TOOLS = {
    "IIT": {"name": "ภายใน", "weight": "30"},
    "EIT": {"name": "ภายนอก", "weight": "30"},
    "OIT": {"name": "เปิดเผย", "weight": "40"},
}
THREE_INDICATORS = {
    "1": {"name": "หนึ่ง", "instrument": "IIT"},
    "2": {"name": "สอง", "instrument": "EIT"},
    "3": {"name": "สาม", "instrument": "OIT"},
}
PATHS = [
    {"key": "end", "name": "ปัดตอนท้าย", "rounds": []},
    {"key": "tools", "name": "ปัดเครื่องมือก่อน", "rounds": ["instruments"]},
    {"key": "weighted", "name": "ปัดหลังถ่วงน้ำหนัก", "rounds": ["weighted"]},
]


def make_edition(**fields: Any) -> Edition:
    """An edition of three instruments with one indicator each, changed by `fields`."""
    usual = {"instruments": TOOLS, "indicators": THREE_INDICATORS, "rounding_paths": PATHS}
    return Edition.model_validate({"scheme": "TEST", "fiscal_year": "2564", **usual, **fields})


def make_scores(**fields: Any) -> Scores:
    """The scores of a year."""
    return Scores.model_validate({"fiscal_year": "2564", **fields})


@cache
def shipped_edition(year: int) -> Edition:
    """The edition of a year as the package ships it."""
    library = EditionLibrary(paths.EDITIONS, Path("no such folder"), "site_config/editions")
    edition = library.edition(year)
    assert edition is not None
    assert library.problems == []
    return edition


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Write texts as files below `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def check_files(root: Path, files: Mapping[str, str]) -> list[Problem]:
    """All problems of a small site with these files laid over it."""
    loaded = load_site(write_files(root, {**SITE, **files}))
    results = analyse_site(loaded.site)
    return [
        *loaded.problems,
        *check_by(every_rule(), Context(results, loaded.unreadable, incomplete=loaded.incomplete)),
    ]


def codes_of(problems: list[Problem]) -> list[str]:
    """The codes of problems, in order."""
    return [found.code for found in problems]


def only(problems: list[Problem], code: str) -> Problem:
    """The one problem that there is, which has this code."""
    assert codes_of(problems) == [code]
    return problems[0]

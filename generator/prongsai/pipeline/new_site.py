"""Make a new site: a few files to fill in; theme, rules and templates stay in the package."""

from __future__ import annotations

import json
from pathlib import Path

from prongsai import paths
from prongsai.pipeline.schemas import SCHEMAS, write_schemas
from prongsai.pipeline.write_files import write_file


class FolderInUseError(Exception):
    """The folder for a new site already holds something."""


def new_site(target: Path, name: str, year: int) -> list[str]:
    """Make a site to enter the result of `year` (Buddhist Era); `name` may be empty. The names of the files made.

    Raises FolderInUseError when `target` is a file or holds anything: nothing of anybody's is touched.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FolderInUseError(str(target))
    values = {
        "name": json.dumps(name, ensure_ascii=False) if name else "",
        "title": json.dumps(f"คุณธรรมและความโปร่งใส {name}".strip(), ensure_ascii=False),
        "year": str(year),
        "next_year": str(year + 1),
        "short_year": f"{year % 100:02d}",
        "short_next": f"{(year + 1) % 100:02d}",
    }
    made = []
    for source, place in _places(year).items():
        text = (paths.STARTER / source).read_text(encoding="utf-8")
        filled = text.format(**values) if source.endswith(".yml") and source != "mkdocs.yml" else text
        write_file(target / place, filled.encode())
        made.append(place)
    write_schemas(target / SCHEMAS)
    return made


def newest_edition() -> int:
    """The newest assessment year (Buddhist Era) whose rules the package ships."""
    return max(int(path.stem) for path in paths.EDITIONS.glob("*.yml"))


def _places(year: int) -> dict[str, str]:
    return {
        "mkdocs.yml": "mkdocs.yml",
        "gitignore": ".gitignore",
        "site_config/agency.yml": "site_config/agency.yml",
        "site_config/site.yml": "site_config/site.yml",
        "site_config/documents.yml": "site_config/documents.yml",
        "data/scores.yml": f"data/{year}/scores.yml",
        "data/analysis.yml": f"data/{year}/analysis.yml",
        "data/measures.yml": f"data/{year + 1}/measures.yml",
        "data/questions.yml": f"data/{year + 1}/questions.yml",
    }

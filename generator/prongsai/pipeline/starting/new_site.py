"""Make a new site: a few files to fill in; theme, rules and templates stay in the package."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from prongsai import paths
from prongsai.forms.year_files import KnownOfYear, write_year_file
from prongsai.loading.load_editions import empty_edition, load_editions
from prongsai.loading.load_site import YEAR_FILES
from prongsai.loading.stray_files import CONFIG, DATA
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.starting.schemas import SCHEMAS, schema_path, write_schemas

_COPIED = {"mkdocs.yml": "mkdocs.yml", "gitignore": ".gitignore"}  # from the starter, and as what
_COPIED |= {f"{CONFIG}/{name}": f"{CONFIG}/{name}" for name in ("agency.yml", "site.yml", "documents.yml")}


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
    }
    made = []
    for source, place in _COPIED.items():
        text = (paths.STARTER / source).read_text(encoding="utf-8")
        filled = text.format(**values) if source.endswith(".yml") and source != "mkdocs.yml" else text
        write_file(target / place, filled.encode())
        made.append(place)
    for place, known in _data_files(year).items():
        text = write_year_file(YEAR_FILES[Path(place).name][1], known, schema_path(place))
        write_file(target / place, text.encode())
        made.append(place)
    write_schemas(target / SCHEMAS)
    return made


def _data_files(year: int) -> dict[str, KnownOfYear]:
    """What is filled in first: the result of a year, and the measures of the next that answer it."""
    shipped = load_editions(paths.EDITIONS, paths.EDITIONS / "none", "")
    result, after = (KnownOfYear(one, shipped.edition(one) or empty_edition(one)) for one in (year, year + 1))
    return {
        f"{DATA}/{year}/scores.yml": replace(result, values={"source": f"result-{year}"}),
        f"{DATA}/{year}/analysis.yml": result,
        f"{DATA}/{year + 1}/measures.yml": replace(after, values={"from_fiscal_year": str(year)}),
        f"{DATA}/{year + 1}/questions.yml": after,
    }


def newest_edition() -> int:
    """The newest assessment year (Buddhist Era) whose rules the package ships."""
    return max(int(path.stem) for path in paths.EDITIONS.glob("*.yml"))

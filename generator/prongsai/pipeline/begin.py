"""Begin: a new site of a few files to fill in, the data files of a fiscal year, and the schemas for editors."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from prongsai import paths
from prongsai.engines.shipped import ENGINE
from prongsai.forms.file_head import SCHEMAS, schema_path
from prongsai.forms.json_schema import schema_of_file
from prongsai.forms.year_files import KnownOfYear, write_year_file
from prongsai.loading.load_editions import load_editions
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.loading.stray_files import CONFIG, DATA
from prongsai.model.edition import Edition
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.new_year.sources import LIST, document_changes, source_of
from prongsai.writing.apply import apply

_SETTINGS = ENGINE.settings.name
_COPIED = {_SETTINGS: _SETTINGS, "gitignore": ".gitignore"}  # from the starter, and as what
_COPIED |= {f"{CONFIG}/{name}": f"{CONFIG}/{name}" for name in ("agency.yml", "site.yml", "documents.yml")}


class FolderInUseError(Exception):
    """The folder for a new site already holds something."""


def hold_unused(target: Path) -> None:
    """Raise FolderInUseError when the folder for a new site is a file or holds anything."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FolderInUseError(str(target))


def new_site(target: Path, name: str, year: int) -> list[str]:
    """Make a site to enter the result of `year` (Buddhist Era); `name` may be empty. The names of the files made.

    Raises FolderInUseError when `target` is a file or holds anything: nothing of anybody's is touched.
    """
    hold_unused(target)
    values = {
        "name": json.dumps(name, ensure_ascii=False) if name else "",
        "title": json.dumps(f"คุณธรรมและความโปร่งใส {name}".strip(), ensure_ascii=False),
        "year": str(year),
        "next_year": str(year + 1),
    }
    made = []
    for source, place in _COPIED.items():
        text = (paths.STARTER / source).read_text(encoding="utf-8")
        filled = text.format(**values) if source.endswith(".yml") and source != _SETTINGS else text
        write_file(target / place, filled.encode())
        made.append(place)
    documents = (target / LIST).read_text(encoding="utf-8")
    own = [*document_changes(["analysis"], year, (), name), *document_changes(["measures"], year + 1, (), name)]
    write_file(target / LIST, apply({LIST: documents}, own)[LIST].encode())
    for place, known in _data_files(year).items():
        text = write_year_file(YEAR_FILES[Path(place).name][1], known, schema_path(place))
        write_file(target / place, text.encode())
        made.append(place)
    write_schemas(target / SCHEMAS)
    return made


def _data_files(year: int) -> dict[str, KnownOfYear]:
    """The files filled in first: the result of a year, and the measures of the next that answer it."""
    shipped = load_editions(paths.EDITIONS, paths.EDITIONS / "none", "")
    result, after = (KnownOfYear(one, shipped.rules(one)) for one in (year, year + 1))
    return {
        f"{DATA}/{year}/scores.yml": replace(result, values={"source": source_of("scores", year)}),
        f"{DATA}/{year}/analysis.yml": replace(result, values={"source": source_of("analysis", year)}),
        f"{DATA}/{year + 1}/measures.yml": replace(after, values=_of_measures(year)),
        f"{DATA}/{year + 1}/questions.yml": after,
    }


def _of_measures(year: int) -> dict[str, str]:
    """The values of the measures that answer the result of a year."""
    return {"from_fiscal_year": str(year), "source": source_of("measures", year + 1)}


def newest_edition() -> int:
    """The newest assessment year (Buddhist Era) of whose rules the package knows anything."""
    shipped = load_editions(paths.EDITIONS, paths.EDITIONS / "none", "")
    years = sorted((int(path.stem) for path in paths.EDITIONS.glob("*.yml")), reverse=True)
    return next(year for year in years if (known := shipped.edition(year)) and known.states_rules)


@cache
def schema_files() -> dict[str, bytes]:
    """The schema of each data file by its own name: that of measures.yml is measures.schema.json."""
    records = {**{name: record for name, (_, record) in YEAR_FILES.items()}, **CONFIG_RECORDS}
    schemas = {Path(name).stem: schema_of_file(record) for name, record in records.items()}
    schemas["edition"] = schema_of_file(Edition, is_addition=True)
    return {
        f"{name}.schema.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder, touching only what differs; the files that are there then."""
    paths = []
    for name, data in schema_files().items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            write_file(path, data)
        paths.append(path)
    return paths

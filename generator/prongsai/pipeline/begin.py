"""Begin: a new site of a few files to fill in, the data files of a fiscal year, and the schemas for editors."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from prongsai import paths
from prongsai.disk.walk import FileType, Tree
from prongsai.engines.shipped import ENGINE
from prongsai.forms.file_head import SCHEMAS, schema_path
from prongsai.forms.json_schema import schema_of_file
from prongsai.forms.register_items import Earlier
from prongsai.forms.year_files import KnownOfYear, write_year_file
from prongsai.loading.load_editions import load_editions
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES, Loaded, load_site
from prongsai.loading.stray_files import CONFIG, DATA
from prongsai.model.edition import Edition
from prongsai.model.known_parts import states_answers
from prongsai.model.site import FiscalYear
from prongsai.pipeline.content.write_files import write_file

_SETTINGS = ENGINE.settings.name
_COPIED = {_SETTINGS: _SETTINGS, "gitignore": ".gitignore"}  # from the starter, and as what
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
        filled = text.format(**values) if source.endswith(".yml") and source != _SETTINGS else text
        write_file(target / place, filled.encode())
        made.append(place)
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
        f"{DATA}/{year}/scores.yml": replace(result, values={"source": f"result-{year}"}),
        f"{DATA}/{year}/analysis.yml": result,
        f"{DATA}/{year + 1}/measures.yml": replace(after, values={"from_fiscal_year": str(year)}),
        f"{DATA}/{year + 1}/questions.yml": after,
    }


def newest_edition() -> int:
    """The newest assessment year (Buddhist Era) of whose rules the package knows anything."""
    shipped = load_editions(paths.EDITIONS, paths.EDITIONS / "none", "")
    years = sorted((int(path.stem) for path in paths.EDITIONS.glob("*.yml")), reverse=True)
    return next(year for year in years if (known := shipped.edition(year)) and known.states_rules)


# Why a file is left for later: written now, it would lack for good what it is for, since nothing is written twice.
Reason = Literal["no-items", "faulty-answers", "no-measures", "faulty-measures"]


class OddFolderError(Exception):
    """The entry in the place of the folder of the year is no folder, or is outside the site."""


@dataclass(frozen=True)
class NotWritten:
    """A file that is left for later, and the file that it waits for."""

    name: str
    reason: Reason
    needs: str


@dataclass(frozen=True)
class NewYear:
    """The result for the files of a year, each by its name as seen from the site's folder."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    not_written: tuple[NotWritten, ...]


def new_year(root: Path, year: int) -> NewYear:
    """Write the files that a fiscal year (Buddhist Era) lacks; what is there is left to the letter.

    Raises OddFolderError where there is no folder of the site to write into.
    """
    loaded = load_site(root)
    _hold_inside(loaded.tree, year)
    names = {f"{DATA}/{year}/{name}": record for name, (_, record) in YEAR_FILES.items()}
    kept = tuple(name for name in names if os.path.lexists(root / name))
    not_written = tuple(one for one in _not_written(loaded, year) if one.name not in kept)
    known = _known_of(loaded, year)
    later = {one.name for one in not_written}
    texts = {
        name: write_year_file(record, known, schema_path(name))
        for name, record in names.items()
        if name not in kept and name not in later
    }
    for name, text in texts.items():
        write_file(root / name, text.encode())
    write_schemas(root / SCHEMAS)
    return NewYear(tuple(texts), kept, not_written)


def _hold_inside(tree: Tree, year: int) -> None:
    """Refuse a file, a link out of the site, and whatever else is no folder of the site."""
    for name in (DATA, f"{DATA}/{year}"):
        if tree.kinds.get(name, FileType.FOLDER) is not FileType.FOLDER:
            raise OddFolderError(name)


def _known_of(loaded: Loaded, year: int) -> KnownOfYear:
    begun, before = loaded.site.year(year), loaded.site.year(year - 1)
    measures = begun.listed_measures if begun else ()
    # A result is answered by the measures of the year after it.
    values = {"from_fiscal_year": str(year - 1)} if before and before.scores else {}
    return KnownOfYear(year, _edition(loaded, year), measures, _earlier(loaded, year), values)


def _edition(loaded: Loaded, year: int) -> Edition:
    return loaded.editions.rules(year)


def _years_before(loaded: Loaded, year: int) -> Iterator[FiscalYear]:
    """The years before a year that have a register with answers, or one of which something could not be read."""
    for one in reversed(loaded.site.years):
        is_told = one.register is not None and states_answers(one.register)
        if one.year < year and (is_told or _answers_of(one.year) in loaded.incomplete):
            yield one


def _earlier(loaded: Loaded, year: int) -> Earlier | None:
    newest = next(_years_before(loaded, year), None)
    return Earlier(newest.year, newest.edition, newest.register) if newest and newest.register else None


def _answers_of(year: int) -> str:
    return f"{DATA}/{year}/oit.yml"


def _not_written(loaded: Loaded, year: int) -> Iterator[NotWritten]:
    """The files that cannot be what they are for as long as something else is not known."""
    answers, measures, reports = (f"{DATA}/{year}/{name}.yml" for name in ("oit", "measures", "follow-up"))
    before = next(_years_before(loaded, year), None)
    if not _edition(loaded, year).names_for("items"):
        yield NotWritten(answers, "no-items", f"{CONFIG}/editions/{year}.yml")
    elif before and _answers_of(before.year) in loaded.incomplete:
        yield NotWritten(answers, "faulty-answers", _answers_of(before.year))
    begun = loaded.site.year(year)
    if measures in loaded.incomplete:
        yield NotWritten(reports, "faulty-measures", measures)
    elif not (begun and begun.listed_measures):
        yield NotWritten(reports, "no-measures", measures)


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

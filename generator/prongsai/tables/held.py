"""The site that a table comes into: the data of its files as typed, its units, and the rules of the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.loading.load_site import Loaded
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.edition import Edition
from prongsai.model.names_in_year import keys_by_name
from prongsai.model.site import FiscalYear
from prongsai.tables.kinds import KIND, KindName
from prongsai.tables.remember import IMPORTS
from prongsai.writing.change import Plain


@dataclass(frozen=True)
class Held:
    """A site as far as a table of a fiscal year (Buddhist Era) meets it; a file that is not there has no data."""

    year: int
    kind: KindName
    file: str
    data: Plain
    remembered: Plain
    names: Mapping[str, str]  # the code of a unit by all that means it
    titles: Mapping[str, str]  # the name of a unit by its code
    edition: Edition
    of_year: FiscalYear | None
    agency: Plain = None


def hold(root: Path, loaded: Loaded, year: int, kind: KindName) -> Held:
    """The part of a loaded site that a table of `kind` for `year` needs."""
    agency = loaded.site.agency
    file = f"data/{year}/{KIND[kind].file}"
    edition = loaded.editions.rules(year)
    return Held(
        year,
        kind,
        file,
        _data_of(root, loaded, file),
        _data_of(root, loaded, IMPORTS),
        keys_by_name(agency, agency, year),
        {code: unit.name for code, unit in agency.units.items()},
        edition,
        next((one for one in loaded.site.years if one.year == year), None),
    )


def _data_of(root: Path, loaded: Loaded, file: str) -> Plain:
    """The data of a file as typed; None where there is none."""
    return plain_of(read_yaml(root / file, file).data) if file in loaded.tree.kinds else None


def plain_of(node: object) -> Plain:
    """The data of a node as plain texts, lists and groups."""
    if isinstance(node, dict):
        return {str(key): plain_of(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain_of(one) for one in node]
    return None if node is None or node == "" else str(node)

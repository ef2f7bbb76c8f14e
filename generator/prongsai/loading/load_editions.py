"""Load the editions that ship with the package, with what an agency adds to them."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.edition import Edition
from prongsai.model.source import SourcedMap
from prongsai.problems import Problem, problem
from prongsai.thai.codes import item_number, parse_item_code
from prongsai.thai.dates import full_year
from prongsai.thai.numerals import to_arabic


class EditionLibrary:
    """Editions by fiscal year (Buddhist Era), read when first asked for.

    What is `barred` of the agency's own, by its name below the site's folder, is told elsewhere and never read.
    """

    def __init__(self, shipped: Path, own: Path, own_name: str, barred: Collection[str] = ()) -> None:
        self._shipped = shipped
        self._own = own
        self._own_name = own_name
        self._barred = barred
        self._raw: dict[int, SourcedMap | None] = {}
        self._editions: dict[int, Edition | None] = {}
        self.problems: list[Problem] = []

    def edition(self, year: int) -> Edition | None:
        """The edition of a year, or None when there is none that can be read."""
        if year not in self._editions:
            self._editions[year] = self._parsed(year)
        return self._editions[year]

    def _parsed(self, year: int) -> Edition | None:
        raw = self._merged(year, frozenset())
        if raw is None:
            return None
        # Rules are silent on what an edition does not know, but take each of its sections for complete.
        edition, found = parse_document(raw, Edition, year=year, stand_ins=_stand_ins(year), by_section=True)
        self.problems.extend(found)
        if edition is None:
            return None
        ordered = dict(sorted(edition.items.items(), key=lambda item: item_number(item[0])))
        return edition.model_copy(update={"items": ordered})

    def _merged(self, year: int, asking: frozenset[int]) -> SourcedMap | None:
        if year in self._raw:
            return self._raw[year]
        layers = [self._read(self._shipped / f"{year}.yml", f"editions/{year}.yml")]
        layers.append(self._read(self._own / f"{year}.yml", f"{self._own_name}/{year}.yml"))
        merged: SourcedMap | None = None
        for layer in layers:
            merged = self._laid_over(merged, layer, asking | {year})
        self._raw[year] = merged
        return merged

    def _laid_over(
        self, base: SourcedMap | None, layer: SourcedMap | None, asking: frozenset[int]
    ) -> SourcedMap | None:
        if layer is None:
            return base
        parent = layer.get("based_on")
        year = full_year(to_arabic(parent)) if isinstance(parent, str) else None
        if base is None and year is not None:
            base = self._parent(year, layer, asking)
        return merge(base, layer) if base is not None else layer

    def _parent(self, year: int, layer: SourcedMap, asking: frozenset[int]) -> SourcedMap | None:
        where = layer.key_places["based_on"]
        if year in asking:
            self.problems.append(problem("edition-circular", where, found=year))
            return None
        parent = self._merged(year, asking)
        if parent is None:
            self.problems.append(problem("edition-missing-base", where, found=year))
        return parent

    def _read(self, path: Path, name: str) -> SourcedMap | None:
        if name in self._barred or not path.exists():
            return None
        reading = read_yaml(path, name)
        self.problems.extend(reading.problems)
        if reading.data is None or isinstance(reading.data, SourcedMap):
            return reading.data
        _, found = parse_document(reading.data, Edition)
        self.problems.extend(found)
        return None


def load_editions(shipped: Path, own: Path, own_name: str, barred: Collection[str] = ()) -> EditionLibrary:
    """The editions that ship with the package, with those that an agency keeps in `own` and that are not `barred`.

    Without own ones the library is the same for every site and stays in memory while its files stay the same:
    reading it is half the work of checking a small site.
    """
    if own.is_dir():
        return EditionLibrary(shipped, own, own_name, barred)
    facts = ((path.name, path.stat()) for path in sorted(shipped.glob("*.yml")))
    return _load_shipped(shipped, tuple((name, fact.st_size, fact.st_mtime_ns) for name, fact in facts))


@lru_cache(maxsize=1)
def _load_shipped(shipped: Path, state: tuple[tuple[str, int, int], ...]) -> EditionLibrary:  # noqa: ARG001 - the key
    return EditionLibrary(shipped, shipped / "none", "")


def merge(base: SourcedMap, layer: SourcedMap) -> SourcedMap:
    """`layer` laid over `base`: mappings merge by key, an empty value removes, all else replaces."""
    merged = SourcedMap(layer.where)
    merged.update(base)
    merged.key_places = {**base.key_places}
    spelled = {parse_item_code(key) or key: key for key in merged}
    for key, value in layer.items():
        here = spelled.get(parse_item_code(key) or key, key)
        if value is None:
            merged.pop(here, None)
            continue
        below = merged.get(here)
        merged[here] = merge(below, value) if isinstance(below, SourcedMap) and isinstance(value, SourcedMap) else value
        merged.key_places[here] = layer.key_places[key]
    merged.lost = base.lost | layer.lost
    merged.whole = base.whole and layer.whole
    return merged


def empty_edition(year: int) -> Edition:
    """An edition that knows nothing, for a year whose rules are not known."""
    return Edition.model_validate(_stand_ins(year))


def _stand_ins(year: int) -> dict[str, str]:
    return {"scheme": "NACC-ITA", "fiscal_year": str(year)}

"""Rules of a year as far as a site and the program know them, for whoever enters more of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prongsai import paths
from prongsai.loading.load_site import Loaded, load_site
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.edition import Edition
from prongsai.model.stated import known
from prongsai.problems import Problem
from prongsai.rulebooks.packing import Maker
from prongsai.rulebooks.structure import Rules, Structure, nearest_structure, plain_rules, with_handed

FOLDER = "site_config/editions"


class UnreadRulesError(Exception):
    """The file of rules of the year has parts that cannot be read, so that nothing may be written into it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class NoSuchYearError(Exception):
    """No rules are known of a year that was named; `years` are those of which some are."""

    def __init__(self, year: int, years: tuple[int, ...]) -> None:
        super().__init__(str(year))
        self.year, self.years = year, years


@dataclass(frozen=True)
class Known:
    """The rules of `year` (Buddhist Era): the agency's own file, all that is known, and the structure to confirm."""

    root: Path
    year: int
    loaded: Loaded
    own: Rules
    rules: Rules
    structure: Structure
    nearest: int

    @property
    def name(self) -> str:
        """The agency's own file of the year."""
        return file_of(self.year)

    @property
    def edition(self) -> Edition | None:
        """The rules of the year as they are used."""
        return self.loaded.editions.edition(self.year)

    @property
    def maker(self) -> Maker:
        """The agency of the site."""
        agency = self.loaded.site.agency
        named = (agency.name, agency.district, agency.province, agency.main_website)
        name, district, province, website = (str(known(one) or "") for one in named)
        return Maker(name, district, province, website)


def file_of(year: int) -> str:
    """The agency's own file of the rules of a year, as seen from the folder of the site."""
    return f"{FOLDER}/{year}.yml"


def read_known(root: Path, year: int, nearest: int | None = None) -> Known:
    """Read what is known of the rules of a year; `nearest` is the year whose structure is proposed.

    Raises UnreadRulesError and NoSuchYearError.
    """
    loaded = load_site(root)
    file = root / file_of(year)
    own: Rules = {}
    if file.exists():
        reading = read_yaml(file, file_of(year))
        if reading.problems:
            raise UnreadRulesError(tuple(reading.problems))
        own = plain_rules(reading.data)
    rules = {one: plain_rules(loaded.editions.raw(one)) for one in years_of_rules(root, loaded)}
    last = (
        nearest
        if nearest is not None
        else max((one for one in rules if one < year and _has_items(rules[one])), default=0)
    )
    if nearest is not None and not rules.get(nearest):
        raise NoSuchYearError(nearest, tuple(one for one in sorted(rules) if rules[one]))
    structure = with_handed(nearest_structure(rules, last), loaded.editions.packs(year))
    return Known(root, year, loaded, own, rules.get(year, {}), structure, structure.year_of("items") or last)


def years_of_rules(root: Path, loaded: Loaded) -> list[int]:
    """The years of which rules ship or are kept by the agency."""
    shipped = {int(path.stem) for path in paths.EDITIONS.glob("*.yml")}
    own = {int(path.stem) for path in (root / FOLDER).glob("[0-9][0-9][0-9][0-9].yml")}
    return sorted(shipped | own | {one.year for one in loaded.site.years if loaded.editions.packs(one.year)})


def _has_items(rules: Rules) -> bool:
    return bool(rules.get("items"))

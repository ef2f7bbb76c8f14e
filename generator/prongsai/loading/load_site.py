"""Load everything an agency keeps, as far as it can be read, with all its problems."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from prongsai import paths
from prongsai.loading.load_editions import empty_edition, load_editions
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.agency import Agency, Documents, SiteOptions
from prongsai.model.analysis import Analysis
from prongsai.model.explanations import Explanations
from prongsai.model.measures import FollowUp, Measures
from prongsai.model.memo import Memo
from prongsai.model.oit import Register
from prongsai.model.questions import Questions
from prongsai.model.record import Record
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, Site
from prongsai.model.source import place_of
from prongsai.problems import Problem, Silence, Where, problem
from prongsai.thai.dates import BUDDHIST_ERA, full_year, looks_common_era
from prongsai.thai.numerals import to_arabic

R = TypeVar("R", bound=Record)
DATA = "data"
CONFIG = "site_config"
YEAR_FILES: dict[str, tuple[str, type[Record]]] = {
    "scores.yml": ("scores", Scores),
    "analysis.yml": ("analysis", Analysis),
    "measures.yml": ("measures", Measures),
    "follow-up.yml": ("follow_up", FollowUp),
    "memo.yml": ("memo", Memo),
    "oit.yml": ("register", Register),
    "questions.yml": ("questions", Questions),
    "explanations.yml": ("explanations", Explanations),
}
CONFIG_FILES = ("agency.yml", "site.yml", "documents.yml")
_STAND_INS = {"title": "prongsai"}  # of what a file outside the years must have
_YEAR_FOLDER = re.compile(r"25[0-9]{2}|26[0-9]{2}")


@dataclass
class Loaded:
    """A site as far as it could be read; `unreadable` names the files whose whole content is missing from it.

    `incomplete` names the files of which a part is missing too.
    """

    site: Site
    problems: list[Problem] = field(default_factory=list)
    unreadable: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()
    silences: tuple[Silence, ...] = ()


def _present(path: Path) -> bool:
    """Whether there is anything of that name, so that a folder or a dead link is a problem and not overlooked."""
    return path.exists() or path.is_symlink()


def _stray_in_data(name: str) -> Problem:
    number = re.search(r"[0-9]{4}|[0-9]{2}", to_arabic(name))
    found = number.group() if number else ""
    year = int(found) + BUDDHIST_ERA if looks_common_era(found) else full_year(found)
    suggestion = "" if year is None or Path(name).suffix else str(year)
    return problem("unknown-file", Where(f"{DATA}/{name}"), choices="2564/, 2565/, …", suggestion=suggestion)


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self.incomplete: set[str] = set()
        self.silences: list[Silence] = []
        own = root / CONFIG / "editions"
        self.editions = load_editions(paths.EDITIONS, own, f"{CONFIG}/editions")

    def read(self, name: str, model: type[R], *, year: int | None = None) -> R | None:
        """Read one file as `model`, without its faulty parts; None when it is not there or cannot be read."""
        path = self.root / name
        if not _present(path):
            return None
        reading = read_yaml(path, name)
        stand_ins = {"fiscal_year": str(year)} if year is not None else _STAND_INS
        value, found = (
            (None, []) if reading.data is None else parse_document(reading.data, model, year=year, stand_ins=stand_ins)
        )
        self.problems.extend(reading.problems)
        self.problems.extend(found)
        self.silences.extend(reading.silences)
        if value is None:
            self.unreadable.add(name)
            return None
        if not value.is_whole():
            self.incomplete.add(name)
        if year is not None:
            self._check_year(reading.data, value, year)
        return value

    def _check_year(self, raw: Any, value: Record, year: int) -> None:
        stated = getattr(value, "fiscal_year", year)
        if stated != year:
            where = place_of(raw, "fiscal_year")
            self.problems.append(problem("year-differs-from-folder", where, year=year, found=stated, folder=year))

    def load(self) -> Loaded:
        agency = self.read(f"{CONFIG}/agency.yml", Agency) or self._needed("agency.yml", Agency())
        options = self.read(f"{CONFIG}/site.yml", SiteOptions) or self._needed(
            "site.yml", SiteOptions(title=_STAND_INS["title"])
        )
        documents = self.read(f"{CONFIG}/documents.yml", Documents) or Documents()
        years = tuple(self._year(number) for number in self._years())
        self._look_for_strays()
        self.problems.extend(self.editions.problems)
        site = Site(agency, options, dict(documents.documents), years, document_list=documents)
        incomplete = frozenset(self.unreadable | self.incomplete)
        return Loaded(site, self.problems, frozenset(self.unreadable), incomplete, tuple(self.silences))

    def _needed(self, name: str, fallback: R) -> R:
        full = f"{CONFIG}/{name}"
        if full not in self.unreadable:
            self.problems.append(problem("file-missing", Where(full)))
            self.unreadable.add(full)
        return fallback

    def _years(self) -> list[int]:
        folder = self.root / DATA
        if not folder.is_dir():
            self.problems.append(problem("no-data", Where(DATA)))
            return []
        years = []
        for entry in sorted(folder.iterdir()):
            if entry.is_dir() and _YEAR_FOLDER.fullmatch(entry.name):
                years.append(int(entry.name))
            elif not entry.name.startswith("."):
                self.problems.append(_stray_in_data(entry.name))
        if not years:
            self.problems.append(problem("no-data", Where(DATA)))
        return years

    def _year(self, number: int) -> FiscalYear:
        edition = self.editions.edition(number)
        if edition is None:
            needs = any((self.root / DATA / str(number) / name).is_file() for name in ("scores.yml", "oit.yml"))
            if needs and not _present(self.root / CONFIG / "editions" / f"{number}.yml"):
                self.problems.append(problem("edition-missing", Where(f"{DATA}/{number}"), year=number, found=number))
            edition = empty_edition(number)
        read: dict[str, Any] = {}
        files = []
        for name, (attribute, model) in YEAR_FILES.items():
            full = f"{DATA}/{number}/{name}"
            if _present(self.root / full):
                files.append(full)
                read[attribute] = self.read(full, model, year=number)
        return FiscalYear(number, edition, files=tuple(files), **read)

    def _look_for_strays(self) -> None:
        for folder, names in ((CONFIG, CONFIG_FILES), *((f"{DATA}/{n}", tuple(YEAR_FILES)) for n in self._folders())):
            for entry in sorted((self.root / folder).glob("*")):
                if entry.name not in names and ".y" in entry.name.lower() and not entry.name.startswith("."):
                    near = next(iter(difflib.get_close_matches(entry.name.lower(), names, n=1, cutoff=0.7)), "")
                    where = Where(f"{folder}/{entry.name}")
                    choices = ", ".join(names)
                    self.problems.append(problem("unknown-file", where, choices=choices, suggestion=near))

    def _folders(self) -> list[int]:
        folder = self.root / DATA
        names = (entry.name for entry in folder.iterdir()) if folder.is_dir() else ()
        return sorted(int(name) for name in names if _YEAR_FOLDER.fullmatch(name))


def load_site(root: Path) -> Loaded:
    """Load the site kept in the folder `root`; never raises for what people wrote."""
    return _Loader(root).load()

"""Load everything an agency keeps, as far as it can be read, with all its problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from prongsai import paths
from prongsai.disk.overlay import NO_OVERLAY, Overlay, lay_over
from prongsai.disk.read import read_head, read_plain
from prongsai.disk.walk import Entry, FileType, Tree, walk_site
from prongsai.loading.load_editions import EditionLibrary, load_editions
from prongsai.loading.load_packs import pack_names, read_packs
from prongsai.loading.odd_entries import find_odd_entries
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import LARGEST_FILE, ParsedFile, read_yaml
from prongsai.loading.stray_files import CONFIG, DATA, find_strays, find_years
from prongsai.model.agency import Agency, Documents, SiteOptions
from prongsai.model.analysis import Analysis
from prongsai.model.calendar import Calendar
from prongsai.model.follow_up import FollowUp
from prongsai.model.imports import Imports
from prongsai.model.measures import Measures
from prongsai.model.memo import Memo
from prongsai.model.names_in_year import keys_by_name
from prongsai.model.oit import Register
from prongsai.model.packs import Pack
from prongsai.model.questions import Questions
from prongsai.model.record import Record
from prongsai.model.recorder import Keeper
from prongsai.model.register_keys import with_present_keys
from prongsai.model.scores import Scores
from prongsai.model.site import Explanations, FiscalYear, Site
from prongsai.model.source import place_of
from prongsai.model.unit_lookup import with_units_apart
from prongsai.model.valid_list import by_valid_list
from prongsai.problems import Problem, Silence, Where, problem

CONTENT = "content"
EDITIONS = f"{CONFIG}/editions"
TARGET_MANIFEST = ".prongsai-site.json"  # what a build leaves in the folder that it made
_STYLE = "assets/css/site.css"
_HEAD = 8_192  # bytes of a page; its style sheets come well before
_MARKS = (b'<html lang="th"', _STYLE.encode())  # on each page that a build makes


def find_copied_sites(root: Path, tree: Tree) -> dict[str, Problem]:
    """The folders that are copied sites, each with its problem; of one inside another only the outer."""
    found: dict[str, Problem] = {}
    for entry in tree.entries:
        within = entry.name == CONTENT or entry.name.startswith(f"{CONTENT}/")
        if entry.kind is FileType.FOLDER and within and not any(entry.name.startswith(f"{one}/") for one in found):
            found |= {one.where.file: one for one in _copied(root, tree, entry)}
    return found


def _copied(root: Path, tree: Tree, folder: Entry) -> Iterator[Problem]:
    names = {one.name.rpartition("/")[2]: one.kind for one in tree.inside(folder.name)}
    settings = f"{folder.name}/site_config"
    has_settings = any(tree.kinds.get(f"{settings}/{name}") is FileType.FILE for name in ("agency.yml", "site.yml"))
    if has_settings:
        yield problem("site-in-content", Where(settings if folder.name == CONTENT else folder.name))
    elif _is_built(root, tree, folder, names):
        yield problem("built-site-in-content", Where(folder.name))


def _is_built(root: Path, tree: Tree, folder: Entry, names: dict[str, FileType]) -> bool:
    """True if a build made what is in a folder; also of a part of a built site, by the mark of its pages."""
    if TARGET_MANIFEST in names or ("404.html" in names and f"{folder.name}/{_STYLE}" in tree.kinds):
        return True
    if names.get("index.html") is not FileType.FILE:
        return False
    head = read_head(root / folder.name / "index.html", _HEAD)
    return all(mark in head for mark in _MARKS)


R = TypeVar("R", bound=Record)
YEAR_FILES: dict[str, tuple[str, type[Record]]] = {
    "scores.yml": ("scores", Scores),
    "analysis.yml": ("analysis", Analysis),
    "measures.yml": ("measures", Measures),
    "follow-up.yml": ("follow_up", FollowUp),
    "memo.yml": ("memo", Memo),
    "oit.yml": ("register", Register),
    "questions.yml": ("questions", Questions),
    "explanations.yml": ("explanations", Explanations),
    "calendar.yml": ("calendar", Calendar),
}
CONFIG_RECORDS: dict[str, type[Record]] = {
    "agency.yml": Agency,
    "site.yml": SiteOptions,
    "documents.yml": Documents,
    "imports.yml": Imports,  # read only by whoever imports: what is wrong in it stops no build
}
CONFIG_FILES = tuple(CONFIG_RECORDS)
_REMIND = {"calendar.yml"}  # no page is made from it: only reminders to the officer read it
_STAND_INS = {"title": "prongsai"}  # of what a file outside the years must have
ATTACHMENTS = "files/"
_READ = {
    FileType.FILE,
    FileType.FOLDER,
}  # may be read; a folder in the place of a file is found by reading it


@dataclass
class Loaded:
    """A site as far as it could be read; `unreadable` names the files whose whole content is missing from it.

    `incomplete` names the files of which a part is missing too.
    `tree` is what is in its folders, `editions` the rules of all years, also of those that it has not.
    """

    site: Site
    editions: EditionLibrary
    problems: list[Problem] = field(default_factory=list)
    unreadable: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()
    silences: tuple[Silence, ...] = ()
    tree: Tree = field(default_factory=Tree)

    @property
    def packs_in_use(self) -> dict[int, list[Pack]]:
        """The packs on which the rules of each year of the site rest without being confirmed."""
        found = {one.year: self.editions.packs_in_use(one.year) for one in self.site.years}
        return {year: packs for year, packs in found.items() if packs}


class SiteLoader:
    """Reads the files of a site one by one; problems and what could not be read are gathered on the way."""

    def __init__(self, root: Path, overlay: Overlay, keeper: Keeper | None) -> None:
        self.root = root
        self.keeper = keeper
        self.overlay = overlay
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self.incomplete: set[str] = set()
        self.silences: list[Silence] = []
        self.tree = lay_over(walk_site(root), overlay)
        self.attachments = frozenset(
            name.removeprefix(ATTACHMENTS) for name in self.tree.files("content") if name.startswith(ATTACHMENTS)
        )
        self.editions, found = self._editions()
        self.problems += found

    def _editions(self) -> tuple[EditionLibrary, list[Problem]]:
        """The rules of all years with the problems of packs; what is wrong in rules comes up as years are asked for."""
        barred = frozenset(entry.name for entry in self.tree.entries if entry.kind not in _READ)

        def load() -> tuple[EditionLibrary, list[Problem]]:
            packs, found = read_packs(self.root, pack_names(self.tree), barred, self.overlay)
            own = self.root / EDITIONS
            return load_editions(paths.EDITIONS, own, EDITIONS, barred, self.overlay, packs), found

        entries = [one for one in self.tree.entries if one.name.startswith(f"{EDITIONS}/")]
        sources = tuple((one, self._source(one.name) if one.kind is FileType.FILE else b"") for one in entries)
        if self.keeper is None or any(isinstance(source, Path) for _, source in sources):
            return load()
        years = tuple(find_years(self.tree))  # a library that was asked for other years knows their problems too
        return self.keeper.get_of(("editions",), load, sources, barred, years)

    def read(
        self, name: str, model: type[R], *, year: int | None = None, item_codes: frozenset[str] = frozenset()
    ) -> R | None:
        """Read one file as `model`, without its faulty parts; None when it is not there or cannot be read."""
        kind = self.tree.kinds.get(name)
        if kind is None:
            return None
        if kind not in _READ:  # reported as what it is
            self.unreadable.add(name)
            return None
        reading, value, found = self._parsed(name, model, year, item_codes)
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

    def _parsed(
        self, name: str, model: type[R], year: int | None, item_codes: frozenset[str]
    ) -> tuple[ParsedFile, R | None, list[Problem]]:
        """The content of a file as it is now, with the problems of its record."""

        def parse() -> tuple[ParsedFile, R | None, list[Problem]]:
            reading, stand_ins = read_yaml(source, name), {"fiscal_year": str(year)} if year is not None else _STAND_INS
            if reading.data is None:
                return reading, None, []
            attached, codes = self.attachments, item_codes
            made = parse_document(
                reading.data, model, year=year, stand_ins=stand_ins, attachments=attached, item_codes=codes
            )
            return reading, *made

        source = self._source(name)
        if self.keeper is None or isinstance(source, Path):
            return parse()
        return self.keeper.get_of(("file", name), parse, source, self.attachments, item_codes)

    def _source(self, name: str) -> Path | bytes:
        """The bytes of a file, or its place where they cannot be read, of which the reader says what is wrong."""
        given = self.overlay.get(name)
        if given is not None or self.keeper is None:
            return self.root / name if given is None else given
        try:
            return read_plain(self.root / name, LARGEST_FILE)
        except OSError:
            return self.root / name

    def _check_year(self, raw: object, value: Record, year: int) -> None:
        stated = getattr(value, "fiscal_year", year)
        if stated != year:
            where = place_of(raw, "fiscal_year")
            self.problems.append(problem("year-differs-from-folder", where, year=year, found=stated, folder=year))

    def load(self) -> Loaded:
        """All of the site."""
        agency = self.read(f"{CONFIG}/agency.yml", Agency) or self._needed("agency.yml", Agency())
        options = self.read(f"{CONFIG}/site.yml", SiteOptions) or self._needed(
            "site.yml", SiteOptions(title=_STAND_INS["title"])
        )
        documents = self.read(f"{CONFIG}/documents.yml", Documents) or Documents()
        years = tuple(self.read_year(number, agency) for number in find_years(self.tree))
        self._look_around(has_years=bool(years))
        self.problems.extend(self.editions.problems)
        site = Site(agency, options, dict(documents.documents), years, document_list=documents)
        incomplete = frozenset(self.unreadable | self.incomplete)
        unreadable, silences = frozenset(self.unreadable), tuple(self.silences)
        return Loaded(site, self.editions, self.problems, unreadable, incomplete, silences, self.tree)

    def _needed(self, name: str, fallback: R) -> R:
        full = f"{CONFIG}/{name}"
        if full not in self.unreadable:
            self.problems.append(problem("file-missing", Where(full)))
            self.unreadable.add(full)
        return fallback

    def _look_around(self, *, has_years: bool) -> None:
        """Report what is in the folders besides what was read."""
        strays = list(find_strays(self.tree, tuple(YEAR_FILES), CONFIG_FILES))
        copied = find_copied_sites(self.root, self.tree)
        self.problems += [*strays, *copied.values(), *find_odd_entries(self.tree, copied)]
        is_told = self.tree.kinds.get(DATA) not in {None, FileType.FOLDER}
        if not (has_years or is_told or any(one.code == "year-folder-name" for one in strays)):
            self.problems.append(problem("no-data", Where(DATA)))

    def read_year(self, number: int, agency: Agency) -> FiscalYear:
        """One year (Buddhist Era) with all that its files say."""
        edition = self.editions.edition(number)
        if edition is None:
            needs = any(f"{DATA}/{number}/{name}" in self.tree.kinds for name in ("scores.yml", "oit.yml"))
            is_there = f"{CONFIG}/editions/{number}.yml" in self.tree.kinds
            if needs and (not is_there or number in self.editions.untouched):
                self.problems.append(problem("edition-missing", Where(f"{DATA}/{number}"), year=number, found=number))
            edition = self.editions.rules(number)
        before = self.editions.edition(number - 1) if number - 1 in find_years(self.tree) else None
        codes = edition.own_codes | (before.own_codes if before else frozenset())  # measures answer the year before
        read: dict[str, Any] = {}
        files = []
        for name, (attribute, model) in YEAR_FILES.items():
            full = f"{DATA}/{number}/{name}"
            if full in self.tree.kinds:
                files += [full] if name not in _REMIND else []
                read[attribute] = self.read(full, model, year=number, item_codes=codes)
        year = FiscalYear(number, edition, files=tuple(files), **read)
        if self.keeper is None:
            return _settled(year, agency)
        parts = (getattr(year, part.name) for part in fields(year))
        return self.keeper.get_of(("settled year", number), partial(_settled, year, agency), agency, *parts)


def _settled(year: FiscalYear, agency: Agency) -> FiscalYear:
    """The year with valid scores, with the keys that its rules have now, and with units apart."""
    scores = by_valid_list(year.scores) if year.scores else None
    register = with_present_keys(year.register, year.edition) if year.register else None
    is_same = scores is year.scores and register is year.register
    return _with_units_apart(year if is_same else replace(year, scores=scores, register=register), agency)


def _with_units_apart(year: FiscalYear, agency: Agency) -> FiscalYear:
    measures = with_units_apart(year.measures, keys_by_name(agency, agency, None)) if year.measures else None
    return year if measures is year.measures else replace(year, measures=measures)


def load_site(root: Path, overlay: Overlay = NO_OVERLAY, keeper: Keeper | None = None) -> Loaded:
    """Load the site kept in the folder `root`; never raises for what people wrote.

    The files of an overlay stand in for those of the site, or are added to them. A file that a `keeper` knows gives the
    same record while its bytes are the same, and a year the same facts while its records are.
    """
    return SiteLoader(root, overlay, keeper).load()

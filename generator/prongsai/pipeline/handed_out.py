"""Files handed out with the site: where they are, the submission sheet of a year, and what the handover says."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from prongsai import __version__
from prongsai.disk.refusals import Refusal, refusal_of
from prongsai.exports.oit_sheet import OitRows, export_csv, export_xlsx, word_rows
from prongsai.ledger.load_ledger import find_newest_snapshot
from prongsai.links.seen import Grade, grade_of
from prongsai.model.reports import round_end, rounds_of
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.pipeline.backup.make_backup import name_target
from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.evidence.check_links import find_links
from prongsai.pipeline.submissions.guard import guarded_years
from prongsai.problems import Problem
from prongsai.submissions.check import word_day
from prongsai.submissions.keep import load_submissions
from prongsai.thai.dates import BuddhistDate, fiscal_year_of, parse_date
from prongsai.views.handover import Handover, OpenYear
from prongsai.views.oit.answers import answers_of
from prongsai.web import host_of, without_login
from prongsai.wording import Severity, severity_of

_ENDING = "-handed-out"


def handed_out_folder(root: Path) -> Path:
    """The folder next to the site, or next to the outermost repository around it, named after that; not made here.

    Of several sites in one repository each has a folder of its own in it.

    Outside the site's folder and outside the repository that keeps it: it is never published, never committed, and
    neither `git clean` nor `make clean` takes it away.
    """
    site = root.resolve()
    kept = [folder for folder in (site, *site.parents) if (folder / ".git").exists()]
    outermost = kept[-1] if kept else site
    if outermost == outermost.parent:  # a whole disk is the site: nothing is next to it
        return Path.home() / f"prongsai{_ENDING}"
    return outermost.parent / f"{outermost.name}{_ENDING}" / site.relative_to(outermost)


_OF_THE_DISK = {Refusal.FULL, Refusal.READ_ONLY, Refusal.TOO_LONG, Refusal.BROKEN}  # no program holds the file


@dataclass(frozen=True)
class Exported:
    """The files that were written, and the rows that are in them."""

    paths: tuple[Path, ...]
    rows: OitRows


class RegisterMissingError(Exception):
    """The year has no register of answers; `years` are those that have one (Buddhist Era)."""

    def __init__(self, years: tuple[int, ...]) -> None:
        super().__init__(str(years))
        self.years = years


class AddressUnknownError(Exception):
    """Links lead to pages of this site, of which nobody said where it will be; `codes` are their items."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(" ".join(codes))
        self.codes = codes


class FileLockedError(Exception):
    """A file cannot be written where it should be: another program keeps it, or nobody may write there."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def export_oit_folder(checked: Checked, year: int, folder: Path) -> Exported:
    """Write `oit-{year}.xlsx` and `oit-{year}.csv` of a year (Buddhist Era) into `folder`; both or none.

    Raises RegisterMissingError, AddressUnknownError and FileLockedError, and CellTooLongError of the sheet.
    """
    results = checked.results
    years = tuple(number for number, result in results.years.items() if result.year.register is not None)
    if year not in years:
        raise RegisterMissingError(years)
    rows = word_rows(results, year, checked.problems)
    inside = tuple(row.item.code for row in rows.rows if any(link.internal for link in row.links))
    if inside and results.site.options.site_url is None:
        raise AddressUnknownError(inside)
    files = {
        folder / f"oit-{year}.xlsx": export_xlsx(rows, known(results.site.in_year(year).agency.name) or ""),
        folder / f"oit-{year}.csv": export_csv(rows),
    }
    hand_out(files)
    return Exported(tuple(files), rows)


def hand_out(files: Mapping[Path, bytes]) -> None:
    """Write files for other programs; raises FileLockedError, before anything is written, where one is open there."""
    for path in files:
        _refuse_locked(path)
    for path, data in files.items():
        try:
            write_file(path, data)
        except OSError as failure:
            if refusal_of(failure) in _OF_THE_DISK:
                raise
            raise FileLockedError(path) from failure


def _refuse_locked(path: Path) -> None:
    """Ask before anything is written: a program that shows the file may keep others from writing it."""
    try:
        with path.open("r+b"):
            pass
    except FileNotFoundError:
        pass
    except OSError as failure:
        raise FileLockedError(path) from failure


def read_handover(root: Path, day: BuddhistDate, count: Callable[[Sequence[Problem]], str]) -> Handover:
    """Everything that whoever takes the site in `root` over on `day` needs to know, also of data with errors.

    `count` words how many problems there are.
    """
    checked, last = check_folder(root, for_officer=True), read_target(root)
    site, newest = checked.results.site, find_newest_snapshot(root)[:10]
    links = find_links(site)
    states = [row.state for row in checked.ledger.rows]
    return Handover(
        agency=known(site.agency.name) or site.options.title,
        day=str(day),
        version=__version__,
        site_url=without_login(site.options.site_url or ""),
        published_on=_say_day(max(newest, last.day if last else "")),
        published_by=last.version if last else "",
        target=last.place if last else "",
        backup=last.backup if last else "",
        backup_folder=name_target(handed_out_folder(root)),
        units=tuple(unit.name for unit in site.agency.units.values() if not (unit.group or unit.last)),
        fiscal_year=fiscal_year_of(day.year, day.month),
        years=tuple(_open_year(checked, number, day) for number in sorted(checked.results.years, reverse=True)),
        broken=tuple(
            _name_link(link.uses[0].item, link.uses[0].year, link.url) for link in links if _fails(checked, link.url)
        ),
        links=len(links),
        problems=_places(checked),
        counted=count(checked.problems),
        addresses=len(states),
        redirected=states.count("redirect"),
        withdrawn=states.count("withdrawn"),
        submitted=tuple(
            (year, word_day(one.day)) for year, one in guarded_years(checked.results, load_submissions(root))
        ),
    )


def _open_year(checked: Checked, number: int, day: BuddhistDate) -> OpenYear:
    year = checked.results.years[number].year
    items = answers_of(checked.results, number, checked.problems).items
    measures = year.listed_measures
    unreported = tuple(one.measure.id for one in year.measure_facts if not one.reports)
    rounds = rounds_of(year.reports)
    over = [months for months in rounds if round_end(months, number) < day]
    due = [(int(months), _without_round(year, rounds[rounds.index(months) :], unreported)) for months in over]
    coming = next((months for months in rounds if months not in over), None)
    return OpenYear(
        year=number,
        measures=len(measures),
        items_open=tuple(item.code for item in items if item.state == "open"),
        items_lacking=tuple(item.code for item in items if item.state == "lacking"),
        unreported=unreported if over else (),
        due=tuple((months, names) for months, names in due if names),
        coming=(int(coming), str(round_end(coming, number))) if coming and measures else None,
        has_register=year.register is not None,
    )


def _say_day(text: str) -> str:
    day = parse_date(text)
    return str(day) if day else text


def _without_round(year: FiscalYear, enough: Sequence[str], unreported: tuple[str, ...]) -> tuple[str, ...]:
    """The measures with reports, but none of this round or a later one; one without a round is of the whole year."""
    reported = (one for one in year.measure_facts if one.measure.id not in unreported)
    told = ((one.measure.id, {report.months for report in one.reports}) for one in reported)
    return tuple(measure for measure, rounds in told if not rounds & {*enough, None})


def _fails(checked: Checked, url: str) -> bool:
    row = checked.links.rows.get(url)
    return row is not None and grade_of(row.state) is Grade.BROKEN


def _name_link(item: str, year: int, url: str) -> str:
    """A link by its item and its host: the rest of an address may hold a key or a name."""
    return f"{item}/{year} ({host_of(url)})"


def _places(checked: Checked) -> tuple[str, ...]:
    """The places of the problems, errors first; of attachments only the folder, since names may be of persons."""
    order = {severity: place for place, severity in enumerate(Severity)}
    found = sorted(checked.problems, key=lambda one: (order[severity_of(one.code)], one.order))
    shown = (("content/" if one.where.file.startswith("content/") else str(one.where), one.code) for one in found)
    return tuple(dict.fromkeys(f"{place} [{code}]" for place, code in shown))


_RECORD = ".prongsai/last-target.json"


@dataclass(frozen=True)
class LastTarget:
    """The folder of the last publication as it may be handed on, its day (Buddhist Era) and the newest backup."""

    place: str
    day: str
    version: str
    backup: str = ""


def read_target(root: Path) -> LastTarget | None:
    """The content kept below `root`; None where nothing is, or it cannot be read."""
    try:
        stored = json.loads((root / _RECORD).read_text(encoding="utf-8"))
        return LastTarget(**{name: str(stored[name]) for name in ("place", "day", "version", "backup")})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_remembered(root: Path, target: LastTarget) -> bool:
    """True if just this is kept already, but for the day: a day on which nothing was published is none."""
    last = read_target(root)
    return last is not None and replace(last, day=target.day) == target


def remember_target(root: Path, target: LastTarget) -> None:
    """Keep it for the next time."""
    write_file(root / _RECORD, (json.dumps(asdict(target), ensure_ascii=False) + "\n").encode())

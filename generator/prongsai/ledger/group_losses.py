"""Group what would be lost by its one cause, so that each group is one problem and one command settles it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from prongsai.addresses import KINDS, Subject, file_of, subject_of
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.renames import Contents, common_target, find_renames, is_hand_made
from prongsai.ledger.rows import Ledger, Row

_COUNTED = re.compile(r"-[0-9]+$")  # a second thing of one name, as the report of another round


def owning_page(row: Row, pages: Mapping[tuple[str, str], str]) -> str:
    """The lost page that an address goes with, though it is elsewhere; empty when there is none.

    That is where a page is listed (`/2565/measures/#m04` and `/2565/follow-up/#m04-12` besides
    `/2565/measures/m04/`) and what a whole year has outside of its folder (`/data/2565/`, `/methodology/2565/`,
    `/measures/#y2565`), the picture of a measure or a year (`/share/2565/m04.png`), and the feeds and the calendar of
    a unit. `pages` are by `name_of`.
    """
    subject = subject_of(row.page)
    if subject.kind in _OF_A_UNIT:
        return pages.get(("units", subject.key.partition("/")[0]), "")
    if subject.kind == "measure-picture":
        return pages.get((str(subject.year), subject.key), "")
    for name in (row.fragment, _COUNTED.sub("", row.fragment)):
        if name and (page := pages.get((row.page.split("/")[1], name))):
            return page
    is_elsewhere = subject.year is not None and not KINDS[subject.kind].in_year
    year = str(subject.year) if is_elsewhere else row.fragment.removeprefix("y")
    return pages.get((year, year), "")


def name_of(path: str) -> tuple[str, str]:
    """The name of an address: its first and its last step, as (`2565`, `m04`)."""
    steps = path.strip("/").split("/")
    return steps[0], steps[-1]


_OF_A_UNIT = {"unit-feed", "unit-calendar"}
# Gone by an entry of their own, or with the page that they show.
_OF_ITS_OWN = {"measure", "unit", "measure-picture"}
# What is on the page of a section for another reason is no sign that its file was there.
_SIGNS = {
    **dict.fromkeys(("year-links", "links-data", "measures", "measure", "memo", "questions"), ".*"),
    "oit": "#(?:items|readiness)",
    "scores": "#(?!comparison|questions).*",
    "analysis": "#(?!zero-items).*",
    "follow-up": "#(?!by-unit|timeline).*",
}


def find_causes(lost: Collection[Row], years: Collection[str], gaps: Collection[str]) -> tuple[str, ...]:
    """The causes by path: whole `years` (`/2564/`), and of the `gaps` (`/2567/oit/`) those that lose their own.

    Where a whole year is gone, parts of pages that stay are no sign of another file: they may have spoken of it.
    """
    signs = {_sign_of(row.path) for row in lost if not (years and row.fragment)}
    return tuple(sorted({*years, *(gap for gap in gaps if gap in signs and f"/{gap[1:5]}/" not in years)}))


def _sign_of(path: str) -> str:
    """The section whose file alone gives an address, and so was there once; empty where others may give it."""
    subject, fragment = subject_of(path), "".join(path.partition("#")[1:])
    is_sign = subject.kind in _SIGNS and re.fullmatch(_SIGNS[subject.kind], fragment)
    return Subject(file_of(subject), subject.year).path if is_sign else ""


def cause_of(row: Row, causes: Collection[str]) -> str:
    """The cause of a lost address, empty where none is plain.

    It is below its cause or is of the same year. What is on pages that stay, or across the years, goes with the
    cause that gives such things, or else with the first: everything else is still there.
    """
    if below := next((one for one in causes if row.path.startswith(one)), ""):
        return below
    if (subject_of(row.page).kind in _OF_ITS_OWN and not row.fragment) or is_hand_made(row.path):
        return ""
    year = _year_of(row)
    of_year = [one for one in causes if one[1:5] == year]
    return _fitting(row, of_year or (causes if row.fragment or not year else ()))


def _fitting(row: Row, causes: Collection[str]) -> str:
    section = "questions" if row.fragment == "past-questions" else file_of(subject_of(row.page))
    return next((one for one in causes if section and one.endswith(f"/{section}/")), next(iter(causes), ""))


def _year_of(row: Row) -> str:
    of_year = re.fullmatch("y([0-9]{4})", row.fragment)
    return str(subject_of(row.page).year or (of_year[1] if of_year else ""))


@dataclass(frozen=True)
class Lost:
    """Addresses lost together: a page with its fragments, all that one file or folder gave, a file, or a fragment.

    Whoever decides over `path` and what is `beside` it decides over all `rows`. The page at `path` may stay while
    what was below it is lost. `to` is the new address, where it was only renamed or moved.
    """

    path: str
    rows: tuple[Row, ...]
    to: str = ""
    beside: tuple[str, ...] = ()

    @property
    def row(self) -> Row:
        """The row that a problem points at."""
        return next((row for row in self.rows if row.path == self.path), self.rows[0])

    @property
    def is_prefix(self) -> bool:
        """True if several pages or files would be lost."""
        return len({row.page for row in self.rows if not row.fragment}) > 1

    @property
    def path_stays(self) -> bool:
        """True if the page stays of which parts would be lost."""
        return all(row.path != self.path for row in self.rows)


@dataclass
class _Owners:
    """The group of each lost row."""

    ledger: Ledger
    renames: Mapping[str, str]
    causes: tuple[str, ...]
    prefixes: Mapping[str, str]
    pages: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def place_page(self, row: Row) -> None:
        """Find the group of a page or file: the rename, the cause, or the folder of which nothing is left."""
        prefix = self.prefixes.get(row.path, row.path)
        group = prefix if row.path in self.renames else cause_of(row, self.causes) or prefix
        self.pages[row.path] = self.names[name_of(row.path)] = group

    def owner_of(self, row: Row) -> str:
        """The group of any row; pages were placed before."""
        if row.path in self.renames:
            return row.path if row.fragment else self.pages[row.path]
        if row.path.startswith(self.causes):
            return cause_of(row, self.causes)
        own = owning_page(row, self.names) or self.pages.get(row.page, "")
        return own or cause_of(row, self.causes) or row.page


def group_losses(rows: tuple[Row, ...], ledger: Ledger, addresses: Addresses, contents: Contents) -> tuple[Lost, ...]:
    """The lost rows in groups, in the order of their paths."""
    pages = [row.path for row in rows if not row.fragment]
    prefixes = _prefix_of_each(pages, ledger)
    years = {prefix for prefix in prefixes.values() if subject_of(prefix).kind == "year" and prefix in pages}
    causes = find_causes(rows, years, addresses.gaps)
    renames = find_renames((row.path for row in rows if not row.path.startswith(causes)), ledger, addresses, contents)
    moved = _moved_prefixes(prefixes, renames, addresses.declared)
    owners = _Owners(ledger, renames, causes, _without_renames(pages, ledger, renames, moved))
    for row in rows:
        if not row.fragment:
            owners.place_page(row)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(owners.owner_of(row), []).append(row)
    return _together(_group(path, members, {**renames, **moved}) for path, members in sorted(groups.items()))


def _group(path: str, members: list[Row], renames: Mapping[str, str]) -> Lost:
    """A group; what is lost alone is called by its own name, and so is what is nowhere below its cause."""
    alone = members[0].path if len(members) == 1 else path
    if not any(row.path.startswith(alone) for row in members):
        alone = min((row.path for row in members), key=lambda one: ("#" in one, not one.endswith("/"), one))
    return Lost(alone, tuple(members), renames.get(alone, ""))


def _together(groups: Iterable[Lost]) -> tuple[Lost, ...]:
    """The notes of all years are one switch of the site: whoever closes them loses them together."""
    found = list(groups)
    notes = [one for one in found if subject_of(one.path).kind == "notes" and "#" not in one.path]
    if len(notes) < 2:
        return tuple(found)
    rows = tuple(row for one in notes for row in one.rows)
    joined = Lost(notes[0].path, rows, beside=tuple(one.path for one in notes[1:]))
    return tuple(joined if one is notes[0] else one for one in found if one not in notes[1:])


def _moved_prefixes(
    prefixes: Mapping[str, str], renames: Mapping[str, str], declared: frozenset[str]
) -> dict[str, str]:
    """The folders of which everything moved to one other folder, with that one."""
    below: dict[str, list[str]] = {}
    for path, prefix in prefixes.items():
        below.setdefault(prefix, []).append(path)
    several = ((prefix, members) for prefix, members in below.items() if len(members) > 1)
    targets = {prefix: common_target(prefix, members, renames, declared) for prefix, members in several}
    return {prefix: to for prefix, to in targets.items() if to}


def _without_renames(
    pages: list[str], ledger: Ledger, renames: Mapping[str, str], moved: Mapping[str, str]
) -> dict[str, str]:
    """The prefix of each lost page; one that was renamed stands for itself, unless its whole folder moved."""
    prefixes = _prefix_of_each(pages, ledger)
    alone = [path for path in pages if path in renames and prefixes[path] not in moved]
    rest = _prefix_of_each([path for path in pages if path not in alone], ledger, frozenset(alone))
    return {**rest, **{path: path for path in alone}}


def _prefix_of_each(lost: list[str], ledger: Ledger, aside: frozenset[str] = frozenset()) -> dict[str, str]:
    """For each lost page the highest prefix below which every live page is lost, or its own path.

    The page at the prefix itself may stay. Pages `aside` count as not there.
    """
    live = [row.path for row in ledger.rows if not row.fragment and row.state == "live" and row.path not in aside]
    gone = set(lost)
    stay = {path for path in live if path not in gone}
    all_below = Counter(prefix for path in live for prefix in _prefixes(path) if path in gone or path != prefix)
    lost_below = Counter(prefix for path in lost for prefix in _prefixes(path))
    fitting = {one for one, count in lost_below.items() if all_below[one] == count > 1}
    return {path: next((one for one in _prefixes(path) if one in fitting), path) for path in lost if path not in stay}


def _prefixes(path: str) -> list[str]:
    """The folders that an address is in, the highest first, without the root."""
    steps = path.strip("/").split("/")
    whole = len(steps) if path.endswith("/") else len(steps) - 1
    return [f"/{'/'.join(steps[:count])}/" for count in range(1, whole + 1) if steps[0]]

"""Check the links of a site: collect what the registers name, ask it, remember it, and give what each item shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.links.memory import LinkHistory
from prongsai.links.run import Outcome, Settings, Tell, run_checks
from prongsai.links.seen import Expected, Grade, grade_of
from prongsai.model.oit import Answer
from prongsai.model.reports import results_of
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.views.measures.attached import attachment_rows

REPORT, ATTACHED = "รายงานผล", "เอกสารแนบ"  # where others have the code of an item


@dataclass(frozen=True)
class Use:
    """A use of a link: the item of a year (Buddhist Era), the unit that answers for it and the link's title.

    A link of a report or an attachment has the name of that where others have the item.
    """

    year: int
    item: str
    unit: str
    title: str

    @property
    def is_of_item(self) -> bool:
        """True if it answers an item."""
        return not self.item.startswith((REPORT, ATTACHED))


@dataclass(frozen=True)
class Linked:
    """One link of the registers with all its uses; `due` are the fiscal years that its content must speak of."""

    url: str
    uses: tuple[Use, ...]
    due: tuple[int, ...]

    @property
    def expected(self) -> Expected:
        """The link as it is asked."""
        return Expected(self.url, self.due, tuple(dict.fromkeys(use.title for use in self.uses if use.title)))


@dataclass(frozen=True)
class LinksChecked:
    """The links with what is remembered of each, and what the run says of itself."""

    links: tuple[Linked, ...]
    outcome: Outcome

    def rows(self) -> Iterator[tuple[Linked, LinkHistory | None]]:
        """Every link with its row, None where there is no result yet."""
        for link in self.links:
            yield link, self.outcome.memory.rows.get(link.url)

    @property
    def broken(self) -> int:
        """The number of broken links."""
        return sum(row is not None and grade_of(row.state) is Grade.BROKEN for _, row in self.rows())


def find_links(site: Site, only_year: int | None = None) -> tuple[Linked, ...]:
    """Every web address that a register, a report or an attachment gives, once, in the order of the addresses."""
    uses: dict[str, list[Use]] = {}
    due: dict[str, set[int]] = {}
    for year in site.years:
        if only_year not in {None, year.year}:
            continue
        for url, use in _of_measures(year):
            uses.setdefault(url, []).append(use)
        for code, answer in year.register.items.items() if year.register else ():
            for url, title in _addresses(answer):
                uses.setdefault(url, []).append(Use(year.year, code, _unit_name(site, answer), title))
                if (needed := due_year(year, code)) is not None:
                    due.setdefault(url, set()).add(needed)
    return tuple(Linked(url, tuple(uses[url]), tuple(sorted(due.get(url, ())))) for url in sorted(uses))


def _of_measures(year: FiscalYear) -> Iterator[tuple[str, Use]]:
    """The addresses that the reports and the attachments of a year give."""
    for report in year.reports:
        name = f"{REPORT} {report.measure}" if report.measure else REPORT
        yield from ((one.url, Use(year.year, name, "", one.title or "")) for one in results_of(report) if one.url)
    for row in attachment_rows(year):
        if row.of.url:
            yield row.of.url, Use(year.year, ATTACHED, "", row.of.title)


def due_year(year: FiscalYear, code: str) -> int | None:
    """The fiscal year of which an item must speak by the edition, else the one that its answer states."""
    item, answer = year.edition.items.get(code), year.register.items.get(code) if year.register else None
    if item is not None and item.year_offset is not None:
        return year.year + item.year_offset
    return known(answer.fiscal_year) if answer else None


def _addresses(answer: Answer) -> Iterator[tuple[str, str]]:
    for link in answer.links:
        if url := known(link.url):
            yield url, link.title or ""


def _unit_name(site: Site, answer: Answer) -> str:
    return ", ".join(name for _, name in site.units_named(answer.unit))


def merge_links(links: Iterable[Linked], further: Iterable[Linked]) -> tuple[Linked, ...]:
    """Links with further ones; a use of an item that is known already is not named twice."""
    found = {link.url: link for link in links}
    for link in further:
        before = found.get(link.url, Linked(link.url, (), ()))
        known = {(use.year, use.item) for use in before.uses}
        new = tuple(use for use in link.uses if (use.year, use.item) not in known)
        found[link.url] = replace(before, uses=(*before.uses, *new))
    return tuple(found[url] for url in sorted(found))


def check_links(
    root: Path,
    site: Site,
    day: str,
    settings: Settings,
    tell: Tell,
    only_year: int | None = None,
    further: Iterable[Linked] = (),
) -> LinksChecked:
    """Ask every link of the registers and remember the results in `site_config/links.csv`.

    `further` are links that are asked with them, such as those that were submitted.
    """
    links = merge_links(find_links(site, only_year), further)
    outcome = run_checks(root, [link.expected for link in links], day, settings, tell)
    return LinksChecked(links, outcome)

"""Freeze: record what every submitted link of a year shows, as a pack of evidence and as hashes in the repository."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from prongsai import __version__
from prongsai.exports.evidence import EvidenceLink, EvidencePack, EvidenceUse
from prongsai.links.frozen import Frozen, write_frozen
from prongsai.links.keep_frozen import FROZEN, name_pack, name_record
from prongsai.model.stated import known
from prongsai.pipeline.check import Checked
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.evidence.check_links import due_year
from prongsai.pipeline.evidence.save import Copies, Freezing, Saver, Submitted, write_pack
from prongsai.thai.dates import format_day
from prongsai.views.oit.answers import Answers, answers_of

WORK = ".prongsai"


class NothingToFreezeError(Exception):
    """No answer of the year has a link."""


class SiteMissingError(Exception):
    """Answers name pages or files of the site, but its folder holds no built site."""


class OutsideOnlyError(Exception):
    """The pack would be in the site, which is published, or among its sources."""


@dataclass(frozen=True)
class FrozenPack:
    """The result of freezing."""

    frozen: Frozen
    evidence: EvidencePack
    pack: Path
    record: Path


def freeze_links(checked: Checked, year: int, freezing: Freezing) -> FrozenPack:
    """Freeze the links of a year (Buddhist Era): write the pack, and then the record with its hashes.

    Raises NothingToFreezeError, SiteMissingError, OutsideOnlyError and OfflineError before anything is written.
    """
    answers = answers_of(checked.results, year, checked.problems)
    submitted = _submitted(checked, answers)
    if not submitted:
        raise NothingToFreezeError
    if any(link.is_own for link in submitted) and not (freezing.site / "404.html").is_file():
        raise SiteMissingError(str(freezing.site))
    _refuse_inside(checked.root, freezing)
    freezing.out.mkdir(parents=True, exist_ok=True)
    start = freezing.clock()
    day = freezing.day or format_day(start.date())
    name = name_record(checked.root, year, day, freezing.out)
    (checked.root / WORK).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="freeze-", dir=checked.root / WORK) as folder:
        saver = Saver(Copies(Path(folder)), freezing, _site_url(checked), len(submitted))
        links = saver.save_all(submitted)
        evidence = _evidence(checked, answers, links, name, day, bool(freezing.day))
        target = freezing.out / name_pack(name)
        pack = write_pack(target, evidence, saver.copies, start)
    frozen = Frozen(year, day, pack, tuple(link.frozen for link in links))
    record = checked.root / FROZEN / f"{name}.json"
    with freezing.hold():
        write_file(record, write_frozen(frozen).encode())
    return FrozenPack(frozen, evidence, target, record)


def _refuse_inside(root: Path, freezing: Freezing) -> None:
    own = (freezing.site, root / "content", root / "data", root / "site_config", root / "theme", root / WORK)
    if any(freezing.out.is_relative_to(folder) for folder in own):
        raise OutsideOnlyError(str(freezing.out))


def _site_url(checked: Checked) -> str:
    return (checked.results.site.options.site_url or "").rstrip("/")


def _submitted(checked: Checked, answers: Answers) -> list[Submitted]:
    """Every link of the answers once, in the order of the items."""
    found: dict[str, Submitted] = {}
    own = checked.results.years[answers.year].year
    for item in answers.items:
        for link in item.links:
            if not link.href:
                continue
            one = found.setdefault(link.href, Submitted(link.href, len(found) + 1))
            title = "" if link.title == link.href else link.title
            one.uses.append(EvidenceUse(item.code, item.title, title, item.unit))
            if (due := due_year(own, item.code)) is not None:
                one.due.add(due)
    return list(found.values())


def _evidence(
    checked: Checked, answers: Answers, links: list[EvidenceLink], name: str, day: str, day_given: bool
) -> EvidencePack:
    site = checked.results.site
    return EvidencePack(
        name=name,
        record=f"{FROZEN}/{name}.json",
        agency=known(site.agency.name) or site.options.title,
        site_url=site.options.site_url or "",
        year=answers.year,
        day=day,
        day_given=day_given,
        version=__version__,
        links=tuple(links),
        without=tuple((item.code, item.title) for item in answers.items if not any(link.href for link in item.links)),
    )

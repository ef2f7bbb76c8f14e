"""Freeze: record what every submitted link of a year shows, as a pack of evidence and as hashes in the repository."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from prongsai import __version__
from prongsai.exports.evidence import Evidence, EvidenceLink, EvidenceUse
from prongsai.links.copy_name import copy_ending
from prongsai.links.days import format_day
from prongsai.links.frozen import Frozen, FrozenLink, write_frozen
from prongsai.links.keep_frozen import FROZEN, name_pack, name_record
from prongsai.links.kinds import kind_of
from prongsai.links.page_text import digest_text, has_fragment, read_article
from prongsai.links.save import Asking, save_links
from prongsai.links.seen import Expected, Seen, Verdict
from prongsai.links.states import State
from prongsai.model.stated import known
from prongsai.pipeline.check import Checked
from prongsai.pipeline.check_links import due_year
from prongsai.pipeline.evidence_pack import Copies, write_pack
from prongsai.pipeline.write_files import write_file
from prongsai.views.answers import Answers, answers_of

WORK = ".prongsai"
_BOM = b"\xef\xbb\xbf"  # without it, browsers and Notepad may take Thai in a text file for another encoding
_SECRET = {"set-cookie"}
Tell = Callable[[int, int, str], None]  # how many are done, of how many, and the address


class NothingToFreezeError(Exception):
    """No answer of the year has a link."""


class SiteMissingError(Exception):
    """Answers name pages or files of the site, but its folder holds no built site."""


class OutsideOnlyError(Exception):
    """The pack would lie in the site, which is published, or among its sources."""


@dataclass(frozen=True)
class Freezing:
    """How a year is frozen: the built site, where the pack goes, how links are asked, and the clock of Thailand.

    `day` (`2569-11-21`) is given by whoever asks for the pack, empty for the day of the clock.
    """

    site: Path
    out: Path
    asking: Asking
    clock: Callable[[], datetime]
    day: str = ""
    tell: Tell = lambda *_: None


@dataclass(frozen=True)
class FrozenPack:
    """What freezing left behind."""

    frozen: Frozen
    evidence: Evidence
    pack: Path
    record: Path


@dataclass
class _Submitted:
    """One link with all its uses, and its place in the order of the items."""

    href: str
    number: int
    uses: list[EvidenceUse] = field(default_factory=list)
    due: set[int] = field(default_factory=set)

    @property
    def is_own(self) -> bool:
        return self.href.startswith("/")

    @property
    def is_page(self) -> bool:
        """A page ends with a slash; the name of a file may hold a number sign."""
        return self.href.partition("#")[0].endswith("/")


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
        saver = _Saver(Copies(Path(folder)), freezing, _site_url(checked), len(submitted))
        links = saver.save_all(submitted)
        evidence = _evidence(checked, answers, links, name, day, bool(freezing.day))
        target = freezing.out / name_pack(name)
        pack = write_pack(target, evidence, saver.copies, start)
    frozen = Frozen(year, day, pack, tuple(link.frozen for link in links))
    record = checked.root / FROZEN / f"{name}.json"
    write_file(record, write_frozen(frozen).encode())
    return FrozenPack(frozen, evidence, target, record)


def _refuse_inside(root: Path, freezing: Freezing) -> None:
    own = (freezing.site, root / "content", root / "data", root / "site_config", root / "theme", root / WORK)
    if any(freezing.out.is_relative_to(folder) for folder in own):
        raise OutsideOnlyError(str(freezing.out))


def _site_url(checked: Checked) -> str:
    return (checked.results.site.options.site_url or "").rstrip("/")


def _submitted(checked: Checked, answers: Answers) -> list[_Submitted]:
    """Every link of the answers once, in the order of the items."""
    found: dict[str, _Submitted] = {}
    own = checked.results.years[answers.year].year
    for item in answers.items:
        for link in item.links:
            if not link.href:
                continue
            one = found.setdefault(link.href, _Submitted(link.href, len(found) + 1))
            title = "" if link.title == link.href else link.title
            one.uses.append(EvidenceUse(item.code, item.title, title, item.unit))
            if (due := due_year(own, item.code)) is not None:
                one.due.add(due)
    return list(found.values())


@dataclass
class _Saver:
    """Opens every link, keeps a copy of what it showed, and says what was seen."""

    copies: Copies
    freezing: Freezing
    site_url: str
    total: int
    made: dict[str, EvidenceLink] = field(default_factory=dict)

    def save_all(self, submitted: list[_Submitted]) -> list[EvidenceLink]:
        """All links in their order; the site's own first, then those of the web as they come."""
        for link in submitted:
            if link.is_own:
                self._take(link, self._save_own(link))
        outer = {link.href: link for link in submitted if not link.is_own}
        asked = [Expected(one.href, tuple(sorted(one.due)), _titles(one)) for one in outer.values()]

        def save(seen: Seen, verdict: Verdict) -> None:
            link = outer[seen.url]
            self._take(link, self._save_outer(link, seen, verdict))

        if asked:
            save_links(asked, self.freezing.asking, save)
        return [self.made[link.href] for link in submitted]

    def _take(self, link: _Submitted, made: EvidenceLink) -> None:
        self.made[link.href] = made
        self.freezing.tell(len(self.made), self.total, link.href)

    def _save_own(self, link: _Submitted) -> EvidenceLink:
        path, mark, fragment = link.href.partition("#") if link.is_page else (link.href, "", "")
        place = self.freezing.site / path.lstrip("/")
        frozen = FrozenLink(
            href=link.href,
            items=_items(link),
            place="page" if link.is_page else "file",
            state=State.NOT_FOUND,
            seen=self._now(),
            final=f"{self.site_url}{path}{mark}{fragment}" if self.site_url else link.href,
        )
        try:
            body = (place / "index.html" if link.is_page else place).read_bytes()
        except OSError:
            return EvidenceLink(frozen, tuple(link.uses))
        frozen = self._with_copy(replace(frozen, state=State.FINE), link, body)
        if not link.is_page:
            return EvidenceLink(frozen, tuple(link.uses))
        html = body.decode(errors="replace")
        text = read_article(html)
        missing = fragment if fragment and not has_fragment(html, fragment) else ""
        frozen = replace(frozen, text_sha256=digest_text(text))
        return EvidenceLink(frozen, tuple(link.uses), text=self._save_text(link, text), fragment_missing=missing)

    def _save_outer(self, link: _Submitted, seen: Seen, verdict: Verdict) -> EvidenceLink:
        headers = {name: value for name, value in seen.headers.items() if name not in _SECRET}
        frozen = FrozenLink(
            href=link.href,
            items=_items(link),
            place="web",
            state=verdict.state,
            seen=self._now(),
            final=seen.final,
            status=seen.status,
            media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
            etag=verdict.etag,
            complete=bool(seen.sha256) or not seen.body,
        )
        if seen.body:
            frozen = self._with_copy(frozen, link, seen.body)
        content = seen.content
        text = self._save_text(link, content.text) if content and content.text else ""
        hops = tuple(hop.to for hop in seen.hops)
        title = content.title if content else ""
        return EvidenceLink(frozen, tuple(link.uses), verdict.values, headers, hops, title, text)

    def _with_copy(self, frozen: FrozenLink, link: _Submitted, body: bytes) -> FrozenLink:
        media_type = frozen.media_type or ("text/html" if kind_of(body[:2048]) == "html" else "")
        name = f"copies/{link.number:03d}{copy_ending(body, link.href, media_type)}"
        return replace(frozen, copy=name, size=len(body), sha256=self.copies.save(name, body))

    def _save_text(self, link: _Submitted, text: str) -> str:
        name = f"texts/{link.number:03d}.txt"
        self.copies.save(name, _BOM + f"{text}\n".encode(errors="replace"))
        return name

    def _now(self) -> str:
        now = self.freezing.clock()
        return f"{format_day(now.date())} {now:%H:%M:%S}"


def _items(link: _Submitted) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.item for use in link.uses))


def _titles(link: _Submitted) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.title for use in link.uses if use.title))


def _evidence(
    checked: Checked, answers: Answers, links: list[EvidenceLink], name: str, day: str, day_given: bool
) -> Evidence:
    site = checked.results.site
    return Evidence(
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

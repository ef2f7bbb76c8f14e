"""Opens every submitted link, on disk or on the web, and keeps a copy of what it showed."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from prongsai import addresses
from prongsai.exports.evidence import (
    INDEX,
    MANIFEST,
    SUMS,
    EvidenceLink,
    EvidencePack,
    EvidenceUse,
    export_index,
    export_manifest,
    export_sums,
)
from prongsai.links.frozen import FrozenLink, Pack
from prongsai.links.kinds import copy_ending, kind_of
from prongsai.links.page_text import digest_text, has_fragment, read_article
from prongsai.links.save import Asking, save_links
from prongsai.links.seen import Expected, Seen, State, Verdict
from prongsai.pipeline.zip_member import add_file
from prongsai.thai.dates import format_day


@dataclass
class Copies:
    """The saved copies of a run in our folder, by their names in the pack, with their hashes."""

    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)

    def save(self, name: str, data: bytes) -> str:
        """Keep one file; its hash."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.hashes[name] = hashlib.sha256(data).hexdigest()
        return self.hashes[name]


def write_pack(target: Path, evidence: EvidencePack, copies: Copies, when: datetime) -> Pack:
    """Write the pack as `target`, whole or not at all; every file in it bears the time `when`."""
    copies.save(INDEX, export_index(evidence).encode())
    copies.save(MANIFEST, export_manifest(evidence).encode())
    names = sorted(copies.hashes)
    sums = export_sums({name: copies.hashes[name] for name in names})
    (copies.folder / SUMS).write_bytes(sums.encode())
    beside = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(beside, "w") as pack:
            for name in (INDEX, SUMS, *(name for name in names if name != INDEX)):
                add_file(pack, f"{target.stem}/{name}", copies.folder / name, when.timetuple()[:6])
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return Pack(target.name, _hash(target), target.stat().st_size, hashlib.sha256(sums.encode()).hexdigest())


def _hash(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


_BOM = b"\xef\xbb\xbf"  # without it, browsers and Notepad may take Thai in a text file for another encoding
_SECRET = {"set-cookie"}
Tell = Callable[[int, int, str], None]  # how many are done, of how many, and the address


@dataclass(frozen=True)
class Freezing:
    """The settings for freezing a year: the built site, the pack's place, how links are asked, and Thailand's clock.

    `day` (`2569-11-21`) is given by whoever asks for the pack, empty for the day of the clock. What `hold` gives is
    held while the record is written, and no longer: opening all links takes long.
    """

    site: Path
    out: Path
    asking: Asking
    clock: Callable[[], datetime]
    day: str = ""
    tell: Tell = lambda *_: None
    hold: Callable[[], AbstractContextManager[None]] = nullcontext


@dataclass
class Submitted:
    """One link with all its uses, and its place in the order of the items."""

    href: str
    number: int
    uses: list[EvidenceUse] = field(default_factory=list)
    due: set[int] = field(default_factory=set)

    @property
    def is_own(self) -> bool:
        """True if it is a page or file of this site."""
        return self.href.startswith("/")

    @property
    def is_page(self) -> bool:
        """A page ends with a slash; the name of a file may hold a number sign."""
        return self.href.partition("#")[0].endswith("/")


@dataclass
class Saver:
    """Opens every link, keeps a copy of what it showed, and says what was seen."""

    copies: Copies
    freezing: Freezing
    site_url: str
    total: int
    made: dict[str, EvidenceLink] = field(default_factory=dict)

    def save_all(self, submitted: list[Submitted]) -> list[EvidenceLink]:
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

    def _take(self, link: Submitted, made: EvidenceLink) -> None:
        self.made[link.href] = made
        self.freezing.tell(len(self.made), self.total, link.href)

    def _save_own(self, link: Submitted) -> EvidenceLink:
        path, mark, fragment = link.href.partition("#") if link.is_page else (link.href, "", "")
        place = self.freezing.site / addresses.content_name(path)
        frozen = FrozenLink(
            href=link.href,
            items=_items(link),
            place="page" if link.is_page else "file",
            state=State.NOT_FOUND,
            seen=self._now(),
            final=f"{self.site_url}{path}{mark}{fragment}" if self.site_url else link.href,
        )
        body = self._read(place / "index.html" if link.is_page else place)
        if body is None:
            return EvidenceLink(frozen, tuple(link.uses))
        frozen = self._with_copy(replace(frozen, state=State.FINE), link, body)
        if not link.is_page:
            return EvidenceLink(frozen, tuple(link.uses))
        html = body.decode(errors="replace")
        text = read_article(html)
        missing = fragment if fragment and not has_fragment(html, fragment) else ""
        frozen = replace(frozen, text_sha256=digest_text(text))
        return EvidenceLink(frozen, tuple(link.uses), text=self._save_text(link, text), fragment_missing=missing)

    def _read(self, place: Path) -> bytes | None:
        """The content of a file of the built site; None for what is not there, or not within the site."""
        try:
            inside = place.resolve().is_relative_to(self.freezing.site.resolve())
            return place.read_bytes() if inside else None
        except OSError:
            return None

    def _save_outer(self, link: Submitted, seen: Seen, verdict: Verdict) -> EvidenceLink:
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

    def _with_copy(self, frozen: FrozenLink, link: Submitted, body: bytes) -> FrozenLink:
        media_type = frozen.media_type or ("text/html" if kind_of(body[:2048]) == "html" else "")
        name = f"copies/{link.number:03d}{copy_ending(body, link.href, media_type)}"
        return replace(frozen, copy=name, size=len(body), sha256=self.copies.save(name, body))

    def _save_text(self, link: Submitted, text: str) -> str:
        name = f"texts/{link.number:03d}.txt"
        self.copies.save(name, _BOM + f"{text}\n".encode(errors="replace"))
        return name

    def _now(self) -> str:
        now = self.freezing.clock()
        return f"{format_day(now.date())} {now:%H:%M:%S}"


def _items(link: Submitted) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.item for use in link.uses))


def _titles(link: Submitted) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.title for use in link.uses if use.title))

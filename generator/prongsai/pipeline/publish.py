"""Publish: build the site into its place, and only then record its addresses and its facts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from prongsai.addresses import FILES, content_name
from prongsai.exports.facts_json import export_facts
from prongsai.ledger.follow_redirects import follow_renamed
from prongsai.ledger.load_ledger import LEDGER, PARTS, SNAPSHOTS, find_newest_snapshot, load_ledger
from prongsai.ledger.rows import Ledger, record_addresses, write_ledger
from prongsai.pipeline.begin_build import could_make_more, inputs_of
from prongsai.pipeline.build import Built, build_folder
from prongsai.pipeline.check import Checked, check_folder, site_now
from prongsai.pipeline.checks.addresses import all_addresses
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.fingerprint import remember, remembered, source_fingerprint
from prongsai.pipeline.submissions.guard import record_seen
from prongsai.pipeline.target.replace_tree import NO_PERMISSION, Permission


def addresses_of(checked: Checked, site: Path) -> frozenset[str]:
    """All addresses of a checked site that was built into `site`: pages, files, and the ids that these promise."""
    return all_addresses(checked.planned, site).declared


RECORDED = ".prongsai/last-publication.json"
STEP = "บันทึกการเผยแพร่"


@dataclass(frozen=True)
class Published:
    """The end of a publication: the build, and what was recorded when the build was good.

    `new` addresses of `known` in all entered the ledger; `snapshot` is the newest one below the site's folder, and
    `is_new` whether this publication wrote it.
    """

    built: Built
    new: int = 0
    known: int = 0
    snapshot: str = ""
    is_new: bool = False


class DayBeforeLastError(Exception):
    """The day of publication is before the one of the newest snapshot, which is the text of the error."""


class NotRecordedError(Exception):
    """The site is in its place, but its addresses or facts could not be recorded."""

    def __init__(self, built: Built, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.built, self.file, self.reason = built, file, reason


def publish_folder(
    root: Path,
    site: Path,
    day: str,
    *,
    site_url: str | None = None,
    permission: Permission = NO_PERMISSION,
    tell: Callable[[str], None] = lambda _step: None,
) -> Published:
    """Publish the site kept in `root` into `site` on `day` (Buddhist Era, `2569-11-21`).

    Interrupted before the end it leaves a site whose addresses the next publication records. Raises what
    `build_folder` raises, DayBeforeLastError before anything is done, and NotRecordedError after the site is there.
    """
    root, site = root.resolve(), site.resolve()
    newest = find_newest_snapshot(root)
    if day < newest[:10]:
        raise DayBeforeLastError(newest[:10])
    inputs = _inputs(root, site_url)
    known, problems = _read_recorded(root, inputs), remembered(root, inputs, site)
    if known and problems is not None and not could_make_more(problems):
        return Published(Built(tuple(problems), done=True, unchanged=True), known=known, snapshot=newest)
    built = build_folder(root, site, site_url=site_url, day=day, permission=permission, tell=tell)
    if not built.done:
        return Published(built)
    tell(STEP)
    try:
        return _record(root, site, day, site_url, built)
    except OSError as failure:
        raise NotRecordedError(built, str(failure.filename or LEDGER), failure.strerror or str(failure)) from failure


def _record(root: Path, site: Path, day: str, site_url: str | None, built: Built) -> Published:
    # None when somebody saved something since: then the next build must not think that there is nothing to do,
    # nor when a row became live again, of which the remembered problems speak.
    problems = remembered(root, _inputs(root, site_url, day), site)
    checked = built.checked or check_folder(root, site_url, day)
    read = load_ledger(root)
    if read.problems:
        raise NotRecordedError(built, LEDGER, "แฟ้มถูกแก้ระหว่างเผยแพร่และมีปัญหา ดูด้วย prongsai check")
    before, after = read.ledger, _record_addresses(root, site, day, checked, read.ledger)
    newest = find_newest_snapshot(root)
    snapshot = _write_snapshot(root, site, day, checked, len(after.rows))
    is_seen = record_seen(site_now(checked), day)  # what is said of a change names the day of its publication
    only_added = all(after.by_path[row.path] == row for row in before.rows)
    moved = any(one.code == "site-moved" for one in built.problems)  # said once: from now on it is at its new place
    if problems is not None and only_added and not moved and not is_seen:
        inputs = _inputs(root, site_url)
        remember(root, inputs, site, tuple(problems))
        _write_recorded(root, inputs, len(after.rows))
    new = len(after.rows) - len(before.rows)
    return Published(built, new, len(after.rows), snapshot, is_new=snapshot != newest)


def _inputs(root: Path, site_url: str | None, day: str = "") -> str:
    return inputs_of(source_fingerprint(root, site_url), root, day)


def _record_addresses(root: Path, site: Path, day: str, checked: Checked, before: Ledger) -> Ledger:
    """Add what is published now to the ledger."""
    renamed = follow_renamed(before, checked.planned.addresses, day)
    after = record_addresses(renamed, addresses_of(checked, site), day)
    if after != before or not (root / LEDGER).is_file():
        write_file(root / LEDGER, write_ledger(after).encode())
    return after


def _write_snapshot(root: Path, site: Path, day: str, checked: Checked, known: int) -> str:
    """Keep the published facts unless the newest snapshot has the same; the name of the newest one.

    The parts that it names are kept first, so that no snapshot ever names one that is not there.
    """
    newest = find_newest_snapshot(root)
    made = export_facts(checked.results, checked.problems, known, day, _attachments(site, checked))
    places = {root / PARTS / f"{name}.json": text for name, text in made.parts.items()}
    for place in (one for one in places if not one.is_file()):
        write_file(place, places[place].encode())
    if newest and _facts_of(_content(root / SNAPSHOTS / newest)) == _facts_of(made.text):
        return newest
    name, number = f"{day}.json", 1
    while (root / SNAPSHOTS / name).exists():
        number += 1
        name = f"{day}-{number}.json"
    write_file(root / SNAPSHOTS / name, made.text.encode())
    return name


def _facts_of(text: str) -> object:
    """The facts of a snapshot besides its day; None when it cannot be read, which is no other snapshot's facts."""
    try:
        facts = json.loads(text)
    except ValueError:
        return None
    return {**facts, "published_on": ""} if isinstance(facts, dict) else None


def _content(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


def _attachments(site: Path, checked: Checked) -> dict[str, str]:
    """The attachments as they are published (`2565/แผน.pdf`), each with its SHA-256."""
    files = (path for path in checked.planned.addresses.declared if path.startswith(FILES) and "#" not in path)
    names = sorted(content_name(path).removeprefix("files/") for path in files)
    places = ((name, site / "files" / name) for name in names)
    return {name: hashlib.sha256(place.read_bytes()).hexdigest() for name, place in places if place.is_file()}


def _read_recorded(root: Path, inputs: str) -> int:
    """The number of addresses in the ledger when just these inputs were recorded; 0 when they never were."""
    try:
        stored = json.loads((root / RECORDED).read_text(encoding="utf-8"))
        return int(stored["known"]) if stored["inputs"] == inputs else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _write_recorded(root: Path, inputs: str, known: int) -> None:
    write_file(root / RECORDED, (json.dumps({"inputs": inputs, "known": known}) + "\n").encode())

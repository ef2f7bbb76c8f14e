"""Put submitted attachments back at their addresses, and note that the agency gives an address up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai import addresses
from prongsai.disk.read import path_inside
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.content.write_files import SET_ASIDE, write_file
from prongsai.pipeline.submissions.current import hash_file
from prongsai.submissions.keep import load_submissions, notes_file, read_kept
from prongsai.submissions.notes import Notes, Release, Zero, write_notes
from prongsai.submissions.record import Submission, SubmittedLink


@dataclass(frozen=True)
class Restored:
    """The attachments of an item: put back, the same already, and those of which no copy is there.

    `aside` are the files that were in the way, below the site's folder as they are now.
    """

    back: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def restore_item(root: Path, submission: Submission, code: str) -> Restored:
    """Write the submitted attachments of an item where they were; what is there now is copied aside first.

    Raises OSError where a place is outside the site.
    """
    item = submission.item(code)
    done = Restored()
    for link in item.links if item else ():
        if link.kind != "file":
            continue
        name = addresses.content_name(link.href)
        current, data = hash_file(root, link.href), read_kept(root, link.kept) if link.kept else None
        if current == link.sha256:
            done = replace(done, same=(*done.same, name))
        elif data is None:
            done = replace(done, lacking=(*done.lacking, name))
        else:
            place = path_inside(root, f"{CONTENT}/{name}")
            aside = (*done.aside, *_set_aside(root, name))
            write_file(place, data)
            done = replace(done, back=(*done.back, name), aside=aside)
    return done


def _set_aside(root: Path, name: str) -> Iterable[str]:
    """Copy what is in the place of an attachment into a new folder that no later run writes into."""
    place = root / CONTENT / name
    if not place.is_file():
        return ()
    number = 1
    while (root / SET_ASIDE / str(number)).exists():
        number += 1
    aside = f"{SET_ASIDE}/{number}/{CONTENT}/{name}"
    write_file(root / aside, place.read_bytes())
    return (aside,)


def restorable(root: Path, link: SubmittedLink) -> bool:
    """True if the submitted bytes of an attachment are at hand and are not those that are there now."""
    is_other = link.kind == "file" and hash_file(root, link.href) != link.sha256
    return is_other and bool(link.kept) and read_kept(root, link.kept) is not None


def release_item(root: Path, year: int, code: str, release: Release) -> None:
    """Note that the addresses of an item are given up, and why."""
    notes = load_submissions(root).notes_of(year)
    _write(root, replace(notes, released={**notes.released, code: release}))


def keep_item(root: Path, year: int, code: str) -> bool:
    """Take such a note back; whether there was one."""
    notes = load_submissions(root).notes_of(year)
    if code not in notes.released:
        return False
    _write(root, replace(notes, released={one: why for one, why in notes.released.items() if one != code}))
    return True


def remember_zeros(root: Path, year: int, zeros: dict[str, Zero], forgotten: Iterable[str] = ()) -> Notes:
    """Add provisional zeros to those of a year, without those to be forgotten; all of them as they are now."""
    before = load_submissions(root).notes_of(year)
    kept = {code: one for code, one in {**before.zeros, **zeros}.items() if code not in set(forgotten)}
    after = replace(before, zeros=kept)
    if after != before:
        _write(root, after)
    return after


def _write(root: Path, notes: Notes) -> None:
    write_file(root / notes_file(notes.year), write_notes(notes).encode())

"""A submission compared with the site as it is now: addresses that are lost or moved, and content that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.rows import Ledger
from prongsai.submissions.record import Submission, SubmittedItem, SubmittedLink
from prongsai.submissions.text_changes import TextChange, compare_texts

What = Literal["lost", "moved", "removed", "file", "page", "answer"]
STOPPING: frozenset[What] = frozenset({"lost", "moved", "removed"})


@dataclass(frozen=True)
class Now:
    """The site as it is, as far as it could be read: None where something was not read whole.

    `items` are the answers as they would be submitted, by their codes; `files` the hash of each submitted attachment,
    empty for one that is gone; `addresses` what exists; `texts` those of submitted pages by their paths, `kept` the
    texts that were submitted, by the names of their copies; `days` the day (`2569-11-21`) since which a path has been
    published as it is.
    """

    items: Mapping[str, SubmittedItem] | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    addresses: Addresses | None = None
    ledger: Ledger = field(default_factory=Ledger)
    texts: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """One difference to what was submitted: of an item, and but for its answer of one of its links.

    `to` is what is at the address or in the answer instead, `day` the publication in which the content changed, empty
    where none did. `changes` are those of a page's text or of an explanation, `answer` is the answer now where that is
    another, `sha256` that of a file now.
    """

    what: What
    item: SubmittedItem
    link: SubmittedLink | None = None
    to: str = ""
    day: str = ""
    changes: tuple[TextChange, ...] = ()
    answer: str = ""
    sha256: str = ""


def compare_submission(submission: Submission, now: Now) -> Iterator[Finding]:
    """All differences, in the order of the items."""
    for item in submission.items:
        for link in item.links:
            found = _lost(item, link, now) or _changed(item, link, now)
            if found:
                yield found
        if (changed := _answer(item, now)) is not None:
            yield changed


def _lost(item: SubmittedItem, link: SubmittedLink, now: Now) -> Finding | None:
    """The address is gone, leads elsewhere, or is none of the answer any more."""
    if link.kind == "file" and now.files.get(link.href, link.sha256) == "":
        return Finding("lost", item, link)
    if link.kind != "web" and now.addresses is not None and not now.addresses.has(link.href):
        row = now.ledger.by_path.get(link.href) or now.ledger.by_path.get(link.path)
        is_moved = row is not None and row.state == "redirect"
        to = now.ledger.target_of(row) if row is not None and is_moved else ""
        return Finding("moved" if is_moved else "lost", item, link, to=to)
    if now.items is None or link.href in _hrefs(now.items.get(item.code)):
        return None
    others = [one for one in _hrefs(now.items.get(item.code)) if one not in _hrefs(item)]
    return Finding("removed", item, link, to=" ".join(others))


def _hrefs(item: SubmittedItem | None) -> tuple[str, ...]:
    return tuple(link.href for link in item.links) if item else ()


def _changed(item: SubmittedItem, link: SubmittedLink, now: Now) -> Finding | None:
    """The content at the address is another one."""
    since = now.days.get(link.path, "")
    if link.kind == "file":
        current = now.files.get(link.href, link.sha256)
        return Finding("file", item, link, day=since, sha256=current) if current != link.sha256 else None
    if link.kind == "page" and link.path in now.texts and link.kept in now.kept:
        changes = compare_texts(now.kept[link.kept], now.texts[link.path])
        return Finding("page", item, link, day=since, changes=changes) if changes else None
    return None


def _answer(item: SubmittedItem, now: Now) -> Finding | None:
    """The answer, its explanation or its links say something else than was submitted."""
    current = now.items.get(item.code) if now.items is not None else None
    if current is None:
        return None
    added = [href for href in _hrefs(current) if href not in _hrefs(item)]
    is_whole = all(href in _hrefs(current) for href in _hrefs(item))  # else the links themselves are reported
    has_same_links = is_whole and not added
    changes = compare_texts(item.explanation, current.explanation) if has_same_links else ()
    answer = current.answer if current.answer != item.answer else ""
    if not (changes or answer or (is_whole and added)):
        return None
    return Finding("answer", item, to=" ".join(added) if is_whole else "", changes=changes, answer=answer)

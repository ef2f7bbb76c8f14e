"""Rules of a folder that are shared with others: what is between our marks is ours, the rest is carried over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from prongsai.exports.redirect_rules import MARK_ABOVE, MARK_BELOW
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.target.manifest import RULES, hash_of


def own_part(text: bytes) -> bytes:
    """The part between our marks, the marks included; empty where there are none."""
    return _parted(text)[1]


def with_own_part(text: bytes, part: bytes) -> bytes:
    """The text of somebody else with our part in it: where it was, or else in front."""
    before, _, after = _parted(text)
    if not before.strip() and not after.strip():
        return part
    return before + part + after if own_part(text) else part + (b"\n" if part else b"") + text


def _parted(text: bytes) -> tuple[bytes, bytes, bytes]:
    """Before our part, our part with the end of its last line, behind it."""
    above, below = MARK_ABOVE.encode(), MARK_BELOW.encode()
    start = text.find(above)
    end = text.find(below, start) if start >= 0 else -1
    if end < 0:
        return text, b"", b""
    end += len(below)
    end += len(text[end:]) - len(text[end:].removeprefix(b"\r").removeprefix(b"\n"))
    return text[:start], text[start:end], text[end:]


def join_rules(new: Path, target: Path, old: Mapping[str, str]) -> bool:
    """Carry the rules of others over into the new `.htaccess`; whether it is shared, and not the agency's own page.

    An older version wrote the whole file without marks.
    """
    theirs, ours = content_of(target / RULES), own_part(content_of(new / RULES))
    if (new / RULES).is_file() and not ours:
        return False
    if old.get(RULES) and hash_of(target / RULES) == old[RULES] and not own_part(theirs):
        theirs = b""
    joined = with_own_part(theirs, ours)
    if joined.strip():
        write_file(new / RULES, joined)
    return True


def content_of(path: Path) -> bytes:
    """The bytes of a file; none where there is no file."""
    return path.read_bytes() if path.is_file() else b""

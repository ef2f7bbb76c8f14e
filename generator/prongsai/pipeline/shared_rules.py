"""The `.htaccess` that others also edit: ours stands between two marks, everything else stays as it is."""

from __future__ import annotations

from prongsai.exports.redirect_rules import MARK_ABOVE, MARK_BELOW


def own_part(text: bytes) -> bytes:
    """What stands between our marks, the marks included; empty where there are none."""
    return _parted(text)[1]


def with_own_part(text: bytes, part: bytes) -> bytes:
    """The text of somebody else with our part in it: where it stood, or else in front."""
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

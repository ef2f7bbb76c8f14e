"""Reasons why the system refuses a file: faults of the machine, kept apart from faults in what people wrote."""

from __future__ import annotations

import errno
import re
import shutil
from enum import StrEnum


class Refusal(StrEnum):
    """A reason that a page or a data file can never be the cause of."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    READ_ONLY = "read-only"
    IN_USE = "in-use"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    BROKEN = "broken"


_BY_NUMBER = {
    errno.ENOSPC: Refusal.FULL,
    errno.EDQUOT: Refusal.FULL,
    errno.EFBIG: Refusal.FULL,
    errno.EACCES: Refusal.FORBIDDEN,
    errno.EPERM: Refusal.FORBIDDEN,
    errno.EROFS: Refusal.READ_ONLY,
    errno.ETXTBSY: Refusal.IN_USE,
    errno.EBUSY: Refusal.IN_USE,
    errno.ENAMETOOLONG: Refusal.TOO_LONG,
    errno.EMFILE: Refusal.TOO_MANY,
    errno.ENFILE: Refusal.TOO_MANY,
    errno.EIO: Refusal.BROKEN,
}
# What Windows says, whose numbers come first there: "access denied" is also its word for some files in use.
_BY_WINDOWS = {
    5: Refusal.FORBIDDEN,
    19: Refusal.READ_ONLY,
    32: Refusal.IN_USE,
    33: Refusal.IN_USE,
    39: Refusal.FULL,
    112: Refusal.FULL,
    206: Refusal.TOO_LONG,
    1224: Refusal.IN_USE,
    1295: Refusal.FULL,
}
_IN_WORDS = re.compile(r"\[(Errno|WinError) (\d+)\]")


def refusal_of(failure: OSError) -> Refusal | None:
    """The reason of the machine, or None where the failure may be in what was asked of it."""
    windows = getattr(failure, "winerror", None)
    if windows in _BY_WINDOWS:
        return _BY_WINDOWS[windows]
    if isinstance(failure, shutil.Error):
        return _refusal_in(unpack_reasons(failure))
    return _BY_NUMBER.get(failure.errno or 0)


def unpack_reasons(failure: shutil.Error) -> list[tuple[str, str]]:
    """The files that could not be copied, each with the reason in the words of the system; folders may nest."""
    listed = failure.args[0] if failure.args and isinstance(failure.args[0], list) else ()
    found = [(str(one[0]), str(one[2])) for one in listed if isinstance(one, tuple) and len(one) == 3]
    return found or [("", str(failure))]


def _refusal_in(reasons: list[tuple[str, str]]) -> Refusal | None:
    """The reason of the first file whose reason is known."""
    for _, words in reasons:
        said = _IN_WORDS.search(words)
        table = _BY_WINDOWS if said and said[1] == "WinError" else _BY_NUMBER
        if said and int(said[2]) in table:
            return table[int(said[2])]
    return None

"""The mark by which a generated page is known by itself: a fingerprint of the rest of it, in its front matter."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal

from prongsai.disk.read import read_head

Mark = Literal["whole", "broken", "none"]

_BY_US = b'generated_by: "prongsai"'
_LINE = re.compile(rb'(?<=\n)fingerprint: "([0-9a-f]{32})"\n')
_FRONT = 65_536  # bytes of a page; our mark comes well before
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def sign_page(name: str, data: bytes) -> bytes:
    """A generated page with its mark; what carries no front matter from us stays as it is.

    The mark holds at the place `name` (below the site's folder) alone: a copy elsewhere is somebody's own page.
    """
    head, body = _parts(data)
    if not name.endswith(".md") or _BY_US not in head.split(b"\n"):
        return data
    line = f'fingerprint: "{_fingerprint(name, data)}"\n'.encode()
    return head.replace(_BY_US + b"\n", _BY_US + b"\n" + line, 1) + body


def read_mark(name: str, data: bytes) -> Mark:
    """The mark of a page, if any, and whether the page is as it was signed. Line ends are its carriers' business."""
    plain = _plain(data)
    head, _ = _parts(plain)
    marks = _LINE.findall(head)
    if not marks or _BY_US not in head.split(b"\n"):
        return "none"
    return "whole" if marks == [_fingerprint(name, without_mark(plain)).encode()] else "broken"


def without_mark(data: bytes) -> bytes:
    """The page as it was before it was signed, with the line ends that we write."""
    head, body = _parts(_plain(data))
    return _LINE.sub(b"", head) + body


def says_generated(page: Path) -> bool:
    """True if a Markdown file says of itself that the generator wrote it, and has a name that the generator gives."""
    if page.name != "index.md" and "." not in page.stem:
        return False
    return _BY_US in _parts(_plain(read_head(page, _FRONT)))[0].split(b"\n")


def _fingerprint(name: str, unsigned: bytes) -> str:
    return hashlib.sha256(name.encode() + b"\0" + unsigned).hexdigest()[:32]


def _parts(data: bytes) -> tuple[bytes, bytes]:
    """The front matter and the rest; an empty front matter where there is none."""
    end = data.find(b"\n---\n")
    return (data[: end + 1], data[end + 1 :]) if data.startswith(b"---\n") and end > 0 else (b"", data)


def _plain(data: bytes) -> bytes:
    return data.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")

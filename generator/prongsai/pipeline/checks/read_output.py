"""The finished site as it lies on the disk, read once for all that is checked of it."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# What has no text in it is not read: pictures, fonts, and documents that are archives or have a form of their own.
_NO_TEXT = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".pdf"}
_NO_TEXT |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", ".7z", ".rar", ".mp3", ".mp4", ".webm", ".svgz", ".bin"}


@dataclass(frozen=True)
class Output:
    """The files of a built site by their names below its folder; `texts` are those with text in them."""

    folder: Path
    files: frozenset[str]
    texts: dict[str, bytes]

    @cached_property
    def pages(self) -> dict[str, bytes]:
        """All HTML, in the order of the names."""
        return {name: self.texts[name] for name in sorted(self.texts) if name.endswith(".html")}


def has_text(name: str) -> bool:
    """Whether a file of that name may hold text."""
    return os.path.splitext(name)[1].lower() not in _NO_TEXT  # noqa: PTH122  thousands of names, and no need for a path


def read_output(folder: Path, copied: frozenset[str] = frozenset()) -> Output:
    """Read a built site; of what was `copied` as it is only the HTML is read."""
    files = frozenset(_names(str(folder), ""))
    texts: dict[str, bytes] = {}
    for name in files:
        if name.endswith(".html") or (name not in copied and has_text(name)):
            data = (folder / name).read_bytes()
            texts[name] = gzip.decompress(data) if name.endswith(".gz") else data
    return Output(folder, files, texts)


def _names(folder: str, above: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _names(entry.path, f"{above}{entry.name}/")
        else:
            yield above + entry.name

"""The outcome of a build or a publication: what is compared of it, by names and hashes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sites
from chains.makers import Told

# Lines that say what was done and for whom; what is wrong is said in the others.
_PROGRESS = re.compile(r"^(.* …|เว็บไซต์พร้อมแล้วใน .*|ไม่มีอะไรเปลี่ยน .*|เปิดดู: .*|ใน .* มีแฟ้มของผู้อื่น .*|  theirs-.*)$")


@dataclass(frozen=True)
class Outcome:
    """All that is compared of a build."""

    status: int
    said: tuple[str, ...]
    files: Mapping[str, str]

    def differing(self, other: Outcome) -> list[str]:
        """The names of what is not the same."""
        names = sorted(one for one in {*self.files, *other.files} if self.files.get(one) != other.files.get(one))
        lines = [f"only one says: {line}" for line in sorted({*self.said} ^ {*other.said})]
        ends = [f"ends with {self.status}, whole with {other.status}"] if self.status != other.status else []
        return [*ends, *lines, *names]


def mark_of(*parts: bytes) -> str:
    """The hash of several pieces."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def read_files(root: Path, *folders: str) -> dict[str, str]:
    """The files that a build makes in a folder, by names and hashes."""
    found = {}
    for name in folders or ("site", "content", ".prongsai/theme"):
        if (root / name).is_dir():
            found |= {f"{name}/{one}": mark for one, mark in sites.snapshot(root / name).items()}
    settings = root / ".prongsai/mkdocs.yml"
    return found | ({".prongsai/mkdocs.yml": mark_of(settings.read_bytes())} if settings.is_file() else {})


def of_site(files: Mapping[str, str]) -> dict[str, str]:
    """Those of the files that are in the built site."""
    return {name: mark for name, mark in files.items() if name.startswith("site/")}


def outcome_of(told: Told, root: Path, files: Mapping[str, str]) -> Outcome:
    """The outcome of a command on the site in `root`, with what is compared of its files."""
    lines = (line.replace(str(root), "ROOT") for line in told.said.splitlines())
    return Outcome(told.status, tuple(line for line in lines if not _PROGRESS.match(line)), files)

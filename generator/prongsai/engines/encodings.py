"""Pages of a site that no engine can read, since an editor saved them in an older Thai encoding."""

from __future__ import annotations

from pathlib import Path

from prongsai.disk.read import read_plain
from prongsai.disk.walk import walk_site
from prongsai.engines.engine import CONTENT
from prongsai.problems import Problem, Where, problem


def find_other_encodings(root: Path) -> list[Problem]:
    """The pages below `root` that are not UTF-8, each with the first byte that says so."""
    found = []
    for name in walk_site(root, (CONTENT,)).files(CONTENT):
        try:
            if name.endswith(".md"):
                read_plain(root / CONTENT / name).decode("utf-8-sig")
        except UnicodeDecodeError as failure:
            where = Where(f"{CONTENT}/{name}")
            found.append(problem("file-not-utf8", where, found=f"0x{failure.object[failure.start]:02X}"))
    return found

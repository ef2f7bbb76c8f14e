"""Folders in which builds are timed: our sites, plain ones of the same Markdown, and the program as it was before."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from repeat_site import ROOT

# As an officer would set it up who has no more than the two programs. Without `navigation.prune` every page would list
# all others, which no site of this size does; it makes the plain one quicker.
PLAIN = """site_name: plain
theme:
  name: material
  language: th
  font: false
  features: [navigation.prune]
plugins: [search]
markdown_extensions: [attr_list, tables]
"""
_MADE = ("content", "site", ".prongsai")
_TITLE = re.compile(r"^(    title: .*?)(?: ครั้งที่ \d+)?$", re.MULTILINE)


def lay_out_plain(ours: Path, plain: Path) -> None:
    """A site for plain MkDocs with the Markdown that was generated in `ours`, and no other file."""
    for page in sorted((ours / "content").rglob("*.md")):
        place = plain / "docs" / page.relative_to(ours / "content")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, place)
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8", newline="\n")


def forget(folder: Path) -> None:
    """Remove all that was made in a site, as in a fresh clone."""
    for name in _MADE:
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "content").mkdir()


def without_made(site: Path, place: Path) -> Path:
    """A copy of a site without what was made of it; generated pages stay, which are among files of people."""
    shutil.copytree(site, place, ignore=shutil.ignore_patterns("site", ".prongsai"))
    return place


def edit_measure(folder: Path, turn: int) -> str:
    """Change the title of the first measure of the newest year; the words that were not there before."""
    file = max((folder / "data").glob("*/measures.yml"))
    new = f"ครั้งที่ {turn}"
    text = _TITLE.sub(rf"\1 {new}", file.read_text(encoding="utf-8"), count=1)
    file.write_text(text, encoding="utf-8", newline="\n")
    return new


def is_shown(site: Path, words: str) -> bool:
    """True if any page of a built site has these words."""
    return any(words.encode() in page.read_bytes() for page in site.rglob("*.html"))


@contextmanager
def program_at(revision: str, place: Path) -> Iterator[Path | None]:
    """The program as it was at a revision, in a tree of its own; None where git does not know that revision."""
    added = ["git", "worktree", "add", "--quiet", "--detach", str(place), revision]
    if not revision or subprocess.run(added, cwd=ROOT, capture_output=True, check=False).returncode:
        if revision:
            print(f"  {revision} is not in this clone: nothing is compared with it", file=sys.stderr)
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(place)], cwd=ROOT, capture_output=True, check=False)


def revision_of(tree: Path) -> str:
    """The commit of a tree, with a plus sign where files differ from it; empty outside git."""
    found = [
        subprocess.run(["git", *words], cwd=tree, capture_output=True, text=True, check=False).stdout.strip()
        for words in (("rev-parse", "--short=8", "HEAD"), ("status", "--porcelain", "--", "generator", "theme"))
    ]
    return f"{found[0]}{'+' if found[1] else ''}"

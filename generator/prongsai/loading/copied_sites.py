"""Find a site that was copied into content/ as a whole: a built one, or the folder that one is built from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prongsai.disk.read import read_head
from prongsai.disk.walk import Entry, Kind, Tree
from prongsai.problems import Problem, Where, problem

CONTENT = "content"
TARGET_MANIFEST = ".prongsai-site.json"  # what a build leaves in the folder that it made
_STYLE = "assets/css/site.css"
_HEAD = 8_192  # bytes of a page; its style sheets stand well before
_MARKS = (b'<html lang="th"', _STYLE.encode())  # on each page that a build makes


def find_copied_sites(root: Path, tree: Tree) -> dict[str, Problem]:
    """The folders that are copied sites, each with its problem; of one inside another only the outer."""
    found: dict[str, Problem] = {}
    for entry in tree.entries:
        within = entry.name == CONTENT or entry.name.startswith(f"{CONTENT}/")
        if entry.kind is Kind.FOLDER and within and not any(entry.name.startswith(f"{one}/") for one in found):
            found |= {one.where.file: one for one in _copied(root, tree, entry)}
    return found


def _copied(root: Path, tree: Tree, folder: Entry) -> Iterator[Problem]:
    names = {one.name.rpartition("/")[2]: one.kind for one in tree.inside(folder.name)}
    settings = f"{folder.name}/site_config"
    has_settings = any(tree.kinds.get(f"{settings}/{name}") is Kind.FILE for name in ("agency.yml", "site.yml"))
    if has_settings:
        yield problem("site-in-content", Where(settings if folder.name == CONTENT else folder.name))
    elif _is_built(root, tree, folder, names):
        yield problem("built-site-in-content", Where(folder.name))


def _is_built(root: Path, tree: Tree, folder: Entry, names: dict[str, Kind]) -> bool:
    """Whether a build made what lies in a folder; also of a part of a built site, by the mark of its pages."""
    if TARGET_MANIFEST in names or ("404.html" in names and f"{folder.name}/{_STYLE}" in tree.kinds):
        return True
    if names.get("index.html") is not Kind.FILE:
        return False
    head = read_head(root / folder.name / "index.html", _HEAD)
    return all(mark in head for mark in _MARKS)

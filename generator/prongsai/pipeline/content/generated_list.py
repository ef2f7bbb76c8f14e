"""The list of what was generated: it lies in content/ itself, so that it goes wherever the generated files go."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from prongsai.pipeline.content.page_mark import says_generated

CONTENT = "content"
GENERATED_LIST = f"{CONTENT}/.generated.json"
EARLIER_LIST = ".prongsai/manifest.json"  # of version 0.1.0
IGNORE_LIST = f"{CONTENT}/.gitignore"
IGNORE_HEAD = "# แฟ้มที่โปรแกรมสร้าง ไม่ต้องเก็บใน git"
_OUR_FOLDERS = ("data", "documents", "search", "share")  # nobody but the generator puts files there
_OUR_NAMES = {"feed.json", "feed.xml", "sitemap.xml"}

Marks = dict[str, list[str]]


def read_list(root: Path) -> Marks:
    """What was generated: each file by its path below the site's folder, with the fingerprints that are ours.

    Where the list is lost the names are taken from the list for git, or else from what the pages say of themselves;
    such a name has no fingerprint.
    """
    found: Marks = {}
    for place in (EARLIER_LIST, GENERATED_LIST):
        for name, marks in _stored(root / place).items():
            found[name] = [*found.get(name, []), *marks]
    return found or {name: [] for name in _ignored(root) or _looked_for(root)}


def list_bytes(marks: Mapping[str, list[str]]) -> bytes:
    """The list as it is kept."""
    return (json.dumps(dict(sorted(marks.items())), ensure_ascii=False, indent=1) + "\n").encode()


def _stored(path: Path) -> Marks:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    marks = stored.items() if isinstance(stored, dict) else ()
    return {name: found for name, found in marks if isinstance(found, list) and _is_below(name)}


def _is_below(name: str) -> bool:
    """Whether a name of a list leads into content/: lists travel, and files are removed by them."""
    steps = name.replace("\\", "/").split("/")
    return len(steps) > 1 and steps[0] == CONTENT and not {"", ".", ".."} & set(steps)


def _ignored(root: Path) -> list[str]:
    """The names that the list for git has, when it is ours."""
    try:
        lines = (root / IGNORE_LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    if not lines or lines[0] != IGNORE_HEAD:
        return []
    names = (f"{CONTENT}{line}".replace("\\[", "[") for line in lines[1:] if line.startswith("/"))
    return [name for name in names if name not in {GENERATED_LIST, IGNORE_LIST} and _is_below(name)]


def _looked_for(root: Path) -> Iterator[str]:
    """Pages that say that they are generated and, where there is one, files in places that are the generator's own."""
    folder = root / CONTENT
    pages = [path for path in folder.rglob("*.md") if says_generated(path)]
    yield from (path.relative_to(root).as_posix() for path in pages)
    if pages:
        others = (path for path in folder.rglob("*") if path.suffix != ".md" and path.is_file())
        yield from (path.relative_to(root).as_posix() for path in others if _is_our_place(path.relative_to(folder)))


def _is_our_place(path: Path) -> bool:
    return path.name in _OUR_NAMES or (len(path.parts) > 1 and path.parts[0] in _OUR_FOLDERS)

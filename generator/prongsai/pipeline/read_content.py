"""Read pages written by hand and attachments, and remember between two runs what the slow ones say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from prongsai import addresses
from prongsai.disk.names import is_utf8
from prongsai.disk.read import read_plain
from prongsai.disk.walk import Tree, walk_site
from prongsai.json_value import Json
from prongsai.loading.load_content import FORMAT, LoadedContent, load_content
from prongsai.pipeline.content.owners import CONTENT, find_hand_written, find_static
from prongsai.pipeline.content.write_files import write_file

MEMORY = ".prongsai/attachments.json"
ATTACHMENTS = "files/"
_LARGEST = 1_000_000_000  # bytes of the memory


def read_content(root: Path, tree: Tree | None = None) -> LoadedContent:
    """What people put into content/ themselves; what the generator wrote is left out, and so are hidden files.

    `tree` is what lies in the site's folders, where that was listed already.
    """
    listed = tree if tree is not None else walk_site(root, (CONTENT,))
    static = (addresses.content_name(address) for address in find_static(root, listed))
    names = {name for name in static if name.startswith(ATTACHMENTS) and is_utf8(name)}
    names |= {
        name for name in find_hand_written(root, listed) if not any(step.startswith(".") for step in name.split("/"))
    }
    return load_content(root / CONTENT, names, _load_readings(root) if names else {})


def remember_readings(root: Path, readings: Mapping[str, Json]) -> None:
    """Keep what attachments say for the next run, below the folder that git ignores; nothing where nothing changed."""
    if readings == _load_readings(root):
        return
    text = json.dumps({"format": FORMAT, "readings": dict(readings)}, ensure_ascii=False)
    write_file(root / MEMORY, text.encode("utf-8", "surrogatepass"))


def _load_readings(root: Path) -> dict[str, Json]:
    """What an earlier run kept; nothing where it is damaged or of another form."""
    try:
        stored = json.loads(read_plain(root / MEMORY, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    readings = stored.get("readings") if isinstance(stored, dict) and stored.get("format") == FORMAT else None
    return readings if isinstance(readings, dict) else {}

"""Read pages written by hand and attachments; what the slow ones say is in the store."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from prongsai import addresses
from prongsai.disk.names import is_utf8
from prongsai.disk.walk import Tree, walk_site
from prongsai.loading.load_content import LoadedContent, load_content
from prongsai.loading.read_attachment import read_attachment
from prongsai.model.content import TEXT_STATES, FilePassage, Reading
from prongsai.pipeline.content.owners import CONTENT, find_hand_written, find_static
from prongsai.pipeline.store import Kind, Store

ATTACHMENTS = "files/"
# Nothing is spared: of a file that was taken away no text stays.
READINGS = Kind(
    "readings",
    ("puremagic", "pypdf", "pillow"),
    spare=0,
    packed=True,
    made_by=("loading/read_attachment.py", "loading/read_image.py", "loading/find_kind.py", "model/content.py"),
)
_QUICKLY_READ = {"text", "html", "empty"}  # read again faster than looked up


def read_content(root: Path, store: Store, tree: Tree | None = None) -> LoadedContent:
    """The files that people put into content/ themselves; without what the generator wrote and without hidden files.

    `tree` is what is in the site's folders, where that was listed already.
    """
    listed = tree if tree is not None else walk_site(root, (CONTENT,))
    static = (addresses.content_name(address) for address in find_static(root, listed))
    names = {name for name in static if name.startswith(ATTACHMENTS) and is_utf8(name)}
    names |= {
        name for name in find_hand_written(root, listed) if not any(step.startswith(".") for step in name.split("/"))
    }
    store.tidy(READINGS)  # nobody may be left who asks for one
    return load_content(root / CONTENT, names, partial(_read, store))


def keep_readings(store: Store) -> None:
    """Have what the slow files say for the next run; for who read all of a site's content with this store."""
    store.keep_kind(READINGS)


def _read(store: Store, data: bytes) -> Reading:
    reading = _recall(store.find(READINGS, data))
    if reading is None:
        reading = read_attachment(data)
        if reading.kind not in _QUICKLY_READ:
            store.put(READINGS, data, _packed(reading))
    return reading


def _packed(reading: Reading) -> bytes:
    passages = [[one.place, one.text] for one in reading.passages]
    entry = {"kind": reading.kind, "state": reading.state, "complete": reading.complete, "passages": passages}
    if reading.pixels:
        entry |= {"pixels": [*reading.pixels], "tells_place": reading.tells_place}
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _recall(kept: bytes | None) -> Reading | None:
    """The kept reading of a file, or None where nothing was kept or it is something else."""
    try:
        entry: Any = json.loads(kept or b"")
        kind, state, complete = entry["kind"], entry["state"], entry["complete"]
        passages = tuple(FilePassage(place, text) for place, text in entry["passages"])
        pixels, tells_place = _image(entry)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    is_sound = isinstance(kind, str) and state in TEXT_STATES and isinstance(complete, bool)
    is_sound = is_sound and all(isinstance(one.place, int) and isinstance(one.text, str) for one in passages)
    return Reading(kind, state, passages, complete, pixels, tells_place) if is_sound else None


def _image(entry: Any) -> tuple[tuple[int, int] | None, bool]:
    """The size of an image and whether it tells a place; nothing of another file."""
    if "pixels" not in entry:
        return None, False
    width, height = entry["pixels"]
    return (int(width), int(height)), entry["tells_place"] is True

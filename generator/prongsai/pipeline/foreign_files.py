"""What others keep in the folder of a site is named to the officer once, not at every publication."""

from __future__ import annotations

import json
from pathlib import Path

from prongsai.pipeline.write_files import write_file

KNOWN = ".prongsai/foreign-files.json"


def name_once(root: Path, site: Path, foreign: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the foreign entries of `site` that were not named before; from now on they were."""
    known = _read(root)
    before = known.get(str(site), [])
    if sorted(before) != sorted(foreign):
        stored = {**known, str(site): list(foreign)}
        write_file(root / KNOWN, (json.dumps(stored, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass"))
    return tuple(name for name in foreign if name not in before)


def _read(root: Path) -> dict[str, list[str]]:
    try:
        stored = json.loads((root / KNOWN).read_bytes())
    except (OSError, ValueError):
        return {}
    found = stored.items() if isinstance(stored, dict) else ()
    return {place: names for place, names in found if isinstance(names, list)}

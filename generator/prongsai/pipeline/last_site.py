"""The record of what the last build put into a folder: what each page was made from, and what its checks read of it.

It counts only while the folder is to the file as that build left it, and for the same program. It is JSON below the
folder that git ignores; without it everything is made again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.engines.engine import InPlace
from prongsai.pipeline.checks.file_facts import Facts, facts_of
from prongsai.pipeline.checks.output import Before
from prongsai.pipeline.fingerprint import output_fingerprint
from prongsai.pipeline.store import Kind, Store
from prongsai.pipeline.target.manifest import read_manifest

SITES = Kind("sites", (), spare=2)


@dataclass(frozen=True)
class Known:
    """The knowledge of a site as it was made: keys of pages, facts of files with text, and which are packed `twins`.

    `packs` says that files were packed, whether any became smaller or not.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Facts] = field(default_factory=dict)
    twins: frozenset[str] = frozenset()
    packs: bool = False


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class LastSite:
    """The site that the last build put into `folder`, as it is there: its `files` with their SHA-256."""

    folder: Path
    files: Mapping[str, str]
    known: Known

    def in_place(self, changes: Path) -> InPlace:
        """The same for an engine, which puts what changed into a folder of its own."""
        return InPlace(changes, self.known.keys, self.files)

    def before(self, kept: frozenset[str]) -> Before:
        """The same for the checks of a site that keeps some of its files."""
        return Before(self.folder, self.files.keys() - self.known.twins, self.known.facts, kept)


def find_last_site(store: Store, root: Path, site: Path, *, packs: bool) -> LastSite | None:
    """The last build from `root` of which `site` is the unchanged result, packed or not; None where there is none."""
    kept, manifest = store.find(SITES, _name(root, site)), read_manifest(site)
    if kept is None or manifest is None:
        return None
    try:
        stored = json.loads(kept)
        facts = {name: facts_of(listed) for name, listed in stored["facts"].items()}
        known = Known(dict(stored["keys"]), facts, frozenset(stored["twins"]), bool(stored["packs"]))
        is_it = known.packs == packs and stored["output"] == output_fingerprint(site)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return LastSite(site, manifest.files, known) if is_it else None


def keep_last_site(store: Store, root: Path, site: Path, output: str, known: Known) -> None:
    """Keep the knowledge of a site built from `root`, with the fingerprint of what is in its folder now."""
    facts = {name: one.listed() for name, one in known.facts.items()}
    stored = {"output": output, "keys": {**known.keys}, "twins": sorted(known.twins), "packs": known.packs}
    data = json.dumps({**stored, "facts": facts}, ensure_ascii=False)
    store.put(SITES, _name(root, site), data.encode("utf-8", "surrogatepass"))
    store.keep()


def _name(root: Path, site: Path) -> str:
    """The place of a site, which may move with the folder that it is in."""
    return site.relative_to(root).as_posix() if site.is_relative_to(root) else str(site)

"""Writes the pack of evidence: a ZIP that is the same to the byte for the same evidence and time."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from prongsai.exports.evidence import INDEX, MANIFEST, SUMS, EvidencePack, export_manifest, export_sums
from prongsai.exports.evidence_index import export_index
from prongsai.links.frozen import Pack
from prongsai.pipeline.zip_member import add_file


@dataclass
class Copies:
    """The saved copies of a run in a folder of ours, by their names in the pack, with their hashes."""

    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)

    def save(self, name: str, data: bytes) -> str:
        """Keep one file; its hash."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.hashes[name] = hashlib.sha256(data).hexdigest()
        return self.hashes[name]


def write_pack(target: Path, evidence: EvidencePack, copies: Copies, when: datetime) -> Pack:
    """Write the pack as `target`, whole or not at all; every file in it bears the time `when`."""
    copies.save(INDEX, export_index(evidence).encode())
    copies.save(MANIFEST, export_manifest(evidence).encode())
    names = sorted(copies.hashes)
    sums = export_sums({name: copies.hashes[name] for name in names})
    (copies.folder / SUMS).write_bytes(sums.encode())
    beside = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(beside, "w") as pack:
            for name in (INDEX, SUMS, *(name for name in names if name != INDEX)):
                add_file(pack, f"{target.stem}/{name}", copies.folder / name, when.timetuple()[:6])
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return Pack(target.name, _hash(target), target.stat().st_size, hashlib.sha256(sums.encode()).hexdigest())


def _hash(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()

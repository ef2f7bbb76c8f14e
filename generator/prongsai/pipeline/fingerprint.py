"""Whether anything changed since the last build: fingerprints of what goes in and of what came out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prongsai import __version__, paths
from prongsai.pipeline.write_files import write_file
from prongsai.problems import Problem, Where

RECORD = ".prongsai/last-build.json"
_INPUTS = ("data", "site_config", "content")


def _walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _walk(Path(entry.path))
        else:
            yield entry


def input_fingerprint(root: Path, site_url: str | None) -> str:
    """A fingerprint of everything that a build depends on."""
    whole = hashlib.blake2b(digest_size=20)
    whole.update(f"{__version__}\0{site_url}\0{_versions()}\0".encode())
    for name in _INPUTS:
        for entry in _walk(root / name):
            whole.update(entry.path.removeprefix(str(root)).encode() + b"\0")
            whole.update(hashlib.blake2b(Path(entry.path).read_bytes(), digest_size=20).digest())
    config = root / "mkdocs.yml"
    whole.update(config.read_bytes() if config.is_file() else b"")
    for folder in (Path(paths.__file__).parent, paths.theme_folder()):
        _add_stamps(whole, folder)
    return whole.hexdigest()


def _versions() -> str:
    from importlib.metadata import version

    return " ".join(version(name) for name in ("mkdocs", "mkdocs-material", "Markdown"))


def _add_stamps(whole: Any, folder: Path) -> None:
    """Names, sizes and times are enough for files that only an upgrade changes."""
    for entry in _walk(folder):
        facts = entry.stat()
        whole.update(f"{entry.path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())


def output_fingerprint(site: Path) -> str:
    """A fingerprint of a built site by names, sizes and times."""
    whole = hashlib.blake2b(digest_size=20)
    for entry in _walk(site):
        facts = entry.stat()
        whole.update(f"{entry.path.removeprefix(str(site))}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return whole.hexdigest()


def remembered(root: Path, inputs: str, site: Path) -> list[Problem] | None:
    """The problems of the last build when neither its inputs nor its output changed since, else None."""
    try:
        record = json.loads((root / RECORD).read_text(encoding="utf-8"))
        if record["inputs"] != inputs or record["output"] != output_fingerprint(site) or record["site"] != site.name:
            return None
        return [Problem(one["code"], Where(*one["where"]), one["values"], one["year"]) for one in record["problems"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(root: Path, inputs: str, site: Path, problems: tuple[Problem, ...]) -> None:
    """Keep what `remembered` needs."""
    listed = [
        {
            "code": one.code,
            "where": [one.where.file, one.where.line, one.where.column],
            "values": dict(one.values),
            "year": one.year,
        }
        for one in problems
    ]
    record = {"inputs": inputs, "output": output_fingerprint(site), "site": site.name, "problems": listed}
    write_file(root / RECORD, (json.dumps(record, ensure_ascii=False) + "\n").encode())

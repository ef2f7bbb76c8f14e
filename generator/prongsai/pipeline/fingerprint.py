"""Fingerprints: of the program, of what goes into a build and of what came out of it."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path

from prongsai import __version__, paths
from prongsai.disk.read import open_plain
from prongsai.disk.walk import FileType, walk_site
from prongsai.engines.engine import Engine
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.target.manifest import MANIFEST, read_manifest, survey
from prongsai.problems import Also, Problem, Where

_PIECE = 65_536  # bytes read at a time, since an attachment can be larger than the memory
RECORD = ".prongsai/last-build.json"
_PACKAGE = Path(paths.__file__).parent


def _walk(folder: Path, above: tuple[str, ...] = ()) -> Iterator[os.DirEntry[str]]:
    """The files below a folder that we made ourselves; links are followed, but never in a circle."""
    here = os.path.realpath(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.is_dir():
            yield entry
        elif entry.name != "__pycache__" and here not in above:
            yield from _walk(Path(entry.path), (*above, here))


def source_fingerprint(root: Path, site_url: str | None) -> str:
    """A fingerprint of what pages are made from: facts, settings, program and theme."""
    whole = hashlib.blake2b(digest_size=20)
    whole.update(f"{__version__}\0{site_url}\0{versions_of(ENGINE)}\0".encode())
    for name in ("data", "site_config"):
        _add_contents(whole, root, name)
    whole.update(_content(root / ENGINE.settings.name))
    for folder in (_PACKAGE, paths.theme_folder()):
        _add_stamps(whole, folder)
    return whole.hexdigest()


@cache
def program_fingerprint(parts: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """A fingerprint of parts of the program by what they hold, with the versions of libraries.

    Parts are paths below the package; the empty one is all of it and the theme. It is the same on every machine.
    """
    from importlib.metadata import version

    versions = (f"{name} {version(name)}" for name in libraries)
    return " ".join((sys.version, *versions, *map(_part_fingerprint, parts)))


@cache
def _part_fingerprint(part: str) -> str:
    whole = hashlib.blake2b(digest_size=20)
    for folder in (_PACKAGE / part,) if part else (_PACKAGE, paths.theme_folder()):
        files = sorted(entry.path for entry in _walk(folder)) if folder.is_dir() else [str(folder)]
        for path in files:
            name = path.removeprefix(str(folder)).replace(os.sep, "/")
            whole.update(f"{name}\0".encode() + hashlib.blake2b(Path(path).read_bytes(), digest_size=20).digest())
    return whole.hexdigest()


def content_fingerprint(root: Path) -> str:
    """A fingerprint of what the engine is given: pages and attachments, generated and written by hand."""
    whole = hashlib.blake2b(digest_size=20)
    _add_contents(whole, root, "content")
    return whole.hexdigest()


def _add_contents(whole: hashlib.blake2b, root: Path, name: str) -> None:
    for entry in walk_site(root, (name,)).entries:
        if entry.kind is FileType.FILE:
            whole.update(os.fsencode(f"/{entry.name}") + b"\0" + _content(root / entry.name))
        elif entry.kind is not FileType.FOLDER:
            whole.update(os.fsencode(f"/{entry.name}\0{entry.kind.value}\0{entry.target}"))


def _content(path: Path) -> bytes:
    """The fingerprint of what a plain file holds; nothing of a file that cannot be read."""
    try:
        with open_plain(path) as opened:
            whole = hashlib.blake2b(digest_size=20)
            while piece := opened.read(_PIECE):
                whole.update(piece)
            return whole.digest()
    except OSError:
        return b""


def versions_of(engine: Engine) -> str:
    """The versions of the packages on which what an engine builds depends."""
    from importlib.metadata import version

    return " ".join(version(name) for name in engine.packages)


def _add_stamps(whole: hashlib.blake2b, folder: Path) -> None:
    """Names, sizes and times are enough for files that only an upgrade changes."""
    for entry in _walk(folder):
        facts = entry.stat(follow_symlinks=False)
        whole.update(f"{entry.path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())


def output_fingerprint(site: Path) -> str:
    """A fingerprint of a built site by names, sizes and times; of what others keep there, by names alone."""
    ours = read_manifest(site)
    if ours is None:
        return _whole_fingerprint(site)
    whole = hashlib.blake2b(digest_size=20)
    found = survey(site, ours.files)
    for name in (*found.ours, MANIFEST):
        facts = (site / name).lstat()
        whole.update(os.fsencode(name) + f"\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    for name in found.foreign:
        whole.update(b"\1" + os.fsencode(name))
    return whole.hexdigest()


def _whole_fingerprint(site: Path) -> str:
    """The same of a folder without a manifest, as the versions that wrote none remembered it."""
    whole = hashlib.blake2b(digest_size=20)
    for entry in _walk(site):
        facts = entry.stat(follow_symlinks=False)
        name = os.fsencode(entry.path.removeprefix(str(site)))
        whole.update(name + f"\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return whole.hexdigest()


def is_last_build(root: Path, site: Path) -> bool:
    """True if `site` is, unchanged, what the last build of the site kept in `root` made."""
    try:
        record = json.loads((root / RECORD).read_text(encoding="utf-8"))
        return bool(record["output"] == output_fingerprint(site) and record["site"] == site.name)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remembered(root: Path, inputs: str, site: Path) -> list[Problem] | None:
    """The problems of the last build when neither its inputs nor its output changed since, else None."""
    try:
        record = json.loads((root / RECORD).read_text(encoding="utf-8"))
        if record["inputs"] != inputs or record["output"] != output_fingerprint(site) or record["site"] != site.name:
            return None
        return [
            Problem(
                one["code"],
                Where(*one["where"]),
                one["values"],
                one["year"],
                one["explanation"],
                also=tuple(Also(Where(*where), code, values, year) for where, code, values, year in one["also"]),
            )
            for one in record["problems"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(root: Path, inputs: str, site: Path, problems: tuple[Problem, ...]) -> None:
    """Keep what `remembered` needs."""
    listed = [
        {
            "code": one.code,
            "where": astuple(one.where),
            "values": dict(one.values),
            "year": one.year,
            "explanation": one.explanation,
            "also": [(astuple(also.where), also.code, dict(also.values), also.year) for also in one.also],
        }
        for one in problems
    ]
    record = {"inputs": inputs, "output": output_fingerprint(site), "site": site.name, "problems": listed}
    write_file(root / RECORD, (json.dumps(record, ensure_ascii=False) + "\n").encode())

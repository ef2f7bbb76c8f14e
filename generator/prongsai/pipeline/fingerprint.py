"""Fingerprints: of the program, of what goes into a build and of what came out of it."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from functools import cache
from pathlib import Path

from prongsai import __version__, paths
from prongsai.disk.walk import FileType, walk_site
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.find_settings import find_settings
from prongsai.pipeline.known_files import KnownFiles
from prongsai.pipeline.target.manifest import MANIFEST, read_manifest, survey
from prongsai.problems import Also, Problem, Where

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


def source_fingerprint(root: Path, site_url: str | None, files: KnownFiles | None = None) -> str:
    """A fingerprint of what pages are made from: facts, settings, program and theme."""
    known = files or KnownFiles(root)
    whole = hashlib.blake2b(digest_size=20)
    whole.update(f"{site_url}\0{program_stamp()}\0".encode())
    for name in ("data", "site_config"):
        _add_contents(whole, root, name, known)
    for name in find_settings(root):
        _add_contents(whole, root, name, known)
    return whole.hexdigest()


def program_stamp() -> str:
    """A fingerprint of the program, its theme and the installed libraries on this machine, without reading them."""
    whole = hashlib.blake2b(digest_size=20)
    added = os.environ.get("PYTHONPATH", "")
    whole.update(os.fsencode(f"{__version__}\0{sys.version}\0{sys.getfilesystemencoding()}\0{added}\0"))
    for folder in (_PACKAGE, paths.theme_folder()):
        _add_stamps(whole, folder)
    for place in dict.fromkeys(sys.path):
        names = _libraries(place)
        whole.update(os.fsencode("\0".join((place, *names)) if names else ""))
    return whole.hexdigest()


def _libraries(place: str) -> list[str]:
    """The names in a folder of installed libraries, which say their versions; none of a folder of anything else."""
    try:
        names = sorted(os.listdir(place))  # noqa: PTH208  names alone are asked for
    except OSError:
        return []
    return names if any(name.endswith(".dist-info") for name in names) else []


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


def content_fingerprint(root: Path, files: KnownFiles | None = None) -> str:
    """A fingerprint of what the engine is given: pages and attachments, generated and written by hand."""
    whole = hashlib.blake2b(digest_size=20)
    _add_contents(whole, root, "content", files or KnownFiles(root))
    return whole.hexdigest()


def _add_contents(whole: hashlib.blake2b, root: Path, name: str, known: KnownFiles) -> None:
    for entry in walk_site(root, (name,)).entries:
        if entry.kind is FileType.FILE:
            whole.update(os.fsencode(f"/{entry.name}") + b"\0" + _content(known, entry.name))
        else:
            whole.update(os.fsencode(f"/{entry.name}\0{entry.kind.value}\0{entry.target}\0{entry.reason}"))


def _content(known: KnownFiles, name: str) -> bytes:
    """The fingerprint of what a plain file holds; nothing of a file that cannot be read."""
    try:
        return known.fingerprint(name)
    except OSError:
        return b""


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
        facts = os.lstat(f"{site}{os.sep}{name}")
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
        if record.pop("seal") != _seal_of(record):
            return None
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


def remember(root: Path, inputs: str, site: Path, problems: tuple[Problem, ...]) -> str:
    """Keep what `remembered` needs; the fingerprint of the site."""
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
    output = output_fingerprint(site)
    record = {"inputs": inputs, "output": output, "site": site.name, "problems": listed}
    sealed = {**record, "seal": _seal_of(record)}
    write_file(root / RECORD, (json.dumps(sealed, ensure_ascii=False) + "\n").encode())
    return output


def _seal_of(record: Mapping[str, object]) -> str:
    """By which a record is known to be as it was written; a damaged one would say other problems than there are."""
    return hashlib.blake2b(json.dumps(record, sort_keys=True).encode(), digest_size=20).hexdigest()

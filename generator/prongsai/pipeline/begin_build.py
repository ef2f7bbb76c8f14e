"""Begin a build: what it may take, its inputs, and whether anything changed since the last one; quick to import."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.pipeline.document_makers import find_lacking
from prongsai.pipeline.fingerprint import content_fingerprint, is_last_build, remembered, source_fingerprint
from prongsai.pipeline.known_files import KnownFiles
from prongsai.pipeline.target.manifest import read_manifest
from prongsai.pipeline.target.replace_tree import Permission, TargetInUseError, check_target, recover
from prongsai.problems import Problem

WORK = ".prongsai"
OWN_FOLDERS = (".git", WORK, "content", "data", "site_config", "theme")


@dataclass(frozen=True)
class Begun:
    """A build that may go on: the fingerprint of its sources, what it may take, and where the old site waits.

    `unchanged` are the problems of the last build, where there is nothing to do since.
    """

    sources: str
    permission: Permission
    unchanged: tuple[Problem, ...] | None = None


def begin_build(
    root: Path,
    site: Path,
    site_url: str | None,
    day: str,
    permission: Permission,
    *,
    cached: bool = True,
    other_engine: str = "",
) -> Begun:
    """Begin the build of the site kept in `root` into `site`, both resolved; raises TargetInUseError.

    Unless `cached`, there is always something to do. `other_engine` is the name of one that is not the shipped one.
    """
    refuse_sources(root, site)
    recover(site, aside_of(root, site))
    permission = replace(permission, known=read_manifest(site) is None and is_last_build(root, site))
    check_target(site, permission)
    # Taken before anything is read: what is saved while the build runs is built by the next one.
    files = KnownFiles(root)
    sources = source_fingerprint(root, site_url, files)
    known = remembered(root, inputs_of(sources, root, day, files, other_engine), site)
    files.keep()
    is_last = cached and known is not None and not could_make_more(known)
    return Begun(sources, permission, tuple(known) if known is not None and is_last else None)


def could_make_more(problems: Iterable[Problem]) -> bool:
    """True if documents were left out of the last build which this machine can make now."""
    left_out = {one.code for one in problems} & {"documents-not-installed", "documents-not-made"}
    return bool(left_out) and not find_lacking()


def inputs_of(sources: str, root: Path, day: str, files: KnownFiles | None = None, other_engine: str = "") -> str:
    """The inputs of a build: facts and settings (`sources`), content, the day of a publication, if it was one.

    `sources` know the version of every engine, so that of one that is not the shipped one the name is enough.
    """
    return " ".join(filter(None, (sources, content_fingerprint(root, files), day, other_engine)))


def refuse_sources(root: Path, site: Path) -> None:
    """Raise TargetInUseError where a site would take the place of the facts that it is made from."""
    is_work = site.is_relative_to(root / WORK) and site != root / WORK
    holds_ours = site in {root, *root.parents} or any(site.is_relative_to(root / name) for name in OWN_FOLDERS)
    if (holds_ours and not is_work) or not site.name:
        raise TargetInUseError(site, "sources")


def aside_of(root: Path, site: Path) -> Path:
    """The place of the last good site while the new one is moved in: on the same disk, one for each site."""
    if site.is_relative_to(root):
        return root / WORK / f"previous-{'-'.join(site.relative_to(root).parts)}"
    return site.with_name(f".{site.name}.previous")

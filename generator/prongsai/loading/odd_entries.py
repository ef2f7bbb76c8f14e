"""Entries in the folders of a site that are neither file nor folder, or have a name that not every system can hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from prongsai.disk.names import differences, fold_name, is_left_behind, is_utf8, read_as_thai, shown
from prongsai.disk.walk import DEEPEST, MOST_ENTRIES, Entry, FileType, Tree
from prongsai.problems import Problem, Where, problem

FOLDERS = ("content", "content/files", "data", "site_config", "site_config/editions")
_SPECIAL = {FileType.FIFO, FileType.SOCKET, FileType.DEVICE}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
_NOT_IN_WINDOWS = re.compile(r'[<>:"|?*\\]')
_SHORTCUTS = (".lnk", ".url", ".webloc", ".gdoc", ".gsheet", ".gslides")  # of Windows, macOS and Google Drive
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def find_odd_entries(tree: Tree, copied: Collection[str] = ()) -> Iterator[Problem]:
    """A problem for each entry that no command may touch, and for names that get lost on another system.

    What is in a folder that is `copied` as a whole has its problem already.
    """
    if not tree.is_complete:
        place = tree.entries[-1].name.partition("/")[0]
        yield problem("too-many-files", Where(place), limit=f"{MOST_ENTRIES:,}")
    for name in FOLDERS:
        if tree.kinds.get(name) is FileType.FILE:
            yield problem("not-a-folder", Where(name))
    for entry in tree.entries:
        if entry.kind not in {FileType.FILE, FileType.FOLDER}:
            yield from _odd_kind(entry)
        elif not is_utf8(entry.name.rpartition("/")[2]):
            yield _not_utf8(entry.name)
        elif (
            tree.is_complete
            and entry.name.startswith("content/")
            and not entry.is_hidden
            and not _is_below(entry.name, copied)
        ):
            yield from _odd_name(entry.name)
    if tree.is_complete:
        yield from _alike(tree, copied)


def without_follow_ups(problems: Iterable[Problem], tree: Tree) -> list[Problem]:
    """The problems without those that only follow from an entry that is reported as what it is."""
    found = list(problems)
    told = {
        shown(entry.name)
        for entry in tree.entries
        if entry.kind not in {FileType.FILE, FileType.FOLDER, FileType.CLOSED}
    }
    copied = {one.where.file for one in found if one.code in {"built-site-in-content", "site-in-content"}}
    return [one for one in found if not _follows(one, told) and not _is_below(one.where.file, copied)]


def _follows(one: Problem, told: Collection[str]) -> bool:
    if one.code == "file-unreadable":
        return one.where.file in told
    missed = one.code in {"attachment-missing", "signed-copy-missing"}
    return missed and any(f"content/files/{one.values['found']}/".startswith(f"{name}/") for name in told)


def _is_below(name: str, folders: Collection[str]) -> bool:
    return any(name.startswith(f"{folder}/") for folder in folders)


def _odd_kind(entry: Entry) -> Iterator[Problem]:
    where = Where(shown(entry.name))
    if entry.kind in _SPECIAL:
        yield problem("special-file", where, kind=entry.kind.value)
    elif entry.kind is FileType.OUTSIDE:
        yield problem("link-outside", where, found=shown(entry.target))
    elif entry.kind is FileType.CIRCLE:
        yield problem("link-circle", where, found=shown(entry.target))
    elif entry.kind is FileType.TOO_DEEP:
        yield problem("folder-too-deep", where, limit=DEEPEST)
    elif entry.kind is FileType.CLOSED:
        yield problem("file-unreadable", where, reason=entry.reason)
    elif not is_left_behind(entry.name.rpartition("/")[2]):  # editors keep their locks as links to nothing
        yield problem("link-dead", where, found=shown(entry.target))


def _not_utf8(name: str) -> Problem:
    last = name.rpartition("/")[2]
    return problem("name-not-utf8", Where(shown(name)), found=shown(last), suggestion=read_as_thai(last))


def _odd_name(name: str) -> Iterator[Problem]:
    last, where = name.rpartition("/")[2], Where(shown(name))
    if _CONTROL.search(last):
        signs = ", ".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in _CONTROL.findall(last)))
        yield problem("name-with-control", where, found=shown(last), signs=signs)
    elif signs := " ".join(dict.fromkeys(_NOT_IN_WINDOWS.findall(last))):
        yield problem("name-not-for-windows", where, found=last, signs=signs)
    elif _RESERVED.fullmatch(last):
        yield problem("name-reserved", where, found=last, reserved=last.partition(".")[0])
    elif last.lower().endswith(_SHORTCUTS):
        yield problem("shortcut-file", where, found=last)
    elif last != last.strip() or last.endswith("."):
        yield problem("name-ends-in-blank", where, found=last, suggestion=last.strip().rstrip(". "))


def _alike(tree: Tree, copied: Collection[str]) -> Iterator[Problem]:
    """Names in one folder that some system, or a reader, takes for the same."""
    seen: dict[tuple[str, str], str] = {}
    for entry in tree.entries:
        folder, _, last = entry.name.rpartition("/")
        if not folder.startswith("content") or entry.is_hidden or _is_below(entry.name, copied) or not is_utf8(last):
            continue
        key = (folder, last.lower() if last.isascii() and last.isprintable() and " " not in last else fold_name(last))
        other = seen.setdefault(key, last)
        if other != last:
            found = differences(last, other) or ("unseen",)
            where, differs = Where(shown(entry.name)), " ".join(found)
            yield problem("names-alike", where, found=shown(last), other=shown(other), differs=differs)

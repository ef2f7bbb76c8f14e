"""Changes to the files of a site made in their texts, one after another; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from prongsai.forms.file_head import file_head, schema_path
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.edition import Edition
from prongsai.model.groups import group_at, keys_of
from prongsai.model.record import Record
from prongsai.writing.alike import split_alike
from prongsai.writing.change import Change, Path, Put, RefusedError
from prongsai.writing.fold import fold_changes
from prongsai.writing.nodes import Tree
from prongsai.writing.patch import patch_alike, patch_tree, read_tree
from prongsai.writing.put_steps import Order


def apply(texts: Mapping[str, str | None], changes: Sequence[Change]) -> dict[str, str]:
    """The texts of all files that the changes are about, each made on what the one before left.

    `texts` has every file by its name as seen from the folder of the site, None for one that is not there, which is
    made with the head that files to fill in have. A text is all letters of the file, its line ends and its mark of
    byte order included. Raises RefusedError for the first change that cannot be made.
    """
    trees, done = dict[str, Tree](), dict[str, str]()
    for change in changes:
        if change.file not in trees:
            text = texts[change.file]
            trees[change.file] = read_tree(new_text(change.file) if text is None else text, change)
    for name, read in trees.items():
        tree, order, own = read, order_of(name), [one for one in changes if one.file == name]
        if texts[name] is None:
            own = [*_in_keys(Put(name, (), fold_changes(own, order)), order)]
        for part in split_alike(own):
            tree = _patched(tree, part, order)
        done[name] = tree.source.text
    return done


def _patched(tree: Tree, changes: Sequence[Change], order: Order) -> Tree:
    """The changes made at once where none reaches into another, else half by half, at last one by one."""
    if len(changes) == 1:
        return patch_tree(tree, changes[0], order)
    puts = [one for one in changes if isinstance(one, Put)]
    try:
        return patch_alike(tree, puts, order)
    except RefusedError:
        half = len(changes) // 2
        return _patched(_patched(tree, changes[:half], order), changes[half:], order)


def _in_keys(change: Put, order: Order) -> Iterator[Change]:
    """The whole of a new file key by key, in the order of its record."""
    if not isinstance(change.value, dict):
        yield change
        return
    first = [key for key in order(()) if key in change.value]
    for key in dict.fromkeys((*first, *change.value)):
        yield replace(change, path=(key,), value=change.value[key])


def new_text(name: str) -> str:
    """The text of a file that is not there yet: its head, and the year that it is of."""
    found = record_of(name)
    if found is None:
        return ""
    place = PurePosixPath(name)
    if found is Edition:
        return "\n".join([*file_head(schema_path(name, "edition"), f"{found.called} พ.ศ. {place.stem}"), ""])
    if place.name in CONFIG_RECORDS:
        return "\n".join([*file_head(schema_path(name), found.called), ""])
    year = place.parent.name
    head = file_head(schema_path(name), f"ปีงบประมาณ พ.ศ. {year}: {found.called}")
    return "\n".join([*head, f"fiscal_year: {year}", ""])


def record_of(name: str) -> type[Record] | None:
    """The record that a file holds, by its name as seen from the folder of the site; none for other files."""
    place = PurePosixPath(name)
    if place.parent.name == "editions":
        return Edition
    if place.name in CONFIG_RECORDS and place.parent.name == "site_config":
        return CONFIG_RECORDS[place.name]
    found = YEAR_FILES.get(place.name)
    return found[1] if found and place.parent.name.isdecimal() else None


def order_of(name: str) -> Order:
    """The keys of the record at each path of a file, in their order; none where a list or a table is."""
    record = record_of(name)

    def order(path: Path) -> Sequence[str]:
        found = group_at(record, path) if record else None
        return keys_of(found) if found else ()

    return order

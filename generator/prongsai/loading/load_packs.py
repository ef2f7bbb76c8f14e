"""Packs of an agency's site: each file read as people hand it on, by its sound parts alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from prongsai.disk.overlay import NO_OVERLAY, Overlay
from prongsai.disk.walk import FileType, Tree
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.edition import NACC, Edition
from prongsai.model.packs import Pack, PackHead
from prongsai.model.source import SourcedMap, SourcedText
from prongsai.problems import Problem, problem

FOLDER = "site_config/editions/packs"
_RULES = "rules"
_OF_EVERY = ("scheme", "fiscal_year", "evidence")  # what each part of the rules is read with
_IGNORED = ("based_on", "assessment", "unverified", "levels_note")  # of the site, not of what was entered


def read_pack(source: Path | bytes, name: str) -> tuple[Pack | None, list[Problem]]:
    """The pack in a file called `name` in problems, None where it is none; parts that are faulty are left out."""
    reading = read_yaml(source, name)
    problems = list(reading.problems)
    raw = reading.data
    if not isinstance(raw, SourcedMap):
        return None, problems or [parse_problem(raw)]
    if not {"format", _RULES} & raw.keys():  # another file: to name what it lacks as a pack would mislead
        return None, [*problems, problem("pack-without-rules", raw.where)]
    head, found = parse_document(raw.without({_RULES}), PackHead)
    problems += found
    rules = raw.get(_RULES)
    if not isinstance(rules, SourcedMap):
        return None, problems or [problem("pack-without-rules", raw.where)]
    kept, year, found = _sound_rules(rules)
    problems += found
    if head is None or year is None:
        return None, problems or [problem("pack-without-rules", raw.where)]
    return Pack(name, head, year, kept), problems


def parse_problem(raw: object) -> Problem:
    """The problem of a file that holds no pack at all."""
    _, found = parse_document(raw, PackHead)
    return found[0]


def read_packs(
    root: Path, names: Iterable[str], barred: Collection[str] = (), overlay: Overlay = NO_OVERLAY
) -> tuple[Mapping[int, tuple[Pack, ...]], list[Problem]]:
    """The packs in the files `names` of the site kept in `root`, by their years, with their problems."""
    found: dict[int, tuple[Pack, ...]] = {}
    problems: list[Problem] = []
    for name in sorted(names):
        source = overlay.get(name, root / name)
        if name in barred or source is None:
            continue
        pack, its_problems = read_pack(source, name)
        problems += its_problems
        if pack is not None:
            found[pack.year] = (*found.get(pack.year, ()), pack)
    return found, problems


def pack_names(tree: Tree) -> list[str]:
    """The files of a site that may be packs, as seen from its folder."""
    return [
        entry.name
        for entry in tree.inside(FOLDER)
        if entry.kind is FileType.FILE and entry.name.endswith(".yml") and not entry.name.startswith(f"{FOLDER}/.")
    ]


def _sound_rules(rules: SourcedMap) -> tuple[SourcedMap, int | None, list[Problem]]:
    """The parts of the rules that can be read whole, their year, and the problems of the others."""
    codes = () if str(rules.get("scheme") or NACC) == NACC else None
    head, problems = parse_document(_only(rules, _OF_EVERY), Edition, item_codes=codes)
    kept = _only(rules, _OF_EVERY)
    if problems and "evidence" in kept:
        del kept["evidence"]
    for key in rules:
        if key in {*_OF_EVERY, *_IGNORED}:
            continue
        part = _only(rules, ("scheme", "fiscal_year", key))
        _, found = parse_document(part, Edition, item_codes=codes)
        of_part = [one for one in found if one not in problems]
        problems += of_part
        if not of_part:
            kept[key] = rules[key]
            kept.key_places[key] = rules.key_places[key]
    if "scheme" not in kept:
        kept["scheme"] = SourcedText.at(NACC, rules.where)
    return kept, head.fiscal_year if head else None, problems


def _only(raw: SourcedMap, keys: Collection[str]) -> SourcedMap:
    return raw.without(raw.keys() - {*keys})

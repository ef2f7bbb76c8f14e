"""Packs laid under what ships and what an agency keeps itself, as far as they are trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.loading.inferred import evidence_at, is_weak
from prongsai.loading.put_entries import Laid, bare_rules, copied, scheme_of
from prongsai.loading.statements import (
    EVIDENCE,
    ITEMS,
    Entry,
    Path,
    entries_of,
    meaning_of,
    spoken_path,
    stated_at,
)
from prongsai.model.packs import Pack, Trust
from prongsai.model.source import SourcedMap
from prongsai.problems import Problem, Where, problem

_LONGEST = 80  # characters of a value that is shown


def lay_packs(base: SourcedMap | None, packs: Sequence[Pack], trust: Trust) -> SourcedMap | None:
    """The rules with what packs say where `base` says nothing, or nothing but what was inferred."""
    fitting = [pack for pack in packs if base is None or fits(base, pack)]
    if not fitting:
        return base
    laid = Laid(copied(base if base is not None else bare_rules(fitting[0])), trust)
    for entry in usable(base, fitting):
        if trust is not Trust.CONFIRMED or entry.is_confirmed:
            laid.put(entry)
    return laid.made


def usable(base: SourcedMap | None, packs: Sequence[Pack]) -> Iterator[Entry]:
    """The entries of packs that are used: agreed upon, and not said by what is known better."""
    entries = entries_of(packs)
    refused = {one.path[:2] for one in entries if _is_key(one.path) and (one.is_disputed or _differs(base, one))}
    for entry in entries:
        if not entry.is_disputed and entry.path[:2] not in refused and _is_free(base, entry):
            yield entry


def is_in_use(base: SourcedMap | None, packs: Sequence[Pack]) -> list[Pack]:
    """The packs on which the rules of a year rest without being confirmed."""
    fitting = [pack for pack in packs if base is None or fits(base, pack)]
    used = (one.pack for entry in usable(base, fitting) if not entry.is_confirmed for one in entry.statements)
    return list(dict.fromkeys(used))


def disagreements(base: SourcedMap | None, packs: Sequence[Pack]) -> Iterator[Problem]:
    """A note for each thing of which packs say different things, and a warning for a pack of another scheme."""
    for pack in packs:
        if base is not None and not fits(base, pack):
            scheme, own = scheme_of(pack.rules), scheme_of(base)
            yield problem("pack-other-scheme", Where(pack.file), year=pack.year, found=scheme, scheme=own)
    fitting = [pack for pack in packs if base is None or fits(base, pack)]
    for entry in entries_of(fitting):
        if entry.is_disputed and not _is_said(base, entry):
            first = entry.statements[0]
            said = ", ".join(f"{one.pack.agency} “{shown(one.value)}”" for one in entry.statements)
            where = getattr(first.value, "where", Where(first.pack.file))
            named = {"entry": "/".join(entry.path), "spoken_entry": spoken_path(entry.path)}
            yield problem("packs-disagree", where, year=first.pack.year, said=said, **named)


def shown(value: object) -> str:
    """A value of a pack on one line, shortened where it is long."""
    text = " ".join(_words(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        kept = {key: one for key, one in value.items() if not str(key).endswith(EVIDENCE) and key != "key"}
        for key, inner in kept.items():
            yield from (_words(inner) if key in {"text", "name", "count"} else (str(key), *_words(inner)))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Sequence):
        yield " / ".join(" ".join(_words(one)) for one in value)


def fits(base: SourcedMap, pack: Pack) -> bool:
    """True if a pack is of the scheme of the rules that it is laid under."""
    return scheme_of(base).casefold() == scheme_of(pack.rules).casefold()


def _is_key(path: Path) -> bool:
    return path[0] in ITEMS and path[-1] == "key"


def _differs(base: SourcedMap | None, entry: Entry) -> bool:
    """True if an item means something else in the rules that are known better."""
    known = stated_at(base, entry.path)
    return known is not None and meaning_of(known) not in entry.meanings and not _is_free(base, entry)


def _is_said(base: SourcedMap | None, entry: Entry) -> bool:
    return stated_at(base, entry.path) is not None and not _is_inferred(base, entry.path)


def _is_free(base: SourcedMap | None, entry: Entry) -> bool:
    return not _is_said(base, entry)


def _is_inferred(base: SourcedMap | None, path: Path) -> bool:
    """True if what rules say at a path rests on inference alone."""
    return is_weak(base, evidence_at(base, path))

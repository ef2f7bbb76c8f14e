"""Statements of packs: what each says of one thing, compared with what the others say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prongsai.model.edition import Edition
from prongsai.model.groups import record_at
from prongsai.model.packs import Pack
from prongsai.model.record import Record, words_of
from prongsai.model.source import SourcedMap
from prongsai.thai.codes import parse_item_code, parse_own_code
from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text

BY_KEY = ("instruments", "parts", "indicators", "subindicators", "items", "unnumbered", "questions")
ITEMS = ("items", "unnumbered")
_APART = ("scheme", "fiscal_year", "evidence")
EVIDENCE = "evidence"
_PATH_NAMES = {"year_offset": "offset_evidence"}
Path: TypeAlias = tuple[str, ...]
Meaning: TypeAlias = "str | tuple[Meaning, ...]"


@dataclass(frozen=True)
class Statement:
    """One thing that a pack says: `value` as it was typed, `evidence` the names of what it rests on in that pack."""

    path: Path
    value: object
    pack: Pack
    evidence: tuple[str, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages of the document on which it was found."""
        return tuple(page for name in self.evidence if (page := page_of(self.pack, name)))


@dataclass(frozen=True)
class Entry:
    """All that packs say of one thing; of an agency that handed on several packs only what the newest says."""

    path: Path
    statements: tuple[Statement, ...]

    @property
    def meanings(self) -> Mapping[Meaning, tuple[Statement, ...]]:
        """The statements by what they mean, in the order in which they were met."""
        found: dict[Meaning, tuple[Statement, ...]] = {}
        for one in self.statements:
            meaning = meaning_of(one.value)
            found[meaning] = (*found.get(meaning, ()), one)
        return found

    @property
    def is_disputed(self) -> bool:
        """True if packs say different things: none of them is used then."""
        return len(self.meanings) > 1

    @property
    def is_confirmed(self) -> bool:
        """True if two agencies or more say the same, each with the page on which it is."""
        return not self.is_disputed and len(agencies([one for one in self.statements if one.pages])) > 1


def agencies(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for each agency, as far as names tell them apart."""
    found: list[Statement] = []
    for one in statements:
        if not any(one.pack.head.may_be_of_same(other.pack.head) for other in found):
            found.append(one)
    return found


def entries_of(packs: Sequence[Pack]) -> tuple[Entry, ...]:
    """Everything that the packs of one year say, each thing once."""
    by_path: dict[Path, list[Statement]] = {}
    newest_first = sorted(packs, key=lambda pack: (pack.head.made_on, pack.file), reverse=True)
    for pack in newest_first:
        for one in statements_of(pack):
            known = by_path.setdefault(one.path, [])
            if not any(one.pack.head.may_be_of_same(other.pack.head) for other in known):
                known.append(one)
    return tuple(Entry(path, tuple(found)) for path, found in by_path.items())


def statements_of(pack: Pack) -> Iterator[Statement]:
    """Everything that a pack says, thing by thing: a field of an item, a list of levels."""
    for section, value in pack.rules.items():
        if section in _APART or value is None:
            continue
        if section in BY_KEY and isinstance(value, Mapping):
            for key, entry in value.items():
                yield from _of_record(section, spelled(str(key)), entry, pack, value.get(EVIDENCE))
        else:
            yield Statement((section,), value, pack, tuple(_named_in(value)))


def _of_record(section: str, key: str, entry: object, pack: Pack, shared: object) -> Iterator[Statement]:
    if not isinstance(entry, Mapping):
        return
    for field, value in entry.items():
        if not str(field).endswith(EVIDENCE) and value not in (None, [], ""):
            names = entry.get(evidence_key(section, str(field))) or entry.get(EVIDENCE) or shared
            yield Statement((section, key, str(field)), value, pack, tuple(_texts(names)))


def evidence_key(section: str, field: str) -> str:
    """The key of a record that says on what a field of it rests."""
    own = _PATH_NAMES.get(field, f"{field}_{EVIDENCE}")
    record = record_at(Edition, [section, "1"])
    return own if record is not None and own in record.model_fields else EVIDENCE


def spoken_path(path: Path) -> str:
    """A thing in the rules as people name it: ข้อ OIT O5 ชื่อข้อ."""
    section, *rest = path
    words = [_title(Edition, section), *rest[:1]]
    if len(rest) > 1 and (record := record_at(Edition, [section, "1"])):
        words.append(_title(record, rest[1]))
    return " ".join(words)


def _title(record: type[Record], name: str) -> str:
    declared = record.model_fields.get(name)
    said = words_of(declared) if declared is not None else None
    return said.title if said else name


def page_of(pack: Pack, name: str) -> str:
    """The page that an evidence of a pack names, in Arabic digits; empty where it names none."""
    known = pack.rules.get(EVIDENCE)
    found = known.get(name) if isinstance(known, Mapping) else None
    page = found.get("page") if isinstance(found, Mapping) else None
    return to_arabic(str(page)).strip() if page else ""


def spelled(key: str) -> str:
    """A key in the one spelling of its code."""
    return parse_item_code(key) or parse_own_code(key) or to_arabic(key)


def stated_at(base: SourcedMap | None, path: Path) -> object:
    """The value that rules have at a path, with keys in any spelling; None where they have none."""
    found: object = base
    for step in path:
        if not isinstance(found, Mapping):
            return None
        found = next((value for key, value in found.items() if spelled(str(key)) == spelled(step)), None)
    return None if found in ([], "") else found


def meaning_of(value: object) -> Meaning:
    """The value as it is compared: whatever digits and blanks it is typed with, and by whatever names its parts go."""
    if isinstance(value, Mapping):
        kept = {str(key): one for key, one in value.items() if not str(key).endswith(EVIDENCE) and str(key) != "key"}
        return tuple((spelled(key), meaning_of(one)) for key, one in sorted(kept.items()))
    if isinstance(value, str) or not isinstance(value, Sequence):
        return _plain("" if value is None else str(value))
    return tuple(meaning_of(one) for one in value)


def _plain(text: str) -> str:
    plain = "".join(to_arabic(clean_text(text)[0]).split()).casefold()
    return plain.rstrip("0").rstrip(".") if "." in plain and plain.replace(".", "", 1).isdecimal() else plain


def _named_in(value: object) -> Iterator[str]:
    """The evidence that a section names, at any depth."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner) if str(key).endswith(EVIDENCE) else _named_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named_in(inner)


def _texts(names: object) -> list[str]:
    return [names] if isinstance(names, str) else [str(one) for one in names] if isinstance(names, list) else []

"""The former and the present content of an address, from snapshots and pages; by it a renamed thing is found."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prongsai.addresses import FILES, Subject, subject_of
from prongsai.json_value import Json
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.rows import Ledger
from prongsai.thai.text import clean_text

_LIKE = 0.6  # how much two names or titles must have in common to be those of one thing
_YEARS = re.compile(r"(?<![0-9])2[56][0-9]{2}(?![0-9])")
_HAND_MADE = {"files", "page", "file"}
_NAMED_BY_PEOPLE, _PARTS_NAMED_BY_PEOPLE = {"measure", "unit"}, {"analysis", "measures", "questions"}


def is_hand_made(path: str) -> bool:
    """True if a page or file is one that somebody put into content/: its name is not one that the program gives."""
    return subject_of(path).kind in _HAND_MADE


def find_renames(lost: Iterable[str], ledger: Ledger, addresses: Addresses, contents: Contents) -> dict[str, str]:
    """The new addresses of those that were renamed or moved; who has none is not in it.

    What was never published may be the new place of something lost. It is where the same title, question or content
    is there, or where one thing went and one of its kind came, and nothing known speaks against it.
    """
    gone = [path for path in lost if _is_named_by_people(path)]
    new = [path for path in addresses.declared - ledger.by_path.keys() if _is_named_by_people(path)]
    pages = addresses.declared | ledger.by_path.keys()
    found = {old: there for old in gone if (there := _moved_question(old, addresses))}
    places = _by_place(new, pages)
    for place, members in _by_place((path for path in gone if path not in found), pages).items():
        found |= _pair(members, places.get(place, []), contents)
    found |= _moved([path for path in gone if path not in found], set(new) - set(found.values()), contents)
    twice = {to for to, count in Counter(found.values()).items() if count > 1}
    return {old: to for old, to in found.items() if to not in twice}


def _is_named_by_people(path: str) -> bool:
    """True if the last name in an address is one that people gave and can change; codes of items are not."""
    if "#" in path:
        return subject_of(path).kind in _PARTS_NAMED_BY_PEOPLE
    return subject_of(path).kind in _NAMED_BY_PEOPLE or is_hand_made(path)


def _by_place(paths: Iterable[str], pages: Collection[str]) -> dict[tuple[str, ...], list[str]]:
    """The addresses by where they are and of which kind and years they are; `pages` are all there are or were."""
    found: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(paths):
        page, _, fragment = path.partition("#")
        if fragment and f"{page}{fragment}/" in pages:
            continue  # the row of a thing that has a page: it goes where that goes
        parent = f"{page}#" if fragment else page.rstrip("/").rpartition("/")[0]
        found.setdefault((parent, _kind(page), *sorted(set(_YEARS.findall(path)))), []).append(path)
    return found


def _kind(page: str) -> str:
    """`/` for a page, the ending of a file."""
    return "/" if page.endswith("/") else page.rpartition(".")[2].lower()


def _pair(gone: list[str], new: list[str], contents: Contents) -> dict[str, str]:
    """Pair new things with those that are gone, at one place."""
    found = {old: same[0] for old in gone if len(same := _holding_the_same(old, new, contents)) == 1}
    gone = [old for old in gone if old not in found]
    new = [one for one in new if one not in found.values()]
    if len(gone) == len(new) == 1 and _may_be(gone[0], new[0], contents):
        found[gone[0]] = new[0]
    return found


def _holding_the_same(old: str, new: Collection[str], contents: Contents) -> list[str]:
    pairs = ((one, contents.of_both(old, one)) for one in new)
    return [one for one, both in pairs if both and both[0] == both[1]]


def _may_be(old: str, new: str, contents: Contents) -> bool:
    """True if one thing that went and one that came may be the same."""
    both = contents.of_both(old, new)
    if both and not old.startswith(FILES):
        return _ratio(*both) >= _LIKE
    return not is_hand_made(old) or _ratio(_name(old), _name(new)) >= _LIKE


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _moved(gone: Collection[str], new: Collection[str], contents: Contents) -> dict[str, str]:
    """Files in content/ that are now in another folder: of the same content, or of the same name."""
    made = {old: [one for one in new if _is_like(old, one)] for old in gone if is_hand_made(old) and "#" not in old}
    found: dict[str, str] = {}
    for old, choices in made.items():
        same = _holding_the_same(old, choices, contents) or [one for one in choices if _name(one) == _name(old)]
        if len(same) == 1:
            found[old] = same[0]
    return found


def _is_like(one: str, other: str) -> bool:
    years = [set(_YEARS.findall(path)) for path in (one, other)]
    return is_hand_made(other) and "#" not in other and _kind(one) == _kind(other) and years[0] == years[1]


def _name(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _moved_question(path: str, addresses: Addresses) -> str:
    """The place of a question that is now on another page of its year."""
    _, mark, fragment = path.partition("#")
    if not mark or subject_of(path).kind != "questions":
        return ""
    there = [one for one in addresses.declared if one.endswith(f"#{fragment}") and place_of(one) == place_of(path)]
    return there[0] if len(there) == 1 else ""


def common_target(path: str, members: Collection[str], renames: Mapping[str, str], declared: Collection[str]) -> str:
    """The prefix to which everything below `path` moved; empty where not all did, or not to one place."""
    targets = set()
    for one in (member for member in members if member != path):
        rest, to = one.removeprefix(path), renames.get(one, "")
        targets.add(to.removesuffix(rest) if to.endswith(rest) else "")
    target = targets.pop() if len(targets) == 1 else ""
    is_there = path not in members or target in declared
    return target if target.endswith("/") and is_there else ""


@dataclass(frozen=True)
class Contents:
    """The content of addresses by the newest snapshot, and now; an unknown one says nothing."""

    before: Mapping[str, str] = field(default_factory=dict)
    now: Mapping[str, str] = field(default_factory=dict)

    def of_both(self, old: str, new: str) -> tuple[str, str] | None:
        """The content of the old address and of the new one; None where either is not known."""
        before, after = self.before.get(place_of(old), ""), self.now.get(place_of(new), "")
        return (before, after) if before and after else None


NOTHING_KNOWN = Contents()


def contents_of(facts: Facts) -> dict[str, str]:
    """The content of the addresses that a snapshot of the facts speaks of."""
    found = {f"/files/{name}": digest for name, digest in _texts(facts, "files")}
    for year, of_year in parts_of(facts, "years").items():
        measures = parts_of(of_year, "measures")
        found |= {f"/{year}/measures/{key}/": text_of(one, "title") for key, one in measures.items()}
        found |= {f"/{year}/questions/#{key}": text_of(one, "question") for key, one in _questions(of_year)}
        found |= {f"/files/{year}/{name}": digest for name, digest in _texts(of_year, "files")}
        for one in measures.values():
            found |= {f"/units/{key}/": name for key, name in zip(*_units(one), strict=False) if key != name}
    return found


def place_of(address: str) -> str:
    """The address of a question without the number of its page, which changes with those before it."""
    subject, (_, mark, fragment) = subject_of(address), address.partition("#")
    is_question = mark and subject.kind == "questions"
    return f"{Subject('questions', subject.year).path}#{fragment}" if is_question else address


def _questions(of_year: Facts) -> Iterator[tuple[str, Facts]]:
    yield from parts_of(of_year, "questions").items()


def _units(measure: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return texts_of(measure, "unit_keys"), texts_of(measure, "units")


def _texts(facts: Facts, key: str) -> Iterator[tuple[str, str]]:
    found = facts.get(key)
    names = found if isinstance(found, dict) else {}
    yield from ((str(name), text) for name, text in names.items() if isinstance(text, str))


Facts = Mapping[str, Json]


def part_of(facts: Facts, key: str) -> Facts | None:
    """The mapping under a key, with nothing invisible in its keys; None where it is none."""
    found = facts.get(key)
    return {clean_text(str(name))[0]: value for name, value in found.items()} if isinstance(found, dict) else None


def parts_of(facts: Facts, key: str) -> dict[str, Facts]:
    """The mappings that are under a key, by name."""
    return mappings_in(part_of(facts, key) or {})


def mappings_in(facts: Facts) -> dict[str, Facts]:
    """Those of the values that are mappings themselves, by name."""
    return {name: value for name, value in facts.items() if isinstance(value, dict)}


def text_of(facts: Facts, key: str) -> str:
    """A text, or a whole number as text; empty where there is none. Nothing invisible is left in it."""
    found = facts.get(key)
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return clean_text(str(found))[0]


def texts_of(facts: Facts, key: str) -> tuple[str, ...]:
    """The texts of a list."""
    found = facts.get(key)
    texts = (clean_text(one)[0] for one in found if isinstance(one, str)) if isinstance(found, list) else ()
    return tuple(text for text in texts if text)


def speaks_of(before: Facts, after: Facts, key: str) -> bool:
    """True if both snapshots know a key: where one does not, nothing is known to have changed."""
    return key in before and key in after

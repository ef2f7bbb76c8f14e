"""Packs made and compared: what an agency entered as one plain file, and what such a file says differently."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.loading.lay_packs import shown, usable
from prongsai.loading.load_packs import FOLDER
from prongsai.loading.statements import EVIDENCE, Entry, Path, entries_of, meaning_of, stated_at
from prongsai.model.packs import Pack
from prongsai.model.source import SourcedMap
from prongsai.rulebooks.guesses import word_guess
from prongsai.rulebooks.rows import names_in
from prongsai.rulebooks.structure import Rules
from prongsai.rulebooks.write_rules import in_order, rule_lines
from prongsai.thai.agency_names import plain_agency
from prongsai.writing.change import Plain

_OF_THE_SITE = ("based_on", "assessment", "unverified", "levels_note")


@dataclass(frozen=True)
class Maker:
    """The agency that hands on a pack, as its own data file names it; empty where that does not say."""

    agency: str
    district: str = ""
    province: str = ""
    website: str = ""


def write_pack(rules: Rules, maker: Maker, day: str) -> str:
    """The text of the pack of what an agency entered (`rules`), made on a day as people write it.

    Nothing is in it that is not in the rules themselves: no place on a disk, no name of a person.
    """
    kept = {key: value for key, value in rules.items() if key not in _OF_THE_SITE}
    kept[EVIDENCE] = _named_evidence(kept)
    head: Rules = {"format": "1", "agency": maker.agency}
    head |= {key: value for key, value in _places(maker).items() if value}
    head["made_on"] = day
    year = str(rules.get("fiscal_year", ""))
    about = (
        f"# ชุดหลักเกณฑ์ ITA ปีงบประมาณ พ.ศ. {year} ที่ {maker.agency} กรอกจากคู่มือ เมื่อ {day}\n"
        "# หน่วยงานอื่นใช้ได้ด้วยคำสั่ง prongsai edition add ตามด้วยชื่อแฟ้มนี้ เลิกใช้โดยลบแฟ้ม\n"
    )
    return about + "\n".join([*rule_lines(head), "", "rules:", *rule_lines(in_order(kept), 2), ""])


def _places(maker: Maker) -> dict[str, str]:
    return {"district": maker.district, "province": maker.province, "website": maker.website}


def _named_evidence(rules: Rules) -> Plain:
    """The evidence that anything of the rules names."""
    known = rules.get(EVIDENCE)
    named = {*_names({key: value for key, value in rules.items() if key != EVIDENCE})}
    found = known.items() if isinstance(known, dict) else ()
    return {name: _without_file(name, one) for name, one in found if name in named}


def _without_file(name: str, evidence: Plain) -> Plain:
    """The evidence of a guess without the name of the file in which it was made."""
    said = word_guess(name)
    if not said or not isinstance(evidence, dict):
        return evidence
    return {**evidence, "source": f"{said} ยังไม่ได้เทียบกับคู่มือ"}


def _names(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from names_in(inner) if key.endswith(EVIDENCE) and not isinstance(inner, dict) else _names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner)


def pack_name(pack: Pack) -> str:
    """The file in which a site keeps a pack: one for each year and agency, whatever the file was called before."""
    kind, place = plain_agency(pack.agency)
    said = f"{kind}{place}{pack.head.province or ''}"
    return f"{FOLDER}/{pack.year}-{hashlib.sha256(said.encode()).hexdigest()[:10]}.yml"


@dataclass(frozen=True)
class Compared:
    """A pack next to what is known already, thing by thing.

    `new` is what only it says, `same` what is said alike (with those that so become confirmed in `confirmed`),
    `other` what is said otherwise: the path, what is there now, who says so, and what the pack says. `since` is what
    the agency itself said otherwise in its former pack: the path, what it said, and what it says now.
    """

    new: tuple[Entry, ...]
    same: int
    confirmed: tuple[Entry, ...]
    other: tuple[tuple[Path, str, str, str], ...]
    since: tuple[tuple[Path, str, str], ...]
    without_page: int


def compare_pack(pack: Pack, base: SourcedMap | None, others: Sequence[Pack], former: Pack | None = None) -> Compared:
    """Compare a pack with the rules known without packs (`base`) and with the packs there; `former` is its own."""
    said = {one.path: one.statements[0].value for one in entries_of([former] if former else [])}
    rest = [one for one in others if not one.head.may_be_of_same(pack.head)]
    theirs = {one.path: one for one in entries_of(rest)}
    together = {one.path: one for one in usable(base, [*rest, pack])}
    new, confirmed, other = [], [], []
    same = 0
    own = entries_of([pack])
    for entry in own:
        value = entry.statements[0].value
        known = stated_at(base, entry.path)
        if known is not None and meaning_of(known) != meaning_of(value):
            other.append((entry.path, shown(known), "", shown(value)))
        elif known is not None:
            same += 1
        elif (there := theirs.get(entry.path)) is None:
            if meaning_of(said.get(entry.path)) == meaning_of(value):
                same += 1
            elif entry.path not in said:
                new.append(entry)
        elif meaning_of(value) not in there.meanings:
            first = there.statements[0]
            other.append((entry.path, shown(first.value), first.pack.agency, shown(value)))
        else:
            same += 1
            confirmed += [entry] if _is_confirmed(together, entry) else []
    lacking = sum(not entry.statements[0].pages for entry in own)
    now = {entry.path: entry.statements[0].value for entry in own}
    since = [
        (path, shown(value), shown(now.get(path)))
        for path, value in said.items()
        if meaning_of(now.get(path)) != meaning_of(value)
    ]
    return Compared(tuple(new), same, tuple(confirmed), tuple(other), tuple(since), lacking)


def _is_confirmed(together: Mapping[Path, Entry], entry: Entry) -> bool:
    return entry.path in together and together[entry.path].is_confirmed

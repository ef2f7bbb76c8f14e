"""A warm store: whatever is edited, in any order, a site is made to the byte as it is made without one."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import random
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path

import pytest
from pydantic import BaseModel

import sites
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.planning.data_files import TABLES, plan_data_files
from prongsai.pipeline.planning.write_pages import PAGES
from prongsai.pipeline.store import STORE
from prongsai.views.open_data.dataset import dataset_of

MEASURE = "data/2565/measures.yml"
PLAIN = (str, int, Decimal, Fraction)
SECOND = """
  - id: m02
    number: 2
    topic: disclosure
    title: เผยแพร่แผนการจัดซื้อ
    basis: [{indicator: 10}]
    steps: [รวบรวมแผน]
    responsible: {lead: [finance]}
"""
# What people change, there and back: a file, what it says, and what it says then; all of a new file, or none of one.
EDITS: Mapping[str, tuple[str, str, str]] = {
    "the title of a measure": (MEASURE, "เผยแพร่ช่องทางติดต่อผู้บริหาร", "แจ้งช่องทางติดต่อผู้บริหาร"),
    "another measure": (MEASURE, "reporting: [สรุปผลเสนอผู้บริหารเมื่อสิ้นปี]\n", f"reporting: [สรุปผล]\n{SECOND}"),
    "the name of the agency": ("site_config/agency.yml", "เทศบาลตำบลทดสอบ", "เทศบาลตำบลตัวอย่าง"),
    "the name of a unit": ("site_config/agency.yml", "{name: กองคลัง}", "{name: กองคลังและพัสดุ, aliases: [กองคลัง]}"),
    "numerals": ("site_config/site.yml", "numerals: thai", "numerals: arabic"),
    "the address of the site": ("site_config/site.yml", "site_url: https://ita.example.go.th/\n", ""),
    "the title of the site": ("site_config/site.yml", "ความโปร่งใส", "ความสุจริต"),
    "the notice": ("site_config/site.yml", "title: คุณธรรม", "notice: ทดลองใช้\ntitle: คุณธรรม"),
    "a score": ("data/2564/scores.yml", "10: 75.00", "10: 74.00"),
    "the day of the scores": ("data/2564/scores.yml", "26 สิงหาคม 2564", "27 สิงหาคม 2564"),
    "a paragraph": ("data/2564/analysis.yml", "[ย่อหน้าสมมุติ]", "[ย่อหน้าสมมุติ, อีกย่อหน้า]"),
    "how far a measure came": ("data/2565/follow-up.yml", "status: done", "status: in_progress"),
    "an address": ("data/2565/oit.yml", "go.th/executives", "go.th/people"),
    "no memo": ("data/2565/memo.yml", "", ""),
    "a page of the agency": ("content/history.md", "", "# ประวัติ\n\nเขียนเอง\n"),
    "a page in place of a generated one": ("content/accessibility.md", "", "# การเข้าถึง\n\nเขียนเอง\n"),
    "an attachment": ("content/files/2565/a.csv", "", "ก,ข\n"),
}


def edit(root: Path, name: str, there: set[str]) -> None:
    """Make one edit, or take it back where it was made."""
    file, before, after = EDITS[name]
    path = root / file
    old, new = (after, before) if name in there else (before, after)
    if name == "no memo":
        shutil.copy(sites.BASE / file, path) if name in there else path.unlink()
    elif not before and name in there:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
        assert text.count(old) == 1 or not old, name
        path.write_text(text.replace(old, new, 1) if old else f"{text}{new}", "utf-8")
    there ^= {name}


def chain(seed: int) -> list[str]:
    """Every edit there and, in another order, back."""
    chance, names = random.Random(seed), [*EDITS]
    return [*chance.sample(names, len(names)), *chance.sample(names, len(names))]


def bare_copy(root: Path, folder: Path) -> Path:
    """The same sources where nothing was ever made."""
    made = [path.removeprefix("/") for path in _listed(root)]
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns(".prongsai", "site"))
    for name in made:
        (folder / "content" / name).unlink(missing_ok=True)
    (folder / "content" / ".generated.json").unlink(missing_ok=True)
    return folder


def _listed(root: Path) -> list[str]:
    ignored = root / "content" / ".gitignore"
    lines = ignored.read_text("utf-8").splitlines() if ignored.exists() else []
    return [line.replace("\\[", "[") for line in lines if line.startswith("/")]


def generated(root: Path) -> dict[str, str]:
    """All that generating makes of a site, written by it."""
    checked = check_folder(root)
    assert not checked.has_errors, [(one.code, one.where) for one in checked.problems]
    assert not generate_folder(root, checked).written.has_errors
    files = {name: found for name, found in sites.snapshot(root / "content").items() if found}
    return {**files, "mkdocs.yml": (root / ".prongsai/mkdocs.yml").read_text("utf-8")}


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The names under which not the same is found."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def follow(tmp_path: Path, steps: Iterable[str]) -> Path:
    """Make edit after edit, each with the store and without, since the next may hide it; the site after the last."""
    root, there = sites.copy_base(tmp_path / "warm"), set[str]()
    assert generated(root)
    for number, name in enumerate(steps, 1):
        edit(root, name, there)
        bare = bare_copy(root, tmp_path / f"bare-{number}")
        assert differing(generated(root), generated(bare)) == [], (number, name, there)
        shutil.rmtree(bare)
    return root


def test_a_chain_of_edits_gives_what_is_made_without_a_store(tmp_path):
    """Every edit there and some of them back; at the end with papers, which are then taken from the store."""
    root = follow(tmp_path, chain(7)[: len(EDITS) + 2])
    options = root / "site_config/site.yml"
    options.write_text(f"{options.read_text('utf-8').rstrip()}\ndocuments: on\n", "utf-8")
    cold = generated(bare_copy(root, tmp_path / "bare"))
    assert differing(generated(root), cold) == []
    assert differing(generated(root), cold) == []
    assert [name for name in cold if name.endswith(".pdf")]


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(12))
def test_long_chains_give_what_is_made_without_a_store(tmp_path, seed):
    """The same in other orders, all the way back."""
    follow(tmp_path, chain(seed))


def rewritten(pack: bytes, *, is_packed: bool) -> bytes:
    """A pack of the store in which another word is; pages are compressed in it."""
    head, _, rest = pack.partition(b"\n")
    found, start = {}, 0
    for key, length in json.loads(head).items():
        made = rest[start : start + length]
        start += length
        text = (zlib.decompress(made) if is_packed else made).replace("สมมุติ".encode(), "ใครรู้".encode())
        found[key] = zlib.compress(text) if is_packed else text
    return json.dumps({key: len(made) for key, made in found.items()}).encode() + b"\n" + b"".join(found.values())


@pytest.mark.parametrize("kind", [PAGES, TABLES], ids=lambda kind: kind.name)
def test_what_the_store_has_is_taken_from_it(tmp_path, kind):
    """A store that says something else is believed: pages and tables are not made a second time."""
    root = sites.copy_base(tmp_path / "site")
    before = generated(root)
    place = root / STORE / kind.name / "all"
    other = rewritten(place.read_bytes().partition(b"\n")[2], is_packed=kind is PAGES)
    place.write_bytes(hashlib.blake2b(other, digest_size=20).hexdigest().encode() + b"\n" + other)
    changed = differing(before, generated(root))
    assert [name for name in changed if name.endswith(".md" if kind is PAGES else (".csv", ".json"))]


def test_an_edit_makes_only_the_pages_that_it_changes(tmp_path):
    """Most pages come from the store; no more are made again than say something else now."""
    root = sites.copy_base(tmp_path / "site")
    before = generated(root)
    kept = {path.name: path.read_bytes() for path in (root / STORE / PAGES.name).iterdir()}
    edit(root, "how far a measure came", set())
    after = generated(root)
    pages = [name for name in differing(before, after) if name.endswith(".md")]
    new = _entries(root) - _keys(kept["all"])
    assert 0 < len(new) <= len(pages) < len(_keys(kept["all"])) / 2


def _keys(pack: bytes) -> set[str]:
    return {*json.loads(pack.partition(b"\n")[2].partition(b"\n")[0])}


def _entries(root: Path) -> set[str]:
    return _keys((root / STORE / PAGES.name / "all").read_bytes())


@pytest.mark.parametrize("name", ["model", "don"])
def test_keys_say_all_of_what_they_are_made_of(tmp_path, name):
    """Pages, tables, papers and cards consist of values whose text says each part of them, in one order."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / name, tmp_path / "site")
    options = root / "site_config/site.yml"
    if "documents: on" not in options.read_text("utf-8"):
        options.write_text(f"{options.read_text('utf-8')}\ndocuments: on\n", "utf-8")
    checked = check_folder(root)
    planned = checked.planned
    tables = plan_data_files(checked.results, checked.problems, checked.links).shown.tables
    assert planned.pages
    assert planned.documents
    values = (planned.pages, planned.documents, planned.cards, tables, dataset_of(checked.results))
    assert {*_silent(values)} == set()


def _silent(value: object) -> Iterator[str]:
    """The types below a value whose text may leave something out or say it in any order."""
    kind = type(value)
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        if not hasattr(kind.__repr__, "__wrapped__"):  # as dataclass makes them
            yield f"the text of {kind.__name__}"
        yield from (f"{kind.__name__}.{one.name}" for one in fields if not one.repr)
        yield from (found for one in fields for found in _silent(getattr(value, one.name)))
    elif isinstance(value, BaseModel):
        yield from (f"{kind.__name__}.{one}" for one, field in kind.model_fields.items() if not field.repr)
        yield from (found for one in kind.model_fields for found in _silent(getattr(value, one)))
    elif isinstance(value, Mapping):
        yield from (found for pair in value.items() for one in pair for found in _silent(one))
    elif isinstance(value, tuple | list):
        yield from (found for one in value for found in _silent(one))
    elif not (value is None or isinstance(value, PLAIN) or (isinstance(value, Enum) and "__repr__" not in vars(kind))):
        yield kind.__name__

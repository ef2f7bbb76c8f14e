"""Packed twins next to the text files of a site: made where the agency asks, always the same, gone with their file."""

from __future__ import annotations

import gzip
from pathlib import Path
from random import Random

import pytest

import sites
from prongsai.exports.packed_files import TYPES
from prongsai.ledger.load_ledger import load_ledger
from prongsai.pipeline.build import Built, build_folder
from prongsai.pipeline.publish import publish_folder
from prongsai.pipeline.target.manifest import read_manifest
from prongsai.pipeline.target.pack_files import SMALLEST, pack_files

URL = "https://www.example.go.th/"


@pytest.fixture
def root(tmp_path) -> Path:
    """A small site that asks for twins, with a table of its own."""
    root = sites.copy_small(tmp_path / "root")
    choose(root, "precompressed: true")
    (root / "content" / "files").mkdir(parents=True, exist_ok=True)
    (root / "content" / "files" / "own.csv").write_text("a,b\n" * 500, "utf-8")
    return root


def choose(root: Path, option: str) -> None:
    """Write an option into the settings of a site; an earlier one of the same key goes."""
    chosen = root / "site_config" / "site.yml"
    key = option.partition(":")[0]
    kept = [line for line in chosen.read_text("utf-8").splitlines() if not line.startswith(f"{key}:")]
    chosen.write_text("\n".join((*kept, option, "")), "utf-8")


def build(root: Path, **words) -> Built:
    """Build the site next to its folder."""
    built = build_folder(root, root.with_name("site"), site_url=URL, **words)
    assert built.done, built.problems
    return built


def files(root: Path) -> dict[str, bytes]:
    """The files in the built site."""
    site = root.with_name("site")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_every_text_has_its_twin_and_nothing_else_has(root):
    """Unpacked it is the file; what is small or packed by itself has none; the manifest knows each."""
    build(root)
    found = files(root)
    twins = {name.removesuffix(".gz") for name in found if name.endswith(".gz")}
    texts = {name for name in found if name.rpartition(".")[2] in TYPES and not name.startswith(".")}
    assert twins == {name for name in texts if len(found[name]) >= SMALLEST}
    assert {"index.html", "assets/css/site.css", "sitemap.xml", "files/own.csv"} <= twins
    assert {name for name in twins if gzip.decompress(found[f"{name}.gz"]) != found[name]} == set()
    assert {f"{name}.gz" for name in twins} <= read_manifest(root.with_name("site")).files.keys()


def test_twins_say_nothing_of_day_and_machine(tmp_path):
    """The same text packs to the same bytes: no name, no time, no system in the head."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("text " * 500, "utf-8")
    pack_files(tmp_path)
    one, other = ((tmp_path / f"{name}.html.gz").read_bytes() for name in "ab")
    assert one == other
    assert one[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def test_what_does_not_get_smaller_has_no_twin(tmp_path):
    """Noise that is called text stays alone, next to a text of the same size that does not."""
    (tmp_path / "noise.txt").write_bytes(Random(1).randbytes(5_000))
    (tmp_path / "text.txt").write_text("text " * 1_000, "utf-8")
    pack_files(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"noise.txt", "text.txt", "text.txt.gz"}


def test_a_twin_goes_with_its_file_and_with_the_option(root):
    """A file that is gone has none, and without the option a build leaves none behind."""
    build(root)
    assert "files/own.csv.gz" in files(root)
    (root / "content" / "files" / "own.csv").unlink()
    build(root)
    found = files(root)
    assert "files/own.csv.gz" not in found
    assert "index.html.gz" in found
    choose(root, "precompressed: false")
    build(root)
    assert [name for name in files(root) if name.endswith(".gz") or name == ".htaccess"] == []


def test_a_twin_is_no_address(root):
    """The ledger does not list it, and no page, sitemap or index names it."""
    site = root.with_name("site")
    published = publish_folder(root, site, "2569-11-21", site_url=URL)
    assert published.built.done, published.built.problems
    assert [row.path for row in load_ledger(root).ledger.rows if row.path.endswith(".gz")] == []
    found = files(root)
    told = [name for name, data in found.items() if b".gz" in data and name.endswith((".html", ".xml", ".json"))]
    assert told == [".prongsai-site.json"]


def test_a_preview_has_no_twins(root):
    """A preview, looked at after each saving, is built sooner without packing."""
    build(root, for_officer=True)
    assert [name for name in files(root) if name.endswith(".gz")] == []

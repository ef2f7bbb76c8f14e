"""An overlay stands in for files of a site: what is checked is the site as it would be, and nothing is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sites
from prongsai.disk.overlay import Overlay, is_overlaid, lay_over
from prongsai.disk.walk import walk_site
from prongsai.loading.load_site import load_site
from prongsai.pipeline.check import Checked, check_folder

EXAMPLES = sites.REPOSITORY / "examples"
CASES = [
    "unknown-unit--near",
    "missing-key",
    "file-not-utf8--tis-620",
    "edition-circular",
    "file-missing--site",
    "empty-file",
]
CASES += ["unknown-file--misspelled", "measures-missing--misnamed", "yaml-tab", "url-lost--register"]


def make_copy(root: Path, overlay: Overlay, folder: Path) -> Path:
    """A copy of a site in which the files of an overlay were written."""
    shutil.copytree(root, folder, symlinks=True)
    for name, data in overlay.items():
        place = folder / name
        if data is None:
            place.unlink()
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    return folder


def overlay_of(case: str) -> Overlay:
    """The data files that a case lays over the smallest site."""
    folder = sites.INVALID / case
    laid = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}
    gone = (name for name in sites.spec_of(folder).get("remove", []) if name.endswith(".yml"))
    return {**laid, **dict.fromkeys(gone)}


def root_of(case: str, folder: Path) -> Path:
    """The smallest site with what a case has besides data files, such as its ledger."""
    ours = sites.INVALID / case
    sites.copy_base(folder)
    for path in ours.rglob("*.csv"):
        place = folder / path.relative_to(ours)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    return folder


def said(checked: Checked) -> tuple:
    """The problems that a check finds, and the addresses that would be made of it."""
    pages = [page.path for page in checked.planned.pages] if not checked.has_errors else []
    return checked.problems, checked.results.site.years, pages


def compare(root: Path, overlay: Overlay, folder: Path) -> Checked:
    """Check a site with an overlay and its copy with the files; both say the same, and the disk stays as it is."""
    before = sites.snapshot(root)
    laid = check_folder(root, overlay=overlay)
    assert said(laid) == said(check_folder(make_copy(root, overlay, folder)))
    assert sites.snapshot(root) == before
    return laid


@pytest.mark.parametrize("case", CASES)
def test_a_check_with_an_overlay_is_that_of_the_files(case, tmp_path):
    """Files that are wrong in many ways, new files and files taken away are reported as if they were on the disk."""
    overlay = overlay_of(case)
    assert overlay
    found = compare(root_of(case, tmp_path / "root"), overlay, tmp_path / "copy")
    assert sites.code_of(case) in {one.code for one in found.problems}


@pytest.mark.soak
def test_every_case_says_the_same_of_an_overlay(tmp_path):
    """All that the cases can lay over the smallest site as data files."""
    for case in sites.invalid_cases():
        root = root_of(case, tmp_path / case / "root")
        overlay = {name: data for name, data in overlay_of(case).items() if is_overlaid(name)}
        compare(root, overlay, tmp_path / case / "copy")


@pytest.mark.parametrize("name", ["don", "nam-mong", "model"])
def test_a_year_whose_folder_is_not_there_can_be_laid_over(name, tmp_path):
    """Its pages are planned next to those of the years on the disk."""
    root = sites.copy_site(EXAMPLES / name, tmp_path / "root")
    measures = next(iter(sorted((root / "data").glob("*/measures.yml"))))
    text = measures.read_bytes().replace(measures.parent.name.encode(), b"2571")
    found = compare(root, {"data/2571/measures.yml": text}, tmp_path / "copy")
    assert found.results.site.year(2571) is not None
    assert not (root / "data/2571").exists()


def test_the_last_file_of_a_year_can_be_taken_away(tmp_path):
    """The year stays, as its folder does, without what it said."""
    root = sites.copy_site(EXAMPLES / "don", tmp_path / "root")
    compare(root, {"data/2568/measures.yml": None}, tmp_path / "copy")


def test_an_edition_of_the_agency_can_be_laid_over(tmp_path):
    """Also where it keeps none, and what was loaded before is not changed by it."""
    root = sites.copy_base(tmp_path / "root")
    name = "site_config/editions/2565.yml"
    overlay = {name: b"note: \xe0\xb8\x97\xe0\xb8\x94\xe0\xb8\xaa\xe0\xb8\xad\xe0\xb8\x9a\nbased_on: 2570\n"}
    before = load_site(root).editions.edition(2565)
    found = compare(root, overlay, tmp_path / "copy")
    assert any(one.where.file == name for one in found.problems)
    assert load_site(root).editions.edition(2565) == before


def test_a_check_of_an_overlay_leaves_the_caches_of_a_built_site_alone(tmp_path):
    """A build that follows finds nothing changed."""
    from prongsai.pipeline.build import build_folder

    root = sites.copy_small(tmp_path / "root")
    shutil.copy(sites.REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    assert build_folder(root, root / "site").done
    before = sites.snapshot(root)
    overlay = {"data/2565/measures.yml": None, "site_config/agency.yml": b"name: \xe0\xb8\x81\n"}
    assert check_folder(root, overlay=overlay).problems
    assert sites.snapshot(root) == before
    assert build_folder(root, root / "site").unchanged


def test_the_entries_are_in_the_order_of_a_walk(tmp_path):
    """So that nothing depends on what is on the disk and what is laid over it."""
    root = sites.copy_base(tmp_path / "root")
    overlay = {"data/2564/zz/a.yml": b"", "data/2563/a.yml": b"", "data/2565/measures.yml": None, "data/0.yml": b""}
    assert lay_over(walk_site(root), overlay) == walk_site(make_copy(root, overlay, tmp_path / "copy"))


@pytest.mark.parametrize(
    "name",
    ["content/a.yml", "data/../a.yml", "/data/a.yml", "data//a.yml", "data/.a.yml", "site_config/urls.csv", "data", ""],
)
def test_only_data_files_can_be_laid_over(name, tmp_path):
    """A name that leads elsewhere would be read by nobody, or written where nobody expects it."""
    assert not is_overlaid(name)
    with pytest.raises(ValueError, match="no data file"):
        load_site(sites.copy_base(tmp_path / "root"), {name: b""})


def test_a_file_that_is_too_large_is_refused_as_on_the_disk(tmp_path):
    """A text that nobody can have typed is not read."""
    root = sites.copy_base(tmp_path / "root")
    found = compare(root, {"data/2565/measures.yml": b"# note\n" * 200_000}, tmp_path / "copy")
    assert "file-too-large" in {one.code for one in found.problems}

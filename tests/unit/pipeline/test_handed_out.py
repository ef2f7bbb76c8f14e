"""Files handed out are in one place: outside the site, outside git, and apart from those of every other site."""

from pathlib import Path

import pytest

from prongsai.pipeline.handed_out import handed_out_folder


@pytest.mark.parametrize(
    ("kept", "site", "place"),
    [
        ([], "ita", "ita-handed-out"),
        (["ita"], "ita", "ita-handed-out"),
        (["work"], "work/ita", "work-handed-out/ita"),
        (["work", "work/ita"], "work/ita", "work-handed-out/ita"),
        (["work"], "work/a/ita", "work-handed-out/a/ita"),
        ([], "เว็บไซต์ ของเรา", "เว็บไซต์ ของเรา-handed-out"),
    ],
)
def test_it_is_next_to_the_outermost_folder_that_git_keeps(tmp_path, kept, site, place):
    """Neither a publication nor a commit nor a cleaning of the repository reaches it."""
    (tmp_path / site).mkdir(parents=True)
    for folder in kept:
        (tmp_path / folder / ".git").mkdir()
    found = handed_out_folder(tmp_path / site)
    assert found == tmp_path / place
    assert not found.exists()
    assert [one for one in (found, *found.parents) if (one / ".git").exists()] == []


def test_a_site_that_is_a_whole_disk_has_its_place_at_home(monkeypatch, tmp_path):
    """Nothing is next to a disk."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert handed_out_folder(Path(tmp_path.anchor)) == tmp_path / "prongsai-handed-out"

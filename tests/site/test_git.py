"""In git, only what people write is seen."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

import sites
from prongsai.pipeline.build import build_folder

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path):
    """A new site, as `prongsai new` makes it, with a first fact, committed."""
    words = [sys.executable, "-m", "prongsai", "new", str(tmp_path / "site"), "--year", "2564"]
    subprocess.run(words, check=True, capture_output=True, timeout=60)
    root = tmp_path / "site"
    scores = root / "data/2564/scores.yml"
    scores.write_text(scores.read_text("utf-8").replace("total:", "total: 90.00", 1), "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    author = ("-c", "user.name=x", "-c", "user.email=x@example.go.th", "-c", "commit.gpgsign=false")
    git(root, *author, "commit", "--quiet", "--no-verify", "-m", "x")
    return root


def git(root, *words):
    """The output of git."""
    words = ["git", "-C", str(root), *words]
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout


def status(root):
    """The files that git sees as changed or new."""
    return git(root, "status", "--porcelain", "--untracked-files=all").splitlines()


def test_what_is_generated_is_not_seen(repository):
    """After a build the repository is as clean as before."""
    assert build_folder(repository, repository / "site").done
    assert (repository / "content/2564/index.md").is_file()
    assert status(repository) == []


def test_a_page_written_by_hand_is_seen(repository):
    """Next to generated pages, below them, and in the place of one that may be replaced."""
    assert build_folder(repository, repository / "site").done
    names = ["content/2564/extra.md", "content/contact.md", "content/files/2564/a.csv", "content/new/index.md"]
    for name in names:
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# ใหม่ {#new}\n", "utf-8")
    assert build_folder(repository, repository / "site").done
    assert status(repository) == [f"?? {name}" for name in sorted(names)]


def test_after_the_working_folder_is_lost_nothing_more_is_seen(repository):
    """Generated pages stay known as generated."""
    assert build_folder(repository, repository / "site").done
    shutil.rmtree(repository / ".prongsai")
    assert build_folder(repository, repository / "site").done
    assert status(repository) == []


def test_a_fresh_clone_of_this_repository_is_a_whole_site():
    """Every part of a site is at its top, `content/` with the page that says what the site was made from."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=sites.REPOSITORY, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no checkout of git")
    names = listed.stdout.split("\0")
    top = {name.partition("/")[0] for name in names}
    parts = {"content", "data", "generator", "theme", "site_config", "tests", "mkdocs.yml", "README.md"}
    assert parts - top == set()
    assert "content/about.md" in names

"""Builds of one site at the same time: each ends well, and who waits says so."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sites

REPOSITORY = Path(__file__).resolve().parents[2]
WAITS = "จึงรอไม่เกิน"


def start(root: Path, *words: str) -> subprocess.Popen[str]:
    """Start a command on the site."""
    call = [sys.executable, "-m", "prongsai", words[0], "-C", str(root), *words[1:]]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def make_root(folder: Path) -> Path:
    """A small site."""
    root = sites.copy_base(folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    return root


def build_twice(root: Path, pause: float) -> bool:
    """Two builds, the second after a pause; whether one of them had to wait."""
    first = start(root, "build")
    time.sleep(pause)
    second = start(root, "build", "--to", str(root / "site"))
    told = [command.communicate(timeout=300) for command in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), told
    assert (root / "site/index.html").is_file()
    return any(WAITS in error for _, error in told)


def test_two_builds_at_once_both_end_well(tmp_path):
    """The second waits for the first and says for whom."""
    assert build_twice(make_root(tmp_path / "root"), 0.0)


def test_who_waited_in_vain_ends_with_2_and_has_done_nothing(tmp_path):
    """The sentence names the command that holds the lock and since when."""
    from prongsai.pipeline.site_lock import hold_lock

    root = make_root(tmp_path / "root")
    with hold_lock(root, "prongsai publish"):
        told = start(root, "build", "--wait", "1")
        _, error = told.communicate(timeout=60)
    assert told.returncode == 2
    assert "prongsai publish ทำงานกับเว็บไซต์นี้อยู่ ตั้งแต่เวลา" in error
    assert "--wait 300" in error
    assert not (root / "site").exists()


def test_a_lock_is_free_when_its_holder_was_killed(tmp_path):
    """Nobody has to delete a file by hand."""
    root = make_root(tmp_path / "root")
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom prongsai.pipeline.site_lock import hold_lock\n"
        "with hold_lock(Path(sys.argv[1]), 'prongsai build'):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(root)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate()
    told = start(root, "generate", "--wait", "0")
    told.communicate(timeout=60)
    assert told.returncode == 0


@pytest.mark.soak
def test_twenty_pairs_of_builds_end_well(tmp_path):
    """Started up to three seconds apart, on a site that changes between them."""
    chance = random.Random(2570)
    waited = 0
    root = make_root(tmp_path / "root")
    title = root / "site_config/site.yml"
    text = title.read_text("utf-8")
    for number in range(20):
        title.write_text(text.replace("title: ", f"title: ครั้งที่ {number} "), "utf-8")
        waited += build_twice(root, chance.uniform(0, 3))
        assert f"ครั้งที่ {number} " in (root / "site/index.html").read_text("utf-8")
    print(f"20 pairs of builds, all 40 ended with 0, {waited} waited and said so")

"""A long day: thirty builds and fifteen publications with an open preview, with a file saved every second."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import sites
from previewing import check_beside

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent the interrupt there"),
]


@pytest.mark.parametrize("seed", [int(os.environ.get("PRONGSAI_SEED", "1"))])
def test_no_build_and_no_publication_fails_during_a_preview(tmp_path, seed):
    """None fails, and no file that any of them made names the preview's address; PRONGSAI_SEED gives another day."""
    root = sites.copy_base(tmp_path / "root")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    check_beside(root, seed, builds=30, publications=15, pause=1.0)

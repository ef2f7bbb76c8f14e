"""Copies of the examples for tests."""

from __future__ import annotations

import sites
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder


def test_a_copy_leaves_out_what_was_generated(tmp_path):
    """A site whose pages were generated before is copied as people keep it."""
    root = sites.copy_base(tmp_path / "root")
    before = sites.snapshot(root)
    assert generate_folder(root, check_folder(root)).pages
    assert sites.snapshot(root).keys() > before.keys()
    copied = sites.snapshot(sites.copy_site(root, tmp_path / "copy"))
    assert {name for name in copied if copied[name]} == {name for name in before if before[name]}

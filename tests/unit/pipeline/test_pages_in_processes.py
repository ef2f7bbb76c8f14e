"""Pages are written by several processes where the machine has them, and are the same as from one."""

from __future__ import annotations

import json
import os
from itertools import accumulate

import pytest

import sites
from prongsai.engines import workers
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.store import STORE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked there")


def generated(root, cores, monkeypatch):
    """All that is generated of a site where there are so many cores, and how many processes had a part in it."""
    forked, fork = [], os.fork
    monkeypatch.setattr(workers, "FEWEST", 5)
    monkeypatch.setattr(workers, "_cores", lambda: cores)
    monkeypatch.setattr(os, "fork", lambda: forked.append(1) or fork())
    assert not generate_folder(root, check_folder(root)).written.problems
    monkeypatch.undo()
    return (sites.snapshot(root / "content"), kept(root)), 1 + len(forked)


def kept(root):
    """The pages that the store keeps, by their keys."""
    _, head, pages = (root / STORE / "pages" / "all").read_bytes().split(b"\n", 2)
    ends = json.loads(head)
    starts = accumulate(ends.values(), initial=0)
    return {key: pages[start : start + length] for (key, length), start in zip(ends.items(), starts, strict=False)}


def test_three_processes_write_what_one_writes(tmp_path, monkeypatch):
    """The first time, and when a part of the pages is in the store already; the store keeps the same as well."""
    alone, shared = (sites.copy_small(tmp_path / name) for name in ("alone", "shared"))
    for edit in ("", "ผู้บริหารทุกระดับ"):
        for root in (alone, shared):
            measures = root / "data/2565/measures.yml"
            measures.write_text(measures.read_text("utf-8").replace("ผู้บริหาร", edit or "ผู้บริหาร"), "utf-8")
        one, of_one = generated(alone, 1, monkeypatch)
        three, of_three = generated(shared, 3, monkeypatch)
        assert one == three
        assert (of_one, of_three) == (1, 3 + 1)  # one more has judged the texts

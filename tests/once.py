"""Sites that one worker builds and all workers only read, each made once in a run of the tests."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

Made = TypeVar("Made")


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """The result of `make` for the folder of this name, made by the first worker that asks; the others wait for it."""
    folder = _place(factory) / name
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / "made.pickle"
    with FileLock(folder / "lock"):
        if not done.exists():
            done.write_bytes(pickle.dumps(make(folder)))
        return pickle.loads(done.read_bytes())


def _place(factory: pytest.TempPathFactory) -> Path:
    """The folder of all workers; tools/in_memory.sh names one for all runs of its command, while nothing changes."""
    if "MADE_ONCE" in os.environ:
        return Path(os.environ["MADE_ONCE"])
    base = factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "once"

"""Resources that browser tests and judges share within a worker: the browser, and the sites that the project shows."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest

from once import make_once
from prongsai.model.stated import Absence

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser.made import Made


gc.set_threshold(200_000, 20, 100)  # tests make much and keep little: at the usual pace they take a tenth longer


def pytest_collection_finish() -> None:
    """Freeze imported and collected objects; nobody need look through them again."""
    gc.freeze()


def pytest_runtest_teardown() -> None:
    """A command that a test calls in its own process switches the collection off until that process ends."""
    gc.enable()


def pytest_make_parametrize_id(val: object) -> str | None:
    """The name of an absence, which refuses to be a text."""
    return val.name if isinstance(val, Absence) else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole worker; it can reach nothing but this machine."""
    from browser.launch import find_browser, launched

    program = find_browser()
    if program is None:
        pytest.fail("no Chromium: run tools/find_browser.py --install")
    with launched(program) as found:
        yield found


@pytest.fixture(scope="session")
def own(tmp_path_factory) -> Made:
    """The repository's own site."""
    from browser.made import make_own

    return make_once(tmp_path_factory, "own", make_own)


@pytest.fixture(scope="session")
def six(own, tmp_path_factory) -> dict[str, Made]:
    """The sites that the project shows: the repository's own and those of the examples, by name."""
    from browser.made import EXAMPLES, make_example

    in_turn = EXAMPLES if os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0" else EXAMPLES[::-1]
    made = {name: make_once(tmp_path_factory, name, partial(make_example, name=name)) for name in in_turn}
    return {"own": own, **{name: made[name] for name in EXAMPLES}}

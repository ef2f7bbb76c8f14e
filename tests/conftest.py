"""What browser tests and judges share within a worker: the browser, and the sites that the project shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser.made import Made


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

    return make_own(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="session")
def six(own, tmp_path_factory) -> dict[str, Made]:
    """The sites that the project shows: the repository's own and those of the examples, by name."""
    from browser.made import EXAMPLES, make_example

    folder = tmp_path_factory.mktemp("examples")
    return {"own": own, **{name: make_example(folder, name) for name in EXAMPLES}}

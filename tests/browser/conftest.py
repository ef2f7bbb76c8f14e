"""The sites, the servers and the browser that the browser tests share within a worker."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.made import PREFIX, ROOT, Made, make_own, make_small
from browser.served import serving
from browser.visit import Visitor, window

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def _find_browser() -> str | None:
    spec = importlib.util.spec_from_file_location("find_browser", ROOT / "tools" / "find_browser.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.find_browser()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole worker; it can reach nothing but this machine."""
    program = _find_browser()
    if program is None:
        pytest.fail("no Chromium: run tools/find_browser.py --install")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, *(["--no-sandbox"] if as_root else [])]
        found = playwright.chromium.launch(executable_path=program, args=arguments)
        yield found
        found.close()


@pytest.fixture(scope="session")
def windows(browser) -> Iterator[Callable[..., Visitor]]:
    """Windows that stay open, one for each site and set of options, so that their caches serve many pages."""
    with ExitStack() as stack:
        kept: dict[str, Visitor] = {}

        def of(root: str, **options: Any) -> Visitor:
            key = f"{root} {sorted(options.items())}"
            if key not in kept:
                kept[key] = stack.enter_context(window(browser, root, **options))
            return kept[key]

        yield of


@pytest.fixture(scope="session")
def own(tmp_path_factory) -> Made:
    """The repository's own site."""
    return make_own(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="session")
def own_root(own) -> Iterator[str]:
    """The address of the repository's own site."""
    with serving(own.folder, PREFIX) as root:
        yield root


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Made:
    """A small invented site with the kinds of pages that the own site lacks."""
    return make_small(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_root(small) -> Iterator[str]:
    """The address of the small site."""
    with serving(small.folder, PREFIX) as root:
        yield root


@pytest.fixture(scope="session")
def arabic(tmp_path_factory) -> Made:
    """The small site with Arabic numerals."""
    return make_small(tmp_path_factory.mktemp("arabic"), "numerals: arabic")


@pytest.fixture(scope="session")
def addressless(tmp_path_factory) -> Made:
    """The small site as an agency builds it that knows the path on its host but not its address."""
    return make_small(tmp_path_factory.mktemp("addressless"), f"base_path: {PREFIX}", site_url=None)


@pytest.fixture(scope="session")
def kinds(own, own_root, small, small_root) -> dict[str, tuple[str, str]]:
    """One page of every kind: the heaviest of the own site, else of the small one; its root and its path."""
    of_small = {name: (small_root, path) for name, path in small.every_kind().items()}
    of_own = {name: (own_root, path) for name, path in own.every_kind().items()}
    return {**of_small, **of_own, "by hand": (small_root, "by-hand/")}

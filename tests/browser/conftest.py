"""The sites, the servers and the windows that the browser tests share within a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any

import pytest

from browser.made import PREFIX, Made, make_example, make_nothing, make_small, make_withheld
from browser.served import serving
from browser.visit import Visitor, window
from once import make_once


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
def own_root(own) -> Iterator[str]:
    """The address of the repository's own site."""
    with serving(own.folder, PREFIX) as root:
        yield root


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Made:
    """A small invented site with the kinds of pages that the own site lacks."""
    return make_once(tmp_path_factory, "small", make_small)


@pytest.fixture(scope="session")
def small_root(small) -> Iterator[str]:
    """The address of the small site."""
    with serving(small.folder, PREFIX) as root:
        yield root


@pytest.fixture(scope="session")
def arabic(tmp_path_factory) -> Made:
    """The small site with Arabic numerals."""
    return make_once(tmp_path_factory, "arabic", partial(make_small, options="numerals: arabic"))


@pytest.fixture(scope="session")
def addressless(tmp_path_factory) -> Made:
    """The small site as an agency builds it that knows the path on its host but not its address."""
    make = partial(make_small, options=f"base_path: {PREFIX}", site_url=None)
    return make_once(tmp_path_factory, "addressless", make)


@pytest.fixture(scope="session")
def rare(tmp_path_factory) -> Iterator[dict[str, tuple[str, str]]]:
    """Pages that only other sites have: an item of unknown number, what is withheld, and nothing at all."""
    makers = {"don": partial(make_example, name="don"), "withheld": make_withheld, "nothing": make_nothing}
    rare = (make_once(tmp_path_factory, name, make) for name, make in makers.items())
    with ExitStack() as stack:
        made = [(one, stack.enter_context(serving(one.folder, PREFIX))) for one in rare]
        yield {name: (root, path) for one, root in made for name, path in one.every_kind().items()}


@pytest.fixture(scope="session")
def kinds(own, own_root, small, small_root, rare) -> dict[str, tuple[str, str]]:
    """One page of every kind: the heaviest of the own site, else of the small one or a rare one; its root and path."""
    of_small = {name: (small_root, path) for name, path in small.every_kind().items()}
    of_own = {name: (own_root, path) for name, path in own.every_kind().items()}
    return {**rare, **of_small, **of_own, "by hand": (small_root, "by-hand/")}

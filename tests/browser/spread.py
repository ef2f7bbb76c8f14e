"""How the browser tests are spread over two workers, so that no more browsers than those are started."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

GROUPS = 2


def spread(name: str, values: Iterable[Any]) -> pytest.MarkDecorator:
    """Parametrise `name` with the values, one after the other in each group."""
    marked = [
        pytest.param(value, marks=pytest.mark.xdist_group(f"browser-{number % GROUPS}"))
        for number, value in enumerate(values)
    ]
    return pytest.mark.parametrize(name, marked)


def together() -> pytest.MarkDecorator:
    """Keep the tests of a module in one group."""
    return pytest.mark.xdist_group("browser-0")

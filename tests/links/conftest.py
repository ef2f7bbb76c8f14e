"""Fixtures of all tests that ask the web: an event loop of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def _own_event_loop() -> Iterator[None]:
    """Hide the loop that the browser of earlier tests in the same process keeps, since loops never nest."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)

"""The engine that is shipped, and the others that may be asked for by name: the one place that chooses."""

from __future__ import annotations

from prongsai.engines.engine import Engine
from prongsai.engines.mkdocs.engine import MkDocs
from prongsai.engines.zensical.engine import Zensical

ENGINE: Engine = MkDocs()
_SECOND = Zensical(ENGINE)


class EngineAbsentError(Exception):
    """An engine was asked for that is not installed; `name` is its name, and that of the extra that brings it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def engine_named(name: str) -> Engine:
    """The engine of this name; raises EngineAbsentError where it is not installed."""
    if name == ENGINE.name:
        return ENGINE
    if name != _SECOND.name or not _SECOND.is_installed:
        raise EngineAbsentError(name)
    return _SECOND

"""The engine that is shipped: the one place that chooses."""

from __future__ import annotations

from prongsai.engines.engine import Engine
from prongsai.engines.mkdocs.engine import MkDocs

ENGINE: Engine = MkDocs()

"""One page of the plan: where it stands, which template makes it, and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page that will exist; `path` is its address below the site's root."""

    path: str
    template: str
    title: str
    description: str
    made_from: tuple[str, ...]
    view: Mapping[str, Any] = field(default_factory=dict)
    year: int | None = None
    section: str = ""
    short: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    replaceable: bool = False

    @property
    def source(self) -> str:
        """The Markdown file below content/."""
        return f"{self.path.strip('/')}/index.md".lstrip("/")

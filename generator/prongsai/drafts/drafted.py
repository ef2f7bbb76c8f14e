"""A draft as what it would change, with its texts for whoever reads it first."""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.writing.change import Change


@dataclass
class Drafted:
    """The additions of a draft: its changes, its texts part by part, and what was left out and why."""

    changes: list[Change] = field(default_factory=list)
    texts: list[tuple[str, list[str]]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

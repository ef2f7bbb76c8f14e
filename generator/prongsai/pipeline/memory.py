"""The memory of a process that builds a site again and again: what a build made and the next one may take as it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.model.recorder import Keeper
from prongsai.pipeline.planning.write_pages import Known


@dataclass
class Memory:
    """The memory that one process keeps of a site from build to build; of no other site, and never on disk.

    It changes no byte of the result: a build with it gives what one without it gives.
    """

    keeper: Keeper = field(default_factory=Keeper)
    pages: dict[str, Known] = field(default_factory=dict)

    def begin(self) -> Keeper:
        """Begin a check; the keeper of what earlier ones made."""
        self.keeper.begin()
        return self.keeper

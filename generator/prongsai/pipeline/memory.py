"""The memory of a process that builds a site again and again: what a build made and the next one may take as it is."""

from __future__ import annotations


class Memory:
    """The memory that one process keeps of a site from build to build; of no other site, and never on disk.

    It changes no byte of the result: a build with it gives what one without it gives.
    """

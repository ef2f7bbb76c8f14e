"""The requests of the pipeline to an engine: a program that turns Markdown and a theme into a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from prongsai.problems import Problem
from prongsai.views.frame import Frame

CONTENT = "content"  # the folder of a site whose pages and files an engine turns into the published ones
BARE = ".prongsai/bare"  # copies that are published in the place of files of content/, by their names there


class Settings(Protocol):
    """The file in which an agency keeps the engine's settings: it rests on `base`, which is generated."""

    @property
    def name(self) -> str:
        """The name of the file in a site's folder."""

    @property
    def base(self) -> str:
        """The name of the generated file below a site's folder."""

    def write_base(self, frame: Frame) -> str:
        """The text of `base` for a site with this frame."""

    def check(self, root: Path, *, is_data_only: bool = False) -> list[Problem]:
        """Problems of the site's own settings in `root`; a folder of data alone needs none."""

    def find_named(self, root: Path) -> list[str]:
        """Files and folders of the site's own that the file names, by their names below `root`."""

    def find_parts(self, root: Path) -> tuple[str, ...]:
        """The entries at the top of `root` that the file, or one that it inherits from, names; without `name`."""

    def is_part_of(self, root: Path, name: str) -> bool:
        """True if a file below `root` is the file of settings or one that it inherits from."""

    def settle(self, root: Path, copy: Path, text: str) -> str:
        """The text of such a file for a copy of the site: every path leads to the same thing from there."""


class Engine(Protocol):
    """Builds a site from what was generated and what people wrote."""

    @property
    def name(self) -> str:
        """The word by which people choose the engine."""

    @property
    def settings(self) -> Settings:
        """The file of settings that this engine reads."""

    @property
    def packages(self) -> tuple[str, ...]:
        """The installed packages on whose versions the built site depends."""

    def converter(self, root: Path) -> Callable[[str], str]:
        """Turns the Markdown of one page into HTML as a build of the site in `root` does, without the frame."""

    def build(self, root: Path, target: Path) -> list[Problem]:
        """Build the generated tree in `root` into `target`, strictly: whatever is wrong with a page is a problem.

        Nothing that an earlier build left in `target` stays. What the machine refuses, such as a full disk, is raised
        as it is: no page is the cause of it.
        """

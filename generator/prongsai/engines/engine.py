"""The requests of the pipeline to an engine: a program that turns Markdown and a theme into a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

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


@dataclass(frozen=True)
class Heading:
    """A heading in the list of a page's contents; its `text` is plain, as escaped HTML."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Article:
    """The content of a page as the engine's Markdown makes it, without the frame.

    `contents` are the headings of its list in their order, `title` is that of a page which begins with it, else empty.
    """

    html: str
    contents: tuple[Heading, ...]
    title: str
    ids: frozenset[str]


NO_ARTICLES: Mapping[str, Article] = {}


def read_nothing(_name: str, _data: bytes) -> object:
    """Nothing of a page, where nobody asks."""
    return None


@dataclass(frozen=True)
class InPlace:
    """The site that the last build made, of which only what becomes another is made again.

    `keys` say what each page was made from, by the name of its Markdown file below content/; `files` are the SHA-256 of
    all its files. What changes goes into the folder `changes`.
    """

    changes: Path
    keys: Mapping[str, str]
    files: Mapping[str, str]


@dataclass(frozen=True)
class Order:
    """The order for a site in `target`, or for what changed of the one that is `in_place`.

    `articles` are taken where a page has one; its Markdown says the same. `read` is asked, with the name of a page in
    the site and its bytes, for what is to be known of it, in the process that makes the page.
    """

    target: Path
    articles: Mapping[str, Article] = field(default_factory=dict)
    read: Callable[[str, bytes], object] = read_nothing
    in_place: InPlace | None = None


@dataclass(frozen=True)
class Made:
    """A site as an engine made it in `folder`, with its problems.

    `keys` are as in `InPlace`, `facts` is what `read` said, by the names of the pages in the site. Where `kept` is not
    empty, the folder holds what changed alone: these files are to stay as they are in the site that is in place.
    """

    problems: list[Problem]
    folder: Path
    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, object] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()


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

    def build(self, root: Path, target: Path, articles: Mapping[str, Article] = NO_ARTICLES) -> list[Problem]:
        """Build the generated tree in `root` into `target`, strictly: whatever is wrong with a page is a problem.

        Pages whose `articles` are known, by the names of their files below content/, need not be read as Markdown.
        Nothing that an earlier build left in `target` stays. What the machine refuses, such as a full disk, is raised
        as it is: no page is the cause of it.
        """


@runtime_checkable
class PageEngine(Engine, Protocol):
    """An engine that can make some pages of a site without the others."""

    def make(self, root: Path, order: Order) -> Made:
        """Make the generated tree in `root` into a site as `build` does, or only what changed of the one in place."""


MakePage = Callable[[str, bytes, Article | None], bytes | None]


@runtime_checkable
class WarmEngine(PageEngine, Protocol):
    """An engine that stays ready between builds to make single pages at once."""

    def open(self, root: Path, work: Path) -> MakePage | None:
        """The maker of single pages as `root` has them since it was generated, None where only whole builds know.

        It is given the name of a Markdown file below content/, its bytes (none: those on the disk) and its article,
        and gives the bytes of the page, None where the engine has anything to say of it. `work` is a folder for it.
        """


def make_site(engine: Engine, root: Path, order: Order) -> Made:
    """The site that any engine makes, by pages where it can."""
    if isinstance(engine, PageEngine):
        return engine.make(root, order)
    return Made(engine.build(root, order.target, order.articles), order.target)

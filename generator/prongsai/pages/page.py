"""One page of the plan: where it is, of what it consists, and what it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from prongsai import addresses
from prongsai.blocks.block import Block

MOST_FILES_NAMED = 4
Form = Literal["blocks", "prose"]
OF_BLOCKS: Form = "blocks"
PROSE: Form = "prose"


@dataclass(frozen=True)
class Page:
    """A page that will exist; `path` is its address below the site's root, `meta` what else its front matter says.

    It consists of `blocks`, with what its `view` has around them; one whose `form` is prose has more to read than its
    blocks say.
    `documents` are those behind its facts, in words; with `names_files` it names the data files instead. `status` is
    that of the measure whose page it is, in words. One that `states_facts` has more to say than that there is nothing.
    """

    path: str
    form: Form
    title: str
    description: str
    made_from: tuple[str, ...]
    view: Mapping[str, object] = field(default_factory=dict)
    short: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    replaceable: bool = False
    meta: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    names_files: bool = False
    status: str = ""
    blocks: tuple[Block, ...] = ()
    states_facts: bool = True

    @cached_property
    def subject(self) -> addresses.Subject:
        """The subject of the page."""
        return addresses.subject_of(self.path)

    @property
    def year(self) -> int | None:
        """The fiscal year (Buddhist Era) in whose folder it is, None for a page across years."""
        return self.subject.year if addresses.KINDS[self.subject.kind].in_year else None

    @property
    def section(self) -> str:
        """The heading under which it is found: of a page of a year its section."""
        return addresses.KINDS[self.subject.kind].heading

    @property
    def made_from_folders(self) -> tuple[tuple[str, int], ...]:
        """The folders of the files it was made from with how many of each, when the files are too many to read."""
        if len(self.made_from) <= MOST_FILES_NAMED:
            return ()
        return tuple(Counter(file.rpartition("/")[0] for file in self.made_from).items())

    @property
    def ids_at_its_foot(self) -> tuple[str, ...]:
        """The ids of what page.md.j2 writes below the content: the questions that were asked, and how to ask."""
        named = (("asked", "past-questions"), ("ask", "how-to-ask"))
        return tuple(one for key, one in named if self.view.get(key))

    @property
    def source(self) -> str:
        """The Markdown file below content/; where a file was, its own place is left free."""
        if not self.path.endswith("/"):
            return f"{addresses.content_name(self.path)}.md"
        return f"{self.path.strip('/')}/index.md".lstrip("/")

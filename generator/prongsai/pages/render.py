"""Render a page of the plan as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from prongsai import paths
from prongsai.blocks.block import Block, ids_of
from prongsai.blocks.passages import PageText
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.escape import finalize
from prongsai.pages.markup import NO_SIZES, Components
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.read_blocks import read_blocks, read_lines
from prongsai.pages.write_blocks import write_blocks
from prongsai.thai.agency_names import kind_and_place
from prongsai.views.speech import Speech

_LEAST = 4  # a shorter name is one syllable, which nothing breaks
_MOST = 20  # letters that fit a line of a narrow screen in one piece, also in a title
# What is no running text: pictures, choices of a form, tags with their attributes, and attribute lists of headings.
_ASIDE = re.compile(r"(<svg\b.*?</svg>|<option\b.*?</option>|<[^>]*>|\{[^}\n]*\})", re.DOTALL)


def own_place(agency: str) -> str:
    """The part of an agency's name that a line must not break: เมืองแกลง; empty where none is told apart or fits."""
    place = (kind_and_place(agency) or ("", ""))[1]
    return place if _LEAST <= len(place) <= _MOST else ""


def keep_whole(body: str, name: str) -> str:
    """The Markdown of a page with `name` marked wherever a line must not break inside of it; nothing without a name."""
    if not name or name not in body:
        return body
    parts = _ASIDE.split(body)
    marked = f'<span class="ps-whole">{name}</span>'
    parts[::2] = (text.replace(name, marked) for text in parts[::2])
    return "".join(parts)


class Renderer:
    """Renders the pages of one plan; `existing` are the paths of links.

    `sizes` are those of files in bytes, `counts` those of documents in pages, each by its path.
    """

    def __init__(
        self,
        existing: Container[str],
        speech: Speech,
        sizes: Mapping[str, int] = NO_SIZES,
        counts: Mapping[str, int] = NO_SIZES,
    ) -> None:
        self.existing = existing
        self.sizes = sizes
        self.counts = counts
        self.speech = speech
        self.environment = _environment()

    def render(self, page: Page) -> str:
        """The Markdown of a page, front matter first."""
        components = self._components(page.path)
        write = partial(self._write, components=components)
        template = self.environment.get_template(page.template)
        body = template.render(page=page, ui=components, content=write(page.blocks), write=write, **page.view)
        return f"{_front_matter(page)}\n{keep_whole(_tidy(body), self.speech.own_place)}"

    def ids_of(self, page: Page) -> frozenset[str]:
        """The ids that a page promises; only one that a template of its own writes is rendered for them."""
        if page.template != OF_BLOCKS:
            return declared_fragments(self.render(page))
        return frozenset((*ids_of(page.blocks), *page.ids_at_its_foot))

    def read(self, page: Page) -> PageText:
        """The text of a page's blocks for those who search."""
        return read_blocks(page.blocks, self._components(page.path))

    def read_lines(self, page: Page) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The sections of a page's blocks: each heading with its lines."""
        return read_lines(page.blocks, self._components(page.path))

    def render_blocks(self, blocks: Iterable[Block], path: str) -> str:
        """A part of the page at `path`, without front matter."""
        components = self._components(path)
        return keep_whole(_tidy(self._write(blocks, components)), self.speech.own_place)

    def _components(self, path: str) -> Components:
        return Components(path, self.existing, self.speech, self.sizes, self.counts)

    def _write(self, blocks: Iterable[Block], components: Components) -> Markup:
        return write_blocks(blocks, components, partial(self._write_piece, components))

    def _write_piece(self, components: Components, name: str, view: Mapping[str, object]) -> str:
        return self.environment.get_template(f"pieces/{name}.md.j2").render(ui=components, **view).strip("\n")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """One for the whole process, since it keeps the compiled templates and nothing of a plan."""
    return Environment(
        loader=FileSystemLoader(paths.TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _front_matter(page: Page) -> str:
    facts = {
        "title": page.title,
        "description": page.description,
        "generated_by": "prongsai",
        "made_from": list(page.made_from),
        **page.meta,
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return "\n".join(("---", *lines, "---"))


def _tidy(body: str) -> str:
    """No more than one empty line in a row, and one line end at the end."""
    lines: list[str] = []
    for line in body.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"

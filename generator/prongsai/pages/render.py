"""Render a page of the plan: its front matter and its segments, of which Markdown and HTML are made."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from prongsai import paths
from prongsai.blocks.block import Block, Strip, ids_of
from prongsai.blocks.passages import PageText
from prongsai.pages.anchors import TOP
from prongsai.pages.escape import escape_line, finalize
from prongsai.pages.manuscript import Manuscript
from prongsai.pages.markup import NO_SIZES, Components
from prongsai.pages.page import Page
from prongsai.pages.read_blocks import read_blocks, read_lines
from prongsai.pages.segments import Html, Segment, Title, markdown_of
from prongsai.pages.write_blocks import write_blocks
from prongsai.views.speech import Speech

_FRAME = "page.md.j2"


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
        return self.write(page).markdown

    def write(self, page: Page) -> Manuscript:
        """The page with its front matter and its segments."""
        components = self._components(page.path)
        around = self._around(page, components)
        answer, others = _split(page.blocks)
        segments = (
            *around("above"),
            Title(escape_line(page.title), TOP, 1),
            *self._write(answer, components),
            *around("below"),
            *self._write(others, components),
            *around("foot"),
            *around("made_from"),
        )
        return Manuscript(_front_matter(page), segments)

    def ids_of(self, page: Page) -> frozenset[str]:
        """The ids that a page promises, as its blocks and what is below them declare them."""
        return frozenset((*ids_of(page.blocks), *page.ids_at_its_foot))

    def read(self, page: Page) -> PageText:
        """The text of a page's blocks for those who search."""
        return read_blocks(page.blocks, self._components(page.path))

    def read_lines(self, page: Page) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The sections of a page's blocks: each heading with its lines."""
        return read_lines(page.blocks, self._components(page.path))

    def write_blocks(self, blocks: Iterable[Block], path: str) -> tuple[Segment, ...]:
        """The segments of a part of the page at `path`."""
        return tuple(self._write(blocks, self._components(path)))

    def _components(self, path: str) -> Components:
        return Components(path, self.existing, self.speech, self.sizes, self.counts)

    def _around(self, page: Page, components: Components) -> Callable[[str], Iterable[Segment]]:
        """The surroundings of a page's content: parts of a template by their names, without those that say nothing."""
        template = self.environment.get_template(_FRAME)
        context = template.new_context({"page": page, "ui": components, **page.view})

        def around(part: str) -> Iterable[Segment]:
            text = _tidy("".join(template.blocks[part](context)))
            return (Html(text),) if text else ()

        return around

    def _write(self, blocks: Iterable[Block], components: Components) -> Iterable[Segment]:
        return write_blocks(blocks, components, partial(self._write_piece, components))

    def _write_inside(self, components: Components, blocks: Iterable[Block]) -> Markup:
        """The blocks inside a component."""
        return Markup(markdown_of(self._write(blocks, components)))  # noqa: S704  escaped where it is written

    def _write_piece(self, components: Components, name: str, view: Mapping[str, object]) -> str:
        template, write = self.environment.get_template(f"pieces/{name}.md.j2"), partial(self._write_inside, components)
        return _tidy(template.render(ui=components, write=write, **view))


def _split(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The strip with which blocks open, which is right below the title, and the others."""
    place = 1 if isinstance(blocks[:1][0] if blocks else None, Strip) else 0
    return blocks[:place], blocks[place:]


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
    """No more than one empty line in a row, and none at the ends."""
    lines: list[str] = []
    for line in body.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n")

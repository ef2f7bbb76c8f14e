"""Remember the HTML of generated pages: where a process builds often, what says the same is converted once.

The HTML of such a page depends on its text alone, for its links are HTML already. A page with a link of Markdown, of
which the engine may warn, is converted each time, and so is every page where a site has extensions of its own.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from prongsai.engines.mkdocs.second_process import MARK, STATE

_OURS = {"toc", "tables", "fenced_code", "attr_list"}
_LINKS = ("](", "]:", "] [", "][")
_MOST = 500
_KEPT: dict[str, tuple[tuple[str, str], tuple[object, ...]]] = {}  # by place: of each page what was made last


def remember_pages(config: MkDocsConfig, files: Files) -> None:
    """Let each generated page that no other process converts be taken from memory, or put there."""
    if not set(config.markdown_extensions) <= _OURS:
        return
    settings = repr(config.mdx_configs)
    for file in files.documentation_pages():
        if file.page and "render" not in vars(file.page) and MARK in file.content_string:
            file.page.render = _Kept(file.page, settings)  # type: ignore[method-assign]


class _Kept:
    """Takes the place of a page's own `render`."""

    def __init__(self, page: Page, settings: str) -> None:
        self.page = page
        self.settings = settings
        self.own = page.render

    def __call__(self, config: MkDocsConfig, files: Files) -> None:
        page, text = self.page, self.page.markdown or ""
        place, made_of = page.file.src_uri, (self.settings, text)
        kept = _KEPT.get(place)
        if kept and kept[0] == made_of:
            for name, value in zip(STATE, kept[1], strict=True):
                setattr(page, name, value)
            return
        self.own(config, files)
        if not any(sign in text for sign in _LINKS):
            if len(_KEPT) >= _MOST and place not in _KEPT:
                _KEPT.clear()
            _KEPT[place] = made_of, tuple(getattr(page, name) for name in STATE)

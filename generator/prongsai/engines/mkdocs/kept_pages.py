"""Remember the HTML of generated pages: where a process builds often, what says the same is converted once.

The HTML of such a page depends on its text alone, for its links are HTML already. It is asked only for sites whose
extensions are ours.
"""

from __future__ import annotations

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from prongsai.engines.mkdocs.front_matter import split_page

_STATE = ("content", "toc", "_title_from_render", "present_anchor_ids")
_MOST = 500
_KEPT: dict[str, tuple[str, tuple[object, ...]]] = {}  # by place: of each page what was made last


def fill_from_markdown(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Fill a generated page as the engine does, or from memory."""
    place, (text, meta) = page.file.src_uri, split_page(page.file.content_string)
    kept = _KEPT.get(place)
    if kept and kept[0] == text:
        page.markdown, page.meta = text, meta
        for name, value in zip(_STATE, kept[1], strict=True):
            setattr(page, name, value)
        return
    build._populate_page(page, config, files)
    if len(_KEPT) >= _MOST and place not in _KEPT:
        _KEPT.clear()
    _KEPT[place] = text, tuple(getattr(page, name) for name in _STATE)

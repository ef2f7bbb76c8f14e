"""A document as HTML for paper, by templates of its own; all text is escaped."""

from __future__ import annotations

from functools import lru_cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from prongsai import paths
from prongsai.documents.columns import column_shares, is_short
from prongsai.documents.content import Document, has_own_marks, merge_runs
from prongsai.documents.qr import draw_svg

STYLES = "print.css"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(paths.DOCUMENT_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_html(document: Document, *, tight: bool = False) -> str:
    """The whole document as HTML, without its styles; `tight` sets its lines closer."""
    template = _environment().get_template("document.html.j2")
    blocks = [(type(block).__name__, block) for block in document.blocks]
    merge = partial(merge_runs, site_url=document.site_url)
    return template.render(
        document=document,
        tight=tight,
        blocks=blocks,
        merge=merge,
        has_own_marks=has_own_marks,
        is_short=partial(is_short, document=document),
        shares=partial(column_shares, document=document),
        qr=draw_svg(document.url) if document.url else "",
    )


def read_styles() -> str:
    """The styles of all documents."""
    return (paths.DOCUMENT_TEMPLATES / STYLES).read_text(encoding="utf-8")

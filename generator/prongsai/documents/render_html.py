"""A document as HTML for paper, by templates of its own; all text is escaped."""

from __future__ import annotations

from functools import lru_cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from prongsai import paths
from prongsai.documents.columns import column_shares
from prongsai.documents.content import Document, merge_runs
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


def render_html(document: Document) -> str:
    """The whole document as HTML, without its styles."""
    template = _environment().get_template("document.html.j2")
    blocks = [(type(block).__name__, block) for block in document.blocks]
    merge = partial(merge_runs, site_url=document.site_url)
    return template.render(
        document=document,
        blocks=blocks,
        merge=merge,
        shares=column_shares,
        qr=draw_svg(document.url) if document.url else "",
    )


def read_styles() -> str:
    """The styles of all documents."""
    return (paths.DOCUMENT_TEMPLATES / STYLES).read_text(encoding="utf-8")

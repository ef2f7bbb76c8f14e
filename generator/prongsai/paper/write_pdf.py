"""A document as PDF: tagged, its fonts inside, its text as it was written."""

from __future__ import annotations

import atexit
import base64
import io
import logging
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from prongsai import paths
from prongsai.paper.columns import column_shares, is_short
from prongsai.paper.content import Emblem, Paper, has_own_marks, merge_runs
from prongsai.paper.fonts import FACES, load_face, repair_map
from prongsai.paper.qr import draw_svg
from prongsai.thai.unbroken import keep_whole

STYLES = "print.css"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(paths.PAPER_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_html(document: Paper, *, tight: bool = False) -> str:
    """The whole document as HTML, without its styles; `tight` sets its lines closer."""
    template = _environment().get_template("document.html.j2")
    blocks = [(type(block).__name__, block) for block in document.blocks]
    merge = partial(merge_runs, site_url=document.site_url)
    written = template.render(
        document=document,
        tight=tight,
        blocks=blocks,
        merge=merge,
        has_own_marks=has_own_marks,
        is_short=partial(is_short, document=document),
        shares=partial(column_shares, document=document),
        qr=draw_svg(document.url) if document.url else "",
        emblem=_as_data(document.emblem) if document.emblem else "",
    )
    head, mark, body = written.partition("<body ")
    return f"{head}{mark}{keep_whole(body, document.agency, on_paper=True)}"


def _as_data(emblem: Emblem) -> str:
    """An emblem as the address of its own bytes."""
    kind = {"svg": "svg+xml", "jpg": "jpeg"}.get(emblem.ending, emblem.ending)
    return f"data:image/{kind};base64,{base64.b64encode(emblem.data).decode()}"


def read_styles() -> str:
    """The styles of all documents."""
    return (paths.PAPER_TEMPLATES / STYLES).read_text(encoding="utf-8")


_SCHEME = "font:"


@dataclass(frozen=True)
class Pdf:
    """A PDF and how many pages it has."""

    data: bytes
    pages: int


@lru_cache(maxsize=1)
def _prepared() -> tuple[Any, Any, Any]:
    """The fonts and the styles, read once for all documents."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fonts, fetcher = FontConfiguration(), _fetcher()
    # It removes its folder when nothing needs it any more; where the interpreter ends first, it cannot.
    atexit.register(_prepared.cache_clear)
    return fonts, CSS(string=read_styles(), font_config=fonts, url_fetcher=fetcher), fetcher


def _fetcher() -> Any:
    """Gives the fonts of the package and what is in the document itself; nothing is read from elsewhere."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]  # the library is untyped
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(_SCHEME):
                return URLFetcherResponse(url, load_face(url.removeprefix(_SCHEME)).data)
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols={"data"})


def write_pdf(document: Paper) -> Pdf:
    """The document as PDF/UA-1 wants it: language, title and structure are stated.

    Raises OSError where the libraries of the system that draw text are missing.
    """
    rendered = _render(document)
    if document.is_letter and len(rendered.pages) > 1:
        closer = _render(document, tight=True)  # nobody sends a second sheet for a few lines
        rendered = min(rendered, closer, key=lambda one: len(one.pages))
    stream = io.BytesIO()
    identifier = f"prongsai {document.year} {document.kind}".encode()
    rendered.write_pdf(stream, finisher=_repair, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return Pdf(stream.getvalue(), len(rendered.pages))


def _render(document: Paper, *, tight: bool = False) -> Any:
    from weasyprint import HTML

    fonts, styles, fetcher = _prepared()
    html = HTML(string=render_html(document, tight=tight), url_fetcher=fetcher)
    return html.render(font_config=fonts, stylesheets=[styles], pdf_variant="pdf/ua-1")


def _repair(document: Any, pdf: Any) -> None:
    """Each glyph of our fonts says its own text: the library gives it that of the first syllable it was in."""
    texts = {len(face.texts): face.texts for face in map(load_face, FACES)}
    counts = {font.name: font.glyph_count for font in document.fonts.values()}
    for one in pdf.objects:
        if isinstance(one, dict) and one.get("Type") == "/Font" and "ToUnicode" in one:
            known = texts.get(counts.get(one["BaseFont"], 0))
            if known:
                number = int(one["ToUnicode"].split()[0])
                stream = pdf.objects[number]
                stream.stream = repair_map(stream.stream, known)

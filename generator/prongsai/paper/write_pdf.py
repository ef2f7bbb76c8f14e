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
from markupsafe import Markup

from prongsai import paths
from prongsai.paper.columns import column_hundredths, is_across, is_short
from prongsai.paper.content import Emblem, Paper, has_own_marks, merge_runs, numbered_headings
from prongsai.paper.fonts import FACES, load_face, repair_map
from prongsai.paper.qr import draw_svg
from prongsai.thai.unbroken import keep_whole
from prongsai.web import is_on_the_web

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


def render_html(document: Paper, tight: str = "") -> str:
    """The whole document as HTML, without its styles; `tight` names how its lines are set closer."""
    parts = [(part, numbered_headings(part), _render_part(part, in_book=True)) for part in document.parts]
    written = (
        _environment()
        .get_template("document.html.j2")
        .render(
            document=document,
            tight=tight,
            said=_render_part(document),
            parts=parts,
            qr=draw_svg(document.url) if document.url else "",
        )
    )
    head, mark, body = written.partition("<body ")
    return f"{head}{mark}{keep_whole(body, document.agency, on_paper=True)}"


def _as_data(emblem: Emblem) -> str:
    """An emblem as the address of its own bytes."""
    kind = {"svg": "svg+xml", "jpg": "jpeg"}.get(emblem.ending, emblem.ending)
    return f"data:image/{kind};base64,{base64.b64encode(emblem.data).decode()}"


def _render_part(document: Paper, *, in_book: bool = False) -> Markup:
    """A document without the sheets around it; in a book its highest headings have names."""
    anchors = {id(heading): name for name, heading in numbered_headings(document)} if in_book else {}
    blocks = [(type(block).__name__, block, anchors.get(id(block), "")) for block in document.blocks]
    text = (
        _environment()
        .get_template("part.html.j2")
        .render(
            document=document,
            in_book=in_book,
            blocks=blocks,
            merge=partial(merge_runs, site_url=document.site_url),
            has_own_marks=has_own_marks,
            is_address=is_on_the_web,
            is_across=is_across,
            is_short=partial(is_short, document=document),
            shares=partial(column_hundredths, document=document),
            emblem=_as_data(document.emblem) if document.emblem else "",
        )
    )
    return Markup(text)  # noqa: S704  the template escapes


def read_styles() -> str:
    """The styles of all documents."""
    widths = "\n".join(f".w{share} {{ width: {share}%; }}" for share in range(1, 101))
    return f"{(paths.PAPER_TEMPLATES / STYLES).read_text(encoding='utf-8')}{widths}\n"


_SCHEME = "font:"
_FEW_LINES = 0.15  # of a sheet
TIGHT = ("tight", "tight tightest")


@dataclass(frozen=True)
class Pdf:
    """A PDF and how many pages it has."""

    data: bytes
    pages: int


@lru_cache(maxsize=1)
def _prepared() -> tuple[Any, Any, Any, Any]:
    """The fonts, the styles and their counters, read once for all documents."""
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fonts, fetcher, counted = FontConfiguration(), _fetcher(), CounterStyle()
    # It removes its folder when nothing needs it any more; where the interpreter ends first, it cannot.
    atexit.register(_prepared.cache_clear)
    styles = CSS(string=read_styles(), font_config=fonts, counter_style=counted, url_fetcher=fetcher)
    return fonts, styles, fetcher, counted


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
    if len(rendered.pages) > 1 and (document.is_one_sheet or _filled(rendered.pages[-1]) < _FEW_LINES):
        rendered = _closer(document, rendered)
    stream = io.BytesIO()
    identifier = f"prongsai {document.year} {document.kind}".encode()
    rendered.write_pdf(stream, finisher=_repair, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return Pdf(stream.getvalue(), len(rendered.pages))


def _closer(document: Paper, rendered: Any) -> Any:
    """The document with its lines closer, where that takes fewer sheets: nobody sends another one for a few lines."""
    for tight in TIGHT[: 2 if document.kind == "brief" else 1]:
        closer = _render(document, tight)
        if len(closer.pages) < len(rendered.pages):
            return closer
    return rendered


def _filled(page: Any) -> float:
    """The share of a sheet that its content takes from above."""
    box = page._page_box
    return float(box.children[0].height / box.height)


def _render(document: Paper, tight: str = "") -> Any:
    from weasyprint import HTML

    fonts, styles, fetcher, counted = _prepared()
    html = HTML(string=render_html(document, tight), url_fetcher=fetcher)
    return html.render(font_config=fonts, counter_style=counted, stylesheets=[styles], pdf_variant="pdf/ua-1")


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

"""What a page says of where its facts come from: documents to readers, data files to the officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.provenance import document_words

MOST_LETTERS = 120  # of titles in the line below a page; the pages of the years have them whole


def with_documents(pages: Iterable[Page], scope: SiteScope) -> tuple[Page, ...]:
    """The pages with the documents behind them; what the officer alone reads names the data files instead."""
    if scope.site.for_officer:
        return tuple(replace(page, names_files=True) for page in pages)
    return tuple(replace(page, documents=_documents(page, scope)) for page in pages)


def _documents(page: Page, scope: SiteScope) -> tuple[str, ...]:
    words = document_words(scope.site, page.made_from, scope.speech)
    counted = scope.speech.digits(f"เอกสาร {len(words)} ฉบับตามรายการในหน้าของแต่ละปี")
    return words if len("".join(words)) <= MOST_LETTERS else (counted,)

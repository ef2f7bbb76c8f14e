"""No word that only the program may read gets into a document, as it is written and as other programs read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from internal_words import find_words, read_texts
from paper.reading import by_pypdf
from paper.sources import pdf_of
from paper.texts import find_texts
from prongsai.blocks.block import Paragraph
from prongsai.paper.write_docx import write_docx
from prongsai.views.content import Phrase

CHOSEN = ("don 2567/memo", "don 2568/measures", "model 2565/follow-up")


@pytest.fixture(params=CHOSEN)
def chosen(request, don, model):
    """One document of several kinds."""
    site, _, name = request.param.partition(" ")
    return {"don": don, "model": model}[site][name]


def words_in(document) -> dict[str, list[str]]:
    """The internal words of a document by the form in which they are read."""
    texts = {
        "pdf": by_pypdf(pdf_of(document).data),
        "docx": tuple(text for _, text in read_texts("x.docx", write_docx(document))),
    }
    return {form: [word for text in said for word in find_words(text)] for form, said in texts.items()}


def test_no_internal_word_is_written(don, model):
    """No document of the two sites says such a word."""
    texts = [text for one in (*don.values(), *model.values()) for text in find_texts(one)]
    assert len(texts) > 500
    assert [word for text in texts for word in find_words(text)] == []


def test_no_internal_word_is_read(chosen):
    """Nor is one read in the PDF and the Word document."""
    assert words_in(chosen) == {"pdf": [], "docx": []}


def test_a_word_that_gets_out_is_found(don):
    """One that was put into a document is read in both, so that the silence above means something."""
    memo = don["2567/memo"]
    leaking = replace(memo, blocks=(Paragraph((Phrase("มาตรการที่ ๑ not_stated"),)), *memo.blocks))
    assert words_in(leaking) == {"pdf": ["not_stated"], "docx": ["not_stated"]}

"""The HTML of any blocks is the one that MkDocs makes of their Markdown."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from prongsai.blocks.block import Entries, Heading, Paragraph
from prongsai.pages.anchors import append_section, insert_anchors
from prongsai.pages.manuscript import Manuscript, as_json, from_json
from prongsai.pages.render import Renderer
from prongsai.pages.segments import Listing, Running, Title
from prongsai.pipeline.content.articles import Articles
from prongsai.views.content import Bullet, Bullets, Phrase
from prongsai.views.speech import Speech
from unit.engines.as_mkdocs import read_as_mkdocs
from unit.pages.any_blocks import blocks, texts

FRONT = '---\ntitle: "x"\n---'
RENDERER = Renderer(frozenset({"/", "/2565/"}), Speech("thai"), {"/2565/": 2000})


def article_of(page: Manuscript):
    """The article of a page, or None."""
    return Articles({"content/index.md": page}).get("index.md")


def page_of(found, *above) -> Manuscript:
    """A page with these blocks."""
    return Manuscript(FRONT, (*above, *RENDERER.write_blocks(found, "/2565/")))


@given(st.lists(blocks(), min_size=1, max_size=5))
@example([Paragraph((Phrase("1"), Phrase(". ก")))])
@example([Entries(((Phrase("๑"), Phrase(". ก")), (Phrase("ข"),)))])
@example([Bullets((Bullet("1."), Bullet("- ก"))), Heading("1. ก", "a")])
@settings(max_examples=150)
def test_any_blocks_have_the_html_of_their_markdown(found):
    """Whatever is typed: the same HTML, contents, title and ids; and hardly any block is left to Python-Markdown."""
    page = page_of(found, Title("หน้า", "page", 1))
    article = article_of(page)
    assert article is None or article == read_as_mkdocs(page.markdown)
    assert article is not None or may_be_read_otherwise(page)


def may_be_read_otherwise(page):
    """True if a page has two lists in a row, or running text that begins with a list or holds a square bracket."""
    running = [text for one in page.segments if isinstance(one, Running) for text in [one.text]]
    entries = [text for one in page.segments if isinstance(one, Listing) for text in one.entries]
    follows = any(isinstance(one, Listing) and isinstance(after, Listing) for one, after in pairwise(page.segments))
    return follows or any("[" in text or text.startswith(("<ul", "<ol")) for text in (*running, *entries))


@given(st.lists(blocks(), min_size=1, max_size=3), st.lists(blocks(), max_size=2), texts().filter(bool))
@settings(max_examples=50)
def test_old_ids_and_sections_are_in_both(found, left, title):
    """A page that carries old ids, and a list of what left it, has them in its HTML as in its Markdown."""
    page = page_of(found, *page_of([Heading(title, "page")]).segments)
    page = insert_anchors(page, {"old": "a", "older": "row-1", "oldest": "", "lost": "unknown"})
    page = append_section(page, page_of(left).segments)
    article = article_of(page)
    assert article is None or article == read_as_mkdocs(page.markdown)
    assert article is None or {"old", "older", "oldest", "lost"} <= article.ids


@given(st.lists(blocks(), max_size=4))
@settings(max_examples=30)
def test_a_manuscript_is_kept_as_json(found):
    """The page comes back from the store as it was put there."""
    assert from_json(as_json(page_of(found))) == page_of(found)


def test_what_only_python_markdown_knows_has_no_article():
    """Two lists in a row, which become one, and a heading whose id the engine counts."""
    lists = Listing(("ก",)), Listing(("ข",))
    for segments in (lists, (Title("ก", "", 2),), (Running("<ul><li>ก</li></ul> ข"),), (Running("[ก](x)"),)):
        assert article_of(Manuscript(FRONT, segments)) is None


def test_a_page_that_begins_with_its_title_says_it():
    """As MkDocs takes the title from the first element alone."""
    page = Manuscript(FRONT, (Title('ก &#42; <span class="ps-whole">ข</span>', "page", 1), Running("ค")))
    assert article_of(page).title == "ก &#42; ข"
    assert article_of(Manuscript(FRONT, page.segments[::-1])).title == ""

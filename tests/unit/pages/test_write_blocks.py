"""The Markdown of blocks where nothing is at the address that they lead to."""

import pytest

from prongsai.blocks.block import Cards, Entries, Paragraph, link_if_there
from prongsai.pages.markup import Components
from prongsai.pages.segments import markdown_of
from prongsai.pages.write_blocks import write_blocks
from prongsai.views.content import Link, Phrase
from prongsai.views.speech import Speech

UI = Components("/2566/", frozenset({"/2566/", "/2566/scores/"}), Speech("thai"))
THERE, GONE = "/2566/scores/", "/2566/analysis/"


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Entries(((link_if_there("ก", THERE),), (link_if_there("ข", GONE),))), '- <a href="scores/">ก</a>'),
        (Entries(((Phrase("ก", href=GONE),),)), "- ก"),
        (Paragraph((link_if_there("ข", GONE),), "aside"), ""),
        (
            Cards((Link("ก", THERE, "มี"), Link("ข", GONE, "ไม่มี"))),
            '<ul class="ps-cards">\n<li><a href="scores/"><strong>ก</strong><span>มี</span></a></li>\n</ul>',
        ),
    ],
)
def test_what_leads_nowhere_is_left_out_whole(block, written):
    """A link to a page that does not exist leaves no empty point, paragraph or card; a text that is kept is no link."""
    assert markdown_of(write_blocks([block], UI, lambda *_: "")) == written

"""Lists of links and counts on a page: an entry that has nothing left to say is not there."""

from prongsai.blocks.block import Entries, link_if_there
from prongsai.pages.markup import Components
from prongsai.pages.segments import markdown_of
from prongsai.pages.write_blocks import write_blocks
from prongsai.views.content import Phrase
from prongsai.views.speech import Speech


def write(entries):
    """The Markdown of a list on a page of a site that has no other page than /2566/."""
    ui = Components("/methodology/", frozenset({"/2566/"}), Speech("thai"))
    return markdown_of(write_blocks((entries,), ui, lambda name, _: name))


def test_an_entry_whose_only_way_leads_nowhere_is_left_out():
    """No empty point is where a page is absent; the other entries are as they were."""
    known, absent = (link_if_there("ปีที่มี", "/2566/"),), (link_if_there("ปีที่ไม่มี", "/2567/"),)
    assert write(Entries((absent, known))) == '- <a href="../2566/">ปีที่มี</a>'
    assert "ปีที่ไม่มี" not in write(Entries((absent, known), "counts"))


def test_counts_are_a_list_of_their_own_look():
    """The thing counted and its number are in one entry, with one blank between them."""
    counted = (Phrase("ดำเนินการแล้วเสร็จ", kind="done"), Phrase(" ๒ มาตรการ"))
    expected = '<ul class="ps-counts"><li><span class="ps-tag--done">ดำเนินการแล้วเสร็จ</span> ๒ มาตรการ</li></ul>'
    assert write(Entries((counted,), "counts")) == expected

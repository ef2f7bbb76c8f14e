"""What a page says is in its document too: nobody who is handed the paper knows less than who reads the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paper.page_facts import fact_words
from paper.sources import ADDRESS, SITES, copy_facts, documents_of, lost_words
from prongsai.pipeline.check import check_folder

OF_MODEL = ("2565/measures", "2565/follow-up", "2565/memo")  # the others are judged with the six sites


@pytest.mark.parametrize(("name", "kinds"), [("phu-wong", ()), ("model", OF_MODEL)])
def test_the_words_of_a_page_are_in_its_document(name, kinds, tmp_path):
    """At least 98 in 100 words of the facts of a page are read from its PDF, as often, by both programs."""
    checked = check_folder(copy_facts(SITES[name], tmp_path / "site"), ADDRESS)
    documents = documents_of(checked)
    assert lost_words(checked, [documents[kind] for kind in kinds or documents]) == {}


def test_a_document_that_says_less_is_seen(tmp_path):
    """Of another document of the same year far fewer words are found, so that the measure can fail."""
    checked = check_folder(copy_facts(SITES["model"], tmp_path / "site"), ADDRESS)
    report, memo = (documents_of(checked)[f"2565/{kind}"] for kind in ("follow-up", "memo"))
    other = replace(memo, page=report.page)
    assert all(share < 0.5 for share in lost_words(checked, [other]).values())
    assert len(lost_words(checked, [other])) == 2


def test_facts_are_what_is_neither_way_nor_picture_nor_asking():
    """Headings, sentences, lists and tables count; navigation, pictures, explanations and asking do not."""
    page = """---
title: "x"
---
<nav class="ps-crumbs">หน้าแรก</nav>

# หัวเรื่อง { #page }

- ข้อหนึ่ง

ประโยค <a href="../">อ่านต่อ</a>

<a href="../">ทางไป</a>

<figure class="ps-figure"><figcaption>ภาพ</figcaption><svg><desc>คำบรรยาย</desc></svg></figure>

<table><caption>ตาราง</caption><tr><td><a href="../">ช่อง</a></td></tr></table>

<section class="ps-ask"><p>สอบถาม</p></section>
<p class="ps-madefrom">จัดทำจาก</p>
"""
    assert fact_words(page) == ["หัวเรื่อง", "ข้อหนึ่ง", "ประโยค", "ตาราง", "ช่อง"]

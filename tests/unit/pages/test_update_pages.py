"""The pages of updates: all that fits is shown, whatever was typed is text, and the page stays light."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import given
from markdown import Markdown

from prongsai.analysis.results import analyse_site
from prongsai.blocks.across import MOST_BYTES
from prongsai.ledger.publications import Change, History
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from unit.makers import SITE, write_files
from unit.pages.nasty import nasty_texts
from unit.pages.reading import read_html

DAY, BEFORE = "2569-12-01", "2569-11-21"
FIRST = Change("first-publication", years=(2565,), day=BEFORE)
EXTENSIONS = ["attr_list", "tables", "toc"]


@pytest.fixture(scope="module")
def render(tmp_path_factory):
    """Renders a page of a small site from its history: as Markdown, and as what a reader sees."""
    root = write_files(
        tmp_path_factory.mktemp("updates"),
        {**SITE, "data/2565/measures.yml": "fiscal_year: 2565\nmeasures: [{id: m01, number: 1, title: ก}]\n"},
    )
    results = analyse_site(load_site(root).site)
    shutil.rmtree(root)

    def rendered(changes, path="/updates/"):
        pages = plan_pages(results, (), history=History(tuple(changes), "5eed"))
        [page] = [one for one in pages if one.path == path]
        text = Renderer(frozenset(one.path for one in pages), speech_of(results)).render(page)
        html = Markdown(extensions=EXTENSIONS).convert(text.split("---\n", 2)[2])
        return text, html, read_html(html)

    return rendered


def statuses(count, title="ก", day=DAY, kind="status"):
    """That many changes of measures."""
    return [
        Change(kind, 2565, f"m{n:03d}", "in_progress", "done", title=title, number=str(n), day=day)
        for n in range(1, count + 1)
    ]


def test_days_are_below_each_other_with_the_newest_first(render):
    """Each with its sentences, which lead to what changed where that has a page."""
    _, _, page = render([*statuses(1), FIRST])
    assert [head.text for head in page.all("h2")][:2] == ["เผยแพร่เมื่อวันที่ ๑ ธันวาคม ๒๕๖๙", "เผยแพร่เมื่อวันที่ ๒๑ พฤศจิกายน ๒๕๖๙"]
    [one, first] = [listed.all("li") for listed in page.all("ul", "ps-updates")]
    assert one[0].text == ("มาตรการที่ ๑ ของปีงบประมาณ พ.ศ. ๒๕๖๕ เปลี่ยนสถานะจาก “อยู่ระหว่างดำเนินการ” เป็น “ดำเนินการแล้วเสร็จ” ก")
    assert one[0].all("a") == []
    assert first[0].one("a").attributes["href"] == "../"


def test_a_year_has_its_own_page_in_its_own_navigation(render):
    """With what concerns it, and the way back."""
    text, _, page = render([*statuses(1), Change("analysis-added", 2564, day=DAY), FIRST], "/2565/updates/")
    assert 'title: "การเปลี่ยนแปลงของข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๕"' in text
    assert "๒๕๖๔" not in page.text.replace("พ.ศ. ๒๕๖๕", "")
    assert page.one("nav", class_="ps-yearnav").all("a")


def test_many_changes_of_one_kind_are_one_point_with_points_below(render):
    """And what is left out of them is counted."""
    _, _, page = render([*statuses(60), FIRST])
    [listed, _] = page.all("ul", "ps-updates")
    assert listed.children[1].text.startswith("เปลี่ยนสถานะของมาตรการปีงบประมาณ พ.ศ. ๒๕๖๕ จำนวน ๖๐ มาตรการ")
    assert [one.text for one in listed.one("ul").all("li")][-1] == "และอีก ๒๐ รายการ"


def test_a_page_stays_light_however_much_changed(render):
    """Years of publications with long titles that need escaping: the newest are shown and the others counted."""
    days = [f"25{year}-{month:02d}-01" for year in range(79, 69, -1) for month in range(12, 0, -1)]
    changes = [one for day in days for one in statuses(8, "<b>&" * 40, day)]
    for path in ("/updates/", "/2565/updates/"):
        _, html, page = render([*changes, FIRST], path)
        assert len(html.encode()) < MOST_BYTES + 6_000
        shown = sum(len(listed.all("li")) for listed in page.all("ul", "ps-updates"))
        assert 0 < shown < len(changes)
        assert f"และการเปลี่ยนแปลงก่อนหน้านั้นอีก {len(changes) + 1 - shown} รายการ" in page.text.translate(
            str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
        )


def test_one_huge_update_is_shown_all_the_same(render):
    """A page never says less than the newest thing."""
    _, _, page = render([*statuses(300, "<&" * 100), *statuses(8, day=BEFORE), FIRST])
    assert len(page.all("ul", "ps-updates")) == 1


@given(nasty_texts(), nasty_texts())
def test_whatever_was_typed_is_text(render, one, other):
    """No element comes of it, and it is read as it was typed."""
    change = Change("measure-renamed", 2565, "m01", one, other, title=other, number="1", day=DAY)
    _, _, page = render([change, *statuses(2, other), FIRST])
    plain = [*statuses(1, "ก"), *statuses(1, "ข")]
    _, _, expected = render(
        [change.__class__("measure-renamed", 2565, "m01", "ก", "ข", title="ข", number="1", day=DAY), *plain, FIRST]
    )
    assert [element.tag for element in page.all()] == [element.tag for element in expected.all()]

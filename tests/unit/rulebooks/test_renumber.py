"""Renumbering: which item of a year goes on with which of the year before, by meaning, page and title."""

import pytest

from prongsai.model.edition import Edition
from prongsai.rulebooks.renumber import propose_renumbering
from unit.makers import shipped_edition


def edition(**items):
    """An edition of these items, each with a title and maybe more."""
    return Edition.model_validate({"scheme": "NACC-ITA", "fiscal_year": "2580", "items": items})


def without_keys(year):
    """A shipped edition as somebody would enter it from the manual: without meanings."""
    found = shipped_edition(year)
    bare = {code: item.model_copy(update={"key": None, "answered_by": None}) for code, item in found.items.items()}
    return found.model_copy(update={"items": bare})


@pytest.mark.parametrize(("old", "new"), [(2564, 2565), (2565, 2566), (2564, 2566), (2568, 2569)])
def test_titles_alone_find_the_meanings_that_are_known(old, new):
    """Of two shipped years every pair that is called certain is one of the same meaning."""
    before, after = shipped_edition(old), shipped_edition(new)
    found = propose_renumbering(before, without_keys(new))
    meant = {
        before.item_of(item.key): code for code, item in after.items.items() if item.key and before.item_of(item.key)
    }
    certain = {one.old: one.new for one in found.pairs if one.certainty == "certain"}
    assert {one: code for one, code in certain.items() if one in meant and meant[one] != code} == {}
    right = sum(certain.get(one) == code for one, code in meant.items())
    titled = sum(bool(before.items[one].title and after.items[code].title) for one, code in meant.items())
    assert right >= titled * 0.6


def test_no_item_is_in_two_pairs():
    """Each item of either year goes on with one at most, and all others are named."""
    found = propose_renumbering(shipped_edition(2566), without_keys(2569))
    olds, news = [one.old for one in found.pairs], [one.new for one in found.pairs]
    assert len({*olds}) == len(olds)
    assert len({*news}) == len(news)
    assert {*news, *found.only_new} == {*shipped_edition(2569).items}
    assert {*olds, *found.only_old} == {*shipped_edition(2566).items}


def test_each_pair_has_its_reason_and_how_sure_it_is():
    """The same key, the same page, the same title but for its year, and titles that are alike."""
    old = edition(
        O1={"key": "structure", "title": "โครงสร้าง"},
        O2={"key": "measures", "title": "มาตรการส่งเสริมคุณธรรม", "answered_by": "measures"},
        O3={"key": "plan", "title": "แผนป้องกันภัยประจำปี พ.ศ. 2579"},
        O4={"key": "kitchen", "title": "การตรวจครัวกลางของหน่วยงาน"},
        O5={"key": "garden", "title": "สวนสาธารณะ"},
    )
    new = edition(
        O1={"title": "แผนป้องกันภัยประจำปี พ.ศ. ๒๕๘๐"},
        O2={"key": "structure", "title": "ผังองค์กร"},
        O3={"title": "การนำผลไปพัฒนา", "answered_by": "measures"},
        O4={"title": "ผลการตรวจครัวกลางของหน่วยงานรายเดือน"},
        O6={"title": "สถิติแมวจรจัด"},
    )
    found = propose_renumbering(old, new)
    assert [(one.new, one.old, one.key, one.reason) for one in found.pairs] == [
        ("O1", "O3", "plan", "same-title"),
        ("O2", "O1", "structure", "same-key"),
        ("O3", "O2", "measures", "same-page"),
        ("O4", "O4", "kitchen", "alike"),
    ]
    assert [one.certainty for one in found.pairs[:3]] == ["certain"] * 3
    assert found.pairs[3].certainty != "certain"
    assert (found.only_old, found.only_new) == (("O5",), ("O6",))


def test_two_items_that_are_alike_are_never_certain():
    """Titles that differ in one word leave it to a person, who sees both."""
    old = edition(
        O1={"key": "six", "title": "รายงานผลรอบหกเดือนแรก"}, O2={"key": "year", "title": "รายงานผลรอบสิบสองเดือน"}
    )
    new = edition(O1={"title": "รายงานผลรอบหกเดือน"})
    [pair] = propose_renumbering(old, new).pairs
    assert (pair.old, pair.certainty != "certain") == ("O1", True)

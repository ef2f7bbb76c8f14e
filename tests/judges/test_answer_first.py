"""The first screen of a phone: it answers what people ask of a measure, a year and an item before they scroll."""

from __future__ import annotations

import pytest

from browser.made import EXAMPLES, PREFIX
from browser.served import serving
from judges.first_screen import HEIGHT, WIDTH, asked_of, first_measure, unanswered

pytestmark = pytest.mark.judge

SEED, MEASURES, ITEMS, SCREENS = 22, 30, 40, 2


@pytest.fixture
def phone(browser):
    """A window as high and as wide as a telephone."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("site", ["own", *EXAMPLES])
def test_the_first_screen_answers(six, phone, site):
    """Of 30 measures, 40 items, every year and the lists all that is asked is in sight at once; measures begin soon."""
    made = six[site]
    root = made.folder.with_name(made.folder.name.removesuffix("-site"))
    asked, lists = asked_of(root, SEED, MEASURES, ITEMS)
    with serving(made.folder, PREFIX) as at:
        left = [question for one in asked for question in unanswered(phone, at, one)]
        places = {path: first_measure(phone, at, path) for path in lists}
    facts = sum(len(one.words) + bool(one.link) for one in asked)
    print(f"{site}: {facts - len(left)} of {facts} facts of {len(asked)} pages in the first screen; {places}")
    assert asked
    assert left == []
    assert {path: place for path, place in places.items() if place is None or place > SCREENS * HEIGHT} == {}

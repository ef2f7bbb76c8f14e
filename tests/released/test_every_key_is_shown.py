"""Every key that an officer enters is seen: on a page or in the open data, or it says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from prongsai.loading.load_site import load_site
from prongsai.model.document_parts import Point
from prongsai.model.record import Record
from prongsai.model.stated import Printed
from prongsai.pipeline.check import check_folder
from prongsai.thai.numerals import to_arabic
from released.test_released_forms import HERE, NEWEST, records

_PLACE = "says to whoever holds the data against its document where to look"
_DIFFERS = "shown only where it differs from what the edition or another place says, which here it does not"
_REMARK = "a remark of whoever made the data, for whoever checks it"
_DECIDES = "decides what is shown or computed and is no fact of the agency"
_REMINDS = "only reminders to the officer read the calendar of a year"
_FORMER = "leads old addresses and answers to what is called otherwise now"
NOT_SHOWN = {
    "Agency.other_websites": "whose hosts are the agency's own: read by the rules on addresses",
    "Answer.title": "stands in for a title that the edition lacks",
    "Calendar.stated_in": _REMINDS,
    "Comparison.at": _PLACE,
    "Comparison.row_labels": "names the rows of older files, which keep no cells of the table",
    "Deadline.title": _REMINDS,
    "DevelopmentPoint.at": _PLACE,
    "Edition.scheme": _DECIDES,
    "ElementPlace.value": "held against the agency's own channels by the rules on elements",
    "Element.former_keys": _FORMER,
    "Explanation.code": "names the problem that is explained; the page has its sentence",
    "Figure.note": _REMARK,
    "FigureAgain.quote": _DIFFERS,
    "Finding.at": _PLACE,
    "Item.aliases": "other names by which prose and links may mean the item",
    "Item.former_keys": _FORMER,
    "ItemResult.printed_title": _DIFFERS,
    "LevelAgain.quote": _DIFFERS,
    "Part.english": "the language of the site is Thai; instruments alone have their English name",
    "Question.at": _PLACE,
    "RankAgain.quote": _DIFFERS,
    "Responsible.printed": "shown where it differs from the names of the units",
    "Scores.printed_levels_at": _PLACE,
    "SiteOptions.colour": _DECIDES,
    "SiteOptions.numerals": _DECIDES,
    "SiteOptions.way_in": "the steps by which the submission sheet leads to an item",
    "StatedList.at": _PLACE,
    "TextSection.at": _PLACE,
}
_SHORT = 3  # letters; shorter texts are anywhere


def texts_in(value: object) -> Iterator[str]:
    """The texts of a field that holds no records."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Printed):
        yield value.printed
    elif isinstance(value, Point):
        yield value.text
    elif isinstance(value, tuple | list | dict) and not any(isinstance(one, Record) for one in value):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


def flat(text: str) -> str:
    """A text as compared: Arabic digits, no white space."""
    return "".join(to_arabic(text).split())


def test_every_key_is_shown_or_says_why_not():
    """A field that no page and no table of the open data shows is found here; so is a reason that is out of date."""
    files = check_folder(HERE / NEWEST).planned.files
    pages = (text.decode() for name, text in files.items() if name.endswith((".md", ".csv", ".json")))
    published = flat("".join(unescape(re.sub(r"<[^>]*>", "", page)) for page in pages))
    site = load_site(HERE / NEWEST).site
    seen: dict[str, bool] = {}
    for record in records(
        [site.agency, site.options, site.documents, *(list(vars(year).values()) for year in site.years)]
    ):
        for name in record.model_fields_set:
            key = f"{type(record).__name__}.{name}"
            for text in texts_in(getattr(record, name)):
                if len(text) >= _SHORT:
                    seen[key] = seen.get(key, False) or flat(text) in published
    assert len(seen) > 100
    assert {key for key, is_seen in seen.items() if not is_seen} == NOT_SHOWN.keys()

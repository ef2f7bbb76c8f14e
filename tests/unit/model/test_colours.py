"""A colour of an agency is taken where words can be read in it and on it, in the light and in the dark."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from prongsai.model.colours import Colour, contrast, nearest_colour, parts_of, shades_of

COLOUR = TypeAdapter(Colour)
WHITE, LIGHT_SURFACE = "#ffffff", "#f3f7f8"
DARK_PAGE, DARK_SURFACE = "#11191d", "#19242a"
GOOD = ["#0b5365", "#7a1f1f", "#6b2d5c", "#000000", "#0000ff", "#007e3d"]
TOO_LIGHT = ["#ffcc00", "#e30613", "#00a651", "#ffffff", "#808080", "#2b7de9"]


def ratio(one: str, other: str) -> float:
    """The contrast of two colours by their codes."""
    return contrast(parts_of(one), parts_of(other))


@pytest.mark.parametrize(("typed", "colour"), [("#0B5365", "#0b5365"), ("0b5365", "#0b5365"), ("#036", "#003366")])
def test_a_colour_is_read_as_people_write_it(typed, colour):
    """With or without its sign, in small or capital letters, and in its short form."""
    assert COLOUR.validate_python(typed) == colour


@pytest.mark.parametrize("colour", GOOD)
def test_all_words_in_a_colour_that_is_taken_can_be_read(colour):
    """Links, marks and the bars at the top and the bottom have the contrast of WCAG in both schemes."""
    assert COLOUR.validate_python(colour) == colour
    shades = shades_of(colour)
    for scheme, surfaces in (("default", (WHITE, LIGHT_SURFACE)), ("slate", (DARK_PAGE, DARK_SURFACE))):
        own = shades[scheme]
        for surface in (*surfaces, own["ps-info-surface"]):
            assert ratio(own["md-typeset-a-color"], surface) >= 4.5
            assert ratio(own["ps-info"], surface) >= 4.5
        for bar in ("md-primary-fg-color", "md-footer-bg-color"):
            assert ratio(WHITE, own[bar]) >= 4.5
        assert all(ratio(own["md-accent-fg-color"], surface) >= 3 for surface in surfaces)


@pytest.mark.parametrize("colour", TOO_LIGHT)
def test_a_colour_that_is_too_light_is_refused_with_the_nearest_one(colour):
    """The nearest one is taken, and one that is a little lighter would not be."""
    with pytest.raises(ValidationError) as refused:
        COLOUR.validate_python(colour)
    nearest = nearest_colour(colour)
    assert nearest in str(refused.value.errors()[0]["ctx"])
    assert COLOUR.validate_python(nearest) == nearest
    lighter = f"#{bytes(min(255, part + 6) for part in parts_of(nearest)).hex()}"
    with pytest.raises(ValidationError):
        COLOUR.validate_python(lighter)

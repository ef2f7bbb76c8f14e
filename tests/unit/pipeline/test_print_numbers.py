"""The numbers of printed pages are written in the numerals of the site."""

from __future__ import annotations

import jinja2
import pytest

from prongsai import paths


@pytest.mark.parametrize(("numerals", "style"), [("thai", ", thai"), ("arabic", "")])
def test_pages_are_counted_on_paper_in_the_numerals_of_the_site(numerals, style):
    """Thai or Arabic, in both places of หน้า 1 จาก 2."""
    source = (paths.theme_folder() / "assets/css/print.css").read_text("utf-8")
    config = {"extra": {"prongsai": {"numerals": numerals}}}
    made = jinja2.Environment(autoescape=True).from_string(source).render(config=config)
    assert f'content: "หน้า " counter(page{style}) " จาก " counter(pages{style});' in made

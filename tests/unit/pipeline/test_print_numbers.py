"""The numbers of printed pages are written in the numerals of the site."""

from __future__ import annotations

import pytest

from prongsai import paths
from prongsai.pipeline.make_theme import theme_files


@pytest.mark.parametrize(("thai", "style"), [(True, ",thai"), (False, "")])
def test_pages_are_counted_on_paper_in_the_numerals_of_the_site(thai, style):
    """Thai or Arabic, in both places of หน้า 1 จาก 2."""
    made = theme_files(paths.theme_folder(), thai=thai)["assets/css/print.css"].decode()
    assert f'content:"หน้า " counter(page{style}) " จาก " counter(pages{style})' in made

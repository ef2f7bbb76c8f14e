"""Every page of the six sites before the HTML checker of the W3C (Nu Html Checker)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from judges.programs import check_html

pytestmark = pytest.mark.judge

# Errors in lines of Material's base.html that stand in none of its blocks; we do not fork that file for them.
# The beginning of the message, the element, and why it harms nobody.
OF_MATERIAL = {
    (
        "Attribute “autocomplete” is only allowed when the input type is “color”",
        f'<input class="md-toggle" data-md-toggle="{toggle}" type="checkbox" id="__{toggle}" autocomplete="off">',
    ): "a hidden checkbox that our pages do not use: browsers then do not restore its state, which is meant"
    for toggle in ("drawer", "search")
}


def _known(message: dict[str, Any]) -> tuple[str, str] | None:
    for text, element in OF_MATERIAL:
        if message["message"].startswith(text) and element in message.get("extract", ""):
            return text, element
    return None


def _line(message: dict[str, Any]) -> str:
    place = f"{message.get('url', '').rpartition('/test_')[2]}:{message.get('lastLine')}"
    return f"{place}: {message['message']} {message.get('extract', '').strip()!r}"


@pytest.fixture(scope="module")
def messages(six) -> list[dict[str, Any]]:
    """What the checker says of all pages."""
    return check_html(*(made.folder for made in six.values()))


def test_every_page_is_valid(messages):
    """The checker finds no error and warns of nothing, but for the lines of Material that are listed above."""
    wrong = [_line(message) for message in messages if not _known(message)]
    assert not wrong, f"{len(wrong)} in all\n" + "\n".join(wrong[:20])


def test_every_excused_line_is_on_every_page(messages, six):
    """Each excused error still occurs, once on each page: the list has none too many, and every page was looked at."""
    found = Counter(_known(message) for message in messages)
    files = sum(1 for made in six.values() for _ in made.folder.rglob("*.html"))
    assert {known: found[known] for known in OF_MATERIAL} == dict.fromkeys(OF_MATERIAL, files)


def test_the_checker_finds_what_is_wrong(tmp_path: Path):
    """A page with an id twice and a picture without a text is not passed."""
    page = '<!doctype html><html lang="th"><title>x</title><p id="a"></p><p id="a"></p><img src="x.png">'
    (tmp_path / "page.html").write_text(page, "utf-8")
    said = " ".join(message["message"] for message in check_html(tmp_path))
    assert "Duplicate ID" in said
    assert "alt" in said

"""Every page of the six sites before the HTML checker of the W3C (Nu Html Checker)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from judges.programs import check_html

pytestmark = pytest.mark.judge


def _line(message: dict[str, Any]) -> str:
    place = f"{message.get('url', '').rpartition('/test_')[2]}:{message.get('lastLine')}"
    return f"{place}: {message['message']} {message.get('extract', '').strip()!r}"


@pytest.fixture(scope="module")
def messages(six) -> list[dict[str, Any]]:
    """The messages of the checker for all pages."""
    return check_html(*(made.folder for made in six.values()))


def test_every_page_is_valid(messages):
    """The checker finds no error and warns of nothing."""
    wrong = [_line(message) for message in messages]
    assert not wrong, f"{len(wrong)} in all\n" + "\n".join(wrong[:20])


def test_the_checker_finds_what_is_wrong(tmp_path: Path):
    """A page with an id twice and a picture without a text is not passed."""
    page = '<!doctype html><html lang="th"><title>x</title><p id="a"></p><p id="a"></p><img src="x.png">'
    (tmp_path / "page.html").write_text(page, "utf-8")
    said = " ".join(message["message"] for message in check_html(tmp_path))
    assert "Duplicate ID" in said
    assert "alt" in said

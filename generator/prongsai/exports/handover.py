"""The handover as plain text and as a page to print: at most two sheets of A4 in either form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from prongsai.thai.line_breaks import find_breaks
from prongsai.views.handover import Handover, handover_sections, handover_title

WIDEST = 88  # columns of a line, where marks above and below take none
_LONG = 34
_STYLE = """@page { size: A4; margin: 15mm 18mm }
body { font: 11pt/1.3 "TH Sarabun New", Sarabun, "Noto Sans Thai", Tahoma, sans-serif }
body { max-width: 174mm; margin: 0 auto }
h1 { font-size: 14pt; margin: 0 0 2mm } h2 { font-size: 11.5pt; margin: 2.5mm 0 .5mm; break-after: avoid }
ul { margin: 0; padding-left: 5mm } li { overflow-wrap: anywhere; break-inside: avoid; white-space: pre-wrap }"""


def export_handover_text(facts: Handover) -> str:
    """Plain text, a line for each fact, folded where it is too wide for the sheet."""
    lines = list(_folded(handover_title(facts), ""))
    for title, texts in handover_sections(facts):
        lines += ["", title]
        lines += [line for text in texts for line in _folded(text, "- ")]
    return "\n".join(lines) + "\n"


def export_handover_html(facts: Handover) -> str:
    """A page that asks for nothing else, to be printed by any browser."""
    title = escape(handover_title(facts))
    parts = [
        f"<h2>{escape(head)}</h2>\n<ul>\n" + "\n".join(f"<li>{escape(text)}</li>" for text in texts) + "\n</ul>"
        for head, texts in handover_sections(facts)
    ]
    about = f'<meta charset="utf-8"><title>{title}</title>\n<style>{_STYLE}</style>'
    head = f'<!doctype html>\n<html lang="th">\n<head>{about}</head>'
    return f"{head}\n<body>\n<h1>{title}</h1>\n" + "\n".join(parts) + "\n</body>\n</html>\n"


def width_of(text: str) -> int:
    """The number of columns that a text takes."""
    return sum(unicodedata.category(character) not in {"Mn", "Me", "Cf"} for character in text)


def _folded(text: str, head: str) -> Iterator[str]:
    line = head
    for piece in _pieces(text):
        if width_of(line + piece.rstrip()) > WIDEST and line.strip(" -"):
            yield line.rstrip()
            line = " " * len(head) + piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """The text, cut at its blanks; words that are too long for the end of a line also between their syllables."""
    for word in re.findall(r" *[^ ]+ *", text):
        places = (
            [0, *(found.at for found in find_breaks(word)), len(word)] if width_of(word) > _LONG else [0, len(word)]
        )
        yield from (word[start:end] for start, end in pairwise(places) if start < end)

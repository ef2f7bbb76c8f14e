"""One form for every text that people typed: NFC, sara am joined, white space folded, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_KEPT_FORMATS = {"\u200c", "\u200d"}  # joiners carry meaning inside emoji and some scripts


def _is_hidden(character: str) -> bool:
    if character.isspace() or character in _KEPT_FORMATS:
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} or (ord(character) & 0xFFFE) == 0xFFFE


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in its one form, and the hidden characters (control, bidi) that were taken out, as U+XXXX."""
    flat = " ".join(text.split())  # first: a line break alone makes a text unprintable
    if flat.isprintable() and "\u0e4d" not in flat and unicodedata.is_normalized("NFC", flat):
        return flat, ()  # nothing hidden, nothing split: all but a few texts
    hidden = tuple(f"U+{ord(c):04X}" for c in dict.fromkeys(text) if _is_hidden(c))
    if hidden:
        text = "".join(c for c in text if not _is_hidden(c))
    # Joined first: taking a nikhahit away can bring two marks side by side that NFC must order.
    joined = unicodedata.normalize("NFC", _SPLIT_SARA_AM.sub("\\1\u0e33", text))
    return " ".join(joined.split()), hidden

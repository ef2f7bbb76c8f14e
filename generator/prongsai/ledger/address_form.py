"""Which texts are addresses of a site: what people read in the ledger and what can stand in rules of any server."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

LONGEST = 1000  # characters; Cloudflare takes no longer line in its rules
_FORBIDDEN = re.compile(r'[\\"<>?*|\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_ESCAPED = re.compile(r"%(25|23|3[Ff]|5[Cc])")  # what stays escaped in the ledger, since it would mean something else
_FRAGMENT = re.compile(r"[^\s#\"'<>&\\`\[\]{}\x00-\x1f]+")


def is_address(text: str) -> bool:
    """Whether a text is `/`, `/2565/measures/`, `/files/2565/แผน.pdf` or one of these with a fragment behind `#`."""
    path, mark, fragment = text.partition("#")
    steps = path.strip("/").split("/")
    plain = path == "/" or all(step and step == step.strip() and step not in {".", ".."} for step in steps)
    begins = path.startswith("/") and not path.startswith("//") and not path.endswith("//")
    named = bool(_FRAGMENT.fullmatch(fragment)) if mark else True
    return begins and plain and named and len(text) <= LONGEST and not _FORBIDDEN.search(text)


def plain_address(text: str) -> str:
    """An address as the ledger writes it, from what was typed or copied from a browser."""
    kept = _ESCAPED.sub(lambda found: f"%25{found[1].upper()}", text.strip())
    plain = unicodedata.normalize("NFC", unquote(kept))
    plain = re.sub(r"^https?://[^/#]+", "", plain) or "/"
    return plain if plain.startswith("/") else f"/{plain}"

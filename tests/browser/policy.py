"""The Content-Security-Policy that the browser tests run under: nothing inline, and nothing from elsewhere."""

from __future__ import annotations

import re

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'self'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in RULES.items())
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"application/(?:ld\+)?json")


def inline_scripts(html: str) -> list[str]:
    """The text of each script that is in the page itself; JSON and JSON-LD are not run and so are none."""
    found = [(attributes.lower(), text) for attributes, text in SCRIPT.findall(html)]
    return [text for attributes, text in found if "src=" not in attributes and not _DATA.search(attributes)]

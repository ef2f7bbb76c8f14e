"""The Content-Security-Policy that the browser tests run under: one script within pages, and nothing from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from prongsai import paths
from prongsai.engines.theme import theme_files

FIRST = theme_files(paths.theme_folder(), thai=False)["assets/js/first.js"].decode().rstrip("\n")  # the one script
HASH = f"'sha256-{b64encode(sha256(FIRST.encode()).digest()).decode('ascii')}'"
RULES = {
    "default-src": "'none'",
    "script-src": f"'self' {HASH}",
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

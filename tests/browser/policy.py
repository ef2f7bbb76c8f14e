"""The Content-Security-Policy that the browser tests run under: of inline scripts only Material's own may run."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import material

# The partials of Material whose inline script stands on our pages; each script is known by its whole text.
INLINE = ("base", "palette")
# What each of them must begin with, so that a new version of Material is looked at before it may run.
OPENINGS = ("__md_scope=new URL(", 'var palette=__md_get("__palette")')
RULES = {
    "default-src": "'none'",
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
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"application/(?:ld\+)?json")
_FILLED_IN = re.compile(r"\{\{.*?\}\}")
_CONDITIONS = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def policy_of(html: str) -> str:
    """The policy for one page: scripts come from our host, or are inline ones of Material's."""
    hashes = sorted({f"'sha256-{_hash(text)}'" for text in inline_scripts(html) if is_materials(text)})
    rules = {**RULES, "script-src": " ".join(("'self'", *hashes))}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_scripts(html: str) -> list[str]:
    """The text of each script that stands in the page itself; JSON and JSON-LD are not run and so are none."""
    found = [(attributes.lower(), text) for attributes, text in SCRIPT.findall(html)]
    return [text for attributes, text in found if "src=" not in attributes and not _DATA.search(attributes)]


def is_materials(text: str) -> bool:
    """Whether an inline script is, to the letter, one of Material's templates with its address filled in."""
    return text.startswith(OPENINGS) and any(pattern.fullmatch(text) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    folder = Path(material.__file__).parent / "templates" / "partials" / "javascripts"
    texts = [_CONDITIONS.sub("", (folder / f"{name}.html").read_text("utf-8")) for name in INLINE]
    return tuple(_pattern(script) for text in texts for _, script in SCRIPT.findall(text))


def _pattern(script: str) -> re.Pattern[str]:
    return re.compile('[^"<>]*'.join(re.escape(part) for part in _FILLED_IN.split(script)))


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")

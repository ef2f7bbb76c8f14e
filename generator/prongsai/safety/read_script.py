"""Which other websites the text of a script names; what a script computes cannot be read from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.safety.read_address import judge_address

_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|(/)|\r?\n)", re.IGNORECASE)
_LITERAL = re.compile(
    r"""["'`]\s*((?:(?:https?|wss?|ftp):[/\\]*(?=[\w\[%])|[/\\]{2}(?=[\w-]+(?:\.[\w-]+)+|\[))[^"'`\s<>]+)""",
    re.IGNORECASE,
)
# An address can also stand unquoted in the HTML or the style that a script writes.
_WRITTEN = re.compile(r"(?:=|url\()\s*((?:https?:|ftp:)?//(?=[\w-]+\.)[^\"'`\s<>)]+)", re.IGNORECASE)
_TEXT_OR_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|(?<!:)//[^\n]*""", re.DOTALL
)
# Names of forms that nothing is loaded from.
_NAMESPACES = re.compile(
    r"http://www\.w3\.org/(?:1998/Math/MathML|1999/x(?:html|link)|2000/(?:svg|xmlns/)|XML/1998/namespace)"
)


def read_script(text: str, own_hosts: frozenset[str]) -> Iterator[str]:
    """The addresses of other websites that stand in a script, each once."""
    plain = _ESCAPED.sub(_decode, text)
    written = _TEXT_OR_COMMENT.sub(lambda match: match[1] or " ", plain)
    found = [*_LITERAL.findall(plain), *_WRITTEN.findall(written)]
    for address in dict.fromkeys(found):
        if not _NAMESPACES.fullmatch(address) and judge_address(address, own_hosts) == "foreign":
            yield address


def _decode(escaped: re.Match[str]) -> str:
    code = escaped[1] or escaped[2] or escaped[3]
    if code is None:
        return escaped[4] or ""
    return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""

"""Texts that would be markup, a link, a template or a script if they were not text."""

from __future__ import annotations

from hypothesis import strategies as st

from prongsai.thai.text import clean_text

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><h1>x</h1>",
    "<!-- x -->",
    "<b>x</b>",
    "&lt;b&gt; &amp; &#60; &copy",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "[x](javascript:alert(1))",
    "![x](https://example.com/x.png)",
    "[x][y]",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://example.com/>",
    "https://example.com/a_b_c?x=1&y=*z*",
    "www.x.y",
    "x@example.com",
    "<x@example.com>",
    "mailto:x@example.com",
    "**x** __x__ *x* _x_ ~~x~~ ^x^ ==x==",
    "`x` ``y`` ```z",
    "``--8<--``",
    '--8<-- "mkdocs.yml"',
    "{{ config }}",
    "{% raw %} {% include 'x' %}",
    "{# x #}",
    "{: onclick=alert(1) }",
    "{ #x onclick=alert(1) }",
    "{.x}",
    "# x",
    "## x ##",
    "x\n===",
    "---",
    "- x",
    "+ x",
    "* x",
    "1. x",
    "1) x",
    "๑. x",
    "๑) x",
    "> x",
    "    x",
    "| a | b |",
    "|---|---|",
    ": x",
    "!!! note",
    "??? x",
    "*[x]: y",
    "[^1]: x",
    "[^1]",
    "[TOC]",
    ":smile:",
    ":material-x:",
    "$x$ $$y$$ \\(z\\) \\[z\\]",
    "\\*x\\* \\",
    "%x% %s %(x)s",
    "-- --- ...",
    "C:\\x\\y",
    "O๔๒ ข้อ ๐๒ พ.ศ. ๒๕๖๔",
    "น้ำ น\u0e4d\u0e49\u0e32",
    "คน\u200dที่ \u200bx \ufeffx",
    "\u202ex\u202c \u2066x\u2069",
    "x\u2028y\u2029z\x85w",
    "x\x00y\x1bz\x7f",
    "\ufffe\uffff\ud7ff",
    "👩\u200d👩\u200d👧",
    "e\u0301 \u1100\u1161",
    "None",
    "\x02wzxhzdk:0\x03",
    "klzzwxh:0000",
)
ALPHABET = "<>&\"'`*_{}[]()#|!~^=$:/@-+.?%\\;, \n\tax1๐๙ก้ำ\u200b\u200d\u202e\u2028\x00\x02"


def nasty_texts() -> st.SearchStrategy[str]:
    """Payloads, characters that mean something to somebody, and any text, in any order."""
    pieces = st.one_of(st.sampled_from(PAYLOADS), st.text(ALPHABET, max_size=8), st.text(max_size=4))
    return st.lists(pieces, min_size=1, max_size=4).map("".join).filter(lambda text: clean_text(text)[0])

"""Ledgers as somebody could write them who means harm to the server of the site."""

from __future__ import annotations

from hypothesis import strategies as st

from prongsai.ledger.rows import Ledger, Row

DAY = "2569-11-21"
TRAPS = (
    '"; } location / { return 301 https://evil.example/; } #',
    "; return 301 https://evil.example;",
    "//evil.example/",
    "/\\evil.example/",
    "/../../etc/passwd",
    "https://evil.example/",
    "${PATH}",
    "$host$1",
    "%{HTTP_HOST}",
    "\n/x https://evil.example/ 301\n",
    "\r\nSet-Cookie: a=b",
    '"\nRewriteEngine On\n',
    "</IfModule>",
    "\\",
    "*",
    ":splat",
    "แผน งาน.pdf",
    "a b",
    "\u2028",
    "\x85",
    "\ud800",
)


def crafted_texts() -> st.SearchStrategy[str]:
    """A text of traps and any letters, often with the slash that makes an address of it."""
    letters = st.text(st.characters(), max_size=12)
    pieces = st.lists(st.one_of(st.sampled_from(TRAPS), letters), min_size=1, max_size=4).map("".join)
    return st.one_of(pieces, pieces.map(lambda text: f"/{text}"), pieces.map(lambda text: f"/{text}/#m01"))


def crafted_ledgers() -> st.SearchStrategy[Ledger]:
    """A ledger of redirects and live rows between such texts."""
    rows = st.builds(
        lambda path, to, is_live: Row(path, DAY) if is_live else Row(path, DAY, "redirect", to, DAY),
        crafted_texts(),
        crafted_texts(),
        st.booleans(),
    )
    return st.lists(rows, max_size=12, unique_by=lambda row: row.path).map(
        lambda found: Ledger(tuple(sorted(found, key=lambda row: row.path)))
    )

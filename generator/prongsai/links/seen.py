"""What is asked of a link, what was seen there and what it is judged to be: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.links.states import State

Kind = Literal["", "html", "pdf", "zip", "ole", "image", "text", "other"]


@dataclass(frozen=True)
class Expected:
    """One link to ask: its address as registered, the fiscal years (Buddhist Era) its content must speak of, and names.

    `names` are the titles under which the agency gives the link.
    """

    url: str
    years: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """What stands in a body, as far as it was read.

    `main` is the text without menus, header, footer and forms, `text` all of it: of each the beginning, and its whole
    length in characters. `years` are the fiscal years that the main text calls so, `any_years` every year in all of
    the text that may be meant as one (Buddhist Era). `complete` is False where the body has more text than was read,
    so that nothing can be said of what is missing. `pages` counts those of a PDF.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    main: str = ""
    text: str = ""
    main_length: int = 0
    text_length: int = 0
    years: tuple[int, ...] = ()
    any_years: tuple[int, ...] = ()
    asks_password: bool = False
    refresh: str = ""
    has_media: bool = False
    pages: int = 0
    complete: bool = True
    fault: Literal["", "damaged", "locked", "unread"] = ""


@dataclass(frozen=True)
class Hop:
    """One redirect: the status (0 for one that a page asks for by itself), where it leads and to which part there."""

    status: int
    to: str
    fragment: str = ""


@dataclass(frozen=True)
class Seen:
    """What one link showed in the end.

    `fault` is what went wrong before there was an answer to judge, `detail` its particulars. `size` counts the
    decoded bytes that were read; `stated_size` is what the server states. `sha256` is there for a whole body only.
    `body` is what came, decoded, where `Limits.keep_bodies` asks for it.
    """

    url: str
    final: str
    hops: tuple[Hop, ...] = ()
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: State | None = None
    detail: str = ""
    kind: Kind = ""
    size: int = 0
    stated_size: int | None = None
    sha256: str = ""
    content: Content | None = None
    head_status: int = 0
    tries: int = 1
    body: bytes = b""


@dataclass(frozen=True)
class Verdict:
    """What a link is judged to be; `values` fill the sentence of its state, `years` are the fiscal years found."""

    url: str
    state: State
    values: Mapping[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    etag: str = ""
    sha256: str = ""

"""Questions to a link, what was seen there and how it is judged: plain values, and the closed set of states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Kind = Literal["", "html", "pdf", "zip", "ole", "image", "text", "other"]
Place = Literal["", "there", "missing"]  # empty where none was asked for, or nobody can tell


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
    """The content of a body, as far as it was read.

    `main` is the text without menus, header, footer and forms, `text` all of it: of each the beginning, and its whole
    length in characters. `years` are the fiscal years that the main text calls so, `any_years` every year in all of
    the text that may be meant as one (Buddhist Era). `complete` is False where the body has more text than was read,
    so that nothing can be said of what is missing. `pages` counts those of a PDF. `needs_script` is True where a page
    shows nothing until a script fills it, `place` what became of the place in the page that was asked for.
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
    needs_script: bool = False
    place: Place = ""
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
    """The final result of one link.

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
    """The judgement of a link; `values` fill the sentence of its state, `years` are the fiscal years found."""

    url: str
    state: State
    values: Mapping[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    etag: str = ""
    sha256: str = ""


class Grade(StrEnum):
    """The meaning of a state for whoever opens the link.

    `by_hand` is where a machine cannot tell: somebody has to open the link in a browser.
    """

    GOOD = "good"
    ATTENTION = "attention"
    BY_HAND = "by_hand"
    BROKEN = "broken"


class State(StrEnum):
    """The state seen at a link."""

    FINE = "fine"
    REDIRECTED = "redirected"
    MOVED = "moved"
    SCAN_WITHOUT_TEXT = "scan_without_text"
    PARTLY_READ = "partly_read"
    PLACE_MISSING = "place_missing"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate_limited"
    FORBIDDEN = "forbidden"
    TOO_LARGE = "too_large"
    UNREAD = "unread"
    NEEDS_SCRIPT = "needs_script"
    TOO_SLOW = "too_slow"
    TLS_CHAIN = "tls_chain"
    BAD_ANSWER = "bad_answer"
    NOT_CHECKED = "not_checked"
    NOT_FOUND = "not_found"
    GONE = "gone"
    SOFT_404 = "soft_404"
    LOGIN_WALL = "login_wall"
    PERMISSION_WALL = "permission_wall"
    CLIENT_ERROR = "client_error"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    TLS_EXPIRED = "tls_expired"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_FAULT = "tls_fault"
    DNS_FAULT = "dns_fault"
    REFUSED = "refused"
    RESET = "reset"
    WRONG_LENGTH = "wrong_length"
    WRONG_TYPE = "wrong_type"
    DAMAGED = "damaged"
    LOCKED = "locked"
    EMPTY = "empty"
    BAD_ENCODING = "bad_encoding"
    REDIRECT_LOOP = "redirect_loop"
    PRIVATE_ADDRESS = "private_address"
    NOT_HTTP = "not_http"
    WRONG_YEAR = "wrong_year"
    WRONG_YEAR_NAME = "wrong_year_name"


_ATTENTION = {State.REDIRECTED, State.MOVED, State.SCAN_WITHOUT_TEXT, State.PARTLY_READ, State.PLACE_MISSING}
_BY_HAND = {
    State.BLOCKED,
    State.RATE_LIMITED,
    State.FORBIDDEN,
    State.TOO_LARGE,
    State.UNREAD,
    State.NEEDS_SCRIPT,
    State.TOO_SLOW,
    State.TLS_CHAIN,
    State.BAD_ANSWER,
    State.NOT_CHECKED,
}
# States that may pass by themselves, so that asking again a moment later is worth it.
PASSING = frozenset({State.TIMEOUT, State.RESET, State.REFUSED, State.SERVER_ERROR, State.RATE_LIMITED})


def grade_of(state: State) -> Grade:
    """The grade of a state; what is in no other list is broken."""
    if state is State.FINE:
        return Grade.GOOD
    if state in _ATTENTION:
        return Grade.ATTENTION
    return Grade.BY_HAND if state in _BY_HAND else Grade.BROKEN


def works(state: State) -> bool:
    """True if the link shows what it should, be it with a remark."""
    return grade_of(state) in {Grade.GOOD, Grade.ATTENTION}


def same_group(one: State, other: State) -> bool:
    """True if two states belong together when it is counted since when: working, broken, or for a person to judge."""
    return (works(one), grade_of(one) is Grade.BY_HAND) == (works(other), grade_of(other) is Grade.BY_HAND)

"""What a link can show: a closed set of states, each with its grade."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """What a state means for whoever opens the link.

    `by_hand` is where a machine cannot tell: somebody has to open the link in a browser.
    """

    GOOD = "good"
    ATTENTION = "attention"
    BY_HAND = "by_hand"
    BROKEN = "broken"


class State(StrEnum):
    """What was seen at a link."""

    FINE = "fine"
    REDIRECTED = "redirected"
    MOVED = "moved"
    SCAN_WITHOUT_TEXT = "scan_without_text"
    PARTLY_READ = "partly_read"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate_limited"
    FORBIDDEN = "forbidden"
    TOO_LARGE = "too_large"
    UNREAD = "unread"
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
    TOO_SLOW = "too_slow"
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


_ATTENTION = {State.REDIRECTED, State.MOVED, State.SCAN_WITHOUT_TEXT, State.PARTLY_READ}
_BY_HAND = {
    State.BLOCKED,
    State.RATE_LIMITED,
    State.FORBIDDEN,
    State.TOO_LARGE,
    State.UNREAD,
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
    """Whether the link shows what it should, be it with a remark."""
    return grade_of(state) in {Grade.GOOD, Grade.ATTENTION}


def same_group(one: State, other: State) -> bool:
    """Whether two states belong together when it is counted since when: working, broken, or for the eye to judge."""
    return (works(one), grade_of(one) is Grade.BY_HAND) == (works(other), grade_of(other) is Grade.BY_HAND)

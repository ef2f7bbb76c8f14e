"""What a failed request says of the link: exceptions of the network as states."""

from __future__ import annotations

import errno
import re
import ssl
from collections.abc import Iterator

import httpcore

from prongsai.links.decode import EncodingError
from prongsai.links.network import PrivateAddressError, ResolverSilentError, UnknownHostError
from prongsai.links.states import State
from prongsai.links.web_address import NotWebError

Fault = tuple[State, str]
# Codes of OpenSSL's verification (x509_vfy.h) that have a state of their own.
_CERTIFICATES = {
    10: State.TLS_EXPIRED,
    18: State.TLS_SELF_SIGNED,
    19: State.TLS_SELF_SIGNED,
    20: State.TLS_CHAIN,
    21: State.TLS_CHAIN,
    62: State.TLS_WRONG_HOST,
    64: State.TLS_WRONG_HOST,
}
_OWN: tuple[tuple[type[Exception], State], ...] = (
    (PrivateAddressError, State.PRIVATE_ADDRESS),
    (UnknownHostError, State.DNS_FAULT),
    (ResolverSilentError, State.NOT_CHECKED),
    (NotWebError, State.NOT_HTTP),
    (EncodingError, State.BAD_ENCODING),
    (httpcore.TimeoutException, State.TIMEOUT),
)
_LENGTH = re.compile(r"received (\d+) bytes, expected (\d+)")
_GONE_ERRORS = {errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED}


def explain_failure(failure: Exception) -> Fault:
    """The state that an exception stands for, with its particulars."""
    for kind, state in _OWN:
        if isinstance(failure, kind):
            return state, str(failure)
    chain = list(_causes(failure))
    tls = next((one for one in chain if isinstance(one, ssl.SSLError)), None)
    if isinstance(tls, ssl.SSLCertVerificationError):
        return _CERTIFICATES.get(tls.verify_code, State.TLS_FAULT), tls.verify_message
    return (State.TLS_FAULT, str(tls)) if tls is not None else _explain_network(failure, chain)


def _explain_network(failure: Exception, chain: list[BaseException]) -> Fault:
    if isinstance(failure, httpcore.ConnectError):
        return _explain_connect(failure, chain)
    if isinstance(failure, httpcore.RemoteProtocolError):
        return _explain_protocol(str(failure))
    if isinstance(failure, httpcore.NetworkError):
        return State.RESET, str(failure)
    if isinstance(failure, httpcore.LocalProtocolError):
        return State.NOT_HTTP, str(failure)
    raise failure


def _causes(failure: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = failure
    seen: set[int] = set()
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup) and one.exceptions:
            yield from _causes(one.exceptions[0])
        one = one.__cause__ or one.__context__


def _explain_connect(failure: Exception, chain: list[BaseException]) -> Fault:
    """Cut off while TLS was agreed on is a reset; anything else did not let us in at all."""
    numbers = {one.errno for one in chain if isinstance(one, OSError)}
    names = {type(one).__name__ for one in chain}
    if numbers & _GONE_ERRORS or names & {"BrokenResourceError", "EndOfStream"}:
        return State.RESET, str(failure)
    return State.REFUSED, str(failure)


def _explain_protocol(message: str) -> Fault:
    if found := _LENGTH.search(message):
        return State.WRONG_LENGTH, f"{found[1]}/{found[2]}"
    if "disconnected" in message or "incomplete" in message:
        return State.RESET, message
    return (State.NOT_HTTP if "status line" in message else State.BAD_ANSWER), message

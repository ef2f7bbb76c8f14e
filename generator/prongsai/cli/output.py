"""What the program prints reaches whoever reads it, in whatever encoding; that nobody reads it stops no work.

A command that builds or publishes must not break off because a window was closed or a pipe was cut: what cannot be
printed is dropped, and the work goes on with its own status. A disk that takes no more of a report is said in the end.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TextIO, TypeGuard

from prongsai.cli.disk_refusals import word_refusal
from prongsai.cli.wrong_call import WrongCall

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_THAI = "ก็ฯ๙"  # letters that an encoding for Thai knows, whichever it is
_NOBODY_READS = {errno.EPIPE, errno.EBADF, errno.EINVAL, errno.ECONNRESET}


class PatientBytes(io.RawIOBase):
    """Bytes for a stream; the first failure is kept, and after it nothing more is written."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream: Any = getattr(stream, "raw", stream)
        self.failure: OSError | None = None

    def writable(self) -> bool:
        """As every stream to write to."""
        return True

    def fileno(self) -> int:
        """The number of the stream below, for whoever asks the system about it."""
        number: int = self._stream.fileno()
        return number

    def write(self, given: ReadableBuffer) -> int:
        """Take all bytes, whatever becomes of them."""
        rest = memoryview(given).cast("B")
        size = len(rest)
        while rest and self.failure is None:
            try:
                rest = rest[self._stream.write(rest) or 0 :]
            except OSError as failure:
                self.failure = failure
        return size


@contextmanager
def steady_output() -> Iterator[None]:
    """Let the standard streams take every letter and outlive their readers; a report cut short ends the program."""
    _occupy_closed_numbers()
    before = sys.stdout, sys.stderr
    streams = [_steady(stream) if stream is not None else None for stream in before]
    sys.stdout, sys.stderr = [stream or old for stream, old in zip(streams, before, strict=True)]
    try:
        yield
    finally:
        for stream in streams:
            if stream is not None:
                stream.flush()
        failure = _failure_of(streams[0])
        if failure is not None:
            WrongCall(f"แสดงผลไม่ครบ {word_refusal(failure)}").show()
        sys.stdout, sys.stderr = before
        if failure is not None:
            sys.exit(WrongCall.exit_code)


def _occupy_closed_numbers() -> None:
    """A standard stream that was closed leaves its number to the next file, which would then be printed into."""
    try:
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(number)
    except OSError:
        return


def _steady(stream: TextIO) -> io.TextIOWrapper | None:
    """A stream over the same bytes that fails for no letter and no reader, or None where there are no bytes below."""
    below = getattr(stream, "buffer", None)
    if below is None:
        return None
    if _is_shown(stream):
        stream.reconfigure(errors="replace")
        return None
    stream.flush()
    encoding = _encoding_for(stream.encoding or "utf-8")
    return io.TextIOWrapper(PatientBytes(below), encoding, "replace", write_through=True)  # type: ignore[arg-type]


def _is_shown(stream: TextIO) -> TypeGuard[io.TextIOWrapper]:
    """Whether the stream is a window, to which Python writes every letter that the window can show."""
    return bool(stream.isatty()) and hasattr(stream, "reconfigure")


def _encoding_for(encoding: str) -> str:
    """The encoding that was asked for; where nobody asked and the usual one of the system knows no Thai, UTF-8.

    A Windows in English has the code page 1252 for files and pipes: a report of nothing but question marks is of use
    to nobody, and every editor of today reads UTF-8. One in Thai has 874, which its own programs expect. ASCII is what
    a system says that was told nothing; click takes it for UTF-8 too.
    """
    is_asked_for = os.environ.get("PYTHONIOENCODING") and codecs.lookup(encoding).name != "ascii"
    return encoding if is_asked_for or can_encode(_THAI, encoding) else "utf-8"


def can_encode(text: str, encoding: str) -> bool:
    """Whether an encoding knows all letters of a text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def escape_json(text: str) -> str:
    """A text of JSON, in which letters that standard output does not know stand as JSON escapes them."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if can_encode(text, encoding):
        return text
    return "".join(letter if can_encode(letter, encoding) else _escape(letter) for letter in text)


def _escape(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _failure_of(stream: io.TextIOWrapper | None) -> OSError | None:
    """What kept standard output from being written, but that its reader has gone away."""
    below = getattr(stream, "buffer", None)
    failure: OSError | None = getattr(below, "failure", None)
    return failure if failure is not None and failure.errno not in _NOBODY_READS else None

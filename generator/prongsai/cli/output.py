"""Output that reaches whoever reads it, in any encoding; how calls and the disk refuse, in a sentence.

A command that builds or publishes must not break off because a window was closed or a pipe was cut: what cannot be
printed is dropped, and the work goes on with its own status. A disk that takes no more of a report is said in the end.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TextIO, TypeGuard

import click

from prongsai.disk.refusals import Refusal, refusal_of, unpack_reasons

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

CALL_WAS_WRONG = 2
STOPPED_BY_HAND = 130  # as shells say it of Ctrl+C


class WrongCall(click.ClickException):
    """The call was wrong or something could not be read."""

    exit_code = CALL_WAS_WRONG

    def show(self, file: object = None) -> None:  # noqa: ARG002  click passes the stream it would print to
        """Print the sentence as it is."""
        click.echo(self.message, err=True)


class StoppedByHand(WrongCall):
    """Whoever called has pressed Ctrl+C."""

    exit_code = STOPPED_BY_HAND


_AGAIN = "แล้วสั่งคำสั่งเดิมอีกครั้ง"
_LOOK_FOR_IT = (
    f"ตรวจการสะกดชื่อ ถ้าแฟ้มอยู่ในโฟลเดอร์อื่น ให้ระบุโฟลเดอร์ก่อนชื่อแฟ้มด้วย เช่น ../ita-handed-out/แบบกรอก-2567.xlsx {_AGAIN}"
)
_SENTENCES = {
    Refusal.FULL: (
        "ดิสก์เต็ม เขียน{file}ไม่ได้",
        f"ลบแฟ้มที่ไม่ใช้หรือย้ายไปดิสก์อื่นให้มีที่ว่าง {_AGAIN}",
    ),
    Refusal.FORBIDDEN: (
        "ไม่มีสิทธิ์อ่านหรือเขียน{file}",
        f"ปิดโปรแกรมที่เปิดแฟ้มนี้อยู่ ตรวจสิทธิ์ของแฟ้มและของโฟลเดอร์ที่แฟ้มอยู่ หรือใช้โฟลเดอร์ที่เขียนได้ {_AGAIN}",
    ),
    Refusal.READ_ONLY: (
        "{file}อยู่ในดิสก์ที่อ่านได้อย่างเดียว จึงเขียนไม่ได้",
        f"ใช้โฟลเดอร์ในดิสก์ที่เขียนได้ หรือปลดการป้องกันการเขียนของดิสก์ {_AGAIN}",
    ),
    Refusal.IN_USE: (
        "{file}เปิดใช้อยู่ในโปรแกรมอื่น จึงแก้ไม่ได้",
        f"ปิดโปรแกรมที่เปิดแฟ้มหรือโฟลเดอร์นี้อยู่ เช่น Excel Word หรือหน้าต่างโฟลเดอร์ {_AGAIN}",
    ),
    Refusal.TOO_LONG: (
        "ชื่อหรือเส้นทางของ{file}ยาวเกินกว่าที่ระบบรับได้",
        f"ตั้งชื่อให้สั้นลง หรือย้ายโฟลเดอร์ของเว็บไซต์ไปไว้ใกล้ต้นดิสก์ เช่น D:\\ita {_AGAIN}",
    ),
    Refusal.TOO_MANY: (
        "เปิดแฟ้มพร้อมกันเกินกว่าที่ระบบอนุญาต จึงเปิด{file}ไม่ได้",
        f"ปิดโปรแกรมอื่น {_AGAIN}",
    ),
    Refusal.BROKEN: (
        "ดิสก์อ่านหรือเขียน{file}ไม่สำเร็จ",
        f"ตรวจว่าดิสก์หรือการต่อกับดิสก์ในเครือข่ายยังใช้ได้ สำรองข้อมูลไว้ {_AGAIN}",
    ),
}


def word_disk_refusal(failure: OSError) -> str:
    """The sentence for a failure of the disk; the words of the system are only where we have none of our own."""
    file, further, words = _particulars(failure)
    refusal = refusal_of(failure)
    if isinstance(failure, FileNotFoundError):
        return f"ไม่พบ{file.rstrip()}{further}\nวิธีแก้: {_LOOK_FOR_IT}"
    if refusal is None:
        reason = f" ระบบแจ้งว่า “{words}”" if words else ""
        return (
            f"อ่านหรือเขียน{file}ไม่ได้{further}{reason}\n"
            "วิธีแก้: ตรวจว่าชื่อที่ระบุเป็นแฟ้มหรือโฟลเดอร์ตามที่คำสั่งต้องใช้ และมีสิทธิ์อ่านและเขียน แล้วสั่งใหม่"
        )
    said, fix = _SENTENCES[refusal]
    return f"{said.format(file=file).strip()}{further}\nวิธีแก้: {fix}"


def _particulars(failure: OSError) -> tuple[str, str, str]:
    """The file, how many more there are, and the words of the system."""
    if isinstance(failure, shutil.Error):
        reasons = unpack_reasons(failure)
        further = f" และอีก {len(reasons) - 1:,} แฟ้ม" if len(reasons) > 1 else ""
        return _named(reasons[0][0]), further, reasons[0][1]
    # Of a file that is copied the system names both; where the place to write is the fault, it is the second.
    is_place = refusal_of(failure) in {Refusal.FULL, Refusal.READ_ONLY}
    name = (failure.filename2 if is_place else None) or failure.filename
    file = os.fsdecode(name) if isinstance(name, (str, bytes)) else ""
    return _named(file), "", failure.strerror or str(failure)


def _named(file: str) -> str:
    """The file as it is in a sentence, with its blanks."""
    return f" {file} " if file else "แฟ้ม"


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
            WrongCall(f"แสดงผลไม่ครบ {word_disk_refusal(failure)}").show()
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
    """True if the stream is a window, to which Python writes every letter that the window can show."""
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
    """True if an encoding knows all letters of a text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def escape_json(text: str) -> str:
    """A text of JSON, in which letters that standard output does not know are escaped as JSON does it."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if can_encode(text, encoding):
        return text
    return "".join(letter if can_encode(letter, encoding) else _escape(letter) for letter in text)


def _escape(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _failure_of(stream: io.TextIOWrapper | None) -> OSError | None:
    """The failure that kept standard output from being written, unless its reader has gone away."""
    below = getattr(stream, "buffer", None)
    failure: OSError | None = getattr(below, "failure", None)
    return failure if failure is not None and failure.errno not in _NOBODY_READS else None

"""Show the site while people edit it: saving a file shows the page at once, and others may build meanwhile."""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Callable
from pathlib import Path

from prongsai.pipeline.preview.build_apart import BuildApart
from prongsai.pipeline.preview.preview import Ended, Preview, Report
from prongsai.pipeline.preview.serve_apart import CAN_FORK, answering_apart
from prongsai.pipeline.preview.server import PreviewServer, name_address
from prongsai.pipeline.preview.shown import Shown
from prongsai.pipeline.preview.site_copy import PreviewCopy
from prongsai.pipeline.site_lock import hold_lock

COMMAND = "prongsai serve"
_PAUSE, _LONGEST_PAUSE = 0.05, 0.4  # seconds between two looks at the sources
_REST_OF_LOOKING = 10  # times as long as a look took


class AddressTakenError(Exception):
    """Nothing can listen at that host and port; `reason` is the system's, `at_host` whether another port is no help."""

    def __init__(self, reason: str, *, at_host: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at_host = at_host


def serve_folder(root: Path, host: str, port: int, report: Report, is_over: Callable[[], bool]) -> None:
    """Serve the preview of the site in `root` until it `is_over` or interrupted.

    Raises SiteBusyError where another preview of this site is open, and AddressTakenError.
    """
    with hold_lock(root, COMMAND, kind="preview", wait=0, address=name_address(host, port)):
        copy = PreviewCopy(root)
        with _listen(host, port, Shown(copy.site)) as server:
            copy.borrow()
            run = _serve_apart if CAN_FORK else _serve_here
            run(server, copy, report, is_over)


def _serve_apart(server: PreviewServer, copy: PreviewCopy, report: Report, is_over: Callable[[], bool]) -> None:
    """Answer in one process, watch in this one, and build in a third."""
    with answering_apart(server) as shown:
        apart: BuildApart[Ended] = BuildApart(shown.leave)
        preview = Preview(copy, server.address, shown, report, apart)
        try:
            _watch(preview, is_over)
        finally:
            preview.close()


def _serve_here(server: PreviewServer, copy: PreviewCopy, report: Report, is_over: Callable[[], bool]) -> None:
    """Do all of it in this process, where there is no other way."""
    preview = Preview(copy, server.address, server.shown, report)
    preview.look()
    with server.answering():
        _watch(preview, is_over)


def _watch(preview: Preview, is_over: Callable[[], bool]) -> None:
    """Look again and again; a look at many files less often."""
    while not is_over():
        begun = time.monotonic()
        preview.look()
        took = time.monotonic() - begun
        time.sleep(min(_LONGEST_PAUSE, max(_PAUSE, took * _REST_OF_LOOKING)))


def _listen(host: str, port: int, shown: Shown) -> PreviewServer:
    try:
        return PreviewServer(host, port, shown)
    except (UnicodeError, TypeError):  # no name that a host could have
        raise AddressTakenError("ไม่ใช่ชื่อของเครื่อง", at_host=True) from None
    except OSError as failure:
        at_host = isinstance(failure, socket.gaierror) or failure.errno == errno.EADDRNOTAVAIL
        raise AddressTakenError(failure.strerror or str(failure), at_host=at_host) from None

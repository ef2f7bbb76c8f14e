"""Show the site while people edit it: saving a file shows the page within seconds, and others may build meanwhile."""

from __future__ import annotations

import errno
import socket
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from prongsai.pipeline.build import STEPS, Built, build_folder
from prongsai.pipeline.preview.page import Fault
from prongsai.pipeline.preview.server import PreviewServer, Shown, name_address
from prongsai.pipeline.preview.site_copy import PreviewCopy
from prongsai.pipeline.preview.sources import Source
from prongsai.pipeline.site_lock import hold_lock
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of

Report = Callable[["Built | Failed"], str]
COMMAND = "prongsai serve"
_PAUSE = 0.4  # seconds between two looks at the sources
_QUIET = 0.1  # seconds without a change until a save counts as complete
_LONGEST_UNREST = 2.0
_BEFORE_RETRY = 5.0  # seconds after what no saved file will fix, such as a full disk


@dataclass(frozen=True)
class Failed:
    """A build that the system ended at a file, or (with `trace`) a mistake of this program."""

    reason: str
    file: str = ""
    trace: str = ""


class AddressTakenError(Exception):
    """Nothing can listen at that host and port; `reason` is the system's, `at_host` whether another port is no help."""

    def __init__(self, reason: str, *, at_host: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at_host = at_host


class Preview:
    """A site that is built again whenever its sources changed; `report` prints and words how a build ended."""

    def __init__(self, copy: PreviewCopy, address: str, shown: Shown, report: Report) -> None:
        self.copy = copy
        self.address = address
        self.shown = shown
        self.report = report
        self._seen: Mapping[str, Source] | None = None
        self._outcome: Built | Failed | None = None
        self._retry_at = float("inf")

    def look(self) -> None:
        """Build again where something was saved since the last look, however the build before has ended."""
        found: Mapping[str, Source] = self.copy.look()
        if found == self._seen and self.copy.is_whole() and time.monotonic() < self._retry_at:
            return
        if self._seen is not None:
            found = self._settled(found)
        self._seen = found  # what is saved from here on is built the next time
        self.rebuild(found)

    def rebuild(self, found: Mapping[str, Source]) -> None:
        """Bring the copy up to date and build it; where that fails, the last good pages stay below the report."""
        self._retry_at = float("inf")
        try:
            self.copy.update(found)
            outcome: Built | Failed = self._build()
        except Exception as failure:  # noqa: BLE001  whatever goes wrong, it is reported and tried again
            self._retry_at = time.monotonic() + _BEFORE_RETRY
            outcome = _failed(failure, self.copy)
        before, self._outcome = self._outcome, outcome
        is_known = outcome == before if isinstance(outcome, Failed) else outcome.unchanged and not self.shown.fault
        if before is None or not is_known:
            self._show(outcome)

    def _build(self) -> Built:
        with ExitStack() as until_done:

            def tell(step: str) -> None:
                if step == STEPS["output"]:  # the last before files are put in their place
                    until_done.enter_context(self.shown.replacing)

            built = build_folder(self.copy.folder, self.copy.site, site_url=self.address, tell=tell, for_officer=True)
        return replace(built, problems=tuple(_without_copy(found, self.copy) for found in built.problems))

    def _show(self, outcome: Built | Failed) -> None:
        text = self.report(outcome)
        is_done = isinstance(outcome, Built) and outcome.done
        fault = None if is_done else Fault(text, _count_errors(outcome))
        if is_done or fault != self.shown.fault:
            self.shown.change(fault)

    def _settled(self, found: Mapping[str, Source]) -> Mapping[str, Source]:
        """The sources when nobody writes any more: an editor empties a file before it fills it."""
        end = time.monotonic() + _LONGEST_UNREST
        while time.monotonic() < end:
            time.sleep(_QUIET)
            before, found = found, self.copy.look()
            if found == before:
                break
        return found


def serve_folder(root: Path, host: str, port: int, report: Report, is_over: Callable[[], bool]) -> None:
    """Serve the preview of the site in `root` until it `is_over` or interrupted.

    Raises SiteBusyError where another preview of this site is open, and AddressTakenError.
    """
    with hold_lock(root, COMMAND, kind="preview", wait=0, address=name_address(host, port)):
        copy = PreviewCopy(root)
        shown = Shown(copy.site)
        with _listen(host, port, shown) as server:
            copy.borrow()
            preview = Preview(copy, server.address, shown, report)
            preview.look()
            with server.answering():
                while not is_over():
                    time.sleep(_PAUSE)
                    preview.look()


def _listen(host: str, port: int, shown: Shown) -> PreviewServer:
    try:
        return PreviewServer(host, port, shown)
    except (UnicodeError, TypeError):  # no name that a host could have
        raise AddressTakenError("ไม่ใช่ชื่อของเครื่อง", at_host=True) from None
    except OSError as failure:
        at_host = isinstance(failure, socket.gaierror) or failure.errno == errno.EADDRNOTAVAIL
        raise AddressTakenError(failure.strerror or str(failure), at_host=at_host) from None


def _failed(failure: Exception, copy: PreviewCopy) -> Failed:
    if isinstance(failure, OSError):
        reason, file = failure.strerror or type(failure).__name__, str(failure.filename or "")
        return Failed(copy.without_copy(reason), copy.without_copy(file))
    return Failed(type(failure).__name__, trace=copy.without_copy(traceback.format_exc()))


def _without_copy(found: Problem, copy: PreviewCopy) -> Problem:
    values = {name: copy.without_copy(text) for name, text in found.values.items()}
    return found if values == found.values else replace(found, values=values)


def _count_errors(outcome: Built | Failed) -> int:
    problems = outcome.problems if isinstance(outcome, Built) else ()
    return sum(severity_of(found.code) is Severity.ERROR for found in problems)

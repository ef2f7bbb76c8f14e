"""A site that is built again whenever a file is saved: its own pages first, the rest behind."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace

from prongsai.pipeline.build import STEPS, Built, build_folder
from prongsai.pipeline.memory import Memory
from prongsai.pipeline.preview.build_apart import PLACING, RIGHT, BrokenOffError, BuildApart, Tell
from prongsai.pipeline.preview.ends import End, Failed, count_errors, failed, is_known, told_of
from prongsai.pipeline.preview.first_pages import FirstPages, check_preview
from prongsai.pipeline.preview.page import Fault
from prongsai.pipeline.preview.shown import Shown
from prongsai.pipeline.preview.site_copy import PreviewCopy
from prongsai.pipeline.preview.sources import Source
from prongsai.problems import Problem

Report = Callable[[End], str]
_QUIET, _QUIET_WHEN_EMPTY = 0.04, 0.3  # seconds without a change until a save counts as complete
_LONGEST_UNREST = 2.0
_BEFORE_RETRY = 5.0  # seconds after what no saved file will fix, such as a full disk
_HEAD_START = 0.3  # seconds for the browser to show the first pages before the processor is busy with the others


@dataclass(frozen=True)
class Ended:
    """The end of a whole build: what is reported, and all problems of the data, by which pages may be made first."""

    outcome: End
    problems: tuple[Problem, ...] | None = None


class Preview:
    """A site that is built again whenever its sources changed; `report` prints and words how a build ended.

    With `apart` the pages of a saved file come first, and the whole build follows in a process of its own.
    """

    def __init__(
        self,
        copy: PreviewCopy,
        address: str,
        shown: Shown,
        report: Report,
        apart: BuildApart[Ended] | None = None,
    ) -> None:
        self.copy = copy
        self.address = address
        self.shown = shown
        self.report = report
        self._apart = apart
        self._memory = Memory()  # processes that begin later know what this one knows
        self._first: FirstPages | None = None
        self._ahead: dict[str, bytes | None] = {}  # pages newer than the site in the folder
        self._is_read = False  # what is wrong was found when the saved file was read
        self._seen: Mapping[str, Source] | None = None
        self._outcome: End | None = None
        self._retry_at = self._rest_at = float("inf")

    def look(self) -> None:
        """Build again where something was saved since the last look, however the build before has ended."""
        found: Mapping[str, Source] = self.copy.look()
        if found == self._seen and self.copy.is_whole() and time.monotonic() < self._retry_at:
            self._go_on()
            return
        if self._seen is not None:
            found = self._settled(found)
        self._seen = found  # what is saved from here on is built the next time
        self.rebuild(found)

    def rebuild(self, found: Mapping[str, Source]) -> None:
        """Bring the copy up to date and build it; where that fails, the last good pages stay below the report."""
        self._retry_at = self._rest_at = float("inf")
        try:
            if self._apart is not None and self._first is not None and self._begin_with(self._first, found):
                return
            self._stop()
            self.copy.update(found)
            outcome: End = self._build()
        except Exception as failure:  # noqa: BLE001  whatever goes wrong, it is reported and tried again
            outcome = failed(failure, self.copy)
        self._end(told_of(outcome, self.copy))
        self._first = self._know(outcome)

    @property
    def is_busy(self) -> bool:
        """True while anything that was saved is not built yet."""
        return self._seen is None or self._rest_at != float("inf") or bool(self._apart and self._apart.is_running)

    def close(self) -> None:
        """End what is under way."""
        self._stop()

    def _stop(self) -> None:
        if self._apart is not None:
            self._apart.stop()

    def _begin_with(self, known: FirstPages, found: Mapping[str, Source]) -> bool:
        """Show the pages of saved files; False where nothing less than a whole build will do."""
        names = self.copy.changed(found)
        if self._apart is None or not names or not known.can_take(names):
            return False
        if PLACING not in self._apart.said:
            self._apart.stop()
        self.copy.update(found)
        first = known.take(names, self.shown.looked_at)
        self._ahead |= first.pages
        was_read, self._is_read = self._is_read, bool(first.errors)
        if first.errors:
            self._report(told_of(Built(first.errors, done=False), self.copy))
        elif was_read or (self._ahead and self.shown.fault is None):
            self.shown.change(None, self._ahead)
        self._apart.stop()
        self._rest_at = time.monotonic() + _HEAD_START
        return True

    def _go_on(self) -> None:
        """Begin the whole build after first pages, or take its end."""
        if self._apart is None:
            return
        if time.monotonic() >= self._rest_at:
            self._rest_at = float("inf")
            self._apart.start(self._build_apart)
        if RIGHT in self._apart.said and self.shown.fault is not None:
            self.shown.change(None, self._ahead)
        try:
            ended = self._apart.take()
        except BrokenOffError:
            self._seen = self._first = None  # here, where it is seen why
            return
        if ended is not None:
            self._end(ended.outcome)
            if self._first is not None:
                self._first.renew(ended.problems)

    def _build_apart(self, say: Tell) -> Ended:
        words = {STEPS["generate"]: RIGHT, STEPS["output"]: PLACING}
        try:
            built = self._run(lambda step: say(words.get(step, b"")))
        except Exception as failure:  # noqa: BLE001  as above
            return Ended(told_of(failed(failure, self.copy), self.copy))
        problems = built.checked.problems if built.checked else None
        return Ended(told_of(replace(built, checked=None), self.copy), problems)

    def _build(self) -> Built:
        with ExitStack() as until_done:

            def tell(step: str) -> None:
                if step == STEPS["output"]:  # the last before files are put in their place
                    until_done.enter_context(self.shown.replacing)

            return self._run(tell)

    def _run(self, tell: Callable[[str], None]) -> Built:
        folder, site = self.copy.folder, self.copy.site
        return build_folder(folder, site, site_url=self.address, tell=tell, for_officer=True, memory=self._memory)

    def _know(self, outcome: End) -> FirstPages | None:
        """The knowledge from which pages can be made before all others, when a whole build has ended here."""
        if self._apart is None or not isinstance(outcome, Built) or not outcome.done:
            return None
        try:
            known = FirstPages(self.copy.folder, outcome.checked or check_preview(self.copy.folder, self.address))
        except OSError:
            return None
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # looking through all of it takes half a second, as long as a save may take
        return known

    def _end(self, outcome: End) -> None:
        """Show the end of a whole build: all that was made first is in the folder now, or is not to be seen."""
        if isinstance(outcome, Failed):
            self._retry_at = time.monotonic() + _BEFORE_RETRY
        is_done = isinstance(outcome, Built) and outcome.done
        had, self._ahead = self._ahead, {} if is_done else self._ahead
        is_shown = self._report(outcome)
        if had and is_done and not is_shown:
            self.shown.change(None)

    def _report(self, outcome: End) -> bool:
        """Report an end unless it is known, and show it; False where there is nothing to show."""
        before, self._outcome = self._outcome, outcome
        if before is not None and is_known(outcome, before, is_shown=self.shown.fault is not None):
            return False
        text = self.report(outcome)
        is_done = isinstance(outcome, Built) and outcome.done
        fault = None if is_done else Fault(text, count_errors(outcome))
        if is_done or fault != self.shown.fault:
            self.shown.change(fault)
        return True

    def _settled(self, found: Mapping[str, Source]) -> Mapping[str, Source]:
        """The sources when nobody writes any more: an editor empties a file before it fills it."""
        end = time.monotonic() + _LONGEST_UNREST
        while time.monotonic() < end:
            is_empty = any(one.stamp[:1] == (0,) and one != (self._seen or {}).get(name) for name, one in found.items())
            time.sleep(_QUIET_WHEN_EMPTY if is_empty else _QUIET)
            before, found = found, self.copy.look()
            if found == before:
                break
        return found

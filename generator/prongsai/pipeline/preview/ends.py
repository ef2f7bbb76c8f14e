"""Ends of builds as the preview reports them: in the words of the site itself, and only where they are news."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace

from prongsai.pipeline.build import Built
from prongsai.pipeline.preview.site_copy import PreviewCopy
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of


@dataclass(frozen=True)
class Failed:
    """A build that the system ended at a file, or (with `trace`) a mistake of this program."""

    reason: str
    file: str = ""
    trace: str = ""


End = Built | Failed


def failed(failure: Exception, copy: PreviewCopy) -> Failed:
    """The end of a build that raised this."""
    if isinstance(failure, OSError):
        reason, file = failure.strerror or type(failure).__name__, str(failure.filename or "")
        return Failed(copy.without_copy(reason), copy.without_copy(file))
    return Failed(type(failure).__name__, trace=copy.without_copy(traceback.format_exc()))


def told_of(outcome: End, copy: PreviewCopy) -> End:
    """An end of which no problem names the copy."""
    if isinstance(outcome, Failed):
        return outcome
    return replace(outcome, problems=tuple(_without_copy(found, copy) for found in outcome.problems))


def _without_copy(found: Problem, copy: PreviewCopy) -> Problem:
    values = {name: copy.without_copy(text) for name, text in found.values.items()}
    return found if values == found.values else replace(found, values=values)


def count_errors(outcome: End) -> int:
    """The number of errors of an end."""
    problems = outcome.problems if isinstance(outcome, Built) else ()
    return sum(severity_of(found.code) is Severity.ERROR for found in problems)


def is_known(outcome: End, before: End, *, is_shown: bool) -> bool:
    """True if an end is no news: nothing was to do, or the same is wrong that was reported when it was read."""
    if isinstance(outcome, Failed):
        return outcome == before
    if not isinstance(before, Built) or outcome.done != before.done:
        return False
    if outcome.done:
        return outcome.unchanged and not is_shown
    return is_shown and _errors(outcome) == _errors(before)


def _errors(built: Built) -> list[tuple[str, object]]:
    found = (one for one in built.problems if severity_of(one.code) is Severity.ERROR)
    return sorted((one.code, one.where) for one in found)

"""Messages of Zensical as problems: what it prints for a terminal, told apart from how Python says that it failed."""

from __future__ import annotations

import os
import re

from prongsai.disk.refusals import refusal_of
from prongsai.engines.engine import CONTENT
from prongsai.problems import Problem, Where, problem

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_MESSAGE = re.compile(r"^(?:Warning|Error): *(.+)(?:\n[^\n\[]*\[ (.+?):(\d+):(\d+) \])?", re.MULTILINE)
_REFUSED = re.compile(r"\(os error (\d+)\)")
_RAISED = re.compile(r"^[A-Za-z_.]+(?:Error|Exception): *(?:Python error: *)?(\S.*)", re.MULTILINE)


def explain(printed: str, settings: str) -> list[Problem]:
    """The problems that Zensical printed when it failed; those without a place are in the file `settings`.

    Raises OSError for what the machine refused, such as a full disk.
    """
    text = _COLOUR.sub("", printed)
    for number in _REFUSED.findall(text):
        failure = OSError(int(number), os.strerror(int(number)))
        if refusal_of(failure) is not None:
            raise failure
    found = [_at_its_place(*one.groups(), settings=settings) for one in _MESSAGE.finditer(text)]
    return found or [problem("engine-message", Where(settings), text=_raised(text))]


def _at_its_place(text: str, file: str | None, line: str | None, column: str | None, *, settings: str) -> Problem:
    where = Where(f"{CONTENT}/{file}", int(line or 0), int(column or 0)) if file else Where(settings)
    return problem("engine-message", where, text=text.strip())


def _raised(text: str) -> str:
    raised = _RAISED.search(text)
    return raised[1] if raised else (text.strip().splitlines() or ["-"])[-1].strip()

"""Run MkDocs in this process, strictly, into one of our folders."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.disk.refusals import refusal_of
from prongsai.engines.encodings import find_other_encodings
from prongsai.engines.engine import Article, Made, MakePage, Order
from prongsai.engines.mkdocs.check_settings import SETTINGS, check_settings
from prongsai.problems import Where, problem

if TYPE_CHECKING:
    from prongsai.engines.mkdocs.single_pages import SinglePages


class _Collector(logging.Handler):
    """Keeps the engine's warnings and errors."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def make(root: Path, order: Order) -> Made:
    """Make the generated tree of `root` into the site that is ordered; every warning of the engine is a problem."""
    if unusable := check_settings(root):
        return Made(unusable, order.target)
    made, messages = Made([], order.target), list[str]()
    try:
        with _listening(messages):
            from prongsai.engines.mkdocs.run_engine import run_engine

            made = run_engine(root, order, messages)
    except Exception as failure:  # noqa: BLE001  a page written by hand can break any part of the engine
        if isinstance(failure, UnicodeDecodeError):
            return Made(find_other_encodings(root), order.target)
        messages += _explain(failure, is_told=bool(messages))
    found = [problem("engine-message", Where(SETTINGS), text=" ".join(text.split())) for text in messages]
    return replace(made, problems=found)


def open_maker(root: Path, work: Path) -> MakePage | None:
    """Prepare the making of single pages of `root`; None where the engine cannot, or has anything to say first."""
    from prongsai.engines.mkdocs.single_pages import open_pages

    if check_settings(root):
        return None
    messages = list[str]()
    try:
        with _listening(messages):
            pages = open_pages(root, work)
    except Exception:  # noqa: BLE001  a whole build says what it is
        return None
    return None if pages is None or messages else partial(_make_alone, pages)


def _make_alone(pages: SinglePages, name: str, markdown: bytes, article: Article | None) -> bytes | None:
    messages = list[str]()
    try:
        with _listening(messages):
            made = pages.make(name, markdown, article)
    except Exception:  # noqa: BLE001  as above
        return None
    return None if messages else made


@contextmanager
def _listening(messages: list[str]) -> Iterator[None]:
    """The warnings and errors of the engine go into `messages`, and nowhere else."""
    collector, logger = _Collector(messages), logging.getLogger("mkdocs")
    before = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate, logger.level = False, logging.INFO
    try:
        yield
    finally:
        logger.removeHandler(collector)
        logger.propagate, logger.level = before


def _explain(failure: Exception, *, is_told: bool) -> list[str]:
    """The explanation of a failure beyond the engine's messages; raises OSError for what the machine refused."""
    from mkdocs.exceptions import Abort, MkDocsException

    if refused := _refused_by_machine(failure):
        raise refused
    if isinstance(failure, MkDocsException):
        return [] if isinstance(failure, Abort) else [str(failure)]
    return [] if is_told else [f"{type(failure).__name__}: {failure}"]


def _refused_by_machine(failure: BaseException | None) -> OSError | None:
    """The failure of the disk behind what the engine or one of its parts raised, or None."""
    while failure is not None:
        if isinstance(failure, OSError) and refusal_of(failure) is not None:
            return failure
        failure = failure.__cause__ or failure.__context__
    return None

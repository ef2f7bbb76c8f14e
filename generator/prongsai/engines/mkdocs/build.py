"""Run MkDocs in this process, strictly, into one of our folders."""

from __future__ import annotations

import logging
from pathlib import Path

from prongsai.disk.refusals import refusal_of
from prongsai.engines.encodings import find_other_encodings
from prongsai.engines.engine import CONTENT
from prongsai.engines.mkdocs.base_settings import PLUGIN
from prongsai.engines.mkdocs.check_settings import SETTINGS, check_settings
from prongsai.engines.mkdocs.warm_folder import kept_warm
from prongsai.problems import Problem, Where, problem


class _Collector(logging.Handler):
    """Keeps the engine's warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build(root: Path, target: Path) -> list[Problem]:
    """Build the generated tree of `root` into `target`; every warning of the engine is a problem."""
    if unusable := check_settings(root):
        return unusable
    with kept_warm(target, root / CONTENT):
        return _run(root, target)


def _run(root: Path, target: Path) -> list[Problem]:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from prongsai.engines.mkdocs.plugin import Plugin

    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    before = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate, logger.level = False, logging.INFO
    try:
        config = load_config(str(root / SETTINGS), site_dir=str(target), strict=True)
        if PLUGIN not in config.plugins:  # a site's own list of plugins takes the place of the generated one
            config.plugins[PLUGIN] = Plugin()
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except Exception as failure:  # noqa: BLE001  a page written by hand can break any part of the engine
        if isinstance(failure, UnicodeDecodeError):
            return find_other_encodings(root)
        collector.messages += _explain(failure, is_told=bool(collector.messages))
    finally:
        logger.removeHandler(collector)
        logger.propagate, logger.level = before
    return [problem("engine-message", Where(SETTINGS), text=" ".join(text.split())) for text in collector.messages]


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

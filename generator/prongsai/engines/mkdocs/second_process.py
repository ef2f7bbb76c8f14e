"""Let a second process turn half of the generated Markdown into HTML while the engine does the other half.

The result is the same to the byte; where there is no fork, one core or few pages, the engine works alone.
"""

from __future__ import annotations

import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable
from typing import IO

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

FEWEST_PAGES = 200
STATE = ("content", "toc", "_title_from_render", "present_anchor_ids")
MARK = 'generated_by: "prongsai"'


class SecondProcess:
    """Takes the later half of the generated pages; hand-written ones stay with the engine, whose warnings count."""

    def __init__(self) -> None:
        self._child: int | None = None
        self._results: IO[bytes] | None = None
        self._rendered: dict[str, tuple[object, ...]] | None = None

    def share(self, config: MkDocsConfig, files: Files) -> None:
        """Share out the pages of one build, before the engine reads the first."""
        found = (file.page for file in files.documentation_pages() if file.page and MARK in file.content_string)
        pages = [page for page in found if "render" not in vars(page)]  # others need not be converted
        if len(pages) >= FEWEST_PAGES and _can_share():
            theirs = pages[len(pages) // 2 :]  # the engine comes to them last, when they are done
            self._start(theirs, config, files)
            for page in theirs:
                page.render = _Render(self, page, page.render)  # type: ignore[method-assign]

    def _start(self, pages: list[Page], config: MkDocsConfig, files: Files) -> None:
        self._results = tempfile.TemporaryFile()  # noqa: SIM115  both processes use it, the last one closes it
        self._child = os.fork()
        if self._child == 0:
            status = 1
            try:
                pickle.dump({page.file.src_uri: _rendered(page, config, files) for page in pages}, self._results)
                self._results.flush()
                status = 0
            finally:
                os._exit(status)

    def stop(self) -> None:
        """End the second process where its results were not asked for."""
        if self._child is not None and self._rendered is None:
            os.kill(self._child, signal.SIGKILL)
            self._collect()
            self._child = None

    def result(self, page: Page) -> tuple[object, ...] | None:
        """The page as the second process made it, or None when it failed."""
        if self._rendered is None:
            self._rendered = self._collect()
        return self._rendered.get(page.file.src_uri)

    def _collect(self) -> dict[str, tuple[object, ...]]:
        if self._child is None or self._results is None:
            return {}
        _, status = os.waitpid(self._child, 0)
        with self._results as results:
            results.seek(0)
            return pickle.load(results) if status == 0 else {}  # noqa: S301  written by our own process, never stored


class _Render:
    """Takes the place of a page's own `render`; falls back on it when the second process has nothing."""

    def __init__(self, shared: SecondProcess, page: Page, own: Callable[[MkDocsConfig, Files], None]) -> None:
        self.shared = shared
        self.page = page
        self.own = own

    def __call__(self, config: MkDocsConfig, files: Files) -> None:
        made = self.shared.result(self.page)
        if made is None:
            self.own(config, files)
            return
        for name, value in zip(STATE, made, strict=True):
            setattr(self.page, name, value)


def _rendered(page: Page, config: MkDocsConfig, files: Files) -> tuple[object, ...]:
    page.read_source(config)
    page.render(config, files)
    return tuple(getattr(page, name) for name in STATE)


def _can_share() -> bool:
    """True if forking is there, safe (no other threads) and of use (a second core)."""
    return hasattr(os, "fork") and threading.active_count() == 1 and (os.cpu_count() or 1) > 1

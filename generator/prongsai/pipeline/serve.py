"""Show the site while people edit it: saving a file shows the page within seconds."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from html import escape
from pathlib import Path

from prongsai.pipeline.build import build_folder
from prongsai.problems import Problem

PREVIEW = ".prongsai/preview"
WATCHED = ("data", "site_config", "content", "mkdocs.yml")
_FAULTY = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>ข้อมูลมีข้อผิดพลาด</title></head>'
    "<body><h1>ข้อมูลมีข้อผิดพลาด</h1><p>แก้แล้วบันทึก หน้านี้จะแสดงผลใหม่เอง</p><pre>{report}</pre></body></html>"
)
_FAULTY_HEAD = _FAULTY.partition("<pre>")[0]


class Preview:
    """A site that is built anew whenever something was saved; `report` words and prints the problems of each build."""

    def __init__(self, root: Path, address: str, report: Callable[[tuple[Problem, ...], bool], str]) -> None:
        self.root = root
        self.address = address
        self.report = report
        self.folder = root / PREVIEW

    def rebuild(self) -> None:
        """Build into the preview; when the data has errors the last good preview stays, or the report is shown."""
        built = build_folder(self.root, self.folder, site_url=self.address)
        if built.unchanged:
            return
        text = self.report(built.problems, built.done)
        start = self.folder / "index.html"
        if not built.done and (not start.is_file() or start.read_text(encoding="utf-8").startswith(_FAULTY_HEAD)):
            self.folder.mkdir(parents=True, exist_ok=True)
            page = _FAULTY.format(report=escape(text))
            start.write_text(page, encoding="utf-8", newline="\n")


def serve_folder(root: Path, host: str, port: int, report: Callable[[tuple[Problem, ...], bool], str]) -> None:
    """Serve the preview on the loopback until interrupted."""
    from mkdocs.livereload import LiveReloadServer

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    preview = Preview(root, f"http://{host}:{port}/", report)
    preview.rebuild()
    server = LiveReloadServer(builder=preview.rebuild, host=host, port=port, root=str(preview.folder), mount_path="/")
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # the engine's server is untyped
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        shutil.rmtree(preview.folder, ignore_errors=True)

"""A web server on this machine that shows a built site under a path, as a host does."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json"}


@contextmanager
def serving(folder: Path, prefix: str) -> Iterator[str]:
    """Serve `folder` under `prefix` while the context lasts; gives the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder.resolve(), prefix))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, folder: Path, prefix: str, *args) -> None:
        self.folder, self.prefix = folder, prefix
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file, with the address of a folder, or with the page for what is not there."""
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.prefix):
            self._answer(404, "text/plain", b"outside")
            return
        found = (self.folder / path.removeprefix(self.prefix)).resolve()
        if not found.is_relative_to(self.folder):
            self._answer(404, "text/plain", b"outside")
        elif found.is_dir() and not path.endswith("/"):
            self._answer(301, "text/plain", b"", location=f"{path}/")
        else:
            file = found / "index.html" if found.is_dir() else found
            self._answer_with(file if file.is_file() else None)

    def _answer_with(self, file: Path | None) -> None:
        shown = file or self.folder / "404.html"
        kind = TYPES.get(shown.suffix) or mimetypes.guess_type(shown.name)[0] or "application/octet-stream"
        text = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        self._answer(200 if file else 404, text, shown.read_bytes())

    def _answer(self, status: int, kind: str, body: bytes, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache" if "html" in kind else "max-age=600")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words) -> None:
        """Keep silent: the tests say what went wrong."""

"""A web server on this machine that shows a built site under a path, as a host does: packed, cached, with a policy."""

from __future__ import annotations

import mimetypes
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from gzip import compress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from browser.policy import POLICY

TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json"}
PACKED = ("text/", "application/json", "image/svg+xml", "application/xml")
A_MONTH = 30 * 24 * 60 * 60


@contextmanager
def serving(
    folder: Path, prefix: str, delays: Mapping[str, float] | None = None, *, packs: bool = True
) -> Iterator[str]:
    """Serve `folder` under `prefix` while the context lasts; gives the address of its root.

    `delays` are seconds that files whose names end so (`.js`) are kept waiting. A host that `packs` sends text as gzip,
    which many municipal ones do not.
    """
    handler = partial(_Handler, folder.resolve(), prefix, delays or {}, packs)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    timeout = 30

    def __init__(self, folder: Path, prefix: str, delays: Mapping[str, float], packs: bool, *args) -> None:
        self.folder, self.prefix, self.delays, self.packs = folder, prefix, delays, packs
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
            self._answer(301, "text/plain", b"", Location=f"{path}/")
        else:
            file = found / "index.html" if found.is_dir() else found
            self._answer_with(file if file.is_file() else None)

    def _answer_with(self, file: Path | None) -> None:
        shown = file or self.folder / "404.html"
        kind = TYPES.get(shown.suffix) or mimetypes.guess_type(shown.name)[0] or "application/octet-stream"
        text = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        time.sleep(next((late for end, late in self.delays.items() if shown.name.endswith(end)), 0))
        body = shown.read_bytes()
        policy = {"Content-Security-Policy": POLICY} if kind == "text/html" else {}
        self._answer(200 if file else 404, text, body, **policy)

    def _answer(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        if self.packs and kind.startswith(PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = _pack(body)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Cache-Control", "no-cache" if "html" in kind else f"public, max-age={A_MONTH}")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words) -> None:
        """Keep silent: the tests say what went wrong."""


@lru_cache(maxsize=256)
def _pack(body: bytes) -> bytes:
    return compress(body, 6, mtime=0)

"""The web server of the preview: the files of one folder, the report over its pages, and word of the next state."""

from __future__ import annotations

import ipaddress
import mimetypes
import os
import shutil
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote_to_bytes, urlsplit

from prongsai.pipeline.preview.page import NOT_FOUND, REFUSED, WRONG_CALL, lay_over, write_fault_page
from prongsai.pipeline.preview.shown import Shown

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def name_address(host: str, port: int) -> str:
    """The address at which a browser on this machine opens what listens at `host`."""
    literal = _literal(host)
    if literal and ipaddress.ip_address(literal).is_unspecified:
        host = "::1" if ":" in literal else "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_own_host(header: str | None, host: str, local: tuple[str, int]) -> bool:
    """True if a request's Host names who listens: `host` as it was given, or the end of the connection, `local`."""
    if not header or any(letter in header for letter in "@/?#\\ "):
        return False
    try:
        parts = urlsplit(f"//{header}")
        called, port = parts.hostname, parts.port
    except ValueError:
        return False
    return called is not None and (port or 80) == local[1] and _plain(called) in _names(host, local[0])


def _names(host: str, local: str) -> set[str]:
    end = _plain(local)
    names = {_plain(host), end}
    if ipaddress.ip_address(end).is_loopback:
        return names | _LOOPBACK
    own = socket.gethostname().lower()
    return names | {own, f"{own}.local"}


def _plain(name: str) -> str:
    """A name or number of a host in its one form."""
    return _literal(name) or name.lower()


def _literal(name: str) -> str:
    try:
        number = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(number, "ipv4_mapped", None) or number)


_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip"}
_ODD = {"\\", "\x7f", *map(chr, range(32))}


def decode_path(raw: str) -> str | None:
    """The path of a request as text; None where it is none: not UTF-8, control characters, a backslash, no slash."""
    plain = raw.partition("#")[0].partition("?")[0]
    try:
        path = unquote_to_bytes(plain.encode("latin-1")).decode("utf-8")
    except UnicodeError:
        return None
    is_sound = path.startswith("/") and not any(letter in _ODD for letter in path)
    return path if is_sound else None


def open_file(file: Path) -> BinaryIO | None:
    """Open a file; None where it has vanished."""
    try:
        return file.open("rb")
    except OSError:
        return None


def type_of(name: str) -> str:
    """The media type by which a browser knows what to do with a file."""
    return _TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"


WATCH = "/.preview/"  # no page of a site begins with a dot
_TEXT = "text/plain; charset=utf-8"


class PreviewServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Listens at one address as soon as it is made; answers while `answering` lasts."""

    allow_reuse_address = os.name != "nt"  # there it would let two programs listen at one port
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, host: str, port: int, shown: Shown) -> None:
        self.host, self.shown = host, shown
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Answer)
        self.address = name_address(host, self.server_address[1])

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Say what went wrong in here; a browser that went away is no news to anybody."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Answer in the background."""
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()


class _Answer(BaseHTTPRequestHandler):
    """One request."""

    server: PreviewServer
    server_version, sys_version = "prongsai", ""
    protocol_version = "HTTP/1.1"  # one connection for all that a page asks for
    timeout = 60

    def do_GET(self) -> None:
        """Answer where the call is for this server and names something."""
        shown, local = self.server.shown, self.connection.getsockname()
        path = decode_path(self.path)
        if not is_own_host(self.headers["Host"], self.server.host, local[:2]):
            self._send(403, _TEXT, REFUSED.format(address=self.server.address).encode())
        elif path is None:
            self._send(400, _TEXT, WRONG_CALL.encode())
        elif path.startswith(WATCH):
            seen, _, page = path.removeprefix(WATCH).partition("/")
            self._send(200, _TEXT, shown.wait(seen, f"/{page}").encode())
        elif place := shown.redirect_of(path):
            self._send(302, _TEXT, b"", place)
        else:
            self._send(*_answer(shown, path))

    do_HEAD = do_GET  # noqa: N815  the library's name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Nothing is printed for a request."""

    def _send(self, status: int, kind: str, data: bytes | BinaryIO, place: str = "") -> None:
        """Send an answer; a file that the browser has already is not sent again."""
        mark = "" if isinstance(data, bytes) else _mark_of(data)
        if not isinstance(data, bytes) and status == 200 and self.headers["If-None-Match"] == mark:
            data.close()
            status, data = 304, b""
        self.send_response(status)
        if place:
            self.send_header("Location", place)
        if status != 304:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(_size_of(data)))
        if mark:
            self.send_header("ETag", mark)
        self.send_header("Cache-Control", "no-cache" if mark else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if isinstance(data, bytes):
            self.wfile.write(b"" if self.command == "HEAD" else data)
            return
        with data:
            if self.command != "HEAD":
                shutil.copyfileobj(data, self.wfile, 1 << 18)


def _size_of(data: bytes | BinaryIO) -> int:
    return len(data) if isinstance(data, bytes) else os.fstat(data.fileno()).st_size


def _mark_of(file: BinaryIO) -> str:
    """A mark of what a file holds, by its size and time."""
    facts = os.fstat(file.fileno())
    return f'"{facts.st_size:x}-{facts.st_mtime_ns:x}-{facts.st_ino:x}"'


def _answer(shown: Shown, path: str) -> tuple[int, str, bytes | BinaryIO]:
    """Status, kind and content for a path; a page with what is laid over it."""
    with shown.replacing:
        fault = shown.fault
        status, name, data = shown.read(path)
        mark = shown.mark_of(status, data)
        if fault and shown.is_empty:
            page = lay_over(write_fault_page(fault), fault, watch=WATCH, version=mark, is_alone=True)
            return (200, "text/html; charset=utf-8", page)
        if isinstance(data, bytes):
            page = lay_over(data, fault, watch=WATCH, version=mark)
            return (status, "text/html", page) if name else (404, _TEXT, NOT_FOUND.encode())
        opened = open_file(data)
        return (status, type_of(name), opened) if opened else (404, _TEXT, NOT_FOUND.encode())

"""The YAML service that editors run, spoken to as they do: JSON-RPC over its standard input and output."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from judges.programs import MODULES

SERVER = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60  # seconds for one answer


class Editor:
    """One editor with its service, as it begins to edit files."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self.program, self.last, self.opened = program, 0, 0
        self.marks: dict[str, list[dict[str, Any]]] = {}

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with this text: what the service marks in it."""
        uri = self._open(path, text)
        end = time.monotonic() + PATIENCE
        while uri not in self.marks and time.monotonic() < end:
            self._read()
        return self.marks[uri]

    def ask(self, what: str, path: Path, text: str, line: int, column: int) -> Any:
        """Ask for completion or hover at a place (counted from 0) of a file with this text."""
        uri = self._open(path, text)
        position = {"line": line, "character": column}
        return self.call(f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": position})

    def _open(self, path: Path, text: str) -> str:
        """A file of this text in that folder, of which the service knows nothing from before."""
        self.opened += 1
        uri = path.with_name(f"{path.stem}-{self.opened}.yml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send("textDocument/didOpen", {"textDocument": document})
        return uri

    def call(self, method: str, values: dict[str, Any]) -> Any:
        """Ask, and wait for the answer."""
        self.last += 1
        wanted = self.last
        self._send(method, values, wanted)
        while (said := self._read()).get("id") != wanted or "method" in said:
            pass
        assert "error" not in said, said["error"]
        return said["result"]

    def _send(self, method: str, values: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": values}
        self._write(message if number is None else {**message, "id": number})

    def _write(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode()
        assert self.program.stdin is not None
        self.program.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.program.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """One message of the service; what it asks of an editor is answered with nothing."""
        assert self.program.stdout is not None
        length = 0
        while (line := self.program.stdout.readline().strip()) or not length:
            assert line or self.program.poll() is None, "the service ended"
            length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else length
        said: dict[str, Any] = json.loads(self.program.stdout.read(length))
        if said.get("method") == "textDocument/publishDiagnostics":
            self.marks[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif "method" in said and "id" in said:
            items = said["params"].get("items") if isinstance(said.get("params"), dict) else None
            self._write({"jsonrpc": "2.0", "id": said["id"], "result": [None] * len(items) if items else None})
        return said


@contextmanager
def opened(folder: Path) -> Iterator[Editor]:
    """An editor with a folder open."""
    with subprocess.Popen(
        ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        editor = Editor(program)
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        about = {"markdown": {"parser": "marked"}, "textDocument": {"completion": {}, "hover": {}}}
        editor.call(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": about},
        )
        editor._send("initialized", {})
        editor._send("workspace/didChangeConfiguration", {"settings": {"yaml": {"schemaStore": {"enable": False}}}})
        try:
            yield editor
        finally:
            program.kill()

"""Programs that the judges run: where `make judges` puts what comes from npm, and Java for the HTML checker."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

from browser.launch import find_browser

MODULES = Path(__file__).resolve().parents[2] / ".judges" / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
PATIENCE, STARTS = 90, 3
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def check_html(*folders: Path) -> list[dict[str, Any]]:
    """The errors and warnings of the W3C's checker for every page below the folders, by file and line."""
    command = ["java", "-Xmx512m", "-jar", str(VNU), "--skip-non-html", "--format", "json", *map(str, folders)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert said.stderr.startswith("{"), said.stderr[:2000]
    return json.loads(said.stderr)["messages"]


def run_lighthouse(address: str) -> dict[str, Any]:
    """One report of Lighthouse on a page, as a middling phone on a slow network shows it (its mobile preset).

    A Chromium that does not answer is started again, twice at most.
    """
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    for _ in range(STARTS):
        said = _run_to_the_end(command)
        if said is not None:
            report = json.loads(said)
            assert "runtimeError" not in report, report["runtimeError"]
            return report
    pytest.fail(f"Lighthouse did not end within {PATIENCE} seconds, {STARTS} times")


def _run_to_the_end(command: list[str]) -> str | None:
    """The output of a program; nothing where it has not ended in time, and then no Chromium of it lives on."""
    with tempfile.TemporaryDirectory(prefix="judged-", ignore_cleanup_errors=True) as folder:
        environment = {**os.environ, "CHROME_PATH": find_browser() or "", "TMPDIR": folder}
        out = {"capture_output": True, "text": True, "encoding": "utf-8"}
        try:
            said = subprocess.run(command, env=environment, timeout=PATIENCE, check=False, **out)
        except subprocess.TimeoutExpired:
            subprocess.run(["pkill", "-KILL", "-f", folder], check=False)  # its profile is there
            return None
    assert said.returncode == 0, said.stderr[:2000]
    return said.stdout

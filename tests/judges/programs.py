"""Programs that the judges run: where `make judges` puts what comes from npm, and Java for the HTML checker."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from browser.launch import find_browser

MODULES = Path(__file__).resolve().parents[2] / ".judges" / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def check_html(*folders: Path) -> list[dict[str, Any]]:
    """What the W3C's checker says of every page below the folders: errors and warnings, by file and line."""
    command = ["java", "-Xmx512m", "-jar", str(VNU), "--skip-non-html", "--format", "json", *map(str, folders)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert said.stderr.startswith("{"), said.stderr[:2000]
    return json.loads(said.stderr)["messages"]


def run_lighthouse(address: str) -> dict[str, Any]:
    """One report of Lighthouse on a page, as a middling phone on a slow network shows it (its mobile preset)."""
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    said = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=180, check=False)
    assert said.returncode == 0, said.stderr[:2000]
    report = json.loads(said.stdout)
    assert "runtimeError" not in report, report["runtimeError"]
    return report

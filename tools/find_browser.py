"""Find the browser that the tests drive; with --install, get one when there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def find_browser() -> str | None:
    """The path of a Chromium: the one named in PRONGSAI_BROWSER, an installed one, or Playwright's own."""
    named = os.environ.get("PRONGSAI_BROWSER")
    found = [named, *(shutil.which(name) for name in NAMES), *APPLICATIONS, _own_browser()]
    return next((path for path in found if path and Path(path).is_file()), None)


def _own_browser() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def install_browser() -> None:
    """Install Debian's chromium as root where there is apt-get, else Playwright's own browser."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        done = subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet)
        if done.returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    """Print the browser's path; status 1 when there is none."""
    found = find_browser()
    if found is None and "--install" in sys.argv[1:]:
        install_browser()
        found = find_browser()
    print(found or "ไม่พบเบราว์เซอร์ Chromium ติดตั้งแล้วระบุด้วย PRONGSAI_BROWSER=ที่อยู่ของโปรแกรม")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())

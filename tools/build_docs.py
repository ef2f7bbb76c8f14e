"""Build the manual in docs/ as a site, with the theme and the engine that sites of agencies have.

    tools/build_docs.py [FOLDER]    into .prongsai/manual, or into FOLDER

A link that leads nowhere ends it with 1.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from prongsai import paths
from prongsai.engines.shipped import ENGINE
from prongsai.engines.theme import THEME, theme_files
from prongsai.problems import Problem
from prongsai.views.frame import Frame

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TITLE = "คู่มือโปร่งใส"
_GROUP = re.compile(r"^## (.+)$")
_ENTRY = re.compile(r"^\| \[([^\]]+)\]\(([^)]+\.md)\) \|")
_LINK = re.compile(r"\[([^\]]+)\]\(((?:\.\./)+[^)#]*)[^)]*\)")
_FACTS = {"agency": TITLE, "title": [{"kind": "plain", "text": TITLE}], "base_path": "/", "numerals": "arabic"}


def read_menu(text: str) -> list[dict[str, object]]:
    """The menu as docs/README.md lists the pages: a group for each kind of reader."""
    found: list[dict[str, object]] = [{TITLE: "README.md"}]
    entries: list[dict[str, str]] = []
    for line in text.splitlines():
        if group := _GROUP.match(line):
            entries = []
            found.append({group[1]: entries})
        elif entry := _ENTRY.match(line):
            entries.append({entry[1]: entry[2]})
    return [*found, {"English": "english.md"}]


def _prepare(text: str, folder: Path, top: Path) -> str:
    """The text of a page for the site: its language is said, and what only the repository has is no link."""

    def plain(link: re.Match[str]) -> str:
        return link[0] if (folder / link[2]).resolve().is_relative_to(top.resolve()) else link[1]

    thai = sum("\u0e00" <= letter <= "\u0e7f" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    head = "---\nlang: en\n---\n" if thai < latin / 4 else ""
    return head + _LINK.sub(plain, text)


def build_docs(target: Path) -> list[Problem]:
    """Build the manual into `target`; the problems are what the engine says of its pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(DOCS, root / "content")
        for page in (root / "content").rglob("*.md"):
            page.write_text(_prepare(page.read_text("utf-8"), page.parent, root / "content"), "utf-8")
        for name, data in theme_files(paths.theme_folder(), thai=False).items():
            (root / THEME / name).parent.mkdir(parents=True, exist_ok=True)
            (root / THEME / name).write_bytes(data)
        settings = json.loads(ENGINE.settings.write_base(Frame(TITLE, None, (), (), _FACTS)))
        settings["nav"] = read_menu((DOCS / "README.md").read_text("utf-8"))
        (root / ENGINE.settings.base).write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
        (root / ENGINE.settings.name).write_text(f"INHERIT: {ENGINE.settings.base}\n", "utf-8")
        return ENGINE.build(root, target)


if __name__ == "__main__":
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".prongsai" / "manual"
    wrong = build_docs(into)
    for problem in wrong:
        print(problem.values.get("text", problem))
    print(f"{into}/index.html")
    sys.exit(1 if wrong else 0)

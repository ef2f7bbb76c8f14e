"""The folder in which Zensical builds: the content as it is published, the settings, and what it makes.

It reads and writes below its own settings only. Files are linked rather than copied where the disk can.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from prongsai.disk.names import is_never_published
from prongsai.disk.walk import walk_site
from prongsai.engines.engine import BARE, CONTENT
from prongsai.engines.front_matter import read_front_matter, with_json
from prongsai.engines.theme import THEME
from prongsai.engines.zensical.page_links import marked
from prongsai.engines.zensical.settings import THEME_HERE, write_settings

FOLDER = ".prongsai/zensical"
SETTINGS = "settings.yml"
_GENERATED = b'generated_by: "prongsai"'
_HEAD = 4000  # bytes in which a generated page says so
_REDIRECTS = ".htaccess"  # the one hidden file that is published
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_HOME = {"index.md", "README.md"}
_OF_THEMES = "templates/"  # left out by MkDocs at the top of the content


def lay_out(root: Path, settings: str, convert: Callable[[str], str]) -> Path:
    """Make the folder for the site in `root` whose settings are in the file `settings`; nothing old is in it.

    `convert` turns the Markdown of a page into HTML.
    """
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    (folder / CONTENT).mkdir(parents=True)
    (folder / SETTINGS).write_text(write_settings(root, settings), "utf-8")
    shutil.copytree(root / THEME, folder / THEME_HERE, copy_function=_lay)
    for name in published_names(root):
        bare = root / BARE / name
        source, place = (bare if bare.is_file() else root / CONTENT / name), folder / CONTENT / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".md") and not _is_generated(source):
            data, body = read_front_matter(source.read_text("utf-8-sig"))
            if not data.get("title") and _opens_below(convert(body)):
                data["title"] = name_as_title(name)
            place.write_text(with_json(data, marked(name, body)), "utf-8")
        else:
            _lay(str(source), str(place))
    return folder


def _opens_below(html: str) -> bool:
    """True if a page has a heading of the first level, but another before it: MkDocs takes no title from it."""
    levels = _HEADING.findall(html)
    return "1" in levels and levels[0] != "1"


def name_as_title(name: str) -> str:
    """The title that MkDocs gives a page by the name of its file, where nothing else does."""
    stem = name.rpartition("/")[2].removesuffix(".md").replace("README", "index")
    title = "Home" if name in _HOME else stem.replace("-", " ").replace("_", " ")
    return title.capitalize() if title == title.lower() else title


def published_names(root: Path) -> list[str]:
    """The files below content/ that become pages and files of the site, by their names there."""
    names = walk_site(root, (CONTENT,)).files(CONTENT)
    return [name for name in names if name == _REDIRECTS or not _is_left_out(name)]


def _is_left_out(name: str) -> bool:
    return name.startswith(_OF_THEMES) or any(map(is_never_published, name.split("/")))


def _is_generated(page: Path) -> bool:
    with page.open("rb") as opened:
        return _GENERATED in opened.read(_HEAD)


def _lay(source: str, place: str) -> None:
    """A further name for a file, or a copy of it where the disk cannot give it one."""
    try:
        os.link(os.path.realpath(source), place)
    except OSError:
        shutil.copyfile(source, place)

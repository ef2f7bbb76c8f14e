"""A second engine, as small as one can be: Python-Markdown in a page of two tags."""

from __future__ import annotations

import posixpath
import re
import shutil

from markdown import markdown

from prongsai.disk.names import is_never_published
from prongsai.engines.engine import CONTENT, NO_ARTICLES
from prongsai.engines.mkdocs.engine import MkDocsSettings
from prongsai.problems import Where, problem

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
LINK = re.compile(r'(?<=href=")([^":]*\.md)(?=[#"])')


class PlainEngine:
    """Shares the settings of MkDocs, and asks no more of them than that they are there."""

    name = "plain"
    settings = MkDocsSettings()
    packages = ("Markdown",)

    def converter(self, _root):
        return lambda text: markdown(FRONT_MATTER.sub("", text), extensions=["attr_list", "tables", "toc"])

    def build(self, root, target, articles=NO_ARTICLES):
        """Every page at its address, with its article where that is known, other files as they are."""
        if found := self.settings.check(root):
            return found
        shutil.rmtree(target, ignore_errors=True)
        convert, content = self.converter(root), root / CONTENT
        files = [path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()]
        for name in (one for one in files if one == ".htaccess" or not any(map(is_never_published, one.split("/")))):
            place = target / (address(name) + "index.html" if name.endswith(".md") else name)
            place.parent.mkdir(parents=True, exist_ok=True)
            data, is_page = (content / name).read_bytes(), name.endswith(".md")
            try:
                html = articles[name].html if name in articles else convert(data.decode()) if is_page else ""
                place.write_bytes(page(name, html, files, found) if is_page else data)
            except UnicodeDecodeError as fault:
                found.append(problem("file-not-utf8", Where(f"{CONTENT}/{name}"), found=f"0x{data[fault.start]:02X}"))
        return found


def address(name):
    """`2565/` of `2565/index.md`, `about/` of `about.md`."""
    return re.sub(r"(\bindex)?\.md$", "", name).rstrip("/") + "/" * (name != "index.md")


def page(name, html, files, found):
    def lead(link):
        target = posixpath.normpath(f"{name}/../{link[1]}")
        if target not in files:
            found.append(problem("engine-message", Where(f"{CONTENT}/{name}"), text=f"{name}: no {link[1]}"))
        return posixpath.relpath(address(target) or ".", address(name) or ".") + "/"

    return f'<!doctype html><meta charset="utf-8"><article>{LINK.sub(lead, html)}</article>'.encode()

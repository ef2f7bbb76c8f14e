"""Half of the pages rendered in a second process are the same pages, and a process that fails costs nothing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import sites

BUILD = """
import os, sys
from pathlib import Path
from prongsai.engines.mkdocs import second_process
from prongsai.pipeline.build import build_folder
second_process.FEWEST_PAGES = int(sys.argv[3])
if sys.argv[4] == "fails":
    second_process._rendered = lambda page, config, files: os._exit(3)
built = build_folder(Path(sys.argv[1]), Path(sys.argv[2]))
assert built.done, built.problems
"""


def pages_of(folder):
    """Every file of a built site with its content, but for the compressed sitemap, which carries a time."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def build(root, site, fewest, kind):
    """Build in its own process, since forking needs one without other threads."""
    words = [sys.executable, "-c", BUILD, str(root), str(site), str(fewest), kind]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return pages_of(site)


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The site as the engine builds it alone, and the folder it is built from."""
    root = sites.copy_base(tmp_path_factory.mktemp("alone"))
    config = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"
    config += "markdown_extensions: [attr_list, tables, footnotes]\n"  # so that every page is read as Markdown
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root, build(root, root / "site", 10**6, "works")


@pytest.mark.parametrize("kind", ["works", "fails"])
def test_a_second_process_changes_no_byte(alone, kind):
    """The site is the same to the byte, whether the second process renders its half or dies."""
    root, pages = alone
    assert len(pages) > 50
    assert build(root, root / f"site-{kind}", 2, kind) == pages


INTERRUPTED = """
import os, sys, time
from pathlib import Path
from prongsai.engines.mkdocs import second_process
from prongsai.pipeline.build import build_folder

def interrupt(*_):
    raise KeyboardInterrupt

second_process.FEWEST_PAGES = 2
second_process._rendered = lambda *_: time.sleep(600)  # in the second process
second_process._Render.__call__ = interrupt  # in this one, when it comes to the other's pages
try:
    build_folder(Path(sys.argv[1]), Path(sys.argv[2]))
except KeyboardInterrupt:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        print("alone")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no second process")
def test_an_interrupted_build_leaves_no_process_behind(alone, tmp_path):
    """Whoever stops a build stops its second process too."""
    root, _ = alone
    words = [sys.executable, "-c", INTERRUPTED, str(root), str(tmp_path / "site")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "alone\n", done.stderr

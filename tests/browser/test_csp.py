"""Pages carry no script, no style and no handler of their own, and the policy that all tests run under sees to it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browser.made import EXAMPLES, PREFIX
from browser.policy import FIRST, HASH, inline_scripts
from browser.served import serving
from browser.visit import window

ROOT = Path(__file__).resolve().parents[2]
ADDED = {
    "<script>document.title = 'ran'</script>": "script-src-elem",
    "<img src='data:,' alt='' onerror=\"document.title = 'ran'\">": "script-src-attr",
    "<p style='color:red'>x</p>": "style-src-attr",
    "<style>p { color: red }</style>": "style-src-elem",
    "<img src='https://www.example.com/x.png' alt=''>": "img-src",
}


class _Inline(HTMLParser):
    """Collects what a page says of its looks and its doings in its own elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the tag down when it is a style sheet or has an attribute that no page may have."""
        kept = [name for name, _ in attrs if name == "style" or re.fullmatch("on[a-z]+", name)]
        self.found += [f"{tag} {name}" for name in kept] + (["style"] if tag == "style" else [])


def _inline(html: str) -> Iterator[str]:
    parser = _Inline()
    parser.feed(html)
    yield from parser.found
    yield from (script[:80] for script in inline_scripts(html) if script != FIRST)


@pytest.mark.parametrize("name", ["own", *EXAMPLES])
def test_no_page_has_code_or_style_in_it(six, name):
    """No page and no picture has a style attribute, a handler, or an inline script but for the one that all have."""
    files = sorted((*six[name].folder.rglob("*.html"), *six[name].folder.rglob("*.svg")))
    assert len(files) > len(six[name].pages)
    wrong = [f"{file}: {found}" for file in files for found in _inline(file.read_text("utf-8"))]
    assert not wrong, "\n".join(wrong[:20])


def test_every_page_has_the_one_script_and_the_manual_its_hash(own):
    """Each page has it once, the same in all, and the webmaster finds the hash that a policy needs."""
    for path in own.folder.rglob("*.html"):
        assert inline_scripts(path.read_text("utf-8")) == [FIRST], path
    assert HASH in (ROOT / "docs" / "webmaster" / "hosting.md").read_text("utf-8")


@pytest.mark.parametrize("added", ADDED)
def test_what_is_added_to_a_page_is_seen(added):
    """The test above finds each of the things that no page may have; what comes from another host is not inline."""
    assert bool(list(_inline(f"<p>{added}</p>"))) == ("www.example.com" not in added)


@pytest.fixture(scope="module")
def tampered(own, tmp_path_factory) -> Path:
    """The own site, with a page for each thing that the policy must forbid."""
    folder = Path(shutil.copytree(own.folder, tmp_path_factory.mktemp("tampered") / "site"))
    html = own.file("").read_text("utf-8")
    for number, added in enumerate(ADDED):
        (folder / f"{number}.html").write_text(html.replace("</h1>", f"</h1>{added}", 1), "utf-8")
    return folder


def test_the_policy_forbids_what_is_added(browser, tampered):
    """In the browser none of it has any effect, each is said aloud, and the page as it was says nothing."""
    with serving(tampered, PREFIX) as root, window(browser, root) as visitor:
        assert visitor.open("").said == []
        for number, directive in enumerate(ADDED.values()):
            visit = visitor.open(f"{number}.html")
            assert [said for said in visit.said if said.startswith(f"error: policy: {directive} ")], visit.said
            assert visitor.page.title() != "ran"


def test_the_policy_holds_what_a_script_of_the_agency_computes(browser, own, tmp_path):
    """A script of the own website runs, but reaches no other one, though its text names none that could be read."""
    folder = Path(shutil.copytree(own.folder, tmp_path / "site"))
    computed = '["https:", "", ["www", "example", "com"].join("."), "x"].join("/")'
    (folder / "own.js").write_text(f'document.title = "ran"; fetch({computed}).catch(() => {{}})', "utf-8")
    html = own.file("").read_text("utf-8")
    (folder / "own.html").write_text(html.replace("</h1>", "</h1><script src='own.js'></script>", 1), "utf-8")
    with serving(folder, PREFIX) as root, window(browser, root) as visitor:
        visit = visitor.open("own.html")
        assert visitor.page.title() == "ran"
        assert [said for said in visit.said if said.startswith("error: policy: connect-src ")], visit.said

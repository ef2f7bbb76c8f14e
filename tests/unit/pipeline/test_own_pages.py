"""Pages and files written by hand are checked against what the finished site promises, by a whole build."""

from __future__ import annotations

import pytest

from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from unit.makers import codes_of

OWN = "own_scripts: true\n"
SAFETY = {"foreign-request", "foreign-target", "own-script", "foreign-in-script", "foreign-host"}


def write(root, **files):
    """Write files of content/ and of the site's folder; in names `__` stands for a slash and `_` for a dot."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def allow_scripts(root):
    """Say in the options of the site that it has scripts of its own."""
    options = root / "site_config" / "site.yml"
    options.write_text(options.read_text("utf-8") + OWN, "utf-8")


def told(problems) -> list[tuple[str, int, str, str]]:
    """The findings and their places, of all that pages and files written by hand may do."""
    chosen = (one for one in problems if one.code in SAFETY)
    return [(one.where.file, one.where.line, one.code, one.values.get("found", "")) for one in chosen]


def test_scripts_of_the_agency_need_its_word(root):
    """A page, a picture and a page inside the attachments: each is named with its line until the site allows them."""
    write(
        root,
        content__count_md="# x\n\n<script src='../files/count.js'></script>\n\n[x](#x){: onclick='go()' }\n",
        content__files__count_js="go = () => fetch('count.csv');\n",
        content__files__plan_svg='<svg xmlns="http://www.w3.org/2000/svg">\n<g onload="go()"/></svg>',
        content__files__old_html="<p>x</p>\n<script>go()</script>\n",
    )
    assert told(build_folder(root, root / "site").problems) == [
        ("content/count.md", 3, "own-script", "../files/count.js"),
        ("content/count.md", 5, "own-script", 'onclick="go()"'),
        ("content/files/old.html", 2, "own-script", "<script>go()"),
        ("content/files/plan.svg", 2, "own-script", 'onload="go()"'),
    ]
    assert not (root / "site").exists()
    allow_scripts(root)
    built = build_folder(root, root / "site")
    assert (built.done, told(built.problems)) == (True, [])


def test_a_site_that_allows_scripts_still_loads_nothing_from_elsewhere(root):
    """Neither a page nor a script of its own may name another website, whatever the script is called."""
    allow_scripts(root)
    write(
        root,
        content__count_md="# x\n\n<script src='../files/count.txt'></script>\n",
        content__files__count_txt="\nfetch('https://www.example.com/x');\n",
        content__files__other_js="new WebSocket('wss://www.example.com/');\n",
    )
    assert told(check_folder(root).problems) == [
        ("content/files/other.js", 1, "foreign-in-script", "wss://www.example.com/")
    ]
    (root / "content/files/other.js").unlink()
    built = build_folder(root, root / "site")
    assert told(built.problems) == [("content/files/count.txt", 2, "foreign-in-script", "https://www.example.com/x")]
    assert not built.done


def test_what_the_engine_adds_to_a_page_is_read_in_the_finished_page(root):
    """A script that mkdocs.yml adds to all pages, and a redirect in front matter, are in no Markdown."""
    write(
        root,
        content__away_md="---\ntitle: x\nredirect: https://www.example.com/\n---\n# x\n",
        content__js__all_js="go();\n",
    )
    engine = root / "mkdocs.yml"
    engine.write_text(engine.read_text("utf-8") + "extra_javascript: [js/all.js]\n", "utf-8")
    found = told(build_folder(root, root / "site").problems)
    assert {(file, code) for file, _, code, _ in found} == {
        ("content/away.md", "foreign-target"),
        ("mkdocs.yml", "own-script"),
    }
    assert [line for file, line, _, _ in found if file == "content/away.md"] == [3]
    assert [line for file, line, _, _ in found if file == "mkdocs.yml"] == [5]


def test_code_that_is_only_shown_is_no_script(root):
    """A page about HTML, with links to other websites and a picture of its own, is built without a word."""
    text = (
        "# x\n\n```html\n<script src='https://www.example.com/x.js'></script>\n```\n\n`onclick=x` [x](https://e.com/)\n"
    )
    write(root, content__how_md=text, content__plan_svg='<svg xmlns="http://www.w3.org/2000/svg"/>')
    built = build_folder(root, root / "site")
    assert (built.done, told(built.problems)) == (True, [])


@pytest.mark.parametrize(("word", "allowed"), [("อาจมีสคริปต์", True), ("ทุกหน้าใช้ได้โดยไม่ต้องเปิด JavaScript", False)])
def test_the_page_on_accessibility_says_whether_there_are_scripts(root, word, allowed):
    """And, where there are, that what they put together while running cannot be checked before."""
    for is_allowed in (False, True):
        if is_allowed:
            allow_scripts(root)
        page = check_folder(root).planned.files["content/accessibility/index.md"].decode()
        assert (word in page) == (is_allowed is allowed)
        assert ("ตรวจล่วงหน้าไม่ได้" in page) is is_allowed


def test_a_broken_page_stops_nothing(root):
    """A file that is no text, an endless nesting and a half picture are read without a fault."""
    write(root, content__deep_md="# x\n\n" + "<b>" * 3000 + "x\n", content__files__half_svg="<svg><g")
    (root / "content/files/binary.html").write_bytes(b"\xff\xfe<\0p\0>\0\0\xd8")
    assert codes_of(check_folder(root).problems) == []

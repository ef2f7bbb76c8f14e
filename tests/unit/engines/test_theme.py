"""The theme that engines are given: joined sheets, small scripts, and templates that more than one engine knows."""

from __future__ import annotations

import re

import pytest
import tinycss2
from rjsmin import jsmin

from prongsai import paths
from prongsai.engines.theme import SCRIPTS, SHEETS, THEME, theme_files
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from sites import copy_own

SOURCE = paths.theme_folder()
# What only the Jinja of Python knows: its methods of texts, and the templates of Material.
OF_ONE_ENGINE = re.compile(
    r"\.(?:strip|rstrip|startswith|partition|splitlines|split|items|get)\(|\bbase\.html|\bself\."
)


@pytest.mark.parametrize(("thai", "style"), [(True, ",thai"), (False, "")])
def test_pages_are_counted_on_paper_in_the_numerals_of_the_site(thai, style):
    """Thai or Arabic, in both places of หน้า 1 จาก 2."""
    made = theme_files(SOURCE, thai=thai)["assets/css/print.css"].decode()
    assert f'content:"หน้า " counter(page{style}) " จาก " counter(pages{style})' in made


def test_every_sheet_is_joined():
    """Each rule of each sheet is in the one that pages ask for, and no sheet is there by itself."""
    made = theme_files(SOURCE, thai=False)
    assert {name for name in made if name.endswith(".css")} == {f"assets/css/{name}.css" for name in (*SHEETS, "print")}
    lying = {path.stem for path in (SOURCE / "sheets").glob("*.css")}
    joined = [name for names in SHEETS.values() for name in names]
    assert (lying, len(joined)) == ({*joined, "print", "print-arabic", "print-thai"}, len(set(joined)))
    for sheet, names in SHEETS.items():
        rules = sum(_rules((SOURCE / f"sheets/{name}.css").read_text("utf-8")) for name in names)
        assert rules == _rules(made[f"assets/css/{sheet}.css"].decode())


def test_every_script_of_every_page_is_joined():
    """One file has them all, each in a scope of its own, and none is there by itself."""
    made = theme_files(SOURCE, thai=False)
    for whole, names in SCRIPTS.items():
        alone = [jsmin((SOURCE / f"assets/js/{name}.js").read_text("utf-8")) for name in names]
        assert made[f"assets/js/{whole}.js"].decode() == "".join(f"{{{one}}}\n" for one in alone)
        assert not {f"assets/js/{name}.js" for name in names} & made.keys()


def _rules(css: str) -> int:
    found = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    assert not [one for one in found if one.type == "error"]
    return len(found)


def test_what_comes_from_others_has_its_licence():
    """Rules of Material, drawings and fonts are published or kept with theirs."""
    assert "Martin Donath" in theme_files(SOURCE, thai=False)["assets/css/LICENSE-material.txt"].decode()
    assert (SOURCE / ".icons" / "LICENSE.txt").is_file()
    assert (SOURCE / "assets" / "fonts" / "OFL.txt").is_file()


def test_no_template_asks_for_what_one_engine_knows():
    """No method of Python, and no template that is not ours."""
    for path in SOURCE.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not OF_ONE_ENGINE.findall(text), path
        for name in re.findall(r'{%-? *(?:include|extends) "([^"]+)" *-?%}', text):
            assert (SOURCE / name).is_file(), (path, name)


def test_the_theme_of_a_site_is_what_this_version_makes(tmp_path):
    """A file that an earlier version left there is removed, and one that somebody changed there is written again."""
    root = copy_own(tmp_path)
    generate_folder(root, check_folder(root))
    folder = root / THEME
    made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert made == theme_files(SOURCE, thai=True) or made == theme_files(SOURCE, thai=False)
    (folder / "old").mkdir()
    (folder / "old" / "old.js").write_text("", "utf-8")
    (folder / "main.html").write_text("", "utf-8")
    generate_folder(root, check_folder(root))
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == made.keys()
    assert (folder / "main.html").read_bytes() == made["main.html"]


def test_the_script_within_pages_is_no_template():
    """Nothing in it means anything to the engine that writes it into the pages, and nothing ends its element."""
    made = theme_files(SOURCE, thai=False)["assets/js/first.js"].decode()
    assert not re.search(r"\{[{%#]|</script", made)

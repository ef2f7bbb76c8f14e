"""The first view of every kind of page on a phone: how much is sent for it, and whose files those are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.made import PREFIX, Made
from browser.served import serving
from judges.kinds import heaviest_kinds
from judges.weight import OF_THE_THEME, look
from prongsai import paths
from prongsai.engines.theme import SHEETS, theme_files
from prongsai.pipeline.checks.file_facts import find_addresses

pytestmark = pytest.mark.judge

# Bytes as gzip and as they are, without the agency's own pictures. The first two are goals, the others what is reached.
MOST = {"measure": (70_000, 160_000), "oit": (75_000, 240_000), "oit-answers": (75_000, 240_000)}
MOST |= {"all-measures": (77_000, 192_000), "search": (79_000, 157_000)}
OF_OTHERS = (73_000, 176_000)
BODY, CLASS, HAS = re.compile(r"{[^{}]*}"), re.compile(r"\.([a-zA-Z_][\w-]*)"), re.compile(r'class="?([^">]*)')


@pytest.mark.parametrize("packs", [True, False], ids=["packed", "unpacked"])
def test_a_first_view_is_light(browser, six, packs):
    """No kind of page is heavier than its bar, and what it asks for is of our theme, never of Material."""
    heavy, foreign, seen = {}, {}, {}
    for kind, (site, page) in heaviest_kinds(six).items():
        with serving(six[site].folder, PREFIX, packs=packs) as root:
            seen[kind] = look(browser, root, page)
        limit = MOST.get(kind, OF_OTHERS)[0 if packs else 1]
        if seen[kind].bytes > limit:
            heavy[kind] = f"{seen[kind].bytes} > {limit}: {seen[kind].cost}"
        if unknown := {name for name in seen[kind].cost if is_foreign(name)}:
            foreign[kind] = unknown
    print({kind: one.bytes for kind, one in seen.items()})
    assert min(len(one.cost) for one in seen.values()) >= 9  # page, sheets, fonts, script
    assert (heavy, foreign) == ({}, {})


def test_no_page_asks_for_a_file_of_material(six):
    """All that the pages of the six sites load from the theme is one of our files, and no other theme is published."""
    asked = {name: sorted({one for page in made.pages for one in loaded(made, page)}) for name, made in six.items()}
    assert all(len(found) > 10 for found in asked.values())
    assert {name: bad for name, found in asked.items() if (bad := [one for one in found if is_foreign(one)])} == {}
    lying = {name: published(made.folder) for name, made in six.items()}
    assert {name: bad for name, found in lying.items() if (bad := [one for one in found if is_foreign(one)])} == {}


@pytest.mark.parametrize("name", ["assets/javascripts/bundle.min.js", "assets/stylesheets/main.css", "assets/js/x.js"])
def test_a_file_of_another_theme_is_foreign(name):
    """Files of Material, and any that we have not made, are told apart from ours."""
    assert is_foreign(name)
    assert not is_foreign("assets/css/site.css")
    assert not is_foreign("2567/scores/")


def is_foreign(name: str) -> bool:
    """True if a file is below the folder of the theme and not one of ours."""
    return name.startswith(OF_THE_THEME) and name not in theme_files(paths.theme_folder(), thai=True)


def loaded(made: Made, page: str) -> Iterator[str]:
    """The files of the theme that the HTML of a page makes a browser load, by their names below the site."""
    for one in find_addresses(made.file(page).read_bytes()):
        _, found, name = one.text.partition(OF_THE_THEME)
        if one.loads and found:
            yield f"{OF_THE_THEME}{name}"


def published(folder: Path) -> list[str]:
    """The files below the folder of the theme in a built site."""
    found = (path for path in (folder / OF_THE_THEME).rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in found]


@pytest.mark.parametrize("sheet", [name for name in SHEETS if name != "site"])
def test_a_page_asks_for_the_sheet_of_what_it_has(six, sheet):
    """A class of which one sheet alone speaks is on no page that goes without it; some pages go without, some not.

    None of the six sites has a page with what only pages written by hand have.
    """
    files = theme_files(paths.theme_folder(), thai=True)
    spoken = {name: set(CLASS.findall(BODY.sub("", files[f"assets/css/{name}.css"].decode()))) for name in SHEETS}
    own = spoken[sheet] - set().union(*(found for name, found in spoken.items() if name != sheet))
    asking, without = set(), {}
    for site, made in six.items():
        for page in made.pages:
            html = made.file(page).read_text("utf-8")
            if f"assets/css/{sheet}.css" in html:
                asking.add((site, page))
            elif "assets/css/site.css" in html:  # not the frame of a paper
                without[site, page] = own & {one for listed in HAS.findall(html) for one in listed.split()}
    assert bool(asking) == (sheet != "written")
    assert without
    assert {page: found for page, found in without.items() if found} == {}

"""A whole site whose every text is hostile is built, and says what was typed and nothing else."""

from __future__ import annotations

import itertools
import re
import shutil
import typing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from ruamel.yaml import YAML

from prongsai.loading.load_site import YEAR_FILES
from prongsai.model.agency import Agency, Documents, SiteOptions
from prongsai.model.edition import Edition
from prongsai.model.record import Record
from prongsai.model.stated import SPELLINGS
from prongsai.pipeline.build import build_folder
from prongsai.thai.text import clean_text
from unit.makers import codes_of
from unit.pages.nasty import PAYLOADS
from unit.pages.reading import read_html
from unit.pages.test_any_text import NAMING, Stand, is_text

ROOT = Path(__file__).resolve().parents[2]
RELEASED = ROOT / "tests" / "released" / "0.1.0"
CONFIG = {"agency.yml": Agency, "documents.yml": Documents, "site.yml": SiteOptions}
CLEAN = [text for text in dict.fromkeys(clean_text(payload)[0] for payload in PAYLOADS) if text not in SPELLINGS]
TEXTS = [*PAYLOADS, "</title></span><img src=x onerror=alert(1)> &lt; \" ' {{ x }}"]
FILE_SIZE = re.compile(r"\([0-9,๐-๙]+ K?B\)")  # of the files of the open data, which hold the texts too
HARMLESS_SCHEMES = {"", "http", "https", "mailto", "tel"}


def kind_in(annotation: Any) -> type[Record] | None:
    """The kind of record that an annotation names, if any."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((kind for inner in typing.get_args(annotation) if (kind := kind_in(inner))), None)


def refilled(raw: Any, annotation: Any, texts: typing.Iterator[str], *, here: bool) -> Any:
    """The text of a file, with the next of `texts` in the place of each text."""
    kind = kind_in(annotation)
    if isinstance(raw, dict):
        if set(raw) <= {"printed", "at"} and "printed" in raw:
            return {key: next(texts) for key in raw}
        names = {field.alias or name: name for name, field in kind.model_fields.items()} if kind else {}
        if kind is not None and set(raw) <= set(names):
            return {key: of_field(kind, names[key], value, texts) for key, value in raw.items()}
        return {key: refilled(value, annotation, texts, here=here) for key, value in raw.items()}
    if isinstance(raw, list):
        return [refilled(one, annotation, texts, here=here) for one in raw]
    if kind is not None and kind.shorthand:
        return of_field(kind, kind.shorthand, raw, texts)
    return next(texts) if here and raw not in SPELLINGS else raw


def of_field(kind: type[Record], name: str, value: Any, texts: typing.Iterator[str]) -> Any:
    """The value of a field, refilled."""
    field = kind.model_fields[name]
    if (kind.__name__, name) in NAMING:
        return value
    return refilled(value, field.annotation, texts, here=is_text(field.annotation, tuple(field.metadata)))


def written(value: Any) -> str:
    """YAML in which every character is an escape, so that any text at all can be in it."""
    if isinstance(value, dict):
        return "{" + ",\n ".join(f"{written(str(key))}: {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n ".join(map(written, value)) + "]"
    return '"' + "".join(f"\\U{ord(character):08x}" for character in str(value)) + '"'


def make(root: Path, texts: list[str]) -> Path:
    """The released site with `texts` for all that is text in its files, built."""
    shutil.copytree(RELEASED, root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    endless = itertools.cycle(texts)
    for path in sorted(root.glob("*/**/*.yml")):
        kind = CONFIG.get(path.name) or (YEAR_FILES[path.name][1] if path.name in YEAR_FILES else Edition)
        raw = YAML(typ="base").load(path.read_text("utf-8").replace("[กองคลัง]", "[finance]"))
        filled = refilled(raw, kind, endless, here=False)
        if path.name == "analysis.yml":
            filled["sections"][1]["paragraphs"] = texts
        if path.name in {"site.yml", "agency.yml"}:  # these names are in the frame of every page
            filled["title" if path.name == "site.yml" else "name"] = texts[-1]
        path.write_text(written(filled) + "\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The site with payloads, and what was found while it was built."""
    root = make(tmp_path_factory.mktemp("hostile") / "root", TEXTS)
    result = build_folder(root, root / "site")
    assert result.done, [vars(one) for one in result.problems if one.code not in {"remark", "printed-value"}]
    return root / "site", result


@pytest.fixture(scope="module")
def harmless(tmp_path_factory):
    """The same site with a harmless text for each payload, and what stands for what."""
    stand = Stand([clean_text(text)[0] for text in TEXTS])
    root = make(tmp_path_factory.mktemp("harmless") / "root", stand.harmless)
    assert build_folder(root, root / "site").done
    return root / "site", stand


def test_hostile_texts_never_stop_a_build(hostile):
    """All pages are made; hidden characters are taken out with a warning."""
    folder, result = hostile
    assert len(list(folder.rglob("index.html"))) > 40
    assert "hidden-characters" in codes_of(result.problems)


def test_every_page_is_the_same_as_with_harmless_texts(hostile, harmless):
    """Head, menus, content and foot: the same elements, the same attributes, and the texts that were typed."""
    folder, stand = harmless
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert names == sorted(path.relative_to(hostile[0]).as_posix() for path in hostile[0].rglob("*.html"))
    for name in (one for one in names if "/notes/" not in one):  # rules read the texts, so notes differ
        texts = ((place / name).read_text("utf-8") for place in (hostile[0], folder))
        shown, wanted = (read_html(FILE_SIZE.sub("", text)) for text in texts)
        stand.check(shown, wanted, name)
        titles = [one.all("title")[0].text for one in (shown, wanted)]
        assert titles[0] == " ".join(stand.replace(titles[1]).split()), name


def test_every_payload_is_seen_somewhere(hostile):
    """Each as it was typed, in its one form."""
    pages = [read_html(path.read_text("utf-8")).text for path in hostile[0].rglob("index.html")]
    assert [text for text in CLEAN if not any(text in page for page in pages)] == []


def test_no_payload_became_active(hostile):
    """No handler, no image but copies of photos, no frame, no script but the theme's, no address of another kind."""
    for path in hostile[0].rglob("*.html"):
        page = read_html(path.read_text("utf-8"))
        for element in page.all():
            assert [name for name in element.attributes if name.startswith("on")] == [], path
            assert element.tag not in {"iframe", "object", "embed", "base"}, path
            assert element.tag != "img" or is_own_copy(element.attributes["src"], path.parent, hostile[0]), path
        assert odd_links(page) == [], path


def is_own_copy(source, page, folder):
    """True if an image is one that the generator has made of a photo; seen from the folder of its page, or the top."""
    image = folder / source[1:] if source.startswith("/") else page / source
    return image.is_file() and (folder / "photos").resolve() in image.resolve().parents


def odd_links(page):
    """The addresses of links that are neither pages nor files nor ways to reach somebody."""
    addresses = [link.attributes.get("href", "").strip() for link in page.all("a")]
    return [address for address in addresses if urlsplit(address).scheme.lower() not in HARMLESS_SCHEMES]


@pytest.mark.parametrize("value", ["javascript:alert(1)", "data:text/html,x", "JavaScript:alert(1)", " javascript:x"])
def test_an_address_of_another_kind_never_becomes_a_link(tmp_path, value):
    """Wherever the files of a release take an address or a page, a script is refused or is shown as text."""
    places = {
        "site_config/agency.yml": ["main_website: https://www.example.go.th/", '"https://www.example.go.th/contact"'],
        "site_config/documents.yml": ["url: https://www.example.go.th/result"],
        "data/2570/oit.yml": ["url: https://www.example.go.th/structure", "{page: /2570/,", "{file: 2570/chart.csv,"],
        "data/2571/follow-up.yml": ["result_link: https://www.example.go.th/results/m01"],
    }
    for name, olds in places.items():
        for number, old in enumerate(olds):
            root = tmp_path / f"{Path(name).stem}-{number}"
            shutil.copytree(RELEASED, root)
            shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
            text = (root / name).read_text("utf-8")
            head, colon, _ = old.partition(": ")
            new = f'{head}{colon}"{value}"{"," if old.endswith(",") else ""}' if colon else f'"{value}"'
            assert text.count(old) == 1
            (root / name).write_text(text.replace(old, new), "utf-8")
            if not build_folder(root, root / "site").done:
                continue
            for path in (root / "site").rglob("*.html"):
                assert odd_links(read_html(path.read_text("utf-8"))) == [], (old, path)

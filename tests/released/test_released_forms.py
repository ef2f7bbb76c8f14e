"""Files in the forms of every release are read for ever, and the copy of a release leaves none of its keys out."""

from __future__ import annotations

import shutil
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prongsai.loading.load_site import YEAR_FILES, load_site
from prongsai.model.agency import Agency, Documents, SiteOptions
from prongsai.model.edition import Edition
from prongsai.model.oit import Register
from prongsai.model.record import Record
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.wording import Severity, severity_of

HERE = Path(__file__).parent
RELEASES = sorted(entry.name for entry in HERE.iterdir() if entry.is_dir() and entry.name[0].isdigit())
NEWEST = max(RELEASES, key=lambda name: [int(part) for part in name.split(".")])
FORMS = [Agency, SiteOptions, Documents, Edition, *(kind for _, kind in YEAR_FILES.values())]
# The one key of documents.yml holds the documents themselves: they stand for it.
HOLDERS = {"Documents.documents"}


def errors(problems) -> list[str]:
    """The problems that stop a build."""
    return [f"{one.where} {one.code}" for one in problems if severity_of(one.code) is Severity.ERROR]


def records(value: Any) -> Iterator[Record]:
    """Every record in a value, however deep."""
    if isinstance(value, Record):
        yield value
        waiting = value.waiting if isinstance(value, Register) else {}
        value = [*(getattr(value, name) for name in type(value).model_fields), dict(waiting)]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, tuple | list):
        for one in value:
            yield from records(one)


def kinds_in(annotation: Any) -> Iterator[type[Record]]:
    """Every kind of record that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from kinds_in(inner)


def every_kind() -> set[type[Record]]:
    """Every kind of record that can be in a file."""
    found: set[type[Record]] = set()
    waiting: list[type[Record]] = list(FORMS)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += [inner for field in kind.model_fields.values() for inner in kinds_in(field.annotation)]
    return found


@pytest.mark.parametrize("release", RELEASES)
def test_a_released_form_is_read_without_error(release):
    """Data entered for a release is read by every later one."""
    assert errors(check_folder(HERE / release).problems) == []


@pytest.mark.parametrize("release", RELEASES)
def test_a_released_form_becomes_a_site(release, tmp_path):
    """And its pages are made and linked."""
    root = tmp_path / "site"
    shutil.copytree(HERE / release, root)
    (root / "mkdocs.yml").write_text("INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n", "utf-8")
    built = build_folder(root, root / "site")
    assert errors(built.problems) == []
    assert built.done


def test_the_newest_copy_uses_every_key_of_every_form():
    """No key of a file can be dropped unseen: the copy of the newest release states each of them."""
    site = load_site(HERE / NEWEST).site
    stated: dict[type, set[str]] = {}
    for record in records(
        [site.agency, site.options, site.documents, *(list(vars(year).values()) for year in site.years)]
    ):
        stated.setdefault(type(record), set()).update(record.model_fields_set)
    every_key = {f"{kind.__name__}.{name}" for kind in every_kind() for name in kind.model_fields}
    used = {f"{kind.__name__}.{name}" for kind, names in stated.items() for name in names}
    assert sorted(every_key - used - HOLDERS) == []

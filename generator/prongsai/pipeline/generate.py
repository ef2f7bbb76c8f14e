"""Generate: from checked facts to Markdown pages and data files next to the hand-written ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from prongsai import paths
from prongsai.engines.engine import Article
from prongsai.engines.shipped import ENGINE
from prongsai.engines.theme import THEME, theme_files
from prongsai.forms.file_head import SCHEMAS
from prongsai.pages.head import picture_of
from prongsai.pages.page import Page
from prongsai.pages.plan import speech_of
from prongsai.pipeline.begin import write_schemas
from prongsai.pipeline.check import Checked
from prongsai.pipeline.content.articles import Articles
from prongsai.pipeline.content.owners import IGNORE_HEAD
from prongsai.pipeline.content.page_mark import sign_page
from prongsai.pipeline.content.write_files import WriteReport, write_file, write_files
from prongsai.pipeline.make_documents import make_documents
from prongsai.pipeline.make_photos import bare_copies, make_photos, write_bare
from prongsai.pipeline.make_pictures import make_pictures
from prongsai.pipeline.planning.when_asked import InTurn, NamedAs
from prongsai.pipeline.wear import logo_image, with_emblems
from prongsai.views.frame import frame_of, notice_of
from prongsai.views.share_cards import ShareCard
from prongsai.views.updates import has_feeds


@dataclass(frozen=True)
class Generated:
    """The result of generating: the plan, what was written, and the names of all files below the site's folder.

    `articles` are the contents of pages, as far as they are known without Python-Markdown.
    """

    pages: tuple[Page, ...]
    written: WriteReport
    names: frozenset[str] = frozenset()
    articles: Mapping[str, Article] = field(default_factory=dict)


def generate_folder(root: Path, checked: Checked) -> Generated:
    """Write all pages and data files of a checked site below `root`."""
    planned = checked.planned
    if planned.problems:
        return Generated(planned.pages, WriteReport(problems=list(planned.problems)))
    site, store = checked.results.site, checked.store
    made = make_documents(store, with_emblems(root, site, store, planned.documents), site.forms_lacking)
    checked.store.keep()  # they take longest, and what follows may fail
    notice = notice_of(checked.results.site, speech_of(checked.results))
    drawn = make_pictures(store, planned.cards, notice, site.options.colour, logo_image(root, site, store))
    photos = make_photos(root, site, store)
    pages = planned.made_with(made.pages)
    others = InTurn({**made.files, **drawn.files, **photos}, lambda: pages.others)
    files = replace(pages, others=others).files
    written = write_files(root, _Signed(files), always_ours=IGNORE_HEAD.encode())
    if not written.has_errors:
        write_schemas(root / SCHEMAS)
        _write_theme(root, _theme_of(checked))
        _write_settings(root, checked, planned.cards[0] if drawn.files else None)
        write_bare(root, bare_copies(root, checked.results.site, checked.store))
        checked.store.keep()
        written.problems.extend(drawn.problems)
    return Generated(planned.pages, written, frozenset(files), Articles(pages.pages))


class _Signed(NamedAs[bytes]):
    """The files of which pages say that they are whole."""

    def __getitem__(self, name: str) -> bytes:
        return sign_page(name, self.others[name])


def _theme_of(checked: Checked) -> Mapping[str, bytes]:
    options = checked.results.site.options
    return theme_files(paths.theme_folder(), thai=speech_of(checked.results).thai, colour=options.colour or "")


def _write_settings(root: Path, checked: Checked, card: ShareCard | None) -> None:
    """Write the engine's settings where they are others than before; `card` is the picture of home, if any."""
    feeds = has_feeds(checked.results, checked.history)
    speech, own_pages = speech_of(checked.results), checked.planned.in_navigation
    paths = frozenset(page.path for page in checked.planned.pages)
    image = picture_of(card) if card else ()
    frame = frame_of(checked.results, speech, own_pages, feeds=feeds, image=image, paths=paths)
    settings, path = ENGINE.settings.write_base(frame).encode(), root / ENGINE.settings.base
    if not path.is_file() or path.read_bytes() != settings:
        write_file(path, settings)


def _write_theme(root: Path, files: Mapping[str, bytes]) -> None:
    """Write the theme of a site where it is another than before, and remove what an earlier version left there."""
    folder = root / THEME
    for name, data in files.items():
        if not (folder / name).is_file() or (folder / name).read_bytes() != data:
            write_file(folder / name, data)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()

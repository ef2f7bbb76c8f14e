"""Make a site by pages: only those that are others than in the site that is in place, each whole in some process."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mkdocs.commands import build
from mkdocs.structure.files import File

from prongsai.engines.engine import CONTENT, InPlace, Made, Order
from prongsai.engines.mkdocs.page_keys import find_keys
from prongsai.engines.mkdocs.session import Session, find_dead_anchors, is_published, page_of
from prongsai.engines.mkdocs.warm_folder import kept_warm
from prongsai.engines.workers import share_out

_SHARED = ".htaccess"  # with what others wrote into it in the site


def make_pages(session: Session, root: Path, order: Order, is_sound: Callable[[], bool]) -> Made:
    """Make what an order asks for; most pages being others, the whole site.

    `is_sound` says that the engine has warned of nothing new.
    """
    keys = find_keys(session)
    changed = [file for file in session.generated if not _is_in_place(file, keys, order.in_place)]
    if order.in_place is None or len(changed) > len(session.generated) / 2:
        with kept_warm(order.target, root / CONTENT):
            facts = _write(session, session.generated, _statics(session), order, is_sound)
        return Made([], order.target, keys, facts)
    folder = order.in_place.changes
    shutil.rmtree(folder, ignore_errors=True)
    session.move_to(str(folder))
    same = {file.dest_uri for file in _statics(session) if _is_same(file, order.in_place)}
    others = [file for file in _statics(session) if file.dest_uri not in same]
    facts = _write(session, changed, others, order, is_sound)
    made = {file.src_uri for file in changed}
    kept = {file.dest_uri for file in session.generated if file.src_uri not in made}
    return Made([], folder, keys, facts, frozenset(kept | same))


def _is_in_place(file: File, keys: dict[str, str], in_place: InPlace | None) -> bool:
    return (
        in_place is not None
        and in_place.keys.get(file.src_uri) == keys[file.src_uri]
        and file.dest_uri in in_place.files
    )


def _statics(session: Session) -> list[File]:
    """The files that are copied as they are."""
    return [file for file in session.files if not file.is_documentation_page() and is_published(file)]


def _is_same(file: File, in_place: InPlace) -> bool:
    known = in_place.files.get(file.dest_uri)
    if not known or file.dest_uri == _SHARED or file.abs_src_path is None:
        return False
    with open(file.abs_src_path, "rb") as opened:  # noqa: PTH123  hundreds of them
        return hashlib.file_digest(opened, "sha256").hexdigest() == known


def _write(
    session: Session, changed: list[File], statics: list[File], order: Order, is_sound: Callable[[], bool]
) -> dict[str, object]:
    """Write files, error pages, generated pages and those of people; what was read of the generated ones."""
    for file in statics:
        file.copy_file()
    for template in session.config.theme.static_templates:
        build._build_theme_template(template, session.env, session.files, session.config, session.nav)
    facts = share_out(changed, partial(_make, session, session.pages, order.read), is_sound)
    for file in session.own:
        build._build_page(page_of(file), session.config, session.pages, session.nav, session.env)
    find_dead_anchors(session)
    session.config.plugins.on_post_build(config=session.config)
    return {file.dest_uri: fact for file, fact in zip(changed, facts, strict=True)}


def _make(session: Session, pages: list[File], read: Callable[[str, bytes], object], file: File) -> object:
    """Make a generated page from its content to its file; what was read of it."""
    page = session.fill(file)
    build._build_page(page, session.config, pages, session.nav, session.env)
    page.content, page.markdown = "", ""  # a thousand pages need not be in memory at once
    return read(file.dest_uri, Path(file.abs_dest_path).read_bytes())

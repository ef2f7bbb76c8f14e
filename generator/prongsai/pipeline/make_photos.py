"""Make the copies of photos that readers get, or take them from the store; the originals stay with the agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from prongsai import addresses
from prongsai.disk.read import read_plain
from prongsai.engines.engine import BARE
from prongsai.exports.photos import copy_photo
from prongsai.loading.load_content import LARGEST
from prongsai.model.dress import worn_of
from prongsai.model.site import Site
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.store import Kind, Store
from prongsai.views.dress import LOGO_WIDTH
from prongsai.views.measures.attached import COPY_WIDTHS, photos_of

PHOTOS = Kind("photos", ("pillow",), spare=60, made_by=("exports/photos.py",))


def make_photos(root: Path, site: Site, store: Store) -> dict[str, bytes]:
    """The copies that pages show, by their files below the site's folder."""
    store.tidy(PHOTOS)  # nobody may be left who asks for one
    wanted = [(name, width) for name in sorted(photos_of(site)) for width in COPY_WIDTHS]
    logo = worn_of(site, site.options.logo)
    if logo and not logo.is_drawn:
        wanted.append((logo.name, LOGO_WIDTH))
    return {
        f"{CONTENT}/{addresses.content_name(addresses.photo_path(name, width))}": copy_of(root, store, name, width)
        for name, width in wanted
    }


def bare_copies(root: Path, site: Site, store: Store) -> dict[str, bytes]:
    """The copies that are published in the place of photos and of images that tell a place, by names below content/.

    A copy is as large as the original and has its address.
    """
    return {name: copy_of(root, store, name.removeprefix("files/"), width) for name, width in _bared(site)}


def write_bare(root: Path, copies: Mapping[str, bytes]) -> None:
    """Keep these copies, and no others, where the engine finds them."""
    folder = root / BARE
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in copies:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, data in copies.items():
        if not (folder / name).is_file() or (folder / name).read_bytes() != data:
            write_file(folder / name, data)


def replace_originals(built: Path, copies: Mapping[str, bytes]) -> None:
    """Put the copies into a finished site, whichever engine made it."""
    for name, data in copies.items():
        write_file(built / name, data)


def _bared(site: Site) -> Iterator[tuple[str, int]]:
    photos = photos_of(site)
    for file in site.content:
        pixels = file.shown_pixels if file.is_attachment else None
        if pixels and (file.reading.tells_place or file.name.removeprefix("files/") in photos):
            yield file.name, pixels[0]


def copy_of(root: Path, store: Store, name: str, width: int) -> bytes:
    """A copy of the image `name` of content/files, no wider than `width` pixels."""
    data = read_plain(root / CONTENT / "files" / name, LARGEST)
    return store.get(PHOTOS, f"{width}\0".encode() + data, partial(copy_photo, data, width))

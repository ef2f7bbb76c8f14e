"""The pictures that a site wears, as documents and pictures of shared links take them in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from prongsai.disk.read import read_plain
from prongsai.loading.load_content import LARGEST
from prongsai.model.dress import worn_of
from prongsai.model.site import Site
from prongsai.paper.content import Emblem, Paper
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.make_photos import copy_of
from prongsai.pipeline.store import Store

_WIDTH = 480  # pixels: sharp at three centimetres of paper


def logo_image(root: Path, site: Site, store: Store) -> bytes:
    """The logo as an image that can be drawn into another; nothing of a drawing of lines, which this cannot draw."""
    logo = _worn(root, site, store, site.options.logo)
    return logo.data if logo and logo.ending != "svg" else b""


def with_emblems(root: Path, site: Site, store: Store, documents: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """The documents, letters with the emblem of the agency at their head and all others with its logo."""
    logo, emblem = (_worn(root, site, store, name) for name in (site.options.logo, site.options.emblem))

    def worn(one: Paper) -> Paper:
        return replace(one, emblem=emblem if one.is_letter else logo, parts=tuple(map(worn, one.parts)))

    return tuple(map(worn, documents))


def _worn(root: Path, site: Site, store: Store, name: str | None) -> Emblem | None:
    """A picture that is worn: a drawing as it is, an image as a small copy without what a camera wrote into it."""
    worn = worn_of(site, name)
    if worn is None:
        return None
    if worn.is_drawn:
        return Emblem(worn.ending, read_plain(root / CONTENT / "files" / worn.name, LARGEST))
    return Emblem(worn.ending, copy_of(root, store, worn.name, _WIDTH))

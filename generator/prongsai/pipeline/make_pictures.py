"""Draw the pictures by which links are shown elsewhere, or take them from the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from prongsai.model.colours import parts_of
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.store import Kind, Store
from prongsai.problems import Problem, Where, problem
from prongsai.views.share_cards import ShareCard

OF_THE_THEME = "#0b5365"  # its --md-primary-fg-color
PICTURES = Kind("pictures", ("pillow",), spare=60)


@dataclass(frozen=True)
class Drawn:
    """The pictures of a site by their files below its folder, and why none could be drawn."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def make_pictures(
    store: Store, cards: Iterable[ShareCard], notice: str, colour: str | None = None, logo: bytes = b""
) -> Drawn:
    """All pictures; those drawn before are taken from the store. No Thai is drawn with marks in the wrong place.

    `colour` (#rrggbb) and `logo`, an image, are the agency's.
    """
    worn = f"\0{colour or ''}\0{hashlib.sha256(logo).hexdigest()}" if colour or logo else ""
    files: dict[str, bytes] = {}
    for card in cards:
        said = f"{replace(card, page='', path='')!r}\0{notice}{worn}"  # two pages that say the same share a picture
        found = store.find(PICTURES, said)
        if found is None and not _can_draw():
            return Drawn({}, (problem("pictures-not-drawn", Where("site_config/site.yml")),))
        files[f"{CONTENT}{card.path}"] = found or store.put(PICTURES, said, _draw(card, notice, colour, logo))
    return Drawn(files)


def _can_draw() -> bool:
    from prongsai.sharing.faces import can_shape

    return can_shape()


def _draw(card: ShareCard, notice: str, colour: str | None, logo: bytes) -> bytes:
    from prongsai.sharing.draw import draw_card

    return draw_card(card, notice, parts_of(colour or OF_THE_THEME), logo)

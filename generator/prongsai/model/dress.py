"""Pictures that a site wears: which file of content/files can be a logo or an emblem."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.model.content import ContentFile
from prongsai.model.site import Site

RASTERS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}
DRAWN = "svg"
_TEXTS = {"text", "html", "unknown"}  # the kinds that the bytes of a drawing may seem to be


@dataclass(frozen=True)
class Worn:
    """A picture that a site wears: the name of its file below content/files, and its ending without the dot."""

    name: str
    ending: str

    @property
    def is_drawn(self) -> bool:
        """True for a drawing of lines, which is as sharp at every size and is handed out as it is."""
        return self.ending == DRAWN


def worn_of(site: Site, name: str | None) -> Worn | None:
    """The picture of this name below content/files, if it is there and can be shown; None otherwise."""
    files = (one for one in site.content if name and one.name == f"files/{name}")
    return next((Worn(name or "", file.extension) for file in files if can_be_worn(file)), None)


def can_be_worn(file: ContentFile) -> bool:
    """True for a drawing, and for an image that opens and is of the kind that its name says."""
    if file.extension == DRAWN:
        return file.kind in _TEXTS and file.size > 0
    return RASTERS.get(file.extension) == file.kind and file.shown_pixels is not None

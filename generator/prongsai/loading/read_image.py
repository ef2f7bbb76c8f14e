"""Read of an image what its page has to know: whether it opens, its size upright, and whether it tells a place."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from prongsai.model.content import MOST_PIXELS, Reading

IMAGES = frozenset(("jpeg", "png", "webp"))
_ORIENTATION, _PLACE = 0x0112, 0x8825  # tags of EXIF: how the camera was held, and where it was
_ON_ITS_SIDE = frozenset((5, 6, 7, 8))
_PLACE_IN_XMP = b"GPSLatitude"


def read_image(kind: str, data: bytes) -> Reading:
    """The size of an image as people see it, where it opens.

    One of too many pixels is not opened, since it could fill the memory.
    """
    from PIL.Image import open as open_image

    with _reading_whole_images():
        try:
            with open_image(io.BytesIO(data), formats=[kind]) as image:
                width, height = image.size
                exif = image.getexif()
                if exif.get(_ORIENTATION) in _ON_ITS_SIDE:
                    width, height = height, width
                tells_place = bool(exif.get_ifd(_PLACE)) or _PLACE_IN_XMP in data
                if width * height <= MOST_PIXELS:
                    image.load()
        except Exception:  # noqa: BLE001  Pillow raises of every kind; whatever it stumbles over is the image's damage
            return Reading(kind, "not-read")
    return Reading(kind, "not-read", pixels=(width, height), tells_place=tells_place)


@contextmanager
def _reading_whole_images() -> Iterator[None]:
    """An image that was cut short is damaged and says nothing on the terminal, whatever another library asked for.

    WeasyPrint tells Pillow, for the whole program, to take half an image for a whole one.
    """
    from PIL import ImageFile

    takes_half = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = takes_half

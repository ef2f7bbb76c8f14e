"""Copies of photos for readers: upright, in the sizes that pages show, without what the camera wrote into them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

_QUALITY = 82  # of JPEG and WebP: nobody sees the difference at the sizes of a page
_METHODS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": _QUALITY, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": _QUALITY, "method": 4},
}


def copy_photo(data: bytes, width: int) -> bytes:
    """The image of a JPEG, PNG or WebP file, no wider than `width`; the same bytes for the same image each time.

    Nothing is taken over but the pixels and the colour profile by which they are meant.
    """
    from PIL import Image, ImageOps
    from PIL.Image import open as open_image

    with open_image(io.BytesIO(data), formats=list(_METHODS)) as image:
        form = image.format or "JPEG"
        profile = image.info.get("icc_profile")
        made = ImageOps.exif_transpose(image)
        made = made.convert(_mode_for(made))
        if made.width > width:
            made = made.resize((width, max(1, round(made.height * width / made.width))), Image.Resampling.LANCZOS)
        bare = Image.frombytes(made.mode, made.size, made.tobytes())
    written = io.BytesIO()
    more = {"icc_profile": profile} if profile else {}
    bare.save(written, form, **_METHODS[form], **more)
    return written.getvalue()


def _mode_for(image: Image.Image) -> str:
    """The mode in which a picture can be made smaller: as it is, else grey, or colour with what is transparent."""
    if image.mode in {"L", "RGB", "RGBA", "CMYK"}:
        return image.mode
    if image.has_transparency_data:
        return "RGBA"
    return "RGB" if image.mode == "P" else "L"

"""Copies of photos for readers: upright, in the sizes that pages show, without what the camera wrote into them."""

from __future__ import annotations

import io
from typing import Any

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

    with Image.open(io.BytesIO(data), formats=list(_METHODS)) as image:
        form = image.format or "JPEG"
        profile = image.info.get("icc_profile")
        made = ImageOps.exif_transpose(image)
        if made.width > width:
            made = made.resize((width, max(1, round(made.height * width / made.width))), Image.Resampling.LANCZOS)
        bare = Image.frombytes(made.mode, made.size, made.tobytes())
        if made.mode == "P":
            bare.putpalette(made.getpalette("RGBA") or [], "RGBA")
        if form == "JPEG" and bare.mode not in {"L", "RGB", "CMYK"}:
            bare = bare.convert("RGB")
    written = io.BytesIO()
    more = {"icc_profile": profile} if profile else {}
    bare.save(written, form, **_METHODS[form], **more)
    return written.getvalue()

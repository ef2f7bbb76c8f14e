"""The face of the theme for drawing: Sarabun in two weights, each letter from the file that has it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from prongsai import paths

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

REGULAR, BOLD = 400, 700


@dataclass(frozen=True)
class Face:
    """Sarabun in one weight (`REGULAR` or `BOLD`) and size (pixels)."""

    weight: int
    size: int

    def width(self, text: str) -> float:
        """The reach of a line of text, in pixels."""
        return sum(_width(script, self.weight, self.size, run) for script, run in _runs(text))

    def draw(self, on: ImageDraw, at: tuple[float, float], text: str, shade: int) -> None:
        """Draw a line of text from the left end of its base line."""
        left, base = at
        for script, run in _runs(text):
            font = _font(script, self.weight, self.size)
            on.text((left, base), run, font=font, fill=shade, anchor="ls")
            left += _width(script, self.weight, self.size, run)


def can_shape() -> bool:
    """True if what draws here puts Thai marks where they belong; without Raqm they would be on one another."""
    from PIL import features

    return bool(features.check("raqm"))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces of one script; blanks and signs go with Latin, whose file has them."""
    for is_thai, letters in groupby(text, lambda letter: "\u0e01" <= letter <= "\u0e5b"):
        yield ("thai" if is_thai else "latin"), "".join(letters)


@lru_cache(maxsize=20_000)
def _width(script: str, weight: int, size: int, run: str) -> float:
    """The width of a run; the words of titles come again and again."""
    return _font(script, weight, size).getlength(run)


@lru_cache(maxsize=64)
def _font(script: str, weight: int, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(_read(script, weight)), size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=4)
def _read(script: str, weight: int) -> bytes:
    return (paths.theme_folder() / "assets" / "fonts" / f"sarabun-{script}-{weight}.woff2").read_bytes()

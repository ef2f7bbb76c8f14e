"""Files that people put into content/ themselves: pages written by hand and attachments, as far as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

MOST_PIXELS = 60_000_000  # of an image; more fill the memory of a small machine
TextState = Literal["text", "no-text", "encrypted", "unreadable", "not-read"]
TEXT_STATES: tuple[TextState, ...] = ("text", "no-text", "encrypted", "unreadable", "not-read")


@dataclass(frozen=True)
class FilePassage:
    """A piece of a file's text; `place` is the page of a PDF, the slide, or the line of a text file, 0 where none."""

    place: int
    text: str


@dataclass(frozen=True)
class Reading:
    """The content of the bytes of a file.

    `kind` is found from the bytes alone (pdf, jpeg, docx, html, text, …), `unknown` where they fit nothing and
    `empty` where there are none. `state`: a PDF whose pages hold no text has `no-text`; `encrypted` needs a password;
    `unreadable` is damaged; `not-read` is of a kind, or a size, whose text is not read. `complete` says that nothing
    was left out for its length. Of an image that opens, `pixels` are its width and height as people see it, and
    `tells_place` says that the file holds where it was taken.
    """

    kind: str
    state: TextState
    passages: tuple[FilePassage, ...] = ()
    complete: bool = True
    pixels: tuple[int, int] | None = None
    tells_place: bool = False


@dataclass(frozen=True)
class ContentFile:
    """A file below content/, by its `name` there (files/2565/plan.pdf); `size` in bytes."""

    name: str
    size: int
    reading: Reading

    @property
    def extension(self) -> str:
        """The ending of the name in small letters, without the dot."""
        return PurePosixPath(self.name).suffix.lower().removeprefix(".")

    @property
    def kind(self) -> str:
        """The real kind of the file."""
        return self.reading.kind

    @property
    def state(self) -> TextState:
        """The state of its text: present or absent."""
        return self.reading.state

    @property
    def passages(self) -> tuple[FilePassage, ...]:
        """Its texts."""
        return self.reading.passages

    @property
    def shown_pixels(self) -> tuple[int, int] | None:
        """The width and height of an image that can be shown; None where it is none, or has too many pixels."""
        pixels = self.reading.pixels
        return pixels if pixels and pixels[0] * pixels[1] <= MOST_PIXELS else None

    @property
    def is_attachment(self) -> bool:
        """True if it is among the attachments."""
        return self.name.startswith("files/")

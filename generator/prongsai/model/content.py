"""Files that people put into content/ themselves: pages written by hand and attachments, as far as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

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
    was left out for its length.
    """

    kind: str
    state: TextState
    passages: tuple[FilePassage, ...] = ()
    complete: bool = True


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
    def is_attachment(self) -> bool:
        """True if it is among the attachments."""
        return self.name.startswith("files/")

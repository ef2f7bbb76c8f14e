"""Load what people put into content/ themselves: pages written by hand and attachments, with what they say."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from prongsai.disk.read import TooLargeError, explain_unread, read_plain
from prongsai.loading.read_attachment import read_attachment
from prongsai.model.content import ContentFile, Reading
from prongsai.problems import Problem

LARGEST = 50_000_000  # bytes; a larger file is not read
LARGEST_PAGE = 10_000_000  # bytes; a larger one is no page that anybody wrote


@dataclass(frozen=True)
class LoadedContent:
    """The files found; `problems` are of files that cannot be read."""

    files: tuple[ContentFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_content(
    folder: Path, names: Collection[str], read: Callable[[bytes], Reading] = read_attachment
) -> LoadedContent:
    """Load the files of these names below `folder`, whose bytes `read` reads; never raises for what they hold."""
    files: list[ContentFile] = []
    problems: list[Problem] = []
    for name in sorted(names):
        limit = LARGEST_PAGE if name.endswith(".md") else LARGEST
        try:
            data = read_plain(folder / name, limit)
        except TooLargeError as failure:
            is_page = limit == LARGEST_PAGE
            files.append(ContentFile(name, failure.size, Reading("unknown", "not-read", complete=is_page)))
            if is_page:
                problems.append(explain_unread(failure, f"{folder.name}/{name}", limit))
        except FileNotFoundError:
            files.append(ContentFile(name, 0, Reading("unknown", "unreadable")))
        except OSError as failure:
            files.append(ContentFile(name, 0, Reading("unknown", "not-read")))
            problems.append(explain_unread(failure, f"{folder.name}/{name}"))
        else:
            files.append(ContentFile(name, len(data), read(data)))
    return LoadedContent(tuple(files), tuple(problems))

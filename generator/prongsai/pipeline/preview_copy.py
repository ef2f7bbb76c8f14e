"""The copy of a site in which the preview builds: brought up to date from the sources, which it never writes to."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from prongsai import __version__
from prongsai.pipeline.build import WORK
from prongsai.pipeline.fingerprint import RECORD
from prongsai.pipeline.generated_files import GeneratedFiles
from prongsai.pipeline.generated_list import read_list
from prongsai.pipeline.make_documents import KEPT as DOCUMENTS
from prongsai.pipeline.make_pictures import KEPT as PICTURES
from prongsai.pipeline.place_sources import Placer
from prongsai.pipeline.preview_config import ALWAYS
from prongsai.pipeline.preview_sources import Source, find_sources
from prongsai.pipeline.read_content import MEMORY
from prongsai.pipeline.write_files import settle_marks, write_file

FOLDER = f"{WORK}/preview"
_FORMAT = 1


class PreviewCopy:
    """The sources of the site in `root`, copied below its folder that git ignores; it may be deleted at any time."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.place = (self.root / FOLDER).resolve()
        self.folder = self.place / "copy"
        self.site = self.folder / WORK / "preview"
        self._record = self.place / "copied.json"
        self._generated = GeneratedFiles(self.root)
        self._placer = Placer(self.root, self.folder, self.place / "part")
        self._copied: dict[str, Source] | None = None

    def look(self) -> dict[str, Source]:
        """The sources as they are now."""
        return find_sources(self.root, self._generated)

    def is_whole(self) -> bool:
        """Whether the copy is there, and nothing in it was saved again so soon that its time does not tell."""
        return self._record.is_file() and not self._placer.saved_again()

    def update(self, found: Mapping[str, Source]) -> None:
        """Make the copy equal to the sources `found`; what is as it was copied is not copied again."""
        copied, again = self._known(), self._placer.saved_again()
        stale = [name for name in copied if name not in found]
        fresh = [name for name, one in found.items() if name in again or not self._is_current(name, one, copied)]
        if any(name not in copied for name in fresh):  # whatever happens now, the record names all that may be there
            self._remember(copied | {name: Source(found[name].kind) for name in fresh})
        for name in reversed(stale):
            self._placer.remove(name, copied[name])
        placed = {name for name in fresh if self._placer.place(name, found[name])}
        self._settle_marks(placed)
        if any(name.partition("/")[0] not in ALWAYS for name in (*stale, *placed)):
            (self.folder / RECORD).unlink(missing_ok=True)  # the fingerprint of a build does not know of these
        if stale or fresh:
            missed = {*fresh} - placed
            self._remember({name: Source(one.kind) if name in missed else one for name, one in found.items()})

    def borrow(self) -> None:
        """Take over what the site's own builds remember, so that nothing slow is done twice."""
        self.place.mkdir(parents=True, exist_ok=True)
        self._known()
        kept = [path for name in (PICTURES, DOCUMENTS) for path in sorted((self.root / name).glob("*.*"))]
        for path in (*kept, self.root / MEMORY):
            mine = self.folder / path.relative_to(self.root)
            if not mine.exists() and path.is_file():
                write_file(mine, path.read_bytes())

    def without_copy(self, text: str) -> str:
        """A text in which the site's own folder stands wherever the copy was named."""
        for path in (str(self.folder), self.folder.as_posix(), repr(str(self.folder))[1:-1]):
            text = text.replace(path, str(self.root))
        return text

    def _is_current(self, name: str, source: Source, copied: Mapping[str, Source]) -> bool:
        return copied.get(name) == source and self._placer.stands(name, source)

    def _known(self) -> dict[str, Source]:
        """What was copied, now or by an earlier run; where that is not known, everything is copied anew."""
        if self._copied is None or not self._record.is_file():
            self._copied = _load(self._record)
        if self._copied is None:
            shutil.rmtree(self.place, ignore_errors=True)
            self._copied = {}
        self.folder.mkdir(parents=True, exist_ok=True)
        return self._copied

    def _remember(self, copied: dict[str, Source]) -> None:
        listed = {name: [one.kind, one.stamp, one.origin] for name, one in copied.items()}
        text = json.dumps({"format": _FORMAT, "version": __version__, "sources": listed})
        write_file(self._record, text.encode())
        self._copied = copied

    def _settle_marks(self, placed: Iterable[str]) -> None:
        """Of what people put where pages are generated, the copy knows what the site itself knows, and no more."""
        known, own = read_list(self.folder), self._generated.marks
        changed = {name: own.get(name) for name in placed if known.get(name) != own.get(name)}
        if changed:
            settle_marks(self.folder, changed)


def _load(record: Path) -> dict[str, Source] | None:
    """What the record of an earlier run says; None where it is damaged or of another version."""
    try:
        stored = json.loads(record.read_bytes())
        if (stored["format"], stored["version"]) != (_FORMAT, __version__):
            return None
        return {name: Source(kind, tuple(stamp), origin) for name, (kind, stamp, origin) in stored["sources"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None

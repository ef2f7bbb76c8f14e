"""Places in data files in words: by the Thai names of their fields, with the numbers and codes of entries."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prongsai.writing.change import Path


def word_path(file: str, path: Path) -> str:
    """The place in words (ตัวชี้วัดที่ 3); a step without words is said as it is typed."""
    from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
    from prongsai.model.groups import record_at

    last = PurePosixPath(file).name
    whole = YEAR_FILES[last][1] if last in YEAR_FILES else CONFIG_RECORDS.get(last)
    words = []
    for depth, step in enumerate(path):
        holder = record_at(whole, path[:depth]) if whole else None
        words.append(str(step + 1) if isinstance(step, int) else _title(holder, step) or step)
    return " ".join(words)


def _title(holder: object, key: str) -> str:
    from prongsai.model.record import Record, words_of

    if not (isinstance(holder, type) and issubclass(holder, Record)):
        return ""
    fields = holder.model_fields.items()
    found = next((declared for name, declared in fields if key in {name, declared.alias}), None)
    said = words_of(found) if found else None
    return said.title if said else ""

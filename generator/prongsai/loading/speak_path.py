"""How a place in a file is spoken of: มาตรการที่ 2 ช่องระยะเวลาดำเนินการ, by the declared words of records and fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from prongsai.model.groups import record_at, records_in
from prongsai.model.said import words_of

Path = Sequence[str | int]


def write_path(path: Path) -> str:
    """The keys as people count them, with list positions from 1: measures[2].period."""
    words = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(words).lstrip(".")


def speak_path(path: Path, model: type[BaseModel]) -> str:
    """The place in Thai with its keys behind it; a key that no record knows stands as it is written."""
    said = " ".join(_speak(path, model))
    return f"{said} ({write_path(path)})" if said else write_path(path)


def _speak(path: Path, model: type[BaseModel]) -> Iterator[str]:
    """A word for each group, entry and field on the way; a group of entries is spoken with the entry."""
    for length, step in enumerate(path, 1):
        holder = record_at(model, path[: length - 1]) if length > 1 else model
        declared = _field(holder, step)
        if declared is not None:
            yield from _speak_field(declared, path[length:])


def _speak_field(declared: FieldInfo, rest: Path) -> Iterator[str]:
    said = words_of(declared)
    if said is None:
        return
    record = next(records_in(declared.annotation), None)
    entry = rest[0] if rest else None
    if record is None:
        place = f" รายการที่ {entry + 1}" if isinstance(entry, int) else f" {entry}" if entry else ""
        yield f"ช่อง{said.title}{place}"
    elif isinstance(entry, int):
        is_text = record.shorthand and len(rest) == 1  # written as a bare value, so it reads as one
        yield f"ช่อง{said.title} รายการที่ {entry + 1}" if is_text else f"{said.title}ที่ {entry + 1}"
    elif entry is None or entry in {name for one in record.model_fields.items() for name in (one[0], one[1].alias)}:
        yield said.title if rest else f"ช่อง{said.title}"
    else:
        yield f"{said.title} {entry}"


def _field(holder: type[BaseModel] | None, step: str | int) -> FieldInfo | None:
    fields = holder.model_fields if holder else {}
    return next((one for name, one in fields.items() if step in {name, one.alias}), None)

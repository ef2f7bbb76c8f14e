"""The packed index of the search, read by the description of its form and not by the code that writes or reads it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

# Digits are the letters of the Thai code page that JSON writes as they are; the first half of them ends a number.
DIGITS = [bytes([code]).decode("cp874") for code in (*range(0x20, 0x7F), *range(0xA1, 0xDB), *range(0xDF, 0xFC))]
DIGITS = [digit for digit in DIGITS if digit not in {'"', "\\"}]


def unpack(data: bytes) -> Any:
    """The value of a packed file."""
    return json.loads(zlib.decompress(data).decode("cp874"))


def rows_of(packed: Mapping[str, bytes]) -> dict[str, list[Any]]:
    """The rows of every file of a packed index, by the name of its plain twin; `packed` are the files by name."""
    head = unpack(packed["index.bin"])
    if "pages" in head:
        return {"index.json": [_spell_out(row, head["words"]) for row in head["pages"]]}
    names = [name for _, name in head["parts"]]
    parts = {name: unpack(packed[name.replace(".json", ".bin")]) for name in names}
    return {
        name: [_spell_out(row, head["words"] + part["words"]) for row in part["pages"]] for name, part in parts.items()
    }


def _spell_out(row: list[Any], words: list[str]) -> list[Any]:
    path, title, *facts, passages = row
    texts = [[anchor, *(_spell(text, words) for text in texts)] for anchor, *texts in passages]
    return [path, _spell(title, words), *facts, texts]


def _spell(coded: str, words: list[str]) -> str:
    found, number = [], 0
    for letter in coded:
        digit = DIGITS.index(letter)
        number = number * 90 + digit % 90
        if digit < 90:
            found.append(words[number])
            number = 0
    return " ".join(found)

"""Packed twins of the text files of a finished site, for hosts that send them instead of packing themselves."""

from __future__ import annotations

import gzip
import os
from io import BytesIO
from pathlib import Path

from prongsai.exports.packed_files import TWIN, has_twin

SMALLEST = 1_000  # bytes; less is one packet on the line in any case


def pack_files(folder: Path) -> None:
    """Write the twin of each text file below `folder` that is smaller when it is packed; the same for the same text.

    A file of the agency's own that has the name of a twin stays what it is.
    """
    for place, _, names in os.walk(folder):
        for name in names:
            twin = Path(place, f"{name}{TWIN}")
            if has_twin(name) and not twin.exists():
                _pack(Path(place, name), twin)


def _pack(source: Path, twin: Path) -> None:
    data, packed = source.read_bytes(), BytesIO()
    # Neither the day nor the name, nor, as by the shorter function, the system on which it was packed.
    with gzip.GzipFile("", "wb", 9, packed, mtime=0) as file:
        file.write(data)
    if len(data) >= SMALLEST and len(packed.getvalue()) < len(data):
        twin.write_bytes(packed.getvalue())

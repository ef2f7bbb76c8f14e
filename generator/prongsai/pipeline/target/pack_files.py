"""Packed twins of the text files of a finished site, for hosts that send them instead of packing themselves."""

from __future__ import annotations

import gzip
import os
from io import BytesIO
from pathlib import Path

from prongsai.engines.workers import share_out
from prongsai.exports.packed_files import TWIN, has_twin

SMALLEST = 1_000  # bytes; less is one packet on the line in any case


def pack_files(folder: Path) -> frozenset[str]:
    """Write the twin of each text file below `folder` that is smaller when it is packed; the names of the twins.

    The same text has the same twin. A file of the agency's own that has the name of a twin stays what it is.
    """
    sources = [Path(place, name) for place, _, names in os.walk(folder) for name in names if has_twin(name)]
    sources = [source for source in sources if not _twin_of(source).exists()]
    packed = zip(sources, share_out(sources, _pack), strict=True)
    return frozenset(_twin_of(source).relative_to(folder).as_posix() for source, is_smaller in packed if is_smaller)


def _twin_of(source: Path) -> Path:
    return source.with_name(f"{source.name}{TWIN}")


def _pack(source: Path) -> bool:
    data, packed = source.read_bytes(), BytesIO()
    # Neither the day nor the name, nor, as by the shorter function, the system on which it was packed.
    with gzip.GzipFile("", "wb", 9, packed, mtime=0) as file:
        file.write(data)
    is_smaller = len(data) >= SMALLEST and len(packed.getvalue()) < len(data)
    if is_smaller:
        _twin_of(source).write_bytes(packed.getvalue())
    return is_smaller

"""Compressed bodies, decoded piece by piece and never beyond a bound."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PIECE = 65_536
_GZIP = 16 + zlib.MAX_WBITS


class EncodingError(Exception):
    """The body cannot be decoded, or says far more than it weighs."""


class Decoder:
    """Decodes one body by its Content-Encoding; gzip and deflate are all that is asked for."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding.strip().lower().removeprefix("x-")
        if self.encoding not in {"", "identity", "none", "gzip", "deflate"}:
            raise EncodingError(self.encoding)
        self._plain = self.encoding not in {"gzip", "deflate"}
        self._inflate = zlib.decompressobj(_GZIP if self.encoding == "gzip" else zlib.MAX_WBITS)
        self._began = False
        self.is_whole = True

    def decode(self, raw: bytes) -> Iterator[bytes]:
        """The decoded pieces of some raw bytes, each of at most 64 KB."""
        if self._plain:
            if raw:
                yield raw
            return
        self.is_whole = False
        has_more = bool(raw)
        while has_more:
            piece, raw = self._inflated(raw)
            if piece:
                yield piece
            # A full piece may leave more inside, even when all raw bytes are taken.
            has_more = bool(raw) or (len(piece) == _PIECE and not self.is_whole)

    def _inflated(self, raw: bytes) -> tuple[bytes, bytes]:
        try:
            piece = self._inflate.decompress(raw, _PIECE)
        except zlib.error as failure:
            if self._began or self.encoding != "deflate":
                raise EncodingError(str(failure)) from None
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # many servers send deflate without its frame
            self._began = True
            return b"", raw
        self._began = True
        self.is_whole = self._inflate.eof
        if not self._inflate.eof:
            return piece, self._inflate.unconsumed_tail
        rest = self._inflate.unused_data
        if self.encoding == "gzip" and rest.startswith(b"\x1f\x8b"):  # another member follows
            self._inflate = zlib.decompressobj(_GZIP)
            return piece, rest
        return piece, b""

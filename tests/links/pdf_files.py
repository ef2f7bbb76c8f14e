"""Small PDF files for the misbehaving server: with text, without, damaged and with a password."""

from __future__ import annotations

import io


def make_pdf(*pages: str) -> bytes:
    """A PDF with a line of text on each page, Thai letters by way of a table as real programs write it."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    letters = sorted(set("".join(pages)))
    assert len(letters) < 220, "a simple font has room for so many letters"
    codes = {letter: number for number, letter in enumerate(letters, start=33)}
    table = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{table}\nendbfchar\nendcmap end end"
    ).encode()
    to_unicode = add(_stream(cmap))
    font = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {to_unicode} 0 R >>".encode())
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for text in pages:
        shown = "".join(f"{codes[letter]:02X}" for letter in text)
        content = add(_stream(f"BT /F1 12 Tf 72 720 Td <{shown}> Tj ET".encode() if text else b""))
        kids.append(
            add(
                f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    assert add(f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()) == parent
    root = add(f"<< /Type /Catalog /Pages {parent} 0 R >>".encode())
    return _file(objects, root)


def _stream(body: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body)


def _file(objects: list[bytes], root: int) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def lock_pdf(body: bytes) -> bytes:
    """The same file, which opens only with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(body)))
    writer.encrypt("secret", algorithm="RC4-128")
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


def lock_strangely(body: bytes) -> bytes:
    """The same file, which says that it is locked in a way that no free reader knows."""
    end = body.rindex(b"trailer <<") + len(b"trailer <<")
    return body[:end] + b" /Encrypt << /Filter /Strange.Handler /V 4 >> /ID [<00> <00>]" + body[end:]


def damage_pdf(body: bytes) -> bytes:
    """A file that begins as a PDF and goes on as nothing."""
    return body[:20] + bytes(reversed(body[20:400]))

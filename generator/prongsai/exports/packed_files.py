"""Text sent packed: which files have a packed twin, and rules by which Apache packs or sends the twin."""

from __future__ import annotations

from collections.abc import Iterator

TWIN = ".gz"  # the ending that nginx' gzip_static looks for
# What is packed already (pictures, fonts, PDF, the index of the search) has no twin.
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "csv": "text/csv",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "txt": "text/plain",
}
_ALSO_TEXT = ("application/javascript", "application/feed+json", "application/atom+xml", "text/xml")


def has_twin(name: str) -> bool:
    """True if a file of this name is text that is worth packing."""
    return name.rpartition("/")[2].rpartition(".")[2] in TYPES


def packing_rules(*, twins: bool) -> list[str]:
    """Lines of `.htaccess`: text is packed while it is sent, or with `twins` was packed when the site was built."""
    types = " ".join((*TYPES.values(), *_ALSO_TEXT))
    lines = [
        "<IfModule mod_deflate.c>",
        "<IfModule mod_filter.c>",
        f"  AddOutputFilterByType DEFLATE {types}",
        "</IfModule>",
        "</IfModule>",
    ]
    return [*lines, *(_twin_rules() if twins else [])]


def _twin_rules() -> Iterator[str]:
    """https://httpd.apache.org/docs/2.4/mod/mod_deflate.html#precompressed, for what was rewritten here alone.

    A twin that somebody asks for by its own name is a file like any other, and a page for an error is sent as it is:
    Apache sets no encoding on its answer.
    """
    endings = "|".join(TYPES)
    yield "<IfModule mod_rewrite.c>"
    yield "<IfModule mod_headers.c>"
    yield "  RewriteEngine On"
    # What is rewritten is read as an address once more, so names with its marks are left alone.
    for pattern, file in (("^([^%?#]*/)?$", "index.html"), (rf"^([^%?#]+\.(?:{endings}))$", "")):
        yield '  RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"'
        yield r'  RewriteCond "%{HTTP:Accept-Encoding}" "\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))"'
        yield f'  RewriteCond "%{{REQUEST_FILENAME}}{file}{TWIN}" -s'
        yield f'  RewriteRule "{pattern}" "$1{file}{TWIN}" [E=prongsai:packed,L]'
    for ending, kind in TYPES.items():
        yield '  RewriteCond "%{ENV:REDIRECT_prongsai}" "=packed"'
        yield rf'  RewriteRule "\.{ending}\{TWIN}$" "-" [T={kind},E=no-gzip:1,L]'
    yield "  Header set Content-Encoding gzip \"expr=reqenv('REDIRECT_prongsai') == 'packed'\""
    yield f'  <FilesMatch "\\.(?:{endings})(?:\\{TWIN})?$">'
    yield "    Header merge Vary Accept-Encoding"
    yield "  </FilesMatch>"
    yield "</IfModule>"
    yield "</IfModule>"

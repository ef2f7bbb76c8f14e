"""Rules for the old host of a site that moved: every old address leads to the same one at the new place."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Base:
    """The address of a site in parts: `path` begins and ends with a slash."""

    scheme: str
    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}{self.path}"


@dataclass(frozen=True)
class Move:
    """A site that stood at `old` and now stands at `new`; `steps` are the first steps of its published paths."""

    old: Base
    new: Base
    steps: tuple[str, ...]

    @property
    def is_one_server(self) -> bool:
        """Whether the same server may answer both names, so that a rule without a condition would lead in a circle."""
        return _bare(self.old.host) == _bare(self.new.host) and self.old.path == self.new.path

    @property
    def overlaps(self) -> bool:
        """Whether the new place lies within the old one, so that not everything there may be redirected."""
        same = _bare(self.old.host) == _bare(self.new.host)
        return same and self.new.path != self.old.path and self.new.path.startswith(self.old.path)


def parse_base(text: str) -> Base | None:
    """The address of a site in one form, however it was typed; None where it is no web address."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in {"http", "https"} or not parts.hostname:
        return None
    host = parts.hostname if port in {None, {"http": 80, "https": 443}[scheme]} else f"{parts.hostname}:{port}"
    path = quote(unquote(parts.path).strip("/"), safe=_SAFE)
    return Base(scheme, _ascii(host), f"/{path}/" if path else "/")


def _ascii(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def find_move(old: str, new: str, paths: Collection[str]) -> Move | None:
    """The move from one address to another with the published `paths`; None where both are the same or one is none."""
    before, after = parse_base(old), parse_base(new)
    if before is None or after is None or before == after:
        return None
    return Move(before, after, tuple(sorted({path.split("/")[1].partition("#")[0] for path in paths} - {""})))


def rules_for_apache(move: Move) -> str:
    """Lines for `.htaccess` in the folder that the old address names, or for the server's configuration."""
    old, new = unquote(move.old.path), str(move.new)
    if move.is_one_server:
        condition = (
            f"%{{HTTP_HOST}} ^{re.escape(move.old.host)}$ [NC]" if move.old.host != move.new.host else "%{HTTPS} off"
        )
        target = f"{move.new.scheme}://{move.new.host}%{{REQUEST_URI}}"
        return f"RewriteEngine On\nRewriteCond {condition}\nRewriteRule ^ {target} [R=301,L]"
    if move.overlaps:
        return f'RedirectMatch 301 "^{re.escape(old)}(({_alternatives(move)})(/.*)?)$" "{new}$1"'
    return f'Redirect 301 "{old}" "{new}"'


def rules_for_nginx(move: Move) -> str:
    """Lines for the `server` block of the old name; the address is sent on as the browser wrote it."""
    old, target = move.old.path, f"{move.new.scheme}://{move.new.host}$request_uri"
    if move.is_one_server:
        condition = f"$host = {move.old.host}" if move.old.host != move.new.host else "$scheme = http"
        return f"if ({condition}) {{ return 301 {target}; }}"
    if move.overlaps:
        rest = f"(({_alternatives(move, quoted=True)})([/?].*)?)"
        return f'if ($request_uri ~ "^{old}{rest}$") {{ return 301 {move.new}$1; }}'
    if old == move.new.path:
        return f"location {unquote(old)} {{ return 301 {target}; }}"
    rule = f'if ($request_uri ~ "^{old}(.*)$") {{ return 301 {move.new}$1; }}'
    return f"location {unquote(old)} {{ {rule} }}"


def rules_for_iis(move: Move) -> str:
    """The `web.config` of the folder that the old address names; it needs the module URL Rewrite."""
    pattern = f"^(({_alternatives(move)})(/.*)?)$" if move.overlaps else "(.*)"
    return (
        '<configuration><system.webServer><rewrite><rules><rule name="moved" stopProcessing="true">'
        f'<match url="{pattern}" />{_condition_of_iis(move)}'
        f'<action type="Redirect" url="{move.new}{{R:1}}" redirectType="Permanent" />'
        "</rule></rules></rewrite></system.webServer></configuration>"
    )


def _condition_of_iis(move: Move) -> str:
    if not move.is_one_server:
        return ""
    tested = ("{HTTP_HOST}", f"^{re.escape(move.old.host)}$") if move.old.host != move.new.host else ("{HTTPS}", "off")
    return f'<conditions><add input="{tested[0]}" pattern="{tested[1]}" /></conditions>'


def _alternatives(move: Move, *, quoted: bool = False) -> str:
    return "|".join(re.escape(quote(step) if quoted else step) for step in move.steps)


def _bare(host: str) -> str:
    return host.removeprefix("www.")

"""Rules for hosts: redirects of the ledger, text that is packed, and the old host of a site that moved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from prongsai import addresses
from prongsai.exports.packed_files import packing_rules
from prongsai.ledger.rows import Ledger, Row, is_address

FOR_PAGES_HOSTS, FOR_APACHE, FOR_NGINX = "_redirects", ".htaccess", "nginx-redirects.conf"
# https://developers.cloudflare.com/pages/configuration/redirects/: what is beyond is not followed there.
MOST_RULES, LONGEST_LINE = 2_000, 1_000
LONGEST_WORD = 2_000  # bytes; nginx refuses its whole configuration for a word of more than 4,096
# Apache's file is one that others edit too: between these lines it is ours.
MARK_ABOVE, MARK_BELOW = "# >>> prongsai >>>", "# <<< prongsai <<<"
_LITERAL = re.compile(r"[A-Za-z0-9/_-]|[^\x00-\x7f]")
_ORIGIN = "โปรแกรมสร้างแฟ้มนี้จาก site_config/urls.csv ทุกครั้งที่สร้างหน้า สิ่งที่แก้ในแฟ้มนี้จะถูกเขียนทับ"


@dataclass(frozen=True)
class Rule:
    """One redirect of a whole path, both as people read them, from the root of the host; `to` keeps its fragment."""

    path: str
    to: str

    @property
    def target(self) -> str:
        """The target without its fragment."""
        return self.to.partition("#")[0]

    @property
    def location(self) -> str:
        """The target as a browser gets it: every byte that could mean anything is percent-encoded."""
        path, mark, fragment = self.to.partition("#")
        return addresses.web_path(path) + mark + quote(fragment, safe="")


def rule_files(
    ledger: Ledger, base_path: str, existing: frozenset[str] = frozenset(), *, twins: bool = False
) -> dict[str, bytes]:
    """The files for the hosts by their names below the site's root; none when there is nothing to rule.

    `base_path` is where the site is on its host, such as `/` or `/ita/`. What is among the `existing` paths of
    the site answers by itself and gets no rule. With `twins` text files have packed ones next to them, which Apache
    sends by a rule.
    """
    base = unquote(base_path).rstrip("/") + "/"
    rules = redirect_rules(ledger, base, existing)
    made = {FOR_APACHE: _for_apache(rules, base, twins=twins)} if rules or twins else {}
    if rules:
        made |= {FOR_PAGES_HOSTS: _for_pages_hosts(rules), FOR_NGINX: _for_nginx(rules)}
    return {name: ("\n".join(lines) + "\n").encode() for name, lines in made.items()}


def redirect_rules(ledger: Ledger, base: str, existing: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """One rule for each old path, with and without a slash at its end, in the order of the paths.

    Fragments never reach a server and give no rule, nor does what was withdrawn: its page says so. What is no
    plain address of a site gives none either, whoever wrote it into the ledger.
    """
    ends = {row.path: _end_of(ledger, row) for row in ledger.rows if row.state == "redirect" and not row.fragment}
    told = {path: to for path, to in ends.items() if path not in existing and is_address(path) and is_address(to)}
    live = {row.path for row in ledger.rows if row.state == "live"} | {to.partition("#")[0] for to in told.values()}
    found = {}
    for path, to in told.items():
        for old in (path, path.rstrip("/") if path.endswith("/") else f"{path}/"):
            if old and (old == path or old not in live | existing | told.keys()):
                found[old] = Rule(f"{base[:-1]}{old}", f"{base[:-1]}{to}")
    rules = (found[old] for old in sorted(found) if is_address(base))
    return tuple(rule for rule in rules if rule.path != rule.target)


def _end_of(ledger: Ledger, row: Row) -> str:
    """The end of a redirect, also when the page of its target was redirected in turn; empty in a circle."""
    seen = {row.path}
    to = ledger.target_of(row)
    while (page := ledger.by_path.get(to.partition("#")[0])) is not None and page.state == "redirect":
        if page.path in seen:
            return ""
        seen.add(page.path)
        onward = ledger.target_of(page)
        to = onward if "#" in onward else onward + "".join(to.partition("#")[1:])
    return to


def _decoded(path: str) -> str:
    """A path as a server compares it, with the letters of the file's name."""
    return f"/{addresses.content_name(path)}"


def _comment(*sentences: str) -> list[str]:
    return [f"# {sentence}" for sentence in (*sentences, _ORIGIN)]


def _for_pages_hosts(rules: tuple[Rule, ...]) -> list[str]:
    """`_redirects` of Netlify and Cloudflare Pages; `*` and `:` are encoded and so never placeholders."""
    lines = [f"{addresses.web_path(rule.path)} {rule.location} 301" for rule in rules]
    head = _comment("กฎส่งต่อที่อยู่เดิม สำหรับ Netlify และ Cloudflare Pages ซึ่งอ่านแฟ้มนี้จากโฟลเดอร์บนสุดที่เผยแพร่")
    longer = sum(len(line) > LONGEST_LINE for line in lines)
    if len(lines) > MOST_RULES:
        head.append(f"# มี {len(lines)} กฎ แต่ Cloudflare Pages ใช้เพียง {MOST_RULES} กฎแรก ที่อยู่เดิมอื่นยังมีหน้าส่งต่อของเว็บไซต์")
    if longer:
        head.append(
            f"# มี {longer} บรรทัดที่ยาวกว่า {LONGEST_LINE} ตัวอักษร ซึ่ง Cloudflare Pages ไม่ใช้ ที่อยู่เดิมเหล่านั้นยังมีหน้าส่งต่อของเว็บไซต์"
        )
    return [*head, *lines]


def _for_apache(rules: tuple[Rule, ...], base: str, *, twins: bool) -> list[str]:
    """`.htaccess` for Apache 2.4: it compares decoded paths and encodes the target itself.

    A target with a mark that means something in an address would be cut there: its page of the site redirects alone.
    """
    lines = [
        f'  RedirectMatch 301 "^{_as_pattern(_decoded(rule.path))}$" "{_as_replacement(rule.to)}"'
        for rule in rules
        if _decoded(rule.target) == rule.target and "?" not in rule.to
    ]
    return [
        MARK_ABOVE,
        "# กฎส่งต่อที่อยู่เดิมและการบีบอัด สำหรับ Apache 2.4 ซึ่งอ่านแฟ้มนี้จากโฟลเดอร์บนสุดของเว็บไซต์เมื่ออนุญาตด้วย AllowOverride FileInfo",
        "# โปรแกรมเขียนส่วนนี้ใหม่จาก site_config/urls.csv ทุกครั้งที่เผยแพร่ กฎอื่นของหน่วยงานให้อยู่นอกเครื่องหมายสองบรรทัดนี้",
        f'ErrorDocument 404 "{_in_quotes(quote(base, safe="/"))}404.html"',
        *(["<IfModule mod_alias.c>", *lines, "</IfModule>"] if rules else []),
        *packing_rules(twins=twins),
        MARK_BELOW,
    ]


def _as_pattern(path: str) -> str:
    """A path as a regular expression; what is neither a letter nor a plain mark is written as its number."""
    return "".join(letter if _LITERAL.match(letter) else f"\\x{ord(letter):02x}" for letter in path)


def _as_replacement(target: str) -> str:
    """A target in which neither `$1` nor `${name}` means anything; Apache encodes its path, but not its fragment."""
    path, mark, fragment = target.partition("#")
    return _in_quotes(re.sub(r"([\\${}])", r"\\\1", path) + mark + quote(fragment, safe=""))


def _for_nginx(rules: tuple[Rule, ...]) -> list[str]:
    """Rules to include in a server block of nginx: it compares decoded paths, and sends the target as it is."""
    fitting = [rule for rule in rules if max(len(rule.location), len(rule.path.encode())) <= LONGEST_WORD]
    return [
        *_comment("กฎส่งต่อที่อยู่เดิม สำหรับ nginx ให้ผู้ดูแลเครื่องแม่ข่ายเพิ่มบรรทัด include ที่ชี้มายังแฟ้มนี้ในส่วน server { }"),
        *_nginx_lines(fitting),
    ]


def _nginx_lines(rules: Iterable[Rule]) -> list[str]:
    # Without the first word nginx would name its own scheme and port, wrong behind another server.
    return [
        f'location = "{_in_quotes(_decoded(rule.path))}" {{ absolute_redirect off; return 301 "{rule.location}"; }}'
        for rule in rules
    ]


def _in_quotes(text: str) -> str:
    """A text between double quotes, as Apache and nginx both read it."""
    return re.sub(r'(["\\])', r"\\\1", text)


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
    """A site that was at `old` and now is at `new`; `steps` are the first steps of its published paths."""

    old: Base
    new: Base
    steps: tuple[str, ...]

    @property
    def is_one_server(self) -> bool:
        """True if the same server may answer both names, so that a rule without a condition would lead in a circle."""
        return _bare(self.old.host) == _bare(self.new.host) and self.old.path == self.new.path

    @property
    def overlaps(self) -> bool:
        """True if the new place is within the old one, so that not everything there may be redirected."""
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

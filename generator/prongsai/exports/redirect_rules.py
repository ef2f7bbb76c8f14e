"""The redirects of the ledger as rules for the hosts: Netlify and Cloudflare Pages, Apache, nginx."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from prongsai import addresses
from prongsai.ledger.address_form import is_address
from prongsai.ledger.rows import Ledger, Row

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
        """The target as a browser is told it: every byte that could mean anything is percent-encoded."""
        path, mark, fragment = self.to.partition("#")
        return addresses.web_path(path) + mark + quote(fragment, safe="")


def redirect_files(ledger: Ledger, base_path: str, existing: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """The files for the hosts by their names below the site's root; none when nothing can be redirected.

    `base_path` is where the site lies on its host, such as `/` or `/ita/`. What is among the `existing` paths of
    the site answers by itself and gets no rule.
    """
    base = unquote(base_path).rstrip("/") + "/"
    rules = redirect_rules(ledger, base, existing)
    if not rules:
        return {}
    made = {
        FOR_PAGES_HOSTS: _for_pages_hosts(rules),
        FOR_APACHE: _for_apache(rules, base),
        FOR_NGINX: _for_nginx(rules),
    }
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
    """Where a redirect ends, also when the page of its target was redirected in its turn; empty in a circle."""
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


def _for_apache(rules: tuple[Rule, ...], base: str) -> list[str]:
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
        "# กฎส่งต่อที่อยู่เดิม สำหรับ Apache 2.4 ซึ่งอ่านแฟ้มนี้จากโฟลเดอร์บนสุดของเว็บไซต์เมื่ออนุญาตด้วย AllowOverride FileInfo",
        "# โปรแกรมเขียนส่วนนี้ใหม่จาก site_config/urls.csv ทุกครั้งที่เผยแพร่ กฎอื่นของหน่วยงานให้อยู่นอกเครื่องหมายสองบรรทัดนี้",
        f'ErrorDocument 404 "{_in_quotes(quote(base, safe="/"))}404.html"',
        "<IfModule mod_alias.c>",
        *lines,
        "</IfModule>",
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
    """Rules to include in a server block of nginx: it compares decoded paths, and sends the target as it stands."""
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

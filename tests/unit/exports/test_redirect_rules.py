"""The rules for hosts: one for each old path, harmless whatever the ledger holds."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.exports.packed_files import packing_rules
from prongsai.exports.redirect_rules import MARK_ABOVE, redirect_rules, rule_files
from prongsai.ledger.rows import Ledger, Row
from unit.exports.crafted import crafted_ledgers

DAY = "2569-11-21"
NGINX = re.compile(
    r'location = "((?:[^"\\]|\\["\\])*)" \{ absolute_redirect off; return 301 "([A-Za-z0-9/_.~%#-]*)"; \}'
)
APACHE = re.compile(r'  RedirectMatch 301 "\^((?:[^"\\]|\\x[0-9a-f]{2})*)\$" "((?:[^"\\]|\\["\\])*)"')
HOST = re.compile(r"(/[A-Za-z0-9/_.~%-]*) (/[A-Za-z0-9/_.~%#-]*) 301")


def moved(path, to):
    """A row of an address that moved."""
    return Row(path, DAY, "redirect", to, DAY)


def pairs(*rows, base="/", existing=frozenset()):
    """The paths and where they lead."""
    ledger = Ledger(tuple(sorted(rows, key=lambda row: row.path)))
    return {rule.path: rule.to for rule in redirect_rules(ledger, base, existing)}


def lines(name, *rows, base="/ita/"):
    """The lines of a file that are no comments."""
    made = rule_files(Ledger(tuple(rows)), base)[name].decode()
    return [line for line in made.split("\n") if line and not line.startswith("#")]


def test_an_old_path_leads_on_with_and_without_a_slash():
    """Whichever way somebody wrote it down."""
    assert pairs(moved("/2565/measures/m01/", "/2565/measures/m02/"), base="/ita/") == {
        "/ita/2565/measures/m01": "/ita/2565/measures/m02/",
        "/ita/2565/measures/m01/": "/ita/2565/measures/m02/",
    }


def test_without_a_redirect_there_are_no_files():
    """A live page, a withdrawn one or a fragment needs no rule of a server."""
    withdrawn = Row("/b/", DAY, "withdrawn", "", DAY, "ซ้ำ")
    assert rule_files(Ledger((Row("/a/", DAY), withdrawn, moved("/c/#x", "/c/#y"))), "/") == {}
    assert rule_files(Ledger(), "/ita/") == {}


def test_twins_need_a_rule_without_a_redirect():
    """Apache alone sends packed twins by a rule; without twins it only packs while it sends."""
    assert {*rule_files(Ledger(), "/ita/", twins=True)} == {".htaccess"}
    with_twins = rule_files(Ledger(), "/ita/", twins=True)[".htaccess"].decode()
    without = rule_files(Ledger((moved("/a/", "/b/"),)), "/ita/")[".htaccess"].decode()
    assert ["AddOutputFilterByType DEFLATE text/html" in one for one in (with_twins, without)] == [True, True]
    assert [("mod_rewrite.c" in one, "mod_alias.c" in one) for one in (with_twins, without)] == [
        (True, False),
        (False, True),
    ]


def test_a_rule_leads_to_the_end():
    """Past what moved again, also where only the page of the target moved; the nearest fragment stays."""
    assert pairs(moved("/a/", "/b/"), moved("/b/", "/c/"))["/a/"] == "/c/"
    assert pairs(moved("/a/", "/b/#x"), moved("/b/#x", "/d/#z"))["/a/"] == "/d/#z"
    assert pairs(moved("/a/", "/b/#x"), moved("/b/", "/c/"))["/a/"] == "/c/#x"
    assert pairs(moved("/a/", "/b/#x"), moved("/b/", "/c/#y"))["/a/"] == "/c/#y"


def test_a_circle_gives_no_rule():
    """No visitor is sent round for ever, whatever was typed."""
    assert pairs(moved("/a/", "/b/"), moved("/b/", "/a/")) == {}
    assert pairs(moved("/a/", "/b/#x"), moved("/b/", "/a/#x")) == {}


def test_what_exists_is_never_led_away():
    """The real page wins, also over the other way of writing an old path."""
    assert pairs(moved("/a/", "/b/"), existing=frozenset({"/a/"})) == {}
    assert pairs(moved("/a/", "/b/"), existing=frozenset({"/a"})) == {"/a/": "/b/"}
    assert pairs(moved("/a/", "/b/"), Row("/a", DAY)) == {"/a/": "/b/"}
    assert pairs(moved("/a/", "/a")) == {"/a/": "/a"}


@pytest.mark.parametrize("base", ["/", "/ita/", "/ita", "/%E0%B8%81/"])
def test_the_files_name_paths_from_the_root_of_the_host(base):
    """A base may be written with or without its last slash, and percent-encoded as in an address."""
    [with_slash] = [line for line in lines("_redirects", moved("/a/", "/b/#m05"), base=base) if "/a/ " in line]
    folder = quote(unquote(base.rstrip("/")))
    assert with_slash == f"{folder}/a/ {folder}/b/#m05 301"


def test_thai_letters_and_blanks_are_as_each_host_reads_them():
    """Percent-encoded for the hosts of pages; decoded on the left for Apache and nginx, which decode first."""
    row = moved("/files/แผน งาน.pdf", "/files/แผน ใหม่.pdf")
    new = quote("/ita/files/แผน ใหม่.pdf")
    assert f"{quote('/ita/files/แผน งาน.pdf')} {new} 301" in lines("_redirects", row)
    assert '  RedirectMatch 301 "^/ita/files/แผน\\x20งาน\\x2epdf$" "/ita/files/แผน ใหม่.pdf"' in lines(".htaccess", row)
    expected = f'location = "/ita/files/แผน งาน.pdf" {{ absolute_redirect off; return 301 "{new}"; }}'
    assert expected in lines("nginx-redirects.conf", row)


def test_apache_is_told_of_our_page_for_what_is_missing():
    """And of nothing that an AllowOverride FileInfo does not allow."""
    found = lines(".htaccess", moved("/a/", "/b/"))
    assert found[0] == 'ErrorDocument 404 "/ita/404.html"'
    allowed = {"ErrorDocument", "<IfModule", "RedirectMatch", "AddOutputFilterByType", "</IfModule>"}
    assert {line.split()[0] for line in found} == allowed


def test_the_limits_of_cloudflare_are_said_when_they_are_met():
    """More than 2,000 rules or lines of more than 1,000 letters; the rules stay for other hosts."""
    many = rule_files(Ledger(tuple(moved(f"/a{n:04}/", "/b/") for n in range(1001))), "/")["_redirects"].decode()
    assert "มี 2002 กฎ แต่ Cloudflare Pages ใช้เพียง 2000 กฎแรก" in many
    long = rule_files(Ledger((moved(f"/{'ก' * 120}/", "/b/"),)), "/")["_redirects"].decode()
    assert "มี 2 บรรทัดที่ยาวกว่า 1000" in long
    assert long.count(" 301\n") == 2
    few = rule_files(Ledger((moved("/a/", "/b/"),)), "/")["_redirects"].decode()
    assert "Cloudflare Pages ใช้เพียง" not in few


def test_a_name_too_long_for_nginx_is_left_to_the_page_of_the_site():
    """One such word would make nginx refuse its whole configuration."""
    row = moved(f"/{'ก' * 300}/", "/b/")
    assert lines("nginx-redirects.conf", moved("/b/", row.path), moved("/c/", "/d/")) == lines(
        "nginx-redirects.conf", moved("/c/", "/d/")
    )


def test_each_file_says_in_thai_what_it_is():
    """In its first lines, as a comment; in a file that others edit too, behind the mark of our part."""
    for name, data in rule_files(Ledger((moved("/a/", "/b/"),)), "/").items():
        lines = data.decode().split("\n")
        head = [line for line in lines if line != MARK_ABOVE][:2]
        assert all(line.startswith("# ") and re.search("[ก-๙]", line) for line in head), name


@given(crafted_ledgers(), st.sampled_from(["/", "/ita/"]))
def test_nothing_in_a_ledger_can_leave_its_rule(ledger, base):
    """Every line of every file is a comment or just one redirect between two plain paths of this host."""
    files = {name: data.decode().split("\n")[:-1] for name, data in rule_files(ledger, base).items()}
    rules = {rule.path: rule for rule in redirect_rules(ledger, base)}
    for text, form in (("_redirects", HOST), (".htaccess", APACHE), ("nginx-redirects.conf", NGINX)):
        plain, same = ("#", "ErrorDocument", "<IfModule mod_alias.c>", "</IfModule>"), packing_rules(twins=False)
        found = [
            form.fullmatch(line) for line in files.get(text, []) if not line.startswith(plain) and line not in same
        ]
        assert None not in found
        assert len(found) == len(rules) or text == ".htaccess"
    for rule in rules.values():
        assert rule.path.startswith(base)
        assert not rule.to.startswith(("//", "/\\"))
        assert unquote(rule.location.partition("#")[0]) == rule.target
    for line in files.get("nginx-redirects.conf", []):
        if match := NGINX.fullmatch(line):
            path = re.sub(r"\\(.)", r"\1", match[1])
            assert match[2] == rules[path].location


@given(crafted_ledgers())
def test_an_expression_for_apache_matches_its_path_alone(ledger):
    """Read as a regular expression, byte by byte, it is the path and nothing else."""
    data = rule_files(ledger, "/").get(".htaccess", b"").decode()
    expressions = [match[1] for line in data.split("\n") if (match := APACHE.fullmatch(line))]
    paths = [rule.path for rule in redirect_rules(ledger, "/") if "?" not in rule.to]
    for expression, path in zip(expressions, paths, strict=True):
        assert [one for one in (path, f"{path}x", f"x{path}") if re.fullmatch(expression, one)] == [path]

"""The command `urls probe`: old hosts that redirect well, to the front page, to nowhere, or not at all."""

from __future__ import annotations

import json
from asyncio import StreamWriter
from collections import Counter

import pytest
from click.testing import CliRunner

import sites
from links.server import FINE, Asked, Server, answer, page, redirect
from links.test_runs import QUICK
from prongsai.cli import main
from prongsai.exports.redirect_rules import (
    Base,
    find_move,
    parse_base,
    rules_for_apache,
    rules_for_iis,
    rules_for_nginx,
)
from prongsai.ledger.load_ledger import LEDGER
from prongsai.ledger.rows import Ledger, Row, write_ledger
from prongsai.links.judge import judge_link
from prongsai.links.network import Access, ResolverSilentError
from prongsai.links.save import Asking, OfflineError
from prongsai.links.seen import Expected, Hop, Seen
from prongsai.pipeline.probe import Bases, End, find_probes, judge_page, judge_part, probe_addresses
from prongsai.web import parse_network

LOOPBACK = ("--allow-private", "127.0.0.0/8")
FIRST, DAY = "2569-01-01", "2569-11-21"
ROWS = (
    Row("/", FIRST),
    Row("/2565/", FIRST),
    Row("/2565/measures/m01/", FIRST, "redirect", "/2565/measures/m02/", DAY),
    Row("/2565/oit/", FIRST),
    Row("/2565/oit/#o42", FIRST),
    Row("/2565/oit/#o43", FIRST),
    Row("/files/2564/แผน งาน.pdf", FIRST),
    Row("/gone/", FIRST, "withdrawn", "", DAY, "ซ้ำ"),
)
NEW, GOOD, HOMEWARD, DROPPING, EMPTY, KEEPING, TOPWARD, ASTRAY = (f"127.0.0.{number}" for number in range(1, 9))
OIT = page("ทะเบียน OIT", '<h1>ทะเบียน OIT</h1><p id="o42">ข้อ O42</p>' + FINE.decode())
PAGES = {
    "/": answer(200, FINE),
    "/2565/": answer(200, FINE),
    "/2565/oit/": answer(200, OIT),
    "/2565/measures/m02/": answer(200, FINE),
    "/2565/measures/m01/": answer(
        200, b"<html><head><meta http-equiv='refresh' content='0; url=../m02/'></head></html>"
    ),
    "/files/2564/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99.pdf": answer(
        200, b"%PDF-1.4", "application/pdf"
    ),
}
EXPECTED = {
    GOOD: {End.ARRIVED: 6, End.PART_MISSING: 1},
    HOMEWARD: {End.HOME: 6, End.ARRIVED: 1},
    DROPPING: {End.OTHER_PAGE: 4, End.ARRIVED: 2, End.DEAD: 1},
    EMPTY: {End.DEAD: 7},
    KEEPING: {End.STAYED: 6, End.PART_MISSING: 1},
    TOPWARD: {End.ARRIVED: 5, End.PART_FORGOTTEN: 2},
    ASTRAY: {End.OTHER_HOST: 7},
}


class Hosts(Server):
    """The new place and several old ones, each on its own address."""

    async def _answer(self, asked: Asked, writer: StreamWriter) -> None:
        base = f"http://{NEW}:{self.ports['http']}"
        path = asked.path.removeprefix("/new" if asked.host == NEW else "/ita")
        ways = {
            NEW: PAGES.get(path, answer(404)),
            GOOD: redirect(f"{base}/new{path}", 301),
            HOMEWARD: redirect(f"{base}/new/", 301),
            DROPPING: redirect(
                f"{base}/new/{path.strip('/').split('/')[0]}/".replace("//", "/").replace(":/", "://"), 301
            ),
            EMPTY: answer(404),
            KEEPING: PAGES.get(path, answer(404)),
            TOPWARD: redirect(f"{base}/new{path}#top", 301),
            ASTRAY: redirect(f"http://127.0.0.9:{self.ports['http']}/fine", 301),
            "127.0.0.9": answer(200, FINE),
        }
        writer.write(ways[asked.host])
        await writer.drain()


@pytest.fixture(scope="module")
def hosts():
    """All hosts on one port."""
    with Hosts((NEW, GOOD, HOMEWARD, DROPPING, EMPTY, KEEPING, TOPWARD, ASTRAY, "127.0.0.9")) as running:
        yield running


def base_of(hosts: Hosts, host: str, folder: str = "ita") -> Base:
    """The address of a site on one of the hosts."""
    found = parse_base(f"http://{host}:{hosts.ports['http']}/{folder}")
    assert found is not None
    return found


@pytest.mark.parametrize("old", EXPECTED, ids=["good", "homeward", "dropping", "empty", "keeping", "topward", "astray"])
def test_each_way_of_redirecting_has_its_ends(old, hosts):
    """Whole paths arrive; front pages, other pages, other hosts and nothing are told apart, and parts by their ids."""
    bases = Bases(base_of(hosts, old), base_of(hosts, NEW, "new"))
    asking = Asking("", Access((parse_network("127.0.0.0/8"),)), QUICK)
    probes = find_probes(Ledger(ROWS), bases.old)
    found = probe_addresses(probes, bases, asking, lambda *_: None)
    assert Counter(one.end for one in found) == EXPECTED[old], [(one.path, one.end, one.final) for one in found]
    assert [one.path for one in found] == [row.path for row in ROWS[:-1]]


@pytest.fixture
def site(tmp_path, hosts):
    """A site at the new place, whose addresses were published at the old one."""
    root = sites.copy_base(tmp_path / "root")
    options = root / "site_config" / "site.yml"
    options.write_text(
        options.read_text("utf-8").replace("https://ita.example.go.th/", f"http://{NEW}:{hosts.ports['http']}/new/"),
        "utf-8",
    )
    (root / LEDGER).write_text(write_ledger(Ledger(ROWS)), "utf-8")
    return root


def run(root, *words):
    """The command, called in this process."""
    return CliRunner().invoke(main, ["urls", "probe", *words, "-C", str(root)])


def test_the_report_names_what_does_not_arrive_and_how_to_fix_it(site, hosts):
    """Grouped in Thai with the rules for the old host; dead addresses end with 1, and nothing is written."""
    before = sites.snapshot(site)
    old = str(base_of(hosts, HOMEWARD))
    done = run(site, old, *LOOPBACK)
    assert done.exit_code == 1, done.output
    assert "ไปถึงเพียงหน้าแรก (6)" in done.stdout
    assert f"  {old}2565/oit/#o42\n" in done.stdout
    assert f'Redirect 301 "/ita/" "{base_of(hosts, NEW, "new")}"' in done.stdout
    assert done.stdout.endswith("ลิงก์ทั้งหมด 7 ถึงที่ถูกต้อง 1 ไปไม่ถึง 6 ควรดูแล 0\n")
    assert "5/5" in done.stderr
    assert sites.snapshot(site) == before


def test_the_report_of_one_year_for_machines(site, hosts):
    """Only the addresses of that year are opened; where all arrive the status is 0."""
    done = run(site, str(base_of(hosts, GOOD)), *LOOPBACK, "--format", "json", "--year", "2564")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    [one] = found["addresses"]
    assert (one["path"], one["end"], found["counts"]) == (ROWS[6].path, "arrived", {"arrived": 1})
    english = run(site, str(base_of(hosts, EMPTY)), *LOOPBACK, "--year", "2564", "--lang", "en")
    assert "does not open (1)" in english.stdout
    assert "1 addresses: arrive 0 do not 1" in english.stdout


WRONG = {
    "no address": (["www.old.go.th"], "www.old.go.th"),
    "no such year": (["http://127.0.0.2/ita/", "--year", "2570"], "2570"),
    "a year of the Common Era": (["http://127.0.0.2/ita/", "--year", "2025"], "--year 2568"),
}


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_ends_with_what_to_do(call, site):
    """Nothing is said of any address, and the status is 2."""
    words, said = WRONG[call]
    done = run(site, *words)
    assert (done.exit_code, said in done.stderr, "วิธีแก้" in done.stderr) == (2, True, True), done.output


def test_without_a_new_address_nothing_is_asked(site):
    """The present place of the site must be known."""
    options = site / "site_config" / "site.yml"
    options.write_text("title: ทดสอบ\n", "utf-8")
    done = run(site, "http://127.0.0.2/ita/")
    assert (done.exit_code, "กรอก site_url" in done.stderr) == (2, True)


def test_offline_nothing_is_said_of_any_address():
    """A fault may be ours where no name can be resolved."""

    async def silent(host: str, _port: int) -> list[str]:
        raise ResolverSilentError(host)

    bases = Bases(Base("http", "old.go.th", "/"), Base("http", "new.go.th", "/"))
    asking = Asking("", Access((), silent), QUICK)
    with pytest.raises(OfflineError):
        probe_addresses(find_probes(Ledger(ROWS), bases.old), bases, asking, lambda *_: None)


MOVES = {
    "another host": (
        "https://www.old.go.th/ita",
        "https://ita.new.go.th/",
        'Redirect 301 "/ita/" "https://ita.new.go.th/"',
        'location /ita/ { if ($request_uri ~ "^/ita/(.*)$") { return 301 https://ita.new.go.th/$1; } }',
        '<match url="(.*)" /><action type="Redirect" url="https://ita.new.go.th/{R:1}"',
    ),
    "the same folder of another host": (
        "http://old.go.th/ita/",
        "https://new.go.th/ita/",
        'Redirect 301 "/ita/" "https://new.go.th/ita/"',
        "location /ita/ { return 301 https://new.go.th$request_uri; }",
        'url="https://new.go.th/ita/{R:1}"',
    ),
    "a folder below the old one": (
        "https://new.go.th/",
        "https://new.go.th/ita/",
        'RedirectMatch 301 "^/((2565|files)(/.*)?)$" "https://new.go.th/ita/$1"',
        'if ($request_uri ~ "^/((2565|files)([/?].*)?)$") { return 301 https://new.go.th/ita/$1; }',
        '<match url="^((2565|files)(/.*)?)$" /><action',
    ),
    "encryption alone": (
        "http://new.go.th/",
        "https://new.go.th/",
        "RewriteEngine On\nRewriteCond %{HTTPS} off\nRewriteRule ^ https://new.go.th%{REQUEST_URI} [R=301,L]",
        "if ($scheme = http) { return 301 https://new.go.th$request_uri; }",
        '<add input="{HTTPS}" pattern="off" />',
    ),
    "a name without www": (
        "https://www.new.go.th/ita/",
        "https://new.go.th/ita/",
        r"RewriteCond %{HTTP_HOST} ^www\.new\.go\.th$ [NC]",
        "if ($host = www.new.go.th) { return 301 https://new.go.th$request_uri; }",
        r'<add input="{HTTP_HOST}" pattern="^www\.new\.go\.th$" />',
    ),
}


@pytest.mark.parametrize("case", MOVES)
def test_the_rules_lead_each_address_to_its_new_place(case):
    """Also where both places are on one server, so that no rule leads in a circle."""
    old, new, apache, nginx, iis = MOVES[case]
    move = find_move(old, new, ["/", "/2565/", "/2565/oit/#o1", "/files/a.pdf"])
    assert move is not None
    assert apache in rules_for_apache(move)
    assert nginx == rules_for_nginx(move)
    assert iis in rules_for_iis(move)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.go.th", "https://a.go.th/"),
        ("HTTPS://A.go.th:443/ita", "https://a.go.th/ita/"),
        ("", "https://a.go.th/"),
        ("line://a", "https://a.go.th/"),
        ("https://เมือง.ไทย/", f"https://{'เมือง.ไทย'.encode('idna').decode()}/"),
    ],
)
def test_what_is_written_otherwise_is_no_move(one, other):
    """Nor is what was never known."""
    assert find_move(one, other, ["/"]) is None


def seen(final: str, *hops: Hop, body: bytes = b"<html><body><h1 id='a'>x</h1>text</body></html>") -> Seen:
    """The final result of an old address."""
    return Seen(
        "https://old.go.th/2565/", final, hops, 200, {"content-type": "text/html"}, kind="html", size=9, body=body
    )


@pytest.mark.parametrize(
    ("final", "end"),
    [
        ("https://new.go.th/ita/2565/", End.ARRIVED),
        ("https://new.go.th/ita/2565", End.ARRIVED),
        ("https://new.go.th/ita/2565/index.html", End.ARRIVED),
        ("https://old.go.th/2565/", End.STAYED),
        ("https://new.go.th/", End.HOME),
        ("https://new.go.th/ita/", End.HOME),
        ("https://new.go.th/ita/2564/", End.OTHER_PAGE),
        ("https://new.go.th/2565/", End.OTHER_PAGE),
        ("https://other.go.th/ita/2565/", End.OTHER_HOST),
    ],
)
def test_the_right_page_is_known_by_its_address(final, end):
    """With the folder of the new place before the path, however the server writes it."""
    bases = Bases(Base("https", "old.go.th", "/"), Base("https", "new.go.th", "/ita/"))
    shown = seen(final, Hop(301, final))
    assert judge_page(shown, judge_link(shown, Expected(shown.url)), {"/2565/"}, bases) is end


@pytest.mark.parametrize(
    ("fragment", "hops", "end"),
    [
        ("a", (Hop(301, "x"),), End.ARRIVED),
        ("b", (Hop(301, "x"),), End.PART_MISSING),
        ("a", (Hop(301, "x", "top"),), End.PART_FORGOTTEN),
        ("b", (Hop(301, "x", "a"),), End.ARRIVED),
        ("a", (Hop(301, "x"), Hop(0, "y")), End.PART_FORGOTTEN),
    ],
)
def test_a_fragment_survives_a_redirect_of_the_server(fragment, hops, end):
    """Unless it names another; a page that leads on by itself forgets it."""
    assert judge_part(seen("https://new.go.th/ita/2565/", *hops), End.ARRIVED, fragment) is end

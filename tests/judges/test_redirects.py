"""Old addresses on real servers: nginx, Apache and plain files, at the root of a host and below a path."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import sites
from judges.hosts import Host, program, run_apache, run_nginx, write_apache, write_nginx
from prongsai.cli import main
from prongsai.exports.redirect_rules import rule_files
from prongsai.ledger.load_ledger import load_ledger
from prongsai.ledger.rows import Ledger, Row
from unit.exports.crafted import crafted_ledgers

pytestmark = pytest.mark.judge
ROOT = Path(__file__).resolve().parents[2]
DAY = "2569-11-21"
THAI, BLANKS = "files/2565/แผน งาน.csv", "files/2565/a b  c.csv"
CHANGED = (
    ("data/2565/measures.yml", "id: m01", "id: m02"),
    ("data/2565/follow-up.yml", "measure: m01", "measure: m02"),
    ("site_config/agency.yml", "finance:", "treasury:"),
)
OLD_TO_NEW = {
    "/2565/measures/m01/": "/2565/measures/m02/",
    "/units/finance/": "/units/treasury/",
    "/files/2565/แผน งาน.csv": "/files/2565/แผน งาน ฉบับแก้ไข.csv",
    "/files/2565/a b  c.csv": "/files/2565/a b (new).csv",
}
# Letters that mean something to a server, a shell, a regular expression or an address.
ODD = "!#$%&'()+,;=@[]^`{}~ .:๒ก็é😀"


@dataclass(frozen=True)
class Moved:
    """A published site after its changes, and the folder it was built into."""

    root: Path
    site: Path
    base: str

    @property
    def ledger(self) -> Ledger:
        """The addresses that were ever published."""
        return load_ledger(self.root).ledger

    def host_path(self, path: str) -> str:
        """The percent-encoded path on the host of an address of the site."""
        return quote(f"{self.base[:-1]}{path}", safe="/#")


def run(root: Path, command: str) -> None:
    """Call the command; it must end well."""
    words = shlex.split(command)
    result = CliRunner().invoke(main, [*words, "-C", str(root)])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module", params=["/ita/", "/"], ids=["below a path", "at the root"])
def moved(request, tmp_path_factory) -> Moved:
    """Published, then changed: a measure and a unit renamed, two files moved, a year deleted and withdrawn."""
    folder = tmp_path_factory.mktemp("moved")
    root = sites.lay_over(sites.CASES / "published", sites.copy_base(folder / "root"))
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / BLANKS).write_text("a,b\n", "utf-8")
    shutil.copytree(root / "data/2564", root / "data/2563")
    for file in (root / "data/2563").iterdir():
        file.write_text(file.read_text("utf-8").replace("2564", "2563"), "utf-8")
    url = f"https://www.example.go.th{request.param}"
    publish = f"publish --to {folder / 'site'} --date {DAY} --site-url {url}"
    run(root, publish)
    shutil.rmtree(root / "data/2563")
    for file, before, after in CHANGED:
        text = (root / file).read_text("utf-8")
        assert before in text
        (root / file).write_text(text.replace(before, after), "utf-8")
    for old, new in OLD_TO_NEW.items():
        if old.startswith("/files/"):
            (root / f"content{old}").rename(root / f"content{new}")
        run(root, shlex.join(["urls", "redirect", old, new]))
    run(root, "urls withdraw / --reason ประกาศซ้ำ")
    run(root, publish)
    return Moved(root, folder / "site", request.param)


@pytest.fixture(scope="module", params=["nginx", "Apache"])
def host(request, moved):
    """The site on a real server with the rules that were generated for it."""
    if request.param == "nginx":
        with run_nginx(moved.site, moved.base, moved.site / "nginx-redirects.conf") as running:
            yield running
    else:
        with run_apache(moved.site, moved.base) as running:
            yield running


def test_the_ledger_holds_every_kind_of_change(moved):
    """The addresses that the tests below speak of are there."""
    rows = moved.ledger.by_path
    assert {old: moved.ledger.target_of(rows[old]) for old in OLD_TO_NEW} == OLD_TO_NEW
    assert {rows[path].state for path in ("/2563/", "/2563/scores/", "/data/2563/scores.json")} == {"withdrawn"}
    assert any(row.state == "live" and row.fragment for row in moved.ledger.rows)


def test_every_path_answers_in_the_end(moved, host):
    """Whatever was ever published answers 200, and every fragment is in the page to which it leads."""
    for row in moved.ledger.rows:
        answer = host.follow(moved.host_path(row.path))
        assert answer.status == 200, row.path
        if row.fragment and row.state == "live":
            fragment = unquote(answer.path.partition("#")[2])
            assert answer.text.count(f'id="{fragment}"') == 1, row.path


def test_old_fragments_are_where_the_server_leads(moved, host):
    """Also those of pages that moved: the server keeps the fragment, and the new page has it."""
    gone = [row for row in moved.ledger.rows if row.fragment and row.state == "redirect"]
    assert {row.page for row in gone} & OLD_TO_NEW.keys()
    for row in gone:
        answer = host.follow(moved.host_path(row.path))
        fragment = unquote(answer.path.partition("#")[2])
        assert f'id="{fragment}"' in answer.text, row.path


@pytest.mark.parametrize("slash", [True, False], ids=["with slash", "without slash"])
@pytest.mark.parametrize("old", OLD_TO_NEW)
def test_what_moved_answers_301_with_its_place(moved, host, old, slash):
    """With and without a slash at the end, percent-encoded, and on the same host."""
    answer = host.get(moved.host_path(old.rstrip("/") + ("/" if slash else "")))
    assert answer.status == 301
    answer.location.encode("ascii")
    place = urljoin(f"http://127.0.0.1:{host.port}/", answer.location).removeprefix(f"http://127.0.0.1:{host.port}")
    assert unquote(place) == f"{moved.base[:-1]}{OLD_TO_NEW[old]}"
    assert not set(" <>\"'{}\\") & set(answer.location)


def test_what_was_withdrawn_says_so(moved, host):
    """The page at the old address answers, with the reason, and leads nowhere else."""
    answer = host.follow(moved.host_path("/2563/scores/"))
    assert answer.path == moved.host_path("/2563/scores/")
    assert "ประกาศซ้ำ" in answer.text


def test_a_page_below_a_redirected_one_is_not_caught(moved, host):
    """A rule is for one path, not for what begins like it."""
    for path in ("/units/finance/x/", "/2565/measures/m011/", "/2565/measures/m01/x"):
        assert host.get(moved.host_path(path)).status == 404


def test_a_missing_page_is_answered_with_our_own(moved, host):
    """The rules for Apache name our page; nginx learns so from its own configuration."""
    answer = host.get(moved.host_path("/2564/nope/x/"))
    assert (answer.status, 'lang="th"' in answer.text) == (404, True)


def test_plain_files_lead_on_without_a_server(moved):
    """Every path of the ledger is a file or a folder with a page; the old ones refresh to the new ones."""
    for row in moved.ledger.rows:
        place = moved.site / row.page.strip("/")
        assert place.is_file() or (place / "index.html").is_file(), row.path
    for old, new in OLD_TO_NEW.items():
        page = (moved.site / old.strip("/") / "index.html").read_text("utf-8")
        leads = page.partition('http-equiv="refresh" content="0; url=')[2].partition('"')[0]
        assert unquote(urljoin(quote(old.rstrip("/") + "/"), leads)) == new


@pytest.fixture(scope="module", params=["nginx", "Apache"])
def odd_host(request, tmp_path_factory):
    """An empty site with redirects between names of odd letters."""
    site = tmp_path_factory.mktemp("odd")
    rows = [Row(_odd(letter, "old"), DAY, "redirect", _odd(letter, "new"), DAY) for letter in ODD]
    for name, data in rule_files(Ledger(tuple(rows)), "/ita/").items():
        (site / name).write_bytes(data)
    if request.param == "nginx":
        with run_nginx(site, "/ita/", site / "nginx-redirects.conf") as running:
            yield running
    else:
        with run_apache(site, "/ita/") as running:
            yield running


def _odd(letter: str, name: str) -> str:
    return f"/files/{name}{letter}1{letter}{{x}}${{PATH}}.pdf"


@pytest.mark.parametrize("letter", [letter for letter in ODD if letter != "#"])
def test_odd_letters_in_names_of_files_are_just_letters(odd_host: Host, letter):
    """To a real server nothing in a name is a variable, a group, a comment or the end of a rule."""
    answer = odd_host.get(quote(f"/ita{_odd(letter, 'old')}"))
    assert answer.status == 301, answer
    assert unquote(answer.location).endswith(f"/ita{_odd(letter, 'new')}")
    assert odd_host.get(quote(f"/ita{_odd('x', 'old')}")).status == 404


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder for configurations that are only read."""
    return tmp_path_factory.mktemp("crafted")


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(ledger=crafted_ledgers(), base=st.sampled_from(["/", "/ita/"]))
def test_no_ledger_breaks_the_configuration_of_a_server(folder, ledger, base):
    """Whatever is in a ledger, nginx and Apache read the rules without a complaint."""
    files = rule_files(ledger, base)
    rules = folder / "rules.conf"
    rules.write_bytes(files.get("nginx-redirects.conf", b""))
    nginx = write_nginx(folder, folder, base, 8080, rules)
    within = files.get(".htaccess", b"").decode()
    (folder / "www").mkdir(exist_ok=True)
    apache = write_apache(folder, 8080, f'<Directory "{folder}/www">\n{within}\n</Directory>')
    for command in (["nginx", "-t", "-q", "-c", nginx, "-p", folder], ["apache2", "-t", "-f", apache]):
        words = [program(command[0]), *map(str, command[1:])]
        told = subprocess.run(words, capture_output=True, text=True, timeout=20, check=False)
        assert told.returncode == 0, told.stderr
        assert "warn" not in told.stderr.lower()

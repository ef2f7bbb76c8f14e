"""Whole runs: many links over many hosts, ended in the middle, over a week of days, and without a network."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from links.server import FINE, Server, answer
from links.test_every_way import access_to_tests
from prongsai.links.keep import JOURNAL, LINKS, load_memory
from prongsai.links.memory import broken_since, compute_uptime, state_by_day
from prongsai.links.network import Access, ResolverSilentError, UnknownHostError
from prongsai.links.politeness import Limits
from prongsai.links.run import Settings, run_checks
from prongsai.links.seen import Expected, State

DAY = "2569-03-01"
QUICK = Limits(apart=0, connect=1, read=1, deadline=2, retries=0)
HOSTS = tuple(f"127.0.7.{number}" for number in range(1, 51))
PER_HOST = 20  # links
SLOWER = 4  # times as long for a link as at the beginning, at most: hosts are asked side by side to the end
# The peak of the process itself: ru_maxrss would also count what started it.
RUN = """
import sys
from pathlib import Path
from prongsai.links.network import Access
from prongsai.links.politeness import Limits
from prongsai.web import parse_network
from prongsai.links.run import Settings, run_checks
from prongsai.links.seen import Expected
root, day = Path(sys.argv[1]), sys.argv[2]
links = [Expected(url) for url in (root / "links.txt").read_text().split()]
settings = Settings(limits=Limits(apart=0), access=Access((parse_network("127.0.0.0/8"),)))
made = run_checks(root, links, day, settings)
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(made.asked, made.known, int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.fixture
def server():
    """The misbehaving server."""
    with Server() as running:
        yield running


def settings(**changes):
    """Settings under which a run against loopback is quick."""
    return Settings(limits=QUICK, access=access_to_tests(), **changes)


def asked(server: Server) -> Counter[str]:
    """The number of requests for each address."""
    return Counter(f"{one.host}{one.path}" for one in server.asked)


def start_run(root: Path) -> subprocess.Popen[str]:
    """A run in its own process."""
    return subprocess.Popen([sys.executable, "-c", RUN, str(root), DAY], stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers on every address of loopback")
@pytest.mark.parametrize("hosts", [HOSTS[:15], pytest.param(HOSTS, marks=pytest.mark.soak)], ids=len)
def test_links_over_many_hosts_survive_the_end_of_the_process(tmp_path, hosts):
    """None lost, none asked twice but those under way, never more at once for a host than allowed, memory bounded."""
    many = len(hosts) * PER_HOST
    text = "เนื้อหา ".encode() * (12_000 * len(HOSTS) // len(hosts))
    big = answer(200, FINE + b"<p>" + text + b"</p>")
    with Server(hosts=("127.0.0.1", *hosts), seconds=0.05) as server:
        server.many = big
        urls = [f"http://{hosts[n // PER_HOST]}:{server.ports['http']}/many/{n}" for n in range(many)]
        (tmp_path / "links.txt").write_text("\n".join(urls))
        began = time.monotonic()
        first = start_run(tmp_path)
        while len(server.asked) < many // 3:
            assert first.poll() is None
            time.sleep(0.01)
        pace = (time.monotonic() - began) / (many // 3)
        first.kill()
        first.communicate()
        kept = [json.loads(line)["url"] for line in journal_lines(tmp_path)]
        start = time.monotonic()
        second = start_run(tmp_path)
        said = second.communicate()[0].split()
        took = time.monotonic() - start
    memory, problems = load_memory(tmp_path)
    assert (len(memory.rows), problems, {row.state for row in memory.rows.values()}) == (many, [], {State.FINE})
    assert len(kept) > many // 6
    assert [int(one) for one in said[:2]] == [many - len(kept), len(kept)]
    again = {place for place, count in asked(server).items() if count > 1}
    assert again.isdisjoint(url.removeprefix("http://").replace(f":{server.ports['http']}", "") for url in kept)
    assert len(again) <= Limits().in_all
    assert max(server.most[host] for host in hosts) == Limits().per_host
    assert int(said[2]) < 200, "megabytes at most, while some 200 MB of pages were read"
    assert server.most_in_all > Limits().in_all // 2
    assert took / (many - len(kept)) < SLOWER * pace
    assert not (tmp_path / JOURNAL).exists()


def journal_lines(root: Path) -> list[bytes]:
    """The whole lines of the journal."""
    return [line for line in (root / JOURNAL).read_bytes().split(b"\n")[:-1] if line]


def test_a_week_in_which_links_break_and_work_again(server, tmp_path):
    """Since when, the share of good days and the strip of days are right to the day."""
    weeks = {"/fine": "1111-11", "/undated": "1110-01", "/both-years": "1001-10", "/gzip": "0000-00"}
    base = f"http://127.0.0.1:{server.ports['http']}"
    links = [Expected(base + path) for path in weeks]
    for number in range(7):
        if weeks["/fine"][number] == "-":
            continue  # nobody checks on the fifth day
        server.fail = lambda one, n=number: weeks[one.path][n] == "0"
        run_checks(tmp_path, links, f"2569-03-0{number + 1}", settings())
    rows = {url.removeprefix(base): row for url, row in load_memory(tmp_path)[0].rows.items()}
    words = {"1": State.FINE, "0": State.NOT_FOUND, "-": State.NOT_CHECKED}
    for path, week in weeks.items():
        strip = state_by_day(rows[path], "2569-03-01", "2569-03-07")
        assert list(strip.values()) == [words[letter] for letter in week]
        uptime = compute_uptime(rows[path], "2569-03-01", "2569-03-07")
        assert (uptime.checked, uptime.good) == (6, week.count("1"))
    since = {path: row.since[-2:] for path, row in rows.items()}
    assert since == {"/fine": "01", "/undated": "07", "/both-years": "07", "/gzip": "01"}
    broken = {path: broken_since(row)[-2:] for path, row in rows.items()}
    assert broken == {"/fine": "", "/undated": "", "/both-years": "07", "/gzip": "01"}
    assert {path: row.last_good[-2:] for path, row in rows.items()} == {
        "/fine": "07",
        "/undated": "07",
        "/both-years": "06",
        "/gzip": "",
    }
    assert {row.checks for row in rows.values()} == {6}


def test_what_works_is_not_asked_twice_a_day_and_what_fails_always_is(server, tmp_path):
    """A good result holds for its day; a failure is never taken from memory; `again` asks everything."""
    base = f"http://127.0.0.1:{server.ports['http']}"
    links = [Expected(f"{base}/fine"), Expected(f"{base}/missing")]
    for _ in range(2):
        run_checks(tmp_path, links, DAY, settings())
    assert asked(server) == {"127.0.0.1/fine": 1, "127.0.0.1/missing": 2}
    run_checks(tmp_path, links, DAY, settings(again=True))
    assert asked(server) == {"127.0.0.1/fine": 2, "127.0.0.1/missing": 3}
    run_checks(tmp_path, [Expected(f"{base}/fine", (2565,))], DAY, settings())
    assert asked(server)["127.0.0.1/fine"] == 3, "another year is due now, so the old result does not answer"


def test_the_same_results_change_no_byte(server, tmp_path):
    """A second run of a day that finds nothing new leaves the memory as it is."""
    links = [Expected(f"http://127.0.0.1:{server.ports['http']}/fine")]
    run_checks(tmp_path, links, DAY, settings())
    before = (tmp_path / LINKS).read_bytes()
    run_checks(tmp_path, links, DAY, settings())
    assert (tmp_path / LINKS).read_bytes() == before


def test_a_journal_of_another_day_is_kept_for_its_day(server, tmp_path):
    """A run that was ended yesterday is remembered as yesterday's, and asked again today."""
    url = f"http://127.0.0.1:{server.ports['http']}/fine"
    entry = {"day": "2569-02-28", "checks": 1, "url": url, "state": "timeout", "values": {}, "years": []}
    entry |= {"etag": "", "sha256": ""}
    path = tmp_path / JOURNAL
    path.parent.mkdir()
    path.write_text(json.dumps(entry) + '\n{"day": "2569-02-28", "url": "http://cut.off')
    run_checks(tmp_path, [Expected(url)], DAY, settings())
    row = load_memory(tmp_path)[0].rows[url]
    assert row.changes == (("2569-02-28", State.TIMEOUT), (DAY, State.FINE))
    assert (row.checks, row.since) == (2, DAY)


def failing(error: type[Exception]) -> Settings:
    """Settings under which no name is resolved."""

    async def fail(host: str, _port: int) -> list[str]:
        raise error(host)

    return Settings(limits=QUICK, access=Access((), fail))


@pytest.mark.parametrize("error", [ResolverSilentError, UnknownHostError])
def test_a_machine_that_is_offline_remembers_nothing(error, tmp_path):
    """Nothing is said of any link where no name of any owner is resolved."""
    links = [Expected("http://one.go.th/"), Expected("http://two.ac.th/")]
    outcome = run_checks(tmp_path, links, DAY, failing(error))
    assert (outcome.offline, dict(outcome.memory.rows)) == (True, {})


def test_a_domain_that_is_gone_is_a_fault(tmp_path):
    """A domain is gone where all names are of one owner and the answer is definite; silence says nothing."""
    links = [Expected("http://www.one.go.th/"), Expected("http://files.one.go.th/")]
    assert run_checks(tmp_path, links, DAY, failing(ResolverSilentError)).offline
    outcome = run_checks(tmp_path, links, DAY, failing(UnknownHostError))
    assert {row.state for row in outcome.memory.rows.values()} == {State.DNS_FAULT}
    assert not outcome.offline


def test_a_name_that_alone_is_not_resolved_is_the_fault_of_its_owner(server, tmp_path):
    """Silence about one name is a fault of that name where other names are resolved."""

    async def partly(host: str, _port: int) -> list[str]:
        if host == "two.test":
            raise ResolverSilentError(host)
        return ["127.0.0.1"]

    mixed = Settings(limits=QUICK, access=Access(access_to_tests().allowed, partly))
    links = [Expected(f"http://one.test:{server.ports['http']}/fine"), Expected("http://two.test/")]
    outcome = run_checks(tmp_path, links, DAY, mixed)
    assert [row.state for row in outcome.memory.rows.values()] == [State.FINE, State.DNS_FAULT]
    assert not outcome.offline


def test_an_unreadable_memory_is_never_written_over(server, tmp_path):
    """Nothing is asked and the file is left as it is where the memory cannot be read."""
    path = tmp_path / LINKS
    path.parent.mkdir()
    path.write_text("not a table\n")
    outcome = run_checks(tmp_path, [Expected(f"http://127.0.0.1:{server.ports['http']}/fine")], DAY, settings())
    assert [one.code for one in outcome.problems] == ["links-header"]
    assert (path.read_text(), server.asked) == ("not a table\n", [])


def test_the_site_is_held_only_while_the_memory_is_written(server, tmp_path):
    """Everything is asked before; what another run wrote in between is kept with our own results."""
    base, times = f"http://127.0.0.1:{server.ports['http']}", []

    @contextmanager
    def hold():
        times.append((len(server.asked), (tmp_path / LINKS).exists()))
        run_checks(tmp_path / "other", [Expected(f"{base}/missing")], DAY, settings())
        (tmp_path / LINKS).parent.mkdir()
        (tmp_path / LINKS).write_bytes((tmp_path / "other" / LINKS).read_bytes())
        yield
        times.append((len(server.asked), (tmp_path / LINKS).exists()))

    links = [Expected(f"{base}/fine"), Expected(f"{base}/many/1")]
    outcome = run_checks(tmp_path, links, DAY, settings(hold=hold))
    assert times == [(2, False), (3, True)]
    states = {url.removeprefix(base): row.state for url, row in load_memory(tmp_path)[0].rows.items()}
    assert states == {"/fine": State.FINE, "/many/1": State.FINE, "/missing": State.NOT_FOUND}
    assert outcome.memory.rows.keys() == load_memory(tmp_path)[0].rows.keys()
    assert not (tmp_path / JOURNAL).exists()

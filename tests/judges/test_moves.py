"""The rules for the host of an old address, on a real nginx and a real Apache."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from judges.hosts import MODULES, Host, run_rules
from prongsai.exports.redirect_rules import find_move, rules_for_apache, rules_for_nginx

pytestmark = pytest.mark.judge
PUBLISHED = ["/", "/2565/", "/2565/oit/#o1", "/files/2565/แผน งาน.csv"]
MOVES = {
    "another folder of another host": ("http://old.go.th/ita/", "https://ita.new.go.th/"),
    "the same folder of another host": ("http://old.go.th/ita/", "https://new.go.th/ita/"),
    "a Thai folder": ("http://old.go.th/ประเมิน/", "https://new.go.th/ita/"),
    "a folder below the old one": ("http://new.go.th/", "https://new.go.th/ita/"),
    "encryption alone": ("http://new.go.th/", "https://new.go.th/"),
    "a name without www": ("http://www.new.go.th/ita/", "https://new.go.th/ita/"),
}
# What a browser asks for below the old address: pages, a file with a Thai name and blanks, and a question.
ASKED = ["", "2565/", "2565/oit/", quote("files/2565/แผน งาน.csv"), "2565/?from=itas"]


def ask(host: Host, name: str, path: str) -> tuple[int, str]:
    """The status and the target that the server gives to a request for a host by its name."""
    asking = http.client.HTTPConnection("127.0.0.1", host.port, timeout=5)
    try:
        asking.request("GET", path, headers={"Host": name})
        said = asking.getresponse()
        said.read()
        return said.status, said.headers.get("Location") or ""
    finally:
        asking.close()


def one_case(address: str) -> str:
    """The address with its escapes in capitals: %e0 and %E0 are the same letter to every browser."""
    return re.sub("%[0-9a-f]{2}", lambda escape: escape[0].upper(), address)


@contextmanager
def served(kind: str, case: str, folder: Path) -> Iterator[Host]:
    """The old host with the rules that the program gives for it."""
    move = find_move(*MOVES[case], PUBLISHED)
    assert move is not None
    rules = rules_for_nginx(move) if kind == "nginx" else rules_for_apache(move)
    if "Rewrite" in rules:
        rules = f"LoadModule rewrite_module {MODULES}/mod_rewrite.so\n{rules}"
    with run_rules(kind, rules, folder) as host:
        yield host


@pytest.mark.parametrize("kind", ["nginx", "apache"])
@pytest.mark.parametrize("case", MOVES)
def test_every_old_address_leads_to_its_new_place(kind, case, tmp_path):
    """Pages, files with Thai names and questions are sent on for good, each to the same place below the new address."""
    old, new = (urlsplit(address) for address in MOVES[case])
    with served(kind, case, tmp_path) as host:
        for rest in ASKED if case != "a folder below the old one" else ASKED[1:]:
            status, target = ask(host, old.netloc, quote(old.path) + rest)
            assert (status, one_case(target)) == (301, f"{new.scheme}://{new.netloc}{new.path}{rest}")


@pytest.mark.parametrize("kind", ["nginx", "apache"])
def test_where_both_places_are_on_one_server_nothing_leads_in_a_circle(kind, tmp_path):
    """The new place below the old one and the new name itself are left alone."""
    with served(kind, "a folder below the old one", tmp_path) as host:
        assert ask(host, "new.go.th", "/ita/2565/")[0] != 301
    with served(kind, "a name without www", tmp_path) as host:
        assert ask(host, "new.go.th", "/ita/2565/")[0] != 301

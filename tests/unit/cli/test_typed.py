"""A value typed for an option is read before anything else, and as strictly on every command."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main

BAD_ADDRESSES = [
    "",
    "www.example.go.th",
    "ftp://x/",
    "http://[",
    "http://a b/",
    "http://x/?q#f",
    "javascript:alert(1)",
    '"><script>alert(1)</script>',
    "https://",
    "https://a:b@c.go.th/",
]


def call(*words: object):
    """The program, called in this process."""
    return CliRunner().invoke(main, [str(one) for one in words])


def paths_with(option: str, command: click.Command = main, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command that has an option."""
    own = [path] if any(option in param.opts for param in command.params) else []
    below = command.commands.items() if isinstance(command, click.Group) else ()
    return own + [found for name, one in below for found in paths_with(option, one, (*path, name))]


def needed(path: tuple[str, ...], but: str) -> list[str]:
    """The options that a command cannot do without, except one."""
    needs = {"--to": "www", "--year": "2568", "--reason": "x"}
    command: click.Command = main
    for name in path:
        command = command.commands[name]  # type: ignore[attr-defined]
    given = [(max(one.opts, key=len)) for one in command.params if one.required]
    return [word for one in given if one in needs and one != but for word in (one, needs[one])]


def refuse(option: str, value: object, root: Path) -> None:
    """Hold that each command that has the option refuses a value, and touches nothing."""
    before = sites.snapshot(root)
    paths = paths_with(option)
    assert paths
    for path in paths:
        told = call(*path, *needed(path, option), "-C", root, option, value)
        assert (told.exit_code, told.stdout) == (2, ""), (path, told.output)
        assert option in told.stderr
        assert "\nวิธีแก้: " in told.stderr
    assert sites.snapshot(root) == before


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """The smallest valid site."""
    return sites.copy_base(tmp_path_factory.mktemp("typed") / "root")


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_no_command_takes_what_is_no_address_of_a_site(root, address):
    """As strict as the key site_url, on every command that has the option."""
    assert len(paths_with("--site-url")) >= 6
    refuse("--site-url", address, root)


@pytest.mark.parametrize("year", ["2025", "๒๐๒๕", "ปีนี้", "5", "-2568", "2500", ""])
def test_no_command_takes_what_is_no_year(root, year):
    """Common Era, words, and years before the assessment was made."""
    for path in paths_with("--year"):
        place = ["-C", str(root)] if path != ("new",) else [str(root / "fresh")]
        told = call(*path, *place, "--year", year)
        assert (told.exit_code, "\nวิธีแก้: " in told.stderr) == (2, True), (path, told.output)
    assert not (root / "fresh").exists()


@pytest.mark.parametrize("day", ["2026-11-21", "31/2/2569", "พรุ่งนี้", ""])
def test_no_command_takes_what_is_no_day(root, day):
    """Common Era, days that the calendar has not, and words."""
    refuse("--date", day, root)


@pytest.mark.parametrize("network", ["office", "10.0.0.0/99", ""])
def test_no_command_takes_what_is_no_network(root, network):
    """Names and masks that are none."""
    refuse("--allow-private", network, root)


@pytest.mark.parametrize("host", ["", "http://x/", "a b", "x:80", "-a", "[::1]"])
def test_serve_takes_a_host_alone(root, host):
    """No address, no port, no blank."""
    refuse("--host", host, root)


@pytest.mark.parametrize("place", ["/", "", " ", ".", "..", "~", "ก" * 200])
def test_no_site_is_put_over_what_holds_other_things(root, place, monkeypatch):
    """No whole disk, no home, no folder with this site's own data, no name that no disk takes."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", str(root.parent / "home"))
    (root.parent / "home").mkdir(exist_ok=True)
    typed = str(root.parent / "home") if place == "~" else place
    before = sites.snapshot(root)
    for words in (["build"], ["publish"]):
        told = call(*words, "--to", typed)
        assert (told.exit_code, "\nวิธีแก้: " in told.stderr) == (2, True), told.output
    assert sites.snapshot(root) == before


def test_the_order_of_options_does_not_matter(root):
    """A target is checked against the site also where the site is named behind it."""
    told = call("build", "--to", root, "-C", root)
    assert (told.exit_code, "โฟลเดอร์ข้อมูลของเว็บไซต์นี้" in told.stderr) == (2, True)


@pytest.mark.parametrize("option", ["--out", "--site-dir", "--site"])
@pytest.mark.parametrize("place", ["", "ก" * 200])
def test_no_other_folder_is_an_empty_or_endless_name(option, place):
    """The same for folders that are only read, or get a file more."""
    for path in paths_with(option):
        told = call(*path, *needed(path, option), option, place)
        assert (told.exit_code, option in told.stderr) == (2, True), (path, told.output)


@pytest.mark.skipif(sys.platform == "win32", reason="a disk has a letter there")
@pytest.mark.parametrize("words", [["export", "oit", "--year", "2565", "--out"], ["new"]])
def test_no_whole_disk_is_filled(words):
    """Neither with sheets nor with a new site."""
    told = call(*words, "/")
    assert (told.exit_code, "ทั้งดิสก์" in told.stderr) == (2, True)

"""The preview answers to its own names, and to no website that has its name mean this machine."""

from __future__ import annotations

import socket

import pytest

from prongsai.pipeline.preview.server import is_own_host, name_address

OWN = socket.gethostname()
LOOPBACK, NETWORK = ("127.0.0.1", 8000), ("192.168.1.7", 8000)


@pytest.mark.parametrize(
    ("header", "host", "local"),
    [
        ("127.0.0.1:8000", "127.0.0.1", LOOPBACK),
        ("localhost:8000", "127.0.0.1", LOOPBACK),
        ("LocalHost:8000", "localhost", LOOPBACK),
        ("[::1]:8000", "::1", ("::1", 8000)),
        ("[0:0:0:0:0:0:0:1]:8000", "::1", ("::1", 8000)),
        ("localhost", "127.0.0.1", ("127.0.0.1", 80)),
        ("127.0.0.1:8000", "0.0.0.0", ("127.0.0.1", 8000)),
        ("127.0.0.1:8000", "::", ("::ffff:127.0.0.1", 8000)),
        ("192.168.1.7:8000", "0.0.0.0", NETWORK),
        (f"{OWN}:8000", "0.0.0.0", NETWORK),
        (f"{OWN}.local:8000", "0.0.0.0", NETWORK),
        ("ita.agency.example:8000", "ita.agency.example", NETWORK),
    ],
)
def test_its_own_names_are_answered(header, host, local):
    """The address at which it listens, as people and browsers write it."""
    assert is_own_host(header, host, local)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])
@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example:8000",
        "localhost.evil.example:8000",
        "localhost",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:8001",
        "127.0.0.1:8000x",
        "127.0.0.1:99999",
        "evil.example@127.0.0.1:8000",
        "127.0.0.1:8000@evil.example",
        "127.0.0.1:8000/evil.example",
        "127.0.0.1:8000, evil.example",
        "192.168.1.7:8000",
        "[::1",
        "[evil]:8000",
        "\u0e01:8000",
    ],
)
def test_no_other_name_is_answered(header, host):
    """Neither a foreign name nor one that only looks like ours, nor another port, nor no name."""
    assert not is_own_host(header, host, LOOPBACK)


def test_a_name_of_another_machine_is_not_answered_on_the_network():
    """Whoever comes over the network calls this machine; loopback names mean another one there."""
    for header in ("localhost:8000", "127.0.0.1:8000", "10.0.0.1:8000", "evil.example:8000"):
        assert not is_own_host(header, "0.0.0.0", NETWORK), header


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("localhost", "http://localhost:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::", "http://[::1]:8000/"),
    ],
)
def test_the_address_can_be_opened_on_this_machine(host, address):
    """Also where it listens everywhere, which is no address."""
    assert name_address(host, 8000) == address

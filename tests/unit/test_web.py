"""The owner of an address's website, and whether the public can reach its host."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.web import host_of, is_public_host, own_domain


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.example.go.th/a?b#c", "example.go.th"),
        ("http://ITA.Example.go.th.:8080/", "example.go.th"),
        ("https://example.go.th", "example.go.th"),
        ("https://a.b.example.in.th/", "example.in.th"),
        ("https://go.th/", "go.th"),
        ("https://ตัวอย่าง.องค์กร.ไทย/", "xn--72c1a1bt4awk9o.xn--12cfi8ixb8l.xn--o3cw4h"),
        (
            "https://www.xn--72c1a1bt4awk9o.xn--12cfi8ixb8l.xn--o3cw4h/",
            "xn--72c1a1bt4awk9o.xn--12cfi8ixb8l.xn--o3cw4h",
        ),
        ("http://192.0.2.7:81/a", "192.0.2.7"),
        ("http://[2001:db8::1]/a", "2001:db8::1"),
        ("http://localhost/a", "localhost"),
        ("/2565/measures/", ""),
        ("http://[broken/", ""),
    ],
)
def test_an_address_belongs_to_the_domain_that_its_owner_registered(address, domain):
    """Under go.th and in.th the name before them counts; a number and a bare name are their own."""
    assert own_domain(address) == domain


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "server", "a.local", "b.lan", "c.internal", "d.test", "e.invalid", "nas.home.arpa", "1.2.3"),
        *("127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.1.1", "0.0.0.0", "224.0.0.1", "240.0.0.1"),
        *("::1", "fe80::1", ""),
    ],
)
def test_private_and_reserved_hosts_are_not_public(host):
    """Numbers of the office, names without a dot and endings that no public name server knows."""
    assert not is_public_host(host)


@pytest.mark.parametrize("host", ["www.example.go.th", "ตัวอย่าง.ไทย", "8.8.8.8", "2001:4860:4860::8888", "local.go.th"])
def test_other_hosts_are_public(host):
    """Nothing is asked of the network: a host that could be public is."""
    assert is_public_host(host)


@given(st.text())
def test_no_address_is_too_strange(text):
    """Whatever is there, an answer comes back."""
    assert isinstance(own_domain(f"http://{text}"), str)
    assert is_public_host(host_of(f"http://{text}")) in {True, False}

"""The small parts of asking: addresses, private networks, kinds, decoding, politeness, reading."""

import asyncio
import gzip
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.links.decode import Decoder, EncodingError
from prongsai.links.kinds import is_promised, kind_of
from prongsai.links.politeness import Clock, Limits, Manners
from prongsai.links.reader import Reader
from prongsai.links.run import name_agent
from prongsai.links.web_address import NotWebError, extension_of, join_address, parse_address, readable
from prongsai.links.worker import decode_text, read_html, read_pdf
from prongsai.web import is_public, parse_network


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://www.example.go.th", "https://www.example.go.th/"),
        ("HTTP://WWW.Example.go.th:80/a b?q=ก#x", "http://www.example.go.th/a%20b?q=%E0%B8%81"),
        ("https://เทศบาล.ไทย/แผน", "https://xn--o3cg7ak5c9d.xn--o3cw4h/%E0%B9%81%E0%B8%9C%E0%B8%99"),
        ("https://user:secret@example.go.th:8443/%41%e0", "https://example.go.th:8443/%41%e0"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_an_address_is_sent_as_browsers_send_it(typed, sent):
    """Hosts in ASCII, paths in percent codes, no fragment, and never a name with a password."""
    assert str(parse_address(typed)) == sent


@pytest.mark.parametrize(
    "typed", ["ftp://a.go.th/", "javascript:alert(1)", "//", "http://", "http://a:b/", "http://[1/"]
)
def test_what_is_no_web_address_is_refused(typed):
    """Other schemes and broken addresses are never asked."""
    with pytest.raises(NotWebError):
        parse_address(typed)


def test_redirects_are_joined_to_where_they_come_from():
    """Relative, rooted, without a scheme: each leads where a browser would go."""
    base = parse_address("https://a.go.th/x/y?z")
    joined = [str(join_address(base, to)) for to in ("w", "/w", "//b.go.th/w", "?q", " http://c.go.th ")]
    assert joined == [
        "https://a.go.th/x/w",
        "https://a.go.th/w",
        "https://b.go.th/w",
        "https://a.go.th/x/y?q",
        "http://c.go.th/",
    ]


def test_addresses_are_readable_and_have_endings():
    """Thai letters are shown as such; an ending is what follows the last dot of the name."""
    assert readable("https://a.go.th/%E0%B8%81") == "https://a.go.th/ก"
    assert readable("https://a.go.th/%E0") == "https://a.go.th/%E0"
    assert [extension_of(f"https://a.go.th/{name}") for name in ("a.PDF?x=1", "v1.2/a", "แผน.docx", ".x", "")] == [
        "pdf",
        "",
        "docx",
        "",
        "",
    ]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1"),
        *("240.0.0.1", "255.255.255.255", "198.18.0.1", "2001:db8::1"),
    ],
)
def test_addresses_of_no_public_network_are_refused(address):
    """Private, local, shared, reserved, and what only wraps one of these."""
    assert not is_public(address)


def test_public_addresses_and_named_networks_are_let_through():
    """The allowed network is one and no other, also where the address is wrapped."""
    assert is_public("203.150.1.1")
    assert is_public("2001:3c8::1")
    allowed = (parse_network("10.1.0.0/16"),)
    found = [is_public(one, allowed) for one in ("10.1.2.3", "10.2.0.1", "127.0.0.1", "::ffff:10.1.0.1")]
    assert found == [True, False, False, True]


def test_what_a_file_is_is_read_from_its_first_bytes():
    """Neither the name nor the server decides what a body is."""
    assert kind_of(b"\n%PDF-1.7", "text/html") == "pdf"
    assert kind_of(b"<!DOCTYPE html>", "application/pdf") == "html"
    assert kind_of(b"\xef\xbb\xbf<HTML>") == "html"
    assert kind_of(b"a,b\n1,2", "text/csv") == "text"
    assert kind_of(b"") == ""
    assert is_promised("ole", "docx", "")
    assert not is_promised("html", "jpg", "")
    assert is_promised("pdf", "", "application/octet-stream")
    assert is_promised("html", "pdfx", "")


@given(st.binary(max_size=300_000), st.sampled_from(["gzip", "deflate", "raw", ""]), st.integers(1, 5000))
def test_what_was_compressed_comes_back(body, form, step):
    """Whatever the pieces it comes in, a body is decoded whole, a piece never over its bound."""
    packed = {"gzip": gzip.compress(body), "deflate": zlib.compress(body), "raw": zlib.compress(body)[2:-4], "": body}[
        form
    ]
    decoder = Decoder("deflate" if form == "raw" else form)
    pieces = [one for at in range(0, len(packed), step) for one in decoder.decode(packed[at : at + step])]
    assert b"".join(pieces) == body
    assert decoder.is_whole
    assert all(len(one) <= 65_536 for one in pieces)


def test_a_bomb_comes_in_pieces_and_an_unknown_encoding_not_at_all():
    """A megabyte of nothing is handed over bit by bit; what was not asked for is refused."""
    pieces = list(Decoder("gzip").decode(gzip.compress(bytes(1_000_000)) + gzip.compress(b"more")))
    assert b"".join(pieces) == bytes(1_000_000) + b"more"
    with pytest.raises(EncodingError):
        Decoder("br")


@pytest.mark.parametrize("stated", ["", "tis-620", "utf-8", "no-such-code"])
def test_thai_text_is_read_in_any_of_its_encodings(stated):
    """A charset stated wrongly or not at all is found out from the bytes."""
    assert decode_text("เทศบาล".encode(), stated if stated != "tis-620" else "") == "เทศบาล"
    assert decode_text("เทศบาลตำบลตัวอย่าง".encode("cp874"), stated) == "เทศบาลตำบลตัวอย่าง"
    assert decode_text("เทศบาล".encode()[:-1]).startswith("เทศบา")


def test_a_page_is_read_with_all_its_faults():
    """Unclosed tags, stray ends, scripts and comments leave the text that people see."""
    page = read_html(b"<title>A &amp; B</title></p><h1>C<script>no()</script><!-- no --><p>D<nav>E</nav><b>F")
    assert (page.title, page.main) == ("A & B", "C D F")
    assert page.text == "A & B C D E F"


def test_a_refresh_at_once_leads_on_and_a_later_one_does_not():
    """A page that reloads itself after minutes is no redirect, nor is one inside noscript."""
    form = '<meta http-equiv=Refresh content="{}">'
    contents = ("0;URL='/a b'", "3; url=/a", "600;url=/a", "5")
    assert [read_html(form.format(one).encode()).refresh for one in contents] == ["/a b", "/a", "", ""]
    assert read_html(f"<noscript>{form.format('0;url=/a')}</noscript>".encode()).refresh == ""


def test_manners_keep_requests_apart_and_few():
    """By a clock that only the waits move: no more at once than allowed, each start after the pause."""
    now, flying, most, starts = [0.0], {"a": 0, "b": 0}, {"a": 0, "b": 0}, {"a": [], "b": []}

    async def sleep(seconds: float) -> None:
        until = now[0] + seconds
        while now[0] < until:
            now[0] += 0.1
            await asyncio.sleep(0)

    async def visit(manners: Manners, host: str) -> None:
        async with manners.turn(host):
            starts[host].append(now[0])
            flying[host] += 1
            most[host] = max(most[host], flying[host])
            await sleep(2)
            flying[host] -= 1

    async def run() -> None:
        manners = Manners(Limits(per_host=2, in_all=3, apart=0.5), Clock(lambda: now[0], sleep, random.random))
        manners.postpone("b", 4)
        await asyncio.gather(*(visit(manners, host) for host in "aaaaaabbbb"))

    asyncio.run(run())
    assert (most["a"], most["b"]) == (2, 2)
    for host in "ab":
        assert all(later - earlier >= 0.49 for earlier, later in zip(starts[host], starts[host][1:], strict=False))
    assert starts["b"][0] >= 4


def test_pauses_grow_and_are_bounded():
    """Each pause is about twice the one before, never above the longest, and spread by chance."""
    pauses = [Manners(Limits(), Clock(float, asyncio.sleep, lambda: 0.5)).back_off(tries) for tries in (0, 1, 2, 20)]
    assert pauses == [1, 2, 4, 30]


def test_a_parser_that_hangs_is_ended_and_the_next_body_read():
    """Reading has a bound in time; what takes longer is marked as unread and holds nothing up."""

    async def run() -> tuple:
        async with Reader(-2.45) as reader:  # 0.1 seconds with what starting is given
            late = await reader.read(b"<p>" * 400_000, "html")
        async with Reader(5) as reader:
            return late, await reader.read("<p>ปีงบประมาณ 2564</p>".encode(), "html")

    late, good = asyncio.run(run())
    assert (late.fault, late.complete) == ("unread", False)
    assert (good.main, good.years) == ("ปีงบประมาณ 2564", (2564,))


def test_a_pdf_is_read_while_time_is_left():
    """A part that was not read makes the reading incomplete; no file raises."""
    assert read_pdf(b"%PDF-1.4 nothing", lambda: True).fault == "damaged"
    assert read_pdf(b"", lambda: True).fault == "damaged"


def test_the_program_has_a_name():
    """The name is honest also where the website has no address yet."""
    assert name_agent("").startswith("prongsai/")
    assert "+https://a.go.th" in name_agent("https://a.go.th")

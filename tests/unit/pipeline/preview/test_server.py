"""The server of the preview: files of one folder, the report over its pages, and nothing else."""

from __future__ import annotations

import http.client
import os
import socket
import threading

import pytest

from prongsai.pipeline.preview.page import Fault
from prongsai.pipeline.preview.server import PreviewServer
from prongsai.pipeline.preview.shown import Shown

HOSTILE = "</pre><script>alert(1)</script>&lt;\"'\u0e01"
PAGE = '<!doctype html><html><head><title>x</title></head><body class="a"><main>{text}</main></body></html>'


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A built site of a few files."""
    folder = tmp_path_factory.mktemp("preview") / "site"
    (folder / "years").mkdir(parents=True)
    for name in ("index.html", "years/index.html", "404.html"):
        (folder / name).write_text(PAGE.format(text=name), "utf-8")
    (folder / "รายงาน ๑.pdf").write_bytes(b"%PDF-1.7")
    (folder / "table.csv").write_bytes(b"a,b\n")
    (folder / "old.html").write_bytes("<p>ก".encode("cp874"))
    (folder.parent / "secret.txt").write_text("secret", "utf-8")
    return Shown(folder)


@pytest.fixture(scope="module")
def server(shown):
    """It, served."""
    with PreviewServer("127.0.0.1", 0, shown) as made, made.answering():
        yield made


@pytest.fixture
def ask(server):
    """The answer to a path: status, headers and content."""

    def asked(path, method="GET", host=None):
        port = server.server_address[1]
        call = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        call.putrequest(method, path, skip_host=True)
        call.putheader("Host", host or f"127.0.0.1:{port}")
        call.endheaders()
        answer = call.getresponse()
        found = (answer.status, dict(answer.getheaders()), answer.read())
        call.close()
        return found

    return asked


@pytest.mark.parametrize(
    ("path", "kind", "begin"),
    [
        ("/", "text/html", b"<!doctype"),
        ("/years/?q=1#x", "text/html", b"<!doctype"),
        ("/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%20%E0%B9%91.pdf", "application/pdf", b"%PDF-1.7"),
        ("/table.csv", "text/csv", b"a,b\n"),
    ],
)
def test_files_are_given_as_they_are(ask, path, kind, begin):
    """Pages and attachments, with the type by which a browser shows them."""
    status, headers, content = ask(path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert content.startswith(begin)
    assert len(content) == int(headers["Content-Length"])


def test_the_head_of_an_answer_comes_without_its_content(ask):
    """Whoever asks only whether something is there learns so."""
    assert ask("/table.csv", "HEAD")[::2] == (200, b"")
    assert ask("/nothing", "HEAD")[::2] == (404, b"")


def test_a_folder_leads_to_its_page(ask):
    """An address without its last slash is the same page; no address leads to another host."""
    status, headers, _ = ask("/years")
    assert (status, headers["Location"]) == (302, "/years/")
    assert ask("//years")[0] in {302, 404}
    assert "Location" not in ask("//evil.example/..")[1]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/years/nothing/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/years//index.html",
        "/./index.html",
        "/" + "a" * 5000,
        "/" + "a/" * 3000,
        "/index.html/",
        "/table.csv/x",
        "/%E0%B8%81",
    ],
)
def test_what_is_not_there_is_not_found(ask, path):
    """The site's own page says so, with its status; nothing outside the folder is ever read."""
    status, _, content = ask(path)
    assert status == 404
    assert b"404.html" in content
    assert b"secret" not in content


@pytest.mark.parametrize(
    "path", ["/%00", "/a%00b", "/%ff", "/%E0%B8", "/..%5csecret.txt", "/%0d%0aX:y", "/%7f", "x", "http://a/"]
)
def test_what_is_no_path_is_refused(ask, path, capfd):
    """A plain sentence, no failure of the server and not a word in the window of the command."""
    status, headers, content = ask(path)
    assert (status, headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert content.decode().count("\n") == 1
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("path", ["/", "/years", "/nothing", "/%00", "/.preview/x"])
def test_a_foreign_name_is_refused_whatever_it_asks_for(ask, server, path):
    """One sentence that says where the preview is, and nothing of the site."""
    status, headers, content = ask(path, host="evil.example")
    assert (status, headers["Content-Type"]) == (403, "text/plain; charset=utf-8")
    assert content.decode() == f"หน้าตัวอย่างนี้เปิดได้เฉพาะที่ {server.address}\n"


def test_a_browser_that_goes_away_is_not_reported(server, capfd):
    """Neither one that says nothing nor one that hangs up while it is answered."""
    for words in (b"", b"GET", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", server.server_address[1])) as call:
            call.sendall(words)
            call.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert "".join(capfd.readouterr()) == ""


def test_a_fault_is_over_every_page_until_it_is_fixed(ask, shown):
    """The report as text, above the page as it was; files and addresses are as before."""
    before = ask("/years/")[2]
    try:
        shown.change(Fault(HOSTILE, errors=3))
        for path in ("/", "/years/", "/nothing"):
            content = ask(path)[2]
            assert content.count(b'role="alert"') == 1
            assert content.index(b'<body class="a">') < content.index(b'role="alert"') < content.index(b"<main>")
            assert b"alert(1)</script>" not in content
            assert "&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;&quot;&#x27;&#3585;" in content.decode()
        assert ask("/table.csv")[2] == b"a,b\n"
        assert (shown.folder / "index.html").read_text("utf-8") == PAGE.format(text="index.html")
    finally:
        shown.change(None)
    after = ask("/years/")[2]
    assert b"alert" not in after
    assert after.partition(b"<script>")[0] == before.partition(b"<script>")[0]


def test_where_there_is_no_page_yet_the_report_is_one(ask, shown):
    """At every address, until the first build is done."""
    start = shown.folder / "index.html"
    page = start.read_bytes()
    start.unlink()
    try:
        shown.change(Fault(HOSTILE))
        for path in ("/", "/years/", "/nothing"):
            status, _, content = ask(path)
            assert status == 200
            assert content.count(b'role="alert"') == 1
            assert b"years/index.html" not in content
        shown.change(None)
        assert ask("/")[0] == 404
    finally:
        start.write_bytes(page)
        shown.change(None)


def test_a_page_in_an_older_encoding_keeps_its_own_letters(ask, shown):
    """The layer over a page is written in ASCII, so that it reads well in any encoding."""
    try:
        shown.change(Fault("ผิด", errors=1))
        content = ask("/old.html")[2]
    finally:
        shown.change(None)
    assert content.startswith("<p>ก".encode("cp874"))
    assert content[len("<p>ก".encode("cp874")) :].isascii()


def test_a_change_is_reported_at_once_and_only_once(ask, shown):
    """A browser that asks what is new of its page waits for it; one that comes late hears of it immediately."""
    seen = ask("/.preview//")[2].decode()
    told = []
    asking = threading.Thread(target=lambda: told.append(ask(f"/.preview/{seen}/")[2].decode()))
    asking.start()
    asking.join(0.3)
    assert asking.is_alive()
    shown.change(None, {"index.html": PAGE.format(text="newer").encode()})
    asking.join(30)
    now = ask("/.preview//")[2].decode()
    shown.change(None)
    assert told == [now]
    assert told != [seen]
    assert ask(f"/.preview/{now}/")[2].decode() == seen
    assert f'"{seen}");'.encode() in ask("/")[2]


def test_who_looks_at_a_page_that_stays_the_same_hears_nothing(ask, shown):
    """Pages that no save changed are not shown again."""
    seen = ask("/.preview//years/")[2].decode()
    asking = threading.Thread(target=lambda: ask(f"/.preview/{seen}/years/"), daemon=True)
    asking.start()
    shown.change(None, {"index.html": b"<body>newer"})
    asking.join(0.3)
    assert asking.is_alive()
    shown.change(None)
    shown.change(Fault("x"))
    asking.join(30)
    shown.change(None)
    assert not asking.is_alive()


def test_pages_that_are_newer_than_the_folder_come_first(ask, shown):
    """A page of the newest data hides the older one, a new one is there already, one that is gone is not found."""
    gone = "years/index.html"
    try:
        shown.change(None, {"index.html": b"<body>newer</body>", "new/page/index.html": b"new", gone: None})
        assert ask("/")[2].startswith(b"<body>newer<script>")
        assert ask("/new/page/")[0] == 200
        assert ask("/new/page")[1]["Location"] == "/new/page/"
        status, _, content = ask("/years/")
        assert (status, b"404.html" in content) == (404, True)
    finally:
        shown.change(None)
    assert ask("/new/page/")[0] == 404
    assert ask("/years/")[0] == 200


def test_a_page_that_says_what_may_run_in_it_stays_as_it_is(ask, shown):
    """The preview adds nothing to a page whose policy would refuse it."""
    page = b'<head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></head><body>x</body>'
    try:
        shown.change(Fault("x"), {"index.html": page})
        assert ask("/")[2] == page
    finally:
        shown.change(None)


@pytest.mark.skipif(os.name == "nt", reason="a file that is read cannot be replaced there")
def test_no_page_is_read_while_files_are_put_in_place(ask, shown):
    """A page is of one build: whoever asks in between waits."""
    told = []
    with shown.replacing:
        asking = threading.Thread(target=lambda: told.append(ask("/")[0]))
        asking.start()
        asking.join(0.3)
        assert asking.is_alive()
    asking.join(30)
    assert told == [200]

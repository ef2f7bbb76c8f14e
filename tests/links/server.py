"""A server on loopback that misbehaves in every way there is a state for; run it in a test with `with`.

Ways are chosen by path. Every answer is written by hand, since no honest library sends what is sent here.
"""

from __future__ import annotations

import asyncio
import gzip
import ssl
import threading
import zlib
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from links.pdf_files import damage_pdf, lock_pdf, lock_strangely, make_pdf

CERTIFICATES = Path(__file__).parent / "certificates"
THIS_YEAR, LAST_YEAR = 2565, 2564
_HEAD_END = b"\r\n\r\n"
NAV = (
    "<nav><a href='/'>หน้าแรก</a> <a href='/2567'>ปีงบประมาณ 2567</a> " + "<a href='/x'>เมนูของเทศบาล</a> " * 20 + "</nav>"
)
FOOT = "<footer>เทศบาลตำบลตัวอย่าง โทรศัพท์ 0 0000 0000 " + "ข้อมูลติดต่อของเทศบาล " * 10 + "</footer>"
PROSE = "เทศบาลดำเนินการตามแผนและเผยแพร่รายละเอียดของแต่ละโครงการพร้อมงบประมาณที่ใช้ไป " * 30
LOGIN_FORM = (
    "<form action='/in'><label>ชื่อผู้ใช้</label><input name='u'><input type='password'><button>เข้าสู่ระบบ</button></form>"
)


@dataclass
class Asked:
    """One request as the server got it."""

    method: str
    path: str
    headers: dict[str, str]
    host: str
    count: int
    at: float


def page(title: str, body: str) -> bytes:
    """A whole page in the usual frame of a municipal website."""
    return (
        f"<!doctype html><html lang='th'><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><header>เทศบาลตำบลตัวอย่าง</header>{NAV}<main>{body}</main>{FOOT}</body></html>"
    ).encode()


def answer(status: int, body: bytes = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A well-formed answer; underscores in the names of headers become dashes."""
    usual = {"Content-Type": kind, "Content-Length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in usual.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body


def redirect(to: str, status: int = 302) -> bytes:
    """An answer that leads on."""
    return answer(status, b"", Location=to)


FINE = page("แผนการดำเนินงาน", f"<h1 id='plan'>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. {THIS_YEAR}</h1><p>{PROSE}</p>")
TEXT_PDF = make_pdf(f"รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. {THIS_YEAR}", "หน้าที่สอง")
OLD_PDF = make_pdf("รายงานผลการดำเนินงาน ปีงบประมาณ พ.ศ. ๒๕๖๔", "ผลของปีงบประมาณ 2564 ณ วันที่ 15 มีนาคม 2565")
DOCX = b"PK\x03\x04" + bytes(400)
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def plain_answers() -> dict[str, bytes]:
    """The ways that are one answer, whatever is asked."""
    sorry = "<h1>ขออภัย ไม่พบหน้าที่ท่านต้องการ</h1><p>หน้านี้อาจถูกย้ายหรือลบไปแล้ว</p>"
    wait = "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>"
    return {
        "/": page("หน้าแรก", f"<h1>ยินดีต้อนรับ</h1><p>{PROSE}</p>"),
        "/fine": FINE,
        "/header-login": page("แผน", f"<header>{LOGIN_FORM}</header><h1>แผน ปีงบประมาณ 2565</h1><p>{PROSE}</p>"),
        "/about-login": page(
            "คู่มือเข้าสู่ระบบ e-Service", f"<aside>{LOGIN_FORM}</aside><h1>คู่มือเข้าสู่ระบบ e-Service</h1><p>{PROSE}</p>"
        ),
        "/no-complaints": page("สถิติเรื่องร้องเรียน", "<h1>สถิติเรื่องร้องเรียน ปี 2565</h1><p>ไม่พบเรื่องร้องเรียนการทุจริต</p>"),
        "/both-years": page("ผล", f"<h1>ผลปีงบประมาณ 2564 และ 2565</h1><p>{PROSE}</p>"),
        "/plan-range": page("แผนพัฒนา", f"<p>แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565) ต่อจากปีงบประมาณ 2560 {PROSE}</p>"),
        "/undated": page("อำนาจหน้าที่", f"<p>{PROSE}</p>"),
        "/script-app": b"<!doctype html><html><body><div id='app'></div><script src='/a.js'></script></body></html>",
        "/soft-404": page("เทศบาลตำบลตัวอย่าง", sorry),
        "/soft-404-english": page("Page Not Found - Example", "<p>Sorry.</p>"),
        "/login": page("เข้าสู่ระบบ | เทศบาลตำบลตัวอย่าง", LOGIN_FORM),
        "/members": page("เทศบาลตำบลตัวอย่าง", f"<p>กรุณาเข้าสู่ระบบก่อนดูหน้านี้</p>{LOGIN_FORM}"),
        "/share": page("Google ไดรฟ์", "<h1>คุณต้องมีสิทธิ์เข้าถึง</h1><p>ขอสิทธิ์เข้าถึง หรือเปลี่ยนบัญชี</p>"),
        "/empty": b"",
        "/blank-page": b"<!doctype html><html><head></head><body>\n\n</body></html>",
        "/last-year": page("รายงาน", f"<h1>รายงานผล ปีงบประมาณ พ.ศ. 2564</h1><p>{PROSE}</p>"),
        "/challenge-200": wait.encode(),
        "/refreshed": b"<html><head><meta http-equiv='refresh' content='0; url=/fine'></head></html>",
    }


def special_answers() -> dict[str, bytes]:
    """The ways whose status, headers or body are peculiar."""
    challenge = b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
    bomb = gzip.compress(b"<html><body>" + b"0" * 30_000_000, 9)
    pdf = "application/pdf"
    return {
        "/missing": answer(404, page("404", "<h1>404</h1>")),
        "/gone": answer(410),
        "/bad-request": answer(400),
        "/unauthorised": answer(401, WWW_Authenticate="Basic realm=x"),
        "/forbidden": answer(403, page("403", "<h1>403 Forbidden</h1>")),
        "/challenge": answer(403, challenge, Server="cloudflare", cf_mitigated="challenge"),
        "/challenge-503": answer(503, challenge, Server="cloudflare"),
        "/always-429": answer(429, Retry_After="0"),
        "/much-later": answer(429, Retry_After="86400"),
        "/error": answer(500),
        "/no-content": b"HTTP/1.1 204 X\r\n\r\n",
        "/redirected": redirect("/fine"),
        "/moved": redirect("/fine", 301),
        "/to-login": redirect("/auth/login?next=/plan"),
        "/auth/login?next=/plan": answer(200, page("ระบบ", LOGIN_FORM)),
        "/news/17": redirect("/"),
        "/news/18": redirect("/index.php?lang=th&utm_source=old"),
        "/index.php?lang=th&utm_source=old": answer(200, page("หน้าแรก", f"<p>{PROSE}</p>")),
        "/to-place": redirect("/fine#plan"),
        "/to-no-place": redirect("/fine#nosuch"),
        "/to-itself": redirect("/to-itself"),
        "/wall-401": answer(401, challenge, WWW_Authenticate="Basic realm=x"),
        "/wall-429": answer(429, challenge),
        "/refused-401": answer(401, page("401", "<h1>401</h1>")),
        "/unsized.pdf": b"HTTP/1.1 200 X\r\nContent-Type: application/pdf\r\n\r\n" + damage_pdf(TEXT_PDF)[:200],
        "/short.pdf": answer(200, TEXT_PDF[:-300], pdf, Content_Length=str(len(TEXT_PDF))),
        "/to-private": redirect("http://10.0.0.1/secret"),
        "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
        "/to-inside": redirect("http://inside.test/"),
        "/to-app": redirect("line://ti/p/example"),
        "/circle": redirect("/circle2"),
        "/circle2": redirect("/circle"),
        "/fine.pdf": answer(200, TEXT_PDF, pdf),
        "/page.pdf": answer(200, FINE, pdf),
        "/page-as-html.pdf": answer(200, FINE),
        "/pdf-as-page": answer(200, TEXT_PDF),
        "/scan.pdf": answer(200, make_pdf("", "", ""), pdf),
        "/locked.pdf": answer(200, lock_pdf(TEXT_PDF), pdf),
        "/damaged.pdf": answer(200, damage_pdf(TEXT_PDF), pdf),
        "/report-2565.pdf": answer(200, OLD_PDF, pdf),
        "/report.pdf": answer(200, OLD_PDF, pdf),
        "/strange-cipher.pdf": answer(200, lock_strangely(TEXT_PDF), pdf),
        "/long-page": answer(200, page("แผน", f"<h1>แผน ปีงบประมาณ 2564</h1>{'<p>ข้อมูลรายการ</p>' * 90_000}")),
        "/long-missing": answer(200, page("ไม่พบหน้าที่ต้องการ", f"<p>ขออภัย</p><script>{'x = 1;' * 600_000}</script>")),
        "/robots-refused": answer(999),
        "/fine.docx": answer(200, DOCX, _DOCX_TYPE),
        "/page.docx": answer(200, FINE),
        "/huge.pdf": answer(200, TEXT_PDF, pdf, Content_Length="90000000"),
        "/gzip": answer(200, gzip.compress(FINE), Content_Encoding="gzip"),
        "/deflate": answer(200, zlib.compress(FINE)[2:-4], Content_Encoding="deflate"),
        "/bomb": answer(200, bomb, Content_Encoding="gzip"),
        "/broken-gzip": answer(200, b"\x1f\x8b\x08\x00" + bytes(40), Content_Encoding="gzip"),
        "/cut-gzip": answer(200, gzip.compress(FINE)[:-20], Content_Encoding="gzip"),
        "/brotli": answer(200, b"\x0b\x02\x80", Content_Encoding="br"),
        "/tis-620": answer(200, FINE.decode().replace("utf-8", "tis-620").encode("cp874"), "text/html"),
        "/short": answer(200, FINE, Content_Length=str(len(FINE) + 1000)),
        "/ssh": b"SSH-2.0-OpenSSH_9.6\r\n",
        "/bad-header": b"HTTP/1.1 200 OK\r\nContent Type : text/html\r\n\r\n<html><body>x</body></html>",
        "/two-lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello",
        "/drive/file": redirect("http://accounts.google.com/ServiceLogin?continue=drive"),
        "/ServiceLogin?continue=drive": answer(200, page("Google", LOGIN_FORM)),
    }


@dataclass
class Server:
    """The server: ports by name once it runs, and what it was asked."""

    hosts: tuple[str, ...] = ("127.0.0.1",)
    ports: dict[str, int] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    most_in_all: int = 0
    starts: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seconds: float = 0.0
    fail: Callable[[Asked], bool] = lambda _: False
    many: bytes = b""

    def __post_init__(self) -> None:
        self._answers = {path: answer(200, body) for path, body in plain_answers().items()} | special_answers()
        self._counts: Counter[str] = Counter()
        self._flying: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _start(self) -> None:
        self._servers = []
        first = await asyncio.start_server(self._serve, self.hosts[0], 0, backlog=512)
        self._servers.append(first)
        port = self.ports["http"] = first.sockets[0].getsockname()[1]
        if len(self.hosts) > 1:
            self._servers.append(await asyncio.start_server(self._serve, self.hosts[1:], port, backlog=512))
        for name in ("good", "expired", "other", "stranger", "self_signed", "self_signed_expired"):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATES / f"{name}.pem", CERTIFICATES / "server.key")
            server = await asyncio.start_server(self._serve, self.hosts[0], 0, ssl=context)
            self._servers.append(server)
            self.ports[name] = server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        self._flying[host] += 1
        self.most[host] = max(self.most[host], self._flying[host])
        self.most_in_all = max(self.most_in_all, sum(self._flying.values()))
        self.starts[host].append(self._loop.time())
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
                await self._answer(await self._hear(reader, host), writer)
        finally:
            self._flying[host] -= 1
            writer.close()
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _hear(self, reader: asyncio.StreamReader, host: str) -> Asked:
        first = await reader.readexactly(1)
        if first == b"\x16":  # the beginning of TLS, which this port does not speak
            raise ConnectionError
        head = (first + await reader.readuntil(_HEAD_END)).decode("latin-1")
        request, *lines = head.strip().split("\r\n")
        method, path, _ = request.split(" ")
        self._counts[path] += 1
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        asked = Asked(method, path, headers, host, self._counts[path], self._loop.time())
        self.asked.append(asked)
        return asked

    async def _answer(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self.seconds)
        if self.fail(asked):
            writer.write(answer(404))
        elif way := WAYS.get(asked.path.partition("?")[0]):
            await way(asked, writer)
        elif asked.path.startswith("/many/"):
            writer.write(self.many or answer(200, FINE))
        else:
            said = self._answers.get(asked.path) or answer(404)
            writer.write(said.partition(_HEAD_END)[0] + _HEAD_END if asked.method == "HEAD" else said)
        await writer.drain()


async def stay_silent(_: Asked, writer: asyncio.StreamWriter) -> None:
    """Say nothing until the client gives up."""
    await writer.wait_closed()


async def trickle(_: Asked, writer: asyncio.StreamWriter) -> None:
    """One byte, and a while later another."""
    for letter in answer(200, FINE):
        writer.write(bytes([letter]))
        await writer.drain()
        await asyncio.sleep(0.4)


async def trickle_pdf(_: Asked, writer: asyncio.StreamWriter) -> None:
    """A sound file that would come whole, if somebody waited."""
    whole = answer(200, TEXT_PDF, "application/pdf")
    for start in range(0, len(whole), 60):
        writer.write(whole[start : start + 60])
        await writer.drain()
        await asyncio.sleep(0.4)


async def pour(_: Asked, writer: asyncio.StreamWriter) -> None:
    """A body without an end."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>")
    while True:
        writer.write(b"<p>0123456789</p>" * 4000)
        await writer.drain()


async def pour_text(_: Asked, writer: asyncio.StreamWriter) -> None:
    """Plain text without an end."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while True:
        writer.write(b"0123456789\n" * 6000)
        await writer.drain()


async def lead_on(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A redirect to a further place, each time a new one."""
    number = int(asked.path.partition("?n=")[2] or 0)
    writer.write(redirect(f"/endless?n={number + 1}"))


async def cut_off(_: Asked, writer: asyncio.StreamWriter) -> None:
    """Half of a body, then a reset."""
    writer.write(answer(200, FINE, Content_Length="90000")[:-100])
    await writer.drain()
    await asyncio.sleep(0.05)
    sock = writer.get_extra_info("socket")
    sock.setsockopt(1, 13, b"\x01\x00\x00\x00\x00\x00\x00\x00")  # SO_LINGER of no time: closing resets
    writer.transport.abort()


async def cut_chunk(_: Asked, writer: asyncio.StreamWriter) -> None:
    """A body in pieces of which the last never comes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")


async def hang_up(_asked: Asked, _writer: asyncio.StreamWriter) -> None:
    """End the connection without a word."""


async def lie_about_head(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """HEAD is answered 404, GET as it should be."""
    writer.write(answer(404) if asked.method == "HEAD" else answer(200, DOCX, _DOCX_TYPE))


async def ask_for_patience(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """429 with a time to wait at first, then the page."""
    writer.write(answer(429, Retry_After="1") if asked.count == 1 else answer(200, FINE))


async def fail_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """An error at first, then the page."""
    writer.write(answer(503) if asked.count == 1 else answer(200, FINE))


async def want_cookie(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Sends visitors round once, to see whether they keep a cookie."""
    if "seen=1" in asked.headers.get("cookie", ""):
        writer.write(answer(200, FINE))
    else:
        writer.write(answer(302, Location="/cookie", Set_Cookie="seen=1; Path=/; HttpOnly"))


WAYS: dict[str, Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]] = {
    "/silent": stay_silent,
    "/trickle": trickle,
    "/slow.pdf": trickle_pdf,
    "/endless-body": pour,
    "/endless-text": pour_text,
    "/endless": lead_on,
    "/reset": cut_off,
    "/cut-chunk": cut_chunk,
    "/hang-up": hang_up,
    "/head-404.docx": lie_about_head,
    "/patience": ask_for_patience,
    "/fail-once": fail_once,
    "/cookie": want_cookie,
}

"""Findings are judged without haste: cases that look like a fault and are none, and the other way round."""

import pytest

from links.pdf_files import damage_pdf, make_pdf
from prongsai.links.judge import judge_link
from prongsai.links.seen import Content, Expected, Hop, Seen, State
from prongsai.links.worker import read_html, read_pdf

URL = "https://www.example.go.th/news/17"
PROSE = "เทศบาลดำเนินการตามแผนและเผยแพร่รายละเอียดของแต่ละโครงการ " * 40
FORM = "<form><input type=password><button>เข้าสู่ระบบ</button></form>"


def judged(html: str = "<p>x</p>", *, url: str = URL, final: str = "", years: tuple[int, ...] = (), **fields) -> State:
    """The state of a page that was answered with status 200."""
    usual = {"status": 200, "kind": "html", "content": read_html(html.encode()), "size": len(html)}
    hops = (Hop(302, final),) if final else ()
    return judge_link(Seen(url, final or url, hops, **{**usual, **fields}), Expected(url, years)).state


@pytest.mark.parametrize(
    "html",
    [
        f"<header>{FORM}</header><title>แผน</title><p>{PROSE}</p>",
        f"<title>วิธีเข้าสู่ระบบ e-Service</title><h1>วิธีเข้าสู่ระบบ</h1><p>{PROSE}</p>",
        f"<title>แผน</title>{FORM}<p>{PROSE}</p>",
        "<title>สถิติเรื่องร้องเรียน</title><p>ไม่พบข้อมูลการร้องเรียนการทุจริตในรอบปี</p>",
        "<title>ข้อ 404 ของระเบียบ</title><p>ระเบียบข้อ 404</p>",
        "<title>ผลสำรวจ</title><h1>ไม่พบการทุจริต</h1><p>ปี 2565 ไม่พบการทุจริต</p>",
        f"<title>แบบสำรวจ captcha</title><p>{PROSE}</p>",
        f"<title>ประกาศ</title><p>เอกสารที่ขอสิทธิ์เข้าถึงได้ {PROSE}</p>",
        "<html><body><img src=a.jpg></body></html>",
        "<frameset><frame src=a.html></frameset>",
    ],
)
def test_a_good_page_raises_no_alarm(html):
    """A form in a header, a guide to a login, a page that says nothing was found: all are fine."""
    assert judged(html) == State.FINE


@pytest.mark.parametrize(
    ("html", "state"),
    [
        ("<title>404 Not Found</title>", State.SOFT_404),
        ("<title>Error 404 (Not Found)!!1</title>", State.SOFT_404),
        ("<title>เทศบาล | ไม่พบหน้าที่คุณต้องการ</title>", State.SOFT_404),
        ("<title>เทศบาล</title><p>ขออภัย ไม่พบไฟล์ที่ท่านเรียก</p>", State.SOFT_404),
        ("<title>Site</title><h1>Oops! That page can't be found.</h1>", State.SOFT_404),
        (f"<title>Log in</title>{FORM}", State.LOGIN_WALL),
        (f"<title>สมาชิก</title><h1>กรุณาเข้าสู่ระบบก่อน</h1>{FORM}", State.LOGIN_WALL),
        ("<title>Google Drive</title><p>You need access</p>", State.PERMISSION_WALL),
        ("<title>Just a moment...</title>", State.BLOCKED),
        ("<p>The requested URL was rejected. Please consult with your administrator.</p>", State.BLOCKED),
        ("<html><body> </body></html>", State.EMPTY),
    ],
)
def test_a_page_that_only_looks_fine_is_reported(html, state):
    """Error pages, walls and checks that come with status 200 give themselves away."""
    assert judged(html) == state


@pytest.mark.parametrize(
    ("final", "state"),
    [
        ("https://www.example.go.th/", State.SOFT_404),
        ("https://example.go.th/index.php", State.SOFT_404),
        ("https://www.example.go.th/wp-login.php?redirect_to=x", State.LOGIN_WALL),
        ("https://accounts.google.com/v3/signin/identifier", State.LOGIN_WALL),
        ("https://other.go.th/", State.REDIRECTED),
        ("https://www.example.go.th/blog/17", State.REDIRECTED),
    ],
)
def test_where_a_redirect_leads_is_looked_at(final, state):
    """To the front page of the same website it has lost its content, to a login it is a wall."""
    assert judged(f"<title>x</title><p>{PROSE}</p>", final=final) == state


def test_a_file_share_that_leads_to_a_login_asks_for_permission():
    """The file is there, only its sharing is wrong: another fix than that of a login."""
    url = "https://drive.google.com/file/d/1/view"
    assert judged(url=url, final="https://accounts.google.com/ServiceLogin?service=wise") == State.PERMISSION_WALL
    assert judged(url=url, status=401) == State.PERMISSION_WALL


def test_moved_only_where_every_step_is_for_good():
    """One temporary step makes the whole way temporary."""
    content = read_html(f"<p>{PROSE}</p>".encode())
    seen = {"status": 200, "kind": "html", "content": content}
    for steps, state in (((301, 308), State.MOVED), ((301, 302), State.REDIRECTED), ((0,), State.REDIRECTED)):
        hops = tuple(Hop(status, f"{URL}/a") for status in steps)
        assert judge_link(Seen(URL, f"{URL}/a", hops, **seen), Expected(URL)).state == state


@pytest.mark.parametrize(
    ("said", "years", "state"),
    [
        ("ปีงบประมาณ พ.ศ. ๒๕๖๔", (2565,), State.WRONG_YEAR),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๕", (2565,), State.FINE),
        ("ปีงบประมาณ 2564 และปี 2565", (2565,), State.FINE),
        ("ปีงบประมาณ 2564 และปี 2565", (2564, 2566), State.WRONG_YEAR),
        ("ปี 2564", (2565,), State.FINE),
        ("ปีงบประมาณ 2564", (), State.FINE),
    ],
)
def test_a_year_is_wrong_only_where_the_text_says_so(said, years, state):
    """Fiscal years must be named and the one that is due must not be; a text without any is not judged."""
    assert judged(f"<p>{said} {PROSE}</p>", years=years) == state


def test_years_in_menus_accuse_nobody_and_excuse():
    """A menu that names another year is no fault; one that names the due year keeps the machine from judging."""
    assert judged(f"<nav>ปีงบประมาณ 2567</nav><p>{PROSE}</p>", years=(2565,)) == State.FINE
    assert judged(f"<nav>ปีงบประมาณ 2565</nav><p>ปีงบประมาณ 2564 {PROSE}</p>", years=(2565,)) == State.FINE


def test_nothing_is_said_of_what_was_not_read():
    """A year is not judged where a text was cut off or could not be read."""
    cut, unread = Content(years=(2564,), any_years=(2564,), complete=False), Content(fault="unread", complete=False)
    pdf = {"years": (2565,), "kind": "pdf", "url": "https://x.go.th/a.pdf"}
    assert judged(content=cut, **pdf) == State.FINE
    assert judged(content=unread, **pdf) == State.UNREAD
    assert judged(years=(2565,), content=cut) == State.PARTLY_READ
    assert judged(years=(2565,), content=unread) == State.UNREAD


def test_a_sound_file_that_is_slow_to_read_is_not_called_damaged():
    """A file must be opened by somebody where time runs out before the first page; one that is no PDF is damaged."""
    for body, state in ((make_pdf("ก", "ข"), State.UNREAD), (damage_pdf(make_pdf("ก")), State.DAMAGED)):
        content = read_pdf(body, lambda: False)
        assert judged(kind="pdf", url="https://x.go.th/a.pdf", content=content) == state


@pytest.mark.parametrize(("status", "state"), [(999, State.BLOCKED), (500, State.SERVER_ERROR), (404, State.NOT_FOUND)])
def test_a_status_that_is_for_robots_only_says_nothing_of_the_page(status, state):
    """LinkedIn and others answer robots with 999; people see the page."""
    assert judged("<p>x</p>", status=status) == state


def test_the_name_tells_a_wrong_file_from_a_wrong_link():
    """Last year's content under this year's name is told apart, be the name in the address or in the register."""
    content = read_html(f"<p>ปีงบประมาณ 2564 {PROSE}</p>".encode())
    seen = Seen(URL, URL, status=200, kind="html", content=content)
    assert judge_link(seen, Expected(URL, (2565,))).state == State.WRONG_YEAR
    assert judge_link(seen, Expected(URL, (2565,), ("แผนปี 2565",))).state == State.WRONG_YEAR_NAME
    named = "https://www.example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99_2565.html"
    assert judge_link(Seen(named, named, status=200, kind="html", content=content), Expected(named, (2565,))).state == (
        State.WRONG_YEAR_NAME
    )

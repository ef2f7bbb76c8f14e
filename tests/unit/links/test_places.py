"""Pages without the place that a link names, and pages that show nothing without a script, with their twins."""

import pytest

from prongsai.links.front_page import is_front_page
from prongsai.links.judge import judge_link
from prongsai.links.places import place_of
from prongsai.links.seen import Expected, Grade, Hop, Seen, State, grade_of
from prongsai.links.worker import read_html

HOST = "https://www.example.go.th"
PROSE = "เทศบาลดำเนินการตามแผนและเผยแพร่รายละเอียดของแต่ละโครงการ " * 40


def judged(html: str, fragment: str = "", **fields) -> State:
    """The state of a page of status 200 at an address with a fragment."""
    url = f"{HOST}/page{fragment}"
    content = read_html(html.encode(), fragment=fragment.removeprefix("#"))
    seen = Seen(url, f"{HOST}/page", **{"status": 200, "kind": "html", "content": content, **fields})
    return judge_link(seen, Expected(url)).state


@pytest.mark.parametrize(
    ("fragment", "state"),
    [
        ("#nosuch", State.PLACE_MISSING),
        ("#Plan", State.PLACE_MISSING),  # browsers heed the case
        ("#%E0%B9%81%E0%B8%9C%E0%B8%99-2564", State.PLACE_MISSING),
        ("#plan", State.FINE),
        ("#%E0%B9%81%E0%B8%9C%E0%B8%99", State.FINE),
        ("#old", State.FINE),  # by the name of an anchor, as pages of old have it
        ("#top", State.FINE),
        ("#", State.FINE),
        ("#:~:text=nosuch", State.FINE),
        ("#plan:~:text=nosuch", State.FINE),
        ("#/plan/2564", State.FINE),
        ("#!plan", State.FINE),
        ("#page=3", State.FINE),
        ("#form", State.PLACE_MISSING),  # the name of a field is no place
    ],
)
def test_a_fragment_leads_to_a_place_of_the_page(fragment, state):
    """A place that is not there is remarked upon; the top, texts and what only scripts read are no places."""
    html = f"<h1 id=plan>แผน</h1><p id='แผน'>{PROSE}</p><a name=old></a><input name=form>"
    assert judged(html, fragment) == state


def test_what_may_come_by_itself_is_not_missed():
    """A page whose script reads the fragment, or that was read in part, is not judged by its places."""
    assert judged(f"<p>{PROSE}</p><script>open(location.hash)</script>", "#tab2") == State.FINE
    assert judged(f"<p>{PROSE}</p><script src=menu.js></script>", "#tab2") == State.PLACE_MISSING
    assert place_of("section-2:~:text=แผน") == "section-2"


@pytest.mark.parametrize(
    "html",
    [
        "<div id='root'></div><script src=/a.js></script>",
        "<title>กองคลัง</title><app-root></app-root><script src=main.js></script>",
        "<noscript>You need to enable JavaScript.</noscript><div id=main></div><script src=a.js></script>",
        "<nav>หน้าแรก ข่าว แผน</nav><div id=__next></div><footer>เทศบาล</footer><script src=a.js></script>",
        "<div id='app'>กำลังโหลดข้อมูล...</div><script>start()</script>",
        "<header><img src=logo.png></header><h1>ศูนย์ข้อมูล</h1><div class=x id=app></div><script src=a.js></script>",
        "<noscript>โปรดเปิด JavaScript</noscript><div><img src=wait.gif></div><script src=a.js></script>",
        "<div id=root></div><noscript><img src=//count.example/p.gif></noscript><script src=a.js></script>",
    ],
)
def test_a_page_without_text_until_a_script_runs_is_for_a_person(html):
    """Nothing to read, but a script that may fill it: neither fine nor broken."""
    assert judged(html) == State.NEEDS_SCRIPT
    assert grade_of(State.NEEDS_SCRIPT) is Grade.BY_HAND


@pytest.mark.parametrize(
    ("html", "state"),
    [
        ("<p>ปี 2565 ไม่มีเรื่องร้องเรียน</p><script src=count.js></script>", State.FINE),
        ("<img src=poster.jpg><script src=count.js></script>", State.FINE),
        ("<iframe src=plan.pdf></iframe><script src=a.js></script>", State.FINE),
        (f"<div id=app>{PROSE}</div><script src=a.js></script>", State.FINE),
        (f"<div id=app></div><p>{PROSE}</p><script src=a.js></script>", State.FINE),
        (f"<form method=post><p>{PROSE}</p></form><script src=a.js></script>", State.FINE),  # a page in one form
        (f"<noscript>เปิด JavaScript</noscript><p>{PROSE}</p><script src=a.js></script>", State.FINE),
        ("<div id=root></div>", State.EMPTY),  # no script will ever fill it
    ],
)
def test_a_page_with_something_to_read_needs_no_script(html, state):
    """A short notice, a poster or a document in a frame is content, whatever scripts come along."""
    assert judged(html) == state


@pytest.mark.parametrize(
    ("address", "is_front"),
    [
        ("https://www.example.go.th", True),
        ("https://example.go.th/", True),
        ("http://www.example.go.th/index.php", True),
        ("https://www.example.go.th/home", True),
        ("https://www.example.go.th/main/", True),
        ("https://www.example.go.th/th/index.html", True),
        ("https://www.example.go.th/main.php?lang=th", True),
        ("https://www.example.go.th/?fbclid=IwAR0&utm_source=line", True),
        ("https://www.example.go.th/?page_id=17", False),
        ("https://www.example.go.th/index.php?option=com_content&id=4", False),
        ("https://www.example.go.th/#contact", False),
        ("https://www.example.go.th/#/plan", False),
        ("https://www.example.go.th/homepage-of-plan", False),
        ("https://www.example.go.th/home/plan.pdf", False),
        ("https://www.example.go.th/plan", False),
        ("https://ita.example.go.th/agency/", True),  # where the website of the agency is a folder
        ("https://ita.example.go.th/agency/index.php", True),
        ("https://ita.example.go.th/agency/plan", False),
        ("https://ita.example.go.th/agency2", False),
    ],
)
def test_a_front_page_has_many_addresses(address, is_front):
    """Names for the front page, tracking and languages make no other page of it; a place, a number or a file does."""
    assert is_front_page(address, "https://ita.example.go.th/agency") == is_front


def test_a_cookie_on_the_way_is_no_move():
    """A way that ends where it began has nothing to be remarked upon."""
    url, content = f"{HOST}/plan#a", read_html(f"<p id=a>{PROSE}</p>".encode())
    for final, state in ((f"{HOST}/plan", State.FINE), (f"{HOST}/other", State.REDIRECTED)):
        seen = Seen(url, final, (Hop(302, final),), status=200, kind="html", content=content)
        verdict = judge_link(seen, Expected(url))
        assert (verdict.state, "final" in verdict.values) == (state, state is State.REDIRECTED)


@pytest.mark.parametrize(
    ("status", "headers", "html", "state"),
    [
        (401, {}, "<p>401</p>", State.FORBIDDEN),
        (401, {"www-authenticate": "Basic"}, "<p>401</p>", State.LOGIN_WALL),
        (403, {}, "<p>403</p>", State.FORBIDDEN),
        (503, {}, "<p>Service unavailable</p>", State.SERVER_ERROR),
        (503, {}, "<p>Generated by Wordfence: your access to this site has been limited</p>", State.BLOCKED),
        (403, {}, "<h1>Sorry, you have been blocked</h1>", State.BLOCKED),
        (429, {"cf-mitigated": "challenge"}, "<p>x</p>", State.BLOCKED),
        (429, {}, "<p>x</p>", State.RATE_LIMITED),
        (999, {}, "<p>x</p>", State.BLOCKED),
    ],
)
def test_a_wall_against_robots_is_never_called_broken(status, headers, html, state):
    """The answer to a program says nothing of people, unless a server asks for a name or is out of order."""
    assert judged(html, status=status, headers=headers) == state
    assert (grade_of(state) is Grade.BY_HAND) == (state not in {State.LOGIN_WALL, State.SERVER_ERROR})

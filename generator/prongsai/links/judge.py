"""The judgement of what was seen at a link: pure, without network and clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from prongsai.links.fiscal_years import find_years
from prongsai.links.front_page import bare_host, is_front_page
from prongsai.links.kinds import is_promised
from prongsai.links.seen import Content, Expected, Seen, State, Verdict
from prongsai.links.web_address import NotWebError, extension_of, parse_address, readable
from prongsai.web import host_of

# A whole title, a part of one (titles are cut at | and dashes) or a whole heading.
NOT_FOUND_TITLE = re.compile(
    r"(?:error|ข้อผิดพลาด|รหัส)?\s*:?\s*\(?404\)?(?:\W+.{0,40})?"
    r"|(?:sorry\W+)?(?:the\s+)?(?:page|file|document|content|requested url|resource)?\s*(?:was\s+)?not\s+found\W*"
    r"|(?:oops\W+)?(?:that|this|the) (?:page|file) (?:can.?t|cannot|could not) be found\W*"
    r"|(?:page|file|document|content) (?:not available|does not exist|unavailable)\W*"
    r"|(?:ขออภัย|ขออภัยค่ะ|ขออภัยครับ)?\W*ไม่พบ(?:หน้า|เว็บเพจ|เพจ|ไฟล์|แฟ้ม|เอกสาร|เนื้อหา|บทความ|ที่อยู่|url)"
    r"\S{0,30}(?: ?ที่\S{0,30})?\W*|(?:ขออภัย)?\W*ไม่พบข้อมูลที่(?:คุณ|ท่าน|ค้น|ต้อง|ร้อง|เรียก)\S{0,30}\W*",
    re.IGNORECASE,
)
# Anywhere in a main text that says little else.
NOT_FOUND_TEXT = re.compile(
    r"\b404\b.{0,40}not\s+found|not\s+found.{0,40}\b404\b|(?:page|file|document|url)[^.]{0,60}\s(?:was\s+|could\s+)?not\s+(?:be\s+)?found"
    r"|page you (?:are looking for|requested)[^.]{0,60}(?:n.t|not|no longer)"
    r"|(?:page|file|document|article|content) (?:has been|was) (?:removed|deleted)"
    r"|ไม่พบหน้า(?:เว็บ|เพจ|ที่|นี้)|ไม่พบ(?:เว็บเพจ|เพจ|ไฟล์|แฟ้ม|เอกสาร|เนื้อหา|บทความ|ข้อมูล|url)\s*(?:นี้|ที่(?:คุณ|ท่าน|ค้น|ต้อง|ร้อง|เรียก))"
    r"|(?:หน้า|เพจ|ไฟล์|เอกสาร|บทความ)\S{0,20}\s?(?:ถูกลบ|ถูกย้าย|ไม่มีอยู่)",
    re.IGNORECASE,
)
LOGIN_TITLE = re.compile(
    r"(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้(?:งาน)?|ลงชื่อเข้าสู่ระบบ|ล็อกอิน|ล็อคอิน|(?:please\s+)?(?:log|sign)[\s-]?in|member login|user login"
    r"|กรุณา(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน)\S{0,30}|(?:หน้า)?เข้าสู่ระบบ(?:สมาชิก|ผู้ใช้งาน|ผู้ใช้|เจ้าหน้าที่|สำหรับ\S{0,20})?"
    r"|authentication required|account login)\W*",
    re.IGNORECASE,
)
LOGIN_TEXT = re.compile(
    r"(?:กรุณา|โปรด|ต้อง|จำเป็นต้อง)\s*(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน|ล็อคอิน|login|log in|sign in)"
    r"|(?:please|must|need to|have to) (?:log|sign)[\s-]?in|เข้าสู่ระบบ|ลงชื่อเข้าใช้|\b(?:log|sign)[\s-]?in\b",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(
    r"(?:^|[/_.-])(?:wp-login|log-?in|sign-?in|servicelogin|logon|auth/realms|oauth2?/authorize)(?:$|[/_.-])"
)
LOGIN_HOSTS = ("accounts.google.com", "login.microsoftonline.com", "login.live.com", "login.yahoo.com")
SHARE_HOSTS = (
    "drive.google.com",
    "docs.google.com",
    "sites.google.com",
    "sharepoint.com",
    "onedrive.live.com",
    "1drv.ms",
    "dropbox.com",
    "box.com",
    "icloud.com",
)
PERMISSION_TEXT = re.compile(
    r"ขอสิทธิ์(?:การ)?เข้าถึง|คุณต้องมีสิทธิ์(?:การ)?เข้าถึง|คุณไม่มีสิทธิ์(?:การ)?เข้าถึง|ท่านไม่มีสิทธิ์(?:การ)?เข้าถึง"
    r"|\byou need (?:access|permission)|\brequest access\b|you (?:do not|don.t) have (?:access|permission)"
    r"|สมาชิกเท่านั้น|เฉพาะ(?:สมาชิก|เจ้าหน้าที่)เท่านั้น",
    re.IGNORECASE,
)
# Found in the source of pages that ask whether a person is there.
CHALLENGE_TEXT = re.compile(
    r"just a moment\.\.\.|attention required! \| cloudflare|checking (?:your browser|if the site connection)"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|are you a robot"
    r"|request unsuccessful\. incapsula|the requested url was rejected\. please consult|ddos protection by"
    r"|ยืนยันว่าคุณ(?:ไม่ใช่|เป็นมนุษย์|ไม่ใช่หุ่นยนต์|ไม่ใช่โปรแกรม)|ตรวจสอบว่าคุณไม่ใช่(?:หุ่นยนต์|บอท|บอต|โปรแกรม)|กำลังตรวจสอบเบราว์เซอร์"
    r"|\bcaptcha\b|complete the security check|pardon our interruption|access denied.{0,200}reference #"
    r"|you have been blocked|unusual traffic|request blocked|web page blocked|mod_security|wordfence|cloudfront"
    r"|web application firewall|access to this (?:site|page|service) has been (?:limited|blocked|denied)",
    re.IGNORECASE,
)
ROBOTS_REFUSED = 999  # no status of HTTP: LinkedIn and others answer robots so, and people with the page
CHALLENGE_HEADERS = {"cf-mitigated": "challenge", "x-datadome": "", "x-sucuri-block": "", "x-amzn-waf-action": ""}
TITLE_CUT = re.compile(r"\s*(?:[|»«:\u2013\u2014]|\s-\s)\s*")


_LITTLE = 700  # characters of main text of a page that says nothing but one thing
_MUCH = 1500  # characters of main text of a page that has a content of its own
_NO_TEXT = 20  # characters in a whole PDF: page numbers of a scan
_NOTHING = Content()


def judge_link(seen: Seen, expected: Expected) -> Verdict:
    """The verdict on a link: the first of the checks that has something to say, from the gravest on."""
    years = seen.content.years if seen.content else ()
    state = seen.fault or next((found for check in _CHECKS if (found := check(seen, expected))), State.FINE)
    etag = seen.headers.get("etag", "") if seen.status == 200 else ""
    return Verdict(expected.url, state, _values(seen, expected, years), years, etag[:200], seen.sha256)


def _values(seen: Seen, expected: Expected, years: tuple[int, ...]) -> dict[str, str]:
    """The values that a sentence may name; nothing that is empty, so that the memory is small."""
    head = seen.head_status if seen.head_status not in {0, seen.status} else 0
    values = {
        "status": str(seen.status or ""),
        "head": str(head or ""),
        "final": readable(seen.final) if seen.hops and not _leads_back(seen, expected) else "",
        "hops": str(len(seen.hops) or ""),
        "found": seen.detail[:200],
        "place": unquote(expected.url.partition("#")[2])[:100] if (seen.content or _NOTHING).place == "missing" else "",
        "type": seen.headers.get("content-type", "").partition(";")[0].strip()[:60],
        "size": str(seen.stated_size or seen.size or ""),
        "years": join_years(years),
        "due": join_years(expected.years),
        "tries": str(seen.tries) if seen.tries > 1 else "",
    }
    return {name: " ".join(text.split()) for name, text in values.items() if text}


def join_years(years: Iterable[int]) -> str:
    """Years as a sentence and the memory name them."""
    return ", ".join(str(year) for year in years)


def _check_challenge(seen: Seen, _: Expected) -> State | None:
    headers = CHALLENGE_HEADERS.items()
    marked = any(name in seen.headers and part in seen.headers[name].lower() for name, part in headers)
    content = seen.content or _NOTHING
    asked = content.main_length < _LITTLE and CHALLENGE_TEXT.search(f"{content.title} {content.text}"[:4000])
    if seen.status == ROBOTS_REFUSED:
        return State.BLOCKED
    refused = seen.status in {401, 403, 405, 406, 418, 429, 503}
    return State.BLOCKED if (refused and (marked or asked)) or (seen.status == 200 and asked) else None


def _check_permission(seen: Seen, expected: Expected) -> State | None:
    """A file share that asks to be let in, or sends whoever is a stranger to its login."""
    content = seen.content or _NOTHING
    shared = _is_host(host_of(expected.url), SHARE_HOSTS)
    asks = PERMISSION_TEXT.search(f"{content.title} {content.main}"[:4000])
    if asks and content.main_length < _LITTLE and seen.status in {200, 401, 403}:
        return State.PERMISSION_WALL
    walled = seen.status in {401, 403} or _is_host(host_of(seen.final), LOGIN_HOSTS)
    return State.PERMISSION_WALL if shared and walled else None


def _check_status(seen: Seen, _: Expected) -> State | None:
    plain = {401: State.LOGIN_WALL, 403: State.FORBIDDEN, 404: State.NOT_FOUND, 410: State.GONE}
    plain |= {429: State.RATE_LIMITED, 204: State.EMPTY, 205: State.EMPTY}
    if seen.status == 401 and "www-authenticate" not in seen.headers:
        return State.FORBIDDEN  # a server that wants a name and password says so in this header
    if seen.status in plain:
        return plain[seen.status]
    if seen.status >= 500:
        return State.SERVER_ERROR
    return State.CLIENT_ERROR if seen.status >= 400 else None if 200 <= seen.status < 300 else State.BAD_ANSWER


def _check_login(seen: Seen, expected: Expected) -> State | None:
    """The wall is where the final address or the main text is the login, not where a header has a form."""
    content = seen.content or _NOTHING
    final, asked = urlsplit(seen.final), urlsplit(expected.url)
    led_there = seen.hops and (final.netloc, final.path) != (asked.netloc, asked.path)
    if led_there and (_is_host(host_of(seen.final), LOGIN_HOSTS) or LOGIN_PATH.search(final.path.lower())):
        return State.LOGIN_WALL
    if not content.asks_password or content.main_length > _MUCH:
        return None
    if _is_titled(content, LOGIN_TITLE):
        return State.LOGIN_WALL
    says = LOGIN_TEXT.search(f"{content.title} {content.text}")
    return State.LOGIN_WALL if says and content.text_length < _LITTLE and content.main_length < _LITTLE // 3 else None


def _check_soft_404(seen: Seen, expected: Expected) -> State | None:
    content = seen.content or _NOTHING
    if seen.kind == "html" and content.main_length <= _MUCH:
        says = content.main_length < _LITTLE and NOT_FOUND_TEXT.search(content.main)
        if says or _is_titled(content, NOT_FOUND_TITLE):
            return State.SOFT_404
    return State.SOFT_404 if _leads_home(seen, expected) else None


def _leads_home(seen: Seen, expected: Expected) -> bool:
    """True if an address deep inside a website now leads to its front page."""
    asked, final = urlsplit(expected.url), urlsplit(seen.final)
    same = bare_host(asked.hostname) == bare_host(final.hostname)
    is_home, was_home = (is_front_page(one._replace(fragment="").geturl()) for one in (final, asked))
    return bool(seen.hops and same and is_home and not was_home)


def _check_type(seen: Seen, expected: Expected) -> State | None:
    media_type = seen.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not seen.kind or is_promised(seen.kind, extension_of(expected.url), media_type):
        return None
    return State.WRONG_TYPE


def _check_empty(seen: Seen, _: Expected) -> State | None:
    content = seen.content
    if seen.kind == "" and not seen.stated_size:
        return State.EMPTY
    is_bare = content is not None and content.complete and not (content.text or content.has_media or content.fault)
    return State.EMPTY if seen.kind == "html" and is_bare else None


def _check_pdf(seen: Seen, _: Expected) -> State | None:
    content = seen.content
    if seen.kind != "pdf" or content is None or content.fault == "unread":
        return None
    faults = {"damaged": State.DAMAGED, "locked": State.LOCKED}
    if content.fault in faults:
        return faults[content.fault]
    letters = sum(one.isalnum() for one in content.text)
    return State.SCAN_WITHOUT_TEXT if content.complete and letters < _NO_TEXT else None


def _check_reading(seen: Seen, _: Expected) -> State | None:
    """Content that nobody has read, or of which only the beginning was: a page is cut where it is endless."""
    content = seen.content or _NOTHING
    if content.fault == "unread":
        return State.UNREAD
    return State.PARTLY_READ if seen.kind == "html" and not content.complete else None


def _check_year(seen: Seen, expected: Expected) -> State | None:
    """Wrong only where fiscal years are named and a required one never is, in all of what is there."""
    content = seen.content
    if content is None or content.fault or not content.complete or not expected.years:
        return None
    missing = [year for year in expected.years if year not in content.any_years]
    if not content.years or not missing:
        return None
    names = find_years(" ".join([re.sub(r"[/_.?=&-]", " ", readable(expected.url)), *expected.names]))
    return State.WRONG_YEAR_NAME if names.any & set(missing) else State.WRONG_YEAR


def _check_script(seen: Seen, _: Expected) -> State | None:
    content = seen.content or _NOTHING
    return State.NEEDS_SCRIPT if seen.kind == "html" and content.complete and content.needs_script else None


def _check_place(seen: Seen, _: Expected) -> State | None:
    """The place in a page that a fragment names is there; of a page that was cut off nothing is said."""
    content = seen.content or _NOTHING
    is_missing = seen.kind == "html" and content.complete and content.place == "missing"
    return State.PLACE_MISSING if is_missing else None


def _leads_back(seen: Seen, expected: Expected) -> bool:
    """True if the way ends where it began, as where a server sets a cookie and sends the visitor round once."""
    try:
        return seen.final == str(parse_address(expected.url))
    except NotWebError:
        return False


def _check_way(seen: Seen, expected: Expected) -> State | None:
    if not seen.hops or _leads_back(seen, expected):
        return None
    return State.MOVED if all(hop.status in {301, 308} for hop in seen.hops) else State.REDIRECTED


_CHECKS: tuple[Callable[[Seen, Expected], State | None], ...] = (
    _check_challenge,
    _check_permission,
    _check_status,
    _check_login,
    _check_soft_404,
    _check_empty,
    _check_type,
    _check_pdf,
    _check_script,
    _check_year,
    _check_reading,
    _check_place,
    _check_way,
)


def _is_titled(content: Content, pattern: re.Pattern[str]) -> bool:
    parts = [*TITLE_CUT.split(content.title), *content.headings[:2]]
    return any(pattern.fullmatch(part.strip()) for part in parts if part.strip())


def _is_host(host: str, names: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)

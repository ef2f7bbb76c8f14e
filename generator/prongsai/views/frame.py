"""The frame around every page of a site: its name, the menu, the notice, and what its foot says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.json_value import Json
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.views.ask import report_address, show_complaints, show_survey
from prongsai.views.content import Phrase
from prongsai.views.dress import logo_path
from prongsai.views.lifetimes import word_successor
from prongsai.views.questions import has_questions
from prongsai.views.speech import Speech

NOTICE = "จัดทำจากเอกสารที่หน่วยงานเผยแพร่ มิใช่เว็บไซต์ทางการของหน่วยงาน"
PREVIEW = "สำหรับเจ้าหน้าที่ ยังไม่ได้เผยแพร่ มีความพร้อม สิ่งที่ต้องแก้ไข ข้อสังเกต และชื่อแฟ้มข้อมูลที่ประชาชนไม่เห็น"
YEARS_IN_NAVIGATION = 4
MOST_OWN_PAGES = 6


@dataclass(frozen=True)
class Frame:
    """The texts that an engine's theme shows on every page.

    The `menu` has the title and the path of each page in it; behind these come `own_pages`, files at the top of
    content/ that say their titles themselves. `facts` are what the theme's templates ask for.
    """

    title: str
    site_url: str | None
    menu: tuple[tuple[str, str], ...]
    own_pages: tuple[str, ...]
    facts: Mapping[str, Json]


def frame_of(
    results: Results,
    speech: Speech,
    own_pages: Sequence[str],
    *,
    feeds: bool = False,
    image: Sequence[str] = (),
    paths: frozenset[str] | None = None,
) -> Frame:
    """The frame of a site.

    The menu has the newest years, the pages across years and the agency's `own_pages` at the top of content/.
    Menu and foot lead to what is among the `paths` of the pages; without these, to everything.
    With `feeds` every page names the feeds of what changed; `image` is the picture of home, its own or the one drawn.
    """
    options = results.site.options
    facts = {**_facts(results, speech, paths), "feeds": feeds, "image": [*image]}
    own = tuple(own_pages[:MOST_OWN_PAGES])
    return Frame(options.title, options.site_url, tuple(_menu(results, speech, paths)), own, facts)


def _menu(results: Results, speech: Speech, paths: frozenset[str] | None) -> Iterator[tuple[str, str]]:
    yield "หน้าแรก", "/"
    for year in sorted(results.years, reverse=True)[:YEARS_IN_NAVIGATION]:
        yield f"ปี {speech.digits(year)}", f"/{year}/"
    across = {
        "ทุกปีงบประมาณ": addresses.YEARS,
        "มาตรการทุกปี": addresses.ALL_MEASURES,
        "ตัวชี้วัด": addresses.INDICATORS,
        "หน่วยงาน": addresses.UNITS,
    }
    if any(has_questions(result.year) for result in results.years.values()):
        across["ถาม-ตอบ"] = addresses.QUESTIONS
    yield from ((title, path) for title, path in across.items() if paths is None or path in paths)


def notice_of(site: Site, speech: Speech) -> str:
    """The notice on every page and in every feed: of what kind this site is, who follows, what the agency adds."""
    kind = NOTICE if site.options.from_document else None
    return " ".join(filter(None, (kind, word_successor(site.agency, speech), site.options.notice)))


def _invited(site: Site, speech: Speech) -> dict[str, Json]:
    """The requests to the public, for the foot of every page: its faults, the survey, and corruption."""
    survey, complaints = show_survey(site.agency.eit_survey, speech), show_complaints(site.agency.complaints)
    found: dict[str, Json] = {"report": report_address(site)}
    if survey:
        found["survey"] = {"title": survey.title, "open": survey.open, "href": survey.url}
    if complaints:
        channels = [
            {"name": one.name, "text": part.text, "href": part.href}
            for one in complaints.channels
            for part in one.parts
            if isinstance(part, Phrase)
        ]
        found["complaints"] = {
            "title": complaints.title,
            "channels": channels,
            "confidentiality": complaints.confidentiality,
        }
    return found


def _facts(results: Results, speech: Speech, paths: frozenset[str] | None) -> dict[str, Json]:
    site = results.site
    footer = (
        ("ค้นหาและรายชื่อหน้า", addresses.SEARCH),
        ("วิธีคำนวณและเกณฑ์", addresses.METHODOLOGY),
        ("การเปลี่ยนแปลงของข้อมูล", addresses.UPDATES),
        ("ข้อมูลเปิด", addresses.OPEN_DATA),
        ("การเข้าถึง", addresses.ACCESSIBILITY),
        ("ติดต่อ", addresses.CONTACT),
    )
    return {
        "agency": known(site.agency.name) or site.options.title,
        "title": list(_title_parts(site.options.title)),
        "notice": notice_of(site, speech),
        "logo": logo_path(site).lstrip("/"),
        "preview": PREVIEW if site.for_officer else "",
        "base_path": _folder_address(site.options.base_path),
        "numerals": "thai" if speech.thai else "arabic",
        "updated": "",
        **_invited(site, speech),
        "search": paths is None or addresses.SEARCH in paths,
        "footer_links": [
            {"title": title, "path": path.lstrip("/")} for title, path in footer if paths is None or path in paths
        ],
    }


def _title_parts(title: str) -> Iterator[Json]:
    """The title for the header, apart from what narrow screens leave out."""
    before, bracket, behind = title.partition(" (")
    if before:
        yield {"kind": "plain", "text": before}
    if bracket:
        yield {"kind": "beside", "text": f"{bracket}{behind}"}


def _folder_address(base_path: str) -> str:
    """The address of the site's folder on its host: `/` or `/ita/`."""
    inside = base_path.strip("/")
    return f"/{inside}/" if inside else "/"

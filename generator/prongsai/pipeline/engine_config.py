"""The engine's base configuration, which a site's own mkdocs.yml inherits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from prongsai import addresses, paths
from prongsai.analysis.results import Results
from prongsai.disk.names import NEVER_PUBLISHED
from prongsai.json_value import Json
from prongsai.model.agency import SiteOptions
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.pages.head import picture_of
from prongsai.views.ask import show_complaints, show_survey
from prongsai.views.content import Phrase
from prongsai.views.questions import has_questions
from prongsai.views.share_cards import ShareCard
from prongsai.views.speech import Speech

BASE_CONFIG = ".prongsai/mkdocs.yml"
NOTICE = "จัดทำจากเอกสารที่หน่วยงานเผยแพร่ มิใช่เว็บไซต์ทางการของหน่วยงาน"
PREVIEW = "สำหรับเจ้าหน้าที่ ยังไม่ได้เผยแพร่ มีความพร้อม สิ่งที่ต้องแก้ไข ข้อสังเกต และชื่อแฟ้มข้อมูลที่ประชาชนไม่เห็น"
YEARS_IN_NAVIGATION = 4
MOST_OWN_PAGES = 6
_CONTENTS: Json = {"toc": {"permalink": False, "title": "ในหน้านี้", "toc_depth": 2}}
_VALIDATION = {
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
    "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
}


def engine_config(
    results: Results,
    speech: Speech,
    own_pages: Sequence[str],
    *,
    feeds: bool = False,
    card: ShareCard | None = None,
    paths: frozenset[str] | None = None,
) -> str:
    """The configuration as YAML (JSON is YAML).

    The navigation has the newest years, the pages across years and the agency's `own_pages` at the top of content/.
    Menu and foot lead to what is among the `paths` of the pages; without these, to everything.
    With `feeds` every page names the feeds of what changed; with `card`, the picture of home, its own picture or that.
    """
    options, image = results.site.options, picture_of(card) if card else ()
    config: dict[str, Json] = {
        "site_name": options.title,
        "docs_dir": "content",
        "site_dir": "site",
        "use_directory_urls": True,
        # Dot files are left out, but Apache reads its redirects from one.
        "exclude_docs": "\n".join(("!/.htaccess", *NEVER_PUBLISHED)),
        "theme": _theme(),
        "plugins": [],
        "markdown_extensions": ["attr_list", "tables", _CONTENTS],
        "validation": _VALIDATION,
        "nav": [*_navigation(results, speech, paths), *own_pages[:MOST_OWN_PAGES]],
        "not_in_nav": "*",
        "extra": {"generator": False, "prongsai": {**_extra(results, speech, paths), "feeds": feeds, "image": image}},
    }
    if options.site_url is not None:
        config["site_url"] = options.site_url if options.site_url.endswith("/") else f"{options.site_url}/"
    return json.dumps(config, ensure_ascii=False, indent=2) + "\n"


def _theme() -> dict[str, Json]:
    def mode(media: str, icon: str, name: str, scheme: str = "") -> dict[str, Json]:
        look: dict[str, Json] = {"media": media, "primary": "custom", "accent": "custom"}
        look["toggle"] = {"icon": icon, "name": name}
        return {**look, "scheme": scheme} if scheme else look

    return {
        "name": "material",
        "custom_dir": str(Path(paths.theme_folder())),
        # The first joins our style sheets, the second counts pages in the numerals of the site.
        "static_templates": ["assets/css/site.css", "assets/css/print.css"],
        "language": "th",
        "font": False,
        "favicon": "assets/favicon.svg",
        "features": [],
        "palette": [
            mode("(prefers-color-scheme)", "material/brightness-auto", "เปลี่ยนเป็นโหมดสว่าง"),
            mode("(prefers-color-scheme: light)", "material/white-balance-sunny", "เปลี่ยนเป็นโหมดมืด", "default"),
            mode("(prefers-color-scheme: dark)", "material/moon-waning-crescent", "เปลี่ยนเป็นโหมดตามอุปกรณ์", "slate"),
        ],
    }


def _navigation(results: Results, speech: Speech, paths: frozenset[str] | None) -> list[dict[str, str] | str]:
    newest = sorted(results.years, reverse=True)[:YEARS_IN_NAVIGATION]
    years: list[dict[str, str] | str] = [{f"ปี {speech.digits(year)}": f"{year}/index.md"} for year in newest]
    across = {
        "ทุกปีงบประมาณ": addresses.YEARS,
        "มาตรการทุกปี": addresses.ALL_MEASURES,
        "ตัวชี้วัด": addresses.INDICATORS,
        "หน่วยงาน": addresses.UNITS,
    }
    if any(has_questions(result.year) for result in results.years.values()):
        across["ถาม-ตอบ"] = addresses.QUESTIONS
    shown = ({title: _source(path)} for title, path in across.items() if paths is None or path in paths)
    return [{"หน้าแรก": "index.md"}, *years, *shown]


def notice_of(options: SiteOptions) -> str:
    """What stands on every page and in every feed: of what kind this site is, and what the agency adds."""
    return " ".join(filter(None, (NOTICE if options.from_document else None, options.notice)))


def _source(path: str) -> str:
    return f"{path.strip('/')}/index.md"


def _invited(site: Site, speech: Speech) -> dict[str, Json]:
    """What the public is asked to do, for the foot of every page: answer the survey, and report corruption."""
    survey, complaints = show_survey(site.agency.eit_survey, speech), show_complaints(site.agency.complaints)
    found: dict[str, Json] = {}
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


def _extra(results: Results, speech: Speech, paths: frozenset[str] | None) -> dict[str, Json]:
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
        "own_place": speech.own_place,
        "notice": notice_of(site.options),
        "preview": PREVIEW if site.for_officer else "",
        "base_path": site.options.base_path,
        "numerals": "thai" if speech.thai else "arabic",
        "updated": "",
        **_invited(site, speech),
        "search": paths is None or addresses.SEARCH in paths,
        "footer_links": [
            {"title": title, "path": path.lstrip("/")} for title, path in footer if paths is None or path in paths
        ],
    }

"""The kinds of subjects of the site, a line each: where one is, what it is called and what gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_ANYTHING, _NUMBERED = ".*", "(?:[0-9]+/)?"
_YEAR, _FILE = "data/{year}/", "data/{year}/{file}.yml"
_BY_ID, _BY_PLACE = f"{_FILE} (id: {{name}})", f"{_FILE} (#{{name}})"
_SCORES, _UNIT = "data/*/scores.yml ({key})", "site_config/agency.yml (units: {key})"
_BY_RULES = "items|unnumbered|measures|follow-up|s[0-9]+(?:-[0-9]+)*"  # how the rules of a year order its items
_DOCUMENTS, _NOTES = "site_config/site.yml (documents)", "site_config/site.yml (notes: public)"


@dataclass(frozen=True)
class Kind:
    """One kind of subject.

    `form` is its address, in which {key} looks like `keys`. A kind with a `title` is a heading under which people find
    its pages; those of another are found under that of the kind `group`. `origin` names what in the site's folder gives
    a subject, `part` what gives a fragment on its page, where that is another; without them it is in content/.
    `file` is the data file of a year from which it comes, where that is not its heading; {key} names it itself. At the
    foot of its pages people `can_ask`, and find what was `asked`. `withheld` are the fragments that readers see only
    for a time, or as long as the rules of the year are known to say so: their addresses stay; where pages are
    `fleeting`, none of their fragments is a promise.
    """

    name: str
    form: str
    title: str = ""
    group: str = "page"
    origin: str = ""
    part: str = ""
    file: str = ""
    keys: str = "[^/#]+"
    can_ask: bool = False
    asked: bool = False
    withheld: str = ""
    fleeting: bool = False

    @property
    def in_year(self) -> bool:
        """True if it is in the folder of its fiscal year."""
        return self.form.startswith("/{year}/")

    @property
    def heading(self) -> str:
        """The name of the kind under which people find it."""
        return self.name if self.title else self.group

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of its addresses."""
        form = re.escape(self.form).replace(r"\{year\}", "(?P<year>[0-9]{4})")
        return re.compile(form.replace(r"\{key\}", f"(?P<key>{self.keys})"), re.DOTALL)


# In the order of the navigation and of the lists. The first that fits an address counts.
_TABLE = (
    Kind("home", "/"),
    Kind("year", "/{year}/", "ภาพรวมของปี", origin=_YEAR),
    Kind("scores", "/{year}/scores/", "คะแนน", origin=_FILE, can_ask=True),
    Kind("analysis", "/{year}/analysis/", "การวิเคราะห์", origin=_FILE, part=_BY_ID, can_ask=True),
    Kind("measures", "/{year}/measures/", "มาตรการ", origin=_FILE, part=_BY_ID),
    Kind("measure", "/{year}/measures/{key}/", group="measures", origin=_BY_ID, can_ask=True, asked=True),
    Kind("all-measures", "/measures/", group="measures", file="measures"),
    Kind("status", "/measures/status/{key}/", group="measures", file="measures"),
    Kind("follow-up", "/{year}/follow-up/", "ผลการดำเนินการ", origin=_FILE, part=_BY_PLACE, can_ask=True),
    Kind("oit", "/{year}/oit/", "ข้อ OIT", origin=_FILE, part=_BY_PLACE, withheld=f"readiness|{_BY_RULES}"),
    Kind(
        "item",
        "/{year}/oit/{key}/",
        group="oit",
        origin="data/{year}/ ({code})",
        part="data/{year}/ ({code}, #{name})",
        keys="[a-z]{0,8}-?[0-9]+(?:-[0-9]+)*",
        can_ask=True,
        asked=True,
        withheld="findings|e-.+|elements|other-years",
    ),
    # An item whose number was not verified when its page was published; the address stays when the number is known.
    Kind(
        "unnumbered",
        "/{year}/oit/{key}/",
        group="oit",
        origin="data/{year}/{key}.yml",
        part="data/{year}/ (#{name})",
        keys="measures|follow-up",
        can_ask=True,
        asked=True,
        withheld="e-.+|elements",
    ),
    Kind("questions", "/{year}/questions/{key}", "ถาม-ตอบ", origin=_FILE, part=_BY_ID, keys=_NUMBERED, can_ask=True),
    Kind("all-questions", "/questions/", group="questions", file="questions"),
    Kind("notes", "/{year}/notes/", "ข้อสังเกตเกี่ยวกับข้อมูล", origin=_NOTES, part=_NOTES, fleeting=True),
    Kind("memo", "/{year}/memo/", "บันทึกข้อความ", origin=_FILE),
    Kind("updates", "/{year}/updates/", "การเปลี่ยนแปลงของข้อมูล", origin=_YEAR, fleeting=True),
    Kind("all-updates", "/updates/", fleeting=True),
    Kind("feed", "/feed.{key}"),
    Kind("year-feed", "/{year}/feed.{key}", origin=_YEAR),
    Kind("years", "/years/"),
    Kind("two-years", "/years/{key}/", origin="data/", keys="[0-9]{4}-[0-9]{4}"),
    Kind("indicators", "/indicators/", "ตัวชี้วัด", file="scores"),
    Kind(
        "indicator", "/indicators/{key}/", group="indicators", origin=_SCORES, file="scores", can_ask=True, asked=True
    ),
    Kind("units", "/units/", "หน่วยงาน"),
    Kind("unit", "/units/{key}/", group="units", origin=_UNIT, asked=True),
    Kind("unit-feed", "/units/{key}", origin="site_config/agency.yml", keys=r"[^/#]+/feed\.[a-z]+"),
    Kind("unit-calendar", "/units/{key}/calendar.ics", origin=_UNIT),
    Kind("links", "/links/", "ลิงก์", file="oit", withheld=".+"),
    Kind("year-links", "/links/{year}/", group="links", origin=_FILE, file="oit", withheld=".+"),
    Kind("methodology", "/methodology/", "วิธีคำนวณและเกณฑ์"),
    Kind("edition", "/methodology/{year}/", group="methodology", origin=_YEAR, withheld=".+"),
    Kind("accessibility", "/accessibility/"),
    Kind("contact", "/contact/"),
    Kind("search", "/search/"),
    Kind("search-list", "/search/{year}/{key}", keys=_ANYTHING, fleeting=True),
    Kind("search-across", "/search/site/{key}", keys=_ANYTHING, fleeting=True),
    Kind("search-file", "/search/{key}"),
    Kind("open-data", "/data/"),
    Kind("dictionary", "/data/dictionary/{key}/"),
    Kind("links-data", "/data/{year}/links.{key}", origin=_FILE, file="oit"),
    Kind("year-data", "/data/{year}/{key}", origin=_YEAR, file="{key}", keys=_ANYTHING),
    Kind("data", "/data/{key}", keys=_ANYTHING),
    Kind("document", "/documents/{year}/{key}", origin=_DOCUMENTS, file="{key}", keys=_ANYTHING),
    Kind("documents", "/documents/{key}", origin=_DOCUMENTS, keys=_ANYTHING),
    # A chart of a page as a file: its name is that of the page with the key of the chart.
    Kind("chart", "/charts/{key}.svg", origin="data/", keys=_ANYTHING),
    Kind("measure-picture", "/share/{year}/{key}.png"),
    Kind("year-picture", "/share/{year}.png"),
    Kind("picture", "/share/{key}", keys=_ANYTHING),
    Kind("photo", "/photos/{key}", origin="content/files/{key}", keys=r".+-[0-9]+\.[a-z]+"),
    # What somebody put into content/.
    Kind("files", "/files/{key}", "แฟ้มแนบ", origin="content/files/{key}", keys=_ANYTHING),
    Kind("own-of-year", "/{year}/{key}", origin=_YEAR, keys=_ANYTHING),
    Kind("page", "/{key}/", "หน้าทั่วไป", keys=_ANYTHING),
    Kind("file", "{key}", keys=_ANYTHING),
)
KINDS = {kind.name: kind for kind in _TABLE}
HEADINGS = {kind.name: kind.title for kind in _TABLE if kind.title}


@dataclass(frozen=True)
class Subject:
    """The subject of a page or file: its kind, its fiscal year (Buddhist Era) and its name among those of its kind."""

    kind: str
    year: int | None = None
    key: str = ""

    @property
    def path(self) -> str:
        """Its address."""
        return KINDS[self.kind].form.format(year=self.year, key=self.key)


@lru_cache(maxsize=20_000)
def subject_of(address: str) -> Subject:
    """The subject of an address, whatever its fragment is."""
    path = address.partition("#")[0]
    kind, found = next((kind, found) for kind in _TABLE if (found := kind.pattern.fullmatch(path)))
    parts = found.groupdict()
    return Subject(kind.name, int(parts["year"]) if "year" in parts else None, parts.get("key", ""))


def file_of(subject: Subject) -> str:
    """The data file of a year from which a subject comes, by its name without `.yml`."""
    kind = KINDS[subject.kind]
    return subject.key.partition(".")[0] if kind.file == "{key}" else kind.file or kind.heading

"""The open data of a site as one dataset: what it is called, who keeps it, and what the catalogue asks of it."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.analysis.results import Results
from prongsai.model.agency import OpenData
from prongsai.model.stated import known
from prongsai.views.assessment import shared_assessment

_KEYWORDS = ("OIT", "คุณธรรมและความโปร่งใส", "มาตรการส่งเสริมคุณธรรม", "การเปิดเผยข้อมูลสาธารณะ")
NO_LICENCE, UNKNOWN_FREQUENCY = "License not specified", "ไม่ทราบ"
# What the catalogue asks for, its Thai name, and where the agency gives it; empty where this follows from the site.
CATALOGUE = {
    "data_type": ("ประเภทชุดข้อมูล", ""),
    "title": ("ชื่อชุดข้อมูล", ""),
    "owner_org": ("องค์กรเจ้าของข้อมูล", "name"),
    "maintainer": ("ชื่อผู้ติดต่อ", "open_data: maintainer"),
    "maintainer_email": ("อีเมลผู้ติดต่อ", "open_data: maintainer_email"),
    "tag_string": ("คำสำคัญ", ""),
    "notes": ("รายละเอียด", ""),
    "objective": ("วัตถุประสงค์", "open_data: objective"),
    "update_frequency_unit": ("หน่วยความถี่ของการปรับปรุง", "open_data: update_frequency"),
    "geo_coverage": ("ขอบเขตเชิงภูมิศาสตร์", "open_data: geo_coverage"),
    "data_source": ("แหล่งที่มา", "documents"),
    "data_format": ("รูปแบบการเก็บข้อมูล", ""),
    "data_category": ("หมวดหมู่ข้อมูลตามธรรมาภิบาล", ""),
    "license_id": ("สัญญาอนุญาต", "open_data: license"),
}
_UNSAID = {None, NO_LICENCE, UNKNOWN_FREQUENCY}


@dataclass(frozen=True)
class Dataset:
    """The dataset of a site; what the agency has not said is None. `years` are those of the Buddhist Era.

    `agency` is whom the data is about, `owner` who publishes it: nobody says so of a site made from documents.
    """

    title: str
    about: str
    agency: str
    owner: str | None
    years: tuple[int, ...]
    sources: tuple[str, ...]
    said: OpenData
    is_official: bool
    site_url: str
    keywords: tuple[str, ...] = _KEYWORDS

    @property
    def span(self) -> str:
        """2564 ถึง 2567, or the only year; empty without any."""
        first, last = (self.years[0], self.years[-1]) if self.years else ("", "")
        return str(first) if first == last else f"{first} ถึง {last}"

    @property
    def catalogue(self) -> dict[str, str | None]:
        """The fourteen fields that the government's data catalogue asks for."""
        said = self.said
        return {
            "data_type": "ข้อมูลหลากหลายประเภท",
            "title": self.title,
            "owner_org": self.owner,
            "maintainer": said.maintainer,
            "maintainer_email": said.maintainer_email,
            "tag_string": ",".join(self.keywords),
            "notes": self.about,
            "objective": said.objective,
            "update_frequency_unit": said.update_frequency or UNKNOWN_FREQUENCY,
            "geo_coverage": said.geo_coverage,
            "data_source": "; ".join(self.sources) or None,
            "data_format": "CSV,JSON,XLSX",
            "data_category": "ข้อมูลสาธารณะ",
            "license_id": said.license or NO_LICENCE,
        }

    @property
    def lacking(self) -> tuple[tuple[str, str, str], ...]:
        """The fields that the agency has not said: name, Thai name, and the key that gives it."""
        return tuple((name, *CATALOGUE[name]) for name, value in self.catalogue.items() if value in _UNSAID)


def dataset_of(results: Results) -> Dataset:
    """The dataset of a site."""
    site = results.site
    name, years = known(site.agency.name), tuple(results.years)
    of = f"ของ{name}" if name else ""
    official = not site.options.from_document
    shown = (f"ปีงบประมาณ พ.ศ. {years[0]}" + (f" ถึง {years[-1]}" if len(years) > 1 else "")) if years else ""
    assessment = shared_assessment(results)
    about = f"{assessment.scores} ผลรายข้อ OIT มาตรการ และผลการดำเนินการ{of} {shown} คะแนนตามเอกสารคู่กับคะแนนที่คำนวณทวน"
    return Dataset(
        title=f"{assessment.result} และมาตรการส่งเสริมคุณธรรมและความโปร่งใส{of}",
        about=" ".join(about.split()) + ("" if official else " จัดทำจากเอกสารที่หน่วยงานเผยแพร่ มิใช่ชุดข้อมูลทางการของหน่วยงาน"),
        agency=name or "",
        owner=name if official else None,
        years=years,
        sources=tuple(dict.fromkeys(" ".join(one.title.split()) for one in site.documents.values())),
        said=site.agency.open_data or OpenData(),
        is_official=official,
        site_url=f"{site.options.site_url.rstrip('/')}/" if site.options.site_url else "",
        keywords=tuple(filter(None, (assessment.short, *_KEYWORDS))),
    )

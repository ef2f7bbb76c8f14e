"""The pages that do not belong to one year: home, all years, measures, indicators, units, methodology, contact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai.analysis.results import Results
from prongsai.model.agency import Channel
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, known
from prongsai.pages.page import Page
from prongsai.pages.year_pages import document_sections
from prongsai.views import addresses, measures, scores, year
from prongsai.views.content import Column, Phrase, Table, cell, fact, number_cell
from prongsai.views.names import indicator_name, indicator_numbers
from prongsai.views.speech import Speech
from prongsai.wording.terms import CHANNELS, GRADES

CONFIG_FILES = ("site_config/agency.yml", "site_config/site.yml")


class SitePages:
    """Plans the pages across the years."""

    def __init__(self, results: Results, speech: Speech) -> None:
        self.results = results
        self.speech = speech
        self.site = results.site
        self.files = tuple(file for result in results.years.values() for file in result.year.files)

    def plan(self) -> Iterator[Page]:
        """All pages across the years."""
        yield self._home()
        yield self._years()
        yield self._measures()
        yield self._indicators()
        for number in indicator_numbers(self.results):
            yield self._indicator(number)
        yield self._units()
        for key in self.site.agency.units:
            yield self._unit(key)
        yield self._methodology()
        yield self._plain("accessibility", "การเข้าถึงเว็บไซต์", "วิธีใช้เว็บไซต์นี้ด้วยแป้นพิมพ์ โปรแกรมอ่านหน้าจอ และการพิมพ์")
        yield self._contact()

    def _made_from(self, name: str) -> tuple[str, ...]:
        return tuple(file for file in self.files if file.endswith(f"/{name}.yml"))

    @property
    def _agency(self) -> str:
        name = known(self.site.agency.name)
        return name or "หน่วยงาน"

    def _home(self) -> Page:
        latest = self.results.latest_with_scores()
        total = known(latest.year.scores.total.value) if latest and latest.year.scores else None
        with_measures = self._latest_measures()
        view: dict[str, Any] = {
            "agency": self._agency,
            "total": self.speech.score(total) if total is not None else None,
            "facts": scores.year_facts(latest, self.speech) if latest else (),
            "latest_name": self.speech.fiscal_year(latest.year.year) if latest else "",
            "latest_path": addresses.section_path(latest.year.year, "scores") if latest else "",
            "oit_path": addresses.section_path(latest.year.year, "oit") if latest else "",
            "measures_name": self.speech.fiscal_year(with_measures.year) if with_measures else "",
            "measures_path": addresses.section_path(with_measures.year, "measures") if with_measures else "",
            "counts": measures.status_counts(with_measures, self.speech) if with_measures else (),
            "measure_count": self.speech.digits(len(with_measures.measures.measures))
            if with_measures and with_measures.measures
            else "",
            "years": scores.years_table(self.results, self.speech),
            "plain": [(code, tool.plain) for code, tool in latest.year.edition.instruments.items() if tool.plain]
            if latest
            else [],
        }
        about = f"ผลการประเมิน ITA มาตรการ และผลการดำเนินการของ{self._agency}"
        return Page(addresses.HOME, "home.md.j2", self.site.options.title, about, (*CONFIG_FILES, *self.files), view)

    def _latest_measures(self) -> FiscalYear | None:
        found = [result.year for result in self.results.years.values() if result.year.measures is not None]
        return found[-1] if found else None

    def _years(self) -> Page:
        view = {"table": scores.years_table(self.results, self.speech)}
        return Page(
            addresses.YEARS,
            "years.md.j2",
            "ทุกปีงบประมาณ",
            f"ผลการประเมินและมาตรการทุกปีงบประมาณของ{self._agency}",
            self.files,
            view,
        )

    def _measures(self) -> Page:
        groups = [
            (
                self.speech.fiscal_year(result.year.year),
                addresses.section_path(result.year.year, "measures"),
                f"y{result.year.year}",
                measures.measures_table(result.year, self.site, self.speech),
                measures.status_counts(result.year, self.speech),
            )
            for result in reversed(self.results.years.values())
            if result.year.measures is not None
        ]
        about = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสทุกปีของ{self._agency} ใครรับผิดชอบ ทำเมื่อใด ทำถึงไหน"
        return Page(
            addresses.ALL_MEASURES,
            "all-measures.md.j2",
            "มาตรการทุกปี",
            about,
            self._made_from("measures"),
            {"groups": groups},
        )

    def _indicators(self) -> Page:
        numbers = indicator_numbers(self.results)
        view = {"table": year.indicators_over_years(self.results, numbers, self.speech)}
        return Page(
            addresses.INDICATORS,
            "indicators.md.j2",
            "ตัวชี้วัด",
            "คะแนนของตัวชี้วัดทุกตัวในแต่ละปี",
            self._made_from("scores"),
            view,
        )

    def _indicator(self, number: str) -> Page:
        edition = indicator_numbers(self.results)[number]
        answering: list[tuple[FiscalYear, Measure]] = []
        weak = []
        for result in self.results.years.values():
            codes = tuple(
                code
                for sub, found in result.year.edition.subindicators.items()
                if found.indicator == number
                for code in result.year.edition.items_under(sub)
            )
            answering += measures.measures_answering(self.results, year=result.year.year, indicator=number, subs=codes)
            if year.weak_in(result, number):
                weak.append(
                    Phrase(
                        self.speech.fiscal_year(result.year.year),
                        href=addresses.section_path(result.year.year, "analysis"),
                    )
                )
        tool = edition.instruments.get(edition.indicators[number].instrument)
        view = {
            "table": year.indicator_table(self.results, number, self.speech),
            "measures": [
                (
                    self.speech.fiscal_year(own.year),
                    measures.measure_link(own.year, measure, self.speech),
                    measures.status_of(own, measure, self.speech),
                )
                for own, measure in answering
            ],
            "weak": weak,
            "instrument": f"{edition.indicators[number].instrument} {tool.name}" if tool else "",
            "plain": tool.plain if tool else None,
        }
        title = indicator_name(edition, number, self.speech)
        crumbs = (("ตัวชี้วัด", addresses.INDICATORS),)
        files = (*self._made_from("scores"), *self._made_from("measures"))
        return Page(
            addresses.indicator_path(number),
            "indicator.md.j2",
            title,
            f"{title} คะแนนทุกปีและมาตรการที่ตอบ",
            files,
            view,
            crumbs=crumbs,
        )

    def _of_unit(self, key: str) -> list[tuple[FiscalYear, Measure]]:
        found = []
        for result in reversed(self.results.years.values()):
            for measure in result.year.measures.measures if result.year.measures else ():
                responsible = known(measure.responsible)
                named = (*responsible.lead, *responsible.units) if responsible else ()
                if any(self.site.unit_of(text) == key for text in named):
                    found.append((result.year, measure))
        return found

    def _units(self) -> Page:
        rows = tuple(
            (
                cell(Phrase(unit.name, href=addresses.unit_path(key)), head=True),
                number_cell(self.speech.count(len(self._of_unit(key)))),
            )
            for key, unit in self.site.agency.units.items()
        )
        table = Table("units", "หน่วยงานและจำนวนมาตรการที่รับผิดชอบ", (Column("หน่วยงาน"), Column("มาตรการทุกปี", True)), rows)
        files = ("site_config/agency.yml", *self._made_from("measures"))
        return Page(
            addresses.UNITS,
            "units.md.j2",
            "หน่วยงานผู้รับผิดชอบ",
            f"หน่วยงานใน{self._agency}และมาตรการที่แต่ละหน่วยงานรับผิดชอบ",
            files,
            {"table": table},
        )

    def _unit(self, key: str) -> Page:
        unit = self.site.agency.units[key]
        rows = tuple(
            (
                cell(self.speech.digits(own.year)),
                cell(measures.measure_link(own.year, measure, self.speech), head=True),
                cell(*self.speech.stated(measure.period)),
                cell(measures.status_of(own, measure, self.speech)),
            )
            for own, measure in self._of_unit(key)
        )
        columns = (Column("ปี"), Column("มาตรการ"), Column("ระยะเวลา"), Column("สถานะ"))
        view = {
            "table": Table("measures", f"มาตรการที่{unit.name}รับผิดชอบ", columns, rows),
            "unit": unit,
        }
        crumbs = (("หน่วยงานผู้รับผิดชอบ", addresses.UNITS),)
        files = ("site_config/agency.yml", *self._made_from("measures"))
        return Page(
            addresses.unit_path(key),
            "unit.md.j2",
            unit.name,
            f"มาตรการที่{unit.name}ของ{self._agency}รับผิดชอบ",
            files,
            view,
            crumbs=crumbs,
        )

    def _methodology(self) -> Page:
        editions = [self._edition(result.year) for result in reversed(self.results.years.values())]
        sections = [
            section
            for result in self.results.years.values()
            if result.year.analysis is not None
            for section in document_sections(result.year.analysis.sections, "methodology")
        ]
        view = {"editions": editions, "sections": sections, "grades": list(GRADES.items())}
        about = "เครื่องมือ น้ำหนัก วิธีคำนวณ เกณฑ์ระดับ และหลักฐานที่ยืนยันหลักเกณฑ์ของแต่ละปี"
        return Page(
            addresses.METHODOLOGY,
            "methodology.md.j2",
            "วิธีคำนวณและเกณฑ์",
            about,
            self._made_from("analysis"),
            view,
            replaceable=True,
        )

    def _edition(self, own: FiscalYear) -> dict[str, Any]:
        edition = own.edition
        return {
            "year": own.year,
            "name": self.speech.fiscal_year(own.year),
            "is_known": bool(edition.instruments or edition.items),
            "instruments": year.instruments_rules_table(edition, self.speech),
            "levels": year.levels_rules_table(edition, self.speech),
            "levels_note": self.speech.digits(edition.levels_note) if edition.levels_note else "",
            "paths": [self.speech.digits(path.name) for path in edition.rounding_paths],
            "target": self.speech.digits(edition.target.score) if edition.target else "",
            "unverified": [self.speech.digits(text) for text in edition.unverified],
            "sources": [f"{fact_.source}" for fact_ in edition.evidence.values()],
            "items": self.speech.digits(len(edition.items)) if edition.items else "",
            "knows_all": edition.knows_all_items,
        }

    def _plain(self, name: str, title: str, about: str) -> Page:
        return Page(
            f"/{name}/", f"{name}.md.j2", title, about, CONFIG_FILES, {"agency": self._agency}, replaceable=True
        )

    def _contact(self) -> Page:
        agency = self.site.agency
        facts = [
            fact("ชื่อหน่วยงาน", *self.speech.stated(agency.name)),
            fact("ประเภท", *self.speech.stated(agency.type)),
            fact("อำเภอ", *self.speech.stated(agency.district)),
            fact("จังหวัด", *self.speech.stated(agency.province)),
            fact("ที่ตั้ง", *self.speech.stated(agency.address)),
        ]
        website = known(agency.main_website)
        link = Phrase(website, href=website) if website else self.speech.stated(agency.main_website)[0]
        facts.append(fact("เว็บไซต์หลัก", link))
        channels = known(agency.channels) or ()
        absent = self.speech.stated(agency.channels)[0] if isinstance(agency.channels, Absence) else None
        view = {
            "facts": facts,
            "channels": [channel_fact(channel) for channel in channels],
            "absent": absent,
            "agency": self._agency,
        }
        return Page(
            addresses.CONTACT,
            "contact.md.j2",
            "ติดต่อ",
            f"ช่องทางติดต่อ{self._agency}",
            CONFIG_FILES,
            view,
            replaceable=True,
        )


def channel_fact(channel: Channel) -> Any:
    """A channel with a link that a phone can follow."""
    prefix = {"phone": "tel:", "email": "mailto:"}.get(channel.kind, "")
    value = channel.value
    is_link = prefix or value.startswith(("https://", "http://"))
    plain = "".join(c for c in value if c.isdigit() or c == "+") if channel.kind == "phone" else value
    phrase = Phrase(value, href=f"{prefix}{plain}") if is_link else Phrase(value)
    return fact(channel.label or CHANNELS[channel.kind], phrase)


def plan_site_pages(results: Results, speech: Speech) -> Iterator[Page]:
    """All pages that do not belong to one year."""
    yield from SitePages(results, speech).plan()

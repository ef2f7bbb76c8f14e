"""The pages of one fiscal year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai.analysis.results import Results, YearResult
from prongsai.model.measures import Measure
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.problems import Problem
from prongsai.thai.codes import item_number
from prongsai.views import addresses, measures, oit, scores, year
from prongsai.views.content import Phrase
from prongsai.views.memo import memo_view
from prongsai.views.names import item_name, item_title
from prongsai.views.speech import Speech

SECTION_TITLES = {
    "scores": "คะแนน",
    "analysis": "การวิเคราะห์",
    "measures": "มาตรการ",
    "follow-up": "ผลการดำเนินการ",
    "oit": "ข้อ OIT",
    "notes": "ข้อสังเกตเกี่ยวกับข้อมูล",
    "memo": "บันทึกข้อความ",
}


class YearPages:
    """Plans the pages of one year."""

    def __init__(self, results: Results, result: YearResult, problems: tuple[Problem, ...], speech: Speech) -> None:
        self.results = results
        self.result = result
        self.problems = problems
        self.speech = speech
        self.fiscal_year = result.year
        self.number = result.year.year
        self.name = speech.fiscal_year(self.number)
        self.agency = speech.stated(results.site.agency.name)[0]
        self.shows_notes = results.site.options.notes == "public"

    def plan(self) -> Iterator[Page]:
        """All pages of the year in official order."""
        yield self._glance()
        yield self._scores()
        yield self._analysis()
        yield self._measures()
        for position, measure in enumerate(self._all_measures()):
            yield self._measure(measure, position)
        yield self._follow_up()
        yield self._oit()
        codes = [
            code for code in sorted(self.fiscal_year.edition.items, key=item_number) if oit.has_page(self.result, code)
        ]
        for position, code in enumerate(codes):
            yield self._item(code, codes, position)
        if self.shows_notes:
            yield self._notes()
        if self.fiscal_year.memo is not None:
            about = f"บันทึกข้อความนำเสนอผลการประเมิน ITA {self.name}"
            yield self._page("memo", f"บันทึกข้อความ {self.name}", about, memo_view(self.fiscal_year.memo, self.speech))

    def _all_measures(self) -> tuple[Measure, ...]:
        return self.fiscal_year.measures.measures if self.fiscal_year.measures else ()

    def _files(self, *names: str) -> tuple[str, ...]:
        wanted = {f"data/{number}/{name}.yml" for number in (self.number, self.number - 1) for name in names}
        existing = {file for result in self.results.years.values() for file in result.year.files}
        return tuple(sorted(wanted & existing))

    def _page(self, section: str, title: str, description: str, view: dict[str, Any], *names: str) -> Page:
        files = self._files(*(names or (section,)))
        path = addresses.section_path(self.number, section)
        year_crumb = (self.name, addresses.year_path(self.number))
        short = SECTION_TITLES[section]
        return Page(
            path, f"{section}.md.j2", title, description, files, view, self.number, section, short, (year_crumb,)
        )

    @property
    def sections(self) -> tuple[tuple[str, str, str], ...]:
        """The year's own navigation: (section, title, path)."""
        shown = [name for name in addresses.SECTIONS if name != "notes" or self.shows_notes]
        if self.fiscal_year.memo is not None:
            shown.append("memo")
        return tuple((name, SECTION_TITLES[name], addresses.section_path(self.number, name)) for name in shown)

    def _glance(self) -> Page:
        own = self.fiscal_year
        total = known(own.scores.total.value) if own.scores else None
        view = {
            "total": self.speech.score(total) if total is not None else None,
            "facts": scores.year_facts(self.result, self.speech),
            "year_name": self.name,
            "has_scores": own.scores is not None,
            "counts": measures.status_counts(own, self.speech),
            "measure_count": self.speech.digits(len(self._all_measures())),
            "measures": own.measures,
            "answers_year": self._answered_year_name(),
            "analysis": own.analysis,
            "item_count": self.speech.digits(len(own.edition.items)),
            "documents": self._documents(),
            "zero_count": self.speech.digits(sum(item.score == 0 for item in self.result.computed.items.values())),
            "has_items": bool(self.result.computed.items),
        }
        title = f"{self.name}"
        about = (
            f"ผลการประเมิน ITA การวิเคราะห์ มาตรการ และผลการดำเนินการ {self.name} ของ{self.agency.text}"
            if isinstance(self.agency, Phrase)
            else title
        )
        files = tuple(sorted(own.files))
        return Page(addresses.year_path(self.number), "year.md.j2", title, about, files, view, self.number, "")

    def _documents(self) -> tuple[str, ...]:
        own = self.fiscal_year
        keys = dict.fromkeys(
            record.source
            for record in (own.scores, own.analysis, own.measures, own.follow_up, own.memo, own.register)
            if record is not None and record.source
        )
        return tuple(self.results.site.documents[key].title for key in keys if key in self.results.site.documents)

    def _answered_year(self) -> int | None:
        own = self.fiscal_year.measures
        return known(own.from_fiscal_year) if own else None

    def _answered_year_name(self) -> str:
        answered = self._answered_year()
        return self.speech.fiscal_year(answered) if answered is not None else ""

    def _scores(self) -> Page:
        own, speech = self.fiscal_year, self.speech
        total = known(own.scores.total.value) if own.scores else None
        computed = self.result.computed
        view = {
            "scores": own.scores,
            "total": speech.score(total) if total is not None else None,
            "facts": scores.result_facts(self.result, speech),
            "year_name": self.name,
            "computed": computed,
            "computed_total": speech.score(computed.total) if computed.total is not None else None,
            "difference": speech.score(abs(total - computed.total))
            if total is not None and computed.total is not None
            else None,
            "other_paths": [
                (path.path.name, speech.score(path.total))
                for path in computed.paths
                if path.total is not None and path.path != computed.path
            ],
            "instruments": scores.instruments_table(self.result, speech),
            "indicators": scores.indicators_table(self.result, speech),
            "subindicators": scores.subindicators_table(self.result, speech),
            "items": scores.items_table(self.result, speech),
            "questions": scores.questions_table(self.result, speech),
            "again": scores.again_table(self.result, speech),
            "levels": scores.printed_levels_table(self.result, speech),
            "others": known(own.scores.items_not_listed) if own.scores else None,
            "target": own.edition.target,
            "data_path": addresses.scores_data_path(self.number),
            "plain": [(code, tool.plain) for code, tool in own.edition.instruments.items() if tool.plain],
        }
        about = f"คะแนน ITA {self.name} รายเครื่องมือ รายตัวชี้วัด และรายข้อ เทียบคะแนนตามเอกสารกับที่คำนวณทวน"
        return self._page("scores", f"คะแนน ITA {self.name}", about, view)

    def _analysis(self) -> Page:
        own, speech = self.fiscal_year, self.speech
        analysis = own.analysis
        view = {
            "analysis": analysis,
            "year_name": self.name,
            "strengths": [year.stated_list(stated, own, speech) for stated in analysis.strengths] if analysis else [],
            "weaknesses": [year.stated_list(stated, own, speech) for stated in analysis.weaknesses] if analysis else [],
            "developments": self._developments(),
            "zero_items": scores.items_table(self.result, speech, only_zero=True),
            "sections": self._document_sections("analysis"),
            "recommendations": speech.texts(analysis.recommendations)
            if analysis and analysis.recommendations
            else None,
        }
        about = f"จุดแข็ง จุดอ่อน ข้อที่ไม่ได้คะแนน และประเด็นที่ควรพัฒนา จากผลการประเมิน ITA {self.name}"
        return self._page("analysis", f"การวิเคราะห์ผลการประเมิน {self.name}", about, view, "analysis", "scores")

    def _developments(self) -> list[year.Development]:
        own = self.fiscal_year.analysis
        points = own.development_points if own else ()
        return [year.development(point, self.results, self.fiscal_year, self.speech) for point in points]

    def _document_sections(self, place: str) -> list[dict[str, Any]]:
        own = self.fiscal_year.analysis
        return document_sections(own.sections if own else (), place)

    def _measures(self) -> Page:
        own, speech = self.fiscal_year, self.speech
        answered = self.results.years.get(self._answered_year() or 0)
        view: dict[str, Any] = {
            "measures": own.measures,
            "year_name": self.name,
            "answered_name": self._answered_year_name(),
            "answered": answered,
            "counts": measures.status_counts(own, speech),
            "tables": self._measure_tables(),
            "item_code": own.edition.item_of("measures"),
        }
        if answered is not None:
            found = answered.year.analysis
            view |= {
                "answered_scores": scores.indicators_table(answered, speech),
                "answered_total": speech.stated(answered.year.scores.total.value) if answered.year.scores else None,
                "answered_level": speech.stated(answered.year.scores.level.value) if answered.year.scores else None,
                "weaknesses": [year.stated_list(stated, answered.year, speech) for stated in found.weaknesses]
                if found
                else [],
                "developments": [
                    year.development(p, self.results, answered.year, speech) for p in found.development_points
                ]
                if found
                else [],
                "zero_items": scores.items_table(answered, speech, only_zero=True),
                "analysis_path": addresses.section_path(answered.year.year, "analysis"),
            }
        about = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {self.name} พร้อมผลการวิเคราะห์ของปีก่อน ผู้รับผิดชอบ ขั้นตอน และการติดตาม"
        return self._page(
            "measures",
            f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {self.name}",
            about,
            view,
            "measures",
            "analysis",
            "scores",
            "follow-up",
        )

    def _measure_tables(self) -> list[tuple[str, str, Any]]:
        """The measures under their topics, or in one table."""
        own, speech = self.fiscal_year, self.speech
        if own.measures is None or not own.measures.topics:
            return [("", "", measures.document_table(own, self.results.site, speech))]
        tables = []
        for topic in own.measures.topics:
            head = f"{speech.digits(topic.number)}. " if topic.number is not None else ""
            table = measures.document_table(own, self.results.site, speech, topic.id)
            tables.append((f"{head}{topic.title}", f"topic-{topic.id}", table))
        return tables

    def _entry(self, measure: Measure) -> dict[str, Any]:
        answered = self.results.years.get(self._answered_year() or 0)
        return {
            "id": measure.id,
            "name": measures.measure_name(measure, self.speech),
            "href": addresses.measure_path(self.number, measure.id),
            "topic": measure.topic,
            "facts": measures.measure_facts(self.fiscal_year, measure, self.results.site, self.speech),
            "bases": [
                {
                    "phrases": measures.basis_phrases(basis, answered.year if answered else None, self.speech),
                    "note": basis.note,
                    "quote": basis.quote,
                    "findings": basis.findings,
                }
                for basis in measure.basis
            ],
            "at": measure.at,
        }

    def _measure(self, measure: Measure, position: int) -> Page:
        own, speech = self.fiscal_year, self.speech
        view = {
            "entry": self._entry(measure),
            "lead": measures.lead_sentence(own, measure, self.results.site, speech),
            "year_name": self.name,
            "answered_name": self._answered_year_name(),
            "reports": [measures.report_facts(report, speech) for report in measures.reports_of(own, measure)],
            "indicators": self._aimed_indicators(measure),
            "pager": self._neighbours(position),
        }
        title = measures.measure_name(measure, speech)
        path = addresses.measure_path(self.number, measure.id)
        crumbs = (
            (self.name, addresses.year_path(self.number)),
            (SECTION_TITLES["measures"], addresses.section_path(self.number, "measures")),
        )
        files = self._files("measures", "follow-up", "scores")
        about = f"{title} ของ{self.name} ผู้รับผิดชอบ ขั้นตอน ระยะเวลา การติดตาม และผลการดำเนินการ"
        return Page(path, "measure.md.j2", title, about, files, view, self.number, "measures", crumbs=crumbs)

    def _aimed_indicators(self, measure: Measure) -> list[Any]:
        numbers = dict.fromkeys(basis.indicator for basis in measure.basis if basis.indicator is not None)
        return [year.indicator_table(self.results, number, self.speech) for number in numbers]

    def _neighbours(self, position: int) -> dict[str, tuple[str, str] | None]:
        listed = self._all_measures()

        def entry(index: int) -> tuple[str, str] | None:
            if not 0 <= index < len(listed):
                return None
            return measures.measure_name(listed[index], self.speech), addresses.measure_path(
                self.number, listed[index].id
            )

        return {"previous": entry(position - 1), "next": entry(position + 1)}

    def _follow_up(self) -> Page:
        own, speech = self.fiscal_year, self.speech
        view = {
            "follow_up": own.follow_up,
            "measures": own.measures,
            "year_name": self.name,
            "as_of": speech.stated(own.follow_up.as_of) if own.follow_up else None,
            "counts": measures.status_counts(own, speech),
            "table": measures.follow_up_table(own, self.results.site, speech),
            "item_code": own.edition.item_of("follow-up"),
            "measures_code": own.edition.item_of("measures"),
            "measures_path": addresses.section_path(self.number, "measures"),
        }
        about = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส {self.name}"
        return self._page("follow-up", f"ผลการดำเนินการตามมาตรการ {self.name}", about, view, "follow-up", "measures")

    def _oit(self) -> Page:
        own, speech = self.fiscal_year, self.speech
        view = {
            "table": oit.index_table(self.result, speech),
            "year_name": self.name,
            "edition": own.edition,
            "has_items": bool(own.edition.items),
            "knows_all": own.edition.knows_all_items,
            "count": speech.digits(len(own.edition.items)),
            "zero_items": scores.items_table(self.result, speech, only_zero=True),
            "has_results": bool(self.result.computed.items),
            "others": known(own.scores.items_not_listed) if own.scores else None,
        }
        about = f"ข้อ OIT ทุกข้อของ{self.name} เรียงตามหลักเกณฑ์ พร้อมผลและหน้าที่ตอบแต่ละข้อ"
        return self._page("oit", f"ข้อ OIT {self.name}", about, view, "oit", "scores")

    def _item(self, code: str, codes: list[str], position: int) -> Page:
        own, speech = self.fiscal_year, self.speech
        item = own.edition.items[code]
        answer = own.register.items.get(code) if own.register else None
        points = [
            year.development(point, self.results, own, speech)
            for point in (own.analysis.development_points if own.analysis else ())
            if point.item == code
        ]
        view = {
            "code": code,
            "item": item,
            "title": item_title(own.edition, code, speech),
            "elements": [speech.digits(element.text) for element in item.elements],
            "advice": [speech.digits(text) for text in item.advice],
            "facts": oit.item_facts(self.result, code, speech),
            "answer": answer,
            "answer_facts": oit.answer_facts(answer, speech) if answer else (),
            "points": points,
            "answering": [
                measures.measure_link(other.year, measure, speech)
                for other, measure in measures.measures_answering(self.results, year=self.number, item=code)
            ],
            "elsewhere": [
                (
                    f"{speech.fiscal_year(number)} ข้อ {item_name(self.results.years[number].year.edition, other, speech)}",
                    addresses.item_path(number, other),
                )
                for number, other in oit.same_item_elsewhere(self.results, self.number, code)
            ],
            "year_name": self.name,
            "verified": year.evidence_words(own.edition, item.evidence),
            "pager": {
                "previous": self._item_link(codes, position - 1),
                "next": self._item_link(codes, position + 1),
            },
        }
        title = f"{item_name(own.edition, code, speech)}"
        crumbs = (
            (self.name, addresses.year_path(self.number)),
            (SECTION_TITLES["oit"], addresses.section_path(self.number, "oit")),
        )
        path = addresses.item_path(self.number, code)
        about = f"ข้อ {title} {self.name} ผล สาเหตุ องค์ประกอบที่ต้องมี และมาตรการที่ตอบ"
        return Page(
            path,
            "item.md.j2",
            f"ข้อ {title}",
            about,
            self._files("scores", "analysis", "measures", "oit"),
            view,
            self.number,
            "oit",
            code,
            crumbs,
        )

    def _item_link(self, codes: list[str], index: int) -> tuple[str, str] | None:
        if not 0 <= index < len(codes):
            return None
        return item_name(self.fiscal_year.edition, codes[index], self.speech), addresses.item_path(
            self.number, codes[index]
        )

    def _notes(self) -> Page:
        found = year.notices(self.problems, self.number, self.speech)
        view = {
            "warnings": [note for note in found if note.kind == "warning"],
            "notes": [note for note in found if note.kind == "note"],
            "year_name": self.name,
        }
        about = f"ข้อที่เอกสารขัดแย้งกันเอง ค่าที่คำนวณทวน และหมายเหตุของผู้จัดทำข้อมูล {self.name}"
        return self._page(
            "notes",
            f"ข้อสังเกตเกี่ยวกับข้อมูล {self.name}",
            about,
            view,
            "scores",
            "analysis",
            "measures",
            "follow-up",
            "memo",
            "oit",
        )


def document_sections(sections: tuple[Any, ...], place: str) -> list[dict[str, Any]]:
    """The document's own sections that are shown on a page."""
    return [
        {
            "id": section.id,
            "title": section.title,
            "paragraphs": section.paragraphs,
            "points": year.section_points(section.points),
            "table": year.printed_table(section.table, f"t-{section.id}") if section.table else None,
        }
        for section in sections
        if section.place == place
    ]


def plan_year_pages(
    results: Results, result: YearResult, problems: tuple[Problem, ...], speech: Speech
) -> Iterator[Page]:
    """All pages of one year, each with the year's own navigation."""
    planner = YearPages(results, result, problems, speech)
    for page in planner.plan():
        yield Page(
            **{
                **page.__dict__,
                "view": {**page.view, "sections": page.view.get("sections"), "year_sections": planner.sections},
            }
        )

"""The data files of a fiscal year to be filled in: from the words of the fields, with what is known of the year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from prongsai.forms.fill_in import FillIn, Given, comment_out, indent, word_comment, write_block
from prongsai.forms.register_items import Earlier, write_items
from prongsai.model.edition import Edition
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.groups import holder_of, records_in
from prongsai.model.measures import Measure
from prongsai.model.oit import Register
from prongsai.model.record import Record
from prongsai.model.reports import ROUNDS, round_end
from prongsai.model.scores import Scores
from prongsai.model.stated import known

_HOW = (
    "พิมพ์ค่าหลังเครื่องหมาย : ช่องที่ยังไม่มีข้อมูลเว้นว่างไว้",
    "คีย์ที่มี # นำหน้ายังไม่ใช้ เมื่อจะใช้ให้ลบ # ตัวแรกของทุกบรรทัดในส่วนนั้น แล้วแก้ตัวอย่างให้ตรงกับเอกสาร",
)


@dataclass(frozen=True)
class KnownOfYear:
    """The facts known of a fiscal year (Buddhist Era) before its files are filled in.

    `measures` are those of the year, which its reports will speak of; `earlier` are answers of a year before;
    `values` are for keys of the file itself.
    """

    year: int
    edition: Edition
    measures: tuple[Measure, ...] = ()
    earlier: Earlier | None = None
    values: Mapping[str, str] = field(default_factory=dict)


def write_year_file(record: type[Record], known_of: KnownOfYear, schema: str) -> str:
    """The whole file that holds one `record`; `schema` is the way from the file to its schema."""
    fill_in = FillIn()
    own = _OWN[record](known_of, fill_in) if record in _OWN else {}
    values = {"fiscal_year": str(known_of.year), **known_of.values}
    given = {**{key: write_block(key, value) for key, value in values.items()}, **own}
    head = [f"ปีงบประมาณ พ.ศ. {known_of.year}: {record.called}", *_HOW]
    lines = [f"yaml-language-server: $schema={schema}", *head]
    return "\n".join([*map(word_comment, lines), *fill_in.write_file(record, given), ""])


def _figures(known_of: KnownOfYear, _: FillIn) -> Given:
    """The figures of a year, each with the name that its edition gives it."""
    given = {}
    for name, declared in Scores.model_fields.items():
        record, named = next(records_in(declared.annotation), None), known_of.edition.names_for(name)
        if named and record is not None and record.shorthand and holder_of(declared.annotation) == "table":
            given[name] = [f"{name}:", *(f"  {key}:  {word_comment(one)}" for key, one in named.items())]
    return given


def _reports(known_of: KnownOfYear, fill_in: FillIn) -> Given:
    """A row for each round and measure, in a comment: it says nothing until something was reported."""
    lines = []
    for months in ROUNDS:
        for one in known_of.measures:
            until, title = round_end(months, known_of.year), known(one.title) or ""
            lines.append(word_comment(f"รอบ {months} เดือน ถึงวันที่ {until} มาตรการ {one.id} {title}"))
            row = {"measure": write_block("measure", one.id), "round": write_block("round", months)}
            lines += fill_in.write_entry(Report, row)
    return {"reports": comment_out(["reports:", *indent(lines)])} if lines else {}


def _answers(known_of: KnownOfYear, fill_in: FillIn) -> Given:
    items = write_items(known_of.edition, known_of.earlier, fill_in)
    return {"items": items} if items else {}


_OWN: dict[type[Record], Callable[[KnownOfYear, FillIn], Given]] = {
    Scores: _figures,
    FollowUp: _reports,
    Register: _answers,
}

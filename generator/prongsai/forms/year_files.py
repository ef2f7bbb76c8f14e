"""The data files of a fiscal year to be filled in: from the words of the fields, with what is known of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from prongsai.forms.carried import Earlier
from prongsai.forms.fill_in import FillIn, Given, comment_out, indent, word_comment, write_block
from prongsai.forms.register_items import Items, write_items
from prongsai.model.edition import Edition
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.groups import holder_of, records_in
from prongsai.model.measures import Measure, Measures
from prongsai.model.oit import Register
from prongsai.model.record import Record
from prongsai.model.reports import round_end, waiting_rounds
from prongsai.model.scores import Scores
from prongsai.model.stated import known

_HOW = (
    "พิมพ์ค่าหลังเครื่องหมาย : ช่องที่ยังไม่มีข้อมูลเว้นว่างไว้",
    "คีย์ที่มี # นำหน้ายังไม่ใช้ เมื่อจะใช้ให้ลบ # ตัวแรกของทุกบรรทัดในส่วนนั้น แล้วแก้ตัวอย่างให้ตรงกับเอกสาร",
)


@dataclass(frozen=True)
class KnownOfYear:
    """The facts known of a fiscal year (Buddhist Era) before its files are filled in.

    `nearest` is the edition that lends its items where `edition` has none. `measures` are those of the year, which its
    reports will speak of; `earlier` are answers of a year before; `values` are for keys of the file itself;
    `weak_points` say which weak points of the result before the measures must answer.
    """

    year: int
    edition: Edition
    measures: tuple[Measure, ...] = ()
    earlier: Earlier | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    nearest: Edition | None = None
    weak_points: tuple[str, ...] = ()

    @property
    def items(self) -> Items:
        """The items by which its register is laid out."""
        return Items(self.year, self.edition if self.edition.items else self.nearest or self.edition)


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


def _measures(known_of: KnownOfYear, fill_in: FillIn) -> Given:
    """The weak points that the measures must answer, in words above them."""
    told = [word_comment(one) for one in known_of.weak_points]
    return {"measures": [*told, *fill_in.write_key(Measures, "measures")]} if told else {}


def _reports(known_of: KnownOfYear, fill_in: FillIn) -> Given:
    """A row for each round and measure, in a comment: it says nothing until something was reported."""
    lines = write_rounds(
        known_of.year, known_of.measures, waiting_rounds((), named_measures(known_of.measures)), fill_in
    )
    return {"reports": comment_out(["reports:", *indent(lines)])} if lines else {}


def named_measures(measures: Iterable[Measure]) -> tuple[str, ...]:
    """The ids of the measures that say what they are: of others nobody could tell what is to be reported."""
    return tuple(one.id for one in measures if known(one.title) is not None or known(one.number) is not None)


def write_rounds(
    year: int, measures: Iterable[Measure], rounds: Iterable[tuple[str, str]], fill_in: FillIn
) -> list[str]:
    """A row for each measure and round that waits for a report, with words above it that name it."""
    titles = {one.id: known(one.title) or "" for one in measures}
    lines = []
    for code, months in rounds:
        lines.append(word_comment(f"{name_round(code, months)} ถึงวันที่ {round_end(months, year)} {titles[code]}"))
        row = {"measure": write_block("measure", code), "round": write_block("round", months)}
        lines += fill_in.write_entry(Report, row)
    return lines


def name_round(code: str, months: str) -> str:
    """The words by which a row that waits is found again."""
    return f"รอบ {months} เดือน มาตรการ {code}"


def _answers(known_of: KnownOfYear, fill_in: FillIn) -> Given:
    items = write_items(known_of.items, known_of.earlier, fill_in)
    return {"items": items} if items else {}


_OWN: dict[type[Record], Callable[[KnownOfYear, FillIn], Given]] = {
    Scores: _figures,
    Measures: _measures,
    FollowUp: _reports,
    Register: _answers,
}

"""The draft of the measures of a year: for each finding the own measure of last year, then proposals of the bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.analysis.results import Listed, Results
from prongsai.drafts import words as w
from prongsai.drafts.bank import Bank, Proposal, is_filled_in, load_bank, plain
from prongsai.drafts.continued import continued, own_measures, units_of
from prongsai.drafts.drafted import Drafted
from prongsai.drafts.naming import Naming, officials
from prongsai.drafts.needs import Need, answers, needs_of, proposals_for
from prongsai.drafts.told import Told
from prongsai.forms.propose_codes import propose_measure_code
from prongsai.model.measures import Measures
from prongsai.model.stated import known
from prongsai.writing.change import Change, Insert, Plain, Put

MOST = 3  # proposals for one finding


def draft_measures(told: Told, results: Results, year: int, file: str, most: int = MOST) -> Drafted:
    """The draft of the measures of `year` in `file`; a finding that one of its measures answers is left out."""
    drafted, bank = Drafted(), load_bank()
    found = results.site.year(year)
    own = found.measures if found else None
    needs = _open_needs(told, bank, year, own, drafted)
    made = list(_made(told, results, bank, needs, year, most))
    taken = [one.id for one in own.measures] if own else []
    entries: list[Plain] = []
    for entry in made:
        taken.append(propose_measure_code(taken))
        entries.append({"id": taken[-1], **entry})
    drafted.texts = _texts(needs, made)
    drafted.changes = _changes(told, year, file, own, entries)
    return drafted


def _open_needs(told: Told, bank: Bank, year: int, own: Measures | None, drafted: Drafted) -> list[Need]:
    found = []
    for need in needs_of(told, bank, year):
        there = [one for one in (own.measures if own else ()) if answers(one, told.edition, need)]
        if there:
            drafted.left_out.append(f"{need.what} เพราะมีมาตรการแล้ว คือ {', '.join(one.id for one in there)}")
        else:
            found.append(need)
    return found


def _made(
    told: Told, results: Results, bank: Bank, needs: Sequence[Need], year: int, most: int
) -> Iterator[dict[str, Plain]]:
    carried = list(own_measures(told, results, bank, needs))
    done: set[str] = set()
    used: set[str] = set()
    there = _titles(results, told.year, year)
    units = _Units(told, results, carried)
    for need in needs:
        for listed, answered in carried:
            if need in answered and listed.measure.id not in done:
                done.add(listed.measure.id)
                yield continued(listed, answered)
        fresh = {one.id: one for one in proposals_for(need, told, bank) if one.id not in used and not _has(there, one)}
        for name in list(fresh)[:most]:
            used.add(name)
            yield _proposed(fresh[name], need, told, year, units.of(need))


def _titles(results: Results, *years: int) -> set[str]:
    """The titles of all measures of some years, as compared."""
    return {plain(title) for one in results.listed if one.year.year in years and (title := known(one.measure.title))}


def _has(titles: set[str], one: Proposal) -> bool:
    """True if the agency has a measure of this proposal: it goes on with that one, and needs no second."""
    return any(is_filled_in(one.title, title) for title in titles)


class _Units:
    """The units that the agency itself names for a finding: in its register, or for last year's measure."""

    def __init__(self, told: Told, results: Results, carried: Sequence[tuple[Listed, list[Need]]]) -> None:
        self._told, self._results, self._carried = told, results, carried

    def of(self, need: Need) -> Plain:
        """The units by their keys; None where the data does not say."""
        register = self._told.result.year.register
        answer = register.items.get(need.key) if register and need.kind == "of-item" else None
        named = [key for key, _ in self._results.site.units_named(answer.unit) if key] if answer else []
        if named:
            return {"units": list[Plain](dict.fromkeys(named))}
        return next((units_of(listed) for listed, needs in self._carried if need in needs and listed.units), None)


def _proposed(one: Proposal, need: Need, told: Told, year: int, units: Plain) -> dict[str, Plain]:
    naming = Naming(told.agency, _values(told, need, year))
    made: dict[str, Plain] = {"title": naming.fill(one.title), "basis": [need.plain_basis]}
    made["steps"] = [naming.fill(text) for text in one.steps]
    if units:
        made["responsible"] = units
    made["monitoring"] = [naming.fill(text) for text in one.monitoring]
    made["reporting"] = [naming.fill(text) for text in one.reporting]
    made["target"] = [need.target, *(_within_year(naming.fill(text), year) for text in one.target)]
    return {**made, "draft": "true"}


def _within_year(target: str, year: int) -> str:
    """A target with the year that it is for, where its text names no time of its own."""
    if str(year) in target or "ปีถัดไป" in target:
        return target
    return f"{target} {'ใน' if 'ภายใน' in target else 'ภายใน'}{w.fiscal_year(year)}"


def _values(told: Told, need: Need, year: int) -> Mapping[str, str]:
    return {
        "year": str(year),
        "result_year": str(told.year),
        "what": need.what,
        **officials(told.agency),
    }


def _texts(needs: Sequence[Need], made: Sequence[Mapping[str, Plain]]) -> list[tuple[str, list[str]]]:
    """The titles of what is drafted, below the finding that each answers first."""
    found: list[tuple[str, list[str]]] = []
    for need in needs:
        titles = [_title(one) for one in made if _first_basis(one) == need.plain_basis]
        lacking = "ไม่มีข้อเสนอในโปรแกรม และไม่พบมาตรการของปีก่อนที่ตอบเรื่องนี้"
        others = any(need.plain_basis in _all_bases(one) for one in made)
        found.append((need.what, titles or (["อยู่ในมาตรการข้างต้นแล้ว"] if others else [lacking])))
    return found


def _title(one: Mapping[str, Plain]) -> str:
    head = "ดำเนินการต่อ: " if "cycle_years" in one else "เสนอ: "
    return f"{head}{one['title']}"


def _all_bases(one: Mapping[str, Plain]) -> list[Plain]:
    bases = one["basis"]
    return bases if isinstance(bases, list) else []


def _first_basis(one: Mapping[str, Plain]) -> Plain:
    return next(iter(_all_bases(one)), None)


def _changes(told: Told, year: int, file: str, own: Measures | None, entries: list[Plain]) -> list[Change]:
    if not entries:
        return []
    if own is None:
        title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายใน{told.agency} ประจำ{w.fiscal_year(year)}"
        head: dict[str, Plain] = {"fiscal_year": str(year), "from_fiscal_year": str(told.year), "title": title}
        return [Put(file, (), {**head, "measures": entries})]
    answers_year: list[Change] = []
    if known(own.from_fiscal_year) is None:
        answers_year = [Put(file, ("from_fiscal_year",), str(told.year))]
    start = len(own.measures)
    return [*answers_year, *(Insert(file, ("measures",), at, entry) for at, entry in enumerate(entries, start))]

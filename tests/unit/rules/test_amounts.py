"""Rules on amounts and rounds: each finds its fault, and its twin without the fault says nothing."""

from prongsai.wording import Severity, severity_of
from unit.makers import check_files, codes_of

MEASURES = "fiscal_year: 2568\nfrom_fiscal_year: 2567\n{top}measures:\n  - {{id: m01, number: 1, title: ก{measure}}}\n"
REPORT = "fiscal_year: 2568\nreports:\n  - {{measure: m01, evidence: [ข], {report}}}\n"
OURS = {
    *("remaining-differs", "spent-over-budget", "progress-differs-from-status", "amount-not-read"),
    *("round-only-counted", "round-not-read", "printed-value", "period-outside-year", "round-missing"),
}


def found(tmp_path, *, report="", measure="", top=""):
    """The problems of these rules in a site of one measure and one report."""
    files = {
        "data/2568/measures.yml": MEASURES.format(measure=measure, top=top),
        "data/2568/follow-up.yml": REPORT.format(report=report or "status: done"),
    }
    return [one for one in check_files(tmp_path, files) if one.code in OURS]


TWINS = {  # what is wrong, and its twin that is right
    "remaining-differs": (
        'budget: "50,000", spent: ๓๒๐๐๐ บาท, remaining: 20000',
        'budget: "50,000", spent: ๓๒๐๐๐ บาท, remaining: 18000.00',
        "budget: 50000, spent: 32000",
        "budget: ไม่ใช้งบประมาณ, spent: 0, remaining: 0",
        "spent: 32000, remaining: 20000",
    ),
    "spent-over-budget": (
        "budget: 100, spent: 100.01",
        "budget: 100, spent: 100.00",
        "spent: 100",
        'budget: "-", spent: 5',
    ),
    "progress-differs-from-status": (
        "status: done, progress: 90",
        "status: done, progress: 100%",
        "status: in_progress, progress: 99.99",
        "progress: 100",
        "status: done",
    ),
    "amount-not-read": (
        "budget: งบกลาง",
        "budget: ไม่ใช้งบประมาณ",
        'budget: "-"',
        "persons: ทุกคน",
        "budget: {printed: งบกลาง}",
    ),
    "round-only-counted": ("round: 1", "round: 3", "round: ไตรมาสที่ 1", "round: รอบที่ 1 (6 เดือน)"),
    "round-not-read": ("round: ประจำเดือนมีนาคม", "round: 12", "status: done"),
}


def test_each_rule_finds_its_fault_and_nothing_in_its_twins(tmp_path):
    """No fault is what agrees, what is absent and what is said otherwise."""
    for code, (wrong, *right) in TWINS.items():
        assert codes_of(found(tmp_path, report=wrong)) == [code], wrong
        for one in right:
            assert code not in codes_of(found(tmp_path, report=one)), one


def test_what_may_be_right_is_said_to_the_officer_alone(tmp_path):
    """No notes page of a year shows it, and none of it stops a build."""
    for code, (wrong, *_) in TWINS.items():
        [problem] = found(tmp_path, report=wrong)
        assert severity_of(code) is not Severity.ERROR
        assert (problem.year is None) == (code != "remaining-differs"), code


def test_both_readings_of_the_first_round_can_be_pasted(tmp_path):
    """`round: 1` is answered with round: 6 and round: 3, the third one with round: 9 alone."""
    [first] = found(tmp_path, report="round: 1")
    assert (first.values["half"], first.values["quarter"]) == ("6", "3")
    [third] = found(tmp_path, report="round: รอบที่ 3")
    assert (third.values.get("half"), third.values["quarter"]) == (None, "9")


def test_periods_within_a_plan_over_several_years_are_right(tmp_path):
    """A plan of the file or of the measure allows its years, and no year more."""
    measure = ", period: ต.ค. 2567 - ก.ย. 2570"
    assert codes_of(found(tmp_path, measure=measure)) == ["period-outside-year"]
    for years in ("{from: 2566, to: 2570}", "{from: 2568, to: 2570}"):
        assert found(tmp_path, measure=measure, top=f"plan_years: {years}\n") == []
        assert found(tmp_path, measure=f"{measure}, plan_years: {years}") == []
    narrow = found(tmp_path, measure=measure, top="plan_years: {from: 2566, to: 2569}\n")
    assert codes_of(narrow) == ["period-outside-year"]


def test_a_quarter_is_missed_only_where_quarters_are_reported(tmp_path):
    """A measure in quarters misses the one that another has; one in halves of the year misses none of them."""
    measures = "fiscal_year: 2568\nmeasures:\n" + "".join(
        f"  - {{id: m0{n}, title: ก{n}, period: ปีงบประมาณ 2568}}\n" for n in (1, 2, 3)
    )
    rounds = {"m01": ("3", "6", "9"), "m02": ("3", "6"), "m03": ("6",)}
    rows = [f"  - {{measure: {m}, round: {n}, status: in_progress}}\n" for m, all_of in rounds.items() for n in all_of]
    files = {
        "data/2568/measures.yml": measures,
        "data/2568/follow-up.yml": f"fiscal_year: 2568\nreports:\n{''.join(rows)}",
    }
    missing = [one for one in check_files(tmp_path, files) if one.code == "round-missing"]
    assert [(one.values["round"], "ก2" in one.values["names"], "ก3" in one.values["names"]) for one in missing] == [
        ("9", True, False)
    ]

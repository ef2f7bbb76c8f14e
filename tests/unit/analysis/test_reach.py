"""The indicators and items that a measure answers: named, below what is named, inferred, or all of an instrument."""

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.measures.basis import measures_answering, word_no_measure
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI = Speech("thai", from_document=True)
EDITION = """scheme: OWN
fiscal_year: 2574
indicators:
  1: {name: ก, instrument: IIT, questions: [i1, i2, i3]}
  2: {name: ข, instrument: IIT, questions: [i4]}
  3: {name: ค, instrument: OIT}
subindicators: {3.1: {name: ง, indicator: 3}}
items: {O1: {subindicator: 3.1}, O2: {subindicator: 3.1}, O3: {}}
"""
# What a basis says, and what the measure then answers: each indicator with its ground, and the items.
CASES = {
    "{indicator: 1}": ({"1": ["named"]}, []),
    "{indicator: 1, stated: false}": ({"1": ["matched"]}, []),
    "{question: i๒}": ({"1": ["of-question"]}, []),
    "{question: I2, instrument: IIT, part: 1}": ({"1": ["of-question"]}, []),
    "{question: i2, indicator: 2}": ({"2": ["named"]}, []),
    "{question: i2}, {indicator: 1}": ({"1": ["named", "of-question"]}, []),
    "{question: i9}": ({}, []),
    "{question: {printed: ๒}, instrument: IIT}": ({}, []),
    "{item: ๐๑}": ({"3": ["of-item"]}, ["O1"]),
    "{item: O3}": ({}, ["O3"]),
    "{subindicator: ๓.๑}": ({"3": ["of-subindicator"]}, []),
    "{instrument: OIT}": ({"3": ["of-instrument"]}, ["O1", "O2", "O3"]),
    "{instrument: IIT}": ({"1": ["of-instrument"], "2": ["of-instrument"]}, []),
    "{instrument: IIT, part: 1}": ({}, []),
    "{instrument: OIT, item: O1}": ({"3": ["of-item"]}, ["O1"]),
    "{instrument: OIT, item: {printed: ๐}}": ({}, []),
    "{wording: ข้อความ}": ({}, []),
}


def results_of(tmp_path, *bases):
    """The results of a year whose rules are known, with a measure of the next year for each of the bases."""
    rows = "\n".join(f"  - {{id: m{n}, number: {n}, title: ก, basis: [{basis}]}}" for n, basis in enumerate(bases, 1))
    files = {
        **SITE,
        "site_config/editions/2574.yml": EDITION,
        "data/2574/scores.yml": "fiscal_year: 2574\nindicators: {1: 80.00}\n",
        "data/2575/measures.yml": f"fiscal_year: 2575\nfrom_fiscal_year: 2574\nmeasures:\n{rows}\n",
    }
    return analyse_site(load_site(write_files(tmp_path, files)).site)


def test_a_measure_answers_what_it_names_and_what_its_questions_are_about(tmp_path):
    """Each form of a basis leads to its indicators with the ground for each, and to its items; others to nothing."""
    results = results_of(tmp_path, *CASES)
    got = {basis: ({}, []) for basis in CASES}
    names = dict(zip((f"m{n}" for n in range(1, len(CASES) + 1)), CASES, strict=True))
    for number in ("1", "2", "3"):
        for one in measures_answering(results, year=2574, indicator=number):
            got[names[one.facts.measure.id]][0][number] = [ground.ground for ground in one.grounds]
    for code in ("O1", "O2", "O3"):
        for one in measures_answering(results, year=2574, item=code):
            got[names[one.facts.measure.id]][1].append(code)
    assert got == CASES


def test_no_measure_is_denied_where_one_may_exist(tmp_path):
    """Only where every measure names what it answers is it said that none answers; else what is not known is said."""
    cases = {
        ("{indicator: 1}",): "ยังไม่มีมาตรการที่ระบุว่าตอบตัวชี้วัดนี้",
        ("{question: i1}", "{question: i2}", "{indicator: 1}"): (
            "เอกสารไม่ได้ระบุตัวชี้วัดของ ๒ มาตรการ และข้อคำถามที่มาตรการเหล่านั้นอ้างไม่ใช่ของตัวชี้วัดนี้"
        ),
        ("{question: i9}", "{question: i1}"): ("เอกสารไม่ได้ระบุตัวชี้วัดของ ๒ มาตรการ จึงบอกไม่ได้ว่ามีมาตรการที่ตอบตัวชี้วัดนี้หรือไม่"),
    }
    for place, (bases, said) in enumerate(cases.items()):
        results = results_of(tmp_path / str(place), *bases)
        assert word_no_measure(results, (2574,), "ตัวชี้วัดนี้", THAI) == said, bases


def test_an_inferred_indicator_is_marked_wherever_it_counts(tmp_path):
    """A measure that cites a question is marked where it is listed; one that names its indicator is not."""
    inferred, named = measures_answering(
        results_of(tmp_path, "{question: i1}", "{indicator: 1}"), year=2574, indicator="1"
    )
    assert [phrase.text for phrase in inferred.mark(THAI)] == ["อนุมานจากข้อคำถาม i1"]
    assert named.mark(THAI) == ()

"""Rules on asking: what a question names, its dates, the survey, and numbers that point at who asked."""

import pytest

from unit.makers import SITE, check_files, codes_of, only

FILE = "data/2565/questions.yml"
MEASURES = {"data/2565/measures.yml": "fiscal_year: 2565\nmeasures: [{id: m01, title: ก}]\n"}


def problems_of(root, text, **files):
    """The problems that a site with these questions has in them and in the facts of the agency."""
    found = check_files(root, {**MEASURES, **files, FILE: f"fiscal_year: 2565\nquestions:\n{text}"})
    return [one for one in found if one.where.file in {FILE, "site_config/agency.yml"}]


def question(facts):
    """One question with these facts."""
    return f"  - {{id: q01, question: ถาม, {facts}}}\n"


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ("about: {measure: m01}", []),
        ("about: {measure: m1}", ["question-unknown-measure"]),
        ("about: {indicator: 10}", []),
        ("about: {indicator: ๑๐}", []),
        ("about: {indicator: 11}", ["unknown-indicator"]),
        ("about: {item: o๔๓}", []),
        ("about: {item: O44}", ["unknown-item"]),
        ("unit: คลัง", []),
        ("unit: กองช่าง", ["unknown-unit"]),
        ("about: {measure: m9, indicator: 99, item: O99}", ["question-unknown-measure", "unknown-indicator"]),
    ],
)
def test_a_question_names_what_exists_in_its_year(tmp_path, facts, codes):
    """Measures by id, indicators and items by the edition of the year, units by any of their names."""
    found = codes_of(problems_of(tmp_path, question(facts)))
    assert found[: len(codes)] == codes
    assert bool(found) == bool(codes)


def test_a_measure_of_a_file_that_cannot_be_read_is_not_judged(tmp_path):
    """Nobody knows which measures the year has: not in a file without form, nor where an id cannot be read."""
    for number, text in enumerate(("- ก\n", "fiscal_year: 2565\nmeasures: [{id: M1, title: ก}]\n")):
        broken = {"data/2565/measures.yml": text}
        assert problems_of(tmp_path / str(number), question("about: {measure: m1}"), **broken) == []


def test_a_measure_left_out_as_faulty_is_there_all_the_same(tmp_path):
    """Its id can be read, so only the id that is really unknown is reported."""
    broken = {"data/2565/measures.yml": "fiscal_year: 2565\nmeasures: [{id: m01}]\n"}
    asked = question("about: {measure: m01}") + question("about: {measure: m1}").replace("q01", "q02")
    assert only(problems_of(tmp_path, asked, **broken), "question-unknown-measure").values["found"] == "m1"


def test_an_id_is_used_once_in_a_year(tmp_path):
    """The second place is reported, with the line of the first; another year may use it again."""
    other = {"data/2564/questions.yml": "fiscal_year: 2564\nquestions: [{id: q01, question: ก}]\n"}
    found = only(problems_of(tmp_path, question("") + question(""), **other), "duplicate-id")
    assert (found.where.line, found.values["line"]) == (4, "3")


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ("asked_on: 5 มกราคม 2565, answered_on: 5 มกราคม 2565, answer: ก", []),
        ("asked_on: 5 มกราคม 2565, answered_on: 4 มกราคม 2565, answer: ก", ["question-answered-before-asked"]),
        ("answered_on: 4 มกราคม 2565, answer: ก", []),
        ("answered_on: 4 มกราคม 2565", ["question-date-without-answer"]),
        ("answered_on: 4 มกราคม 2565, answer: []", ["question-date-without-answer"]),
        ("answered_on: 4 มกราคม 2565, answer: เอกสารไม่ได้ระบุ", []),
        ("answer: ก", []),
        ("asked_on: 5 มกราคม 2565", []),
    ],
)
def test_the_days_of_a_question_are_in_order(tmp_path, facts, codes):
    """Answers come after questions, and a day of answering with an answer; what is not stated is not judged."""
    assert codes_of(problems_of(tmp_path, question(facts))) == codes


@pytest.mark.parametrize(
    ("survey", "codes"),
    [
        ('url: "https://itas.example.go.th/x"', []),
        ('url: "HTTPS://itas.example.go.th/x"', []),
        ('url: "http://itas.example.go.th/x"', ["survey-not-https"]),
        ('url: "https://itas.example.go.th/x", opens: 1 มกราคม 2565, closes: 1 มกราคม 2565', []),
        ('url: "https://itas.example.go.th/x", opens: 2 มกราคม 2565, closes: 1 มกราคม 2565', ["survey-dates-wrong"]),
    ],
)
def test_the_survey_is_asked_over_https_and_closes_after_it_opens(tmp_path, survey, codes):
    """Both days may be the same."""
    text = f"{SITE['site_config/agency.yml']}eit_survey: {{fiscal_year: 2565, {survey}}}\n"
    assert codes_of(problems_of(tmp_path, question(""), **{"site_config/agency.yml": text})) == codes


@pytest.mark.parametrize("key", ["question", "answer", "link"])
@pytest.mark.parametrize(
    ("number", "code"), [("081-234-5678", "mobile-number"), ("1-2345-67890-12-1", "identity-number")]
)
def test_numbers_of_persons_are_found_in_questions(tmp_path, key, number, code):
    """In what was asked and what was answered; an address may hold such figures by chance."""
    text = f"https://www.example.go.th/{number}" if key == "link" else f"โทรกลับที่ {number}"
    asked = "" if key == "question" else "    question: ถาม\n"
    found = problems_of(tmp_path, f"  - id: q01\n{asked}    {key}: {text}\n")
    assert codes_of(found) == ([] if key == "link" else [code])


def test_a_number_for_complaints_is_public(tmp_path):
    """The agency itself names it as a way to reach it."""
    text = f"{SITE['site_config/agency.yml']}complaints: {{channels: [{{kind: phone, value: 081-234-5678}}]}}\n"
    asked = "  - {id: q01, question: ถาม, answer: โทร 0812345678}\n"
    assert codes_of(problems_of(tmp_path, asked)) == ["mobile-number"]
    assert problems_of(tmp_path, asked, **{"site_config/agency.yml": text}) == []


def test_an_answer_is_checked_against_the_figures(tmp_path):
    """An answer's claims about a result are checked as in every other text; the question is not."""
    scores = {"data/2564/scores.yml": "fiscal_year: 2564\ntotal: 80.50\n"}
    claim = "ปีงบประมาณ พ.ศ. 2564 ได้คะแนนรวม 85.50 คะแนน"
    assert problems_of(tmp_path, question("").replace("ถาม", claim), **scores) == []
    found = problems_of(tmp_path, question(f"answer: {claim}"), **scores)
    assert [one.where.line for one in found] == [3]

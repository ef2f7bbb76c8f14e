"""Rules on what measures and reports cite, each on a sound citation and on one that clashes."""

import pytest

from unit.makers import check_files

TOPICS = "topics: [{id: online, title: การให้บริการและระบบ E-Service}, {id: news, title: ช่องทางการประชาสัมพันธ์}]\n"


def found(root, files, code):
    """The problems of one code."""
    return [one for one in check_files(root, files) if one.code == code]


def measures(*rows, head=""):
    """A measures file of 2565."""
    text = "".join(f"  - {{id: m{n:02}, {keys}}}\n" for n, keys in enumerate(rows, start=1))
    return {"data/2565/measures.yml": f"fiscal_year: 2565\nfrom_fiscal_year: 2564\n{head}measures:\n{text}"}


def follow_up(*rows):
    """A follow-up file of 2565."""
    text = "".join(f"  - {{{keys}}}\n" for keys in rows)
    return {"data/2565/follow-up.yml": f"fiscal_year: 2565\nreports:\n{text}"}


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        ("title: การมีส่วนร่วมในกระบวนการงบประมาณ, questions: [i๘, I9]", ["i9"]),
        ("title: การมีส่วนร่วมในกระบวนการงบประมาณ, questions: [i8]", []),
        ("title: งบประมาณและทรัพย์สิน, questions: [i9]", []),
        ("title: การใช้ทรัพย์สินให้คุ้มค่า, questions: [i9]", []),
        ("title: การให้บริการ, questions: [i9]", []),
        ("title: งบประมาณ, questions: [{printed: eb}]", []),
        ("measure: m01, questions: [i9]", ["i9"]),
    ],
)
def test_a_question_is_cited_for_one_subject(tmp_path, second, codes):
    """Only a text that names just one of the two subjects says for what a question is cited."""
    files = {
        **follow_up("title: การใช้ทรัพย์สินของราชการ, questions: [i9, i24]", second),
        **measures("title: การใช้จ่ายงบประมาณ"),
    }
    assert [one.values["cited"] for one in found(tmp_path, files, "ref-topic-clash")] == codes


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("question: i9, wording: ใช้งบประมาณคุ้มค่า", "question: i9, wording: ยืมทรัพย์สินสะดวก", 1),
        ("item: O8, quote: แผนงบประมาณ", "item: O8, quote: ทะเบียนทรัพย์สิน", 1),
        ("item: O8", "item: O8, quote: ทะเบียนทรัพย์สิน", 0),
        ("question: e1, part: 1, wording: งบประมาณ", "question: e1, part: 2, wording: ทรัพย์สิน", 0),
    ],
)
def test_measures_cite_a_code_for_one_subject(tmp_path, first, second, count):
    """An item is judged by the words next to its number only; parts of an instrument have questions of their own."""
    rows = (f"title: งบประมาณ, basis: [{{{first}}}]", f"title: ทรัพย์สิน, basis: [{{{second}}}]")
    assert len(found(tmp_path, measures(*rows), "ref-topic-clash")) == count


@pytest.mark.parametrize(
    ("topic", "wording", "subject"),
    [
        ("news", "ท่านเคยใช้งานระบบ e-service หรือไม่", "E-Service"),
        ("online", "มีการประชาสัมพันธ์อย่างชัดเจน", "ประชาสัมพันธ์"),
        ("online", "ท่านเคยใช้งานระบบ E-Service หรือไม่", None),
        ("online", "มีการประชาสัมพันธ์ระบบ E-Service", None),
        ("online", "เจ้าหน้าที่ตอบข้อซักถามชัดเจน", None),
        ("online", "การใช้งบประมาณคุ้มค่า", None),
    ],
)
def test_a_question_is_under_the_topic_that_its_words_name(tmp_path, topic, wording, subject):
    """Nothing is said where the own topic has the word too, or where no topic has it."""
    row = f"title: มาตรการ, topic: {topic}, basis: [{{instrument: EIT, question: e9, wording: {wording}}}]"
    problems = found(tmp_path, measures(row, head=TOPICS), "topic-question-mismatch")
    assert [one.values["subject"] for one in problems] == ([subject] if subject else [])


@pytest.mark.parametrize(
    ("bases", "cited"),
    [
        ("{subindicator: 9.3}, {subindicator: 9.2}, {subindicator: ๙.๓}", ["ตัวชี้วัดย่อยที่ 9.3"]),
        ("{item: O8}, {item: ๐๘}", ["ข้อ O8"]),
        ("{question: e1, part: 1}, {question: e1, part: 2}", []),
        ("{indicator: 1}, {indicator: 1, question: i1}", []),
        ("{instrument: IIT}, {instrument: IIT}", []),
    ],
)
def test_a_measure_cites_each_thing_once(tmp_path, bases, cited):
    """A thing in another part, or together with another, is another citation."""
    problems = found(tmp_path, measures(f"title: มาตรการ, basis: [{bases}]"), "cited-twice")
    assert [one.values["found"] for one in problems] == cited


@pytest.mark.parametrize(
    ("instrument", "code", "count"), [("IIT", "i1", 0), ("EIT", "E1", 0), ("EIT", "i1", 2), ("IIT", "e๑", 2)]
)
def test_a_question_is_one_of_its_instrument(tmp_path, instrument, code, count):
    """The letter of the code is that of the instrument, in scores and in measures."""
    question = f"instrument: {instrument}, "
    files = {
        **measures(f"title: มาตรการ, basis: [{{{question}question: {code}}}]"),
        "data/2564/scores.yml": f"fiscal_year: 2564\nquestions: [{{{question}code: {code}}}]\n",
    }
    assert len(found(tmp_path, files, "question-of-other-instrument")) == count


@pytest.mark.parametrize(
    ("cited", "questions", "stated"),
    [
        ("score: 91", "{instrument: EIT, code: e1, score: 90}", "90.00"),
        ("score: 90.0", "{instrument: EIT, code: e1, score: 90.00}", None),
        ("score: 91", "{instrument: EIT, code: e2, score: 90}", None),
        ("score: 91", "{instrument: EIT, code: e1, score: {printed: ๙๐ ขึ้นไป}}", None),
        ("part: 1", "{instrument: EIT, code: e1, score: 90}", None),
        (
            "score: 91",
            "{instrument: EIT, part: 1, code: e1, score: 90}, {instrument: EIT, part: 2, code: e1, score: 91}",
            None,
        ),
        (
            "part: 1, score: 91",
            "{instrument: EIT, part: 1, code: e1, score: 0}, {instrument: EIT, part: 2, code: e1, score: 91}",
            "0.00",
        ),
    ],
)
def test_a_measure_cites_the_score_of_the_result(tmp_path, cited, questions, stated):
    """The part says which score is cited where a code has one in each part."""
    files = {
        **measures(f"title: มาตรการ, basis: [{{instrument: EIT, question: e1, {cited}}}]"),
        "data/2564/scores.yml": f"fiscal_year: 2564\nquestions: [{questions}]\n",
    }
    problems = found(tmp_path, files, "question-score-differs")
    assert [one.values["stated"] for one in problems] == ([stated] if stated else [])

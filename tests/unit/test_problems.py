"""Problems as values."""

from prongsai.problems import MOST_ALIKE, FewAlike, Problem, Where, count_all, problem


def test_a_place_is_written_as_editors_read_it():
    """File, line and column; the file alone where the whole file is meant."""
    assert str(Where("data/2564/scores.yml", 3, 7)) == "data/2564/scores.yml:3:7"
    assert str(Where("data")) == "data"


def test_values_become_text_once():
    """Whatever fills the sentence is text from the start."""
    assert problem("count-differs", Where("a"), year=2564, stated=5, counted=6) == Problem(
        "count-differs", Where("a"), {"stated": "5", "counted": "6"}, 2564
    )


def test_problems_sort_by_place_then_code_then_values():
    """The order is the same on every machine, whatever the order of finding."""
    places = [Where("a", 2, 1), Where("a", 10, 1), Where("a", 10, 2), Where("b")]
    expected = [problem(code, where, found=text) for where in places for code in ("c", "d") for text in ("1", "2")]
    shuffled = expected[1::2] + expected[::2]
    assert sorted(shuffled, key=lambda one: one.order) == expected


def test_of_one_kind_so_many_are_kept_and_the_others_counted():
    """By code and file; those that are only counted are never made."""
    few = FewAlike(most=2)
    made = []

    def make(number):
        made.append(number)
        return problem("unknown-key", Where("a.yml", number), path="", key="", suggestion="")

    for number in range(1, 2001):
        few.add("a.yml", "unknown-key", lambda number=number: make(number))
    few.add("b.yml", "unknown-key", lambda: problem("unknown-key", Where("b.yml", 1), path="", key="", suggestion=""))
    kept = few.all()
    assert made == [1, 2]
    assert [(one.code, one.where.file, one.where.line) for one in kept] == [
        ("unknown-key", "a.yml", 1),
        ("unknown-key", "a.yml", 2),
        ("unknown-key", "b.yml", 1),
        ("more-alike", "a.yml", 0),
    ]
    assert dict(kept[-1].values) == {"kind": "unknown-key", "count": "1,998"}
    assert count_all(kept) == 2001


def test_few_problems_stay_as_they_are():
    """Nothing is said of more where there are none."""
    few = FewAlike()
    found = [problem("remark", Where("a.yml", number), text="x") for number in range(MOST_ALIKE)]
    for one in found:
        few.add("a.yml", "remark", lambda one=one: one)
    assert few.all() == found

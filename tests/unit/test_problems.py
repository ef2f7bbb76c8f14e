"""Problems as values."""

from prongsai.problems import Problem, Where, problem


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

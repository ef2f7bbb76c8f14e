"""Words of everyday life are data of the field, of which a site ships what it has something about."""

from __future__ import annotations

from prongsai.exports.everyday_words import load_words, words_said


def test_only_what_is_said_is_shipped():
    """Of a subject the words that a site says come along; of what it has nothing about, nothing."""
    subjects = words_said(["นโยบายคุ้มครองข้อมูลส่วนบุคคล"])["everyday"]
    [[people, field]] = [one for one in subjects if "pdpa" in one[0]]
    assert field == ["คุ้มครองข้อมูลส่วนบุคคล", "ข้อมูลส่วนบุคคล"]
    assert "ข้อมูลส่วนตัว" in people
    assert not [one for one in subjects if "สมัครงาน" in one[0]]
    assert words_said([])["everyday"] == []


def test_the_broader_is_taken_where_nothing_is_nearer():
    """A word for what a thing belongs to is taken only on a site that says none of its own words."""
    assert field_of("รถหลวง", "ทรัพย์สินของราชการ") == ["ทรัพย์สินของราชการ"]
    assert field_of("รถหลวง", "การใช้รถราชการและทรัพย์สินของราชการ") == ["รถราชการ"]


def field_of(word: str, text: str) -> list[str]:
    """The words of the field for a word, on a site that says a text."""
    [field] = [field for people, field in words_said([text])["everyday"] if word in people]
    return field


def test_every_word_tells_something():
    """No subject is without words, none names a word twice, and no word of a question is a subject as well."""
    known = load_words()
    asides = {word for line in known.asides for word in line}
    assert len(known.subjects) > 60
    for name, one in known.subjects.items():
        assert one.people, name
        assert one.field, name
        assert len({*one.people}) == len(one.people), name
        assert len({*one.field, *one.broader}) == len(one.field) + len(one.broader), name
        assert not asides & {*one.people}, name

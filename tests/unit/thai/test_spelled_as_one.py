"""A name spelled in two ways is known as one, and two names are not."""

import pytest

from prongsai.thai.spelled_as_one import spelled_in_two_ways

ONE = [
    ("กองยุทธศาสตร์และงบประมาณ", "กองยุทธศาตร์และงบประมาณ"),
    ("กองยุทธศาสตร์และงบประมาณ", "กองยุทธศาสตรและงบประมาณ"),
    ("กองสาธารณสุขและสิ่งแวดล้อม", "กองสาธาณสุขและสิ่งแวดล้อม"),
    ("งานป้องกันและบรรเทาสาธารณภัย", "งานป้องกันและบรรเทาสาธารณะภัย"),
    ("งานทะเบียนราษฎร", "งานทะเบียนราษฎร์"),
    ("กองส่งเสริมการเกษตร", "กองสงเสริมการเกษตร"),
    ("งานนโยบายและแผน", "งานนโบายและแผน"),
]
TWO = [
    ("กองคลัง", "กองช่าง"),
    ("งานนโยบายและแผน", "งานนโยบายและแผนงาน"),
    ("กองการศึกษา ศาสนาและวัฒนธรรม", "กองการศึกษาฯ"),
    ("กองสวัสดิการสังคม", "กองสวัสดิการฯ"),
    ("ฝ่ายบริหารงานทั่วไป 1", "ฝ่ายบริหารงานทั่วไป 2"),
    ("ศูนย์พัฒนาเด็กเล็กบ้านดอน", "ศูนย์พัฒนาเด็กเล็กบ้านด่อน"),
    ("โครงการก่อสร้างถนนสายบ้านหนองแดง", "โครงการก่อสร้างถนนสายบ้านหนองแด"),
    ("งานการเงินและบัญชี", "งานการเงินและพัสดุ"),
    ("สำนักปลัดเทศบาล", "สำนักปลัด"),
    ("โครงการอบรมพนักงานใหม่ รุ่นที่ 1", "โครงการอบรมพนักงานใหม่ รุ่นที่ 11"),
    ("โครงการส่งเสริมการปลูกยางพารา", "โครงการส่งเสริมการปลูกยาพารา"),
]
ALIKE = [
    ("กองการศึกษา ศาสนาและวัฒนธรรม", "กองการศึกษาศาสนาและวัฒนธรรม"),
    ("งานที่ ๑ (ทั่วไปของหน่วยงาน)", "งานที่ 1 ทั่วไปของหน่วยงาน"),
]


@pytest.mark.parametrize(("first", "other"), ONE)
def test_marks_and_a_lost_letter_make_no_other_name(first, other):
    """A name is known again without a mark or a letter, from both sides."""
    assert [*spelled_in_two_ways([first], [other])] == [(first, other)]
    assert [*spelled_in_two_ways([other], [first])] == [(other, first)]


@pytest.mark.parametrize(("first", "other"), [*TWO[:10], *ALIKE])
def test_two_names_and_one_written_alike_are_no_pair(first, other):
    """Near twins are two units, abbreviations and places are left alone, and blanks are no spelling."""
    assert [*spelled_in_two_ways([first], [other]), *spelled_in_two_ways([other], [first])] == []


def test_what_both_lists_have_is_in_no_pair():
    """Of two names that one list has next to each other, neither is the other misspelled."""
    first, other = TWO[10]
    assert [*spelled_in_two_ways([first, other], [first])] == []
    assert [*spelled_in_two_ways([first, other], [first, other])] == []

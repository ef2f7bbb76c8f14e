"""The agency's own name is marked where people read it, and nowhere else."""

import pytest

from prongsai.pages.render import keep_whole, own_place

MARKED = '<span class="ps-whole">เมืองแกลง</span>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# ITA เทศบาลตำบลเมืองแกลง { #top }\n", f"# ITA เทศบาลตำบล{MARKED} {{ #top }}\n"),
        ("<td>ทต.เมืองแกลง และเมืองแกลง</td>", f"<td>ทต.{MARKED} และ{MARKED}</td>"),
        ('<a href="/เมืองแกลง/" title="เมืองแกลง">ติดต่อ</a>', '<a href="/เมืองแกลง/" title="เมืองแกลง">ติดต่อ</a>'),
        ("<svg><desc>เมืองแกลง</desc></svg> ต่อ", "<svg><desc>เมืองแกลง</desc></svg> ต่อ"),
        ("<option>เมืองแกลง</option>", "<option>เมืองแกลง</option>"),
        ("เมืองแก", "เมืองแก"),
    ],
    ids=["heading", "cell", "attributes", "picture", "choice", "another"],
)
def test_the_name_is_kept_in_one_piece(body, expected):
    """In headings and running text; attributes, pictures and choices of a form stay as they are."""
    assert keep_whole(body, "เมืองแกลง") == expected


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        ("เทศบาลตำบลเมืองแกลง", "เมืองแกลง"),
        ("องค์การบริหารส่วนตำบลภูวง (สำนักงานชั่วคราว)", "ภูวง"),
        ("องค์การบริหารส่วนตำบลดอน", ""),
        ("เทศบาลเมือง" + "ก" * 21, ""),
        ("มหาวิทยาลัยตัวอย่าง", ""),
        ("", ""),
    ],
)
def test_the_place_in_a_name_is_told_apart(agency, place):
    """One syllable is never broken, a line of a phone must hold what cannot be, and other kinds have no place."""
    assert own_place(agency) == place

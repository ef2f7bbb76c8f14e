"""The agency's own name is marked where people read it, and nowhere else."""

import pytest

from prongsai.pages.own_name import keep_whole

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


@pytest.mark.parametrize("name", ["", "ก", "ก" * 21])
def test_what_is_no_name_or_too_long_for_a_line_is_left(name):
    """A line of a phone must hold what cannot be broken."""
    assert keep_whole(f"ข้อความ {name} ต่อ", name) == f"ข้อความ {name} ต่อ"

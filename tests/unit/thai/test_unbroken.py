"""Words of the field, the agency's own name and addresses are in one piece where people read them, nowhere else."""

import pytest

from prongsai.thai.unbroken import keep_page_whole, keep_whole

AGENCY = "เทศบาลตำบลเมืองแกลง"
WHOLE = f"<w->{AGENCY}</w->"
PLACE = "<w->เมืองแกลง</w->"
UNIT = "<w->หน่วยงาน</w->"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"ITA {AGENCY}", f"ITA {WHOLE}"),
        ("<td>ทต.เมืองแกลง และเมืองแกลง</td>", f"<td>ทต.{PLACE} และ{PLACE}</td>"),
        ('<a href="/เมืองแกลง/" title="หน่วยงาน">ติดต่อ</a>', '<a href="/เมืองแกลง/" title="หน่วยงาน">ติดต่อ</a>'),
        ("<svg><desc>เมืองแกลง</desc></svg> ต่อหน่วยงาน", f"<svg><desc>เมืองแกลง</desc></svg> ต่อ{UNIT}"),
        ("<option>หน่วยงาน</option>", "<option>หน่วยงาน</option>"),
        ("<title>หน่วยงาน</title>", "<title>หน่วยงาน</title>"),
        ('<i title="<b>หน่วยงาน</b>">ก</i>', '<i title="<b>หน่วยงาน</b>">ก</i>'),
        ("เมืองแก หน่วย งาน", "เมืองแก หน่วย งาน"),
    ],
    ids=["heading", "cell", "attributes", "picture", "choice", "title", "markup in an attribute", "others"],
)
def test_words_and_names_are_kept_in_one_piece(body, expected):
    """In headings and running text; attributes, pictures and choices of a form stay as they are."""
    assert keep_whole(body, AGENCY) == expected


@pytest.mark.parametrize(
    ("word", "text"),
    [("ปีงบประมาณ", "ประจำปีงบประมาณ"), ("ค่าเป้าหมาย", "เทียบค่าเป้าหมาย"), ("เป้าหมาย", "ตามเป้าหมาย")],
)
def test_the_longest_word_is_kept(word, text):
    """A word within a longer one is not marked by itself."""
    assert keep_whole(text, on_paper=True) == text.replace(word, f"<wbr><w->{word}</w->")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https:&#47;&#47;ita.go.th/2567/oit/o42/ ", "https:&#47;&#47;ita.go.th/<wbr>2567/<wbr>oit/<wbr>o42/ "),
        ("https://a.go.th/f/by-unit/", "https://a.go.th/<wbr>f/<wbr><w->by-unit/</w->"),
        ('<a href="https://a.go.th/b/c/">ดู</a>', '<a href="https://a.go.th/b/c/">ดู</a>'),
        ("https://a.go.th", "https://a.go.th"),
    ],
    ids=["escaped", "hyphen", "attribute", "host"],
)
def test_addresses_break_at_slashes(text, expected):
    """A line may end behind a slash of the path, and inside of a step only where a line cannot hold it."""
    assert keep_whole(text) == expected


@pytest.mark.parametrize(
    ("agency", "whole"),
    [
        ("เทศบาลตำบลเมืองแกลง", "เทศบาลตำบลเมืองแกลง"),
        ("องค์การบริหารส่วนตำบลดอน", "องค์การบริหารส่วนตำบลดอน"),
        ("องค์การบริหารส่วนตำบลภูวง (สำนักงานชั่วคราว)", "ภูวง"),
        ("เทศบาลเมือง" + "ก" * 25, ""),
        ("มหาวิทยาลัยตัวอย่าง", "มหาวิทยาลัยตัวอย่าง"),
        ("", ""),
    ],
)
def test_a_line_of_a_phone_holds_what_is_never_broken(agency, whole):
    """A name is marked whole where it fits, else the place in it, else nothing."""
    marked = f"<w->{whole}</w->"
    assert keep_whole(f"ของ{agency}", agency) == f"ของ{agency.replace(whole, marked) if whole else agency}"


def test_what_is_never_parted_is_not_marked():
    """The first word of a block, and ปีงบประมาณ, which browsers keep whole: each mark makes a page heavier."""
    html = '<p class="a">หน่วยงาน</p><p>งบประมาณ ปีงบประมาณ</p>'
    assert keep_whole(html) == html
    assert keep_whole("<td>หน่วยงาน</td>") == "<td><w->หน่วยงาน</w-></td>"  # narrower than the word
    assert keep_whole("<td>ของหน่วยงาน</td>") == "<td>ของ<w->หน่วยงาน</w-></td>"


def test_a_page_is_marked_where_it_is_read_line_by_line():
    """Its article and its title; not the head, the menu and the foot."""
    read = "<article>ในหน่วยงาน</article>"
    page = f"<title>ในหน่วยงาน</title><nav>ในหน่วยงาน</nav>{read}<footer>ในหน่วยงาน</footer>"
    assert keep_page_whole(page, "") == page.replace(read, "<article>ใน<w->หน่วยงาน</w-></article>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(Integrity and Transparency Assessment: ITA)",
            '(<span lang="en">Integrity and Transparency Assessment</span>: ITA)',
        ),
        ("นโยบายNo Gift Policyของหน่วยงาน", f'นโยบาย<span lang="en">No Gift Policy</span>ของ{UNIT}'),
        ("ITA IIT EIT OIT, Social Network, E-Service", "ITA IIT EIT OIT, Social Network, E-Service"),
        ('<a title="No Gift Policy" href="x">ก</a>', '<a title="No Gift Policy" href="x">ก</a>'),
    ],
    ids=["in brackets", "between Thai letters", "names and single words", "attributes"],
)
def test_phrases_in_english_are_marked_on_pages_in_thai(text, expected):
    """For those who hear a page; a page in another language says its own."""
    page = '<html lang="{}"><body><article>x {}</article></body></html>'
    assert keep_page_whole(page.format("th", text), AGENCY) == page.format("th", expected)
    assert "<span" not in keep_page_whole(page.format("en", text), AGENCY)

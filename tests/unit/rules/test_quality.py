"""Rules on what the data says of itself."""

import pytest

from prongsai.wording import hint_of, message_of
from unit.makers import check_files, codes_of, only


def test_a_value_as_printed_is_named_at_its_place_however_deep_it_lies(tmp_path):
    """Printed values are found in figures, lists, tables and follow-ups alike."""
    files = {
        "data/2564/scores.yml": (
            "fiscal_year: 2564\n"
            "indicators:\n"
            "  5: {printed: เก้าสิบ}\n"
            "  6: {value: {printed: ระดับดี, at: ตาราง}}\n"
            "questions:\n"
            "  - {instrument: EIT, code: {printed: eb}}\n"
        ),
        "data/2564/analysis.yml": (
            "fiscal_year: 2564\n"
            "sections:\n"
            "  - id: a\n"
            "    title: ก\n"
            "    table: {caption: ข, columns: [ค], rows: [[ง, {printed: จ}]]}\n"
        ),
        "data/2565/measures.yml": (
            "fiscal_year: 2565\nmeasures:\n  - id: m01\n    title: มาตรการ\n    period: {printed: ตุ ล า ค ม ๒ ๕}\n"
        ),
    }
    found = [
        (one.where.file, one.where.line, one.values["found"])
        for one in check_files(tmp_path, files)
        if one.code == "printed-value"
    ]
    assert found == [
        ("data/2564/scores.yml", 3, "เก้าสิบ"),
        ("data/2564/scores.yml", 4, "ระดับดี"),
        ("data/2564/scores.yml", 6, "eb"),
        ("data/2564/analysis.yml", 5, "จ"),
        ("data/2565/measures.yml", 5, "ตุลาคม ๒๕"),
    ]


@pytest.mark.parametrize(
    ("instrument", "printed", "likely"),
    [("IIT", "๑๕", "i15"), ("EIT-2", "9", "e9"), ("OIT", "๑๕", ""), ("", "๑๕", ""), ("IIT", "eb", "")],
)
def test_a_bare_number_printed_for_a_question_says_its_field_and_the_code_it_may_mean(
    tmp_path, instrument, printed, likely
):
    """The letter follows from the instrument next to the number; where none is there nothing is guessed."""
    named = f"instrument: {instrument}, " if instrument else ""
    basis = f"{{{named}question: {{printed: {printed}, at: แถว ๑๕}}}}"
    files = {"data/2565/measures.yml": f"fiscal_year: 2565\nmeasures:\n  - {{id: m01, title: ก, basis: [{basis}]}}\n"}
    found = only([one for one in check_files(tmp_path, files) if one.code == "printed-value"], "printed-value")
    assert message_of(found.code, found.values).startswith(f"ในช่องข้อคำถาม เอกสารพิมพ์ไว้ว่า “{printed}” (แถว ๑๕) ")
    assert hint_of(found.code, found.values).startswith(f"ถ้าตรวจแล้วว่าหมายถึง {likely} " if likely else "ถ้าทราบค่า")


@pytest.mark.parametrize(
    ("note", "text"),
    [("{text: ข้อความ, at: หน้า 3}", "ข้อความ (หน้า 3)"), ("{text: ข้อความ}", "ข้อความ"), ("ข้อความ", "ข้อความ")],
)
def test_a_remark_is_on_the_notes_page_with_its_place(tmp_path, note, text):
    """A remark is a note of its year, in its own words."""
    found = only(check_files(tmp_path, {"data/2564/memo.yml": f"fiscal_year: 2564\nnotes:\n  - {note}\n"}), "remark")
    assert message_of(found.code, found.values) == text
    assert (found.year, found.where.line) == (2564, 3)


def test_a_remark_is_never_read_as_a_template(tmp_path):
    """Braces in a remark are shown as they are."""
    files = {"data/2564/memo.yml": "fiscal_year: 2564\nnotes: ['ใช้ {text} และ {found}']\n"}
    found = only(check_files(tmp_path, files), "remark")
    assert message_of(found.code, found.values) == "ใช้ {text} และ {found}"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ("title: ก\nsite_url: https://ita.example.go.th/\n", []),
        ("title: ก\n", ["no-site-url"]),
        ("titel: ก\n", ["unknown-key"]),
    ],
)
def test_a_missing_address_is_noted_unless_the_options_cannot_be_read(tmp_path, options, codes):
    """A missing address is reported only for options that were read."""
    files = {"site_config/site.yml": options, "data/2564/scores.yml": "fiscal_year: 2564\n"}
    assert sorted(codes_of(check_files(tmp_path, files))) == codes

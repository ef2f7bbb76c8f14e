"""Packs of rules: what rests on them is a note, until several agencies say the same; none lifts or raises an error."""

import pytest

from prongsai.loading.load_packs import read_pack
from prongsai.loading.load_site import load_site
from prongsai.model.packs import Trust
from prongsai.pipeline.check import check_folder
from prongsai.thai.agency_names import may_be_one_agency
from prongsai.wording import message_of
from sites import copy_base
from unit.makers import codes_of, write_files

SCORES = "fiscal_year: 2580\ninstruments: {XIT: {value: 90.00}}\n"
RULES = """
  instruments:
    IIT: {name: หนึ่ง, weight: %s, evidence: [m]}
    EIT: {name: สอง, weight: 30, evidence: [m]}
    OIT: {name: สาม, weight: 40, evidence: [m]}
"""
ITEMS = """
  items_total: {count: 2, evidence: [m]}
  items:
    O1: {key: structure, title: โครงสร้าง, evidence: [m], %s}
    O2: {key: news, title: ข่าว, evidence: [m]}
"""


def pack(agency, rules=RULES % 30, page="12", scheme="NACC-ITA", day="29 พฤศจิกายน 2569"):
    """The text of a pack for 2580, on a page of an invented manual."""
    on = f", page: {page}" if page else ""
    head = f"format: 1\nagency: {agency}\nmade_on: {day}\nrules:\n  scheme: {scheme}\n  fiscal_year: 2580\n"
    return f"{head}  evidence:\n    m: {{grade: P1, source: คู่มือสมมติ{on}}}\n{rules}"


@pytest.fixture
def site(tmp_path):
    """The smallest site, with a year of which nothing is known and a score of an instrument that no rules have."""
    return write_files(copy_base(tmp_path), {"data/2580/scores.yml": SCORES})


def found(site, *packs, **files):
    """The problems of a site with packs."""
    named = {f"site_config/editions/packs/2580-{number}.yml": text for number, text in enumerate(packs)}
    return check_folder(write_files(site, {**named, **files})).problems


def said_of(problems, code="rests-on-pack"):
    """The messages of one code."""
    return [message_of(one.code, one.values) for one in problems if one.code == code]


def test_what_rests_on_one_pack_is_a_note_that_names_who_entered_it(site):
    """An instrument that only a pack knows to be wrong is no error, whatever the rule says otherwise."""
    problems = found(site, pack("เทศบาลตำบลหนึ่ง"))
    assert "unknown-instrument" not in codes_of(problems)
    assert said_of(problems) == ["ตามที่หน่วยงาน เทศบาลตำบลหนึ่ง กรอก ไม่มีเครื่องมือ “XIT” ในหลักเกณฑ์ปี 2580"]
    assert not check_folder(site).has_errors


@pytest.mark.parametrize(
    ("second", "is_error"),
    [
        (pack("องค์การบริหารส่วนตำบลสองแคว", page="14"), True),
        (pack("ทต.หนึ่ง"), False),
        (pack("ที่ทำการ เทศบาล ตำบล หนึ่ง"), False),
        (pack("อบต.หนึ่ง อำเภอเมือง"), False),
        (pack("องค์การบริหารส่วนตำบลสองแคว", page=""), False),
    ],
    ids=["another agency", "short form", "with blanks", "another kind of the same place", "no page"],
)
def test_two_agencies_with_pages_make_a_finding_of_their_rules(site, second, is_error):
    """The same entry by two agencies, each with its page, is found; the same agency under another spelling is one."""
    problems = found(site, pack("เทศบาลตำบลหนึ่ง"), second)
    assert ("unknown-instrument" in codes_of(problems)) == is_error
    assert bool(said_of(problems)) != is_error


def test_packs_that_disagree_are_both_shown_and_neither_rules(site):
    """Two weights for one instrument: both are said, and the total is not recomputed from either."""
    problems = found(site, pack("เทศบาลตำบลหนึ่ง"), pack("เทศบาลตำบลสองแคว", RULES % 35))
    [said] = said_of(problems, "packs-disagree")
    assert "เทศบาลตำบลหนึ่ง “30”" in said
    assert "เทศบาลตำบลสองแคว “35”" in said
    edition = load_site(site).editions.edition(2580)
    assert (edition.instruments["IIT"].weight, edition.instruments["EIT"].weight) == (None, 30)


def test_an_agency_that_corrects_its_pack_is_taken_at_its_last_word(site):
    """Of two packs of one agency the newer one counts, and does not disagree with itself."""
    problems = found(site, pack("เทศบาลตำบลหนึ่ง", RULES % 35), pack("ทต.หนึ่ง", day="30 พฤศจิกายน 2569"))
    assert "packs-disagree" not in codes_of(problems)
    assert load_site(site).editions.edition(2580).instruments["IIT"].weight == 30


def test_a_pack_lifts_no_error_of_rules_that_are_known(site):
    """A thing that the agency's own rules forbid stays an error, whatever a pack adds to them."""
    own = "scheme: NACC-ITA\nfiscal_year: 2580\nevidence: {o: {grade: P1, source: ประกาศสมมติ}}\n" + (
        RULES % 30
    ).replace("[m]", "[o]").replace("\n  ", "\n")
    added = "  instruments:\n    XIT: {name: สี่, weight: 0, evidence: [m]}\n"
    assert "unknown-instrument" in codes_of(found(site, **{"site_config/editions/2580.yml": own}))
    problems = found(site, pack("เทศบาลตำบลหนึ่ง", added))
    assert "unknown-instrument" in codes_of(problems)


def test_what_is_known_better_is_not_overridden_and_what_was_inferred_is(site):
    """A pack gives way to evidence, and replaces what rests on inference alone."""
    own = (
        "scheme: NACC-ITA\nfiscal_year: 2580\nevidence:\n  p: {grade: P1, source: ประกาศสมมติ}\n"
        "  i: {grade: I, source: อนุมาน}\nitems:\n  O1: {title: ชื่อในประกาศ, evidence: [p]}\n"
        "  O2: {title: ชื่อที่อนุมาน, evidence: [i]}\n"
    )
    found(site, pack("เทศบาลตำบลหนึ่ง", ITEMS % "year_offset: -1"), **{"site_config/editions/2580.yml": own})
    editions = load_site(site).editions
    shown, firm = editions.edition(2580), editions.edition(2580, Trust.CONFIRMED)
    assert (shown.items["O1"].title, shown.items["O2"].title) == ("ชื่อในประกาศ", "ข่าว")
    assert firm.items["O2"].title == "ชื่อที่อนุมาน"
    assert shown.items["O1"].year_offset == -1
    grades = {shown.evidence[name].grade for name in shown.items["O1"].offset_evidence}
    assert grades == {"A1"}
    assert {shown.evidence[name].grade for name in shown.items["O1"].title_evidence} == {"P1"}


def test_an_item_of_another_meaning_takes_nothing_from_a_pack(site):
    """Neither title nor year of the pack's O1 is laid on an O1 that the rules say is something else."""
    head = "scheme: NACC-ITA\nfiscal_year: 2580\nevidence: {p: {grade: P1, source: ก}}\n"
    own = f"{head}items: {{O1: {{key: news, evidence: [p]}}}}\n"
    found(site, pack("เทศบาลตำบลหนึ่ง", ITEMS % "year_offset: -1"), **{"site_config/editions/2580.yml": own})
    item = load_site(site).editions.edition(2580).items["O1"]
    assert (item.key, item.title, item.year_offset) == ("news", None, None)


HOSTILE = {
    "bomb": "a: &a [x, x]\nb: &b [*a, *a]\nrules: [*b, *b]\n",
    "no pack": "- 1\n- 2\n",
    "a text": "ข้อความ",
    "empty": "",
    "other format": pack("เทศบาลตำบลหนึ่ง").replace("format: 1", "format: 99"),
    "odd keys": pack("เทศบาลตำบลหนึ่ง") + "  __class__: {x: 1}\n  items: {'../../O1': {title: x, evidence: [m]}}\n",
    "deep": pack("เทศบาลตำบลหนึ่ง") + "  levels: " + "[" * 400 + "]" * 400 + "\n",
    "huge": pack("เทศบาลตำบลหนึ่ง") + "".join(f"    # {number}\n" for number in range(120_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_pack_is_handled_like_any_input(site, text):
    """A pack that is none, or has odd parts, ends in problems with places; nothing else of the site is lost."""
    problems = found(site, text)
    assert [one for one in problems if one.where.file.endswith("2580-0.yml")]
    assert "unknown-instrument" not in codes_of(problems)


def test_html_in_a_pack_is_text():
    """Markup is kept as the text that it is: pages escape every text."""
    text = pack("<b>หนึ่ง</b>", ITEMS.replace("ข่าว", "<script>alert(1)</script>") % "about: x")
    read, problems = read_pack(text.encode(), "p.yml")
    assert problems == []
    assert read.rules["items"]["O2"]["title"] == "<script>alert(1)</script>"


def test_the_sound_parts_of_a_faulty_pack_are_used(site):
    """A part with a faulty value is left out with its problem; the others count."""
    found(site, pack("เทศบาลตำบลหนึ่ง", RULES % "มาก" + ITEMS % "about: x"))
    edition = load_site(site).editions.edition(2580)
    assert (edition.instruments, list(edition.items)) == ({}, ["O1", "O2"])


def test_without_the_file_there_is_no_trace_of_a_pack(site):
    """A pack is taken away by deleting its file."""
    before = check_folder(site).problems
    found(site, pack("เทศบาลตำบลหนึ่ง"))
    (site / "site_config/editions/packs/2580-0.yml").unlink()
    assert check_folder(site).problems == before


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (("เทศบาลตำบลภูดาว", None), ("ทต.ภูดาว", "ตัวอย่าง"), True),
        (("องค์การบริหารส่วนตำบลภูดาว", "ก"), ("เทศบาลตำบลภูดาว", "จังหวัดก"), True),
        (("เทศบาลตำบลภูดาว", "ก"), ("เทศบาลตำบลภูดาว", "ข"), False),
        (("สำนักงานเทศบาลนครภูดาว", "ก"), ("เทศบาลนครภูดาว (ก)", "ก"), True),
        (("เทศบาลตำบลภูดาว", "ก"), ("เทศบาลตำบลห้วยน้ำใส", "ก"), False),
    ],
)
def test_names_of_one_agency_are_known_as_one(one, other, is_one):
    """Short forms, a changed kind and words around a name do not make a second agency; another province does."""
    assert may_be_one_agency(*one, *other) == is_one

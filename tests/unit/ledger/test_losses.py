"""Lost addresses are reported in few problems, each with commands that remedy it."""

from __future__ import annotations

import pytest

from prongsai.ledger.change_addresses import (
    ChangeRefusedError,
    redirect_addresses,
    restore_addresses,
    withdraw_addresses,
    withdraw_all,
)
from prongsai.ledger.explain_losses import compare_addresses, explain_losses, lost_paths
from prongsai.ledger.follow_redirects import Addresses, answer_of, origin_of, quote_argument, settle_ledger
from prongsai.ledger.load_ledger import LEDGER as LEDGER_FILE
from prongsai.ledger.renames import NOTHING_KNOWN, Contents, contents_of
from prongsai.ledger.rows import Ledger, Row

FIRST, DAY = "2569-01-01", "2569-11-21"
PUBLISHED = (
    "/",
    "/2564/",
    "/2564/measures/",
    "/2565/",
    "/2565/measures/",
    "/2565/measures/#m03",
    "/2565/measures/#m04",
    "/2565/measures/m03/",
    "/2565/measures/m04/",
    "/2565/measures/m04/#basis",
    "/data/2564/scores.json",
    "/data/2565/scores.json",
    "/measures/",
    "/measures/#y2564",
    "/measures/#y2565",
    "/years/",
)
LEDGER = Ledger(tuple(Row(path, FIRST) for path in PUBLISHED))


def without(*starts: str, new: tuple[str, ...] = ()) -> Addresses:
    """The addresses that exist when everything that begins so is gone."""
    return Addresses(frozenset(one for one in PUBLISHED if not one.startswith(starts)) | frozenset(new))


RENAMED = without(
    "/2565/measures/m04/",
    "/2565/measures/#m04",
    new=("/2565/measures/m05/", "/2565/measures/m05/#basis", "/2565/measures/#m05"),
)
YEAR_GONE = without("/2564/", "/data/2564/", "/measures/#y2564")


def lost(existing: Addresses) -> dict[str, int]:
    """The number of addresses lost with each that is named."""
    return {one.path: len(one.rows) for one in compare_addresses(LEDGER, existing).lost}


def states(change) -> dict[str, str]:
    """The targets of the changed rows."""
    return {row.path: row.to for row in change.rows}


def test_nothing_is_lost_when_all_is_there():
    """More than was published may be there."""
    assert compare_addresses(LEDGER, without(new=("/new/",))).lost == ()
    assert lost(Addresses(frozenset(PUBLISHED))) == {}


def test_a_page_is_lost_with_its_fragments_and_where_it_is_listed():
    """One problem for the page, what is on it, and its row in the list."""
    assert lost(RENAMED) == {"/2565/measures/m04/": 3}


def test_a_page_is_lost_with_the_reports_of_its_other_rounds():
    """A row of the follow-up page whose id is that of the measure, counted on, goes with the measure's page."""
    rounds = ("/2565/follow-up/", "/2565/follow-up/#m04", "/2565/follow-up/#m04-12")
    ledger = Ledger(tuple(Row(path, FIRST) for path in (*PUBLISHED, *rounds)))
    existing = Addresses(RENAMED.declared | {rounds[0], "/2565/follow-up/#m05", "/2565/follow-up/#m05-12"})
    changed = redirect_addresses(ledger, "/2565/measures/m04/", "/2565/measures/m05/", existing, DAY)
    assert {path: to for path, to in states(changed).items() if path in rounds} == {
        "/2565/follow-up/#m04": "/2565/follow-up/#m05",
        "/2565/follow-up/#m04-12": "/2565/follow-up/#m05-12",
    }


def test_a_year_is_lost_with_all_below_and_what_it_has_elsewhere():
    """One problem for its pages, its data and its part of the pages across years."""
    assert lost(YEAR_GONE) == {"/2564/": 4}


def test_a_fragment_alone_is_one_problem():
    """The page stays."""
    assert lost(without("/2565/measures/m04/#basis")) == {"/2565/measures/m04/#basis": 1}


def new_addresses(
    published: tuple[str, ...], gone: set[str], new: set[str], contents: Contents = NOTHING_KNOWN
) -> dict[str, str]:
    """Each group that would be lost with the new address that is suggested for it."""
    ledger = Ledger(tuple(Row(path, FIRST) for path in sorted(set(published))))
    existing = Addresses(frozenset(set(published) - gone | new))
    return {one.path: one.to for one in compare_addresses(ledger, existing, contents).lost}


SUGGESTED = {
    "a renamed measure": ({"/2565/measures/m04/"}, {"/2565/measures/m05/"}, "/2565/measures/m05/"),
    "a renamed unit": ({"/units/finance/"}, {"/units/treasury/"}, "/units/treasury/"),
    "a renamed section": ({"/2564/analysis/#concept"}, {"/2564/analysis/#idea"}, "/2564/analysis/#idea"),
    "a page of nearly the same name": ({"/about/"}, {"/about-us/", "/2566/"}, "/about-us/"),
    "a page in another folder": ({"/about/"}, {"/agency/about/"}, "/agency/about/"),
    "a question on another page": ({"/2565/questions/2/#q21"}, {"/2565/questions/#q21"}, "/2565/questions/#q21"),
    "a file of nearly the same name": ({"/files/2565/plan.pdf"}, {"/files/2565/plan-2.pdf"}, "/files/2565/plan-2.pdf"),
}
NOT_SUGGESTED = {
    "a measure that went": ({"/2565/measures/m04/"}, set()),
    "one went and two came": ({"/2565/measures/m04/"}, {"/2565/measures/m05/", "/2565/measures/m06/"}),
    "a measure of another year": ({"/2565/measures/m04/"}, {"/2566/measures/m04/"}),
    "a page of another name": ({"/about/"}, {"/news/"}),
    "a page of the program": ({"/about/"}, {"/accessibility/"}),
    "a file of another kind": ({"/files/2565/plan.pdf"}, {"/files/2565/plan.csv"}),
    "a file of another year": ({"/files/plan-2564.pdf"}, {"/files/plan-2565.pdf"}),
    "a file and a page": ({"/files/2565/plan.pdf"}, {"/files/2565/plan/"}),
    "data of a year": ({"/data/2567/links.csv"}, {"/data/2567/answers.csv"}),
    "the list of all links": ({"/links/"}, {"/lists/"}),
    "an item, whose code the edition gives": ({"/2565/oit/o12/"}, {"/2565/oit/o13/"}),
    "an indicator": ({"/indicators/8/"}, {"/indicators/9/"}),
    "a year": ({"/2563/"}, {"/2566/"}),
    "the row of one measure and that of another": (
        {"/2565/follow-up/#m03"},
        {"/2565/follow-up/#m05", "/2565/measures/m05/"},
    ),
}


@pytest.mark.parametrize("case", SUGGESTED)
def test_a_renamed_thing_is_suggested(case):
    """The new thing is of the same kind and the only one that can be meant."""
    gone, new, to = SUGGESTED[case]
    assert new_addresses((*PUBLISHED, "/2564/analysis/", "/2565/questions/", *gone), gone, new) == {
        next(iter(gone)): to
    }


@pytest.mark.parametrize("case", NOT_SUGGESTED)
def test_no_suggestion_is_better_than_a_wrong_page(case):
    """Nothing is suggested where another kind, another year or several things could be meant."""
    gone, new = NOT_SUGGESTED[case]
    assert set(new_addresses((*PUBLISHED, "/2565/follow-up/", *gone), gone, new).values()) == {""}


MEASURES_BEFORE = {"m03": {"title": "อบรมเจ้าหน้าที่"}, "m04": {"title": "เปิดเผยงบประมาณ"}}
FACTS = {"years": {"2565": {"measures": MEASURES_BEFORE, "files": {"a.pdf": "11", "b.pdf": "22"}}}}


def test_what_was_published_tells_which_is_which():
    """Titles and contents tell two renames at once apart, and that a new measure is not the one that went."""
    gone = {"/2565/measures/m03/", "/2565/measures/m04/"}
    new = {"/2565/measures/m13/", "/2565/measures/m14/"}
    now = {"/2565/measures/m13/": "เปิดเผยงบประมาณ", "/2565/measures/m14/": "อบรมเจ้าหน้าที่"}
    both = Contents(contents_of(FACTS), now)
    assert new_addresses(PUBLISHED, gone, new, both) == {
        "/2565/measures/m03/": "/2565/measures/m14/",
        "/2565/measures/m04/": "/2565/measures/m13/",
    }
    other = Contents(contents_of(FACTS), {"/2565/measures/m05/": "จัดซื้อรถบรรทุกน้ำ"})
    assert new_addresses(PUBLISHED, {"/2565/measures/m04/"}, {"/2565/measures/m05/"}, other) == {
        "/2565/measures/m04/": ""
    }
    files = ("/files/2565/a.pdf", "/files/2565/b.pdf")
    moved = Contents(contents_of(FACTS), {"/files/2565/x.pdf": "22", "/files/2565/y/z.pdf": "11"})
    assert new_addresses(files, set(files), {"/files/2565/x.pdf", "/files/2565/y/z.pdf"}, moved) == {
        "/files/2565/a.pdf": "/files/2565/y/z.pdf",
        "/files/2565/b.pdf": "/files/2565/x.pdf",
    }


def test_a_folder_that_moved_is_one_suggestion():
    """Every page below it is found below the new one."""
    gone = {"/info/", "/info/place/", "/info/place/#map", "/info/hours/"}
    new = {path.replace("/info/", "/agency/") for path in gone}
    assert new_addresses((*PUBLISHED, *gone), gone, new) == {"/info/": "/agency/"}


REGISTER = (
    "/2565/oit/",
    "/2565/oit/#items",
    "/2565/oit/o1/",
    "/2565/oit/o1/#links",
    "/2565/oit/o2/",
    "/data/2565/links.csv",
    "/data/2565/oit.json",
    "/documents/2565/oit.pdf",
    "/indicators/8/",
    "/indicators/8/#answers",
    "/files/2565/plan.pdf",
    "/links/",
    "/links/2565/",
    "/links/2565/#broken",
    "/units/finance/",
    "/units/finance/#answers",
)
GONE_WITH_THE_REGISTER = {
    "/2565/oit/#items",
    "/2565/oit/o1/",
    "/2565/oit/o1/#links",
    "/2565/oit/o2/",
    "/data/2565/links.csv",
    "/documents/2565/oit.pdf",
    "/indicators/8/#answers",
    "/links/",
    "/links/2565/",
    "/links/2565/#broken",
    "/units/finance/#answers",
}
WITHOUT_A_FILE = {
    "the register": ("/2565/oit/", GONE_WITH_THE_REGISTER, "/2565/oit/"),
    "what only its links gave": ("/2565/oit/", {"/links/2565/", "/data/2565/links.csv"}, "/links/2565/"),
    "fragments of pages that stay": ("/2565/oit/", {"/2565/oit/#items", "/indicators/8/#answers"}, "/2565/oit/"),
}


@pytest.mark.parametrize("case", WITHOUT_A_FILE)
def test_what_one_file_gave_is_lost_as_one(case):
    """One group, and withdrawing its path settles all of it and nothing else."""
    gap, gone, path = WITHOUT_A_FILE[case]
    ledger = Ledger(tuple(Row(one, FIRST) for one in sorted((*PUBLISHED, *REGISTER))))
    existing = Addresses(frozenset({*PUBLISHED, *REGISTER} - gone), gaps=frozenset({gap, "/2565/memo/"}))
    assert {one.path: {row.path for row in one.rows} for one in compare_addresses(ledger, existing).lost} == {
        path: gone
    }
    change = withdraw_addresses(ledger, path, "ซ้ำ", existing, DAY)
    assert {row.path for row in change.rows} == gone
    assert compare_addresses(change.ledger, existing).lost == ()


def test_what_another_hand_took_away_is_reported_by_itself():
    """A measure, an attachment and a unit are no part of the register."""
    ledger = Ledger(tuple(Row(one, FIRST) for one in sorted((*PUBLISHED, *REGISTER))))
    others = {"/2565/measures/m04/", "/files/2565/plan.pdf", "/units/finance/"}
    gone = GONE_WITH_THE_REGISTER | others | {"/2565/measures/#m04", "/2565/measures/m04/#basis"}
    existing = Addresses(frozenset({*PUBLISHED, *REGISTER} - gone), gaps=frozenset({"/2565/oit/"}))
    assert {one.path for one in compare_addresses(ledger, existing).lost} == {"/2565/oit/", *others}


def test_two_files_are_two_losses():
    """Each with what is its own; what either could have given goes with the first."""
    ledger = Ledger(tuple(Row(one, FIRST) for one in sorted((*PUBLISHED, *REGISTER, "/2564/memo/"))))
    gone = GONE_WITH_THE_REGISTER | {"/2564/memo/"}
    existing = Addresses(frozenset({*PUBLISHED, *REGISTER} - gone), gaps=frozenset({"/2564/memo/", "/2565/oit/"}))
    found = {one.path: {row.path for row in one.rows} for one in compare_addresses(ledger, existing).lost}
    assert {path: len(rows) for path, rows in found.items()} == {"/2564/memo/": 3, "/2565/oit/": 9}
    assert {"/links/2565/", "/data/2565/links.csv"} <= found["/2565/oit/"]


def test_the_parts_of_a_page_that_stays_are_one_loss():
    """Several of them are named after their page, one alone after itself."""
    parts = ("/2565/scores/", "/2565/scores/#a", "/2565/scores/#b")
    ledger = Ledger(tuple(Row(one, FIRST) for one in parts))
    for gone, path in (({parts[1], parts[2]}, "/2565/scores/"), ({parts[1]}, "/2565/scores/#a")):
        existing = Addresses(frozenset(set(parts) - gone))
        [found] = compare_addresses(ledger, existing).lost
        assert (found.path, found.path_stays) == (path, len(gone) > 1)
        assert {row.path for row in withdraw_addresses(ledger, path, "ซ้ำ", existing, DAY).rows} == gone


def test_the_headings_of_one_page_written_by_hand_are_one_problem():
    """It names each mark that its author may put back, and one command withdraws them all."""
    parts = ("/about/", "/about/#hours", "/about/#place")
    ledger = Ledger(tuple(Row(one, FIRST) for one in parts))
    built, checked = Addresses(frozenset({"/about/"})), Addresses(frozenset({"/about/"}), frozenset({"/about/"}))
    [found] = explain_losses(compare_addresses(ledger, built), built, LEDGER_FILE, {"/about/": "about.md"})
    assert (found.code, found.values["mark"]) == ("url-lost-heading", "{ #hours } { #place }")
    assert lost_paths(found) == list(parts[1:])
    change = withdraw_all(ledger, [one.strip('"') for one in found.values["typed"].split()], "ซ้ำ", checked, DAY)
    assert [row.path for row in change.rows] == list(parts[1:])


def test_the_notes_of_all_years_are_one_loss():
    """One switch of the site closes them; the command names each."""
    notes = ("/2564/notes/", "/2565/notes/", "/2565/notes/#a")
    ledger = Ledger(tuple(Row(one, FIRST) for one in sorted((*PUBLISHED, *notes))))
    existing = Addresses(frozenset(PUBLISHED))
    [found] = compare_addresses(ledger, existing).lost
    assert (found.path, found.beside, len(found.rows)) == ("/2564/notes/", ("/2565/notes/",), 3)
    change = withdraw_all(ledger, (found.path, *found.beside), "ซ้ำ", existing, DAY)
    assert [row.path for row in change.rows] == list(notes)


def test_redirecting_a_page_redirects_all_that_belongs_to_it():
    """Each fragment to the same one there, and the row of the list to the new row."""
    change = redirect_addresses(LEDGER, "/2565/measures/m04", "/2565/measures/m05/", RENAMED, DAY)
    assert states(change) == {
        "/2565/measures/#m04": "/2565/measures/#m05",
        "/2565/measures/m04/": "/2565/measures/m05/",
        "/2565/measures/m04/#basis": "/2565/measures/m05/#basis",
    }
    assert {row.since for row in change.rows} == {DAY}
    assert compare_addresses(change.ledger, RENAMED).lost == ()


def test_a_prefix_is_redirected_when_everything_maps():
    """Otherwise the addresses without counterpart are named, or all of them go to the one page."""
    moved = without("/2564/", "/data/2564/", "/measures/#y2564", new=("/2563/", "/2563/measures/", "/measures/#y2563"))
    with pytest.raises(ChangeRefusedError) as refused:
        redirect_addresses(LEDGER, "/2564/", "/2563/", moved, DAY)
    assert (refused.value.refusal, refused.value.near) == ("unmapped", ("/data/2564/scores.json",))
    change = redirect_addresses(LEDGER, "/2564/", "/2563/", moved, DAY, rest_to_new=True)
    assert states(change) == {
        "/2564/": "/2563/",
        "/2564/measures/": "/2563/measures/",
        "/data/2564/scores.json": "/2563/",
        "/measures/#y2564": "/measures/#y2563",
    }


def test_withdrawing_a_prefix_leaves_what_is_alive():
    """Only what is lost is withdrawn."""
    change = withdraw_addresses(LEDGER, "/2565/", "ซ้ำ", RENAMED, DAY)
    assert [(row.path, row.state, row.reason) for row in change.rows] == [
        (path, "withdrawn", "ซ้ำ") for path in PUBLISHED if "m04" in path
    ]


REFUSED = {
    "alive": lambda: withdraw_addresses(LEDGER, "/2564/", "ซ้ำ", RENAMED, DAY),
    "not-published": lambda: withdraw_addresses(LEDGER, "/2566/", "ซ้ำ", RENAMED, DAY),
    "target-missing": lambda: redirect_addresses(LEDGER, "/2565/measures/m04/", "/2565/measure/", RENAMED, DAY),
    "own-heading": lambda: redirect_addresses(LEDGER, "/a/#b", "/", Addresses(frozenset("/"), frozenset({"/a/"})), DAY),
    "nothing-to-restore": lambda: restore_addresses(LEDGER, "/2564/"),
}


@pytest.mark.parametrize("refusal", REFUSED)
def test_what_cannot_be_is_refused(refusal):
    """With its own reason."""
    with pytest.raises(ChangeRefusedError) as refused:
        REFUSED[refusal]()
    assert refused.value.refusal == refusal


def test_a_fate_can_be_changed_and_taken_back():
    """A page that was withdrawn can be redirected later with all its fragments; restoring makes it live."""
    withdrawn = withdraw_addresses(LEDGER, "/2565/measures/m04/", "ซ้ำ", RENAMED, DAY).ledger
    change = redirect_addresses(withdrawn, "/2565/measures/m04/", "/2565/measures/m05/", RENAMED, "2569-12-01")
    assert states(change)["/2565/measures/m04/#basis"] == "/2565/measures/m05/#basis"
    assert all(row.reason == "" for row in change.rows)
    restored = restore_addresses(change.ledger, "/2565/measures/").ledger
    assert restored == Ledger(tuple(Row(path, FIRST) for path in PUBLISHED))


def test_a_redirect_of_the_page_alone_carries_its_fragments():
    """A row written by hand is enough: the same fragment there, else the page."""
    page = Row("/2565/measures/m04/", FIRST, "redirect", "/2565/measures/m05/", DAY)
    listed = Row("/2565/measures/#m04", FIRST, "redirect", "/2565/measures/#m05", DAY)
    ledger = LEDGER.with_rows((page, listed, Row("/2565/measures/m04/#old", FIRST)))
    assert compare_addresses(ledger, RENAMED).lost == ()
    answers = [answer_of(ledger, RENAMED, f"/2565/measures/m04/{one}") for one in ("", "#basis", "#old")]
    assert answers == ["/2565/measures/m05/", "/2565/measures/m05/#basis", "/2565/measures/m05/"]


def test_a_redirect_to_nothing_is_reported_and_one_to_something_lost_is_not():
    """A lost address is reported by itself."""
    rows = (Row("/a/", FIRST, "redirect", "/nowhere/", DAY), Row("/b/", FIRST, "redirect", "/2565/measures/m04/", DAY))
    compared = compare_addresses(LEDGER.with_rows(rows), RENAMED)
    assert [row.path for row in compared.dangling] == ["/a/"]
    assert [one.path for one in compared.lost] == ["/2565/measures/m04/"]


def test_what_exists_again_wins_over_its_row():
    """It is reported, it is not lost, and redirects through it end there."""
    rows = (Row("/a/", FIRST, "redirect", "/2564/", DAY), Row("/2564/", FIRST, "redirect", "/2565/", DAY))
    ledger = LEDGER.with_rows(rows)
    assert [row.path for row in compare_addresses(ledger, RENAMED).again] == ["/2564/"]
    assert answer_of(ledger, RENAMED, "/a/") == "/2564/"
    assert settle_ledger(ledger, RENAMED).target_of(rows[0]) == "/2564/"


@pytest.mark.parametrize(
    ("path", "origin"),
    [
        ("/2565/measures/m04/", "data/2565/measures.yml (id: m04)"),
        ("/2565/measures/#m04", "data/2565/measures.yml (id: m04)"),
        ("/2564/analysis/#concept", "data/2564/analysis.yml (id: concept)"),
        ("/2565/follow-up/", "data/2565/follow-up.yml"),
        ("/2565/oit/o12/", "data/2565/ (O12)"),
        ("/2565/oit/o12/#measures", "data/2565/ (O12, #measures)"),
        ("/2565/oit/#items", "data/2565/oit.yml (#items)"),
        ("/2565/questions/2/", "data/2565/questions.yml"),
        ("/2565/questions/#q01", "data/2565/questions.yml (id: q01)"),
        ("/links/2565/", "data/2565/oit.yml"),
        ("/data/2565/links.csv", "data/2565/oit.yml"),
        ("/documents/2565/oit.pdf", "site_config/site.yml (documents)"),
        ("/2565/notes/", "site_config/site.yml (notes: public)"),
        ("/2565/scores/#lost", "data/2565/ (#lost)"),
        ("/2565/", "data/2565/"),
        ("/data/2565/oit.json", "data/2565/"),
        ("/measures/#y2565", "data/2565/"),
        ("/units/finance/", "site_config/agency.yml (units: finance)"),
        ("/units/finance/#questions", "site_config/agency.yml (units: finance)"),
        ("/indicators/10/", "data/*/scores.yml (10)"),
        ("/files/2565/แผน งาน.pdf", "content/files/2565/แผน งาน.pdf"),
        ("/logo.png", "content/logo.png"),
        ("/about/", "content/about.md"),
        ("/about/us/", "content/about/us.md"),
    ],
)
def test_what_gave_an_address_is_named(path, origin):
    """A file of the site, and what to look for in it."""
    assert origin_of(path) == origin


@pytest.mark.parametrize(
    ("path", "typed"),
    [("/2565/measures/", "/2565/measures/"), ("/a/#b", '"/a/#b"'), ("/แผน งาน", '"/แผน งาน"'), ("/$a/", "'/$a/'")],
)
def test_an_address_is_one_argument_of_a_command(path, typed):
    """Whatever a shell could take for something else is quoted."""
    assert quote_argument(path) == typed


def test_a_picture_goes_with_what_it_shows():
    """The picture of a measure or of a year is no loss of its own: one command decides over both."""
    pictures = ("/share/2564.png", "/share/2565.png", "/share/2565/m03.png", "/share/2565/m04.png", "/share/index.png")
    ledger = Ledger((*LEDGER.rows, *(Row(path, FIRST) for path in pictures)))
    stays = {"/share/2565.png", "/share/2565/m03.png", "/share/index.png"}
    existing = Addresses(RENAMED.declared - {"/2564/", "/2564/measures/"} | stays | {"/share/2565/m05.png"})
    found = {one.path: {row.path for row in one.rows} for one in compare_addresses(ledger, existing).lost}
    assert "/share/2565/m04.png" in found["/2565/measures/m04/"]
    assert "/share/2564.png" in found["/2564/"]
    moved = states(redirect_addresses(ledger, "/2565/measures/m04/", "/2565/measures/m05/", existing, DAY))
    assert moved["/share/2565/m04.png"] == "/share/2565/m05.png"
    plain = Addresses(existing.declared - {"/share/2565/m05.png"})
    assert states(redirect_addresses(ledger, "/2565/measures/m04/", "/2565/measures/m05/", plain, DAY))[
        "/share/2565/m04.png"
    ] == ("/2565/measures/m05/")
    year = states(redirect_addresses(ledger, "/2564/", "/2565/", existing, DAY))
    assert year["/share/2564.png"] == "/share/2565.png"

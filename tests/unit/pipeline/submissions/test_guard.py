"""Submitted addresses stay in their place until the result is known, and changed content is named with its day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sites
from once import make_once
from prongsai.ledger.load_ledger import SNAPSHOTS
from prongsai.pipeline.backup.files import find_backup_files
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder, site_now
from prongsai.pipeline.publish import publish_folder
from prongsai.pipeline.submissions.guard import record_seen
from prongsai.pipeline.submissions.restore import restore_item
from prongsai.pipeline.submissions.submit import SubmitRefusedError, submit_year
from prongsai.submissions.check import is_of_submissions
from prongsai.submissions.keep import SUBMITTED, load_submissions

DAY = "2565-04-30"
FILE = "content/files/2565/executives.csv"
REGISTER = "data/2565/oit.yml"
URL = "https://www.example.go.th/executives"
MEASURES = "data/2565/measures.yml"


def _make(folder: Path) -> Path:
    """A site that answers with a page of its own, an attachment and a link elsewhere, as submitted."""
    root = sites.copy_base(folder / "root")
    edit(root, "site_config/site.yml", "numerals: thai", "numerals: thai\ndocuments: off")
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {URL}\n      - file: 2565/executives.csv\n")
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text("ตำแหน่ง,โทรศัพท์\nนายกเทศมนตรี,0-2000-0011\n", "utf-8")
    submit_year(check_folder(root), 2565, DAY)
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a text of a file, which must be there."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="session")
def _once(tmp_path_factory) -> Path:
    return make_once(tmp_path_factory, "submitted-site", _make)


@pytest.fixture
def root(_once, tmp_path) -> Path:
    """A copy of the submitted site."""
    return Path(shutil.copytree(_once, tmp_path / "root"))


def found(root: Path, **options: str) -> list[tuple[str, str]]:
    """The codes of what is said of the submission, each with its item."""
    own = (one for one in check_folder(root, **options).problems if is_of_submissions(one))
    return [(one.code.removeprefix("submitted-"), one.values.get("item", "")) for one in own]


def decide(root: Path) -> None:
    """Enter a result of the year."""
    text = "fiscal_year: 2565\ntotal: {value: 88.20, at: หน้า 1}\n"
    (root / "data/2565/scores.yml").write_text(text, "utf-8")


def test_an_unchanged_site_says_nothing(root):
    """Neither as it is, nor for the officer, nor built for another address."""
    assert found(root) == []
    assert found(root, site_url="https://staging.example.go.th/") == []
    assert [one for one in check_folder(root, for_officer=True).problems if is_of_submissions(one)] == []


def test_a_link_that_moved_stops_the_site_and_its_twin_does_not(root):
    """The answer has another link than was submitted: nothing is built until it is back; another title is no matter."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {URL}-new\n")
    assert found(root) == [("link-removed", "O2")]
    assert not build_folder(root, root / "site").done
    assert not publish_folder(root, root / "www", DAY).built.done
    assert not (root / SNAPSHOTS).exists()
    edit(root, REGISTER, f"- url: {URL}-new\n", f"- url: {URL}\n")
    assert found(root) == []


def test_an_overwritten_attachment_is_named_and_its_twin_is_not(root):
    """Other bytes at the submitted address are a warning; the same bytes written again are none."""
    before = (root / FILE).read_bytes()
    (root / FILE).write_bytes(before + b"x\n")
    assert found(root) == [("file-changed", "O2")]
    (root / FILE).write_bytes(before)
    assert found(root) == []


def test_an_attachment_that_is_gone_is_told_as_submitted(root):
    """Besides the missing file itself, the report says that it was submitted and how it comes back."""
    (root / FILE).unlink()
    assert found(root) == [("address-lost", "O2")]


def test_the_text_of_a_page_that_changed_is_named_with_both_sides(root):
    """The item, the section, what was written and what is written now, in a warning that no page shows."""
    edit(root, MEASURES, "ประชุมติดตามทุกไตรมาส", "ประชุมติดตามทุกเดือน")
    [one] = [one for one in check_folder(root).problems if is_of_submissions(one)]
    assert (one.code, one.values["item"], one.year) == ("submitted-page-changed", "O42", None)
    assert ("ทุกไตรมาส" in one.values["before"], "ทุกเดือน" in one.values["after"]) == (True, True)
    assert one.values["section"] == "การเปิดเผยข้อมูล"


def test_what_is_no_content_of_the_page_is_no_change(root):
    """Theme, numerals, the memory of links and the notes on the data change no submitted text."""
    edit(root, "site_config/site.yml", "numerals: thai", "numerals: arabic\nnotes: internal")
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("{% extends 'base.html' %}", "utf-8")
    assert found(root) == []


def test_after_the_result_is_entered_all_is_quiet(root):
    """The history stays, and nothing is guarded any more."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {URL}-new\n")
    (root / FILE).write_text("อื่น\n", "utf-8")
    decide(root)
    assert found(root) == []
    assert load_submissions(root).newest(2565) is not None


def test_a_site_that_moves_is_stopped(root):
    """The settings name another address than was submitted: every submitted link would be elsewhere."""
    edit(root, "site_config/site.yml", "https://ita.example.go.th/", "https://new.example.go.th/")
    assert found(root) == [("site-moved", "")]


def test_data_with_errors_of_its_own_invents_no_loss(root):
    """A register that cannot be read whole is reported as such, and no link of it as removed."""
    edit(root, REGISTER, f"- url: {URL}\n", "- uri: x\n")
    assert found(root) == []


def test_a_second_submission_takes_the_place_of_the_first_which_stays(root):
    """Corrected before the window closes: the newest counts, recorded again the same day adds nothing."""
    edit(root, REGISTER, f"- url: {URL}\n", f"- url: {URL}-new\n")
    again = submit_year(check_folder(root), 2565, "2565-05-02")
    assert (again.is_new, again.supersedes) == (True, DAY)
    assert found(root) == []
    assert not submit_year(check_folder(root), 2565, "2565-05-02").is_new
    assert [one.day for one in load_submissions(root).years[2565]] == [DAY, "2565-05-02"]


def test_a_day_before_the_last_submission_is_refused(root):
    """A later submission is not overtaken by an older day."""
    with pytest.raises(SubmitRefusedError) as refused:
        submit_year(check_folder(root), 2565, "2565-04-01")
    assert (refused.value.reason, refused.value.found) == ("before", (DAY,))


def test_the_day_of_a_change_is_that_of_its_publication(root):
    """A difference that is only here has no day; once published it has the day on which that began."""
    (root / FILE).write_text("ตำแหน่ง\nว่าง\n", "utf-8")
    [before] = [one for one in check_folder(root).problems if is_of_submissions(one)]
    assert before.values["changed"] == ""
    assert publish_folder(root, root / "www", "2565-05-20").built.done
    assert not record_seen(site_now(check_folder(root)), "2565-05-25")  # as a later publication would
    [after] = [one for one in check_folder(root).problems if is_of_submissions(one)]
    assert after.values["changed"] == "20 พฤษภาคม 2565"


def test_no_published_byte_depends_on_the_record(root):
    """The site built with the record, and with changes that it reports, is the one built without it."""
    edit(root, MEASURES, "ประชุมติดตามทุกไตรมาส", "ประชุมติดตามทุกเดือน")
    (root / FILE).write_text("ตำแหน่ง\nว่าง\n", "utf-8")
    assert build_folder(root, root / "with").done
    shutil.rmtree(root / SUBMITTED)
    assert build_folder(root, root / "without").done
    assert sites.snapshot(root / "with") == sites.snapshot(root / "without")


def test_a_backup_has_the_record_and_its_copies(root):
    """Whoever restores the site restores what was submitted."""
    kept = [name for name in find_backup_files(root).files if name.startswith(SUBMITTED)]
    assert any("/kept/" in name for name in kept)
    assert f"{SUBMITTED}/2565-{DAY}.json" in kept


def test_nothing_is_put_back_through_a_link_out_of_the_site(root, tmp_path):
    """A folder of attachments that became a link elsewhere is not written into."""
    outside = tmp_path / "outside"
    shutil.move(root / "content/files/2565", outside)
    (outside / "executives.csv").write_text("อื่น", "utf-8")
    (root / "content/files/2565").symlink_to(outside)
    newest = load_submissions(root).newest(2565)
    code = next(item.code for item in newest.items if any(link.kind == "file" for link in item.links))
    with pytest.raises(OSError, match="executives"):
        restore_item(root, newest, code)
    assert (outside / "executives.csv").read_text("utf-8") == "อื่น"

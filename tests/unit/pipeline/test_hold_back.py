"""Reasons that hold a publication back: a site of nothing, and at first what does not agree unexplained."""

import pytest

from prongsai.ledger.rows import Ledger, Row, write_ledger
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.build import hold_back
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.publish import publish_folder
from prongsai.views.year import FIGURES
from prongsai.wording import Severity, hint_of, message_of, severity_of

WRONG = "fiscal_year: 2566\nsource: result-2566\ntotal: 93.00\nlevel: ผ่าน\ninstruments: {IIT: 90, EIT: 100, OIT: 90}\n"
RIGHT = WRONG.replace("level: ผ่าน", "level: ผ่านดี")
SAID = "เทศบาลสอบถามแล้วและรอประกาศแก้ไข"
EXPLAINED = f"fiscal_year: 2566\nexplanations:\n- {{code: level-differs-from-scale, text: {SAID}}}\n"


@pytest.fixture
def root(tmp_path):
    """A new site."""
    new_site(tmp_path / "site", "เทศบาลตำบลตัวอย่าง", 2566)
    return tmp_path / "site"


def write(root, **texts):
    """Write data files of 2566 by their names."""
    for name, text in texts.items():
        (root / f"data/2566/{name}.yml").write_text(text, "utf-8")


def held(root):
    """The errors that keep the site from being published."""
    return [one for one in hold_back(check_folder(root)) if severity_of(one.code) is Severity.ERROR]


def test_a_site_of_nothing_is_not_published(root, tmp_path):
    """The refusal names the file to begin with; nothing is written, neither site nor ledger."""
    published = publish_folder(root, tmp_path / "out", "2569-11-28")
    [found] = [one for one in published.built.problems if severity_of(one.code) is Severity.ERROR]
    assert (found.code, found.where.file) == ("nothing-to-publish", "data/2566/scores.yml")
    assert "data/2566/scores.yml" in hint_of(found.code, found.values)
    assert not published.built.done
    assert not (tmp_path / "out").exists()
    assert not (root / "site_config/urls.csv").exists()


def test_a_wrong_level_waits_for_its_correction_or_its_explanation(root):
    """On the agency's own site, before the first publication; the hint names file, code and form of the explanation."""
    write(root, scores=WRONG)
    [found] = held(root)
    assert (found.code, found.where.file, found.where.line) == ("figure-unexplained", "data/2566/scores.yml", 4)
    assert "93.00" in message_of(found.code, found.values)
    hint = hint_of(found.code, found.values)
    assert "data/2566/explanations.yml" in hint
    assert "code: level-differs-from-scale" in hint
    write(root, scores=RIGHT)
    assert held(root) == []
    write(root, scores=WRONG, explanations=EXPLAINED)
    assert held(root) == []


def test_only_the_first_publication_waits_and_only_for_the_agency_itself(root):
    """A published site keeps publishing and learns of it from the report; a site made from documents accuses nobody."""
    write(root, scores=WRONG)
    options = root / "site_config/site.yml"
    own = options.read_text("utf-8")
    options.write_text(own.replace("from_document: false", "from_document: true"), "utf-8")
    assert held(root) == []
    options.write_text(own, "utf-8")
    (root / "site_config/urls.csv").write_text(write_ledger(Ledger((Row("/2566/", "2567-01-01"),))), "utf-8")
    assert held(root) == []
    assert [one.code for one in check_folder(root).problems if one.code in FIGURES] == ["level-differs-from-scale"]


@pytest.mark.parametrize("notes", ["internal", "public"])
def test_the_explanation_is_next_to_the_figure(root, notes):
    """On home, on the year and on its scores, with what it explains, whether other notes are shown or not."""
    write(root, scores=WRONG, explanations=EXPLAINED)
    options = root / "site_config/site.yml"
    options.write_text(options.read_text("utf-8").replace("notes: internal", f"notes: {notes}"), "utf-8")
    files = check_folder(root).planned.files
    for name in ("content/index.md", "content/2566/index.md", "content/2566/scores/index.md"):
        text = files[name].decode()
        assert SAID in text, name
        assert "ระดับตามเอกสาร" in text, name


def test_what_holds_back_is_reported_by_check_as_a_warning():
    """Each is a warning of its own, so that a site that is public already learns of it."""
    assert {severity_of(code) for code in FIGURES} == {Severity.WARNING}

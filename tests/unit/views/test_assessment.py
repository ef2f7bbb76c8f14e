"""The name of an assessment: the words of its edition, the NACC's for its scheme, else neutral ones."""

from __future__ import annotations

import re

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pipeline.check import check_folder
from prongsai.views.assessment import NACC_ASSESSMENT, AssessmentName, assessment_of, shared_assessment
from unit.makers import SITE, make_edition, shipped_edition, write_files

OWN = "site_config/editions/2569.yml"
OTHER = "scheme: ระบบอื่น\nfiscal_year: 2569\nitems:\n  O12: {key: manual, title: คู่มือการปฏิบัติงาน}\n"
NAMED = f"{OTHER}assessment: {{short: IPA, name: การประเมินของเรา, organiser: สำนักงานกลาง}}\n"
FILES = {
    **SITE,
    OWN: OTHER,
    "mkdocs.yml": "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n",
    "site_config/site.yml": "title: ทดสอบ\nsite_url: https://www.example.go.th/\nnotes: public\nnumerals: arabic\n",
    "data/2569/scores.yml": "fiscal_year: 2569\ntotal: 80.24\nlevel: ผ่าน\ninstruments: {IIT: 80.24}\n",
    "data/2569/oit.yml": (
        "fiscal_year: 2569\nitems:\n"
        "  O12: {answer: has, links: [{url: 'https://www.example.go.th/m.pdf', title: คู่มือ}]}\n"
    ),
    "data/2569/measures.yml": "fiscal_year: 2569\nmeasures: [{id: m01, title: ก}]\n",
    "data/2569/memo.yml": "fiscal_year: 2569\nsubject: ก\nnacc_advice: [ข]\n",
}
NACC_WORDS = re.compile(r"ป\.ป\.ช|(?<![A-Za-z])ITA(?![A-Za-z])|จัดขึ้นทุกปี|ต้องเป็นข้อมูลปี|85\.00|ค่าเป้าหมายของคะแนนรวม")


def planned(root, files):
    """Every file that the engine gets of a site, as text; a packed file of the search has a plain twin."""
    found = check_folder(write_files(root, files)).planned.files
    return {name: text.decode() for name, text in found.items() if not name.endswith((".xlsx", ".png", ".svg", ".bin"))}


def test_nothing_of_another_scheme_speaks_of_the_nacc(tmp_path):
    """Pages, descriptions, memo, data and search: no word, year, level or target of the NACC is taken over."""
    files = planned(tmp_path, FILES)
    assert {name: NACC_WORDS.findall(text) for name, text in files.items() if NACC_WORDS.search(text)} == {}
    assert "ข้อเสนอแนะของผู้จัดการประเมิน" in files["content/2569/memo/index.md"]


def test_the_same_site_of_the_nacc_speaks_of_it(tmp_path):
    """So the words are there to be missed: without the edition of its own the pages have them."""
    files = planned(tmp_path, {name: text for name, text in FILES.items() if name != OWN})
    assert {"content/index.md", "content/2569/scores/index.md", "content/2569/memo/index.md"} <= {
        name for name, text in files.items() if NACC_WORDS.search(text)
    }


def test_the_words_of_an_edition_are_used(tmp_path):
    """Short name, name and who holds it, wherever the NACC's own are."""
    files = planned(tmp_path, {**FILES, OWN: NAMED})
    assert "IPA คือการประเมินของเรา สำนักงานกลาง เป็นผู้จัด" in files["content/index.md"]
    assert "ผลการประเมิน IPA" in files["content/index.md"]
    assert "ข้อเสนอแนะของสำนักงานกลาง" in files["content/2569/memo/index.md"]


@pytest.mark.parametrize(
    ("files", "short"),
    [
        ({"data/2567/scores.yml": "fiscal_year: 2567\n"}, "ITA"),
        ({"data/2590/scores.yml": "fiscal_year: 2590\n"}, "ITA"),
        ({"data/2569/scores.yml": "fiscal_year: 2569\n", OWN: NAMED}, "IPA"),
        (
            {
                "data/2569/scores.yml": "fiscal_year: 2569\n",
                OWN: NAMED,
                "data/2590/scores.yml": "fiscal_year: 2590\n",
            },
            "IPA",
        ),
        (
            {"data/2567/scores.yml": "fiscal_year: 2567\n", "data/2569/scores.yml": "fiscal_year: 2569\n", OWN: NAMED},
            "",
        ),
    ],
)
def test_a_site_has_the_name_that_all_its_years_have(tmp_path, files, short):
    """A year without an edition decides nothing, and two names are none."""
    site = load_site(write_files(tmp_path, {**SITE, **files})).site
    assert shared_assessment(analyse_site(site)).short == short


def test_only_the_scheme_of_the_nacc_has_its_words():
    """Another scheme without words of its own has neutral ones."""
    assert assessment_of(shipped_edition(2567)) == NACC_ASSESSMENT
    assert assessment_of(make_edition()) == AssessmentName()
    assert (AssessmentName().result, AssessmentName().scores, AssessmentName().held_by) == (
        "ผลการประเมิน",
        "คะแนน",
        "ผู้จัดการประเมิน",
    )
    assert (AssessmentName().asked, AssessmentName().defined) == ("การประเมินนี้คืออะไร", "")

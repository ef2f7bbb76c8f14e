"""The table of survey questions: its order tells an agency what to look at first."""

from __future__ import annotations

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.scores.figures import listed_questions
from unit.makers import SITE, write_files

SCORES = """fiscal_year: 2564
questions:
  - {instrument: EIT, code: e1, score: เอกสารไม่ได้ระบุ}
  - {instrument: EIT, code: e2, score: {printed: ๙๐ ขึ้นไป}}
  - {instrument: EIT, code: e3, score: 100}
  - {instrument: EIT, code: e4, score: 0.5}
  - {instrument: EIT, code: e5, score: 0}
"""


def test_the_lowest_score_comes_first_and_what_has_none_last(tmp_path):
    """No points at all are the lowest score; a question whose score no document states comes after the highest."""
    loaded = load_site(write_files(tmp_path, {**SITE, "data/2564/scores.yml": SCORES}))
    assert loaded.problems == []
    questions = listed_questions(analyse_site(loaded.site).years[2564])
    assert [one.code for one in questions] == ["e5", "e4", "e3", "e1", "e2"]

"""Loading a whole site as far as it can be read."""

from collections import Counter

import pytest

from prongsai.loading.load_site import load_site
from prongsai.model.stated import Absence
from prongsai.problems import MOST_ALIKE
from unit.makers import SITE, codes_of, write_files

ALL = {
    "data/2564/scores.yml": "fiscal_year: 2564\n",
    "data/2564/analysis.yml": "fiscal_year: 2564\n",
    "data/2565/measures.yml": "fiscal_year: 2565\n",
    "data/2565/follow-up.yml": "fiscal_year: 2565\n",
    "data/2565/memo.yml": "fiscal_year: 2565\n",
    "data/2565/oit.yml": "fiscal_year: 2565\n",
    "data/2565/questions.yml": "fiscal_year: 2565\n",
}


def load(root, **changes):
    """Load a small site; a change with the text None leaves the file out."""
    files = {**SITE, **ALL, **changes.get("files", {})}
    return load_site(write_files(root, {name: text for name, text in files.items() if text is not None}))


def test_every_kind_of_file_comes_to_its_place(tmp_path):
    """Each file of a year is found under its own name, years ascend, and there is no problem."""
    loaded = load(tmp_path)
    assert loaded.problems == []
    assert loaded.unreadable == frozenset()
    assert [year.year for year in loaded.site.years] == [2564, 2565]
    first, second = loaded.site.years
    assert (first.scores is None, first.analysis is None, first.measures is None) == (False, False, True)
    assert None not in (second.measures, second.follow_up, second.memo, second.register, second.questions)
    assert [name for year in loaded.site.years for name in year.files] == list(ALL)
    assert loaded.site.year(2564) is first
    assert loaded.site.year(2600) is None


@pytest.mark.parametrize(
    ("text", "unit"), [("finance", "finance"), ("กองคลัง", "finance"), ("คลัง", "finance"), ("กองช่าง", None)]
)
def test_a_unit_is_found_by_key_name_or_alias(tmp_path, text, unit):
    """Whatever a file calls a unit, it is the same unit."""
    assert load(tmp_path).site.unit_of(text) == unit


def test_a_faulty_part_leaves_the_rest_of_its_file(tmp_path):
    """A faulty part is missing from its year, the parts next to it are there, and the file is named as incomplete."""
    loaded = load(tmp_path, files={"data/2564/scores.yml": "fiscal_year: 2564\ntotal: x\nlevel: A\n"})
    assert codes_of(loaded.problems) == ["not-a-number"]
    assert (loaded.unreadable, loaded.incomplete) == (frozenset(), {"data/2564/scores.yml"})
    scores = loaded.site.years[0].scores
    assert (scores.total.value, scores.level.value) == (Absence.NOT_ENTERED, "A")
    assert (scores.is_whole("total"), scores.is_whole("level")) == (False, True)


def test_one_unreadable_file_leaves_the_others(tmp_path):
    """The file that is no group of keys is missing from its year and named; all else is there."""
    loaded = load(tmp_path, files={"data/2564/scores.yml": "- fiscal_year: 2564\n"})
    assert codes_of(loaded.problems) == ["not-a-mapping"]
    assert loaded.unreadable == {"data/2564/scores.yml"}
    assert loaded.site.years[0].scores is None
    assert loaded.site.years[0].analysis is not None
    assert loaded.site.years[0].files == ("data/2564/scores.yml", "data/2564/analysis.yml")


def test_all_problems_of_all_files_come_in_one_run(tmp_path):
    """Errors in several files are reported together."""
    files = {name: f"{text}x: 1\n" for name, text in {**SITE, **ALL}.items()}
    loaded = load(tmp_path, files=files)
    assert codes_of(loaded.problems) == ["unknown-key"] * 10
    assert (loaded.unreadable, loaded.incomplete) == (frozenset(), set(files))


@pytest.mark.parametrize("name", ["site_config/agency.yml", "site_config/site.yml"])
def test_a_missing_file_that_is_needed_is_named_once(tmp_path, name):
    """Without the agency or the options the site still loads, and rules on them are silent."""
    loaded = load(tmp_path, files={name: None})
    assert [(one.code, one.where.file) for one in loaded.problems] == [("file-missing", name)]
    assert loaded.unreadable == {name}


def test_a_needed_file_with_an_error_is_not_called_missing_too(tmp_path):
    """One cause, one problem."""
    assert codes_of(load(tmp_path, files={"site_config/agency.yml": "x: 1\n"}).problems) == ["unknown-key"]


def test_documents_may_be_left_out(tmp_path):
    """A site without a list of documents has none."""
    loaded = load(tmp_path, files={"site_config/documents.yml": None})
    assert (loaded.problems, loaded.site.documents) == ([], {})


@pytest.mark.parametrize("stated", ["2565", "๒๕๖๕"])
def test_a_file_belongs_to_the_year_of_its_folder(tmp_path, stated):
    """A file of another year is an error, but it is read, so that nothing else is called missing."""
    loaded = load(tmp_path, files={"data/2564/scores.yml": f"fiscal_year: {stated}\n"})
    [found] = loaded.problems
    assert (found.code, found.where.line, found.values["folder"]) == ("year-differs-from-folder", 1, "2564")
    assert loaded.site.years[0].scores is not None


@pytest.mark.parametrize(
    ("stray", "suggestion"),
    [
        ("data/2564/score.yml", "scores.yml"),
        ("data/2564/scores.yaml", "scores.yml"),
        ("site_config/agancy.yml", "agency.yml"),
        ("data/2564/zzz.yml", ""),
        ("data/readme.txt", ""),
    ],
)
def test_a_file_that_nobody_reads_is_reported(tmp_path, stray, suggestion):
    """A misspelled file name is met with the right one, so that no data is lost in silence."""
    [found] = load(tmp_path, files={stray: "x: 1\n"}).problems
    assert (found.code, found.where.file, found.values["suggestion"]) == ("unknown-file", stray, suggestion)


@pytest.mark.parametrize("other", ["data/2564/notes.txt", "data/2564/scan.pdf", "data/.hidden", "site_config/logo.svg"])
def test_other_files_next_to_the_data_are_left_alone(tmp_path, other):
    """Scans and notes may be next to the data files."""
    assert load(tmp_path, files={other: "x"}).problems == []


def test_a_site_without_data_is_told_so(tmp_path):
    """Neither a missing nor an empty folder of data raises."""
    write_files(tmp_path, SITE)
    assert codes_of(load_site(tmp_path).problems) == ["no-data"]
    (tmp_path / "data").mkdir()
    assert codes_of(load_site(tmp_path).problems) == ["no-data"]
    (tmp_path / "data" / "2565").mkdir()
    assert codes_of(load_site(tmp_path).problems) == []


def test_a_year_without_an_edition_is_a_warning_and_loads(tmp_path):
    """Data of a year whose rules are not known is still read."""
    loaded = load(tmp_path, files={"data/2575/scores.yml": "fiscal_year: 2575\ntotal: 80.00\n"})
    assert codes_of(loaded.problems) == ["edition-missing"]
    assert loaded.site.year(2575).scores.total.value == 80


def test_an_edition_of_the_agency_is_used_and_its_problems_are_reported(tmp_path):
    """An addition in site_config/editions takes effect, and an error in it is reported there."""
    own = "site_config/editions/2575.yml"
    good = load(
        tmp_path / "good",
        files={
            "data/2575/scores.yml": "fiscal_year: 2575\n",
            own: "scheme: NACC-ITA\nfiscal_year: 2575\nbased_on: 2564\n",
        },
    )
    assert good.problems == []
    assert len(good.site.year(2575).edition.items) == 43
    bad = load(
        tmp_path / "bad",
        files={own: "scheme: NACC-ITA\nfiscal_year: 2564\nx: 1\n", "data/2575/scores.yml": "fiscal_year: 2575\n"},
    )
    assert ("unknown-key", own) in [(one.code, one.where.file) for one in bad.problems]


def test_a_key_given_twice_is_an_error_but_the_file_is_read(tmp_path):
    """The first value counts, so that rules can still speak of the rest."""
    loaded = load(tmp_path, files={"data/2564/scores.yml": "fiscal_year: 2564\ntotal: 80.00\ntotal: 90.00\n"})
    assert codes_of(loaded.problems) == ["duplicate-key"]
    assert loaded.site.years[0].scores.total.value == 80


def test_a_file_of_nothing_but_mistakes_is_read_in_its_bounds(tmp_path):
    """Of each code so many problems are made as people can fix; the rest is counted."""
    unknown = "".join(f"k{number:05}: x\n" for number in range(9_000))
    doubled = "title: ก\n" * 9_000
    files = {**SITE, "data/2564/analysis.yml": f"fiscal_year: 2564\n{unknown}", "site_config/site.yml": doubled}
    found = load_site(write_files(tmp_path, files)).problems
    codes = Counter(codes_of(found))
    assert (codes["unknown-key"], codes["duplicate-key"], codes["more-alike"]) == (MOST_ALIKE, MOST_ALIKE, 2)
    further = {one.where.file: one.values["count"] for one in found if one.code == "more-alike"}
    assert further == {"data/2564/analysis.yml": "8,000", "site_config/site.yml": "7,999"}

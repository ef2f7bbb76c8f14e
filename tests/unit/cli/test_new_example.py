"""The model agency as a site of one's own: whole, marked as invented, and without what was published of it."""

from __future__ import annotations

from click.testing import CliRunner

from prongsai.cli import main
from prongsai.pipeline.begin_example import example_files
from prongsai.pipeline.check import check_folder
from sites import REPOSITORY, checked, snapshot

MODEL = REPOSITORY / "examples" / "model"


def call(*words: str):
    """The program, called in this process."""
    return CliRunner().invoke(main, list(words), prog_name="prongsai")


def test_the_copy_is_the_model_agency(tmp_path):
    """Its files to the byte, a list of what git leaves out, and nothing of its publications; check says the same."""
    told = call("new", str(tmp_path / "ita"), "--example")
    assert (told.exit_code, told.stderr) == (0, "")
    assert [line.strip() for line in told.stdout.splitlines() if line.startswith("  ")] == example_files()
    assert "สมมติขึ้นเพื่อการเรียนรู้" in told.stdout
    ours, kept = snapshot(tmp_path / "ita"), snapshot(MODEL)
    assert [name for name in example_files() if ours[name] != kept[name]] == []
    files = {path.relative_to(tmp_path / "ita").as_posix() for path in (tmp_path / "ita").rglob("*") if path.is_file()}
    own = {name for name in files if not name.startswith(".prongsai/schema/")}
    assert own == {*example_files(), ".gitignore"}
    of_copy, of_model = check_folder(tmp_path / "ita"), checked(MODEL)
    assert [(one.where, one.code) for one in of_copy.problems] == [(one.where, one.code) for one in of_model.problems]


def test_nothing_that_people_keep_of_the_model_is_left_behind():
    """But for the ledger and the records of publications, which belong to the website that was published."""
    tracked = {path.relative_to(MODEL).as_posix() for path in (MODEL / "data").rglob("*") if path.is_file()}
    config = {f"site_config/{path.name}" for path in (MODEL / "site_config").iterdir() if path.is_file()}
    assert (tracked | config) - {*example_files()} == {"site_config/urls.csv"}


def test_a_folder_in_use_is_left_alone(tmp_path):
    """As `new` does without the option."""
    (tmp_path / "note.txt").write_text("ของฉัน", "utf-8")
    told = call("new", str(tmp_path), "--example")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "วิธีแก้: ระบุโฟลเดอร์ใหม่" in told.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_name_and_year_are_those_of_the_example(tmp_path):
    """A name of one's own on invented figures would be a false site: it is refused."""
    for more in (("--name", "เทศบาลตำบลจริง"), ("--year", "2567")):
        told = call("new", str(tmp_path / "ita"), "--example", *more)
        assert (told.exit_code, told.stdout) == (2, "")
        assert "วิธีแก้: " in told.stderr
    assert list(tmp_path.iterdir()) == []

"""The commands as people call them: what they print, what they make, and with which status they end."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai import __version__
from prongsai.cli import main
from prongsai.forms.file_head import SCHEMAS

ROOT = Path(__file__).resolve().parents[2]
MESSAGE = ["code", "severity", "file", "line", "column", "message", "hint"]
FORMATS = ["text", "json", "sarif", "github"]
HEAVY = ["jinja2", "markdown", "mkdocs", "pydantic", "ruamel.yaml"]


@pytest.fixture
def root(tmp_path) -> Path:
    """The smallest valid site, without its register."""
    made = sites.copy_small(tmp_path / "root")
    shutil.copy(ROOT / "mkdocs.yml", made / "mkdocs.yml")
    return made


@pytest.fixture
def faulty(root) -> Path:
    """A site with a score above 100."""
    path = root / "data/2564/scores.yml"
    path.write_text(path.read_text("utf-8").replace("85.10", "185.10"), "utf-8")
    return root


def call(*arguments):
    """Call the command in this process."""
    return CliRunner().invoke(main, [str(one) for one in arguments], prog_name="prongsai")


def run(*arguments, cwd=None):
    """Call the command as its own process."""
    words = [sys.executable, "-m", "prongsai", *map(str, arguments)]
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


def test_the_help_names_every_command():
    """In Thai, and without a word of any library."""
    told = call("--help")
    assert told.exit_code == 0
    assert [name for name in ("check", "generate", "build", "serve", "new") if f"  {name} " not in told.output] == []
    assert call("--version").output.strip().endswith(__version__)


def test_an_engine_that_is_not_installed_is_said_with_its_remedy(root, monkeypatch):
    """In one sentence, before anything is done; the machine of the test is made one without the program."""
    monkeypatch.setattr("prongsai.engines.zensical.engine.PROGRAM", "program_that_nobody_has")
    told = call("build", "-C", root, "--engine", "zensical")
    assert told.exit_code == 2
    assert "ยังไม่ได้ติดตั้ง zensical" in told.output
    assert 'pip install "prongsai[zensical]"' in told.output
    assert not (root / "site").exists()


@pytest.mark.parametrize("command", ["check", "generate", "build", "serve", "new"])
def test_every_command_explains_itself(command):
    """Each has a help of its own."""
    assert call(command, "--help").exit_code == 0


def test_the_help_is_given_without_loading_anything_heavy():
    """Asking for help takes no second: engine, templates and models are loaded by the commands that need them."""
    code = "import sys\ntry:\n from prongsai.cli import main; main(['--help'])\nfinally:\n print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    loaded = {name.strip(" '\n[]") for name in done.stdout.splitlines()[-1].split(",")}
    assert "prongsai.cli" in loaded
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize("form", FORMATS)
def test_good_data_ends_with_0_in_every_format(root, form):
    """Notes and warnings are no errors."""
    assert call("check", "-C", root, "--format", form).exit_code == 0


@pytest.mark.parametrize("form", FORMATS)
def test_faulty_data_ends_with_1_in_every_format(faulty, form):
    """And the report names the file."""
    told = call("check", "-C", faulty, "--format", form)
    assert told.exit_code == 1
    assert "data/2564/scores.yml" in told.output


@pytest.mark.parametrize("which", ["root", "faulty"])
def test_the_json_report_has_this_shape_and_no_other(request, which):
    """Programs that read it can rely on every key."""
    told = call("check", "-C", request.getfixturevalue(which), "--format", "json")
    report = json.loads(told.output)
    assert list(report) == ["problems", "summary"]
    assert list(report["summary"]) == ["errors", "warnings", "notes"]
    assert all(list(found) == MESSAGE for found in report["problems"])
    kinds = [found["severity"] for found in report["problems"]]
    assert [kinds.count(kind) for kind in ("error", "warning", "note")] == list(report["summary"].values())
    assert (report["summary"]["errors"] > 0) == (which == "faulty")
    for found in report["problems"]:
        assert [type(found[key]) for key in MESSAGE] == [str, str, str, int, int, str, str]


def test_the_sarif_report_names_rule_and_place(faulty):
    """As SARIF 2.1.0 has it."""
    report = json.loads(call("check", "-C", faulty, "--format", "sarif").output)
    [run_of_it] = report["runs"]
    [found] = [one for one in run_of_it["results"] if one["level"] == "error"]
    place = found["locations"][0]["physicalLocation"]
    assert (report["version"], found["ruleId"]) == ("2.1.0", "score-out-of-range")
    assert place["artifactLocation"]["uri"] == "data/2564/scores.yml"
    assert place["region"] == {"startLine": 5, "startColumn": 16}
    assert {rule["id"] for rule in run_of_it["tool"]["driver"]["rules"]} >= {found["ruleId"]}


def test_the_report_for_github_is_one_command_a_line(faulty):
    """Each line is an annotation at its place."""
    lines = call("check", "-C", faulty, "--format", "github").output.splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any(line.startswith("::error file=data/2564/scores.yml,line=5,col=16,") for line in lines)


def test_the_report_can_be_read_in_english(faulty):
    """For those who maintain the program."""
    assert "To fix:" in call("check", "-C", faulty, "--lang", "en").output
    assert "วิธีแก้:" in call("check", "-C", faulty).output


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-C", "{empty}"),
        ("generate", "-C", "{empty}"),
        ("build", "-C", "{empty}"),
        ("serve", "-C", "{empty}"),
        ("check", "-C", "{empty}/missing"),
        ("check", "--format", "xml"),
        ("check", "--lang", "fr"),
        ("serve", "--port", "0"),
        ("serve", "--port", "x"),
        ("nothing",),
        ("new",),
        ("new", "{empty}/x", "--year", "64"),
        ("new", "{empty}/x", "--year", "2021"),
        ("new", "{empty}/x", "--year", "2700"),
        ("new", "{empty}/x", "--name", " \u200b "),
        ("new", "{empty}/file/x"),
        ("new", "{empty}/file"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why(tmp_path, arguments):
    """No call ends with a fault of the program."""
    (tmp_path / "file").write_text("x", "utf-8")
    told = call(*(one.format(empty=tmp_path) for one in arguments))
    assert told.exit_code == 2
    assert told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_generating_says_how_much_it_did(root):
    """The second time nothing changes."""
    first, second = call("generate", "-C", root), call("generate", "-C", root)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "เปลี่ยน 0 แฟ้ม" in second.output
    assert "เปลี่ยน 0 แฟ้ม" not in first.output
    assert (root / "content/2564/index.md").is_file()
    assert not (root / "site").exists()


@pytest.mark.parametrize("command", ["generate", "build"])
def test_faulty_data_is_reported_before_anything_is_made(faulty, command):
    """Status 1, the report, and nothing written."""
    told = call(command, "-C", faulty)
    assert told.exit_code == 1
    assert "score-out-of-range" in told.output
    assert not (faulty / "content").exists()
    assert not (faulty / "site").exists()


@pytest.mark.parametrize("command", ["generate", "build"])
def test_a_page_that_was_edited_is_reported(root, command):
    """Status 1 and the name of the page."""
    call("generate", "-C", root)
    page = root / "content/2564/index.md"
    page.write_text(page.read_text("utf-8") + "x\n", "utf-8")
    told = call(command, "-C", root)
    assert told.exit_code == 1
    assert "generated-page-edited" in told.output
    assert "content/2564/index.md" in told.output


def test_building_makes_the_site_and_says_where(root, tmp_path):
    """Into its own folder, or into the one given; later there is nothing to do, unless no memory is asked for."""
    first = call("build", "-C", root)
    assert first.exit_code == 0
    assert (root / "site/index.html").is_file()
    assert str(root / "site") in first.output
    assert "ไม่มีอะไรเปลี่ยน" in call("build", "-C", root).output
    assert "เว็บไซต์พร้อมแล้วใน" in call("build", "-C", root, "--no-cache").output
    told = call("build", "-C", root, "--to", tmp_path / "www", "--site-url", "https://www.example.go.th/ita/")
    assert told.exit_code == 0
    assert "https://www.example.go.th/ita/2564/" in (tmp_path / "www/sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("target", ["data", "."])
def test_building_over_the_facts_is_refused(root, target):
    """Status 2, and no file is lost."""
    before = sites.snapshot(root)
    told = call("build", "-C", root, "--to", root / target)
    assert told.exit_code == 2
    assert sites.snapshot(root) == before


def test_what_the_disk_refuses_is_said_in_a_sentence(root):
    """A file where a folder is needed ends with status 2 and its name, not with a fault."""
    (root / ".prongsai").write_text("x", "utf-8")
    told = call("build", "-C", root)
    assert told.exit_code == 2
    assert str(root / ".prongsai") in told.output
    assert isinstance(told.exception, SystemExit)


ODD_NAMES = [
    "เทศบาลตำบลทดสอบ",
    "อบต. \"ทดสอบ\" และ 'ทดลอง'",
    "ชื่อ: มี # และ {เครื่องหมาย} [ทุกแบบ] & * ! | > % @ `",
    "{name} {year} {{x}}",
    "C:\\x\\y \\n",
    "null",
    "- x",
    "<script>alert(1)</script>",
    "น\u0e4d\u0e49\u0e32\u200b",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_new_site_is_valid_whatever_the_agency_is_called(tmp_path, name):
    """Its data has no errors, and it knows the agency by its name."""
    folder = tmp_path / 'it\'s "new" {x}'
    told = call("new", folder, "--name", name)
    assert told.exit_code == 0, told.output
    report = json.loads(call("check", "-C", folder, "--format", "json").output)
    assert report["summary"]["errors"] == 0, report
    from prongsai.loading.load_site import load_site
    from prongsai.thai.text import clean_text

    assert load_site(folder).site.agency.name == clean_text(name)[0]


@pytest.mark.parametrize("year", [None, *range(2563, 2570)])
def test_a_new_site_can_be_built_at_once(tmp_path, year):
    """For the newest year and for each year whose rules are known: one page, which says that nothing is there yet."""
    folder = tmp_path / "site"
    told = call("new", folder, *(("--year", year) if year else ()))
    assert told.exit_code == 0
    listed = [line.strip() for line in told.output.splitlines() if line.startswith("  ")]
    made = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert sorted(listed) == [name for name in made if not name.startswith(f"{SCHEMAS}/")]
    if year:
        assert {f"data/{year}/scores.yml", f"data/{year + 1}/measures.yml"} <= set(made)
    built = call("build", "-C", folder)
    assert built.exit_code == 0, built.output
    assert [path.parent for path in (folder / "site").rglob("index.html")] == [folder / "site"]
    assert "ยังไม่มีข้อมูลที่เผยแพร่" in (folder / "site/index.html").read_text("utf-8")


def test_a_new_site_never_takes_a_folder_in_use(tmp_path):
    """Nothing in it is touched; an empty folder will do."""
    used = tmp_path / "used"
    used.mkdir()
    (used / "note.txt").write_text("x", "utf-8")
    told = call("new", used)
    assert told.exit_code == 2
    assert [path.name for path in used.iterdir()] == ["note.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert call("new", empty).exit_code == 0


def test_the_command_runs_as_a_process(faulty, tmp_path):
    """Status, report and progress reach the shell: 0, 1 and 2."""
    assert run("--version").returncode == 0
    wrong = run("check", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "prongsai new" in wrong.stderr
    done = run("check", cwd=faulty)
    assert (done.returncode, done.stderr) == (1, "")
    assert "score-out-of-range" in done.stdout
    assert "Traceback" not in done.stdout + wrong.stderr


def test_a_reader_that_goes_away_is_no_fault(faulty):
    """`prongsai check | head` ends without a traceback."""
    words = [sys.executable, "-m", "prongsai", "check", "-C", str(faulty)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()

"""The wheel holds all that a site needs: theme, editions, templates, a new site's files, manual and model agency."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.manual.topics import topics
from prongsai.pipeline.begin_example import example_files

ROOT = Path(__file__).resolve().parents[2]
# The checkout is installed for developing: its place is on the path only by a file that `-S` does not read.
START = (
    "import sys; sys.path[:0] = [{wheel!r}]; sys.path.append({packages!r}); "
    "import prongsai; assert prongsai.__file__.startswith({wheel!r}), prongsai.__file__; "
    "from prongsai.cli import main; main()"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with nothing but what the wheel installs."""
    folder = tmp_path_factory.mktemp("installed")
    words = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", str(folder)]
    subprocess.run([*words, str(wheel)], check=True, capture_output=True, timeout=120)
    return folder


def test_the_wheel_has_theme_editions_templates_and_starter(wheel):
    """And neither data of an agency nor tests."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for path in (
        "prongsai/theme/main.html",
        "prongsai/theme/sheets/base.css",
        "prongsai/theme/assets/fonts/OFL.txt",
        "prongsai/paper/faces/OFL.txt",
        "prongsai/paper/faces/sarabun-thai-400.ttf",
        "prongsai/editions/2564.yml",
        "prongsai/pages/templates/page.md.j2",
        "prongsai/starter/gitignore",
        "prongsai/py.typed",
    ):
        assert path in names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"prongsai"}
    agencies = {name for name in names if "/data/25" in name and not name.startswith("prongsai/examples/model/")}
    assert agencies == set()
    assert [name for name in names if "tests" in name or "/developer/" in name] == []


def test_the_wheel_has_the_manual_and_the_model_agency(wheel):
    """Every page that is a topic and every file of the example, once, as the repository keeps them; nothing more."""
    pages = {f"prongsai/docs/{one.path}" for one in topics()} | {"prongsai/docs/README.md"}
    example = {f"prongsai/examples/model/{name}" for name in example_files()}
    with zipfile.ZipFile(wheel) as archive:
        named = {name for name in archive.namelist() if name.startswith(("prongsai/docs/", "prongsai/examples/"))}
        assert named == pages | example
        for name in named:
            assert archive.read(name) == (ROOT / name.removeprefix("prongsai/")).read_bytes(), name


@pytest.fixture
def call(installed, tmp_path):
    """Calls the program of the wheel alone, in a folder outside of the repository; what it prints."""
    [packages] = [path for path in site.getsitepackages() if path.endswith("site-packages")]
    code = START.format(wheel=str(installed), packages=packages)
    known = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def call(*words):
        command = [sys.executable, "-I", "-S", "-c", code, *words]
        done = subprocess.run(
            command, cwd=tmp_path, env=known, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return call


def test_the_wheel_shows_its_manual_and_its_model_agency(call, tmp_path):
    """Topics and problems are there without the repository, and the example is what the repository keeps."""
    assert call("help").splitlines() == CliRunner().invoke(main, ["help"]).stdout.splitlines()
    assert "วิธีแก้ ใช้ปี พ.ศ. แทน" in call("help", "year-common-era")
    call("new", "example", "--example")
    assert sites.snapshot(tmp_path / "example/data") == sites.snapshot(ROOT / "examples/model/data")


def test_the_wheel_makes_and_builds_a_site_by_itself(installed, call, tmp_path):
    """`new` and `build`, with the theme and the editions that the wheel holds."""
    call("new", "agency", "--name", "เทศบาลตำบลทดสอบ")
    scores = tmp_path / "agency/data/2569/scores.yml"
    scores.write_text(scores.read_text("utf-8").replace("total:", "total: 90.00", 1), "utf-8")
    call("build", "-C", "agency")
    made = tmp_path / "agency" / "site"
    assert "เทศบาลตำบลทดสอบ" in (made / "index.html").read_text("utf-8")
    drawing = installed / "prongsai/theme/assets/favicon.svg"
    assert (made / "assets/favicon.svg").read_bytes() == drawing.read_bytes()
    assert str(installed) not in (tmp_path / "agency/.prongsai/mkdocs.yml").read_text("utf-8")
    assert "90.00" in (made / "2569/scores/index.html").read_text("utf-8")
    assert sites.snapshot(made)

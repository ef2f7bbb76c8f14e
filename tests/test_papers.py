"""The papers say what is so: commands, paths, examples, reports, the tree and the version."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
from functools import cache
from os.path import normpath
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from prongsai import __version__, paths
from prongsai.cli import main
from prongsai.loading.load_editions import EditionLibrary
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.check import check_folder
from prongsai.problems import Problem
from prongsai.reporting import as_text
from prongsai.wording import Severity, sentences, severity_of

ROOT = Path(__file__).resolve().parents[1]
MANUAL = tuple(sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")))
PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "tests/README.md", *MANUAL)
LARGEST_FRONT_PAGE = 14_000  # bytes: one screen in each language
AGENCY = "เทศบาลตำบลตัวอย่าง"
OF_THE_PROJECT = ("generator", "theme", "tools", "tests", "docs", "examples", ".ci")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"(?<![\w/.-])prongsai ([a-z][a-z-]*)([^\n`|]*)")
_OPTION = re.compile(r"(?<![\w-])(--?[A-Za-z][a-z-]*)")
_LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
_EXAMPLE = re.compile(r"^`((?:data|site_config)/\S+\.yml)`\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TYPED = re.compile(r"^```yaml\n(announced_on.*?)^```$", re.MULTILINE | re.DOTALL)
# Written in two halves, so that this file itself is free of what it looks for.
FOREIGN = tuple(
    "".join(halves)
    for halves in (
        (r"pypi\.", "org"),
        (r"files\.python", "hosted"),
        (r"npm", r"js\.(?:org|com)"),
        (r"--(?:extra-)?index", "-url"),
        (r"(?<![\w.}\])])/ro", r"ot/"),
        (r"(?<![\w.}\])])/ho", r"me/\w"),
        (r"(?<![\w.}\])])/wo", r"rk/"),
        (r"(?<![\w.}\])])/tm", r"p/"),
        (r"\bcla", r"ude\b"),
        (r"anth", "ropic"),
        (r"chat", "gpt"),
        (r"\bsub", r"-?agents?\b"),
        (r"\blanguage mo", r"dels?\b"),
        (r"\bco-authored", "-by"),
    )
)


@cache
def read(paper: str) -> str:
    """A paper's text."""
    return (ROOT / paper).read_text("utf-8")


def in_manual(pattern: re.Pattern[str]) -> list[Any]:
    """The matches of a pattern on the pages of the manual."""
    return [found for page in MANUAL for found in pattern.findall(read(page))]


def links_of(paper: str) -> list[tuple[str, str]]:
    """The links and pictures of a paper that lead into the project: the path below its root, and the heading there."""
    targets = [one or other for one, other in _LINK.findall(_FENCE.sub("", read(paper)))]
    parts = [one.partition("#") for one in targets if "://" not in one and not one.startswith("mailto:")]
    folder = Path(paper).parent
    return [(normpath(folder / path) if path else paper, heading) for path, _, heading in parts]


def headings_of(paper: str) -> set[str]:
    """The names by which one jumps to the headings of a paper."""
    lines = re.findall(r"^#+ (.+)$", _FENCE.sub("", read(paper)), re.MULTILINE)
    return {re.sub(r"\s+", "-", one.strip().lower()) for one in lines}


def code_in(paper: str) -> list[str]:
    """Every fenced block and every piece of inline code of a paper."""
    text = read(paper)
    return [block for _, block in _FENCE.findall(text)] + _INLINE.findall(_FENCE.sub("", text))


@cache
def drawing() -> ModuleType:
    """The tool that draws the tree."""
    return tool("draw_tree")


def tool(name: str) -> ModuleType:
    """A tool of the repository."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def tracked() -> tuple[Path, ...]:
    """The files that git keeps, and new ones that it does not ignore."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no checkout of git")
    names = done.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def stopping(problems: list[Problem] | tuple[Problem, ...]) -> list[str]:
    """The problems that stop a build, in short."""
    return [f"{one.where} {one.code}" for one in problems if severity_of(one.code) is Severity.ERROR]


def command_of(words):
    """The command that is called with these words, down to the last subcommand; None where there is none."""
    command = None
    group = main
    for word in words.split():
        if not isinstance(group, click.Group) or word not in group.commands:
            break
        command = group = group.commands[word]
    return command


def all_commands(group):
    """Every command that does something when called: groups that only hold others are left out."""
    for command in group.commands.values():
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield command
        if isinstance(command, click.Group):
            yield from all_commands(command)


def test_every_command_that_a_paper_names_exists_with_its_options():
    """A command that people copy from a paper is understood by the program."""
    wrong = []
    for name, rest in (found for paper in PAPERS for code in code_in(paper) for found in _COMMAND.findall(code)):
        command = command_of(f"{name} {rest}")
        known = {option for one in command.params for option in one.opts} if command else set()
        wrong += [] if command else [name]
        wrong += [f"{name} {option}" for option in _OPTION.findall(rest) if command and option not in known]
    assert wrong == []


def test_the_table_of_commands_is_whole():
    """The officer's page of commands names every command, and with each the options that it has."""
    text = read("docs/officer/commands.md")
    rows = re.findall(r"^\| `prongsai ([^`]+)` \| [^|]+ \| ([^|]+) \|$", text, re.MULTILINE)
    stated = {command_of(words): set(re.findall(r"`(--[a-z-]+)`", options)) for words, options in rows}
    real = {
        command: {one.opts[-1] for one in command.params if one.opts[-1].startswith("--")}
        for command in all_commands(main)
    }
    assert stated == real


def test_the_english_page_names_every_command():
    """Readers of English learn of every command too."""
    rows = re.findall(r"^\| `prongsai ([^`]+)` \|", read("docs/english.md"), re.MULTILINE)
    assert {command_of(words) for words in rows} == set(all_commands(main))


def test_every_target_of_make_that_a_paper_names_exists():
    """No paper tells people to make what the Makefile does not know."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = [one for paper in PAPERS for one in code_in(paper)]
    named = {name for one in code for name in re.findall(r"(?:^|\n)make ([a-z]+)", one)}
    assert named - targets == set()


def test_every_link_inside_the_project_leads_somewhere():
    """Links and pictures of a paper are in the checkout, counted from the paper's own folder."""
    links = [(paper, path) for paper in PAPERS for path, _ in links_of(paper)]
    assert [(paper, path) for paper, path in links if not (ROOT / path).exists()] == []


def test_every_heading_that_a_paper_links_to_is_there():
    """A jump within a paper, or into another, lands at a heading."""
    jumps = [(path, heading) for paper in PAPERS for path, heading in links_of(paper) if heading]
    assert jumps
    assert [(path, heading) for path, heading in jumps if heading not in headings_of(path)] == []


def test_the_manual_has_no_links_that_only_one_reader_of_markdown_understands():
    """MkDocs and code hosts name Thai headings differently; a built site has nothing outside docs, nor moves HTML."""
    links = [(page, path, heading) for page in MANUAL for path, heading in links_of(page)]
    assert [(page, heading) for page, _, heading in links if heading] == []
    assert {page for page, path, _ in links if not path.startswith("docs/")} == {"docs/examples.md"}
    assert [page for page in MANUAL if re.search(r"<(?:img|a) ", _FENCE.sub("", read(page)))] == []


def test_every_page_of_the_manual_is_found_from_its_index():
    """Following links from docs/README.md one comes to every page."""
    found: set[str] = set()
    ahead = {"docs/README.md"}
    while ahead:
        found |= ahead
        ahead = {path for page in ahead for path, _ in links_of(page) if path in MANUAL} - found
    assert set(MANUAL) - found == set()


@pytest.mark.parametrize("paper", ["README.md", "ARCHITECTURE.md"])
def test_what_one_reads_first_is_short(paper):
    """The first papers take one screen; the rest has pages of its own."""
    assert (ROOT / paper).stat().st_size <= LARGEST_FRONT_PAGE


def test_the_readme_names_the_command_that_tests():
    """The test that README names is what the continuous integration runs."""
    named = {name for code in code_in("README.md") for name in re.findall(r"(?:^|\n)(make test)\b", code)}
    assert named == {"make test"}
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_path_of_the_project_that_a_paper_names_exists():
    """A file or folder in inline code is where the paper says; names in angle brackets mean any."""
    package = ROOT / "generator" / "prongsai"
    packages = {path.parent.name for path in package.glob("*/__init__.py")} | {"editions", "starter"}
    missing = []
    named = [(paper, name) for paper in PAPERS for name in _INLINE.findall(_FENCE.sub("", read(paper)))]
    for paper, name in named:
        if not re.fullmatch(r"[\w./<>*-]+", name) or "/" not in name:
            continue
        known = name.split("<")[0].split("*")[0]
        first = known.split("/")[0]
        bases = [ROOT] if first in OF_THE_PROJECT else [package, ROOT] if first in packages else []
        missing += [] if not bases or any((base / known).exists() for base in bases) else [(paper, name)]
    assert missing == []


def test_thai_sentences_have_no_long_dashes():
    """Official Thai sets words apart with spaces."""
    lines = [(paper, line) for paper in PAPERS for line in read(paper).splitlines() if re.search("[ก-๙]", line)]
    assert [(paper, line) for paper, line in lines if re.search("[\u2013\u2014]", line)] == []


def test_the_tree_is_true():
    """The papers show every floor and every module with its first line: run tools/draw_tree.py --write on a change."""
    shown = {paper: paper.read_text("utf-8") for paper in drawing().blocks()}
    assert {paper: drawing().filled(shown[paper], *block) for paper, block in drawing().blocks().items()} == shown


def test_the_floors_that_are_drawn_are_those_that_are_tested():
    """The table of ARCHITECTURE.md has the floors of the test of the architecture, no other and none twice."""
    rows = re.findall(r"^\| (\d) \| `(\w+)` \| [^|]+ \|$", read("ARCHITECTURE.md"), re.MULTILINE)
    floors = drawing().read_floors()
    assert len(rows) == len(floors)
    assert {name: int(floor) for floor, name in rows} == floors


def test_every_central_type_is_where_it_is_said_to_be():
    """A type of the table of ARCHITECTURE.md is a class of the module next to it."""
    rows = re.findall(r"^\| `(\w+)` \| `([\w/]+\.py)` \|", read("ARCHITECTURE.md"), re.MULTILINE)
    modules = {path: ast.parse((ROOT / "generator" / "prongsai" / path).read_text("utf-8")) for _, path in rows}
    classes = {
        path: {node.name for node in tree.body if isinstance(node, ast.ClassDef)} for path, tree in modules.items()
    }
    assert rows
    assert [name for name, path in rows if name not in classes[path]] == []


def test_decisions_are_numbered_and_listed():
    """Every decision has the next number in its name and title, and the index has them in that order."""
    files = [Path(page) for page in MANUAL if re.match(r"docs/decisions/\d", page)]
    titles = [read(str(path)).partition("\n")[0].removeprefix("# ") for path in files]
    assert [(int(path.name[:4]), int(title.partition(".")[0])) for path, title in zip(files, titles, strict=True)] == [
        (number, number) for number in range(1, len(files) + 1)
    ]
    listed = re.findall(r"^- \[(.+)\]\((.+)\)$", read("docs/decisions/README.md"), re.MULTILINE)
    assert listed == [(title, path.name) for path, title in zip(files, titles, strict=True)]


def test_the_reference_of_keys_is_true():
    """docs/keys.md is what the fields say: run tools/write_reference.py --write after a change."""
    assert tool("write_reference").page() == read("docs/keys.md")


def test_the_pages_on_problems_are_true():
    """docs/problems is what the sentences and the cases say: run tools/write_problems.py --write after a change."""
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "problems").iterdir()}
    assert tool("write_problems").pages() == kept


def test_every_problem_is_on_one_page_with_its_cause_and_its_cure():
    """No code is missing or twice, no name in braces is left to fill, and every remedy that there is is said."""
    pages = [page for page in MANUAL if page.startswith("docs/problems/") and not page.endswith("README.md")]
    parts = [part for page in pages for part in re.split(r"^## ", read(page), flags=re.MULTILINE)[1:]]
    codes = [part.partition("\n")[0] for part in parts]
    assert sorted(codes) == sorted(sentences())
    assert [code for code, part in zip(codes, parts, strict=True) if "\n**ปัญหา** " not in part] == []
    without = [code for code, part in zip(codes, parts, strict=True) if "\n**วิธีแก้** " not in part]
    assert without == [code for code in codes if not sentences()[code].fix.replace("{suggestion}", "")]
    said = {code: _FENCE.sub("", part) for code, part in zip(codes, parts, strict=True)}
    assert {code: left for code, text in said.items() if (left := re.findall(r"\{[a-z_]+\}", text))} == {}


def test_the_days_of_the_year_are_those_of_the_editions():
    """The page of the year names no day of an assessment but those that an edition has, with its evidence."""
    rows = re.findall(r"^\| (25\d\d) \| ([^|]+) \| ([^|]+) \|$", read("docs/officer/year.md"), re.MULTILINE)
    library = EditionLibrary(paths.EDITIONS, Path("no such folder"), "none")
    known = {(str(year), one.stage, one.date) for year in range(2562, 2570) for one in library.edition(year).calendar}
    assert rows
    assert [row for row in rows if row not in known] == []


def test_the_changelog_has_this_version_and_a_place_for_the_next():
    """Entries not released yet are on top, then the version of the package."""
    headings = re.findall(r"^## \[([^\]]+)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[:2] == ["Unreleased", __version__]


def test_the_manual_names_the_wheel_of_this_version():
    """The file that people install is called as the build calls it, on the pages of the first day and of upgrading."""
    named = {page: set(re.findall(r"prongsai-([0-9.]+)-py3-none-any\.whl", read(page))) for page in PAPERS}
    assert set().union(*named.values()) == {__version__}
    assert [page for page in ("docs/officer/start.md", "docs/officer/upgrade.md") if not named[page]] == []


@pytest.fixture(scope="module")
def example_site(tmp_path_factory):
    """The examples of the manual, laid out as one site."""
    root = tmp_path_factory.mktemp("manual")
    for name, text in in_manual(_EXAMPLE):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    attachment = root / "content" / "files" / "2565" / "service-statistics.csv"
    attachment.parent.mkdir(parents=True)
    attachment.write_text("month,people\nตุลาคม 2564,12\n", encoding="utf-8")
    return root


def test_the_examples_of_the_manual_are_a_site_without_errors(example_site):
    """The manual's example of every file can be typed as it is, and its exception and explanation fit."""
    problems = check_folder(example_site).problems
    assert stopping(problems) == []
    assert {one.code for one in problems} & {"exception-unused", "explanation-unused"} == set()
    assert [one.code for one in problems if one.explanation] == ["stated-twice-differently"]


def test_the_manual_shows_every_file_of_the_data(example_site):
    """No file that an agency may keep is missing among the examples."""
    shown = {path.name for path in example_site.rglob("*.yml")}
    known = {path.name for path in (ROOT / "tests" / "released").rglob("*.yml") if path.parent.name != "editions"}
    assert known - shown == set()


def test_the_edition_of_the_manual_can_be_laid_over_what_ships(example_site):
    """The example of an agency's own edition parses and builds on the year it names."""
    own = example_site / "site_config" / "editions"
    years = [int(path.stem) for path in own.glob("*.yml")]
    library = EditionLibrary(paths.EDITIONS, own, "site_config/editions")
    editions = [library.edition(year) for year in years]
    assert library.problems == []
    assert editions
    assert all(edition is not None and edition.instruments for edition in editions)


def test_the_report_in_the_manual_is_the_real_one(tmp_path):
    """A new site with the mistakes of the page on a first year is answered with the report that the page shows."""
    new_site(tmp_path / "ita", AGENCY, 2567)
    scores = tmp_path / "ita" / "data" / "2567" / "scores.yml"
    [typed] = _TYPED.findall(read("docs/officer/first-year.md"))
    text = scores.read_text("utf-8")
    for line, key in zip(typed.splitlines(), ("announced_on", "total", "level"), strict=True):
        text = re.sub(rf"^{key}:.*$", line, text, flags=re.MULTILINE)
    scores.write_text(text, encoding="utf-8", newline="\n")
    report = as_text(check_folder(tmp_path / "ita").problems)
    assert f"$ prongsai check\n{report}```" in read("docs/officer/first-year.md")


def test_the_manual_lists_what_a_new_site_holds(tmp_path):
    """The files that `prongsai new` makes are those that the page on a first year shows."""
    made = new_site(tmp_path / "ita", AGENCY, 2567)
    assert "".join(f"  {name}\n" for name in made) in read("docs/officer/first-year.md")


def shipped_row(year: int) -> tuple[str, str, str]:
    """Weights, number of items and number of items with elements of a shipped edition, as the table says them."""
    edition = EditionLibrary(paths.EDITIONS, Path("no such folder"), "none").edition(year)
    assert edition is not None
    weights = "/".join(str(edition.weights[tool]) for tool in ("IIT", "EIT", "OIT") if tool in edition.weights)
    with_elements = sum(1 for item in edition.items.values() if item.elements)
    return weights or "ยังไม่ทราบ", str(len(edition.items)), str(with_elements)


def test_the_table_of_editions_is_true():
    """Every shipped edition is on the page of editions with its weights and the number of its items."""
    rows = re.findall(r"^\| (25\d\d) \| ([^|]+) \| (\d+) \| (\d+) \|", read("docs/officer/editions.md"), re.MULTILINE)
    shipped = sorted(int(path.stem) for path in paths.EDITIONS.glob("*.yml"))
    assert {int(year): tuple(rest) for year, *rest in rows} == {year: shipped_row(year) for year in shipped}


def test_every_example_is_in_the_manual():
    """A new example is mentioned, and README leads to where."""
    folders = {f"examples/{path.parent.name}" for path in (ROOT / "examples").glob("*/mkdocs.yml")}
    assert folders - {path for path, _ in links_of("docs/examples.md")} == set()
    assert "docs/examples.md" in {path for path, _ in links_of("README.md")}


def test_pictures_are_light():
    """A picture of the papers has at most 200 KB and is shown in one of them."""
    pictures = sorted((ROOT / "docs" / "images").iterdir())
    assert [path.name for path in pictures if path.stat().st_size > 200_000] == []
    shown = {path for paper in PAPERS for path, _ in links_of(paper)}
    assert {f"docs/images/{path.name}" for path in pictures} - shown == set()


def test_no_file_speaks_of_the_machine_it_was_made_on():
    """No file of the project names a registry, a folder of somebody's machine, or how it was written."""
    pattern = re.compile("|".join(f"(?:{one})" for one in FOREIGN), re.IGNORECASE)
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            hits = pattern.finditer(data.decode("utf-8", errors="replace"))
            found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in hits]
    assert found == []

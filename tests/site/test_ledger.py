"""No published address is ever lost: a build stops, says what to do, and after that every old address answers."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from click.testing import CliRunner

import sites
from once import make_once
from prongsai.cli import main
from prongsai.ledger.load_ledger import LEDGER, load_ledger
from prongsai.ledger.rows import Row, record_addresses, write_ledger
from prongsai.pages.anchors import declared_fragments
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.publish import addresses_of
from prongsai.pipeline.site_lock import hold_lock
from prongsai.problems import Problem

REPOSITORY = Path(__file__).resolve().parents[2]
PUBLISHED = sites.CASES / "published"
DAY = "2569-11-21"
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
_OFFER = re.compile(r"^  [23]\) .*?prongsai (urls .*)$", re.MULTILINE)


def record(root: Path, day: str = DAY) -> None:
    """Record what is built as published."""
    recorded = record_addresses(load_ledger(root).ledger, addresses_of(check_folder(root), root / "site"), day)
    (root / LEDGER).write_text(write_ledger(recorded), "utf-8")


def publish_once(root: Path) -> Path:
    """The site in `root` with what a page by hand and a file need, built, recorded and built again."""
    sites.lay_over(PUBLISHED, root)
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    assert build_folder(root, root / "site").done
    record(root)
    assert build_folder(root, root / "site").done
    return root


@pytest.fixture(scope="session")
def _once(tmp_path_factory) -> Path:
    return make_once(tmp_path_factory, "published", lambda folder: publish_once(sites.copy_small(folder / "root")))


@pytest.fixture
def root(_once, tmp_path) -> Path:
    """A small site that was published."""
    return Path(shutil.copytree(_once, tmp_path / "root"))


def change(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before` in a file."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def rename_measure(root: Path) -> None:
    """Another id in the measures and in their report."""
    change(root / "data/2565/measures.yml", "id: m01", "id: m02")
    change(root / "data/2565/follow-up.yml", "measure: m01", "measure: m02")


def rename_heading(root: Path) -> None:
    """Other words, and with them another id."""
    change(root / "content/about.md", "Office hours", "When we are open")


CHANGES = {
    "a measure": (rename_measure, "/2565/measures/m01/"),
    "a year": (lambda root: shutil.rmtree(root / "data/2565"), "/2565/"),
    "a named section": (
        lambda root: change(root / "data/2564/analysis.yml", "id: concept", "id: idea"),
        "/2564/analysis/#concept",
    ),
    "a heading": (rename_heading, "/about/#office-hours"),
    "an attachment": (lambda root: (root / "content/files/2565/แผน งาน.csv").unlink(), "/files/2565/แผน งาน.csv"),
    "a page": (lambda root: (root / "content/about.md").unlink(), "/about/"),
    "a unit": (lambda root: change(root / "site_config/agency.yml", "finance:", "treasury:"), "/units/finance/"),
}
RENAMED = ("a measure", "a named section", "a unit")  # only what is still there can be redirected to


def run(root: Path, *arguments: str) -> str:
    """The output of the command; it must have ended well."""
    result = CliRunner().invoke(main, [*arguments, "-C", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def refused(root: Path, command: str = "build") -> str:
    """The output of the command; it must have stopped, with content/ and the site as they were."""
    before = sites.snapshot(root / "content"), sites.snapshot(root / "site")
    result = CliRunner().invoke(main, [command, "-C", str(root)])
    assert result.exit_code == 1, result.output
    assert (sites.snapshot(root / "content"), sites.snapshot(root / "site")) == before
    return result.output


def found_at(site: Path, address: str) -> tuple[str, str, str]:
    """The place where an address in plain files leads: the path, its fragment, and what is there."""
    path, _, fragment = address.partition("#")
    for _ in range(5):
        place = site / path.strip("/")
        place = place if place.is_file() else place / "index.html"
        assert place.is_file(), f"{address}: nothing at {path}"
        text = place.read_text("utf-8", errors="replace")  # a picture is one, too
        leads_on = _REFRESH.search(text)
        if leads_on is None:
            return path, fragment, text
        path, _, onward = unquote(urljoin(quoted_folder(path), leads_on[1])).partition("#")
        fragment = onward or fragment
    raise AssertionError(f"{address} leads in a circle")


def quoted_folder(path: str) -> str:
    """The folder in which the page of an old path is."""
    return path if path.endswith("/") else f"{path}/"


def assert_every_address_answers(root: Path, besides: str = "") -> None:
    """Every path of the ledger leads to something, and every fragment is on what answers."""
    for row in load_ledger(root).ledger.rows:
        _, fragment, text = found_at(root / "site", row.path)
        if fragment and row.path != besides:
            assert text.count(f'id="{fragment}"') == 1, row.path


@pytest.mark.parametrize("what", CHANGES)
def test_a_build_that_would_lose_an_address_stops(what, root):
    """It names the address and says what can be done; pages and site stay as they were."""
    make, path = CHANGES[what]
    make(root)
    said = refused(root)
    assert path in said
    offered = 3 if what in (*RENAMED, "a heading") else 2
    assert [said.count(f"\n  {number}) ") for number in (1, 2, 3)] == [1, 1, offered - 2]
    if what != "a heading":  # its id is known only after the engine ran
        assert path in refused(root, "generate")
        assert path in refused(root, "check")


WAYS = [(what, "urls withdraw") for what in CHANGES] + [(what, "urls redirect") for what in RENAMED]


@pytest.mark.parametrize(("what", "way"), [*WAYS, ("a heading", "by its author")])
def test_after_the_offered_command_every_old_address_answers(what, way, root):
    """The one command is carried out as it is printed; then the build passes and nothing is lost."""
    make, path = CHANGES[what]
    make(root)
    offers = [offer for offer in _OFFER.findall(refused(root)) if offer.startswith(way)]
    assert len(offers) == (way != "by its author")
    for offer in offers:
        run(root, *shlex.split(offer))
    if not offers:
        change(root / "content/about.md", "ที่ตั้ง {#place}", "ที่ตั้ง {#place}\n\n## เวลา {#office-hours}")
    run(root, "build")
    assert_every_address_answers(root, besides=path if what == "a heading" else "")
    before = sites.snapshot(root / "site")
    assert "ไม่มีอะไรเปลี่ยน" in run(root, "build")
    run(root, "generate")
    assert sites.snapshot(root / "site") == before


FILES_OF_A_YEAR = ("2564/analysis", "2564/scores", "2565/follow-up", "2565/memo", "2565/oit")


def losses(root: Path) -> list[Problem]:
    """The problems of the ledger alone."""
    return [one for one in check_folder(root).problems if one.where.file == LEDGER]


def test_what_one_lost_file_takes_away_is_one_problem_and_one_command(tmp_path):
    """For each file of a year: one block, its command settles all of it, and the list names every lost address."""
    root = publish_once(sites.copy_base(tmp_path / "root"))
    published = (root / LEDGER).read_bytes()
    for name in FILES_OF_A_YEAR:
        file = root / f"data/{name}.yml"
        content = file.read_bytes()
        file.unlink()
        (root / LEDGER).write_bytes(published)
        [found] = losses(root)
        assert found.values["keep"].partition(" ")[0] == f"data/{name}.yml"
        listed = json.loads(CliRunner().invoke(main, ["urls", "--format", "json", "-C", str(root)]).stdout)["lost"]
        assert len(listed) == int(found.values["count"])
        text = CliRunner().invoke(main, ["urls", "-C", str(root)]).stdout
        assert all(f"\n  {path}\n" in text for path in listed)
        said = run(root, "urls", "withdraw", *shlex.split(found.values["typed"]), "--reason", "ลบแฟ้ม")
        assert f"{len(listed)} แถว" in said
        assert losses(root) == []
        file.write_bytes(content)


def test_who_changes_the_ledger_is_told_to_publish_and_waits_for_others(root):
    """The next publication changes what visitors see; nobody writes while another command works on the site."""
    rename_measure(root)
    before = (root / LEDGER).read_bytes()
    calls = {
        "redirect": ("/2565/measures/m01/", "/2565/measures/m02/"),
        "withdraw": ("/2565/measures/m01/", "--reason", "ซ้ำ"),
        "restore": ("/2565/measures/m01/",),
    }
    for name, arguments in calls.items():
        with hold_lock(root, "prongsai build"):
            call = ["urls", name, *arguments, "-C", str(root), "--wait", "0"]
            result = CliRunner().invoke(main, call)
        assert (result.exit_code, "prongsai build ทำงานกับเว็บไซต์นี้อยู่" in result.output) == (2, True), result.output
        assert (root / LEDGER).read_bytes() == before
        said = run(root, "urls", name, *arguments)
        assert "prongsai publish --to โฟลเดอร์ที่เผยแพร่" in said
        before = (root / LEDGER).read_bytes()


def test_a_renamed_measure_is_found_at_its_place(root):
    """The old page leads to the new one, and the old row of the table is the new one."""
    rename_measure(root)
    run(root, "urls", "redirect", "/2565/measures/m01/", "/2565/measures/m02/")
    run(root, "build")
    assert found_at(root / "site", "/2565/measures/m01/#basis")[:2] == ("/2565/measures/m02/", "basis")
    _, _, table = found_at(root / "site", "/2565/measures/#m01")
    assert re.search(r'id="m02"[^>]*><span id="m01"></span>', table)


def test_a_withdrawn_page_says_when_and_why(root):
    """The tombstone is kept out of search engines and of the list of pages; `/` means all that is lost."""
    shutil.rmtree(root / "data/2565")
    run(root, "urls", "withdraw", "/", "--reason", "ประกาศซ้ำ <กับปี ๒๕๖๖>")
    run(root, "build")
    _, _, page = found_at(root / "site", "/2565/measures/m01/")
    assert "ประกาศซ้ำ &lt;กับปี ๒๕๖๖&gt;" in page.replace("&#60;", "&lt;").replace("&#62;", "&gt;")
    assert '<meta name="robots" content="noindex">' in page
    assert "/2565/" not in (root / "site/sitemap.xml").read_text("utf-8")
    assert 'href="2565/"' not in (root / "site/index.html").read_text("utf-8")


def test_a_redirecting_page_names_its_target_to_machines(root):
    """It refreshes at once, without a script, and its canonical address is that of the target."""
    rename_measure(root)
    run(root, "urls", "redirect", "/2565/measures/m01/", "/2565/measures/m02/")
    run(root, "build")
    page = (root / "site/2565/measures/m01/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../m02/">' in page
    assert '<link rel="canonical" href="https://ita.example.go.th/2565/measures/m02/">' in page
    assert "m01" not in (root / "site/sitemap.xml").read_text("utf-8")
    assert "/2565/measures/m01/ /2565/measures/m02/ 301" in (root / "site/_redirects").read_text("utf-8")
    assert (root / "site/.htaccess").is_file()


def test_what_left_a_page_that_stays_is_listed_on_it(root):
    """A section that was withdrawn keeps its id, with the day and the reason."""
    change(root / "data/2564/analysis.yml", "id: concept", "id: idea")
    run(root, "urls", "withdraw", "/2564/analysis/#concept", "--reason", "เขียนใหม่ทั้งหมด")
    run(root, "build")
    _, _, page = found_at(root / "site", "/2564/analysis/#concept")
    assert re.search(r'<li id="concept">.*เขียนใหม่ทั้งหมด', page)
    assert 'id="moved"' in page


def test_other_words_of_a_generated_heading_lose_nothing(root):
    """Generated headings have ids of their own, whatever they say."""
    change(root / "data/2564/analysis.yml", "title: แนวคิด", "title: หลักคิด")
    change(root / "data/2565/measures.yml", "เผยแพร่ช่องทางติดต่อผู้บริหาร", "เผยแพร่ช่องทางทั้งหมด")
    assert run(root, "build")
    assert_every_address_answers(root)


def test_ids_that_the_engine_counts_are_no_addresses(root):
    """A heading without Latin letters gets a number for an id, which is another one's tomorrow."""
    fragments = [row.fragment for row in load_ledger(root).ledger.rows if row.page == "/about/" and row.fragment]
    assert fragments == ["office-hours", "place"]


def test_what_comes_back_is_live_again(root):
    """The real page wins over the ledger, which says so, and the next publication records it."""
    plan = root / "content/files/2565/แผน งาน.csv"
    data = plan.read_bytes()
    plan.unlink()
    run(root, "urls", "withdraw", "/files/2565/แผน งาน.csv", "--reason", "มีฉบับใหม่")
    run(root, "build")
    plan.write_bytes(data)
    assert "ledger-alive-again" in run(root, "check")
    run(root, "build")
    assert (root / "site/files/2565/แผน งาน.csv").read_bytes() == data
    record(root, "2569-12-01")
    assert load_ledger(root).ledger.by_path["/files/2565/แผน งาน.csv"].state == "live"


def test_a_redirect_can_be_redirected_again(root):
    """Two renames after each other lead from the first address to the last."""
    rename_measure(root)
    run(root, "urls", "redirect", "/2565/measures/m01/", "/2565/measures/m02/")
    run(root, "build")
    record(root, "2569-12-01")
    change(root / "data/2565/measures.yml", "id: m02", "id: m03")
    change(root / "data/2565/follow-up.yml", "measure: m02", "measure: m03")
    run(root, "urls", "redirect", "/2565/measures/m02/", "/2565/measures/m03/")
    run(root, "build")
    assert found_at(root / "site", "/2565/measures/m01/")[0] == "/2565/measures/m03/"
    assert_every_address_answers(root)


def test_the_commands_refuse_what_cannot_be(root):
    """A live page is not withdrawn, a target must exist, and a page written by hand is its author's."""
    rename_measure(root)
    calls = {
        ("withdraw", "/2564/", "--reason", "x"): "ยังมีอยู่",
        ("withdraw", "/2565/measures/m01/", "--reason", " "): "--reason ว่างเปล่า",
        ("redirect", "/2565/measures/m01/", "/2565/measures/m22/"): "/2565/measures/m02/",
        ("redirect", "/2565/measures/m09/", "/2565/measures/m02/"): "ไม่พบ /2565/measures/m09/",
        ("redirect", "/about/#office-hours", "/about/"): "{ #office-hours }",
        ("restore", "/2564/"): "ยังคงอยู่",
    }
    before = (root / LEDGER).read_bytes()
    for call, said in calls.items():
        result = CliRunner().invoke(main, ["urls", *call, "-C", str(root)])
        assert (result.exit_code, said in result.output) == (2, True), (call, result.output)
    assert (root / LEDGER).read_bytes() == before


def test_a_withdrawal_can_be_taken_back(root):
    """Then the build demands the address again."""
    rename_measure(root)
    run(root, "urls", "withdraw", "/2565/measures/m01/", "--reason", "ซ้ำ")
    run(root, "build")
    run(root, "urls", "restore", "/2565/measures/m01/")
    assert "/2565/measures/m01/" in refused(root)


def test_the_list_names_what_is_lost_and_ends_with_its_status(root):
    """`urls` lists pages with the number of their fragments, in three forms, and verifies."""
    listed = run(root, "urls", "--all")
    assert re.search(r"/2565/measures/m01/  2569-11-21  คงอยู่  \d จุดในหน้า", listed)
    assert run(root, "urls", "--format", "csv") == (root / LEDGER).read_text("utf-8")
    rename_measure(root)
    for form in ("text", "json"):
        result = CliRunner().invoke(main, ["urls", "-C", str(root), "--format", form])
        assert (result.exit_code, "/2565/measures/m01/" in result.output) == (1, True)


def test_a_page_carries_the_old_ids_of_one_that_leads_to_it(root):
    """Whoever comes with a fragment that the server keeps finds it on the new page, at its top if nowhere else."""
    rename_measure(root)
    ledger = load_ledger(root).ledger
    row = Row("/2565/measures/m01/#old", DAY, "redirect", "/2565/measures/m02/", DAY)
    (root / LEDGER).write_text(write_ledger(ledger.with_rows((row,))), "utf-8")
    run(root, "urls", "redirect", "/2565/measures/m01/", "/2565/measures/m02/")
    run(root, "build")
    assert_every_address_answers(root)


def test_the_built_pages_have_just_the_ids_that_they_declare(own):
    """Inside of the article, besides its title, the captions of tables, the names of pictures and single notes."""
    generated = [path for path in own.addresses if path != "/about/"]  # the one page that is written by hand
    assert len(generated) == len(own.addresses) - 1
    for path in generated:
        source = (own.root / "content" / path.strip("/") / "index.md").read_text("utf-8")
        article = own.page(path)
        ids = {one.attributes["id"] for one in article.all() if "id" in one.attributes}
        built = {one for one in ids if one != "page" and not one.startswith(("t-", "pic."))}
        assert built == declared_fragments(source), path


def test_a_whole_site_is_recorded_with_its_pages_files_and_ids(own):
    """Every page and every file that is not of the theme is an address; notes and captions are none."""
    recorded = addresses_of(check_folder(own.root), own.folder)
    assert set(own.addresses) == {one for one in recorded if one.endswith("/")}
    assert {"/data/2564/scores.json", "/2565/measures/#m01"} <= recorded
    assert not [one for one in recorded if "/notes/#" in one or "#t-" in one or one.endswith("#page")]
    assert not [one for one in recorded if one.startswith("/assets/") or "sitemap" in one]

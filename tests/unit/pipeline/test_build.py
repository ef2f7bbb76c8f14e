"""A build ends with a whole new site in place, or with the last good one untouched."""

from __future__ import annotations

import errno
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import sites
from prongsai.engines.mkdocs.engine import MkDocs
from prongsai.pipeline import build
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.fingerprint import RECORD, remembered, source_fingerprint
from prongsai.pipeline.target.replace_tree import Permission, TargetInUseError
from unit.makers import codes_of

REPOSITORY = Path(__file__).resolve().parents[3]


def change(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before` in a file."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """The time at which each file below a folder was written, and which file it is."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def leftovers(root: Path) -> list[str]:
    """The files that a build leaves behind in its working folder."""
    kept = {"fresh-site", "last-build.json", "manifest.json", "mkdocs.yml", "schema", "stamps.json", "store", "theme"}
    return sorted(path.name for path in (root / ".prongsai").iterdir() if path.name not in kept)


def test_a_site_is_built_from_nothing(root):
    """Pages, the page that is not found, and the page written by hand are there; nothing else is left behind."""
    result = build_folder(root, root / "site")
    assert (result.done, result.unchanged) == (True, False)
    names = set(sites.snapshot(root / "site"))
    assert {"index.html", "404.html", "about/index.html", "2565/measures/m01/index.html"} <= names
    assert {"data/2564/scores.json", "sitemap.xml", "assets/css/site.css"} <= names
    assert leftovers(root) == []


def test_the_steps_are_reported_in_their_order(root):
    """Whoever waits sees how far it is."""
    told: list[str] = []
    build_folder(root, root / "site", tell=told.append)
    assert told == list(build.STEPS.values())


def test_a_second_build_does_nothing(built):
    """No file of the site or of the pages is written again."""
    before = stamps(built)
    result = build_folder(built, built / "site")
    assert (result.done, result.unchanged) == (True, True)
    assert stamps(built) == before


def test_a_build_that_does_nothing_reports_the_same_problems(built):
    """Warnings do not vanish because nothing was done."""
    again = build_folder(built, built / "site")
    assert again.unchanged
    (built / "site" / "index.html").unlink()
    whole = build_folder(built, built / "site")
    assert not whole.unchanged
    assert [vars(one) for one in again.problems] == [vars(one) for one in whole.problems]


def test_what_the_settings_name_is_part_of_what_is_built(built):
    """A file that mkdocs.yml inherits from, and a folder of templates that it names, are not left out."""
    (built / "look").mkdir()
    (built / "base.yml").write_text("INHERIT: .prongsai/mkdocs.yml\ntheme: {custom_dir: look}\n", "utf-8")
    change(built / "mkdocs.yml", "INHERIT: .prongsai/mkdocs.yml", "INHERIT: base.yml")
    seen = [source_fingerprint(built, None)]
    for name in ("base.yml", "look/main.html"):
        with (built / name).open("a", encoding="utf-8") as file:
            file.write("# \n")
        seen.append(source_fingerprint(built, None))
    assert len({*seen}) == len(seen)


def test_what_is_remembered_of_a_build_is_not_believed_once_it_is_damaged(built):
    """A record of which one bit is another never says other problems, nor ends a build with a fault."""
    change(built / "data/2564/scores.yml", "level: A", "level: AA")
    record, site = built / RECORD, built / "site"
    build_folder(built, site)
    data = record.read_bytes()
    inputs = json.loads(data)["inputs"]
    good = remembered(built, inputs, site)
    assert good
    for at in range(0, len(data), 5):
        record.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert remembered(built, inputs, site) in (None, good), at


def test_the_explanation_of_a_problem_is_remembered(root):
    """An agency's own words on a warning are there when nothing was done, too."""
    change(root / "data/2564/scores.yml", "level: A", "level: AA")
    (root / "data/2564/explanations.yml").write_text(
        "fiscal_year: 2564\nexplanations:\n  - {code: level-differs-from-scale, text: ประกาศไว้เช่นนี้}\n", "utf-8"
    )
    first = build_folder(root, root / "site")
    again = build_folder(root, root / "site")
    assert again.unchanged
    explained = [[one.explanation for one in result.problems if one.explanation] for result in (first, again)]
    assert explained == [["ประกาศไว้เช่นนี้"]] * 2


CHANGES = {
    "data": lambda root: change(root / "data/2564/scores.yml", "85.10", "85.11"),
    "another data file": lambda root: (root / "data/2564/measures.yml").write_text("fiscal_year: 2564\n", "utf-8"),
    "settings": lambda root: change(root / "site_config/site.yml", "numerals: thai", "numerals: arabic"),
    "mkdocs.yml": lambda root: change(root / "mkdocs.yml", "docs_dir: content", "docs_dir: content\nstrict: true"),
    "a page written by hand": lambda root: change(root / "content/about.md", "เขียนเอง", "แก้แล้ว"),
    "a new page": lambda root: (root / "content/new.md").write_text("# ใหม่\n", "utf-8"),
    "a page that is gone": lambda root: (root / "content/about.md").unlink(),
    "an attachment": lambda root: (root / "content/x.csv").write_text("ก\n", "utf-8"),
    "a file of the site that is gone": lambda root: (root / "site/404.html").rename(root / "site/405.html"),
    "a file in the site that is new": lambda root: (root / "site/new.html").write_text("x", "utf-8"),
    "the whole site is gone": lambda root: shutil.rmtree(root / "site"),
    "a generated page that is gone": lambda root: (root / "content/2564/index.md").unlink(),
    "the record": lambda root: (root / ".prongsai/last-build.json").write_text("[]", "utf-8"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_build_with_any_change_is_made_again(built, what):
    """Whatever was changed that a build depends on, or that it made."""
    CHANGES[what](built)
    if what == "a file of the site that is gone":
        (built / "site/405.html").rename(built / "site/404.html")
        (built / "site/2564/index.html").unlink()
    result = build_folder(built, built / "site")
    assert (result.done, result.unchanged) == (True, False)


def test_another_address_is_a_change(built):
    """A preview is not taken for the site."""
    result = build_folder(built, built / "site", site_url="http://127.0.0.1:8000/")
    assert (result.done, result.unchanged) == (True, False)


class Saving(MkDocs):
    """Somebody saves a fact while the engine runs."""

    def make(self, root, order):
        """As ever, and a score is another one meanwhile."""
        change(root / "data/2564/scores.yml", "85.10", "85.12")
        return super().make(root, order)


def test_what_is_saved_while_a_build_runs_is_built_by_the_next(root):
    """A fact saved after the data was read is not taken for built."""
    assert build_folder(root, root / "site", engine=Saving()).done
    result = build_folder(root, root / "site")
    assert (result.done, result.unchanged) == (True, False)
    assert 'value="85.12"' in (root / "site/index.html").read_text("utf-8")


def fail_with(failure: BaseException):
    """A function that fails."""

    def fail(*_arguments):
        raise failure

    return fail


@dataclass
class Failing(MkDocs):
    """An engine that fails."""

    failure: BaseException

    def make(self, *_):
        """Nothing is made."""
        raise self.failure


def test_an_error_in_the_data_leaves_the_last_good_site(built):
    """And no page is generated from it."""
    before = sites.snapshot(built / "site")
    pages = sites.snapshot(built / "content")
    change(built / "data/2564/scores.yml", "85.10", "185.10")
    result = build_folder(built, built / "site")
    assert not result.done
    assert "score-out-of-range" in codes_of(result.problems)
    assert sites.snapshot(built / "site") == before
    assert sites.snapshot(built / "content") == pages


DEAD_LINKS = {
    "a.md": "# x\n\n[ไม่มี](missing.md)\n",
    "b.md": "# x\n\n[ไม่มี](missing/)\n",
    "c.md": '# x\n\n<a href="../missing/">ไม่มี</a>\n',
    "d.md": '# x\n\n<a href="../../../">นอกเว็บไซต์</a>\n',
    "e.md": "# x\n\n![ไม่มี](missing.png)\n",
}
ENGINE_FAULTS = {"b.md": "# x\n\n[ไม่มี](index.md#missing)\n"}
OUTPUT_FAULTS = {"b.md": ('# x\n\n<a href="../#missing">ไม่มี</a>\n', "broken-link")}
WRITTEN_FAULTS = {
    "d.md": '# x\n\n<img src="http://[x" alt="">\n',
    "e.md": '# x\n\n<img src="https://www.example.com/x.png" alt="">\n',
    "f.md": '# x\n\n<script src="https://www.example.com/x.js"></script>\n',
    "g.md": '# x\n\n<link rel="stylesheet" href="//www.example.com/x.css">\n',
}


def test_a_dead_link_of_a_page_written_by_hand_leaves_the_last_good_site(built):
    """It is reported where it is, by the check too, before anything is generated."""
    before = sites.snapshot(built / "site")
    for name, text in DEAD_LINKS.items():
        (built / "content" / name).write_text(text, "utf-8")
    wanted = {(f"content/{name}", 3) for name in DEAD_LINKS}
    for problems in (check_folder(built).problems, build_folder(built, built / "site").problems):
        assert {(one.where.file, one.where.line) for one in problems if one.code == "own-link-dead"} == wanted
    assert sites.snapshot(built / "site") == before


def test_a_link_that_leads_somewhere_is_no_problem(built):
    """In each of the ways that the engine takes, and out of the site."""
    links = ("index.md", "2565/measures/index.md#page", "../2565/", "/2565/oit/", "other.md", "pic.png", "#x", "?a=1")
    elsewhere = ("https://www.example.go.th/", "mailto:a@example.go.th", "tel:020000000", "../data/all-tables.xlsx")
    hidden = '<!-- <a href="../missing/">ร่าง</a> -->'  # nobody sees it
    text = "\n\n".join((*(f"[ดู]({link})" for link in (*links, *elsewhere)), hidden))
    (built / "content" / "by-hand.md").write_text(f"# x {{ #x }}\n\n{text}\n", "utf-8")
    (built / "content" / "other.md").write_text("# y\n", "utf-8")
    (built / "content" / "pic.png").write_bytes(b"\x89PNG")
    assert [one for one in check_folder(built).problems if one.code == "own-link-dead"] == []
    assert [one for one in build_folder(built, built / "site").problems if "link" in one.code] == []


def test_what_the_engine_warns_of_leaves_the_last_good_site(built):
    """Places that are not there are named, page by page."""
    before = sites.snapshot(built / "site")
    for name, text in ENGINE_FAULTS.items():
        (built / "content" / name).write_text(text, "utf-8")
    result = build_folder(built, built / "site")
    assert not result.done
    told = [one.values["text"] for one in result.problems if one.code == "engine-message"]
    assert [name for name in ENGINE_FAULTS if not any(name in text for text in told)] == []
    assert sites.snapshot(built / "site") == before
    assert leftovers(built) == []


def test_what_is_wrong_with_the_output_leaves_the_last_good_site(built):
    """Links in HTML that lead nowhere are found before the new site takes its place."""
    before = sites.snapshot(built / "site")
    for name, (text, _) in OUTPUT_FAULTS.items():
        (built / "content" / name).write_text(text, "utf-8")
    result = build_folder(built, built / "site")
    assert not result.done
    found = {(one.where.file, one.code) for one in result.problems}
    wanted = {(f"site/{name.removesuffix('.md')}/index.html", code) for name, (_, code) in OUTPUT_FAULTS.items()}
    assert wanted <= found
    assert sites.snapshot(built / "site") == before
    assert leftovers(built) == []


def test_what_a_page_would_load_from_elsewhere_leaves_the_last_good_site(built):
    """Requests of pages written by hand are found before anything is generated, with the line of the Markdown."""
    before = sites.snapshot(built / "site")
    for name, text in WRITTEN_FAULTS.items():
        (built / "content" / name).write_text(text, "utf-8")
    result = build_folder(built, built / "site")
    assert not result.done
    found = {(one.where.file, one.where.line) for one in result.problems if one.code == "foreign-request"}
    assert found == {(f"content/{name}", 3) for name in WRITTEN_FAULTS}
    assert sites.snapshot(built / "site") == before
    assert leftovers(built) == []


def test_a_template_that_is_not_there_is_a_problem(built):
    """A page can ask for a template; a wrong name ends the build with a sentence."""
    (built / "content" / "odd.md").write_text("---\ntemplate: missing.html\n---\n# x\n", "utf-8")
    result = build_folder(built, built / "site")
    assert "engine-message" in codes_of(result.problems)
    assert not result.done


def test_a_page_in_another_encoding_is_a_problem(built):
    """Thai text saved as TIS-620 is named, and the last good site stays."""
    before = sites.snapshot(built / "site")
    (built / "content" / "old.md").write_bytes("# หน้าเก่า\n".encode("tis-620"))
    result = build_folder(built, built / "site")
    assert not result.done
    assert [one.where.file for one in result.problems if one.code == "file-not-utf8"] == ["content/old.md"]
    assert sites.snapshot(built / "site") == before


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), OSError(28, "No space left on device"), RuntimeError("x")])
def test_a_build_that_is_broken_off_leaves_the_last_good_site(built, failure):
    """Interrupted by a key, a full disk or a fault: the site is as it was, and the next build is whole."""
    before = sites.snapshot(built / "site")
    change(built / "data/2564/scores.yml", "85.10", "85.11")
    with pytest.raises(type(failure)):
        build_folder(built, built / "site", engine=Failing(failure))
    assert sites.snapshot(built / "site") == before
    assert leftovers(built) == []
    assert not build_folder(built, built / "site").unchanged
    assert sites.snapshot(built / "site") != before


def test_a_fault_inside_the_engine_is_a_problem(built, monkeypatch):
    """A fault that a page causes in the engine never ends the program."""
    monkeypatch.setattr("mkdocs.commands.build._build_page", fail_with(RuntimeError("สมมุติ")))
    change(built / "data/2564/scores.yml", "85.10", "85.11")
    result = build_folder(built, built / "site")
    [found] = [one for one in result.problems if one.code == "engine-message"]
    assert found.values["text"] == "RuntimeError: สมมุติ"


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EIO])
def test_what_the_machine_refuses_inside_the_engine_is_no_fault_of_a_page(built, monkeypatch, number, wrapped):
    """A full disk is raised as such, and the last good site stays; no page is blamed for it."""
    from mkdocs.exceptions import Abort

    def fail(*_, **__):
        full = OSError(number, os.strerror(number), "/site/index.html")
        if wrapped:
            raise Abort("Aborted") from full
        raise full

    before = sites.snapshot(built / "site")
    monkeypatch.setattr("mkdocs.commands.build._build_page", fail)
    change(built / "data/2564/scores.yml", "85.10", "85.11")
    with pytest.raises(OSError, match=r"index\.html") as raised:
        build_folder(built, built / "site")
    assert raised.value.errno == number
    assert sites.snapshot(built / "site") == before


def test_a_file_that_a_page_names_and_is_not_there_is_a_problem(built, monkeypatch):
    """That is what a person wrote, and the engine's own words say which."""
    monkeypatch.setattr("mkdocs.commands.build._build_page", fail_with(FileNotFoundError(2, "No such file", "x.md")))
    change(built / "data/2564/scores.yml", "85.10", "85.11")
    assert "engine-message" in [one.code for one in build_folder(built, built / "site").problems]


def test_a_file_of_the_site_that_somebody_changed_is_not_lost(built):
    """It is named before anything is written, and replaced only where its name is given."""
    page = built / "site/index.html"
    change(page, "</html>", "</html> ")
    before = sites.snapshot(built / "site"), sites.snapshot(built / "content")
    with pytest.raises(TargetInUseError) as refused:
        build_folder(built, built / "site")
    assert (refused.value.reason, refused.value.names) == ("foreign", ("index.html",))
    assert (sites.snapshot(built / "site"), sites.snapshot(built / "content")) == before
    assert build_folder(built, built / "site", permission=Permission(replace=frozenset({"index.html"}))).done
    assert not page.read_text("utf-8").endswith("</html> ")


def test_an_edit_leaves_the_files_that_say_the_same(built):
    """No file of the site is deleted and written again for a change of others."""
    before = stamps(built / "site")
    change(built / "data/2564/scores.yml", "85.10", "85.11")
    assert build_folder(built, built / "site").done
    after = stamps(built / "site")
    same = [name for name in after if before.get(name) == after[name]]
    assert len(same) > len(after) / 2
    whole = build_folder(built, built.parent / "whole")
    assert whole.done
    assert sites.snapshot(built / "site") == sites.snapshot(built.parent / "whole")


def test_a_preview_never_takes_the_place_of_a_site(built):
    """The remains of an interrupted swap of the site are the site's, not those of another target."""
    before = sites.snapshot(built / "site")
    (built / "site").rename(built / ".prongsai/previous-site")
    assert build_folder(built, built / ".prongsai/preview", site_url="http://127.0.0.1:8000/").done
    assert not (built / "site").exists()
    change(built / "data/2564/scores.yml", "85.10", "185.10")
    assert not build_folder(built, built / "site").done
    assert sites.snapshot(built / "site") == before


def test_a_site_can_be_built_outside_its_folder(root, tmp_path):
    """Into a folder that is new, that is empty, or that an earlier build filled."""
    target = tmp_path / "www" / "html"
    assert build_folder(root, target).done
    assert build_folder(root, target).unchanged
    change(root / "data/2564/scores.yml", "85.10", "85.11")
    assert build_folder(root, target).done
    assert [path.name for path in target.parent.iterdir()] == ["html"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert build_folder(root, empty).done


@pytest.mark.parametrize("target", [".", "..", "data", "data/2564", "content", "content/files", "site_config", "notes"])
def test_a_build_never_replaces_what_is_not_a_built_site(built, target):
    """Not the folder of the facts, not a folder above it, and no folder with other files."""
    (built / "notes").mkdir()
    (built / "notes" / "draft.txt").write_text("ร่าง", "utf-8")
    before = sites.snapshot(built)
    with pytest.raises(TargetInUseError):
        build_folder(built, built / target)
    assert sites.snapshot(built) == before


def test_locks_and_linked_folders_do_not_stop_a_build(built):
    """A dead link next to a data file, as editors leave it, and a linked folder of attachments that is in the site."""
    (built / "data/2564/.#scores.yml").symlink_to("nobody@nowhere.1234")
    elsewhere = built / "scans"
    elsewhere.mkdir()
    (elsewhere / "a.csv").write_text("ก\n", "utf-8")
    (built / "content/files").symlink_to(elsewhere)
    (elsewhere / "circle").symlink_to(elsewhere)
    (elsewhere / "circle").unlink()
    assert build_folder(built, built / "site").done
    assert (built / "site/files/a.csv").is_file()
    assert build_folder(built, built / "site").unchanged
    (elsewhere / "a.csv").write_text("ข\n", "utf-8")
    assert not build_folder(built, built / "site").unchanged


def has_odd_files(case: str) -> bool:
    """True if a case lays what no committed file can hold."""
    return bool(sites.spec_of(sites.INVALID / case).keys() - {"also"})


@pytest.mark.parametrize("case", [case for case in sites.invalid_cases() if has_odd_files(case)])
def test_no_odd_file_ends_a_build_with_a_fault(case, tmp_path):
    """Files that are missing, empty, huge or folders end as a build that reports, never as a crash."""
    root = sites.make_case(case, tmp_path / "site")
    register = Path("data/2565/oit.yml")
    if (root / register).is_file() and not (sites.INVALID / case / register).exists():
        (root / register).unlink()  # its item pages are half of the work
    assert build_folder(root, tmp_path / "target").problems

"""Pages written by hand and attachments, as they are loaded and remembered."""

import json

import pytest

import sites
from prongsai.loading import load_content as loading
from prongsai.loading.load_content import load_content

PDF = (sites.INVALID / "identity-number--pdf/content/files/2565/executives.pdf").read_bytes()


@pytest.fixture
def folder(tmp_path):
    """A folder with a page, a table and a PDF."""
    (tmp_path / "files").mkdir()
    (tmp_path / "about.md").write_text("# เกี่ยวกับ\n", "utf-8")
    (tmp_path / "files/a.csv").write_text("ก,ข\n", "utf-8")
    (tmp_path / "files/Plan.PDF").write_bytes(PDF)
    return tmp_path


NAMES = ("about.md", "files/a.csv", "files/Plan.PDF")


def test_files_are_loaded_with_what_they_say(folder):
    """Name, ending, size, kind and text of each file, in the order of their names."""
    files = load_content(folder, NAMES, {}).files
    assert [(one.name, one.extension, one.kind, one.is_attachment) for one in files] == [
        ("about.md", "md", "text", False),
        ("files/Plan.PDF", "pdf", "pdf", True),
        ("files/a.csv", "csv", "text", True),
    ]
    assert [one.size for one in files] == [(folder / one.name).stat().st_size for one in files]


def test_what_is_remembered_is_not_read_again(folder):
    """A PDF is told by its bytes; its text is taken from what an earlier run kept."""
    first = load_content(folder, NAMES, {})
    [(digest, entry)] = json.loads(json.dumps(first.readings)).items()
    assert load_content(folder, NAMES, first.readings) == first
    changed = {digest: {**entry, "passages": [[9, "จากความจำ"]]}}
    assert load_content(folder, NAMES, changed).files[1].passages[0].text == "จากความจำ"
    (folder / "files/Plan.PDF").write_bytes(PDF + b"\n")
    again = load_content(folder, NAMES, changed)
    assert again.files[1].passages == first.files[1].passages
    assert digest not in again.readings


def test_what_was_remembered_of_a_file_that_is_gone_is_dropped(folder):
    """The memory holds nothing of what is not there any more."""
    first = load_content(folder, NAMES, {})
    assert load_content(folder, NAMES[:2], first.readings).readings == {}


@pytest.mark.parametrize(
    "entry",
    [
        None,
        3,
        [],
        {},
        {"kind": "pdf", "state": "text", "complete": True},
        {"kind": "pdf", "state": "sound", "complete": True, "passages": []},
        {"kind": 1, "state": "text", "complete": True, "passages": []},
        {"kind": "pdf", "state": [], "complete": True, "passages": []},
        {"kind": "pdf", "state": "text", "complete": "yes", "passages": []},
        {"kind": "pdf", "state": "text", "complete": True, "passages": [["1", "ก"]]},
        {"kind": "pdf", "state": "text", "complete": True, "passages": [[1, "ก", 2]]},
        {"kind": "pdf", "state": "text", "complete": True, "passages": 7},
    ],
)
def test_a_damaged_memory_is_ignored(folder, entry):
    """What cannot be what an earlier run kept is read anew."""
    first = load_content(folder, NAMES, {})
    assert load_content(folder, NAMES, dict.fromkeys(first.readings, entry)) == first


def test_a_file_over_the_bound_is_not_read(folder, monkeypatch):
    """Its size is known and that nothing was read; its bytes are not touched."""
    monkeypatch.setattr(loading, "LARGEST", len(PDF) - 1)
    plan = load_content(folder, NAMES, {}).files[1]
    assert (plan.size, plan.state, plan.reading.complete) == (len(PDF), "not-read", False)


def test_a_file_that_is_gone_is_no_end(folder):
    """What vanishes while a run lists the folder is loaded as what nobody can read."""
    [gone] = load_content(folder, ["files/gone.pdf"], {}).files
    assert (gone.kind, gone.state) == ("unknown", "unreadable")

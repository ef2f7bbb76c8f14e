"""Pages written by hand and attachments, as they are loaded and remembered."""

import pytest

import sites
from prongsai.loading import load_content as loading
from prongsai.loading.load_content import load_content
from prongsai.model.content import Reading

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
    files = load_content(folder, NAMES).files
    assert [(one.name, one.extension, one.kind, one.is_attachment) for one in files] == [
        ("about.md", "md", "text", False),
        ("files/Plan.PDF", "pdf", "pdf", True),
        ("files/a.csv", "csv", "text", True),
    ]
    assert [one.size for one in files] == [(folder / one.name).stat().st_size for one in files]


def test_what_reads_the_files_can_be_another(folder):
    """Each file is given to what reads it, as it is there."""
    given = []
    loaded = load_content(folder, NAMES, lambda data: given.append(data) or Reading("pdf", "text"))
    assert given == [(folder / one.name).read_bytes() for one in loaded.files]
    assert {one.kind for one in loaded.files} == {"pdf"}


def test_a_file_over_the_bound_is_not_read(folder, monkeypatch):
    """Its size is known and that nothing was read; its bytes are not touched."""
    monkeypatch.setattr(loading, "LARGEST", len(PDF) - 1)
    plan = load_content(folder, NAMES).files[1]
    assert (plan.size, plan.state, plan.reading.complete) == (len(PDF), "not-read", False)


def test_a_file_that_is_gone_is_no_end(folder):
    """A file that vanishes while a run lists the folder is loaded as one that nobody can read."""
    [gone] = load_content(folder, ["files/gone.pdf"]).files
    assert (gone.kind, gone.state) == ("unknown", "unreadable")

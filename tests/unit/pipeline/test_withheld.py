"""A site that was public and keeps its notes to itself from now on: nothing of them is left, and no address is lost."""

import re
from html import unescape

import pytest

import sites
from prongsai.pipeline.check import check_folder
from prongsai.views.frame import frame_of
from prongsai.views.speech import Speech

MODEL = sites.REPOSITORY / "examples" / "model"
# What only the officer reads; the pages that the agency writes itself and the words of its documents are its own.
OURS = re.compile(
    r"วิธีแก้|data/[0-9]{4}/[a-z-]+\.yml|กรอกได้ใน site_config|ข้อนี้อาจไม่ได้คะแนน|พร้อมแล้ว [0-9]|สิ่งที่ต้องแก้ไข|ยังขาดข้อมูลที่ต้องแสดง"
    r"|ข้อที่ยังไม่พร้อม|ยังไม่ได้ตรวจลิงก์|ps-days|ตรวจ [0-9]+ จาก [0-9]+ วัน|จัดทำจากแฟ้ม"
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NOTES = [f"/{year}/notes/" for year in (2564, 2565, 2566, 2567)]


def files_of(checked):
    """The text of every generated page and data file, without what the engine leaves out of the page."""
    return {
        name: unescape(_FRONT_MATTER.sub("", data.decode()))
        for name, data in checked.planned.files.items()
        if name.endswith((".md", ".json", ".csv", ".xml")) and not name.endswith(".generated.json")
    }


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """The model, which was published with its notes, with the notes internal from now on."""
    root = sites.copy_site(MODEL, tmp_path_factory.mktemp("closed") / "site")
    options = root / "site_config/site.yml"
    options.write_text(options.read_text("utf-8").replace("notes: public", "notes: internal"), "utf-8")
    return root


def test_no_output_tells_what_is_the_officers(closed):
    """Not a page, not the data, not the feeds, not the search."""
    found = {name: OURS.search(text) for name, text in files_of(sites.checked(closed)).items()}
    about = {"content/search/index.json"}  # holds the page that the agency wrote by hand, which names a data file
    assert {name: hit[0] for name, hit in found.items() if hit and name not in about} == {}


def test_the_sweep_finds_what_is_said_in_public():
    """The same words are in the same site while its notes are public: the sweep can fail."""
    found = {hit[0] for text in files_of(sites.checked(MODEL)).values() for hit in OURS.finditer(text)}
    assert {"สิ่งที่ต้องแก้ไข", "ยังขาดข้อมูลที่ต้องแสดง", "ข้อที่ยังไม่พร้อม", "วิธีแก้", "ps-days"} <= found


def test_every_published_address_lives_on(closed):
    """The pages of notes and of links stay and say that these are internal; the menu of a year does not name them."""
    checked = sites.checked(closed)
    assert not checked.has_errors
    texts = files_of(checked)
    for path in NOTES:
        text = texts[f"content{path}index.md"]
        assert "ข้อมูลภายใน" in text
        assert "ps-note--" not in text
        assert f'{path}"' not in texts[f"content{path.removesuffix('notes/')}index.md"]
    assert "ps-grid" not in texts["content/links/index.md"]
    assert 'id="readiness"' in texts["content/2567/oit/index.md"]


def test_the_preview_tells_all_of_it_and_says_that_it_does(closed):
    """With places in the data files, and a line on every page; what is published has neither."""
    preview = check_folder(closed, for_officer=True)
    texts = files_of(preview)
    assert re.search(r"data/2567/[a-z-]+\.yml:[0-9]+", texts["content/2567/notes/index.md"])
    assert "จัดทำจากแฟ้มข้อมูล" in texts["content/2567/oit/index.md"]
    assert "สิ่งที่ต้องแก้ไข" in texts["content/2567/oit/o7/index.md"]
    assert "ยังไม่ได้เผยแพร่" in frame_of(preview.results, Speech("arabic"), []).facts["preview"]
    assert frame_of(check_folder(closed).results, Speech("arabic"), []).facts["preview"] == ""


def test_readers_of_public_notes_read_documents_and_no_paths():
    """Title and date of what the facts come from, on every site that shows its notes."""
    text = files_of(sites.checked(MODEL))["content/2564/notes/index.md"]
    assert not re.search(r"[a-z-]+\.yml", text)
    assert "จัดทำจาก " in text
    for root in (sites.REPOSITORY, *sorted((sites.REPOSITORY / "examples").iterdir())):
        for name, page in files_of(sites.checked(root)).items():
            is_page = name.endswith(".md")
            assert not (is_page and re.search(r"\b(data|site_config|editions)/[\w/-]+\.yml", page)), name

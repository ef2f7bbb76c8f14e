"""Of a photo readers get copies alone: the original's address has one too."""

from dataclasses import replace

from prongsai.loading.load_site import load_site
from prongsai.loading.read_attachment import read_attachment
from prongsai.pipeline.make_photos import bare_copies, make_photos, replace_originals, write_bare
from prongsai.pipeline.read_content import read_content
from prongsai.pipeline.store import Store
from unit.exports.test_photos import opened, picture
from unit.makers import SITE, write_files

REPORT = """fiscal_year: 2567
reports:
  - title: การฝึกอบรม
    photos: [{file: "2567/ภาพ #1.jpg", alt: บุคลากรในห้องประชุม}, {file: 2567/gone.jpg, alt: ไม่มีแฟ้ม}]
"""


def test_no_place_is_published(tmp_path):
    """Photos and other images that tell a place are replaced by bare copies; other files stay byte for byte."""
    root, built = tmp_path / "root", tmp_path / "built"
    plain = picture()
    files = {
        "ภาพ #1.jpg": picture(turned=6, placed=True, size=(1600, 1000)),
        "map.png": picture("PNG", placed=True),
        "logo.jpg": plain,
    }
    for base in (root / "content", built):
        for name, data in files.items():
            (base / "files" / "2567").mkdir(parents=True, exist_ok=True)
            (base / "files" / "2567" / name).write_bytes(data)
    write_files(root, {**SITE, "data/2567/follow-up.yml": REPORT})
    store = Store(root)
    site = replace(load_site(root).site, content=read_content(root, store).files)
    made = make_photos(root, site, store)
    stem = "content/photos/2567/ภาพ #1"
    sizes = {name: opened(data).size for name, data in made.items()}
    assert sizes == {f"{stem}-480.jpg": (480, 768), f"{stem}-1200.jpg": (1000, 1600)}
    copies = bare_copies(root, site, store)
    assert sorted(copies) == ["files/2567/map.png", "files/2567/ภาพ #1.jpg"]
    (root / ".prongsai/bare/files/2567").mkdir(parents=True)
    (root / ".prongsai/bare/files/2567/gone.jpg").touch()
    write_bare(root, copies)
    kept = {path.name: path.read_bytes() for path in (root / ".prongsai/bare").rglob("*") if path.is_file()}
    assert kept == {name.rpartition("/")[2]: data for name, data in copies.items()}
    replace_originals(built, copies)
    published = {name: (built / "files" / "2567" / name).read_bytes() for name in files}
    assert [name for name, data in published.items() if read_attachment(data).tells_place] == []
    assert opened(published["ภาพ #1.jpg"]).size == (1000, 1600)
    assert published["logo.jpg"] == plain
    assert (root / "content" / "files" / "2567" / "map.png").read_bytes() == files["map.png"]
    store.keep()
    assert make_photos(root, site, Store(root)) == made

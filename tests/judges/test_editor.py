"""The YAML service of editors on the files of a site: it completes, explains in Thai, and marks what is wrong alone."""

import pytest

import sites
from judges.editor import opened
from prongsai.forms.file_head import SCHEMAS
from prongsai.pipeline.begin import write_schemas

pytestmark = pytest.mark.judge

EXAMPLES = sorted(path.name for path in (sites.REPOSITORY / "examples").iterdir() if path.is_dir())
HEAD = "# yaml-language-server: $schema=../../.prongsai/schema/measures.schema.json\n"
MEASURE = f"{HEAD}fiscal_year: 2568\nmeasures:\n  - id: m01\n    title: ก\n"
FAULTS = {  # what is typed below a measure, and the line (from 0) that is marked
    "    stepss: [ก]\n": 5,
    "    steps: [ก]\n    cycle_years: [ปีหน้า, [2568]]\n": 6,
    "    responsible:\n      leader: [clerk]\n": 6,
    "    basis: [{item: O1, stated: [true]}]\n": 5,
    "  - id: m 02\n    title: ข\n": 5,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site with its schemas, and an editor that has it open."""
    root = sites.copy_site(sites.REPOSITORY / "examples" / "model", tmp_path_factory.mktemp("edited") / "model")
    write_schemas(root / SCHEMAS)
    with opened(root) as editor:
        yield root, editor


@pytest.mark.parametrize("name", [*EXAMPLES, "own"])
def test_no_file_that_is_right_is_marked(name, tmp_path):
    """On every data file of every site the service, which its first line leads to the schema, finds nothing wrong."""
    folder = tmp_path / name
    root = sites.copy_own(folder) if name == "own" else sites.copy_site(sites.REPOSITORY / "examples" / name, folder)
    write_schemas(root / SCHEMAS)
    files = sorted([*root.glob("data/*/*.yml"), *root.glob("site_config/*.yml")])
    assert files
    with opened(root) as editor:
        marked = {path.relative_to(root).as_posix(): editor.open(path, path.read_text("utf-8")) for path in files}
    assert {path: found for path, found in marked.items() if found} == {}


@pytest.mark.parametrize("typed", FAULTS)
def test_a_fault_is_marked_at_its_line(site, typed):
    """A key that there is not, a list in the place of a year, a value of another shape, and what is no id."""
    root, editor = site
    marks = editor.open(root / "data" / "2568" / "measures.yml", MEASURE + typed)
    assert FAULTS[typed] in {one["range"]["start"]["line"] for one in marks}


def test_an_empty_value_is_not_marked(site):
    """A key without its value yet is left alone."""
    root, editor = site
    assert editor.open(root / "data" / "2568" / "measures.yml", f"{MEASURE}    period:\n    steps:\n") == []


def test_keys_and_values_are_completed(site):
    """At a new line of a measure the keys that it may have, at an empty value the words that may be there."""
    root, editor = site
    path = root / "data" / "2568" / "measures.yml"
    keys = editor.ask("completion", path, f"{MEASURE}    \n", 5, 4)["items"]
    assert {"period", "steps", "responsible", "monitoring"} <= {one["label"] for one in keys}
    assert "id" not in {one["label"] for one in keys}
    period = next(one for one in keys if one["label"] == "period")
    assert "เมื่อใดถึงเมื่อใด" in str(period["documentation"])
    words = editor.ask("completion", path, f"{MEASURE}    period: \n", 5, 12)["items"]
    assert {"เอกสารไม่ได้ระบุ", "ไม่มี"} <= {one["label"] for one in words}


def test_a_key_is_explained_in_thai(site):
    """Over a key: its name, what it means, its form and an example."""
    root, editor = site
    path = root / "data" / "2568" / "measures.yml"
    said = str(editor.ask("hover", path, f"{MEASURE}    period: ไตรมาส 1\n", 5, 6)["contents"])
    assert "ระยะเวลาดำเนินการ" in said
    assert "รูปแบบ: ช่วงเวลา" in said
    assert "ตัวอย่าง: ต.ค. 2566" in said

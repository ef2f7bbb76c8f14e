"""Every data file leads to its schema by its first line, and the schemas are where that line says."""

import json

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.forms.file_head import SCHEMAS
from prongsai.pipeline.begin import new_site, schema_files, write_schemas

HEAD = "# yaml-language-server: $schema="
ROOTS = [sites.REPOSITORY, *sorted(path for path in (sites.REPOSITORY / "examples").iterdir() if path.is_dir())]


def lead_astray(root):
    """The data files whose first line leads to no schema of their own in the folder of the schemas."""
    files = [*root.glob("data/*/*.yml"), *root.glob("site_config/*.yml")]
    assert files
    wanted = {path: root / SCHEMAS / f"{path.stem}.schema.json" for path in files}
    heads = {path: path.read_text("utf-8").partition("\n")[0] for path in files}
    return [
        path
        for path, head in heads.items()
        if not head.startswith(HEAD) or (path.parent / head.removeprefix(HEAD)).resolve() != wanted[path].resolve()
    ]


@pytest.mark.parametrize("root", ROOTS, ids=lambda path: path.name)
def test_every_file_leads_to_its_schema(root):
    """In this repository and in all examples."""
    assert lead_astray(root) == []


def test_a_new_site_has_its_schemas(tmp_path):
    """They are there from the first moment, and every file that is made leads to its own."""
    new_site(tmp_path / "ita", "เทศบาลตำบลตัวอย่าง", 2568)
    assert lead_astray(tmp_path / "ita") == []
    assert {path.name for path in (tmp_path / "ita" / SCHEMAS).iterdir()} == set(schema_files())


def test_what_is_right_is_not_written_again(tmp_path):
    """A second run touches nothing; what somebody changed is made right."""
    paths = write_schemas(tmp_path)
    before = [path.stat().st_mtime_ns for path in paths]
    write_schemas(tmp_path)
    assert [path.stat().st_mtime_ns for path in paths] == before
    paths[0].write_text("{}", "utf-8")
    write_schemas(tmp_path)
    assert json.loads(paths[0].read_text("utf-8"))["properties"]


def test_the_command_says_where_they_are(tmp_path):
    """Into the site, or into any folder; a file in its place is refused."""
    site = sites.copy_base(tmp_path / "site")
    said = CliRunner().invoke(main, ["schema", "-C", str(site)])
    assert said.exit_code == 0
    assert str(site / SCHEMAS / "measures.schema.json") in said.output
    (tmp_path / "file").write_text("", "utf-8")
    refused = CliRunner().invoke(main, ["schema", "-C", str(site), "--to", str(tmp_path / "file")])
    assert refused.exit_code == 2
    assert "เป็นแฟ้ม ไม่ใช่โฟลเดอร์" in refused.output

"""An OIT answer may be of several units; each is counted and leads to its page."""

import pytest

from prongsai.loading.load_site import load_site
from prongsai.pipeline.check import check_folder
from unit.makers import check_files, codes_of, write_files

SITE = {
    "site_config/agency.yml": "name: เทศบาลตำบลทดสอบ\nunits:\n"
    "  personnel: {name: งานบุคลากร}\n  general: {name: งานบริหารทั่วไป}\n  health: {name: กองสาธารณสุขและสิ่งแวดล้อม}\n"
    "  both: {name: งานแผน/งานงบประมาณ}\n",
    "site_config/site.yml": "title: เว็บไซต์ทดสอบ\nsite_url: https://ita.example.go.th/\nfrom_document: true\n",
}
WRITTEN = [
    ("general", ["general"]),
    ("[personnel, งานบริหารทั่วไป]", ["personnel", "general"]),
    ("งานบุคลากร/งานบริหารทั่วไป", ["personnel", "general"]),
    ("งานบุคลากร / personnel", ["personnel"]),
    ("งานบุคลากร และงานบริหารทั่วไป", ["personnel", "general"]),
    ("กองสาธารณสุขและสิ่งแวดล้อม", ["health"]),
    ("งานแผน/งานงบประมาณ", ["both"]),
    ("งานบุคลากร/งานที่ไม่มี", [""]),
    ("[งานบุคลากร, งานที่ไม่มี]", ["personnel", ""]),
]


def register(unit):
    """A register whose one answer is of these units."""
    return f'fiscal_year: 2567\nitems:\n  O1: {{answer: has, unit: {unit}, links: [{{url: "https://www.example.go.th/a"}}]}}\n'


@pytest.mark.parametrize(("unit", "keys"), WRITTEN)
def test_each_way_to_name_units_is_read(tmp_path, unit, keys):
    """One, a list, or several between slashes where each is a unit; else the whole text is none, which is reported."""
    files = {**SITE, "data/2567/oit.yml": register(unit)}
    assert ("unknown-unit" in codes_of(check_files(tmp_path, files))) == ("" in keys)
    site = load_site(tmp_path).site
    assert [key for key, _ in site.units_named(site.years[0].register.items["O1"].unit)] == keys


def test_every_unit_counts_the_item(tmp_path):
    """Readiness and links count it for each; the table of items has all of them in one cell."""
    files = {**SITE, "data/2567/oit.yml": register("งานบุคลากร/งานบริหารทั่วไป")}
    made = check_folder(write_files(tmp_path, files)).planned.files
    names = ("oit-items", "oit-readiness", "link-counts", "links")
    tables = {name: made[f"content/data/tables/{name}.csv"].decode() for name in names}
    assert '"งานบุคลากร, งานบริหารทั่วไป",personnel general' in tables["oit-items"]
    assert tables["links"].count("https://www.example.go.th/a") == 1
    page = made["content/2567/oit/index.md"].decode()
    for unit in ("งานบุคลากร", "งานบริหารทั่วไป"):
        assert unit in page
        assert f"{unit},1,1," in tables["oit-readiness"]
        assert f"{unit},1," in tables["link-counts"]

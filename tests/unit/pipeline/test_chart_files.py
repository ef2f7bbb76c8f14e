"""Charts of pages are files at addresses that last, which the pages name."""

from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.planning.plan_files import plan_files
from prongsai.views.links.states import NO_MEMORY

MODEL = Path(__file__).parents[3] / "examples" / "model"
GONE = "/charts/2566/measures/old/before-after-3.svg"


def planned():
    """The plan of the example, where a chart was published once that is not drawn any more."""
    results = analyse_site(load_site(MODEL).site)
    return plan_files(MODEL, results, (), NO_MEMORY, published=frozenset({GONE}))


def test_every_chart_has_an_address_that_its_page_names():
    """Each picture of a page is a file below /charts/, declared like any address, and named in full on the page."""
    plan = planned()
    files = plan.files
    pages = [name for name, data in files.items() if name.endswith(".md") and b'<figure class="ps-figure"' in data]
    assert len(pages) > 20
    named = set()
    for name in pages:
        text = unescape(files[name].decode())
        page = "/" + name.removeprefix("content/").removesuffix("index.md")
        keys = [one.partition('"')[0] for one in text.split('<figcaption id="pic.')[1:]]
        for key in keys:
            path = f"/charts{page}{key}.svg"
            assert path in plan.addresses.declared
            assert f"https://ita.example.go.th{path}" in text
            named.add(path)
    made = {f"/{name.removeprefix('content/')}" for name in files if name.startswith("content/charts/")}
    assert made == named | {GONE}
    source = " ".join(ET.fromstring(files["content/charts/2566/scores/indicators.svg"]).itertext())
    assert "ที่มา: เทศบาลตำบลตัวอย่าง" in source
    assert "ข้อมูลปีงบประมาณ พ.ศ. 2566" in source
    assert "https://ita.example.go.th/2566/scores/" in source


def test_a_published_chart_stays():
    """The address of a chart that is not drawn any more says so, and is never lost."""
    plan = planned()
    assert GONE in plan.addresses.declared
    assert "ไม่มีแผนภูมินี้แล้ว" in plan.files[f"content{GONE}"].decode()


def test_the_table_is_folded_below_its_chart_with_its_data():
    """Once on the page, behind a line that opens, with the file of the data it comes from."""
    plan = planned()
    text = plan.files["content/2566/index.md"].decode()
    folded = text.partition('<details class="ps-details ps-behind">')[2].partition("</details>")[0]
    assert folded.startswith("<summary>ตารางตัวเลขและดาวน์โหลด</summary>")
    assert folded.count("<table") == 1
    assert 'href="../data/tables/scores.csv"' in folded
    assert text.count('id="t-indicators"') == 1


def test_without_the_sites_address_there_is_none_to_copy():
    """A page names only what is there: no file, no line; no address of the site, no full address."""
    results = analyse_site(load_site(MODEL).site)
    pages = plan_pages(results, ())
    text = Renderer(frozenset(), speech_of(results)).render(next(one for one in pages if one.path == "/2566/"))
    assert "/charts/" not in text
    assert "<summary>ตารางตัวเลขและดาวน์โหลด</summary>" in text

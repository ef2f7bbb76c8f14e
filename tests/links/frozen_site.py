"""A site whose answers lead to the misbehaving server, to pages and to a file of its own: built, and frozen."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import sites
from links.pdf_files import make_pdf
from links.server import Server, answer, page
from prongsai.links.network import Access
from prongsai.links.save import SAVING, Asking
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.evidence.freeze import FrozenPack, freeze_links
from prongsai.pipeline.evidence.save import Freezing
from prongsai.web import parse_network

BANGKOK = dt.timezone(dt.timedelta(hours=7))
NOON = dt.datetime(2026, 11, 21, 12, 0, 30, tzinfo=BANGKOK)
ATTACK = page(
    "แผน <script>document.title='run'</script>",
    "<h1>แผน ปีงบประมาณ 2565</h1><script>document.title='run'</script>"
    "<img src='http://127.0.0.1:9/pixel'><p onclick='x()'>รายละเอียดของแผน</p>",
)
REGISTER = """\
fiscal_year: 2565
items:
  O1:
    answer: has
    unit: clerk
    links:
      - {{url: "{base}/many/plan", title: "แผน <b>หนา</b> & อื่น ๆ"}}
      - {{page: /about/, title: เกี่ยวกับเว็บไซต์}}
  O2:
    answer: has
    unit: clerk
    links:
      - {{url: "{base}/missing", title: ข้อมูลผู้บริหาร}}
      - {{url: "{base}/many/plan", title: แผนอีกครั้ง}}
  O3:
    answer: has
    unit: clerk
    links:
      - {{url: "{base}/fine.docx", title: แบบฟอร์ม}}
      - {{url: "{base}/redirected", title: ที่ย้ายแล้ว}}
  O4:
    answer: has
    unit: clerk
    links:
      - {{file: 2565/report.pdf, title: รายงาน}}
      - {{page: "/2565/measures/#m01", title: มาตรการ}}
      - {{page: "/contact/", title: ติดต่อ}}
  O42: {{answer: has}}
  O5: {{answer: has_not}}
"""
ABOUT = (
    "---\ntitle: เกี่ยวกับ\n---\n\n# เกี่ยวกับเว็บไซต์ {{ #about }}\n\nเนื้อหา**เดิม** ของหน้า\n\n| ก | ข |\n|---|---|\n| ๑ | ๒ |\n"
)


@dataclass
class FrozenSite:
    """The site in `root`, with the server that its answers lead to."""

    root: Path
    server: Server

    @property
    def base(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.server.ports['http']}"

    def build(self) -> None:
        """Build the site into its folder."""
        built = build_folder(self.root, self.root / "site")
        assert built.done, built.problems

    def freeze(self, out: Path, *, now: dt.datetime = NOON, day: str = "") -> FrozenPack:
        """Freeze the year 2565 at a moment."""
        asking = Asking("", Access((parse_network("127.0.0.0/8"),)), replace(SAVING, apart=0))
        freezing = Freezing(self.root / "site", out, asking, lambda: now, day)
        return freeze_links(check_folder(self.root), 2565, freezing)

    def item(self, code: str) -> str:
        """The Markdown of an item's page."""
        return (self.root / "content" / "2565" / "oit" / code.lower() / "index.md").read_text("utf-8")


def make_site(root: Path, server: Server) -> FrozenSite:
    """The site, not built yet."""
    sites.copy_base(root)
    site = FrozenSite(root, server)
    (root / "data" / "2565" / "oit.yml").write_text(REGISTER.format(base=site.base), "utf-8")
    (root / "content" / "files" / "2565").mkdir(parents=True)
    (root / "content" / "files" / "2565" / "report.pdf").write_bytes(make_pdf("รายงาน ปีงบประมาณ พ.ศ. 2565"))
    (root / "content" / "about.md").write_text(ABOUT.replace("{{", "{").replace("}}", "}"), "utf-8")
    (root / "mkdocs.yml").write_bytes((sites.CASES.parents[1] / "mkdocs.yml").read_bytes())
    server.many = answer(200, ATTACK, ETag='"one"', Set_Cookie="secret=1")
    return site


def unpack(done: FrozenPack, folder: Path) -> Path:
    """The folder inside the pack, unpacked."""
    with zipfile.ZipFile(done.pack) as pack:
        pack.extractall(folder)
    return folder / done.pack.stem

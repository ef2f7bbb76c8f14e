"""Text that was packed when the site was built, as nginx and Apache send it; and text that Apache packs by itself."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import quote

import pytest

import sites
from judges.hosts import Host, run_apache, run_nginx
from prongsai.exports.redirect_rules import rule_files
from prongsai.ledger.rows import Ledger, Row
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.target.manifest import read_manifest

pytestmark = pytest.mark.judge

URL = "https://www.example.go.th/ita/"
WITH_TWINS = ("rewrite", "headers")
KINDS = {  # servers name some types in one of two ways, and nginx does not know tables
    "2564/scores/": {"text/html"},
    "2564/scores/index.html": {"text/html"},
    "assets/css/site.css": {"text/css"},
    "assets/js/first.js": {"text/javascript", "application/javascript"},
    "data/2564/scores.json": {"application/json"},
    "sitemap.xml": {"application/xml", "text/xml"},
    "files/แผน งาน.csv": {"text/csv", "text/plain"},
}
# Names that a server might read as something else, and a packed file of the agency's own.
ODD = ("files/100% ครบ.csv", "files/a%20b.csv", "files/ข้อ #1.csv", "files/ถาม?.csv")
TEXT, OWN = "ลำดับ,เรื่อง\n" * 200, gzip.compress(b"of the agency")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A small site with packed twins, and files of the agency's own."""
    return make(tmp_path_factory.mktemp("packed"), "precompressed: true\n")


def make(folder: Path, options: str) -> Path:
    """The small site with these options, built for /ita/."""
    root = sites.copy_small(folder / "source")
    chosen = root / "site_config" / "site.yml"
    chosen.write_text(chosen.read_text("utf-8") + options, "utf-8")
    (root / "content" / "files").mkdir(parents=True, exist_ok=True)
    for name in ("files/แผน งาน.csv", "files/own.csv", *ODD):
        (root / "content" / name).write_text(TEXT, "utf-8")
    (root / "content" / "files" / "own.csv.gz").write_bytes(OWN)
    built = build_folder(root, folder / "site", site_url=URL)
    assert built.done, built.problems
    return folder / "site"


@pytest.fixture(scope="module", params=["nginx", "Apache", "Apache that packs as well"])
def host(request, site):
    """A server that knows of the twins: nginx by its own setting, Apache by the site's `.htaccess`."""
    if request.param == "nginx":
        with run_nginx(site, "/ita/", more="gzip_static on; gzip_vary on;") as running:
            yield running
    else:
        more = ("filter", "deflate") if "packs" in request.param else ()
        with run_apache(site, "/ita/", (*WITH_TWINS, *more)) as running:
            yield running


@pytest.mark.parametrize("path", KINDS)
def test_a_server_sends_the_twin_to_those_who_can_read_it(host: Host, site, path):
    """Unpacked it is the file, its type is that of the file, and caches learn that there are two forms."""
    file = site / path / "index.html" if path.endswith("/") else site / path
    plain, packed = (host.get(quote(f"/ita/{path}"), accepts) for accepts in ("", "br, gzip;q=0.8"))
    assert [one.status for one in (plain, packed)] == [200, 200]
    assert [one.encoding for one in (plain, packed)] == ["", "gzip"]
    assert plain.text == packed.text == file.read_text("utf-8")
    assert packed.sent == file.with_name(f"{file.name}.gz").stat().st_size < plain.sent
    assert plain.kind == packed.kind
    assert packed.kind.partition(";")[0] in KINDS[path]
    assert [one.varies for one in (plain, packed)] == ["Accept-Encoding"] * 2


def test_whoever_refuses_gzip_gets_the_file(host: Host):
    """Also by a quality of nought, and where another encoding is all that is asked for."""
    for refusal in ("gzip;q=0", "gzip; q=0.0, br", "br", "identity"):
        answer = host.get("/ita/2564/scores/", refusal)
        assert (answer.status, answer.encoding) == (200, ""), refusal
        assert "</html>" in answer.text


def test_the_page_for_what_is_missing_is_readable(host: Host, site):
    """An address that is not there answers 404 with our page, whether or not a browser reads gzip."""
    for accepts in ("", "gzip"):
        answer = host.get("/ita/not/here/", accepts)
        assert (answer.status, answer.text) == (404, (site / "404.html").read_text("utf-8"))


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_served_as_ever(host: Host, name):
    """A percent sign, a hash or a question mark in the name of a file means nothing, packed or not."""
    for accepts in ("", "gzip"):
        answer = host.get(quote(f"/ita/{name}"), accepts)
        assert (answer.status, answer.text) == (200, TEXT)


def test_a_packed_file_of_the_agency_stays_what_it_is(host: Host, site):
    """It is not written over, and who asks for it by its name gets the packed file itself."""
    assert (site / "files" / "own.csv.gz").read_bytes() == OWN
    answer = host.get("/ita/files/own.csv.gz", "gzip")
    assert (answer.status, answer.encoding, answer.sent) == (200, "", len(OWN))


def test_apache_packs_what_has_no_twin(tmp_path):
    """With mod_deflate, in a site that has rules for moved addresses, text is packed and pictures are not."""
    site = make(tmp_path, "")
    assert not [name for name in read_manifest(site).files if name.endswith(".gz") and "own" not in name]
    rules = rule_files(Ledger((Row("/a/", "2569-11-21", "redirect", "/b/", "2569-11-21"),)), "/ita/")
    (site / ".htaccess").write_bytes(rules[".htaccess"])
    with run_apache(site, "/ita/", ("filter", "deflate")) as host:
        found = {name: host.get(f"/ita/{name}", "gzip").encoding for name in ("", "assets/css/site.css", "sitemap.xml")}
        fonts = host.get("/ita/assets/fonts/sarabun-thai-400.woff2", "gzip").encoding
    assert (found, fonts) == ({"": "gzip", "assets/css/site.css": "gzip", "sitemap.xml": "gzip"}, "")
    with run_apache(site, "/ita/") as host:
        assert host.get("/ita/", "gzip").encoding == ""

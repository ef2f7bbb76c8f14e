"""The finished site names its own website and those that the agency named, and no other."""

from __future__ import annotations

import gzip

import pytest

import sites
from prongsai.engines.mkdocs.engine import MkDocs
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.checks.hosts import NAMED, check_hosts
from prongsai.pipeline.checks.output import read_output

OWN = frozenset({"ita.example.go.th"})
PREVIEW = "http://127.0.0.1:8128/"
PLANTED = {
    "index.html": f'<link rel="canonical" href="{PREVIEW}2566/">',
    "a/index.html": f'<meta property="og:url" content="{PREVIEW}">',
    "b/index.html": '<a href="//127.0.0.1:8128/x">x</a>',
    "c/index.html": '<a href="mailto:x@example.go.th?body=http%3A%2F%2F127.0.0.1%3A8128%2F2566%2F">x</a>',
    "d/index.html": '<script type="application/ld+json">{"url": "HTTP://127.0.0.1:8128/"}</script>',
    "feed.xml": f"<feed><id>{PREVIEW}feed.xml</id></feed>",
    "feed.json": '{"home_page_url": "http://127.0.0.1:8128/"}',
    "robots.txt": f"Sitemap: {PREVIEW}sitemap.xml\n",
    "data/scores.csv": f"url\r\n{PREVIEW}2566/\r\n",
    "data/x.svg": f'<svg><a href="{PREVIEW}"/></svg>',
    "_redirects": f"/a/ {PREVIEW}b/ 301\n",
    ".htaccess": f'Redirect 301 "/a/" "{PREVIEW}b/"\n',
}


def hosts_found(site, root, own=OWN) -> set[tuple[str, str]]:
    """In which files which hosts are found."""
    found = check_hosts(read_output(site), root, own, "ita.example.go.th")
    return {(one.where.file.removeprefix("site/"), one.values["host"]) for one in found}


def write(folder, files):
    """Write text files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_address_of_a_preview_is_found_wherever_it_stands(tmp_path):
    """In heads, feeds, data, letters and rules for hosts, and in a packed file; a preview itself may name it."""
    root, site = sites.copy_base(tmp_path / "root"), write(tmp_path / "site", PLANTED)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(f"<loc>{PREVIEW}</loc>".encode()))
    assert hosts_found(site, root) == {(name, "127.0.0.1:8128") for name in {*PLANTED, "sitemap.xml.gz"}}
    assert hosts_found(site, root, OWN | {"127.0.0.1:8128"}) == set()


@pytest.mark.parametrize(
    "host",
    ["localhost:8000", "[::1]:8000", "192.168.1.5", "www.example.com", "ita.example.go.th:8443", "xita.example.go.th"],
)
def test_any_other_host_is_found(tmp_path, host):
    """Also another port, and a name that only ends like the own one."""
    root, site = sites.copy_base(tmp_path / "root"), write(tmp_path / "site", {"x.json": f'["https://{host}/x"]'})
    assert hosts_found(site, root) == {("x.json", host)}


def test_what_the_agency_wrote_is_its_own_word(tmp_path):
    """In data, options, own pages, attachments or mkdocs.yml; in Thai letters, cut, or glued to a text."""
    root = sites.copy_base(tmp_path / "root")
    write(
        root,
        {
            "data/x.yml": "a: https://data.example.com/x\nb: '\\x65\\u002e\\U00000063o'",
            "content/x.md": "ดูWWW.page.example.com",
            "mkdocs.yml": "r: r.example",
        },
    )
    write(root, {"content/files/x.csv": "https://ไทย.example/", "site_config/x.yml": "a: http://10.1.2.3:81/"})
    texts = (
        "https://data.example.com/y ftp://www.page.example.com/ https://r.example/ https://xn--o3cw4h.example/ "
        "https://e.co/ http://10.1.2.3:81/ https://data.exa… https://data.example.comเป็น http://x@data.example.com/"
    )
    site = write(tmp_path / "site", {"index.html": texts})
    assert hosts_found(site, root) == set()
    assert hosts_found(site, sites.copy_base(tmp_path / "other")) != set()


def test_what_was_published_once_may_be_said_again_but_no_preview(tmp_path):
    """The snapshots of publications count, since what changed is shown; an address of this machine in them does not."""
    root = sites.copy_base(tmp_path / "root")
    write(root, {"site_config/published/2569-01-01.json": '["https://old.example.com/", "http://127.0.0.1:8128/"]'})
    site = write(tmp_path / "site", {"x.html": "https://old.example.com/", "y.html": PREVIEW})
    assert hosts_found(site, root) == {("y.html", "127.0.0.1:8128")}


def test_what_is_no_address_is_none(tmp_path):
    """Paths, comments and signs in texts."""
    texts = "a//b /* x */ // y\nhttps:// http://… 1 // 2 'https://' = //\n"
    assert hosts_found(write(tmp_path / "site", {"x.txt": texts}), sites.copy_base(tmp_path / "root")) == set()


def test_bytes_that_are_packed_name_no_host(tmp_path):
    """Packed files hold any bytes, also by chance those before a host; their text is looked at where it is plain."""
    write(tmp_path, {"site/x": ""})
    for name in ("search/index.bin", "x.woff2"):
        (tmp_path / "site" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_bytes(b'\x8b"//\xffe\xfe"')
    assert hosts_found(tmp_path / "site", tmp_path) == set()


def test_every_name_on_the_list_has_its_reason(root):
    """And a site without anything of its own is built with the list as it is."""
    assert all(reason for reason in NAMED.values())
    assert build_folder(root, root / "site").done
    written = b"".join(path.read_bytes() for path in (root / "site").rglob("*.*"))
    assert b"www.w3.org" in written


class Confused(MkDocs):
    """Something gives the engine another address while it runs."""

    def make(self, root, order):
        """As ever, but from other settings."""
        base = root / self.settings.base
        base.write_text(base.read_text("utf-8").replace("https://ita.example.go.th/", PREVIEW), "utf-8")
        return super().make(root, order)


def test_a_finished_site_with_the_wrong_address_takes_no_place(built):
    """The build ends with the name of each file that holds another address than the site's."""
    (built / "content/new.md").write_text("# ใหม่\n", "utf-8")
    result = build_folder(built, built / "site", engine=Confused())
    assert not result.done
    files = {one.where.file for one in result.problems if one.code == "foreign-host"}
    assert {"site/index.html", "site/new/index.html"} <= files
    assert PREVIEW not in (built / "site/index.html").read_text("utf-8")

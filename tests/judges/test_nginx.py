"""A site below a path of a real nginx, as a municipality's host serves it beside its own CMS."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from prongsai.pipeline.build import build_folder

pytestmark = pytest.mark.judge
ROOT = Path(__file__).resolve().parents[2]
CONFIG = """
{user}daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types; client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location /ita/ {{ alias {folder}/site/; error_page 404 /ita/404.html; }}
  }}
}}
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode("utf-8", errors="replace")
    except urllib.error.HTTPError as failure:
        return failure.code, failure.read().decode("utf-8", errors="replace")


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The repository's own site, built for /ita/ and served there by nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    for name in ("data", "site_config"):
        shutil.copytree(ROOT / name, folder / "source" / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "source" / "mkdocs.yml")
    (folder / "source" / "content").mkdir()
    built = build_folder(folder / "source", folder / "site", site_url="https://www.example.go.th/ita/")
    assert built.done, built.problems
    port = _free_port()
    user = "user root; " if os.geteuid() == 0 else ""  # its workers read the folder of the tests
    (folder / "nginx.conf").write_text(CONFIG.format(folder=folder, port=port, user=user), encoding="utf-8")
    server = subprocess.Popen(
        [shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    )
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}/ita/"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.mark.parametrize("path", ["", "2564/scores/", "2565/measures/m11/", "2564/oit/o42/", "data/2564/scores.json"])
def test_nginx_serves_every_kind_of_page_below_a_path(address, path):
    """A page, a measure, an item and the data answer 200 below /ita/."""
    status, text = _get(address + path)
    assert status == 200
    assert text.strip()


def test_nginx_answers_a_missing_page_with_our_own(address):
    """A missing page deep below /ita/ answers 404 with our page, whose addresses lead back below /ita/."""
    status, text = _get(address + "2564/nope/x/")
    assert status == 404
    assert 'lang="th"' in text
    assert 'href="/ita/' in text

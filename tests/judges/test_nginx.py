"""A site below a path of a real nginx, as a municipality's host serves it next to its own CMS."""

from __future__ import annotations

import pytest

import sites
from judges.hosts import run_nginx
from prongsai.pipeline.build import build_folder

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    """The repository's own site, built for /ita/ and served there by nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    sites.copy_own(folder / "source")
    built = build_folder(folder / "source", folder / "site", site_url="https://www.example.go.th/ita/")
    assert built.done, built.problems
    with run_nginx(folder / "site", "/ita/") as host:
        yield host


@pytest.mark.parametrize("path", ["", "2564/scores/", "2565/measures/m11/", "2564/oit/o42/", "data/2564/scores.json"])
def test_nginx_serves_every_kind_of_page_below_a_path(host, path):
    """A page, a measure, an item and the data answer 200 below /ita/."""
    answer = host.get(f"/ita/{path}")
    assert answer.status == 200
    assert answer.text.strip()


def test_nginx_answers_a_missing_page_with_our_own(host):
    """A missing page deep below /ita/ answers 404 with our page, whose addresses lead back below /ita/."""
    answer = host.get("/ita/2564/nope/x/")
    assert answer.status == 404
    assert 'lang="th"' in answer.text
    assert 'href="/ita/' in answer.text

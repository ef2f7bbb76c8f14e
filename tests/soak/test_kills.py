"""A publication file by file, killed at any moment while somebody follows every link, never shows a dead one."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest

from prongsai.pipeline.target.manifest import MANIFEST

PUT = """
import shutil, sys
from pathlib import Path
from prongsai.pipeline.target.replace_tree import recover, replace_tree
made, target, aside = map(Path, sys.argv[1:])
new = target.with_name("new")
shutil.rmtree(new, ignore_errors=True)
shutil.copytree(made, new)  # as the engine makes it again after a kill
print("ready", flush=True)
recover(target, aside)
assert not replace_tree(new, target, aside).is_new
"""
_LINK = re.compile(r'(?:href|src)="([^"]+)"')


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Says nothing."""


class Reader(threading.Thread):
    """Somebody who follows every link of every page, again and again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.start_page = f"http://127.0.0.1:{self.server.server_port}/"
        self.missing: list[str] = []
        self.read = 0
        self.stopped = False

    def run(self) -> None:
        while not self.stopped:
            self.follow()

    def follow(self) -> None:
        """Read the site once, as far as its links lead."""
        waiting, seen = [(self.start_page, "")], {self.start_page}
        while waiting and not self.stopped:
            address, source = waiting.pop()
            for found in self.links_of(address, source):
                if found not in seen:
                    seen.add(found)
                    waiting.append((found, address))

    def links_of(self, address: str, source: str) -> list[str]:
        """The links of a page to the same site."""
        try:
            with urlopen(address, timeout=20) as answer:
                is_page = answer.headers.get_content_type() == "text/html"
                text = answer.read().decode("utf-8", "replace") if is_page else ""
        except HTTPError as failure:
            self.missing.append(f"{failure.code} {address} from {source}")
            return []
        self.read += 1
        whole = (urljoin(address, link.partition("#")[0]) for link in _LINK.findall(text))
        return [one for one in whole if urlsplit(one).netloc == urlsplit(self.start_page).netloc]

    def end(self) -> None:
        self.stopped = True
        self.join(timeout=60)
        self.server.shutdown()
        self.server.server_close()


def make_versions(folder: Path, pages: int, count: int) -> list[Path]:
    """Sites that grow: each has a new page and picture to which every page leads, so that every page changes."""
    made = []
    for version in range(count):
        place = folder / str(version)
        news = [f"new-{number}" for number in range(version)]
        links = "".join(f'<a href="/{name}/">{name}</a><img src="/images/{name}.png">' for name in news)
        names = ["", *(f"page-{number}/" for number in range(pages)), *(f"{name}/" for name in news)]
        all_pages = "".join(f'<a href="/{name}">{name}</a>' for name in names)
        for name in names:
            (place / name).mkdir(parents=True, exist_ok=True)
            (place / name / "index.html").write_text(f"<p>version {version}</p>{links}{all_pages}", "utf-8")
        (place / "images").mkdir()
        for name in news:
            (place / "images" / f"{name}.png").write_bytes(b"png")
        for number in range(pages):
            (place / f"same-{number}.csv").write_text("same", "utf-8")
        made.append(place)
    return made


def publish_and_kill(target: Path, versions: list[Path], kills: int, chance: random.Random) -> tuple[int, int]:
    """Publish one version after the other, killed at any moment up to so many times; kills and finished runs."""
    killed = finished = 0
    aside = target.with_name("aside")
    last = 0.3
    for place in versions:
        while True:
            words = [sys.executable, "-c", PUT, str(place), str(target), str(aside)]
            run = subprocess.Popen(words, stdout=subprocess.PIPE)
            assert run.stdout is not None
            run.stdout.readline()
            began = time.monotonic()
            if killed < kills and chance.random() < 0.9:
                time.sleep(chance.uniform(0, last))
                run.kill()
            status = run.wait(timeout=60)
            run.stdout.close()
            if status == 0:
                last = min(1.0, max(0.05, time.monotonic() - began))
                finished += 1
                break
            assert status == -9
            killed += 1
    return killed, finished


def run(tmp_path: Path, *, pages: int, count: int, kills: int) -> str:
    """Publish while somebody reads; what happened in a sentence."""
    target = tmp_path / "www"
    target.mkdir()
    (target / "theirs.html").write_text("theirs", "utf-8")
    versions = make_versions(tmp_path / "versions", pages, count)
    from prongsai.pipeline.target.replace_tree import Permission, replace_tree

    first = shutil.copytree(versions[0], tmp_path / "new")
    replace_tree(first, target, tmp_path / "aside", Permission(adopt=True))
    reader = Reader(target)
    reader.start()
    try:
        killed, finished = publish_and_kill(target, versions[1:], kills, random.Random(2570))
    finally:
        reader.end()
    reader.stopped = False
    assert reader.missing == []
    assert (target / "theirs.html").read_text("utf-8") == "theirs"
    shown = {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    wanted = versions[-1]
    last = {path.relative_to(wanted).as_posix(): path.read_bytes() for path in wanted.rglob("*") if path.is_file()}
    assert {name: data for name, data in shown.items() if name != MANIFEST} == last | {"theirs.html": b"theirs"}
    assert killed >= min(kills, 1 + kills // 4)  # how many of them come too late is chance
    return (
        f"{killed} kills, {finished} finished publications, {reader.read} addresses read, {len(reader.missing)} x 404"
    )


def test_a_killed_publication_never_shows_a_dead_link(tmp_path):
    """The short form: some kills of a small site."""
    print(run(tmp_path, pages=20, count=5, kills=6))


@pytest.mark.soak
def test_sixty_kills_never_show_a_dead_link(tmp_path):
    """At any moment of a publication of hundreds of files."""
    print(run(tmp_path, pages=150, count=25, kills=60))


@pytest.mark.soak
def test_killed_publications_by_the_command_lose_nothing(tmp_path):
    """The whole command, killed at any moment: ledger, record and site are whole after the next run."""
    import sites
    from prongsai.ledger.load_ledger import load_ledger

    repository = Path(__file__).resolve().parents[2]
    root = sites.lay_over(sites.CASES / "published", sites.copy_base(tmp_path / "root"))
    shutil.copy(repository / "mkdocs.yml", root / "mkdocs.yml")
    place, chance, killed = tmp_path / "public", random.Random(2570), 0
    words = [sys.executable, "-m", "prongsai", "publish", "-C", str(root), "--to", str(place), "--date", "2569-11-28"]
    subprocess.run(words, check=True, capture_output=True)
    (place / "theirs.html").write_text("theirs", "utf-8")
    scores = root / "data/2564/scores.yml"
    text = scores.read_text("utf-8")
    for number in range(20):
        scores.write_text(text.replace("85.10", f"85.{11 + number}"), "utf-8")
        began = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 5))
        began.kill()
        killed += began.wait() == -9
        subprocess.run(words, check=True, capture_output=True)
        assert f"85.{11 + number}" in (place / "data/tables/scores.csv").read_text("utf-8")
        assert (place / "theirs.html").is_file()
        assert not load_ledger(root).problems
    print(f"{killed} of 20 publications killed, each finished by the next run")

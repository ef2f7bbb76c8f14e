"""Work shared out among processes gives what one process would, and a process that fails costs nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest

import sites
from prongsai.engines import workers
from prongsai.engines.workers import Alongside, share_out

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one process")


@pytest.fixture
def shared(monkeypatch):
    """Three processes for any work of three pieces."""
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr(workers, "_cores", lambda: 3)


@needs_fork
@pytest.mark.usefixtures("shared")
def test_results_come_in_the_order_of_the_work():
    """Each is made once, in three processes."""
    made = share_out(range(10), lambda number: (number * 2, os.getpid()))
    assert [double for double, _ in made] == list(range(0, 20, 2))
    assert len({process for _, process in made}) == 3


@needs_fork
@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("failure", ["raises", "dies", "warns", "hangs nothing"])
def test_what_a_process_fails_at_is_done_again_by_the_first(failure):
    """An error, an end in the middle or a warning in another process is no result; the first one does it itself."""
    here = os.getpid()
    warned: list[int] = []

    def do(number):
        if os.getpid() != here and number == 1:
            if failure == "raises":
                raise ValueError(number)
            if failure == "dies":
                os._exit(1)
            if failure == "warns":
                warned.append(number)
        return number, os.getpid()

    made = share_out(range(9), do, lambda: not warned)
    assert [number for number, _ in made] == list(range(9))
    assert (made[1][1] == here) == (failure != "hangs nothing")


@needs_fork
@pytest.mark.usefixtures("shared")
def test_where_no_process_can_be_started_one_does_everything(monkeypatch):
    """A system allows so many processes and no more."""

    def refuse():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert share_out(range(9), lambda number: number) == list(range(9))


@needs_fork
@pytest.mark.usefixtures("shared")
def test_an_error_of_the_first_process_ends_the_others():
    """Whoever stops a build stops all of it."""

    def do(number):
        if number == 0:
            raise KeyboardInterrupt
        threading.Event().wait(60)

    with pytest.raises(KeyboardInterrupt):
        share_out(range(3), do)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("shared")
def test_next_to_a_thread_everything_is_done_by_one_process():
    """A copy of a process has none of its threads, and may wait for one for ever."""
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert {*share_out(range(9), lambda _: os.getpid())} == {os.getpid()}
    finally:
        over.set()
        thread.join()


@needs_fork
@pytest.mark.usefixtures("shared")
def test_whoever_is_free_takes_the_next_piece():
    """While one process is at a long piece, the others do the rest of them."""
    here = os.getpid()

    def do(number):
        threading.Event().wait(0.3 if number == 0 else 0.01)
        return number, os.getpid()

    made = share_out(range(9), do)
    assert [number for number, _ in made] == list(range(9))
    assert sum(process == here for _, process in made) < 4


@needs_fork
@pytest.mark.usefixtures("shared")
def test_more_pieces_than_tickets_are_all_done():
    """A ticket is for several pieces then."""
    assert share_out(range(4999), lambda number: -number) == [-number for number in range(4999)]


def test_little_work_is_not_shared():
    """Starting a process takes longer than a few pages."""
    assert {*share_out(range(workers.FEWEST), lambda _: os.getpid())} == {os.getpid()}


BUILD = """
import os, sys
from pathlib import Path
from prongsai.engines import workers
from prongsai.engines.mkdocs import make_pages
from prongsai.pipeline.build import build_folder
workers.FEWEST = int(sys.argv[3])
workers._cores = lambda: 3
here, make = os.getpid(), make_pages._make
def fail(session, pages, read, file):
    return make(session, pages, read, file) if os.getpid() == here else os._exit(3)
if sys.argv[4] == "fails":
    make_pages._make = fail
built = build_folder(Path(sys.argv[1]), Path(sys.argv[2]), cached=False)
assert built.done, built.problems
"""


def build(root, site, fewest, kind):
    """Build in its own process, since forking needs one without other threads."""
    words = [sys.executable, "-c", BUILD, str(root), str(site), str(fewest), kind]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return sites.snapshot(site)


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The site as one process builds it, and the folder it is built from."""
    root = sites.copy_base(tmp_path_factory.mktemp("alone"))
    config = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root, build(root, root / "site", 10**6, "works")


@needs_fork
@pytest.mark.parametrize("kind", ["works", "fails"])
def test_processes_change_no_byte(alone, kind):
    """The site is the same to the byte, whether three processes make its pages or two of them die."""
    root, pages = alone
    assert len(pages) > 50
    assert build(root, root / f"site-{kind}", 1, kind) == pages


@needs_fork
@pytest.mark.usefixtures("shared")
def test_work_alongside_is_done_by_another_process():
    """The result is made by another process."""
    process, made = Alongside(lambda: (os.getpid(), "made")).result()
    assert (process != os.getpid(), made) == (True, "made")


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("alone", [True, False])
def test_work_alongside_that_fails_is_done_here(alone, monkeypatch):
    """An error is met by this process, also where no other may be started or the other one has ended."""
    monkeypatch.setattr(workers, "_may_fork", lambda: not alone and hasattr(os, "fork"))
    here = os.getpid()

    def fail() -> int:
        if os.getpid() != here:
            os._exit(3)
        raise KeyError("of this process")

    with pytest.raises(KeyError, match="of this process"):
        Alongside(fail).result()


@needs_fork
@pytest.mark.usefixtures("shared")
def test_work_alongside_that_nobody_waits_for_ends():
    """A process whose result nobody asks for is gone with the object that started it."""
    alongside = Alongside(lambda: time.sleep(60))
    worker = alongside._worker
    assert worker is not None
    del alongside
    with pytest.raises(ProcessLookupError):
        os.kill(worker.process, 0)

"""A build in a process of its own: its result comes back, and it ends when it is out of date."""

from __future__ import annotations

import os
import signal
import time

import pytest

from prongsai.pipeline.preview.build_apart import PLACING, RIGHT, BrokenOffError, BuildApart
from prongsai.pipeline.preview.serve_apart import CAN_FORK

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="all is done in one process there")


@pytest.fixture
def apart():
    """A place for one process, which is empty in the end."""
    made = BuildApart(lambda: None)
    yield made
    made.stop()
    assert not made.is_running


def wait(is_so):
    """Wait until something is so."""
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def result_of(apart):
    """The result, as soon as there is one."""
    found = []
    wait(lambda: found.append(apart.take()) or found[-1] is not None)
    return found[-1]


def test_the_result_and_all_that_was_told_on_the_way_come_back(apart):
    """Its progress can be asked for meanwhile; all that it has of the caller is let go first."""
    apart.leave = lambda: os.environ.update(LEFT="yes")
    apart.start(lambda tell: (tell(RIGHT), tell(PLACING), os.environ["LEFT"]))
    wait(lambda: apart.said == RIGHT + PLACING)
    assert result_of(apart) == (None, None, "yes")
    assert (apart.take(), apart.said, "LEFT" in os.environ) == (None, b"", False)


def test_what_is_out_of_date_ends_with_all_its_processes(apart, tmp_path):
    """None of them writes a line when the next one has begun."""

    def write_on(_tell):
        os.fork()
        while True:
            with (tmp_path / "lines").open("a") as lines:
                lines.write("x")
            time.sleep(0.005)

    apart.start(write_on)
    wait((tmp_path / "lines").exists)
    apart.stop()
    size = (tmp_path / "lines").stat().st_size
    time.sleep(0.1)
    assert (tmp_path / "lines").stat().st_size == size


def test_who_puts_files_in_their_place_is_waited_for(apart, tmp_path):
    """Nothing is left half done."""

    def place(tell):
        tell(PLACING)
        time.sleep(0.2)
        (tmp_path / "placed").touch()

    apart.start(place)
    wait(lambda: PLACING in apart.said)
    apart.stop()
    assert (tmp_path / "placed").exists()


def test_a_process_that_the_system_ends_is_told(apart):
    """As one is that takes too much memory; the next one begins as ever."""
    apart.start(lambda _tell: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(BrokenOffError):
        result_of(apart)
    apart.start(lambda _tell: "done")
    assert result_of(apart) == "done"

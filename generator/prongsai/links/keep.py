"""Keeps the memory of links on disk, and the journal of a run that is not finished."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from prongsai.disk.read import explain_unread, read_inside
from prongsai.disk.spreadsheet import is_workbook
from prongsai.links.links_csv import read_links, write_links
from prongsai.links.memory import LinkHistory, Memory, remember_one
from prongsai.links.seen import State, Verdict
from prongsai.problems import Problem, Where, problem

LINKS = "site_config/links.csv"
JOURNAL = ".prongsai/links-journal.jsonl"


def load_memory(root: Path) -> tuple[Memory, list[Problem]]:
    """The memory of the site in `root`, empty where there is none yet."""
    try:
        data = read_inside(root, LINKS)
        if is_workbook(data):
            return Memory(), [problem("links-resaved", Where(LINKS), found=".xlsx")]
        return read_links(data.decode("utf-8"), LINKS)
    except FileNotFoundError:
        return Memory(), []
    except OSError as failure:
        return Memory(), [explain_unread(failure, LINKS)]
    except UnicodeDecodeError:
        return Memory(), [problem("links-encoding", Where(LINKS))]
    except csv.Error as failure:
        return Memory(), [problem("links-csv", Where(LINKS), found=failure)]


def write_memory(root: Path, memory: Memory) -> bool:
    """Write the memory in the place of the old one, at once; whether anything changed."""
    path, text = root / LINKS, write_links(memory).encode()
    if path.is_file() and path.read_bytes() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".csv.new")
    fresh.write_bytes(text)
    fresh.replace(path)
    return True


class Journal:
    """The results of a run, each on disk as soon as it is there; used as `with`.

    `entries` are the results of a run that was ended before its time: the day, how many checks the address has had
    with this one, and the verdict. A line that was cut off while it was written is none.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / JOURNAL
        self.entries: list[tuple[str, int, Verdict]] = []

    def __enter__(self) -> Self:
        self.entries = list(self._read())
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._sink = self._path.open("ab")
        if self._sink.tell():
            self._sink.write(b"\n")  # ends what may have been cut off
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sink.close()

    def append(self, day: str, checks: int, verdict: Verdict) -> None:
        """Write one result so that the end of this process cannot lose it."""
        entry = {"day": day, "checks": checks, "url": verdict.url, "state": verdict.state.value}
        entry |= {"values": dict(verdict.values), "years": list(verdict.years)}
        entry |= {"etag": verdict.etag, "sha256": verdict.sha256}
        self._sink.write(json.dumps(entry, ensure_ascii=False).encode() + b"\n")
        self._sink.flush()

    def remove(self) -> None:
        """Take the journal away, once its results are in the memory."""
        self._sink.close()
        self._path.unlink(missing_ok=True)

    def _read(self) -> Iterator[tuple[str, int, Verdict]]:
        lines = self._path.read_bytes().split(b"\n") if self._path.is_file() else []
        for line in lines:
            try:
                entry = json.loads(line)
                yield entry["day"], int(entry["checks"]), _verdict(entry)
            except (ValueError, KeyError, TypeError):
                continue


def _verdict(entry: dict[str, Any]) -> Verdict:
    years = tuple(int(year) for year in entry["years"])
    values = {str(name): str(value) for name, value in entry["values"].items()}
    return Verdict(str(entry["url"]), State(entry["state"]), values, years, entry["etag"], entry["sha256"])


def merge_journal(memory: Memory, entries: list[tuple[str, int, Verdict]]) -> Memory:
    """The memory with the results of a journal; results that it holds already change nothing."""
    rows: dict[str, LinkHistory] = {}
    for day, checks, verdict in entries:
        row = remember_one(rows.get(verdict.url) or memory.rows.get(verdict.url), verdict, day)
        rows[verdict.url] = replace(row, checks=checks)
    return memory.with_rows(rows.values())

"""The memory of links for machines: every key, every state, Buddhist days, the same in both forms."""

from __future__ import annotations

import csv
import io
import json

import pytest

from links.remembered import FORGOTTEN, STATES, YEAR, copy_model, memory_of, register_urls
from prongsai.exports.links_json import COLUMNS, export_links_csv, export_links_json
from prongsai.links.memory import Memory
from prongsai.links.seen import State, grade_of
from prongsai.pipeline.check import check_folder
from prongsai.views.links.listed import list_uses
from prongsai.views.links.states import word_days
from prongsai.views.speech import Speech

KEYS = ["item", "unit", "title", "url", "state", "label", "grade", "reason", "means", "advice", "since", "last_good"]
KEYS += ["checked_on", "checks", "uptime", "hops", "detail", "opened_by_hand_on", "does_not_open"]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The model agency with a window."""
    return check_folder(copy_model(tmp_path_factory.mktemp("links"))).results


@pytest.fixture(scope="module")
def urls(results):
    """The addresses of the register of the year."""
    return register_urls(results.site)


@pytest.fixture(scope="module")
def document(results, urls):
    """The data of the year with every state."""
    return json.loads(export_links_json(results, YEAR, memory_of(urls)))


def test_every_key_is_always_there(results, document):
    """Every link has the same keys, whether anything is remembered or not."""
    empty = json.loads(export_links_json(results, YEAR, Memory()))
    assert {tuple(one) for one in (*document["links"], *empty["links"])} == {tuple(KEYS)}
    assert {one["state"] for one in empty["links"]} == {"not_checked"}
    assert document["window"] == {"from": "2565-03-01", "to": "2565-04-30"}
    assert (document["fiscal_year"], document["calendar"]) == (YEAR, "buddhist")


def test_every_link_of_the_register_is_there_and_no_other(document, urls):
    """A link that no register names any more is kept in the memory, but is not shown."""
    assert {one["url"] for one in document["links"]} == set(urls)
    assert FORGOTTEN not in json.dumps(document)


def test_every_state_comes_with_its_full_reason(document):
    """Each state has code, Thai name, grade and reason."""
    found = {one["state"]: one for one in document["links"]}
    assert set(found) >= {state.value for state in STATES}
    assert all(one["grade"] == grade_of(State(one["state"])).value for one in found.values())
    assert all(one["label"] and one["reason"] and one["means"] for one in found.values())
    assert found["moved"]["hops"] == 2
    assert found["not_found"]["detail"]["status"] == "404"
    assert (found["not_found"]["since"], found["not_found"]["last_good"]) == ("2565-04-28", "2565-03-01")


def test_the_figures_of_the_window_are_those_of_the_strip(document, urls, results):
    """Machines read the same days as people do."""
    first = next(one for one in document["links"] if one["url"] == urls[0])
    days = [{"from": "2565-03-05", "to": "2565-03-06"}]
    counted = {"days": 61, "checked": 40, "good": 38, "broken": 2, "by_hand": 0, "percent": "95.00"}
    assert first["uptime"] == {**counted, "broken_days": days}
    for use, one in zip(list_uses(results, YEAR, memory_of(urls)), document["links"], strict=True):
        words, told = word_days(use.link.seen.window, Speech("arabic")), one["uptime"]
        assert words.startswith(f"ตรวจ {told['checked']} จาก {told['days']} วัน เปิดได้ {told['good']} วัน")
        assert (f"ไม่ได้ {told['broken']} วัน" in words) == bool(told["broken"])


def test_a_year_without_a_window_has_no_uptime(results, urls):
    """No days of assessment are assumed where the agency states none."""
    found = json.loads(export_links_json(results, 2566, memory_of(urls)))
    assert found["window"] is None
    assert {str(one["uptime"]) for one in found["links"]} == {"None"}


def test_the_table_says_the_same_and_spreadsheets_know_its_encoding(results, urls, document):
    """The CSV begins with a byte order mark, has a row for each link and no cell that is read as a formula."""
    text = export_links_csv(results, YEAR, memory_of(urls))
    assert text.encode().startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(text[1:], newline=""))
    assert tuple(head) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert [(row[0], row[3], row[4], row[10]) for row in rows] == [
        (one["item"], one["url"], one["state"], one["since"] or "") for one in document["links"]
    ]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_same_memory_gives_the_same_bytes(results, urls):
    """Exporting twice changes no byte."""
    memory = memory_of(urls)
    assert export_links_json(results, YEAR, memory) == export_links_json(results, YEAR, memory)
    assert export_links_csv(results, YEAR, memory) == export_links_csv(results, YEAR, memory)

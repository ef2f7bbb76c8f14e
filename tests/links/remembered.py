"""The model agency with an invented memory of its links: every state there is, and a window of days."""

from __future__ import annotations

from pathlib import Path

import sites
from prongsai.links.keep import LINKS
from prongsai.links.links_csv import write_links
from prongsai.links.memory import Memory, remember
from prongsai.links.seen import State, Verdict
from prongsai.model.oit import CheckWindow
from prongsai.model.site import Site
from prongsai.pipeline.evidence.check_links import find_links

MODEL = Path(__file__).resolve().parents[2] / "examples" / "model"
YEAR = 2565
WINDOW = CheckWindow.model_validate({"from": "1 มีนาคม 2565", "to": "30 เมษายน 2565"})
WINDOW_LINE = "check_window: {from: 1 มีนาคม 2565, to: 30 เมษายน 2565}\n"
STATES = tuple(state for state in State if state is not State.NOT_CHECKED)
FORGOTTEN = "https://www.example.go.th/no-register-names-this-any-more"
_VALUES = {"status": "404", "final": "https://www.example.go.th/somewhere-else", "years": "2563", "due": "2565"}


def register_urls(site: Site) -> tuple[str, ...]:
    """The addresses that the register of the year names; reports and attachments name others."""
    return tuple(link.url for link in find_links(site, YEAR) if any(use.is_of_item for use in link.uses))


def verdict(url: str, state: State, **values: str) -> Verdict:
    """The result of a check, with values for every sentence."""
    return Verdict(url, state, {**_VALUES, "hops": "2" if state in {State.MOVED, State.REDIRECTED} else "", **values})


def month_of(url: str, *, broken: tuple[int, ...] = (5, 6), checked: int = 40) -> Memory:
    """A link checked on the first so many days of March and April 2565 that was broken on some days of March."""
    memory = Memory()
    for number in range(1, checked + 1):
        month, day = (3, number) if number <= 31 else (4, number - 31)
        state = State.TIMEOUT if month == 3 and day in broken else State.FINE
        memory = remember(memory, [verdict(url, state)], f"2565-{month:02}-{day:02}")
    return memory


def memory_of(urls: tuple[str, ...]) -> Memory:
    """A memory in which the first link was broken for two days and every other shows another state, one by one."""
    memory = month_of(urls[0])
    for place, url in enumerate(urls[1:]):
        memory = remember(memory, [verdict(url, State.FINE)], "2565-03-01")
        memory = remember(memory, [verdict(url, STATES[place % len(STATES)])], "2565-04-28")
    return remember(memory, [verdict(FORGOTTEN, State.NOT_FOUND)], "2565-04-28")


def copy_model(folder: Path, urls: tuple[str, ...] = ()) -> Path:
    """A copy of the model agency that states its window for 2565 and remembers these links."""
    root = sites.copy_site(MODEL, folder / "model")
    register = root / "data" / str(YEAR) / "oit.yml"
    text = register.read_text("utf-8")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("check_window:")]
    place = next(n for n, line in enumerate(kept) if line.startswith("items:"))
    register.write_text("".join([*kept[:place], WINDOW_LINE, *kept[place:]]), "utf-8")
    if urls:
        (root / LINKS).write_text(write_links(memory_of(urls)), "utf-8")
    return root

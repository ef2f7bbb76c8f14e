"""Draw the pictures by which links are shown elsewhere: only those anew that say or look something else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from prongsai import paths
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.content.write_files import write_file
from prongsai.problems import Problem, Where, problem
from prongsai.views.share_cards import ShareCard

KEPT = ".prongsai/share"
_SPARE = 60  # pictures of earlier runs that are kept beside those of this one, for who goes back and forth


@dataclass(frozen=True)
class Drawn:
    """The pictures of a site by their files below its folder, and why none could be drawn.

    `kept` are all of them by the names under which they are kept for the next time.
    """

    files: Mapping[str, bytes]
    kept: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def make_pictures(root: Path, cards: Iterable[ShareCard], notice: str) -> Drawn:
    """All pictures; those drawn before are taken from below `root`. No Thai is drawn whose marks would stand wrong."""
    wanted = {f"{CONTENT}{card.path}": (f"{_key(card, notice)}.png", card) for card in cards}
    cards_by_name = dict(wanted.values())
    kept = {name: (root / KEPT / name).read_bytes() for name in cards_by_name if (root / KEPT / name).is_file()}
    missing = cards_by_name.keys() - kept.keys()
    if missing and not _can_draw():
        return Drawn({}, problems=(problem("pictures-not-drawn", Where("site_config/site.yml")),))
    kept |= {name: _draw(cards_by_name[name], notice) for name in missing}
    return Drawn({file: kept[name] for file, (name, _) in wanted.items()}, kept)


def remember_pictures(root: Path, drawn: Drawn) -> None:
    """Keep new pictures for the next time, and forget the oldest that are of no use any more."""
    folder = root / KEPT
    for name, data in drawn.kept.items():
        if not (folder / name).is_file():
            write_file(folder / name, data)
    unused = sorted(set(folder.glob("*.png")) - {folder / name for name in drawn.kept}, key=_age)
    for path in unused[: max(0, len(unused) - max(_SPARE, len(drawn.kept)))]:
        path.unlink(missing_ok=True)


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


def _can_draw() -> bool:
    from prongsai.sharing.faces import can_shape

    return can_shape()


def _draw(card: ShareCard, notice: str) -> bytes:
    from prongsai.sharing.draw import draw_card

    return draw_card(card, notice)


def _key(card: ShareCard, notice: str) -> str:
    """A fingerprint of all that a picture says and of what draws it."""
    said = replace(card, page="", path="")
    return hashlib.blake2b(f"{_program()}\0{said!r}\0{notice}".encode(), digest_size=20).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    """A fingerprint of what draws: modules, fonts and versions."""
    whole = hashlib.blake2b(version("pillow").encode(), digest_size=20)
    package = Path(paths.__file__).parent
    fonts = paths.theme_folder() / "assets" / "fonts"
    modules = [*(package / "sharing").glob("*.py"), package / "thai" / "line_breaks.py"]
    for path in sorted([*modules, *fonts.glob("*.woff2")]):
        whole.update(path.name.encode() + hashlib.blake2b(path.read_bytes(), digest_size=20).digest())
    return whole.hexdigest()

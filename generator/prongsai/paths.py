"""Places where the package keeps what it ships: theme, templates, editions, sentences, manual, model agency, words."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
EDITIONS = _PACKAGE / "editions"
TEMPLATES = _PACKAGE / "pages" / "templates"
PAPER_TEMPLATES = _PACKAGE / "paper" / "templates"
PAPER_FONTS = _PACKAGE / "paper" / "faces"
WORDING = _PACKAGE / "wording"
STARTER = _PACKAGE / "starter"
BANK = _PACKAGE / "drafts" / "bank.yml"
EVERYDAY = _PACKAGE / "exports" / "everyday.yml"


def theme_folder() -> Path:
    """The theme: inside the installed wheel, or at the top of a checkout."""
    return _shipped("theme")


def manual_folder() -> Path:
    """The manual for those who run a site: inside the installed wheel, or in a checkout."""
    return _shipped("docs")


def example_folder() -> Path:
    """The invented model agency: inside the installed wheel, or in a checkout."""
    return _shipped("examples/model")


def _shipped(name: str) -> Path:
    """A folder that the build copies into the wheel, so that the repository keeps it once."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name

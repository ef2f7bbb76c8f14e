"""Places where the package keeps what it ships: theme, templates, editions, sentences, and the bank of measures."""

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


def theme_folder() -> Path:
    """The theme: inside the installed wheel, or at the top of a checkout."""
    installed = _PACKAGE / "theme"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "theme"

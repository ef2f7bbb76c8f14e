"""Print the reference of all keys of the data files as Markdown; with --write, put it into docs/keys.md."""

from __future__ import annotations

import sys
from pathlib import Path

from prongsai.forms.reference import write_reference
from prongsai.manual.fields import data_files

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"


def page() -> str:
    """The whole page."""
    return write_reference(data_files())


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), "utf-8")
    else:
        print(page(), end="")

"""Print the reference of all keys of the data files as Markdown; with --write, put it into docs/keys.md."""

from __future__ import annotations

import sys
from pathlib import Path

from prongsai.forms.reference import write_reference
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.edition import Edition

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"


def page() -> str:
    """The whole page."""
    years = {f"data/{{ปี}}/{name}": record for name, (_, record) in YEAR_FILES.items()}
    config = {f"site_config/{name}": record for name, record in CONFIG_RECORDS.items()}
    return write_reference({**config, **years, "site_config/editions/{ปี}.yml": Edition})


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), "utf-8")
    else:
        print(page(), end="")

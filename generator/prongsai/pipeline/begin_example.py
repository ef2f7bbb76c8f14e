"""The model agency as a site of one's own: a copy to look at, to change and to build, invented and marked as such."""

from __future__ import annotations

from pathlib import Path

from prongsai import paths
from prongsai.engines.shipped import ENGINE
from prongsai.forms.file_head import SCHEMAS
from prongsai.pipeline.begin import hold_unused, write_schemas
from prongsai.pipeline.content.write_files import write_file

# Without the ledger and the records of its publications: what is published from the copy is another website.
OF_THE_EXAMPLE = (
    ENGINE.settings.name,
    "site_config/agency.yml",
    "site_config/site.yml",
    "site_config/documents.yml",
    "site_config/links.csv",
    "data",
    "content/about.md",
    "content/files",
)


def new_example(target: Path) -> list[str]:
    """Copy the model agency into `target`; the names of the files made, in the order of their folders.

    Raises FolderInUseError when `target` is a file or holds anything.
    """
    hold_unused(target)
    copied = {name: (paths.example_folder() / name).read_bytes() for name in example_files()}
    for name, data in {**copied, ".gitignore": (paths.STARTER / "gitignore").read_bytes()}.items():
        write_file(target / name, data)
    write_schemas(target / SCHEMAS)
    return list(copied)


def example_files() -> list[str]:
    """The files of which the copy consists, by their names as seen from the site's folder."""
    root = paths.example_folder()
    found = []
    for name in OF_THE_EXAMPLE:
        place = root / name
        inside = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
        found += [path.relative_to(root).as_posix() for path in inside]
    return found

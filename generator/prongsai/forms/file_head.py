"""The head of a data file: the way to its schema, by which editors help, and a line on what it holds."""

from __future__ import annotations

from pathlib import PurePosixPath

SCHEMAS = ".prongsai/schema"  # in the folder of the site: the first line of every data file leads there


def schema_path(name: str, schema: str = "") -> str:
    """The way from a data file, named as seen from the site's folder, to its schema, if not that of its own name."""
    return f"{'../' * name.count('/')}{SCHEMAS}/{schema or PurePosixPath(name).stem}.schema.json"


def file_head(schema: str, about: str) -> list[str]:
    """The first lines of a file; `schema` is the way to its schema."""
    return [f"# yaml-language-server: $schema={schema}", f"# {about}"]

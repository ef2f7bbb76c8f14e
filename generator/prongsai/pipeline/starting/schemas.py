"""The schemas of all data files, written where editors look for them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from prongsai.forms.json_schema import schema_of_file
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.edition import Edition
from prongsai.pipeline.content.write_files import write_file

SCHEMAS = ".prongsai/schema"  # in the folder of the site: the first line of every data file leads there


@cache
def schema_files() -> dict[str, bytes]:
    """The schema of each data file by its own name: that of measures.yml is measures.schema.json."""
    records = {**{name: record for name, (_, record) in YEAR_FILES.items()}, **CONFIG_RECORDS}
    schemas = {Path(name).stem: schema_of_file(record) for name, record in records.items()}
    schemas["edition"] = schema_of_file(Edition, is_addition=True)
    return {
        f"{name}.schema.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }


def schema_path(name: str) -> str:
    """The way from a data file, named as seen from the site's folder, to its schema."""
    return f"{'../' * name.count('/')}{SCHEMAS}/{Path(name).stem}.schema.json"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder, touching only what differs; the files that stand there then."""
    paths = []
    for name, data in schema_files().items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            write_file(path, data)
        paths.append(path)
    return paths

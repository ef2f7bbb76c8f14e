"""The settings of MkDocs that are generated for a site; its own mkdocs.yml inherits them."""

from __future__ import annotations

import json

from prongsai.disk.names import NEVER_PUBLISHED
from prongsai.engines.engine import CONTENT
from prongsai.engines.theme import THEME
from prongsai.json_value import Json
from prongsai.views.frame import Frame

BASE = ".prongsai/mkdocs.yml"
PLUGIN = "prongsai"  # as pyproject.toml registers it
OPTIONS: dict[str, Json] = {"toc": {"permalink": False, "title": "ในหน้านี้", "toc_depth": 2}}
EXTENSIONS = ("attr_list", "tables", *OPTIONS)
_VALIDATION: Json = {
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
    "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
}


def write_base(frame: Frame) -> str:
    """The settings as YAML (JSON is YAML)."""
    config: dict[str, Json] = {
        "site_name": frame.title,
        "docs_dir": CONTENT,
        "site_dir": "site",
        "use_directory_urls": True,
        # Dot files are left out, but Apache reads its redirects from one.
        "exclude_docs": "\n".join(("!/.htaccess", *NEVER_PUBLISHED)),
        "theme": _theme(str(frame.facts.get("logo") or "")),
        "plugins": [PLUGIN],
        **markdown_settings(),
        "nav": [*({title: f"{path}index.md".removeprefix("/")} for title, path in frame.menu), *frame.own_pages],
        "not_in_nav": "*",
        "extra": {"generator": False, "prongsai": frame.facts},
    }
    if frame.site_url is not None:
        config["site_url"] = frame.site_url if frame.site_url.endswith("/") else f"{frame.site_url}/"
    return json.dumps(config, ensure_ascii=False, indent=2) + "\n"


def markdown_settings() -> dict[str, Json]:
    """The settings that decide how a page is read as Markdown."""
    extensions: list[Json] = [{name: OPTIONS[name]} if name in OPTIONS else name for name in EXTENSIONS]
    return {"markdown_extensions": extensions, "validation": _VALIDATION}


def _theme(logo: str) -> dict[str, Json]:
    """Material, of which our own frame asks for nothing: the theme that engines know and agencies may look up.

    `logo` is the path of the agency's own, by which browsers know the site too.
    """
    return {
        "name": "material",
        "custom_dir": THEME,
        "language": "th",
        "font": False,
        **({"logo": logo} if logo else {}),
        "favicon": logo or "assets/favicon.svg",
        "features": [],
    }

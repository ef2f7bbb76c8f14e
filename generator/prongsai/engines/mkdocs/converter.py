"""Turn the Markdown of one page into HTML as a build does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from prongsai.engines.engine import CONTENT
from prongsai.engines.front_matter import read_front_matter
from prongsai.engines.mkdocs.check_settings import SETTINGS

# The extensions of the base configuration that matter to the text, behind those that the engine has by itself.
_UNCHOSEN = ["toc", "tables", "fenced_code", "attr_list"]


def markdown_converter(root: Path) -> Callable[[str], str]:
    """Turns the Markdown of a page into HTML as the engine does, with the extensions that the site has chosen."""
    import markdown

    try:
        extensions, options = _extensions(root)
        made = markdown.Markdown(extensions=extensions, extension_configs=options)
    except Exception:  # noqa: BLE001  what is wrong with mkdocs.yml can be anything, and the engine reports it
        made = markdown.Markdown(extensions=_UNCHOSEN)

    def convert(text: str) -> str:
        made.reset()
        return str(made.convert(read_front_matter(text)[1]))

    return convert


def _extensions(root: Path) -> tuple[list[str], dict[str, Any]]:
    """The extensions of mkdocs.yml, read without the base configuration, which a fresh clone does not have yet."""
    text = (root / SETTINGS).read_text("utf-8")
    if "markdown_extensions" not in text:  # nearly always; the engine takes long to import, and need not be there
        return _UNCHOSEN, {}
    from mkdocs.utils.yaml import yaml_load

    own = yaml_load("\n".join(line for line in text.splitlines() if not line.startswith("INHERIT:"))) or {}
    if "markdown_extensions" not in own:
        return _UNCHOSEN, {}
    from mkdocs.config.defaults import MkDocsConfig

    config = MkDocsConfig(config_file_path=str(root / SETTINGS))
    chosen = {"markdown_extensions": own["markdown_extensions"]}
    config.load_dict({"site_name": "-", "docs_dir": str(root / CONTENT), **chosen})
    config.validate()
    return list(config.markdown_extensions), dict(config.mdx_configs or {})

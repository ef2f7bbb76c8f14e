"""Keys of pages: a page is the same again where its Markdown is, and all that it is framed with."""

from __future__ import annotations

import hashlib
import json
import warnings
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from prongsai import __version__
from prongsai.engines.mkdocs.session import Session, menu_of

PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "pymdown-extensions", "Pygments")
_OF_THE_MACHINE = {"config_file_path", "site_dir", "strict"}


def find_keys(session: Session) -> dict[str, str]:
    """The key of each generated page by the name of its file; another key, another page."""
    salt = hashlib.blake2b(_frame_of(session), digest_size=20).digest()
    return {file.src_uri: _key(salt, file.src_uri, session.digests[file.src_uri]) for file in session.generated}


def _key(salt: bytes, name: str, markdown: bytes) -> str:
    return hashlib.blake2b(markdown + name.encode("utf-8", "surrogateescape"), digest_size=20, key=salt).hexdigest()


def _frame_of(session: Session) -> bytes:
    """All that every page has of the site: settings, templates, menu and the programs that make it."""
    versions = [__version__, *(f"{name} {version(name)}" for name in PACKAGES)]
    listed = [versions, _settings(session.config), menu_of(session.nav.items), _templates(session.config)]
    # The engine makes some paths whole; a site may be moved.
    place = json.dumps(str(Path(session.config.config_file_path).parent))[1:-1]
    return json.dumps(listed, default=repr).replace(place, "").encode()


def _settings(config: MkDocsConfig) -> list[dict[str, object]]:
    """The settings as they are given, with what they inherit and take from the environment."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # in the last version of the engine that there is
        given = config.user_configs
    return [{key: value for key, value in one.items() if key not in _OF_THE_MACHINE} for one in given]


def _templates(config: MkDocsConfig) -> list[tuple[str, str]]:
    """The files of our theme; those of the one below it come with its version."""
    folder = Path(config.theme.custom_dir or "")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]

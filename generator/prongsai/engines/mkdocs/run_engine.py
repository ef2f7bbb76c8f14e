"""Run the engine: page by page, or by its own build where that alone knows what becomes of a site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from prongsai.engines.engine import CONTENT, Made, Order
from prongsai.engines.mkdocs.base_settings import PLUGIN
from prongsai.engines.mkdocs.check_settings import SETTINGS
from prongsai.engines.mkdocs.make_pages import make_pages
from prongsai.engines.mkdocs.plugin import Plugin, give_articles
from prongsai.engines.mkdocs.session import is_plain, open_session
from prongsai.engines.mkdocs.warm_folder import kept_warm


def run_engine(root: Path, order: Order, messages: list[str]) -> Made:
    """Make the site of an order; `messages` takes what the engine warns of."""
    config = load_settings(root, order.target)
    if is_plain(config):
        with _running(config):
            session = open_session(config, order.articles)
            if session is not None:
                warned = len(messages)
                return make_pages(session, root, order, lambda: len(messages) == warned)
        messages.clear()  # all of it comes again
        config = load_settings(root, order.target)
    give_articles(config.plugins.values(), order.articles)
    with _running(config), kept_warm(order.target, root / CONTENT):
        build.build(config)
    return Made([], order.target)


def load_settings(root: Path, target: Path) -> MkDocsConfig:
    """The settings of a site that is made into `target`, with our plugin."""
    config = load_config(str(root / SETTINGS), site_dir=str(target), strict=True)
    if PLUGIN not in config.plugins:  # a site's own list of plugins takes the place of the generated one
        config.plugins[PLUGIN] = Plugin()
    return config


@contextmanager
def _running(config: MkDocsConfig) -> Iterator[None]:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        yield
    finally:
        config.plugins.on_shutdown()

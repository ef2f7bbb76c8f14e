"""Single pages of a site, made at once by a session that stays open between builds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from prongsai.engines.engine import NO_ARTICLES, Article
from prongsai.engines.mkdocs.articles import take_article
from prongsai.engines.mkdocs.front_matter import split_page
from prongsai.engines.mkdocs.run_engine import load_settings
from prongsai.engines.mkdocs.session import Session, is_plain, open_session, page_of


@dataclass(frozen=True)
class SinglePages:
    """A session whose pages are written into a folder of its own, one after the other."""

    session: Session

    def make(self, name: str, markdown: bytes, article: Article | None) -> bytes:
        """The bytes of the page that a Markdown file below content/ becomes; a file that is new becomes one, too."""
        session = self.session
        file = session.files.get_file_from_path(name) or self._add(name, markdown)
        if markdown:
            file.content_bytes = markdown
        page = page_of(file)
        if article is None:
            build._populate_page(page, session.config, session.files)
        else:
            page.markdown, page.meta = split_page(file.content_string)
            take_article(page, article)
        build._build_page(page, session.config, session.pages, session.nav, session.env)
        page.content = None
        made = Path(file.abs_dest_path)
        data = made.read_bytes()
        made.unlink()
        return data

    def _add(self, name: str, markdown: bytes) -> File:
        file = File.generated(self.session.config, name, content=markdown)
        file.page = Page(None, file, self.session.config)
        self.session.files.append(file)
        return file


def open_pages(root: Path, work: Path) -> SinglePages | None:
    """Open the site in `root` as it was generated last, None where the engine's own build alone makes it."""
    config = load_settings(root, work)
    if not is_plain(config):
        return None
    config.plugins.on_startup(command="build", dirty=False)
    session = open_session(config, NO_ARTICLES)
    if session is None:
        return None
    session.move_to(str(work))
    return SinglePages(session)

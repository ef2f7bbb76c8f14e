"""Generate: from checked facts to Markdown pages and data files beside the hand-written ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai import addresses
from prongsai.exports.scores_json import export_scores
from prongsai.pages.page import Page
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.check import Checked
from prongsai.pipeline.engine_config import BASE_CONFIG, engine_config
from prongsai.pipeline.write_files import Written, read_manifest, write_file, write_files
from prongsai.problems import Where, problem

CONTENT = "content"
_GENERATED = b'generated_by: "prongsai"'
_IGNORE_HEAD = "# แฟ้มที่โปรแกรมสร้าง ไม่ต้องเก็บใน git"


@dataclass(frozen=True)
class Generated:
    """What generating made: the plan, and what was written."""

    pages: tuple[Page, ...]
    written: Written


def generate_folder(root: Path, checked: Checked) -> Generated:
    """Write all pages and data files of a checked site below `root`."""
    pages = plan_pages(checked.results, checked.problems)
    hand_written = _hand_written(root)
    foreign = [page for page in pages if not page.replaceable and _rivals(page) & hand_written]
    if foreign:
        found = [
            problem("page-not-ours", Where(f"{CONTENT}/{name}"))
            for page in foreign
            for name in sorted(_rivals(page) & hand_written)
        ]
        return Generated(pages, Written(problems=found))
    made = tuple(page for page in pages if not (page.replaceable and _rivals(page, with_own=True) & hand_written))
    files = _files(checked, pages, made)
    written = write_files(root, files, always_ours=_IGNORE_HEAD.encode())
    if not written.problems or not any(found.code != "stale-page-kept" for found in written.problems):
        replaced = {name for page in pages if page.replaceable for name in _rivals(page)}
        own_pages = sorted(name for name in hand_written - replaced if "/" not in name)
        base = engine_config(checked.results, speech_of(checked.results), own_pages).encode()
        if not (root / BASE_CONFIG).is_file() or (root / BASE_CONFIG).read_bytes() != base:
            write_file(root / BASE_CONFIG, base)
    return Generated(pages, written)


def _files(checked: Checked, pages: tuple[Page, ...], made: tuple[Page, ...]) -> dict[str, bytes]:
    data = {addresses.scores_data_path(year): export_scores(result) for year, result in checked.results.years.items()}
    existing = frozenset(page.path for page in pages) | frozenset(data)
    renderer = Renderer(existing, speech_of(checked.results))
    files = {f"{CONTENT}/{page.source}": renderer.render(page).encode() for page in made}
    files |= {f"{CONTENT}{path}": text.encode() for path, text in data.items()}
    files[f"{CONTENT}/.gitignore"] = _ignore_list(files).encode()
    return files


def _ignore_list(files: Mapping[str, bytes]) -> str:
    """Git ignores just what is generated, so that a new hand-written page is seen."""
    names = sorted(name.removeprefix(CONTENT) for name in files)
    return "\n".join((_IGNORE_HEAD, "/.gitignore", *names)) + "\n"


def _hand_written(root: Path) -> frozenset[str]:
    """Markdown files below content/ that the generator did not write, also when its manifest is lost."""
    ours = read_manifest(root)
    folder = root / CONTENT
    pages = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.md"))
    return frozenset(name for name, path in pages if f"{CONTENT}/{name}" not in ours and not _says_generated(path))


def _says_generated(page: Path) -> bool:
    if page.name != "index.md" or not page.is_file():
        return False
    front_matter = page.read_bytes().partition(b"\n---\n")[0]
    return _GENERATED in front_matter.split(b"\n")


def _rivals(page: Page, *, with_own: bool = False) -> frozenset[str]:
    """Other files that would become the same page."""
    stem = page.path.strip("/")
    names = {f"{stem}.md", f"{stem}/README.md"} if stem else {"README.md"}
    return frozenset(names | {page.source}) if with_own else frozenset(names)

"""Where what is handed out beside the site lies by itself: sheets for ITAS, packs of evidence, copies of a publication.

Outside the site's folder and outside the repository that keeps it: it is never published, never committed, and neither
`git clean` nor `make clean` takes it away.
"""

from __future__ import annotations

from pathlib import Path

_ENDING = "-handed-out"


def handed_out_folder(root: Path) -> Path:
    """The folder beside the site, or beside the outermost repository around it, named after that; not made here.

    Of several sites in one repository each has a folder of its own in it.
    """
    site = root.resolve()
    kept = [folder for folder in (site, *site.parents) if (folder / ".git").exists()]
    outermost = kept[-1] if kept else site
    if outermost == outermost.parent:  # a whole disk is the site: nothing lies beside it
        return Path.home() / f"prongsai{_ENDING}"
    return outermost.parent / f"{outermost.name}{_ENDING}" / site.relative_to(outermost)

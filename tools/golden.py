"""Keep all that the sites of this repository hand out, and compare it with what was kept before.

    tools/golden.py FOLDER               keep: Markdown, HTML, data files, papers and Thai reports of eight sites
    tools/golden.py FOLDER --against OLD the same, then name what differs; the end is 1 where anything does

Made for changes that must not be seen: run it before the change and after. Markdown, HTML and data are in the folder
as they are, a PDF as its text, a Word document as its XML, a workbook as the XML of its sheets, so `diff -r` shows what
a difference is. `--no-papers` leaves out the site with documents, which takes half of the time.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pypdf import PdfReader

from prongsai.pipeline.build import build_folder

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from sites import copy_own, copy_site  # noqa: E402

SITES = {
    "own": ROOT,
    **{place.name: place for place in sorted((ROOT / "examples").iterdir()) if place.is_dir()},
    **{f"released-{place.name}": place for place in sorted((ROOT / "tests" / "released").iterdir()) if place.is_dir()},
}
PAPERS = "model-with-papers"
KINDS = ("markdown", "site", "report")
MOST_NAMED = 20


def keep(name: str, target: Path) -> dict[str, str]:
    """Keep all that one site hands out below `target`; the hash of each file by its name."""
    with tempfile.TemporaryDirectory() as folder:
        root = _copy(name, Path(folder) / "data")
        built = build_folder(root, Path(folder) / "site")
        report = _report(root)
        kept = {f"report/{kind}.txt": text.encode() for kind, text in report.items()}
        kept["report/built.txt"] = f"{built.done} {built.pages}\n".encode()
        for path in sorted((root / "content").rglob("*.md")):
            kept[f"markdown/{path.relative_to(root / 'content').as_posix()}"] = path.read_bytes()
        for path in sorted(entry for entry in (Path(folder) / "site").rglob("*") if entry.is_file()):
            kept |= dict(_texts(f"site/{path.relative_to(Path(folder) / 'site').as_posix()}", path.read_bytes()))
    for place, data in kept.items():
        path = target / name / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return {f"{name}/{place}": hashlib.sha256(data).hexdigest() for place, data in kept.items()}


def _copy(name: str, folder: Path) -> Path:
    if name == "own":
        return copy_own(folder)
    root = copy_site(SITES["model" if name == PAPERS else name], folder)
    if not (root / "mkdocs.yml").exists():
        shutil.copy(ROOT / "examples" / "model" / "mkdocs.yml", root / "mkdocs.yml")
    if name == PAPERS:
        options = root / "site_config" / "site.yml"
        options.write_text(options.read_text("utf-8") + "documents: on\n", "utf-8")
    return root


def _report(root: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "prongsai", "check", "--site", str(root)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return {"check": said.stdout, "faults": said.stderr}


def _texts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file as it is compared with another: what is packed as the texts that it holds."""
    if name.endswith(".pdf"):
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        yield f"{name}.txt", "\n\f\n".join((f"{len(pages)} pages", *pages)).encode()
    elif name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for part in packed.namelist():
                yield f"{name}/{part}", packed.read(part).replace(b"><", b">\n<")
    elif not name.endswith(".gz"):
        yield name, data


def differences(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """The files that are new, gone or changed, counted for each site and kind, the first of each by name."""
    for site in dict.fromkeys(name.split("/")[0] for name in (*before, *after)):
        for kind in KINDS:
            old = {name: found for name, found in before.items() if name.startswith(f"{site}/{kind}/")}
            new = {name: found for name, found in after.items() if name.startswith(f"{site}/{kind}/")}
            found = {
                "gone": sorted(old.keys() - new.keys()),
                "new": sorted(new.keys() - old.keys()),
                "changed": sorted(name for name in old.keys() & new.keys() if old[name] != new[name]),
            }
            for what, names in found.items():
                if names:
                    more = [f"  and {len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
                    yield "\n".join((f"{site} {kind}: {len(names)} {what}", *names[:MOST_NAMED], *more))


def main() -> int:
    """Keep, and compare where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--against", type=Path, metavar="OLD")
    parser.add_argument("--no-papers", action="store_true")
    asked = parser.parse_args()
    shutil.rmtree(asked.folder, ignore_errors=True)
    names = [*SITES] if asked.no_papers else [PAPERS, *SITES]
    hashes: dict[str, str] = {}
    with ProcessPoolExecutor(2) as pool:
        for found in pool.map(keep, names, [asked.folder] * len(names)):
            hashes |= found
    (asked.folder / "hashes.json").write_text(json.dumps(hashes, indent=0, sort_keys=True), "utf-8")
    print(f"{len(hashes)} files of {len(names)} sites kept")
    if not asked.against:
        return 0
    before = json.loads((asked.against / "hashes.json").read_text("utf-8"))
    if asked.no_papers:
        before = {name: found for name, found in before.items() if not name.startswith(f"{PAPERS}/")}
    found = [*differences(before, hashes)]
    print("\n".join(found or ["no difference"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

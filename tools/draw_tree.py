"""Print the tree of the package's modules with the first line of each; with --write, put it into ARCHITECTURE.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "prongsai"
PAPER = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- tree: begin -->", "<!-- tree: end -->"


def first_line(module: Path) -> str:
    """The first line of a module's docstring."""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def _lines(folder: Path, indent: str) -> Iterator[tuple[str, str]]:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    packages = [path.parent for path in folder.glob("*/__init__.py")]
    for path in sorted(modules):
        yield f"{indent}{path.name}", first_line(path)
    for path in sorted(packages):
        yield f"{indent}{path.name}/", first_line(path / "__init__.py")
        yield from _lines(path, f"{indent}  ")


def draw_tree() -> str:
    """Every module of the package, packages after the modules beside them, in one column with what it is for."""
    top = (f"{PACKAGE.relative_to(ROOT).as_posix()}/", first_line(PACKAGE / "__init__.py"))
    lines = [top, *_lines(PACKAGE, "  ")]
    width = max(len(name) for name, _ in lines) + 2
    return "\n".join(f"{name:<{width}}{line}" for name, line in lines)


def block() -> str:
    """The tree as it stands in ARCHITECTURE.md, with the marks around it."""
    return f"{BEGIN}\n```text\n{draw_tree()}\n```\n{END}"


def main() -> int:
    """Print the tree, or write it where the marks are."""
    if "--write" not in sys.argv[1:]:
        print(draw_tree())
        return 0
    text = PAPER.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAPER.write_text(f"{before}{block()}{after}", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Print the floors and the tree of the package's modules; with --write, put both into the papers that show them."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "prongsai"
FLOORS_SAID_IN = ROOT / "tests" / "test_architecture.py"
PAPER_OF_FLOORS = ROOT / "ARCHITECTURE.md"
PAPER_OF_TREE = ROOT / "docs" / "developer" / "tree.md"


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
    """Every module of the package, packages after the modules next to them, in one column with what it is for."""
    top = (f"{PACKAGE.relative_to(ROOT).as_posix()}/", first_line(PACKAGE / "__init__.py"))
    lines = [top, *_lines(PACKAGE, "  ")]
    width = max(len(name) for name, _ in lines) + 2
    return "\n".join(f"{name:<{width}}{line}" for name, line in lines)


def read_floors() -> Mapping[str, int]:
    """The floors as the test of the architecture has them, without running it."""
    for node in ast.parse(FLOORS_SAID_IN.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FLOORS":
            return dict(ast.literal_eval(node.value))
    raise LookupError(f"no FLOORS in {FLOORS_SAID_IN.name}")


def draw_floors() -> str:
    """A table of the floors from the top down, each package or module with what it is for."""
    rows = ["| Floor | Package or module | What it is |", "|---|---|---|"]
    for name, floor in sorted(read_floors().items(), key=lambda one: (-one[1], one[0])):
        module = PACKAGE / name / "__init__.py"
        rows.append(f"| {floor} | `{name}` | {first_line(module if module.exists() else PACKAGE / f'{name}.py')} |")
    return "\n".join(rows)


def blocks() -> Mapping[Path, tuple[str, str]]:
    """The blocks of each paper: the name of its marks, and what is between them."""
    return {
        PAPER_OF_FLOORS: ("floors", draw_floors()),
        PAPER_OF_TREE: ("tree", f"```text\n{draw_tree()}\n```"),
    }


def filled(text: str, name: str, drawn: str) -> str:
    """A paper with what was drawn between its marks of that name, a blank line on either side."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = text.partition(begin)
    return f"{before}{begin}\n\n{drawn}\n\n{end}{rest.partition(end)[2]}"


def main() -> int:
    """Print both, or write them where the marks are."""
    for paper, (name, drawn) in blocks().items():
        if "--write" in sys.argv[1:]:
            text = paper.read_text(encoding="utf-8")
            paper.write_text(filled(text, name, drawn), encoding="utf-8", newline="\n")
        else:
            print(drawn, end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

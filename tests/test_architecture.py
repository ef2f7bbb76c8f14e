"""The house keeps its shape: floors, edges, sizes, and one sentence for each code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from prongsai.wording import sentences

PACKAGE = Path(__file__).resolve().parents[1] / "generator" / "prongsai"
FLOORS = {
    "addresses": 0,
    "json_value": 0,
    "problems": 0,
    "thai": 0,
    "web": 0,
    "wording": 0,
    "model": 1,
    "spreadsheet": 1,
    "disk": 1,
    "loading": 2,
    "forms": 2,
    "analysis": 2,
    "links": 2,
    "safety": 2,
    "ledger": 2,
    "grids": 2,
    "rules": 3,
    "submissions": 3,
    "views": 3,
    "writing": 3,
    "pictures": 4,
    "prose": 4,
    "readiness": 4,
    "blocks": 4,
    "drafts": 4,
    "workbook": 4,
    "tables": 4,
    "manual": 4,
    "agenda": 5,
    "rulebooks": 5,
    "paper": 5,
    "pages": 5,
    "exports": 5,
    "engines": 5,
    "sharing": 5,
    "pipeline": 6,
    "reporting": 6,
    "cli": 7,
    "__main__": 7,
}
# The version of the package and the places of its own files: they import none of our modules and anyone may ask them.
BELOW_ALL = {"prongsai", "prongsai.paths"}
EDGES = {
    "disk.read": "reads plain files and nothing else",
    "disk.walk": "lists what lies in the folders of a site",
    "disk.refusals": "knows how a copy that the system refused is told",
    "disk.names": "decodes the bytes of a name as the system does",
    "ledger.load_ledger": "reads the ledger and the snapshots of publications",
    "paths": "knows where the package keeps its theme, templates and editions",
    "manual.shelf": "reads the pages of the manual",
    "loading.load_editions": "looks which editions there are",
    "links.network": "resolves names and connects to the outer web",
    "links.keep": "reads and writes the memory of links and the journal of a run",
    "links.keep_frozen": "reads the records of frozen links and looks which there are",
    "submissions.keep": "reads the records of submissions and their copies, and looks which there are",
    "links.run": "takes chance for the pauses between tries",
    "links.reader": "starts and ends the process that reads foreign files",
    "links.worker": "is that process: standard input and output, a clock, a bound on memory",
    "paper.fonts": "reads the fonts of the documents",
    "paper.write_pdf": "reads its templates and styles",
    "pages.render": "reads its templates",
    "wording.catalogue": "reads the sentences of a language",
    "sharing.faces": "reads the fonts of the theme",
    "engines": "read the settings of a site and write its pages",
    "pipeline": "writes the site and looks at what came out",
    "cli": "looks whether it was called in the folder of a site, and asks what day it is",
}
OF_MKDOCS = frozenset({"material", "mergedeep", "mkdocs", "mkdocs_get_deps", "pymdownx", "yaml", "yaml_env_tag"})
TOUCHING_MODULES = {"glob", "http", "multiprocessing", "os", "random", "shutil", "socket", "socketserver"}
TOUCHING_MODULES |= {"subprocess", "tempfile", "threading", "time", "urllib.request", "webbrowser", "zoneinfo"}
TOUCHING_METHODS = {"chmod", "exists", "expanduser", "glob", "is_dir", "is_file", "is_symlink", "iterdir", "lstat"}
TOUCHING_METHODS |= {"mkdir", "now", "open", "read_bytes", "read_text", "rename", "rglob", "rmdir", "samefile"}
TOUCHING_METHODS |= {"stat", "symlink_to", "today", "touch", "unlink", "utcnow", "write_bytes", "write_text"}
TOUCHING_NAMES = {"FileSystemLoader", "input", "open"}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
LONG_MODULES: dict[str, str] = {}  # name: reason
LONG_FUNCTIONS: dict[str, str] = {}  # qualified name: reason


def name_of(path: Path) -> str:
    """The dotted name of a module without the package's own."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its name."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in paths}


@cache
def nodes(tree: ast.AST) -> list[ast.AST]:
    """All that is in a tree, which many tests look through."""
    return list(ast.walk(tree))


NAMES = sorted(map(name_of, PACKAGE.rglob("*.py")))
UPON_FLOORS = [name for name in NAMES if name not in {"", "paths"}]


def floor_of(name: str) -> str:
    """The package or module that is on a floor: rules.figures belongs to rules."""
    return name.split(".", maxsplit=1)[0]


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in a tree, also inside functions, by its full name."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                is_module = full.removeprefix("prongsai.") in modules() and full.startswith("prongsai.")
                yield full if is_module else str(node.module)


def own_imports(name: str) -> list[str]:
    """The modules of this package that a module imports, without those that are below all floors."""
    full = (imported for imported in imports_of(modules()[name]) if imported.split(".")[0] == "prongsai")
    return [imported.removeprefix("prongsai.") for imported in full if imported not in BELOW_ALL]


def functions_of(name: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of a module with its qualified name."""
    for node in nodes(modules()[name]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name}.{node.name}", node


@cache
def constants_outside_wording() -> set[str]:
    """Every text that is in the code, but not in the tables of sentences."""
    trees = [tree for name, tree in modules().items() if floor_of(name) != "wording"]
    constants = (node for tree in trees for node in nodes(tree) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


def calls(function: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function by its plain name, with the module that calls it."""
    for name, tree in modules().items():
        for node in nodes(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                yield name, node


def code_of(call: ast.Call) -> str | None:
    """The code that a call names outright, or None where it is computed."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) else None


def names_in(*texts: str) -> set[str]:
    """The names in braces of some templates."""
    return {name for text in texts for name in re.findall(r"\{([a-z_]+)\}", text)}


def test_every_module_is_on_a_floor():
    """A new package is given its floor before it is built upon."""
    assert [name for name in UPON_FLOORS if floor_of(name) not in FLOORS] == []


def test_every_floor_carries_something():
    """A package that is gone is taken off its floor, so that the table in ARCHITECTURE.md names none."""
    assert FLOORS.keys() - {floor_of(name) for name in UPON_FLOORS} == set()


@pytest.mark.parametrize("name", ["", "paths"])
def test_what_is_below_all_floors_imports_none_of_our_modules(name):
    """The version and the places of files rest on nothing."""
    assert [imported for imported in imports_of(modules()[name]) if imported.startswith("prongsai")] == []


def test_imports_go_down():
    """A module imports from lower floors or from its own package; neighbours on a floor do not know each other."""
    wrong = [
        (name, imported)
        for name in UPON_FLOORS
        for imported in own_imports(name)
        if floor_of(imported) != floor_of(name) and FLOORS[floor_of(imported)] >= FLOORS[floor_of(name)]
    ]
    # The two ways into the program are one: `python -m prongsai` is the command.
    assert [(name, imported) for name, imported in wrong if (name, imported) != ("__main__", "cli")] == []


def test_no_module_imports_itself_in_a_circle():
    """Following imports never leads back, also not by way of a package or from inside a function."""
    done: set[str] = set()

    def follow(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name in done:
            return
        for imported in own_imports(name):
            follow(imported, (*way, name))
        done.add(name)

    for name in NAMES:
        follow(name, ())


def imports_from(tree: ast.AST, packages: frozenset[str]) -> list[str]:
    """The imports of a module from some packages, each by its full name."""
    return [one for one in imports_of(tree) if any(one == name or one.startswith(f"{name}.") for name in packages)]


def texts_of(tree: ast.AST) -> Iterator[str]:
    """Every text in the code of a module; what docstrings say is for people."""
    said = {id(node.value) for node in nodes(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in nodes(tree) if isinstance(node, ast.Constant) and id(node) not in said)
    return (node.value for node in constants if isinstance(node.value, str))


def test_one_package_knows_the_engine():
    """MkDocs, its theme, its plugins and its settings are a matter of its own package; one module chooses it."""
    elsewhere = [name for name in NAMES if not f"{name}.".startswith("engines.mkdocs.")]
    assert [(name, found) for name in elsewhere if (found := imports_from(modules()[name], OF_MKDOCS))] == []
    assert [name for name in elsewhere if any("mkdocs" in text for text in texts_of(modules()[name]))] == []
    choosing = [name for name in elsewhere if imports_from(modules()[name], frozenset({"prongsai.engines.mkdocs"}))]
    assert choosing == ["engines.shipped"]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f():\n    from mkdocs import utils", ["mkdocs"]),
        ("import material.plugins.search", ["material.plugins.search"]),
        ("from prongsai.engines.mkdocs.engine import MkDocs", []),
        ("import mkdocs_like", []),
    ],
)
def test_imports_of_the_engine_are_seen(code, found):
    """The test above sees them inside functions, and takes no other package for the engine's."""
    assert imports_from(ast.parse(code), OF_MKDOCS) == found


def touches(tree: ast.AST) -> set[str]:
    """The edges that a module asks for: disk, clock, environment, network or chance."""
    found = {
        imported
        for imported in imports_of(tree)
        if imported in TOUCHING_MODULES or imported.split(".")[0] in TOUCHING_MODULES
    }
    for node in nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TOUCHING_METHODS:
            found.add(f".{node.func.attr}()")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOUCHING_NAMES:
            found.add(f"{node.func.id}()")
    return found


def test_only_edges_touch_the_world():
    """Disk, clock, environment, network and chance are asked in a few named places; elsewhere they are parameters."""
    within = [name for name in NAMES if name not in EDGES and floor_of(name) not in EDGES]
    assert {name: found for name in within if (found := touches(modules()[name]))} == {}


def test_every_edge_is_one():
    """A module that touches nothing any more is taken off the list."""
    touching = [name for name in NAMES if touches(modules()[name])]
    assert EDGES.keys() - {one for name in touching for one in (name, floor_of(name))} == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import os", {"os"}),
        ("def f():\n    from urllib.request import urlopen", {"urllib.request"}),
        ("from urllib.parse import quote", set()),
        ("open('x')", {"open()"}),
        ("path.read_text()", {".read_text()"}),
        ("dt.date.today()", {".today()"}),
        ("dt.date(2020, 1, 1)", set()),
    ],
)
def test_touching_is_seen_wherever_it_hides(code, found):
    """The test above sees imports inside functions, methods of paths and the clock."""
    assert touches(ast.parse(code)) == found


def test_only_the_command_line_prints_and_exits():
    """Results are returned as values; the command line alone speaks to people and ends the program."""
    speaking = {"print", "exit", "quit", "SystemExit", "sys.exit", "sys.stdout", "sys.stderr", "click.echo"}
    silent = [name for name in NAMES if floor_of(name) not in {"cli", "__main__"}]
    assert [(name, said) for name in silent for said in plain_names(modules()[name]) if said in speaking] == []


def plain_names(tree: ast.AST) -> Iterator[str]:
    """Every name in a tree, and every name with one other before it: `exit`, `sys.exit`."""
    for node in nodes(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def test_every_module_opens_with_a_sentence():
    """A module says in its first line what it is for, and the line ends as a sentence does."""
    firsts = {name: (ast.get_docstring(tree) or "").split("\n\n")[0].rstrip() for name, tree in modules().items()}
    assert {name: first for name, first in firsts.items() if not first.endswith(".")} == {}


def test_no_module_is_too_long():
    """A module fits in one reading; only tables of sentences may be longer."""
    lines = {
        name: max((getattr(node, "end_lineno", 0) for node in nodes(tree)), default=0)
        for name, tree in modules().items()
    }
    assert {name: count for name, count in lines.items() if count > LONGEST_MODULE and name not in LONG_MODULES} == {}


def test_no_function_is_too_long():
    """A function fits on one screen."""
    lengths = [(full, node.end_lineno - node.lineno + 1) for name in NAMES for full, node in functions_of(name)]
    assert [(full, lines) for full, lines in lengths if lines > LONGEST_FUNCTION and full not in LONG_FUNCTIONS] == []


def test_every_sentence_is_used():
    """A code that nothing raises any more is taken out of the tables."""
    assert sentences().keys() - constants_outside_wording() == set()


@pytest.mark.parametrize("function", ["problem", "wrong"])
def test_every_code_that_is_raised_has_a_sentence(function):
    """No problem is met for which there are no words."""
    raised = [(name, code_of(call)) for name, call in calls(function)]
    assert raised
    assert [(name, code) for name, code in raised if code is not None and code not in sentences()] == []


PRINTED = {"as_printed", "example_printed"}  # how it is typed is said where the sentence is read: in a file or a cell


@pytest.mark.parametrize(("function", "given"), [("problem", set()), ("wrong", {"path", "spoken_path", "found"})])
def test_every_value_that_a_sentence_names_is_given(function, given):
    """A sentence never has a hole: each name in its braces is filled where the problem is made."""
    holes = []
    for name, call in calls(function):
        code, keywords = code_of(call), {keyword.arg for keyword in call.keywords}
        if code is None or code not in sentences() or None in keywords:
            continue
        said = [sentences("th")[code], sentences("en")[code]]
        needed = names_in(*(text for one in said for text in (one.says, one.fix)))
        missing = needed - keywords - given - PRINTED
        holes += [(name, code, missing)] if missing else []
    assert holes == []

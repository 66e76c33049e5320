"""What the project promises of itself: the order of imports, I/O at the edges, exact spans, sorted public names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import sourcebook

SRC = Path(sourcebook.__file__).parent

#: The one way that data flows: a module imports only from layers above its own, or within it.
LAYERS = [
    "errors",
    "records",
    "lexicon",
    "read",
    "link",
    "flow",
    "settings",
    "store",
    "export",
    "bulk",
    "cli",
    "__main__",
]

#: The stages in the order in which the flow calls them: none knows of a later one, not even through a third.
STAGES = [
    "read.pages",
    "read.articles",
    "read.cases",
    "read.sentences",
    "read.parties",
    "read.claims",
    "read.sources",
    "read.factuality",
    "read.dates",
    "read.places",
    "read.mentions",
    "read.tolls",
    "link.copies",
    "link.incidents",
    "link.accounts",
    "link.grades",
    "link.links",
    "flow",
]

#: Modules that may touch files, the network or the terminal, and the libraries that would do so.
EDGES = {"store", "bulk", "cli", "web", "__main__"}
LOADERS = {
    "lexicon.rules",
    "lexicon.gazetteer",
    "lexicon.gazetteer_builder",
}  # read the data files; nothing else in the flow opens anything
IO = {"sqlite3", "sqlalchemy", "requests", "urllib.request", "socket", "subprocess", "tempfile", "shutil"}


def modules() -> list[str]:
    return sorted(
        ".".join(p.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
        for p in SRC.rglob("*.py")
        if p != SRC / "__init__.py" and "migrations" not in p.parts
    )


def source_of(module: str) -> str:
    path = SRC / Path(*module.split("."))
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")


def imports_of(module: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source_of(module))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found |= {f"{node.module}.{a.name}" for a in node.names} | {str(node.module)}
    return found


def layer(module: str) -> str:
    return module.split(".")[0]


def own_imports(module: str) -> set[str]:
    names = {i.removeprefix("sourcebook.") for i in imports_of(module) if i.startswith("sourcebook.")}
    return {n for n in names if n in KNOWN} - {module}


def reached(module: str) -> set[str]:
    seen: set[str] = set()
    todo = [module]
    while todo:
        for name in own_imports(todo.pop()) - seen:
            seen.add(name)
            todo.append(name)
    return seen


KNOWN = frozenset(modules())


@pytest.mark.parametrize("module", sorted(KNOWN))
def test_a_module_imports_only_from_layers_above_it(module: str) -> None:
    mine = LAYERS.index(layer(module))
    wrong = {i for i in own_imports(module) if LAYERS.index(layer(i)) > mine}
    assert not wrong, f"{module} imports {sorted(wrong)}, which come after it"


@pytest.mark.parametrize("module", sorted(KNOWN))
def test_no_module_imports_itself_through_others(module: str) -> None:
    assert module not in reached(module)


@pytest.mark.parametrize("stage", [s for s in STAGES if s in KNOWN])
def test_no_stage_knows_of_a_later_stage(stage: str) -> None:
    later = set(STAGES[STAGES.index(stage) + 1 :])
    assert not reached(stage) & later


@pytest.mark.parametrize("module", sorted(m for m in KNOWN if layer(m) not in EDGES and m not in LOADERS))
def test_only_the_edges_do_input_and_output(module: str) -> None:
    assert not {i.split(".")[0] for i in imports_of(module)} & IO
    calls = {
        n.func.id
        for n in ast.walk(ast.parse(source_of(module)))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not calls & {"open", "print", "input"}, f"{module} does input or output"


def test_the_public_names_are_sorted_and_there() -> None:
    assert sourcebook.__all__ == sorted(sourcebook.__all__)
    for name in sourcebook.__all__:
        assert getattr(sourcebook, name).__doc__


def test_modules_stay_readable() -> None:
    long = {m: n for m in KNOWN if (n := source_of(m).count("\n")) > 500}
    assert not long, f"split by meaning: {long}"

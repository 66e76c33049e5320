"""Writes the generated parts of ``docs/``: the records' tables and the commands' help. ``--check`` only compares.

    python tools/docs.py            write
    python tools/docs.py --check    exit 1 if a file is not what it would be

A generated part stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->``; the rest is written by hand.
"""

from __future__ import annotations

import ast
import dataclasses
import enum
import inspect
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import click
import typer

from sourcebook.cli import COMMANDS
from sourcebook.cli.app import app
from sourcebook.records import facts, incidents, pages, vocabularies

DOCS = Path(__file__).resolve().parent.parent / "docs"


class Part(NamedTuple):
    file: str
    name: str
    make: Callable[[], str]


def main() -> None:
    check = "--check" in sys.argv[1:]
    stale = [part for part in PARTS if not put(part, check)]
    for part in stale:
        print(f"docs/{part.file}: the part {part.name!r} is not up to date: python tools/docs.py", file=sys.stderr)
    sys.exit(1 if stale else 0)


def put(part: Part, check: bool) -> bool:
    """Write the part, or with ``check`` say whether the file already holds it."""
    path = DOCS / part.file
    text = path.read_text(encoding="utf-8")
    begin, end = f"<!-- begin {part.name} -->", f"<!-- end {part.name} -->"
    new = re.sub(
        re.escape(begin) + ".*?" + re.escape(end),
        lambda _: f"{begin}\n{part.make()}\n{end}",
        text,
        flags=re.DOTALL,
    )
    if begin not in text:
        raise SystemExit(f"{path} has no {begin}")
    if not check and new != text:
        path.write_text(new, encoding="utf-8")
    return new == text or not check


def members() -> list[tuple[str, type]]:
    """The records' classes in the order of their modules: vocabularies, pages, facts, incidents."""
    modules = [vocabularies, pages, facts, incidents]
    found = [(n, c) for m in modules for n, c in vars(m).items() if inspect.isclass(c) and c.__module__ == m.__name__]
    return [(n, c) for n, c in found if not n.startswith("_")]


def record_tables() -> str:
    """A table per record class, in the order of the package."""
    out = []
    for name, cls in members():
        if issubclass(cls, enum.Enum):
            continue
        if dataclasses.is_dataclass(cls):
            fields = [(f.name, str(f.type)) for f in dataclasses.fields(cls)]
        elif hasattr(cls, "_fields"):
            fields = [(f, inspect.get_annotations(cls)[f].__forward_arg__) for f in cls._fields]
        else:
            continue
        out += [f"### {name}", "", inspect.cleandoc(cls.__doc__ or ""), "", "| field | type |", "|---|---|"]
        out += [f"| `{field}` | `{kind.replace('|', chr(92) + '|')}` |" for field, kind in fields]
        out.append("")
    return "\n".join(out)


def vocabulary_table() -> str:
    """A line per enumeration with its values."""
    out = ["| vocabulary | values |", "|---|---|"]
    for name, cls in members():
        if issubclass(cls, enum.StrEnum):
            out.append(f"| {name} | {' · '.join(f'`{v}`' for v in cls)} |")
    return "\n".join(out)


def with_subcommands(named: dict[str, click.Command]) -> list[tuple[str, click.Command]]:
    """Each command with its name, those of a group behind it."""
    out = []
    for name, command in named.items():
        out.append((name, command))
        out += [(f"{name} {sub}", c) for sub, c in getattr(command, "commands", {}).items()]
    return out


def commands() -> str:
    """Each command's usage, purpose and options, from the command line itself."""
    for command in COMMANDS:
        import_module(f"sourcebook.cli.{command}")
    group = typer.main.get_command(app)
    assert hasattr(group, "commands")
    out = []
    for name, command in with_subcommands(group.commands):
        out += [f"## sourcebook {name}", "", inspect.cleandoc(command.help or ""), ""]
        context = typer.Context(command, info_name=f"sourcebook {name}")
        out += [
            "```",
            command.get_usage(context).replace("Usage: ", ""),
            "```",
            "",
        ]
        options = [p for p in command.params if isinstance(p, click.Option) or p.param_type_name == "option"]
        if options:
            out += ["| option | meaning |", "|---|---|"]
            for param in options:
                names = ", ".join(f"`{o}`" for o in (*param.opts, *param.secondary_opts))
                text = " ".join((getattr(param, "help", "") or "").split()).replace("|", "\\|")
                out.append(f"| {names} | {text} |")
            out.append("")
    return "\n".join(out)


def module_map() -> str:
    """A line per module: its path and the first line of its docstring, in the order in which data flows."""
    source = DOCS.parent / "src" / "sourcebook"
    layers = ["errors", "records", "lexicon", "read", "link", "flow", "settings", "store", "export", "bulk", "cli"]
    out = []
    for layer in layers:
        files = sorted((source / layer).rglob("*.py")) or [source / f"{layer}.py"]
        out += ["", f"## {layer}", "", "| module | what it is for |", "|---|---|"]
        for file in files:
            doc = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
            out.append(f"| `{file.relative_to(source).as_posix()}` | {doc.splitlines()[0] if doc else ''} |")
    return "\n".join(out)


PARTS = [
    Part("map.md", "modules", module_map),
    Part("data-model.md", "records", record_tables),
    Part("data-model.md", "vocabularies", vocabulary_table),
    Part("commands.md", "commands", commands),
]

if __name__ == "__main__":
    main()

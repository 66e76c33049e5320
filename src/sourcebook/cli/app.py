"""The command line's one app, and how it ends: errors in one line, exit codes, a broken pipe, Ctrl-C.

A command lives in a module of its own here, imports :data:`app` and is listed in ``cli/__init__.py``. Heavy
libraries are imported inside the commands, so that ``sourcebook --help`` is quick.

Exit codes: 0 all done; 2 wrong use, or an input that could not be used (the others were); 130 Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

# Typer ships its own copy of click since 0.26 and shows its base of usage errors nowhere else.
from typer._click.exceptions import ClickException

from sourcebook import __version__
from sourcebook.errors import SourcebookError

#: Exit code for wrong use and for inputs that could not be used.
FAILED = 2

app = typer.Typer(
    name="sourcebook",
    help="Reads news reports of armed conflict into incidents in which every fact keeps who said it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def version(
    context: typer.Context,
    show: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    """Reads news reports of armed conflict into incidents in which every fact keeps who said it."""
    if show:
        typer.echo(f"sourcebook {__version__}")
        raise typer.Exit


def complain(error: SourcebookError | str) -> None:
    """Say in one line on stderr what is wrong and how to mend it."""
    sys.stderr.write("sourcebook: " + " ".join(str(error).split()) + "\n")


def note(text: str) -> None:
    """Say something on stderr that is no error."""
    sys.stderr.write(" ".join(text.split()) + "\n")


def run(args: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code. Never raises for what a person may do wrong."""
    try:
        code = _run(args)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("\n")
        return 128 + signal.SIGINT
    except SystemExit as ending:
        # Rich and Typer end the program themselves, with 1, when the output is a closed pipe.
        if not isinstance(ending.__context__, BrokenPipeError):
            raise
        return _unread()
    except BrokenPipeError:
        return _unread()
    except OSError as error:
        # Inputs, databases and files of ours say what is wrong with them: what is left is the output.
        complain(f"the output cannot be written: {error.strerror or error}")
        _drop_output()
        return FAILED
    return code


def _unread() -> int:
    """The reader of the output (head, less) has seen enough, which is no error."""
    _drop_output()
    return 0


def _drop_output() -> None:
    """Point stdout at nothing, or Python complains when it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: Sequence[str] | None) -> int:
    try:
        code = app(args=None if args is None else list(args), prog_name="sourcebook", standalone_mode=False)
    except SourcebookError as error:
        complain(error)
        return FAILED
    except ClickException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # no command at all: its message is the help
            sys.stdout.write(error.format_message() + "\n")
            return 0
        complain(f"{error.format_message().replace('Value error, ', '')} See: sourcebook --help")
        return error.exit_code
    return code if isinstance(code, int) else 0

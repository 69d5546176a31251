"""How a command ends: what it returns or raises becomes its exit code, here and nowhere else."""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable
from typing import NoReturn, ParamSpec

import typer

from pipeline.commands.errors import CommandError, ExitCode

P = ParamSpec("P")

_ADVICE = {
    errno.EACCES: "see whose it is, or name another place",
    errno.EROFS: "name another place",
    errno.EEXIST: "a folder is needed there; name another one",
    errno.ENOTDIR: "a folder is needed there; name another one",
    errno.EISDIR: "a file is needed there; name another one",
    errno.ENOSPC: "make room, then give the same command again",
}
"""What to do about an error of the system, by its number."""


def command(function: Callable[P, int | None]) -> Callable[P, None]:
    """Turn what a command returns or raises into its exit code."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = ExitCode(function(*args, **kwargs) or ExitCode.OK)
            sys.stdout.flush()
        except (typer.Exit, typer.BadParameter):
            raise
        except BrokenPipeError:
            _end_quietly()
        except KeyboardInterrupt:
            code = _failed("interrupted", ExitCode.INTERRUPTED)
        except Exception as error:
            if not _is_expected(error):
                _print_traceback()
                code = ExitCode.BUG
            else:
                code = _failed(_told(error), ExitCode.FAILED)
        raise typer.Exit(int(code))

    return run


def strictly(problems: int, strict: bool) -> ExitCode:
    """Return the exit code of a command that met so many problems."""
    return ExitCode.PROBLEMS if strict and problems else ExitCode.OK


def _is_expected(error: Exception) -> bool:
    """Whether an error is the situation's and not the program's."""
    import sqlite3

    from pipeline.warehouse.files import WarehouseError

    return isinstance(error, (CommandError, WarehouseError, OSError, sqlite3.Error))


def _told(error: Exception) -> str:
    """Return what an error says; of one of the system's also which file it is about and what to do."""
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    what = error.strerror if error.filename is None else f"{error.filename}: {error.strerror}"
    advice = _ADVICE.get(error.errno or 0)
    return f"{what}; {advice}" if advice else what


def _failed(message: str, code: ExitCode) -> ExitCode:
    print(f"thidua: {message}", file=sys.stderr)
    return code


def _print_traceback() -> None:
    import traceback

    traceback.print_exc()
    print("thidua: this is a mistake in the program; the lines above say where", file=sys.stderr)


def _end_quietly() -> NoReturn:
    """End as a process does whose reader went away, without Python's complaint at the last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(int(ExitCode.OUTPUT_CLOSED))

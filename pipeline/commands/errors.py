"""How a command ends: the exit codes, and the errors that lead to them."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command tells the shell or the scheduler that called it."""

    OK = 0
    PROBLEMS = 1
    """Some inputs had problems, and `--strict` was asked for."""
    USAGE = 2
    """The command line is wrong: an unknown option, a path that does not exist."""
    FAILED = 3
    """It cannot be done as things stand: nothing published yet, another process is writing, no such report."""
    BUG = 70
    """The program is at fault; a traceback is on stderr."""
    INTERRUPTED = 130
    """Ctrl-C."""
    OUTPUT_CLOSED = 141
    """Whoever read the output went away, as `head` does."""


class CommandError(Exception):
    """A command cannot do what it was asked to. Its message tells the user what to do; no traceback is shown."""

"""The compiled reading that `make compiled` builds: whether it is here and of these sources, and a process that has it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import PROJECT

FOLDER = PROJECT / "build" / "compiled"


def missing() -> str | None:
    """Say why the compiled reading cannot be used, None if it can."""
    if not list((FOLDER / "pipeline").glob(f"reading*{sysconfig.get_config_var('EXT_SUFFIX')}")):
        return "the compiled reading is not built for this Python (make compiled)"
    if any(not _is_same(path) for path in _sources()):
        return "the compiled reading is of other sources than these (make compiled)"
    return None


def _sources() -> Iterator[Path]:
    yield from (PROJECT / "pipeline").rglob("*.py")
    yield from (PROJECT / "corpora" / "lexicon").glob("*.csv")


def _is_same(path: Path) -> bool:
    copy = FOLDER / path.relative_to(PROJECT)
    return copy.exists() and copy.read_bytes() == path.read_bytes()


def python(code: str) -> str:
    """Run a program in a process that reads by the compiled modules; return what it printed.

    Raises:
        subprocess.CalledProcessError: it ended with another exit code than 0.
    """
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(FOLDER), str(PROJECT)])}
    # -P: the folder that it runs in, which has the sources, does not come first.
    command = [sys.executable, "-P", "-c", code]
    return subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=True, cwd=PROJECT).stdout

"""What a run says of itself: with which rules and libraries it read."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

_LIBRARIES = ("thidua", "spacy", "underthesea", "underthesea_core", "duckdb")


@dataclass(frozen=True, slots=True)
class RunInfo:
    """The command that runs, the hash of program and lexicon, and the versions of what reading depends on."""

    command: str
    rules_hash: str
    versions: Mapping[str, str]


def run_info(command: str) -> RunInfo:
    """Describe a run of the installed program; the same installation gives the same answer everywhere."""
    versions = {name: version(name) for name in _LIBRARIES}
    return RunInfo(command, rules_hash(), {"python": platform.python_version(), **versions})


def rules_hash(*packages: str) -> str:
    """Hash the program and its lexicon, file by file.

    All of `pipeline` counts, not a list of rule modules that would fall behind: a hash that changes too often does no
    harm, one that stays when a rule changed would.

    Args:
        packages: further packages that count: `scrapers` where pages are parsed as well.
    """
    digest = sha256()
    for folder in (files("pipeline"), files("corpora") / "lexicon", *map(files, packages)):
        for name, file in sorted(_walk(folder, folder.name)):
            content = file.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:20]


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, name)
        elif entry.name.endswith((".py", ".csv", ".sql", ".toml")):
            yield name, entry

"""Compiles what reads the reports, for those who ask for it: several times as many reports a second, the same facts.

`HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .` makes C of the annotated modules that `pyproject.toml` lists and
compiles it (mypyc, which mypy brings; it needs a C compiler). Without the variable, nothing here runs.
"""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MYPY = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")
"""How mypy reads the modules: the libraries that they import may be absent where a wheel is built."""


class CompileHook(BuildHookInterface[Any]):
    """Puts the compiled modules into the wheel, beside their sources, which tracebacks show."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the modules into a folder of their own, so that the source tree stays as it is.

        Raises:
            SystemExit: mypyc finds an error in a module.
            setuptools.errors.CompileError: there is no C compiler, or it fails.
        """
        if version == "editable":
            self.app.display_warning("An editable install is not compiled: what is compiled would hide what is edited.")
            return
        self._folder = tempfile.TemporaryDirectory()
        for path in _compiled(Path(self.root), self.config["modules"], Path(self._folder.name)):
            build_data["force_include"][str(path)] = path.relative_to(Path(self._folder.name) / "lib").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder, whose files are in the wheel now."""
        if version != "editable":
            self._folder.cleanup()


def _compiled(root: Path, patterns: list[str], folder: Path) -> list[Path]:
    """Return the extension modules that the sources become, each at its place below `folder / "lib"`."""
    # They are needed for this alone, and here for it alone.
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    sources = sorted(path.relative_to(root) for pattern in patterns for path in root.glob(pattern))
    modules = [path.as_posix() for path in sources if path.name != "__init__.py"]
    with contextlib.chdir(root):  # mypyc names the modules by their paths
        arguments = [*_MYPY, f"--cache-dir={folder / 'mypy'}", *modules]
        # One file for each module: a compiler takes longer than for all of them over one of 760,000 lines.
        extensions = mypycify(arguments, target_dir=str(folder), opt_level="1", group_name="thidua", multi_file=True)
    command = build_ext(Distribution({"name": "thidua", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "objects")
    command.ensure_finalized()
    command.run()
    return [Path(path) for path in command.get_outputs()]

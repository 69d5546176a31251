"""Compiles what reads the reports, for those who ask for it: several times as many reports a second, the same facts.

`HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .` makes C of the annotated modules that `pyproject.toml` lists and
compiles it (mypyc, which mypy brings; it needs a C compiler). Without the variable, nothing here runs.
"""

from __future__ import annotations

import ast
import contextlib
import re
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MYPY = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")
"""How mypy reads the modules: the libraries that they import may be absent where a wheel is built."""

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_FIRST_LINE = "from __future__ import annotations\n"


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
    copy = folder / "src"
    for package in sorted({path.parts[0] for path in sources}):
        shutil.copytree(root / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    for module in modules:
        (copy / module).write_text(with_constants((root / module).read_text("utf-8")), "utf-8")
    with contextlib.chdir(copy):  # mypyc names the modules by their paths
        arguments = [*_MYPY, f"--cache-dir={folder / 'mypy'}", *modules]
        # One file for each module: a compiler takes longer than for all of them over one of 760,000 lines.
        extensions = mypycify(arguments, target_dir=str(folder), opt_level="1", group_name="thidua", multi_file=True)
    command = build_ext(Distribution({"name": "thidua", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "objects")
    command.ensure_finalized()
    command.run()
    return [Path(path) for path in command.get_outputs()]


def with_constants(source: str) -> str:
    """Return a module in which mypyc sees that names in capitals are constants; each line stays where it was.

    What is `Final` is found at once; any other name of a module is looked up at every use, by its letters.
    """
    module = ast.parse(source)
    stored = (n.id for n in ast.walk(module) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    once = {name for name, times in Counter(stored).items() if times == 1 and _CONSTANT.fullmatch(name)}
    lines = source.splitlines(keepends=True)
    for node in module.body:
        if isinstance(node, ast.Assign):
            name, kept = ast.unparse(node.targets[0]), _type_of(node.value)
            said, told = f"{name} =", f"{name}: Final[{kept}] =" if kept.startswith("tuple") else f"{name}: Final ="
        elif isinstance(node, ast.AnnAssign):
            name, kept = ast.unparse(node.target), ast.unparse(node.annotation)
            said, told = f"{name}: {kept} =", f"{name}: Final[{kept}] ="
        else:
            continue
        if name in once:
            lines[node.lineno - 1] = lines[node.lineno - 1].replace(said, told, 1)
    return "".join(lines).replace(_FIRST_LINE, f"{_FIRST_LINE[:-1]}; from typing import Final\n", 1)


def _type_of(value: ast.expr) -> str:
    """Return the type of strings, numbers and tuples of the like as they are written, "" for all else.

    A tuple is one of any length: mypyc takes one of a known length apart and puts it together again at every use.
    """
    if isinstance(value, ast.Constant) and isinstance(value.value, str | int) and not isinstance(value.value, bool):
        return type(value.value).__name__
    if isinstance(value, ast.Tuple):
        of_items = {_type_of(item) for item in value.elts}
        return f"tuple[{of_items.pop()}, ...]" if len(of_items) == 1 and "" not in of_items else ""
    return ""

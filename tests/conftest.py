"""What all tests share: the folder of real reports, if it is here, and how hypothesis runs."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# Speed is no test's business: no deadline per example. The same examples on every run: a failure is everyone's.
settings.register_profile("thidua", deadline=None, derandomize=True)
settings.load_profile("thidua")

PROJECT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Let Ctrl-C reach what the tests start: a job in the background (nohup, some CI) ignores it, and so do its children."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with portals' real reports and the domain's tables: `THIDUA_SHARED`, else `../shared`."""
    folder = Path(os.environ.get("THIDUA_SHARED") or PROJECT.parent / "shared")
    if not (folder / "corpus").is_dir():
        pytest.skip(f"no folder of real reports at {folder}; name one in THIDUA_SHARED")
    return folder


@pytest.fixture(scope="session")
def reports() -> Path:
    """The bundled gold reports."""
    return PROJECT / "corpora" / "reports"


@pytest.fixture(scope="session")
def published(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled reports, loaded and published. Never written to."""
    from pipeline.commands.load import load_paths
    from pipeline.warehouse.publish import publish

    folder = tmp_path_factory.mktemp("published")
    load_paths([str(reports)], folder, 1)
    publish(folder)
    return folder

"""Run the notebooks and write their outputs into them: `python notebooks/run.py [NOTEBOOK ...] [--into FOLDER]`.

They ask the tables in `THIDUA_DATA`, else `demo-data` beside this folder. What changes from run to run (times, counts
of executions) is left out, so that a notebook on the same tables with the same libraries gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import zlib
from base64 import b64decode, b64encode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

HERE = Path(__file__).resolve().parent
SECONDS_FOR_A_CELL = 300


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the notebooks and write their outputs into them.")
    parser.add_argument("notebooks", nargs="*", type=Path, help="notebooks; without any, all of this folder")
    parser.add_argument("--into", type=Path, help="where to write them; without it, in place")
    options = parser.parse_args()
    for path in options.notebooks or sorted(HERE.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        with TemporaryDirectory() as sockets:  # over TCP the kernel warns that others might listen
            NotebookClient(
                notebook,
                timeout=SECONDS_FOR_A_CELL,
                kernel_name="python3",
                resources={"metadata": {"path": str(HERE)}},
                config=Config(KernelManager={"transport": "ipc", "ip": f"{sockets}/kernel"}),
            ).execute()
        _settle(notebook)
        into = options.into / path.name if options.into else path
        nbformat.write(notebook, into)
        print(f"{into}: {into.stat().st_size // 1000} kB")


def _settle(notebook: Any) -> None:
    """Take out what changes from run to run."""
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    numbered = 0
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type != "code":
            continue
        numbered += 1
        cell.execution_count = numbered
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = numbered
            data = output.get("data", {})
            if "text/html" in data:
                # The text form is for terminals: where there is HTML, a notebook does not need it.
                data["text/plain"] = re.sub(r"\s+", " ", data["text/plain"])[:80]
            if "image/png" in data:
                data["image/png"] = b64encode(_smaller(b64decode(data["image/png"]))).decode()
                output.metadata = {}


def _smaller(png: bytes) -> bytes:
    """Return the same picture, compressed as far as PNG goes: a quarter of what the renderer writes in haste."""
    chunks: list[tuple[bytes, bytes]] = []
    at = 8  # behind the signature; then each chunk is its length, its type, its data and a checksum
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += 12 + size
    pixels = b"".join(data for kind, data in chunks if kind == b"IDAT")
    first = next(number for number, (kind, _) in enumerate(chunks) if kind == b"IDAT")
    chunks = [(kind, data) for kind, data in chunks if kind != b"IDAT"]
    chunks.insert(first, (b"IDAT", zlib.compress(zlib.decompress(pixels), 9)))
    written = (len(d).to_bytes(4, "big") + k + d + zlib.crc32(k + d).to_bytes(4, "big") for k, d in chunks)
    return png[:8] + b"".join(written)


if __name__ == "__main__":
    main()

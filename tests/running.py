"""Run the command line as a real process, and a report to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

REPORT = """Khối thi đua số 2 tổng kết công tác thi đua năm 2023
16/01/2024 14:35    87

Chiều 12/1, Khối thi đua số 2 tỉnh Kon Tum tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2023.

Hội nghị đã bầu Sở Y tế làm Trưởng khối, Sở Tư pháp làm Phó Trưởng khối năm 2024; đề nghị UBND tỉnh tặng Cờ thi đua cho
Sở Nội vụ.

Lan Anh
"""


def thidua(*args: str | Path, cwd: Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline.cli", *map(str, args)]
    surroundings = {**os.environ, "PYTHONPATH": python_path(), "COLUMNS": "100", **env}
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, env=surroundings, timeout=300, check=False
    )


def python_path() -> str:
    return os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(PROJECT))))


def windows_1258(text: str) -> bytes:
    """Encode as an old editor did: base letters with their circumflex or horn, tone marks after them."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        tones = [mark for mark in unicodedata.normalize("NFD", letter) if mark in "\u0300\u0301\u0303\u0309\u0323"]
        bare = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in tones)
        out += (unicodedata.normalize("NFC", bare) + "".join(tones)).encode("cp1258")
    return bytes(out)

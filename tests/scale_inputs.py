"""Inputs for reading at scale: bundled reports as Parquet, pages as WARC, and files that nobody can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from small_site import article, article_path

from scrapers.archive import Archive
from scrapers.outcome import Outcome, Response

PROJECT = Path(__file__).resolve().parent.parent
REPORTS = PROJECT / "corpora" / "reports"


def rows(count: int) -> list[dict[str, Any]]:
    """Bundled reports as rows of a table, over and over under other addresses."""
    texts = [path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    return [{"url": f"https://example.org/{i}", "text": texts[i % len(texts)], "id": i} for i in range(count)]


def write_parquet(path: Path, table: Sequence[Mapping[str, Any]], group: int | None = None) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist([*table]), path, row_group_size=group)


def write_warc(path: Path, pages: int) -> None:
    """Pages of a small site as a crawl keeps them, and a picture, which is no page."""
    archive = Archive(path.parent / f"{path.name}.folder")
    for number in range(pages):
        archive.append(answer(f"https://gialai.example.vn{article_path(number)}", article(number).encode()))
    archive.append(answer("https://gialai.example.vn/anh.png", b"\x89PNG", "image/png"))
    archive.close()
    [name] = archive.files()
    (archive.folder / name).rename(path)
    archive.folder.rmdir()


def answer(url: str, content: bytes, kind: str = "text/html; charset=utf-8") -> Response:
    day = datetime(2024, 5, 1, tzinfo=UTC)
    return Response(Outcome.FETCHED, url, url, 200, (("Content-Type", kind),), content, fetched_at=day)


def write_inputs(folder: Path, files: int = 10, each: int = 6) -> None:
    """A folder of Parquet files and a WARC file, with two files among them that are broken."""
    table = rows(files * each)
    for number in range(files):
        write_parquet(folder / "rows" / f"part-{number:02}.parquet", table[number * each : (number + 1) * each], 4)
    write_warc(folder / "pages.warc.gz", 12)
    (folder / "broken.parquet").write_bytes(b"PAR1 and then nothing that makes sense")
    (folder / "broken.warc.gz").write_bytes(b"nor does this")


def tables_of(out: Path) -> dict[str, bytes]:
    """The bytes of all files of an output, by their path in it."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}

"""Reading Parquet and WARC in partitions: what goes in, what comes out, what is skipped, what is damaged."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from running import REPORT, python_path, thidua, windows_1258
from scale_inputs import answer, rows, tables_of, write_parquet, write_warc

from pipeline import extract_distributed, extract_many
from pipeline.article import Article
from pipeline.commands.errors import ExitCode
from pipeline.pages import read_copied_page
from pipeline.record import BEYOND
from pipeline.scale.glance import may_name_a_bloc
from pipeline.scale.partitions import Partition, list_partitions
from pipeline.scale.tables import TABLES, schemas
from pipeline.scale.work import OtherProgramError, Settings, read_partition
from pipeline.warehouse.files import make_build_tables
from pipeline.warehouse.rows import FACT_TABLES
from scrapers.archive import Archive


def asked(out: Path, sql: str) -> list[tuple[Any, ...]]:
    """The answer to a query over an output's tables, each of which is known by its name."""
    with duckdb.connect() as con:
        for table in TABLES:
            con.execute(f"CREATE VIEW {table} AS FROM read_parquet('{out}/{table}/*.parquet')")
        return con.execute(sql).fetchall()


def everything(out: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of an output, whichever files they are in."""
    return {table: sorted(asked(out, f"FROM {table}"), key=repr) for table in TABLES}


def codes(out: Path) -> list[tuple[str, str]]:
    return sorted(asked(out, "SELECT code, location FROM problems"))


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of ten reports in five row groups."""
    path = tmp_path_factory.mktemp("in") / "reports.parquet"
    write_parquet(path, rows(10), group=2)
    return path


@pytest.fixture(scope="module")
def warc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A WARC file of twelve pages."""
    path = tmp_path_factory.mktemp("in") / "pages.warc.gz"
    write_warc(path, 12)
    return path


@pytest.fixture(scope="module")
def read(parquet: Path, warc: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of both."""
    out = tmp_path_factory.mktemp("out")
    summary = extract_distributed([parquet, warc], None, out)
    assert (summary.partitions, summary.skipped, summary.failed, summary.problems) == (2, 0, {}, [])
    assert summary.counts["pages"] == 22
    return out


def test_facts_are_those_of_the_same_reports_one_by_one(read: Path) -> None:
    articles = [read_copied_page(row["text"], str(row["id"])) for row in rows(10)]
    printed = [record.to_dict() for record in extract_many(articles)]
    leaders = [fact for record in printed for fact in record["leaders"]]
    assert leaders
    found = asked(read, "SELECT role, agency, person, year FROM facts JOIN articles USING (article_id) "
                        "WHERE kind = 'leader' AND url LIKE 'https://example.org/%'")  # fmt: skip
    key = sorted([tuple(fact[slot] for slot in ("role", "agency", "person", "year")) for fact in leaders], key=repr)
    assert sorted(found, key=repr) == key


def test_pages_of_a_warc_are_read_as_the_crawl_reads_them(read: Path) -> None:
    found = asked(
        read,
        "SELECT url, articles.title, published::VARCHAR, count(*) FROM articles JOIN facts USING (article_id) "
        "WHERE parser LIKE 'nukeviet/%' AND kind = 'leader' GROUP BY ALL ORDER BY 3",
    )
    assert len(found) == 12
    assert found[3][1:] == ("Khối thi đua số 3 tổng kết công tác năm 2023", "2024-01-18", 2)


def test_every_quote_stands_in_its_article_and_every_key_leads_somewhere(read: Path) -> None:
    wrong = "SELECT count(*) FROM evidence e LEFT JOIN articles a USING (article_id) "
    assert asked(read, wrong + 'WHERE substring(a.text, e.start + 1, e."end" - e.start) IS DISTINCT FROM quote') == [
        (0,)
    ]
    assert asked(read, "SELECT count(*) FROM facts ANTI JOIN articles USING (article_id)") == [(0,)]
    assert asked(read, "SELECT count(*) > 100, count(*) = count(DISTINCT fact_id) FROM facts") == [(True, True)]


def test_the_columns_are_those_of_the_warehouse(read: Path) -> None:
    with duckdb.connect() as con:
        make_build_tables(con)
        for kind, table in FACT_TABLES.items():
            names = set(con.sql(f"FROM {table} LIMIT 0").columns) & {*schemas()["facts"].names}
            chosen = ", ".join(f'"{name}"' for name in sorted(names))
            con.execute(
                f"INSERT INTO {table} BY NAME SELECT {chosen}, 'r' AS run_id "
                f"FROM read_parquet('{read}/facts/*.parquet') WHERE kind = '{kind}'"
            )
            filled = con.execute(f"SELECT count(*) > 0 FROM {table}").fetchall()
            assert filled == [(True,)] or kind in BEYOND, table
        for table in ("articles", "problems"):
            con.execute(
                f"INSERT INTO {table} BY NAME SELECT *, 'r' AS run_id FROM read_parquet('{read}/{table}/*.parquet')"
            )
        con.execute(f"INSERT INTO evidence BY NAME FROM read_parquet('{read}/evidence/*.parquet')")


@pytest.mark.parametrize("split", [1_000, 10_000])
def test_parts_of_large_files_hold_what_the_whole_does(
    read: Path, parquet: Path, warc: Path, tmp_path: Path, split: int
) -> None:
    summary = extract_distributed([parquet, warc], None, tmp_path, split=split)
    assert summary.partitions > 4
    assert summary.counts["pages"] == 22
    assert everything(tmp_path) == everything(read)


def test_the_parts_of_a_warc_hold_each_page_once_wherever_it_is_cut(warc: Path) -> None:
    from collections import Counter

    from pipeline.inputs import Input
    from pipeline.scale.pages import read_pages

    size = warc.stat().st_size
    for cut in [1, 100, size // 3, size // 3 + 1, size - 1, size]:
        urls: list[str | None] = []
        for span in ((0, cut), (cut, size)):
            part = Partition("p", str(warc), "p", "warc", "1", span)
            urls += [item.article.url for item in read_pages(part, Counter()) if isinstance(item, Input)]
        assert len(urls) == len(set(urls)) == 12


def test_the_same_again_is_skipped_and_a_changed_file_is_read_again(tmp_path: Path) -> None:
    one, two, out = tmp_path / "1.parquet", tmp_path / "2.parquet", tmp_path / "out"
    table = rows(6)
    write_parquet(one, table[:3])
    write_parquet(two, table[3:])
    extract_distributed(tmp_path, None, out)
    before = tables_of(out)
    again = extract_distributed(tmp_path, None, out)
    assert (again.partitions, again.skipped, again.counts["pages"]) == (2, 2, 6)
    assert tables_of(out) == before
    write_parquet(two, table[4:])
    assert extract_distributed(tmp_path, None, out).skipped == 1
    assert asked(out, "SELECT count(*) FROM articles") == [(5,)]
    assert extract_distributed(tmp_path, None, out, least=0.99).skipped == 0  # other settings, other facts


def test_a_lost_table_and_a_torn_mark_are_made_again(tmp_path: Path) -> None:
    path, out = tmp_path / "a.parquet", tmp_path / "out"
    write_parquet(path, rows(3))
    extract_distributed(path, None, out)
    before = tables_of(out)
    next((out / "facts").iterdir()).unlink()
    assert extract_distributed(path, None, out).skipped == 0
    next((out / "partitions").iterdir()).write_text('{"input": ')
    assert extract_distributed(path, None, out).skipped == 0
    assert tables_of(out) == before


def test_what_killed_workers_left_behind_goes_once_the_partition_is_done(tmp_path: Path) -> None:
    path, out = tmp_path / "a.parquet", tmp_path / "out"
    write_parquet(path, rows(3))
    extract_distributed(path, None, out)
    before = tables_of(out)
    for file in [*out.rglob("*.*")]:
        file.with_name(f"{file.name}.12ab34cd.part").write_bytes(b"half of it")
    (out / "facts" / "of-another-input.parquet.12ab34cd.part").write_bytes(b"which may be at work still")
    assert extract_distributed(path, None, out).skipped == 1
    assert set(tables_of(out)) - set(before) == {"facts/of-another-input.parquet.12ab34cd.part"}


def test_old_parts_of_a_file_that_is_split_otherwise_go(tmp_path: Path) -> None:
    path, out = tmp_path / "a.parquet", tmp_path / "out"
    write_parquet(path, rows(8), group=1)
    other = extract_distributed(path, None, out, split=1_000)
    assert other.partitions > 3
    assert extract_distributed(path, None, out).partitions == 1
    assert asked(out, "SELECT count(*), count(DISTINCT article_id) FROM articles") == [(8, 8)]


def damage_parquet(path: Path) -> None:
    write_parquet(path, rows(10), group=2)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 2_000] = b"\0" * 2_000
    path.write_bytes(content)


def truncate_warc(path: Path) -> None:
    write_warc(path, 6)
    path.write_bytes(path.read_bytes()[:-3_000])


@pytest.mark.parametrize(
    ("name", "write", "code", "some"),
    [
        ("a.parquet", lambda path: path.write_bytes(b"PAR1"), "parquet-damaged", False),
        ("a.parquet", lambda path: path.touch(), "parquet-damaged", False),
        ("a.parquet", damage_parquet, "parquet-damaged", True),
        ("a.parquet", lambda path: write_parquet(path, [{"body": "x"}]), "no-text-column", False),
        ("a.warc.gz", lambda path: path.write_bytes(b"\x1f\x8b\x08 no"), "not-a-warc", False),
        ("a.warc.gz", truncate_warc, "warc-damaged", True),
    ],
    ids=["no footer", "empty", "holes", "no text", "no warc", "torn"],
)  # fmt: skip
def test_a_damaged_file_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, name: str, write: Callable[[Path], object], code: str, some: bool
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write_parquet(folder / "whole.parquet", [{"text": REPORT}])
    write(folder / name)
    summary = extract_distributed(folder, None, out)
    assert summary.failed == {}
    assert code in {found for found, _ in codes(out)}
    read = asked(out, "SELECT count(*) FROM articles")[0][0]
    assert read > 1 if some else read == 1
    assert extract_distributed(folder, None, out).skipped == 2


def test_rows_that_are_no_reports_are_problems_with_their_number(tmp_path: Path) -> None:
    text = REPORT.encode()
    table = [
        {"text": text, "html": None, "url": None, "published": "2024-02-30"},
        {"text": text, "html": None, "url": None, "published": "2024-02-29"},
        {"text": b"", "html": None, "url": None, "published": None},
        {"text": None, "html": None, "url": None, "published": None},
        {"text": b"%PDF-1.5", "html": None, "url": None, "published": None},
        {"text": None, "html": b"<html></html>", "url": None, "published": None},
        {"text": text[:400] + b"\xff" + text[400:], "html": None, "url": "https://example.org/a", "published": None},
        {"text": None, "html": b"<html><body>x</body></html>", "url": "https://example.org/", "published": None},
    ]  # fmt: skip
    write_parquet(tmp_path / "a.parquet", table)
    summary = extract_distributed(tmp_path / "a.parquet", None, tmp_path / "out")
    assert codes(tmp_path / "out") == [
        ("bad-field", "a.parquet:1"), ("binary-file", "a.parquet:5"), ("damaged-text", "a.parquet:7"),
        ("empty-file", "a.parquet:3"), ("empty-file", "a.parquet:4"), ("no-url", "a.parquet:6"),
    ]  # fmt: skip
    assert summary.counts["pages"] == 8
    found = asked(tmp_path / "out", "SELECT page_key, published::VARCHAR FROM articles ORDER BY 1")
    assert found == [("a.parquet#a-2", "2024-02-29"), ("https://example.org/a", "2024-01-16")]


def test_articles_without_facts_are_written_if_wanted(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", [{"text": REPORT}, {"text": "Giá cà phê hôm nay tăng nhẹ ở Tây Nguyên."}])
    for every, articles in ((False, 1), (True, 2)):
        out = tmp_path / str(every)
        extract_distributed(tmp_path / "a.parquet", None, out, every_article=every)
        assert asked(out, "SELECT count(*) FROM articles") == [(articles,)]


_BODY = "<p>Hội nghị bầu Sở Y tế làm Trưởng khối thi đua năm 2024.</p>"


@pytest.mark.parametrize(
    ("content", "parsed"),
    [
        (_BODY.encode(), True),
        ("<p>Khối&nbsp;thi &#273;ua số 2</p>".encode(), True),
        ("<p><b>Đ</b>ua, thi nhau ở Cụm số 2</p>".encode(), True),
        ("<span class='drop'>K</span>hối thi đua".encode(), True),
        (unicodedata.normalize("NFD", _BODY).encode(), True),
        ("<p>KHU VỰC THI ĐUA SỐ 1</p>".encode(), True),
        ("<p>Kh\u200bối thi đ\u00adua</p>".encode(), True),
        (windows_1258("<p>Giá cà phê</p>"), True),  # what is not UTF-8 is not guessed at
        ("<p>Giá cà phê hôm nay ở khu vực Tây Nguyên</p>".encode(), False),
        ("<p>Giải đua thuyền</p>".encode(), False),
        (b"", False),
    ],
)
def test_pages_that_name_no_bloc_are_not_parsed(content: bytes, parsed: bool) -> None:
    assert may_name_a_bloc(content) == parsed


def test_pages_that_are_not_parsed_are_counted(tmp_path: Path) -> None:
    from small_site import article

    about, other = article(1), article(2).replace("đua", "giờ")
    table = [{"html": page, "url": f"https://gialai.example.vn/{i}"} for i, page in enumerate((about, other, other))]
    write_parquet(tmp_path / "a.parquet", table)
    for every, expected in ((False, (3, 1, 1)), (True, (3, 3, 3))):
        counts = extract_distributed(tmp_path / "a.parquet", None, tmp_path / str(every), every_article=every).counts
        assert (counts["pages"], counts["parsed"], counts["articles"]) == expected


def test_the_output_can_be_read_again(read: Path, tmp_path: Path) -> None:
    extract_distributed(read / "articles", None, tmp_path)
    for table in ("facts", "evidence"):
        assert everything(tmp_path)[table] == everything(read)[table]


def test_a_page_that_comes_twice_in_a_file_is_written_once(tmp_path: Path) -> None:
    from small_site import article

    archive = Archive(tmp_path / "in")
    archive.append(*[answer(f"http{s}://www.gialai.example.vn/a-1.html", article(1).encode()) for s in ("", "s")])
    archive.close()
    summary = extract_distributed(tmp_path / "in", None, tmp_path / "out")
    assert (summary.counts["pages"], summary.counts["articles"]) == (2, 1)


def test_urls_of_other_file_systems(tmp_path: Path, parquet: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe_file("/in/a/reports.parquet", parquet.read_bytes())
    summary = extract_distributed("memory://in", None, "memory://out")
    assert (summary.partitions, summary.counts["pages"], summary.failed) == (1, 10, {})
    assert extract_distributed(["memory://in/*/*.parquet"], None, "memory://out").partitions == 1
    memory.get("/out", str(tmp_path / "copy"), recursive=True)
    extract_distributed(f"file://{parquet}", None, f"file://{tmp_path}/out")
    assert everything(tmp_path / "copy") == everything(tmp_path / "out")


def test_names_of_partitions_are_their_own(tmp_path: Path) -> None:
    for name in ("a/x.parquet", "b/x.parquet", "a-x.parquet"):
        write_parquet(tmp_path / name, [{"text": "x"}])
    found = list_partitions([str(tmp_path), str(tmp_path / "a" / "x.parquet")])
    names = [item.name for item in found if isinstance(item, Partition)]
    assert len(names) == len(set(names)) == 3
    assert all(name.replace("-", "").replace(".", "").isalnum() for name in names)


def test_a_bag_of_articles_or_rows(tmp_path: Path) -> None:
    from dask import bag

    articles = [
        Article("a", REPORT),
        {"text": REPORT, "url": "https://example.org/b"},
        {"url": "https://example.org/c"},
    ]
    items = bag.from_sequence(articles, npartitions=2)
    first = extract_distributed(items, None, tmp_path, name="mine")
    assert (first.partitions, first.skipped, first.counts["pages"], first.failed) == (2, 0, 3, {})
    assert sorted(asked(tmp_path, "SELECT page_key FROM articles"))[0] == ("https://example.org/b",)
    assert [code for code, _ in codes(tmp_path)] == ["empty-file"]
    assert extract_distributed(items, None, tmp_path, name="mine").skipped == 2
    changed = bag.from_sequence(articles[:1] * 3, npartitions=2)
    assert extract_distributed(changed, None, tmp_path, name="mine").skipped == 0


def test_a_worker_with_another_program_stops_the_job(parquet: Path, tmp_path: Path) -> None:
    [partition] = list_partitions([str(parquet)])
    assert isinstance(partition, Partition)
    with pytest.raises(OtherProgramError, match="another version"):
        read_partition(partition, Settings(str(tmp_path), "0"))


def test_the_command_line_says_what_is_missing(tmp_path: Path) -> None:
    code = "import sys; sys.modules['{}'] = None; from pipeline.cli import main; main()"
    for missing, options in (("distributed", ["--scheduler", "tcp://127.0.0.1:1"]), ("fsspec", ["--out", "out"])):
        done = subprocess.run(
            [sys.executable, "-c", code.format(missing), "extract", *options, str(tmp_path)],
            capture_output=True, cwd=tmp_path, env={"PYTHONPATH": python_path()}, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == ExitCode.FAILED, done.stderr
        assert b"pip install 'thidua[scale]'" in done.stderr


def test_what_goes_with_what(tmp_path: Path) -> None:
    for options in (["--every-article"], ["--scheduler", "x", "--workers", "2"]):
        assert thidua("extract", *options, tmp_path, cwd=tmp_path).returncode == ExitCode.USAGE
    assert thidua("extract", "--out", "out", "nothing.parquet", cwd=tmp_path).returncode == ExitCode.USAGE
    done = thidua("extract", "--out", "out", "--strict", "file:///nowhere/at/all.parquet", cwd=tmp_path)
    assert done.returncode == ExitCode.PROBLEMS
    assert b"no such file [unreadable-file]" in done.stderr

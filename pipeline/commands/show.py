"""`thidua show`: one report with its facts marked in its text."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.article import Article
from pipeline.commands.console import print_json, print_text, say_problem
from pipeline.commands.errors import CommandError
from pipeline.record import Problem, Record
from pipeline.show import from_warehouse, plain_text, print_coloured


def show(wanted: str, data: Path, as_json: bool) -> None:
    """Print a report with its facts: of a file if there is one of that name, else of the published tables.

    Args:
        wanted: A file, or what names an article in the tables: its id, URL, path or file's stem.
        data: The folder of the tables.
        as_json: Print the record as JSON instead.

    Raises:
        CommandError: there is no such report, or the name means several.
    """
    if Path(wanted).is_dir():
        raise CommandError(f"{wanted} is a folder; name one report in it")
    article, record = _of_file(wanted) if Path(wanted).is_file() else _of_tables(wanted, data)
    if as_json:
        print_json(record.to_dict())
    elif sys.stdout.isatty():
        from rich.console import Console

        print_coloured(article, record, Console())
    else:
        print_text(plain_text(article, record))


def _of_file(path: str) -> tuple[Article, Record]:
    from pipeline.commands.reading import read_paths

    found = []
    for item in read_paths([path]):
        if isinstance(item, Problem):
            say_problem(item)
        else:
            found.append((item.article, item.record))
    if len(found) != 1:
        raise CommandError(f"{path} holds {len(found)} reports; give a file with one, or load it and name the article")
    return found[0]


def _of_tables(wanted: str, data: Path) -> tuple[Article, Record]:
    from pipeline.warehouse.files import WarehouseError
    from pipeline.warehouse.open import open_warehouse

    try:
        con = open_warehouse(data)
    except WarehouseError as error:
        raise CommandError(f"no file {wanted!r}, and {error}") from error
    try:
        found = from_warehouse(con, wanted)
    finally:
        con.close()
    if not found:
        raise CommandError(
            f"no file and no article {wanted!r}; give a path, or an id from the column articles.article_id"
        )
    if len(found) > 1:
        ids = ", ".join(article.article_id for article, _ in found[:10])
        raise CommandError(f"{len(found)} articles are called {wanted!r}; give one's id: {ids}")
    return found[0]

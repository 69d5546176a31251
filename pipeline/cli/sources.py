"""What is said of the sites that are crawled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from pipeline.cli.ending import command
from pipeline.cli.options import AsJson, Contact, Data, Sources, check_one_of


@command
def list_sources(
    data: Data = Path("data"),
    state: Annotated[
        str | None,
        typer.Option("--state", help="Only those: verified, unverified, frozen or gone.", metavar="STATE"),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List the declared sites."""
    from scrapers.source import State
    from scrapers.source_commands import list_sources as run

    check_one_of(state, get_args(State), "--state")
    return run(data, state=state, as_json=as_json)


@command
def check_sources(
    keys: Sources = None,
    data: Data = Path("data"),
    share: Annotated[
        float,
        typer.Option("--share", min=0, max=1, help="Share of the verified sites that must pass.", metavar="SHARE"),
    ] = 0.9,
    contact: Contact = None,
    as_json: AsJson = False,
) -> int:
    """Look at the sites and write down which can be read.

    At all that are declared, or at those named. The last line is passed/checked.
    """
    from scrapers.source_commands import check_sources as run

    return run(data, keys or [], contact=contact, share=share, as_json=as_json)


@command
def add_source(
    url: Annotated[str, typer.Argument(metavar="URL", help="An article or a list of the site.")],
    data: Data = Path("data"),
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            help="What it is: portal, department, district, union, party, tv, newspaper or sample.",
            metavar="KIND",
        ),
    ] = "newspaper",
    province: Annotated[
        str | None, typer.Option("--province", help="The province it belongs to.", metavar="NAME")
    ] = None,
    local: Annotated[bool, typer.Option("--local", help="It is on this machine, for a trial.")] = False,
    contact: Contact = None,
) -> int:
    """Recognise the family of a site from one page, and declare it."""
    from scrapers.source import Kind
    from scrapers.source_commands import add_source as run

    check_one_of(kind, get_args(Kind), "--kind")
    return run(data, url, contact=contact, kind=kind, province=province and _province(province), local=local)


def _province(name: str) -> str:
    """Return the bare name of a province; a slip would stand at every article of the site."""
    from difflib import get_close_matches

    from pipeline.lexicon import cells, read_table
    from pipeline.text import fold

    known = {fold(one): one for one in ("Trung ương",)}
    for row in read_table("provinces"):
        known |= {fold(form): row["short"] for form in (row["name"], row["short"], *cells(row["variants"]))}
    if fold(name) not in known:
        near = ", ".join(dict.fromkeys(known[form] for form in get_close_matches(fold(name), known)))
        raise typer.BadParameter(
            f"no province is called {name!r}" + (f"; did you mean {near}?" if near else ""), param_hint="--province"
        )
    return known[fold(name)]


@command
def forget_page(
    url: Annotated[str, typer.Argument(metavar="URL", help="The page.")],
    data: Data = Path("data"),
) -> int:
    """Remove a page for good.

    From the crawl, the archive and the tables. It is not fetched again; `thidua publish` makes it so for readers.
    """
    from scrapers.source_commands import forget_page as run

    return run(data, url)

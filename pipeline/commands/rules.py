"""`thidua rules report`: what each rule does on folders of reports, and the sentences that no frame took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from pipeline.commands.console import print_json, print_text, say, say_problem, track
from pipeline.commands.errors import CommandError
from pipeline.record import KINDS, Problem

if TYPE_CHECKING:
    from pipeline.article import Article
    from pipeline.rules import Chance, Figures, Findings, Rule

WIDTH = 100
"""No line is longer, in characters."""
_SENTENCE_LINES = 3
_MOST_PAIRS = 10
_WIDTHS = (8, 7, 7, 6, 11, 8, 10)

_ABOUT_FRAMES = (
    "Frame rules: the facts that each made; by gold right, wrong or left open; shared: another fact of the kind is "
    "said by the same words; conflicts: another fact of the report says otherwise."
)
_ABOUT_MENTIONS = (
    "Mention rules: the spans that each found; the facts that rest on them, by gold right, wrong or left open; shared: "
    "a mention of another kind has words in common with them; used: a fact rests on them."
)
_ABOUT_SENTENCES = (
    "The figure is the share of sentences like it from which a fact was taken; gold: it may say a fact that was missed."
)


def report(folders: Sequence[Path], most: int, as_json: bool) -> int:
    """Read the reports of folders and print what each rule did.

    Args:
        folders: Hold reports, each with its gold record NAME.json beside it or without one.
        most: How many sentences of the reading list to print, -1 for all.
        as_json: Print one JSON object.

    Returns:
        How many inputs could not be read.

    Raises:
        CommandError: the folders hold no report, or a file beside one is no gold record.
    """
    from pipeline import rules
    from pipeline.language import load_language

    problems: list[Problem] = []
    try:
        findings = rules.study(_articles(folders, problems), load_language())
    except ValueError as error:
        raise CommandError(str(error)) from error
    for problem in findings.problems:
        say_problem(problem)
    problems += findings.problems
    if not findings.reports:
        raise CommandError(
            f"no report in {', '.join(map(str, folders))}; give folders with .txt, .html or .jsonl files"
        )
    if as_json:
        print_json(rules.as_json(findings, most))
    else:
        print_text("".join(f"{line}\n" for line in _lines(findings, most)))
    say(f"{findings.reports} report(s) read, {findings.with_gold} with gold, {len(problems)} input(s) with problems")
    return len(problems)


def _articles(
    folders: Sequence[Path], problems: list[Problem]
) -> Iterator[tuple[str, Article, Mapping[str, Any] | None]]:
    from pipeline.commands.reading import parse_html
    from pipeline.inputs import read_inputs
    from pipeline.reader import MAX_CHARACTERS
    from pipeline.rules import gold_beside

    for folder in folders:
        for item in track(read_inputs([folder], parse_html), "inputs read"):
            if isinstance(item, Problem):
                say_problem(item)
                problems.append(item)
                continue
            if len(item.article.text) > MAX_CHARACTERS:
                problems.append(Problem(code="text-too-long", message="no report is so long; not read", where=item.key))
                say_problem(problems[-1])
                continue
            name = item.key if len(folders) == 1 else f"{folder.name}/{item.key}"
            yield name, item.article, gold_beside(folder, item.key)


def _lines(findings: Findings, most: int) -> Iterator[str]:
    from pipeline.rules import MENTIONS, by_coverage, shown

    yield f"{findings.reports} reports, {findings.with_gold} with gold"
    yield ""
    yield from wrap(_ABOUT_FRAMES, WIDTH)
    yield ""
    yield from _table("facts", by_coverage(findings.frames, KINDS), last="conflicts")
    yield from _pairs("Facts of one kind said by the same words", findings.same_words.most_common())
    yield from _pairs("Facts that contradict each other", findings.contradictory.most_common())
    yield ""
    yield from wrap(_ABOUT_MENTIONS, WIDTH)
    yield ""
    yield from _table("found", by_coverage(findings.mentions, MENTIONS), last="used")
    yield from _pairs("Mentions of two kinds over the same words", findings.overlapping.most_common())
    yield ""
    yield f"Sentences with a trigger that no frame took: {len(findings.missed)}"
    if findings.missed and most:
        yield from wrap(_ABOUT_SENTENCES, WIDTH)
    for number, chance in enumerate(shown(findings.missed, most), start=1):
        yield ""
        yield from _sentence(number, chance)


def _table(what: str, rows: Iterable[tuple[Rule, Figures]], last: str) -> Iterator[str]:
    names = ("reports", "right", "wrong", "open", "precision", "shared", last)
    yield f"{'kind':8}{'rule':28}{what:>7}" + "".join(
        f"{name:>{width}}" for name, width in zip(names, _WIDTHS, strict=True)
    )
    for (kind, rule), figures in rows:
        verdicts = (figures.right, figures.wrong, figures.left_open)
        precision = "" if figures.precision is None else f"{figures.precision:.3f}"
        cells = (
            len(figures.reports),
            *(verdicts if any(verdicts) else ("", "", "")),
            precision,
            figures.shared,
            getattr(figures, last),
        )
        numbers = "".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))
        yield f"{kind:8}{_cut(rule, 27):28}{figures.found:7}{numbers}"


def _pairs(title: str, pairs: Sequence[tuple[tuple[Rule, Rule], int]]) -> Iterator[str]:
    if not pairs:
        return
    yield ""
    yield f"{title}:"
    ordered = sorted(pairs, key=lambda pair: (-pair[1], pair[0]))
    for (one, other), count in ordered[:_MOST_PAIRS]:
        yield _cut(f"{count:7}  {' '.join(one)}  with  {' '.join(other)}", WIDTH)
    if len(ordered) > _MOST_PAIRS:
        yield f"{'':9}and {len(ordered) - _MOST_PAIRS} pairs more"


def _sentence(number: int, chance: Chance) -> Iterator[str]:
    gold = "  gold" if chance.gold else ""
    yield _cut(f"{number}. {chance.report}  {chance.category}: “{chance.trigger}”  {chance.telling:.2f}{gold}", WIDTH)
    words = _cut(" ".join(chance.text.split()), _SENTENCE_LINES * (WIDTH - 3))
    yield from wrap(words, WIDTH, initial_indent="   ", subsequent_indent="   ")
    for miss in chance.gold:
        yield _cut(f"   missed: {miss}", WIDTH)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"

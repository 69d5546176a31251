"""`thidua evaluate`: the figures of the reader on a folder of gold reports, and what changed against a saved run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.commands.console import print_json, print_text, say, say_problem
from pipeline.commands.errors import CommandError
from pipeline.evaluate import Changes, Counts, Miss, Scores, compare, read_gold, read_run, score
from pipeline.evaluate_beyond import ScoresBeyond, read_gold_beyond, score_beyond
from pipeline.inputs import HTML_SUFFIXES, TEXT_SUFFIXES
from pipeline.record import KINDS, Problem


def evaluate(
    folder: Path, prefix: str, run: Path | None, against: Path | None, errors: int, workers: int, as_json: bool
) -> None:
    """Score the reports of a folder against the gold beside them and print the figures.

    Args:
        folder: Holds NAME.json (gold) beside NAME.txt or NAME.html.
        prefix: Only gold files whose name begins so.
        run: Score this saved run, one JSON record a line, in place of reading the reports.
        against: A saved run to compare with.
        errors: How many wrong and missed facts to list, -1 for all.
        workers: Processes that read at the same time.
        as_json: Print one JSON object.

    Raises:
        CommandError: the folder holds no gold, or a file is none.
    """
    try:
        gold = read_gold(folder, prefix)
        gold_beyond = read_gold_beyond(folder, [record["article_id"] for record in gold])
        saved = read_run(run) if run else None
        before = score(gold, read_run(against)) if against else None
    except (FileNotFoundError, ValueError) as error:
        raise CommandError(str(error)) from error
    predictions = (
        saved if saved is not None else _read_reports(folder, [record["article_id"] for record in gold], workers)
    )
    scores = score(gold, predictions)
    changes = compare(before, scores) if before else None
    beyond = score_beyond(gold, gold_beyond, predictions) if gold_beyond else None
    listed = _first(scores.errors, errors)
    listed_beyond = _first(beyond.errors, errors) if beyond else ()
    if as_json:
        out = _as_json(scores, listed, changes)
        if beyond:
            out["beyond"] = {**beyond.to_dict(), "errors": [_error(error) for error in listed_beyond]}
        print_json(out)
    else:
        lines = [*_lines(scores, listed, changes), *(_lines_beyond(beyond, listed_beyond) if beyond else ())]
        print_text("".join(f"{line}\n" for line in lines))


def _first(errors: Sequence[Miss], most: int) -> Sequence[Miss]:
    return errors if most < 0 else errors[:most]


def _read_reports(folder: Path, names: Sequence[str], workers: int) -> Mapping[str, dict[str, Any]]:
    from pipeline.commands.reading import read_paths

    suffixes = sorted(TEXT_SUFFIXES) + sorted(HTML_SUFFIXES)
    candidates = [[folder / f"{name}{suffix}" for suffix in suffixes] for name in names]
    paths = [next((path for path in of_name if path.exists()), None) for of_name in candidates]
    for name, path in zip(names, paths, strict=True):
        if path is None:
            say(f"{name}: gold without a report beside it ({name}.txt); all its facts count as missed")
    predictions = {}
    for item in read_paths([str(path) for path in paths if path], workers):
        if isinstance(item, Problem):
            say_problem(item)
        else:
            predictions[item.record.article_id] = item.record.to_dict()
    return predictions


def _lines(scores: Scores, listed: Sequence[Miss], changes: Changes | None) -> Iterable[str]:
    yield from map(str, listed)
    yield (
        f"{scores.reports} reports, {scores.perfect} without an error; attributes right: {scores.attributes:.3f}; "
        f"lowest kind: {scores.lowest:.3f}"
    )
    for kind in KINDS:
        yield _rates(kind, scores.kinds[kind])
    yield _rates("all", scores.all)
    if changes:
        for name, facts in _named(changes):
            yield f"{name}: {len(facts)}"
            yield from (f"  {fact}" for fact in facts)


def _lines_beyond(scores: ScoresBeyond, listed: Sequence[Miss]) -> Iterable[str]:
    yield ""
    yield from map(str, listed)
    yield f"beyond the six kinds, {scores.reports} reports:"
    for kind, counts in scores.kinds.items():
        yield _rates(kind, counts)
    yield _rates("all", scores.all)


def _rates(kind: str, counts: Counts) -> str:
    return (
        f"{kind:8} tp {counts.tp:4} fp {counts.fp:4} fn {counts.fn:4}  "
        f"P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}"
    )


def _named(changes: Changes) -> Sequence[tuple[str, Sequence[Miss]]]:
    return (
        ("gained", changes.gained),
        ("lost", changes.lost),
        ("newly wrong", changes.new_wrong),
        ("no longer wrong", changes.mended),
    )


def _as_json(scores: Scores, listed: Sequence[Miss], changes: Changes | None) -> dict[str, Any]:
    out = {**scores.to_dict(), "errors": [_error(error) for error in listed]}
    if changes:
        out["changes"] = {name.replace(" ", "_"): [_error(fact) for fact in facts] for name, facts in _named(changes)}
    return out


def _error(error: Miss) -> dict[str, Any]:
    return {
        "article_id": error.article_id,
        "kind": error.kind,
        "what": error.what,
        "slots": [list(slot) for slot in error.slots],
    }

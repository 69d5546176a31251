"""Work in several processes: in the stream's order, no further ahead than needed, and not without work."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import islice

import pytest

from pipeline.workers import BATCH, in_order


def doubled(numbers: list[int]) -> tuple[int, list[int]]:
    time.sleep(0.02 * (numbers[0] // BATCH % 3))  # so that batches end in another order than they began in
    return os.getpid(), [2 * number for number in numbers]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_order_with_what_they_were_made_of(workers: int) -> None:
    batches = list(in_order(range(10 * BATCH + 3), doubled, workers))
    assert [number for batch, _ in batches for number in batch] == list(range(10 * BATCH + 3))
    assert all(made == [2 * number for number in batch] for batch, (_, made) in batches)
    assert [len(batch) for batch, _ in batches] == [BATCH] * 10 + [3]
    processes = {process for _, (process, _) in batches}
    assert (os.getpid() in processes) == (workers == 1) and len(processes) <= workers


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stream_without_end_is_taken_bit_by_bit(workers: int) -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    stream = in_order(endless(), doubled, workers)
    assert [batch[0] for batch, _ in islice(stream, 3)] == [1, 1 + BATCH, 1 + 2 * BATCH]
    assert taken <= 50 * BATCH
    stream.close()  # type: ignore[attr-defined]


def test_without_items_nothing_is_prepared() -> None:
    prepared: list[bool] = []
    assert list(in_order([], doubled, 2, lambda: prepared.append(True))) == [] == prepared
    assert len(list(in_order([1], doubled, 2, lambda: prepared.append(True)))) == len(prepared) == 1


def test_no_workers_is_an_error() -> None:
    with pytest.raises(ValueError, match="workers is 0"):
        in_order([1], doubled, 0)

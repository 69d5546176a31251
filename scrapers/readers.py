"""Who parses while the loop fetches: threads, or processes where many hosts keep one interpreter too busy."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

_THREADS = 2  # more would only fight for the interpreter


def open_readers(processes: int = 0) -> Executor:
    """Return an executor for `scrapers.reading.read_answer`.

    Args:
        processes: How many processes; 0 for threads. A program that asks for processes must be importable without
            doing anything (`if __name__ == "__main__"`).
    """
    if not processes:
        return ThreadPoolExecutor(_THREADS, thread_name_prefix="reader")
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=_end_with, initargs=(os.getpid(),))


def _end_with(parent: int) -> None:
    """Have this process end when its parent does, and not before: a pool's processes would wait for ever.

    Ctrl-C reaches the whole group; what to do about it is the parent's business.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

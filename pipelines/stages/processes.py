"""Processes of this machine that work for a run: new interpreters, which end when the run does, however that ends."""

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.util import Finalize


def open_processes(count: int) -> ProcessPoolExecutor:
    """A pool of so many processes; each is started when there is work for it."""
    # a new interpreter each: what this one holds open (databases, locks) must not be shared
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=fresh, initializer=_begin)


def _begin() -> None:
    """End this process when the one it works for dies: a pool's own would wait for ever. And at once when it is done:
    to take the interpreter apart costs half a second, and DuckDB's binding complains on the way.
    """
    Finalize(None, os._exit, (0,), exitpriority=-100)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

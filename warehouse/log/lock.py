"""One writer at a time: a lock of the operating system on a file in the home, held for a whole run.

It only keeps writers from doing work in vain. What makes a transaction safe is that its number must be free
(``Log.append``), whether anybody holds this lock or not. The system frees the lock when its holder dies.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import LogConflict, UnusableHome

LOCK_FILE = "writer.lock"
_PAUSE_SECONDS = 0.2


def _holder(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip() or "another process"
    except OSError:
        return "another process"


@contextmanager
def hold_writer(
    home: Path, *, who: str, patience: float | None = None, tell: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Be the only writer of a home while the block runs; makes the home where there is none.

    ``who`` is told to others who wait. ``tell`` hears, once, for whom this writer waits. ``patience`` is how many
    seconds it waits (None: as long as it takes). Raises LogConflict when patience ends, UnusableHome where the home
    cannot be written.
    """
    file = home / LOCK_FILE
    try:
        home.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise UnusableHome(
            f"The home {home} cannot be written ({error.strerror}): make it writable, or give another with --home."
        ) from error
    try:
        _take(handle, file, patience, tell)
        try:
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{who}, process {os.getpid()}\n".encode(), 0)
        except OSError:  # a full disk: whoever waits hears less, nothing else is lost
            pass
        yield
    finally:
        os.close(handle)


def _take(handle: int, file: Path, patience: float | None, tell: Callable[[str], None]) -> None:
    waited = 0.0
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if waited == 0.0:
                tell(f"Waiting for {_holder(file)}, which is writing to {file.parent}.")
        if patience is not None and waited >= patience:
            raise LogConflict(
                f"{_holder(file)} is still writing to {file.parent} after {patience:g} s: try again when it is done."
            )
        time.sleep(_PAUSE_SECONDS)
        waited += _PAUSE_SECONDS

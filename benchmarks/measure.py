"""A program measured from outside: its seconds, and what each of its processes holds over time. And the machine.

Only two cores are lent, so that figures are of the same machine wherever they are taken.
"""

import os
import platform
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

CORES = 2
SAMPLES_A_SECOND = 4
VERSIONED = ("duckdb", "pyarrow", "dagster", "great-expectations")


@dataclass(slots=True)
class Measured:
    """What a program did: its output, its seconds, the seconds its processes computed, and memory over time.

    ``memory`` holds (second, bytes of all its processes); ``peaks`` the most bytes each process held, the first first.
    """

    output: str
    seconds: float
    cpu_seconds: float = 0.0
    memory: list[tuple[float, int]] = field(default_factory=list)
    peaks: dict[int, int] = field(default_factory=dict)

    def thin_memory(self, most: int = 600) -> list[tuple[float, int]]:
        """Memory over time in so many points at most, each the highest of the samples it stands for."""
        step = max(1, -(-len(self.memory) // most))
        pieces = (self.memory[at : at + step] for at in range(0, len(self.memory), step))
        return [(round(piece[0][0], 2), max(held for _, held in piece)) for piece in pieces]


class Teller:
    """Prints figures beside their bounds, and keeps them: what, found, bound, whether it holds (null: unbounded)."""

    def __init__(self, *, is_silent: bool = False) -> None:
        self.lines: list[tuple[str, str, str, bool | None]] = []
        self._is_silent = is_silent

    @property
    def is_missed(self) -> bool:
        """Whether a bound was missed."""
        return any(holds is False for *_, holds in self.lines)

    def tell(self, what: str, found: str, bound: str = "", holds: bool | None = None) -> None:
        """One figure; ``holds`` is None where nothing bounds it."""
        self.lines.append((what, found, bound, holds))
        if self._is_silent:
            return
        told = f" (bound {bound})" if bound else ""
        print(f"{what}: {found}{told}{'  MISSED' if holds is False else ''}", flush=True)


def measure(program: Sequence[str | Path], *, cores: int = CORES) -> Measured:
    """Run a program on so many cores and wait for it; raises CalledProcessError, its words shown, where it fails."""
    lent = sorted(os.sched_getaffinity(0))[:cores]
    start = time.perf_counter()
    started = subprocess.Popen(  # its own session: what it starts is found by it
        [str(part) for part in program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: os.sched_setaffinity(0, lent),
    )
    made = Measured("", 0.0)
    is_over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(started.pid, made, start, is_over))
    watcher.start()
    before = os.times()
    try:
        made.output, _ = started.communicate()
    except BaseException:  # who measures was told to stop: what is measured would go on by itself
        os.killpg(started.pid, signal.SIGKILL)
        raise
    finally:
        is_over.set()
        watcher.join()
    made.seconds = time.perf_counter() - start
    after = os.times()
    made.cpu_seconds = after.children_user + after.children_system - before.children_user - before.children_system
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, list(program), made.output)
    return made


def _watch(leader: int, made: Measured, start: float, is_over: threading.Event) -> None:
    while not is_over.wait(1 / SAMPLES_A_SECOND):
        held = 0
        for process in sorted(_processes_of(leader), key=lambda number: number != leader):
            try:
                lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
            except OSError:  # it has ended since it was listed
                continue
            sizes = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in lines if line.startswith("Vm")}
            held += sizes.get("VmRSS", 0)
            made.peaks[process] = max(made.peaks.get(process, 0), sizes.get("VmHWM", 0))
        made.memory.append((time.perf_counter() - start, held))


def _processes_of(leader: int) -> list[int]:
    """The processes of a session, by the sixth field of their state."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            state = (entry / "stat").read_text("utf-8", "replace")
        except OSError:
            continue
        if int(state.rpartition(")")[2].split()[3]) == leader:
            found.append(int(entry.name))
    return found


def describe_machine() -> dict[str, str]:
    """The machine and the versions figures are of."""
    cpu = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor() or "unknown",
    )
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": cpu,
        "cores": f"{os.cpu_count()}, of which {CORES} are lent to what is measured",
        "memory": f"{total / 2**30:.0f} GiB",
        "system": platform.system(),
        "Python": platform.python_version(),
        **{name: metadata.version(name) for name in VERSIONED},
    }

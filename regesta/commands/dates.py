"""``regesta dates``: every date read in text files, as JSON Lines. Needs no home, writes nothing else.

This file parses arguments, calls `pipelines.dates` and prints; what a date is, is decided there.
"""

import json
import sys
from pathlib import Path
from typing import Any

import click

_KEYS = (
    "start", "end", "text", "edtf", "earliest", "start_latest", "end_earliest", "latest", "precision", "qualifier",
    "calendar", "basis", "rule",
)  # fmt: skip
_BOUNDS = frozenset({"earliest", "start_latest", "end_earliest", "latest"})


def _decode(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig")


def _fault(name: str, fault: Exception) -> str:
    if isinstance(fault, UnicodeDecodeError):
        return f"{name}: byte {fault.start} is no UTF-8 text; save the file as UTF-8 and try again."
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return f"{name}: cannot be read ({reason}); check the path and the permissions."


@click.command("dates")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--durations", is_flag=True, help="Also print lengths of time, ages and repeated times.")
def command(files: tuple[str, ...], durations: bool) -> None:
    """Print every date found in FILES as JSON Lines; - reads standard input.

    Files are UTF-8 text. Offsets count characters (code points), a byte order mark left out. A file that cannot be read
    is named on standard error; the others are read all the same, and the exit code is 2.
    """
    from pipelines.dates import iso_from_day
    from pipelines.dates.documents import read_document

    faults = 0
    for name in files:
        try:
            text = _decode(name)
        except (OSError, UnicodeDecodeError) as fault:
            click.echo(_fault(name, fault), err=True)
            faults += 1
            continue
        lines = []
        for mention in read_document(text, durations=durations):
            row: dict[str, Any] = {"file": name}
            for key in _KEYS:
                value = getattr(mention, key)
                row[key] = iso_from_day(value) if key in _BOUNDS and value is not None else value
            if durations:
                row["kind"], row["duration"] = mention.kind, mention.duration
            lines.append(json.dumps(row, ensure_ascii=True))
        if lines:
            click.echo("\n".join(lines))
    if faults:
        raise SystemExit(2)

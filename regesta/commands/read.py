"""``regesta read``: how files are read, as JSON Lines, without a home."""

import dataclasses
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import click

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.claims.read_source import read_source
from pipelines.claims.reading import Reading
from pipelines.dates import iso_from_day
from pipelines.sources.document import Received
from warehouse.contract.tables import Claim
from warehouse.contract.types import Kind, table_of


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def command(files: tuple[str, ...]) -> int:
    """Print what files state, one claim a line, with its parts. ``-`` reads standard input.

    A file that cannot be read is named on standard error, and the exit code is 1.
    """
    status = 0
    for name in files:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            click.echo(f"regesta: {name} cannot be read: {error.strerror}.", err=True)
            status = 1
            continue
        digest = hashlib.sha256(content).hexdigest()
        reading = read_source(Received(f"s{digest[:16]}", name, None, 1, digest, content), reading_fingerprint())
        if reading.facts.status != "normalized":
            click.echo(f"regesta: {reading.facts.problem}", err=True)
            status = 1
            continue
        if reading.facts.problem:
            click.echo(f"regesta: {name}: {reading.facts.problem}", err=True)
        for line in to_lines(reading):
            click.echo(line)
    return status


_DAYS = tuple(column.name for column in table_of(Claim).columns if column.kind is Kind.DATE)


def to_lines(reading: Reading) -> list[str]:
    """The claims of a reading as JSON objects: all columns of ``claims``, days as ISO dates, and ``parts``."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for part in reading.parts:
        columns = dataclasses.asdict(part)
        parts.setdefault(columns.pop("claim_id"), []).append(columns)
    lines = []
    for claim in reading.claims:
        row = dataclasses.asdict(claim)
        for name in _DAYS:
            if row[name] is not None:
                row[name] = iso_from_day(row[name])
        row["parts"] = parts.get(claim.claim_id, [])
        lines.append(json.dumps(row, ensure_ascii=False))
    return lines

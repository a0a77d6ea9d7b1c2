"""``regesta diff``: what changed between two states, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warehouse.errors import RegestaError

if TYPE_CHECKING:
    from rich.console import Console

_OPENINGS = {"added": "Added", "withdrawn": "Withdrawn", "restated": "Restated", "relocated": "Relocated"}
_SENTENCES = 40


@click.command(name="diff")
@click.argument("before")
@click.argument("after", required=False)
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--relocations", is_flag=True, help="Show relocations too: claims whose words only stand elsewhere now.")
@click.option("--all", "shows_all", is_flag=True, help=f"Every change as a sentence, not only the first {_SENTENCES}.")
def command(before: str, after: str | None, home: str, relocations: bool, shows_all: bool) -> None:
    """Show what was added, withdrawn and restated between the states BEFORE and AFTER, and why.

    A state is the number of a transaction (0: nothing yet), a time such as 2026-03-01 or 2026-03-01T12:00 (UTC), or
    `last`. Without AFTER, up to now; `regesta diff last` shows what the last run changed.
    """
    import duckdb
    from rich.console import Console

    from warehouse.log import attach_log, open_log
    from warehouse.log.between import (
        LAST,
        accessions_between,
        changes_between,
        find_last_run,
        find_state,
        rulings_between,
    )

    log = open_log(Path(home) / "log")
    if log.head is None:
        raise RegestaError(f"{home} has no log yet: run `regesta run` first, or give --home.")
    start = find_last_run(log) if before == LAST and after is None else find_state(log, before)
    end = find_state(log, after or LAST)
    if start > end:
        raise RegestaError(f"{before} (transaction {start}) is later than {after} (transaction {end}): give it second.")
    console = Console(highlight=False)
    console.print(f"From transaction {start} to transaction {end}:")
    with duckdb.connect() as con:
        attach_log(con, log)
        sources = accessions_between(con, start, end).to_arrow_table().to_pylist()
        rulings = rulings_between(con, start, end).to_arrow_table().to_pylist()
        changes = changes_between(con, start, end).to_arrow_table().to_pylist()
    _show_sources(console, sources, rulings)
    shown = [change for change in changes if relocations or change["change"] != "relocated"]
    _show_changes(console, shown if shows_all else shown[:_SENTENCES])
    if not shows_all and len(shown) > _SENTENCES:
        console.print(f"… and {len(shown) - _SENTENCES} more; --all shows them.")
    _show_counts(console, changes, relocations)


def _show_sources(
    console: "Console", sources: Iterable[Mapping[str, Any]], rulings: Iterable[Mapping[str, Any]]
) -> None:
    from rich.markup import escape

    from regesta.text import to_plain

    for entry in sources:
        problem = f": {entry['problem']}" if entry["problem"] else ""
        told = f"Source {entry['path']}: {entry['action']}, version {entry['version']}{problem}"
        console.print(escape(f"  {to_plain(told)} (transaction {entry['tx']})"), soft_wrap=True)
    for entry in rulings:
        what = f"{entry['kind']} {entry['target']}, because {entry['reason']}"
        told = f"Ruling by {entry['author']} {entry['action']}: {what}"
        console.print(escape(f"  {to_plain(told)} (transaction {entry['tx']})"), soft_wrap=True)


def _show_changes(console: "Console", changes: Iterable[Mapping[str, Any]]) -> None:
    from rich.markup import escape

    from regesta.sentences import tell_claim, tell_columns
    from regesta.text import to_plain

    for change in changes:
        changed = tell_columns(change["columns_changed"])
        told = f"  {_OPENINGS[change['change']]}: {tell_claim(change)}" + (f": {changed}" if changed else "")
        why = f"{change['cause']}, {to_plain(change['source_path'])}, transaction {change['tx']}"
        console.print(f"{escape(told)} [dim]({escape(why)})[/]", soft_wrap=True)


def _show_counts(console: "Console", changes: Iterable[Mapping[str, Any]], relocations: bool) -> None:
    from rich.table import Table

    counts = Counter((change["change"], change["cause"]) for change in changes)
    hidden = 0 if relocations else sum(count for (kind, _), count in counts.items() if kind == "relocated")
    if not counts:
        console.print("No claim has changed.")
        return
    table = Table()
    table.add_column("change")
    table.add_column("why")
    table.add_column("claims", justify="right")
    for kind in _OPENINGS:
        for (found, cause), count in sorted(counts.items()):
            if found == kind:
                table.add_row(kind, cause, f"{count:,}")
    console.print(table)
    if hidden:
        console.print(f"{hidden:,} relocations are not listed (their words only stand elsewhere): --relocations.")

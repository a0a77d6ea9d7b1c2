"""``regesta log``: the transactions, or the whole life of a source or a claim."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warehouse.errors import RegestaError

if TYPE_CHECKING:
    import duckdb
    from rich.console import Console

    from warehouse.log import Transaction

_LATEST = 30


@click.command(name="log")
@click.argument("of", required=False, metavar="[SOURCE|CLAIM]")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--all", "shows_all", is_flag=True, help=f"All transactions, not only the latest {_LATEST}.")
def command(of: str | None, home: str, shows_all: bool) -> None:
    """Show what was recorded: when, why, by whom, and how many claims it changed.

    With a SOURCE (its path or id) or a CLAIM (its id, or how it begins), show its whole life.
    """
    import duckdb
    from rich.console import Console

    from warehouse.log import attach_log, open_log

    log = open_log(Path(home) / "log")
    transactions = log.transactions()
    if not transactions:
        raise RegestaError(f"{home} has no log yet: run `regesta run` first, or give --home.")
    console = Console(highlight=False)
    if of is None:
        shown = transactions if shows_all else transactions[-_LATEST:]
        _show_transactions(console, shown)
        if len(shown) < len(transactions):
            console.print(f"The latest {len(shown)} of {len(transactions)} transactions; --all shows all.")
        return
    with duckdb.connect() as con:
        attach_log(con, log)
        _show_life(console, con, of)


def _show_transactions(console: "Console", transactions: Iterable["Transaction"]) -> None:
    from rich.table import Table

    from regesta.text import to_plain

    table = Table(show_lines=True)
    table.add_column("tx", justify="right")
    table.add_column("recorded (UTC)", no_wrap=True)
    table.add_column("what and why", overflow="fold")
    table.add_column("claims", overflow="fold")
    for made in transactions:
        counts = {
            "asserted": made.asserted_count,
            "restated": made.restated_count,
            "relocated": made.relocated_count,
            "retracted": made.retracted_count,
        }
        table.add_row(
            str(made.tx),
            f"{made.recorded_at:%Y-%m-%d %H:%M:%S}",
            _literal(to_plain(f"{made.kind}, by {made.agent}: {made.cause}")),
            ", ".join(f"{count:,} {word}" for word, count in counts.items() if count),
        )
    console.print(table)


def _show_life(console: "Console", con: "duckdb.DuckDBPyConnection", of: str) -> None:
    from regesta.text import to_plain
    from warehouse.log.between import find_claims, find_sources, tell_source

    sources, claims = find_sources(con, of), []
    if not sources:
        claims = find_claims(con, of)
    if not sources and not claims:
        raise RegestaError(f"The log knows no source and no claim {of!r}: give a path, a source's id or a claim's id.")
    if len(claims) > 1:
        raise RegestaError(f"{len(claims)} claims begin with {of!r}: give more of the id, as in {claims[0]}.")
    for source_id in sources:
        console.print(f"Source {source_id}", style="bold")
        for tx, recorded_at, words in tell_source(con, source_id).fetchall():
            console.print(_literal(f"  {tx:>5}  {recorded_at:%Y-%m-%d %H:%M:%S}  {to_plain(words)}"), soft_wrap=True)
    for claim_id in claims:
        _show_claim(console, con, claim_id)


def _show_claim(console: "Console", con: "duckdb.DuckDBPyConnection", claim_id: str) -> None:
    from regesta.sentences import tell_claim, tell_columns
    from regesta.text import to_plain
    from warehouse.log import between

    entries = between.tell_claim(con, claim_id).to_arrow_table().to_pylist()
    console.print(f"Claim {claim_id}", style="bold")
    console.print(_literal(f"  {tell_claim(entries[-1])}"), soft_wrap=True)
    console.print(
        _literal(f"  “{to_plain(entries[-1]['quote'])}” ({to_plain(entries[-1]['source_path'])})"), soft_wrap=True
    )
    for entry in entries:
        told = f"  {entry['tx']:>5}  {entry['recorded_at']:%Y-%m-%d %H:%M:%S}  {entry['action']} ({entry['cause']})"
        changed = tell_columns(entry["columns_changed"])
        console.print(_literal(f"{told}: {changed}" if changed else told), soft_wrap=True)


def _literal(words: str) -> str:
    """Words no bracket of which is taken for markup."""
    from rich.markup import escape

    return escape(words)

"""The few lines a run ends with: what was read, what was found, where it lies, what to try next."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table

from regesta.answers import open_marts
from regesta.text import to_plain

_COUNTED = ("sources", "passages", "citations", "claims", "events", "contradictions")


def _count(con: duckdb.DuckDBPyConnection, query: str) -> int:
    return int(con.execute(query).fetchall()[0][0])


def show_published(console: Console, home: Path) -> None:
    """The summary of the edition in force."""
    with open_marts(home) as con:
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        for name in _COUNTED:
            table.add_row(name, f"{_count(con, f'select count(*) from {name}'):,}")
        last = "from quality_results where tx = (select max(tx) from quality_results)"
        failed = _count(con, f"select count(*) {last} and not success")
        table.add_row("checks passed", f"{_count(con, f'select count(*) {last} and success'):,}")
        table.add_row("checks failed", f"{failed:,}" + (" (warnings)" if failed else ""))
        claims = _count(con, "select count(distinct row_key) from quarantine")
        if claims:
            table.add_row("claims set aside", f'{claims:,} (regesta sql "from quarantine" says why)')
        aside = con.execute("select path, problem from sources where status = 'quarantined' order by path").fetchall()
    console.print(table)
    for path, problem in aside:
        console.print(f"Set aside: {to_plain(path)}: {to_plain(problem or '')}", markup=False, soft_wrap=True)
    edition = (home / "published" / "current").resolve()
    console.print(f"\nThe edition lies in {edition}", soft_wrap=True, markup=False)
    at = "" if home == Path("data") else f" --home {home}"
    program = "regesta" if shutil.which("regesta") else os.path.relpath(sys.argv[0])
    console.print("Try next:", markup=False)
    for query in (
        "select name, birth_edtf, death_edtf, office_count from persons where has_page",
        "select date_edtf, label, quote from timeline order by date_earliest",
        "select sentence from disagreements",
    ):
        console.print(f'  {program} sql{at} "{query}"', soft_wrap=True, markup=False)


def show_rulings(console: Console, home: Path, problems: Sequence[str]) -> None:
    """What curators should know of their rulings: ``problems`` of their files, and those found not to be in force."""
    for problem in problems:
        console.print(f"Ruling set aside: {to_plain(problem)}", markup=False, soft_wrap=True)
    with open_marts(home) as con:
        found = con.execute(
            "select path, ruling_id, status, problem from rulings where problem is not null order by path, ruling_id"
        ).fetchall()
    for path, ruling_id, status, problem in found:
        told = f"Ruling {status}: {to_plain(path)}, {ruling_id}: {to_plain(problem)}"
        console.print(told, markup=False, soft_wrap=True)


def show_held_back(console: Console, home: Path, failed: list[tuple[str, str, int]]) -> None:
    """What held an edition back: ``failed`` has (table, expectation, rows) of each failed check of severity error."""
    console.print("[red]The edition was held back:[/] these checks of severity error failed.")
    table = Table("table", "expectation", "rows")
    for name, expectation, rows in failed:
        table.add_row(name, to_plain(expectation), f"{rows:,}")
    console.print(table)
    standing = home / "published" / "current"
    kept = "No edition is in force yet."
    if standing.exists():
        kept = f"The last good edition stays in force: {standing.resolve()}"
    page = home / "quality" / "index.html"
    console.print(f"{kept}\nThe rows behind each failure: {page}", soft_wrap=True, markup=False)

"""Whether sources that are gone may be withdrawn: only from the folder recorded, and never most of them at once."""

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.contract.streams import SeedFolder
from warehouse.receive import Listing


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Whether sources may be withdrawn, and where not, why, in one sentence."""

    is_allowed: bool
    reason: str | None = None


def judge_withdrawal(con: duckdb.DuckDBPyConnection, listing: Listing, home: Path, *, is_wanted: bool) -> Withdrawal:
    """Whether what is missing from a listing may be withdrawn; ``is_wanted`` says that a person asked for it.

    Needs an attached log. A listing with folders that could not be read withdraws nothing, asked for or not.
    """
    if not listing.is_complete:
        return Withdrawal(False, "part of the seed folder could not be listed")
    if is_wanted:
        return Withdrawal(True)
    recorded = con.execute("select folder, relative from log_seed_folders order by tx desc limit 1").fetchall()
    here = describe_folder(listing.folder, home)
    if recorded and here.folder != recorded[0][0] and here.relative != recorded[0][1]:
        return Withdrawal(False, f"the recorded seed folder is {recorded[0][0]}, not {here.folder}")
    if not listing.arrivals:
        return Withdrawal(False, "the seed folder is empty")
    con.execute("create or replace temp table arrived (path varchar, sha256 varchar)")
    con.executemany("insert into arrived values (?, ?)", [[a.path, a.sha256] for a in listing.arrivals])
    found = con.execute(
        """
        select
            count(*),
            count(*) filter (where path in (from arrived select path) or sha256 in (from arrived select sha256))
        from current_accessions where action <> 'withdrawn'
        """
    ).fetchall()
    standing, still_here = found[0]
    if standing > 2 * still_here:
        return Withdrawal(False, f"only {still_here} of {standing} recorded sources are still there")
    return Withdrawal(True)


def describe_folder(folder: Path, home: Path) -> SeedFolder:
    """A seed folder as it is recorded: where it lies, and where from the home, so that both may move together."""
    here = folder.resolve()
    return SeedFolder(folder=str(here), relative=os.path.relpath(here, home.resolve()))

"""Whether sources that are gone may be withdrawn: only from the folder recorded, and never most of them at once."""

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.log import Log
from warehouse.receive import Listing

FOLDER = "seed_folder"
FOLDER_FROM_HOME = "seed_folder_from_home"
"""The details of a transaction that name the folder listed: where it lies, and where from the home."""

_ARRIVED = pa.schema([("path", pa.string()), ("member", pa.string()), ("sha256", pa.string())])


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Whether sources may be withdrawn, and where not, why, in one sentence."""

    is_allowed: bool
    reason: str | None = None


def judge_withdrawal(
    con: duckdb.DuckDBPyConnection, log: Log, listing: Listing, home: Path, *, is_wanted: bool
) -> Withdrawal:
    """Whether what is missing from a listing may be withdrawn; ``is_wanted`` says that a person asked for it.

    Needs an attached log. A listing with folders that could not be read withdraws nothing, asked for or not.
    """
    if not listing.is_complete:
        return Withdrawal(False, "part of the seed folder could not be listed")
    if is_wanted:
        return Withdrawal(True)
    recorded = next((made.details for made in reversed(log.transactions()) if FOLDER in made.details), None)
    here = describe_folder(listing.folder, home)
    if recorded is not None and not any(recorded[name] == value for name, value in here.items()):
        return Withdrawal(False, f"the recorded seed folder is {recorded[FOLDER]}, not {here[FOLDER]}")
    if not listing.arrivals and not listing.containers:
        return Withdrawal(False, "the seed folder is empty")
    columns = {"path": [a.path for a in listing.arrivals], "sha256": [a.sha256 for a in listing.arrivals]}
    files = pa.table(columns | {"member": [None] * len(listing.arrivals)}, _ARRIVED)
    con.register("arrived", pa.concat_tables([files, listing.members.select(_ARRIVED.names)]))
    found = con.execute(
        """
        select
            count(*),
            count(*) filter (
                where (path, coalesce(member, '')) in (select (path, coalesce(member, '')) from arrived)
                    or sha256 in (from arrived select sha256)
                    -- in a container that could not be read to its end
                    or (member is not null and path in (select path from arrived where member is null))
            )
        from current_accessions where action <> 'withdrawn'
        """
    ).fetchall()
    standing, still_here = found[0]
    if standing > 2 * still_here:
        return Withdrawal(False, f"only {still_here} of {standing} recorded sources are still there")
    return Withdrawal(True)


def describe_folder(folder: Path, home: Path) -> dict[str, str]:
    """A seed folder as a transaction's details name it: home and seeds may move together and stay the same."""
    here = folder.resolve()
    return {FOLDER: str(here), FOLDER_FROM_HOME: os.path.relpath(here, home.resolve())}

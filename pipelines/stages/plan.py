"""Whether there is anything to do: the folder, the log and the code compared with the edition in force."""

from pathlib import Path

import duckdb

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages.fingerprint import projection_fingerprint
from pipelines.stages.listing import list_now
from pipelines.stages.members import find_members
from pipelines.stages.ruling_folder import compare_rulings, find_folder, list_rulings
from pipelines.stages.withdrawal import judge_withdrawal
from warehouse.log import Log, Transaction, attach_log, compare_folder, open_log
from warehouse.publish import read_standing

SILENT = ("validation", "fixity check")
"""Transactions that make no edition stale: they judge what stands and add nothing to it."""


def find_content_head(log: Log) -> Transaction | None:
    """The last transaction that changed what is known."""
    return next((made for made in reversed(log.transactions()) if made.kind not in SILENT), None)


def describe_state(log: Log) -> dict[str, str | None]:
    """What an edition is made from: the log's content, and the code that reads and projects it."""
    head = find_content_head(log)
    return {
        "content_head": head.hash if head else None,
        "reading": reading_fingerprint(),
        "projection": projection_fingerprint(),
    }


def find_standing_edition(
    seeds: Path,
    home: Path,
    rulings: Path | None = None,
    *,
    is_withdrawal_wanted: bool = False,
    is_paranoid: bool = False,
) -> Path | None:
    """The edition in force where neither the folder, its rulings, the log nor the code has changed since; else None.

    ``is_paranoid`` digests every file anew. A home or folder that cannot be read is left for the run itself to name.
    """
    standing = read_standing(home)
    if standing is None or not seeds.is_dir():
        return None
    edition, made_from = standing
    log = open_log(home / "log")
    if any(made_from.get(name) != value for name, value in describe_state(log).items()):
        return None
    with duckdb.connect() as con:
        attach_log(con, log)
        listing = find_members(list_now(seeds, home, reads_all=is_paranoid), home / "cache")
        if listing is None:
            return None  # a container has not been opened yet
        withdrawal = judge_withdrawal(con, log, listing, home, is_wanted=is_withdrawal_wanted)
        changed = compare_folder(con, listing.arrivals, listing.members, withdraw=withdrawal.is_allowed).num_rows
        ruled = list_rulings(find_folder(seeds, rulings))
        changed += compare_rulings(con, ruled, withdraw=withdrawal.is_allowed).num_rows
    return None if changed else edition

"""An edition from the log alone: what a run makes of it, without a seed folder, and without appending anything."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages.fingerprint import projection_fingerprint
from pipelines.stages.identify import identify
from pipelines.stages.publish import complete_edition
from pipelines.stages.read import stage_recorded
from pipelines.stages.receive import stage_sources
from pipelines.stages.run import Run
from pipelines.stages.stage import stage_marts
from warehouse.errors import RegestaError
from warehouse.log import Transaction, attach_log, open_log
from warehouse.publish import DESCRIPTOR, keep_edition, name_edition, publish


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A rebuilt edition: where it lies, and the transaction it stands at."""

    folder: Path
    at: Transaction


def rebuild_edition(run: Run, *, as_of: int | None = None, to: Path | None = None) -> Rebuilt:
    """Make an edition from what had been recorded by transaction ``as_of`` (all of it where None), by today's rules.

    It takes force where ``as_of`` and ``to`` are None; else it lies in ``to``, which must not exist, or among the
    published editions. Raises RegestaError where the log is empty or ``to`` exists.
    """
    if to is not None and to.exists():
        raise RegestaError(f"{to} exists already: give a folder that does not, or take it away.")
    with _scratch(run, as_of) as scratch:
        at = _build(scratch)
        name = name_edition(run.home, f"{at.tx:06d}-{at.hash[:8]}" + ("" if as_of is None else "-as-of"))
        complete_edition(scratch, name, reading=_find_reading(scratch))
        if to is not None:
            shutil.copytree(scratch.staging, to)
            return Rebuilt(to, at)
        settle = publish if as_of is None else keep_edition
        return Rebuilt(settle(run.home, scratch.staging, name), at)


def find_replay_damage(run: Run, edition: Path) -> list[str]:
    """What an edition holds that its log does not give: the files whose bytes a replay makes otherwise, as sentences.

    Raises RegestaError where the edition was made by other code than today's, so that nothing can be said.
    """
    package = json.loads((edition / DESCRIPTOR).read_bytes())
    made_by = (package["regesta"]["reading"], package["regesta"]["projection"])
    if made_by != (reading_fingerprint(), projection_fingerprint()):
        raise RegestaError(f"{edition} was made by other code than this, so a replay cannot be compared with it.")
    with _scratch(run, package["regesta"]["tx"]) as scratch:
        _build(scratch)
        complete_edition(scratch, package["regesta"]["edition"], reading=_find_reading(scratch))
        replayed = json.loads((scratch.staging / DESCRIPTOR).read_bytes())
    digests = {part["path"]: part["sha256"] for part in replayed["resources"]}
    return [
        f"{edition / part['path']} is not what its log gives: run `regesta rebuild`."
        for part in package["resources"]
        if digests.get(part["path"]) != part["sha256"]
    ]


@contextmanager
def _scratch(run: Run, as_of: int | None) -> Iterator[Run]:
    """A run in a home of its own, whose log is the first ``as_of`` transactions of the real one, linked."""
    log = open_log(run.log_folder)
    transactions = log.transactions()[:as_of]
    if not transactions:
        raise RegestaError(f"{run.home} had nothing recorded: run `regesta run` first, or give a later --as-of.")
    home = run.home / "staging" / f"rebuild-{run.run_id}"
    (home / "log" / "transactions").mkdir(parents=True)
    try:
        for made in transactions:
            name = f"transactions/{made.tx:08d}.json"
            os.link(run.log_folder / name, home / "log" / name)
        (home / "log" / "segments").symlink_to((run.log_folder / "segments").resolve())
        run.cache.mkdir(exist_ok=True)
        (home / "cache").symlink_to(run.cache.resolve())
        yield replace(run, home=home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _build(scratch: Run) -> Transaction:
    """Stage every table and the marts from the scratch log."""
    log = open_log(scratch.log_folder)
    with duckdb.connect() as con:
        at = attach_log(con, log)
        assert at is not None
        stage_sources(con, scratch.staging)
    stage_recorded(scratch)
    identify(scratch, is_recorded=False)
    stage_marts(scratch)
    return at


def _find_reading(scratch: Run) -> str | None:
    """The fingerprint of the code that read what stands; None where several did, so that a run reads again."""
    with duckdb.connect() as con:
        attach_log(con, open_log(scratch.log_folder))
        found = con.execute("select distinct fingerprint from current_readings").fetchall()
    return str(found[0][0]) if len(found) == 1 else None

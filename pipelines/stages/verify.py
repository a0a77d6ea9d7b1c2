"""Fixity as a stage: every byte read, the edition compared with a replay of the log, the result recorded."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace

from pipelines.stages.rebuild import find_replay_damage
from pipelines.stages.run import Run
from warehouse.errors import RegestaError
from warehouse.log import hold_writer, open_log
from warehouse.log.verify import Fixity, record_fixity, verify_home
from warehouse.publish import read_standing


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check found, and one sentence on the replay, or None where none was made."""

    fixity: Fixity
    replay: str | None


def verify_everything(run: Run, *, is_replayed: bool, is_recorded: bool, tell: Callable[[str], None]) -> Verified:
    """Check log and edition, and record the result in the log, which makes no edition stale.

    Only the replay and the record hold the home; ``tell`` hears for whom they wait. Raises RegestaError where the
    home has no log.
    """
    if not run.log_folder.is_dir():
        raise RegestaError(f"{run.home} has no log yet: run `regesta run` first, or give --home.")
    run.reporter.begin("Reading every byte")
    log = open_log(run.log_folder)
    standing = read_standing(run.home)
    fixity = verify_home(log, standing[0] if standing else None, tell=run.reporter.advance)
    replay = None
    with hold_writer(run.home, who=run.agent, tell=tell) if is_replayed or is_recorded else nullcontext():
        if standing and not fixity.damages and is_replayed:
            run.reporter.begin("Replaying the log")
            try:
                damages = find_replay_damage(run, standing[0])
                came_out = "other bytes" if damages else "every table comes out the same, byte for byte"
                replay = f"Replayed the log: {came_out}."
            except RegestaError as error:
                damages, replay = [], str(error)
            fixity = replace(fixity, damages=(*fixity.damages, *damages))
        if is_recorded:
            record_fixity(log, fixity, agent=run.agent, run_id=run.run_id, recorded_at=run.clock())
    return Verified(fixity, replay)

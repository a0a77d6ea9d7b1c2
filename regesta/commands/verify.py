"""``regesta verify``: whether log and edition are still what was written."""

import uuid
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from warehouse.errors import RegestaError


@click.command(name="verify")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--no-replay", is_flag=True, help="Check bytes only; do not make the edition again from the log.")
@click.option("--no-record", is_flag=True, help="Do not record the result in the log.")
def command(home: str, no_replay: bool, no_record: bool) -> int:
    """Check the chain of transactions, every segment, every stored byte, and the edition in force.

    The edition's files are checked against their digests, and against what a replay of the log gives. Names every
    damaged file and ends with 1 when there is one. The result is recorded in the log, which makes no edition stale.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    from warehouse.log import hold_writer, open_log
    from warehouse.log.verify import record_fixity, verify_home
    from warehouse.publish import read_standing

    folder = Path(home)
    if not (folder / "log").is_dir():
        raise RegestaError(f"{home} has no log yet: run `regesta run` first, or give --home.")
    console = Console(highlight=False)
    log = open_log(folder / "log")
    standing = read_standing(folder)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Reading every byte", total=None)
        fixity = verify_home(
            log,
            standing[0] if standing else None,
            tell=lambda done, total: progress.update(task, completed=done, total=total),
        )
    with nullcontext() if no_record and no_replay else hold_writer(folder, who="regesta verify", tell=console.print):
        if standing and not fixity.damages and not no_replay:
            with console.status("Replaying the log ..."):
                damages, note = _replay(folder, standing[0])
            fixity = replace(fixity, damages=(*fixity.damages, *damages))
            console.print(escape(note), soft_wrap=True)
        if not no_record:
            record_fixity(log, fixity, agent="regesta verify", run_id=None, recorded_at=datetime.now(UTC))
    for damage in fixity.damages:
        console.print(escape(damage), style="red", soft_wrap=True)
    console.print(escape(fixity.told if not fixity.damages else f"{len(fixity.damages)} damaged."), soft_wrap=True)
    return 1 if fixity.damages else 0


def _replay(home: Path, edition: Path) -> tuple[list[str], str]:
    """The damages a replay of the log finds in an edition, and one sentence on the replay."""
    from pipelines.stages.rebuild import find_replay_damage
    from pipelines.stages.run import Run

    run = Run(
        seeds=home / "no seeds",
        home=home,
        run_id=uuid.uuid4().hex,
        agent="regesta verify",
        withdraw=False,
        clock=lambda: datetime.now(UTC),
        reporter=_Silent(),
    )
    try:
        damages = find_replay_damage(run, edition)
    except RegestaError as error:
        return [], str(error)
    return (
        damages,
        f"Replayed the log: {'other bytes' if damages else 'every table comes out the same, byte for byte'}.",
    )


class _Silent:
    """Told the progress of a replay, and says nothing."""

    def begin(self, stage: str) -> None:
        """A stage begins."""

    def advance(self, done: int, total: int) -> None:
        """So many sources are done."""

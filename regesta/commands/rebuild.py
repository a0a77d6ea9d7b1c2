"""``regesta rebuild``: an edition from the log alone."""

import uuid
from datetime import UTC, datetime
from pathlib import Path

import click

from warehouse.errors import RegestaError


@click.command(name="rebuild")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option(
    "--as-of",
    "as_of",
    metavar="WHEN",
    help="Only what had been recorded by then: a transaction's number or a time (UTC).",
)
@click.option("--to", type=click.Path(), help="Write it into this new folder; the edition in force stays.")
def command(home: str, as_of: str | None, to: str | None) -> None:
    """Make an edition from the log alone; the seed folder is not needed, and nothing is recorded.

    It takes force, unless --as-of or --to is given. The same log gives the same bytes.
    """
    from rich.console import Console

    from pipelines.stages.rebuild import rebuild_edition
    from pipelines.stages.run import Run
    from regesta.progress import TerminalReporter
    from warehouse.log import hold_writer, open_log
    from warehouse.log.between import find_state

    folder = Path(home)
    if not (folder / "log").is_dir():
        raise RegestaError(f"{home} has no log yet: run `regesta run` first, or give --home.")
    console = Console(highlight=False)
    state = None if as_of is None else find_state(open_log(folder / "log"), as_of)
    with hold_writer(folder, who="regesta rebuild", tell=console.print), TerminalReporter(console) as reporter:
        run = Run(
            seeds=folder / "no seeds",
            home=folder,
            run_id=uuid.uuid4().hex,
            agent="regesta rebuild",
            withdraw=False,
            clock=lambda: datetime.now(UTC),
            reporter=reporter,
        )
        made = rebuild_edition(run, as_of=state, to=None if to is None else Path(to))
    stands = f"transaction {made.at.tx}, recorded {made.at.recorded_at:%Y-%m-%d %H:%M:%S} UTC"
    console.print(f"Rebuilt from the log alone, as of {stands}.", soft_wrap=True)
    if state is not None:
        console.print("What had been recorded by then, identified and compared under today's rules.", soft_wrap=True)
    in_force = state is None and to is None
    console.print(
        f"The edition lies in {made.folder}{' and is in force' if in_force else '; the one in force stays'}.",
        soft_wrap=True,
        markup=False,
    )

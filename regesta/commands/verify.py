"""``regesta verify``: whether log and edition are still what was written."""

import uuid
from datetime import UTC, datetime
from pathlib import Path

import click


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

    from pipelines.stages.run import Run
    from pipelines.stages.verify import verify_everything
    from regesta.progress import TerminalReporter

    console = Console(highlight=False)
    folder = Path(home)
    with TerminalReporter(console) as reporter:
        run = Run(
            seeds=folder / "no seeds",
            home=folder,
            run_id=uuid.uuid4().hex,
            agent="regesta verify",
            withdraw=False,
            clock=lambda: datetime.now(UTC),
            reporter=reporter,
        )
        verified = verify_everything(run, is_replayed=not no_replay, is_recorded=not no_record, tell=console.print)
    fixity = verified.fixity
    if verified.replay:
        console.print(escape(verified.replay), soft_wrap=True)
    for damage in fixity.damages:
        console.print(escape(damage), style="red", soft_wrap=True)
    console.print(escape(fixity.told if not fixity.damages else f"{len(fixity.damages)} damaged."), soft_wrap=True)
    return 1 if fixity.damages else 0

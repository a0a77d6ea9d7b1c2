"""``regesta verify``: whether log and edition are still what was written."""

from datetime import UTC, datetime
from pathlib import Path

import click

from warehouse.errors import RegestaError


@click.command(name="verify")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--no-record", is_flag=True, help="Do not record the result in the log.")
def command(home: str, no_record: bool) -> int:
    """Check the chain of transactions, every segment, every stored byte, and the edition in force.

    Names every damaged file and ends with 1 when there is one. The result is recorded in the log, which makes no
    edition stale.
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
    if not no_record:
        with hold_writer(folder, who="regesta verify", tell=console.print):
            record_fixity(log, fixity, agent="regesta verify", run_id=None, recorded_at=datetime.now(UTC))
    for damage in fixity.damages:
        console.print(escape(damage), style="red", soft_wrap=True)
    console.print(escape(fixity.told if not fixity.damages else f"{len(fixity.damages)} damaged."), soft_wrap=True)
    return 1 if fixity.damages else 0

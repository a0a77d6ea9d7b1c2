"""``regesta ui``: the Dagster UI on this machine."""

import os
import sys
from pathlib import Path

import click


@click.command(name="ui")
@click.option("--seeds", default="seeds", envvar="REGESTA_SEEDS", show_default=True, help="The folder of sources.")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--port", default=3000, show_default=True, help="The port on 127.0.0.1.")
def command(seeds: str, home: str, port: int) -> None:
    """Open the Dagster UI on 127.0.0.1, with the nightly schedule and the sensor on the seed folder switched on.

    Stop it with Ctrl-C. Run history is kept under the home.
    """
    from pipelines.instance import prepare_instance

    folder = prepare_instance(Path(home))
    settings = {
        "DAGSTER_HOME": str(folder),
        "REGESTA_HOME": str(Path(home).resolve()),
        "REGESTA_SEEDS": str(Path(seeds).resolve()),
    }
    click.echo(f"The Dagster UI opens on http://127.0.0.1:{port} (Ctrl-C stops it).")
    sys.stdout.flush()
    dagster = str(Path(sys.executable).with_name("dagster"))
    arguments = ["dev", "-m", "pipelines.definitions", "-h", "127.0.0.1", "-p", str(port)]
    os.execve(dagster, [dagster, *arguments], os.environ | settings)

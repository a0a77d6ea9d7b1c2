"""``regesta export``: an edition in another form."""

from pathlib import Path

import click


@click.group(name="export")
def command() -> None:
    """Write the edition in force in another form."""


@command.command(name="site")
@click.option("--to", required=True, type=click.Path(path_type=Path), help="The folder to write; it must not exist.")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
def site(to: Path, home: str) -> None:
    """A static site: each source with the words of every claim marked, each life, the disagreements.

    Needs no server, no network and no script: open index.html, from a USB stick too.
    """
    from rich.console import Console

    from regesta.answers import open_marts
    from regesta.pages.site import write_site

    edition = (Path(home) / "published" / "current").resolve().name
    with open_marts(Path(home)) as con, Console().status("Writing pages ..."):
        counts = write_site(con, to, edition=edition)
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    click.echo(f"Wrote {told}: open {to / 'index.html'}")

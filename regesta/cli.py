"""The command ``regesta``: finds the file of the command asked for, and says errors in one line."""

import importlib
import os
import pkgutil
import sys

import click

import regesta.commands
from warehouse.errors import RegestaError


class CommandFolder(click.Group):
    """A group whose commands are the files of ``regesta/commands``, imported only when asked for.

    So that ``regesta dates`` does not wait for Dagster, and a new command is one new file.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands, in alphabetical order."""
        return sorted(module.name for module in pkgutil.iter_modules(regesta.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"regesta.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=CommandFolder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="regesta", prog_name="regesta")
def regesta_command() -> None:
    """What archives and encyclopedias state about lives: dated, sourced and compared."""


def main() -> None:
    """Run the command line; exits 2 with one line on standard error when the work cannot be done."""
    try:
        status = regesta_command.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except RegestaError as error:
        click.echo(f"regesta: {error}", err=True)
        status = 2
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written and synced. Taking the interpreter apart would cost half a second with Great Expectations loaded,
    # and DuckDB's binding complains on the way of objects SQLAlchemy still holds.
    os._exit(status if isinstance(status, int) else 0)

"""``regesta sql``: a question to the marts, in SQL."""

import sys
from pathlib import Path

import click

from warehouse.errors import RegestaError


@click.command(name="sql")
@click.argument("query", required=False)
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--file", "file", type=click.Path(exists=True, dir_okay=False), help="Read the query from a file.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@click.option("--to", type=click.Path(dir_okay=False), help="Write to this file (parquet needs one).")
@click.option("--examples", is_flag=True, help="Show questions a historian asks, with their queries.")
def command(query: str | None, home: str, file: str | None, form: str, to: str | None, examples: bool) -> None:
    """Ask the edition in force a QUERY; tables stand in schema main, marts in schema marts.

    Opened read-only: nothing can be changed. Without a query, on a terminal, it asks for one after the other, with
    history and completion (an empty line or Ctrl-D ends it).
    """
    from regesta.answers import open_marts, write_answer

    if examples:
        _show_examples()
        return
    if file:
        query = Path(file).read_text("utf-8")
    if not query:
        if not sys.stdin.isatty():
            raise click.UsageError('Give a query, e.g. regesta sql "select name, birth_edtf from persons".')
        from regesta.prompt import ask_on

        with open_marts(Path(home)) as con:
            ask_on(con, history=Path(home) / "cache" / "sql_history")
        return
    if form == "parquet" and not to:
        raise click.UsageError("Parquet is written to a file: add --to FILE.")
    with open_marts(Path(home)) as con:
        try:
            write_answer(con, query, form, to)
        except OSError as error:
            raise RegestaError(f"Cannot write {to}: {error.strerror}.") from error


def _show_examples() -> None:
    import tomllib
    from importlib import resources

    text = (resources.files("regesta") / "examples.toml").read_text("utf-8")
    for number, example in enumerate(tomllib.loads(text)["example"], 1):
        click.echo(f"{number}. {example['question']}\n   {example['query']}\n")

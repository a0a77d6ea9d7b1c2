"""``regesta run``: the main job, once, with progress and a summary."""

from pathlib import Path

import click


@click.command(name="run")
@click.option("--seeds", default="seeds", envvar="REGESTA_SEEDS", show_default=True, help="The folder of sources.")
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--rulings", default="", help="The folder of curators' rulings.  [default: rulings in the seed folder]")
@click.option(
    "--withdraw",
    is_flag=True,
    help="Withdraw sources that are gone even when the folder is empty, another one, or has lost more than half.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="Read this again and no other source: a path, a pattern, or a collection (first folder). Withdraws nothing.",
)
@click.option("--strict", is_flag=True, help="Let broken laws of severity warning hold the edition back too.")
@click.option("--paranoid", is_flag=True, help="Read every file to its end, even one that lies as it lay.")
@click.option(
    "--batch-sources",
    default=1000,
    show_default=True,
    type=click.IntRange(1, 100_000),
    help="How many sources are read, and recorded, at a time.",
)
@click.option(
    "--engine",
    default="local",
    envvar="REGESTA_ENGINE",
    show_default=True,
    help="Who reads: local, spark (on this machine), spark://HOST:PORT (a standalone cluster), or spark:MASTER.",
)
@click.option(
    "--workers",
    default=0,
    show_default=True,
    type=click.IntRange(0, 256),
    help="How many processes read where the engine is local; 0 for one a core.",
)
def command(
    seeds: str,
    home: str,
    rulings: str,
    withdraw: bool,
    only: tuple[str, ...],
    strict: bool,
    paranoid: bool,
    batch_sources: int,
    engine: str,
    workers: int,
) -> int:
    """Read what is new in the seed folder, check it, and publish an edition.

    Ends with 0 when an edition was published or nothing has changed, 1 when checks held it back, 2 when it could not
    run.
    """
    from rich.console import Console

    from pipelines.stages.plan import find_standing_edition
    from pipelines.stages.ruling_folder import find_folder, list_rulings
    from regesta.summary import show_held_back, show_published, show_rulings

    console = Console(highlight=False)
    folder = Path(rulings) if rulings else None
    standing = None
    if not only:
        standing = find_standing_edition(
            Path(seeds), Path(home), folder, is_withdrawal_wanted=withdraw, is_paranoid=paranoid
        )
    if standing is not None:
        told = f"Nothing has changed since edition {standing.name}: it stays in force ({standing})."
        console.print(told, soft_wrap=True, markup=False)
        show_rulings(console, Path(home), list_rulings(find_folder(Path(seeds), folder)).problems)
        return 0

    from pipelines.launch import launch_refresh
    from regesta.progress import TerminalReporter
    from warehouse.errors import RegestaError

    with TerminalReporter(console) as reporter:
        outcome = launch_refresh(
            reporter=reporter,
            seeds=seeds,
            home=home,
            rulings=rulings,
            withdraw=withdraw,
            only=list(only),
            strict=strict,
            paranoid=paranoid,
            batch_sources=batch_sources,
            engine=engine,
            workers=workers,
        )
    if outcome.problem is not None:
        raise RegestaError(outcome.problem)
    if outcome.failed_checks:
        show_held_back(console, Path(home), list(outcome.failed_checks))
        return 1
    show_published(console, Path(home))
    show_rulings(console, Path(home), list_rulings(find_folder(Path(seeds), folder)).problems)
    return 0

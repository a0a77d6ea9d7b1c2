"""The stages of a run, one after the other, without Dagster: what most integration tests drive."""

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

SEEDS = Path(__file__).parents[2] / "seeds"
_RUNS = itertools.count(1)


class Silent:
    """A reporter nobody listens to."""

    def begin(self, stage):
        """Nothing."""

    def advance(self, done, total):
        """Nothing."""


def refresh(seeds, home, *, withdraw=False, clock=None, checked=True, **settings):
    """One run; returns its summary, and the edition that took force, or None where nothing was to do."""
    from pipelines.stages.identify import identify
    from pipelines.stages.judge import judge_staged
    from pipelines.stages.publish import publish_edition
    from pipelines.stages.read import read_sources
    from pipelines.stages.receive import receive_sources
    from pipelines.stages.run import Run
    from pipelines.stages.stage import stage_marts

    tell_time = clock or (lambda: datetime.now(UTC) + timedelta(seconds=10))  # as if all files had come to rest
    run = Run(Path(seeds), Path(home), f"run{next(_RUNS)}", "test", withdraw, tell_time, Silent(), **settings)
    received = receive_sources(run)
    if not received.is_work_left:
        return received.summary, None
    read_sources(run)
    identify(run)
    stage_marts(run)
    if checked:
        judgement = judge_staged(run)
        assert not judgement.failed_errors, [(f.law.check_id, f.breaches[:3]) for f in judgement.failed_errors]
    return received.summary, publish_edition(run)


def ask(home, query, *parameters):
    """Rows of a question to the marts of the edition in force."""
    with duckdb.connect() as con:
        con.execute(f"attach '{(Path(home) / 'marts.duckdb').resolve()}' as regesta (read_only)")
        con.execute("use regesta")
        return con.execute(query, list(parameters)).fetchall()

"""What a run's settings do: some sources only, strictness, batches; and what passes is tried again."""

import dagster as dg
import pytest
from integration.driver import Silent, ask, refresh

from pipelines.definitions import defs
from pipelines.stages.judge import Judgement
from warehouse.errors import LogConflict, UnusableSeeds
from warehouse.log import open_log

ONE = "002_bb7f11b13fbe1446.txt"


def kinds(home):
    return [made.kind for made in open_log(home / "log").transactions()]


def test_a_run_of_one_source_reads_it_again_and_withdraws_nothing(seeds, home):
    refresh(seeds, home, checked=False)
    (seeds / "000_51a20042180f19dc.txt").unlink()
    before = ask(home, "select count(*) from claims")
    refresh(seeds, home, only=(ONE,))
    head = open_log(home / "log").transactions()[-2]
    assert head.cause == "Read 1 source: newer reading."
    assert (head.asserted_count, head.retracted_count) == (0, 0)
    assert ask(home, "select count(*) from claims") == before
    summary, _ = refresh(seeds, home)
    assert "1 withdrawn" in summary


@pytest.mark.parametrize("name", [ONE, "letters", "letters/*", "let*/a.txt"])
def test_sources_are_named_by_path_pattern_or_collection(name, seeds, home):
    (seeds / "letters").mkdir()
    (seeds / "letters" / "a.txt").write_text("= Anna Berg =\n\n- Born: 3 May 1901\n")
    refresh(seeds, home, only=(name,))
    wanted = ONE if name == ONE else "letters/a.txt"
    assert ask(home, "select path from sources where status = 'normalized'") == [(wanted,)]
    _, edition = refresh(seeds, home)
    assert edition is not None, "what was left out is read by the next run"
    assert ask(home, "select count(*) from sources where status = 'normalized'") == [(4,)]


def test_a_name_that_names_nothing_is_told(seeds, home):
    with pytest.raises(UnusableSeeds, match="No source of the log is named by nowhere"):
        refresh(seeds, home, only=("nowhere",))


def test_batches_are_as_large_as_set(seeds, home):
    refresh(seeds, home, batch_sources=1)
    assert kinds(home).count("normalization") == 3


def test_a_strict_run_is_held_back_by_warnings(tmp_path):
    class Law:
        severity = "warning"

    class Finding:
        law = Law()
        success = False

    assert not Judgement((Finding(),), tmp_path, is_strict=False).failed_errors
    assert Judgement((Finding(),), tmp_path, is_strict=True).failed_errors


def launch(seeds, home, reporter=None):
    with dg.DagsterInstance.ephemeral() as instance:
        return defs.resolve_job_def("refresh").execute_in_process(
            instance=instance,
            resources={"reporter": reporter or Silent()},
            run_config={
                "resources": {"settings": {"config": {"seeds": str(seeds), "home": str(home)}}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            raise_on_error=False,
        )


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr("pipelines.assets.run.FIRST_PAUSE_SECONDS", 0.01)


@pytest.mark.parametrize(("room", "step"), [("assets.archive", "receive_sources"), ("checks", "judge_staged")])
def test_what_may_pass_is_tried_again(room, step, seeds, home, monkeypatch, impatient):
    import importlib

    tries = []
    module = importlib.import_module(f"pipelines.{room}")
    take = getattr(module, step)

    def take_at_the_third_try(run):
        tries.append(run.run_id)
        if len(tries) < 3:
            raise LogConflict("Another writer was first.")
        return take(run)

    monkeypatch.setattr(module, step, take_at_the_third_try)
    result = launch(seeds, home)
    assert result.success
    assert len(tries) == 3
    assert len(set(tries)) == 1, "a retry goes on in the same staging folder"


@pytest.mark.parametrize(
    ("error", "expected"), [(UnusableSeeds("There is no seed folder."), 1), (LogConflict("Another was first."), 4)]
)
def test_what_does_not_pass_is_not_tried_forever(error, expected, seeds, home, monkeypatch, impatient):
    from pipelines.assets import archive

    tries = []

    def receive(run):
        tries.append(run)
        raise error

    monkeypatch.setattr(archive, "receive_sources", receive)
    result = launch(seeds, home)
    print([e.event_specific_data for e in result.all_events if "FAIL" in e.event_type_value])
    assert not result.success
    assert len(tries) == expected

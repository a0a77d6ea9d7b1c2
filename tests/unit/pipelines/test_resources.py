"""Settings are checked in one sentence; progress is told now and then, with its rate."""

import pytest

from pipelines.assets.run import may_pass
from pipelines.resources import LogReporter, Settings
from warehouse.errors import LogConflict, RegestaError, UnusableHome


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"batch_sources": 0}, "batch_sources is 0"),
        ({"workers": -1}, "workers is -1"),
        ({"engine": "flink"}, "engine is “flink”"),
        ({"only": ["../other"]}, "inside the seed folder"),
        ({"only": ["/etc"]}, "inside the seed folder"),
        ({"only": [" "]}, "inside the seed folder"),
        ({"only": ["a"], "withdraw": True}, "exclude each other"),
        ({"webhook": "example"}, "begins with http"),
    ],
)
def test_a_wrong_setting_is_one_sentence(setting, told):
    with pytest.raises(RegestaError, match=told) as raised:
        Settings(**setting).check()
    assert "\n" not in str(raised.value)


def test_good_settings_pass(monkeypatch):
    monkeypatch.setenv("REGESTA_WEBHOOK", "http://127.0.0.1:9/told")
    Settings(only=["letters", "a/*.txt"]).check()


@pytest.mark.parametrize(("number", "expected"), [(5, True), (11, True), (28, False), (13, False)])
def test_a_disk_that_is_full_or_forbidden_needs_a_person(number, expected):
    error = UnusableHome("It does not take it.")
    error.__cause__ = OSError(number, "no")
    assert may_pass(error) is expected
    assert may_pass(OSError(number, "no")) is expected


def test_another_writer_may_pass_and_a_mistake_does_not():
    assert may_pass(LogConflict("Another was first."))
    assert not may_pass(RegestaError("No."))


def test_progress_is_told_every_few_seconds_with_rate_and_time_left(monkeypatch):
    told = []

    class Log:
        def info(self, words, *, extra):
            told.append((words, extra))

    now = [100.0]
    monkeypatch.setattr("pipelines.resources.dg.get_dagster_logger", lambda _: Log())
    monkeypatch.setattr("pipelines.resources.time.monotonic", lambda: now[0])
    reporter = LogReporter()
    reporter.begin("Reading")
    for done in range(100, 1100, 100):
        now[0] += 1
        reporter.advance(done, 1000)
    assert [words for words, _ in told] == [
        "Reading",
        "Reading: 500 of 1,000, 100 a second, about 5 s left",
        "Reading: 1,000 of 1,000, 100 a second",
    ]
    assert told[1][1] == {"stage": "Reading", "done": 500, "total": 1000, "rate": 100.0, "seconds_left": 5.0}

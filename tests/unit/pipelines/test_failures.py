"""What is told when a run fails, and to whom."""

import json
import logging
import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import dagster as dg
import pytest

from pipelines.failures import describe_failure
from pipelines.instance import PROCESS, fail_dead_runs
from pipelines.notify import notify_failure


@pytest.fixture
def webhook():
    heard = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/told", heard
    server.shutdown()
    thread.join()
    server.server_close()


def notify(webhook):
    notify_failure("No seeds.", job="refresh", run_id="r1", home="data", webhook=webhook)


def test_the_webhook_hears_what_failed_and_where(webhook, caplog):
    address, heard = webhook
    notify(address)
    (told,) = heard
    assert told == {
        "text": "Regesta: refresh failed. No seeds.",
        "job": "refresh",
        "run_id": "r1",
        "home": "data",
        "problem": "No seeds.",
    }
    assert "Run r1 of refresh failed: No seeds." in caplog.text


def test_without_a_webhook_the_log_is_told(caplog):
    notify("")
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_webhook_that_does_not_answer_is_told_and_harms_nothing(caplog):
    notify("http://127.0.0.1:1/nobody")
    assert "did not take the message about run r1" in caplog.text


def error(message, cls_name, cause=None):
    return SimpleNamespace(message=message, cls_name=cls_name, cause=cause)


def test_the_words_of_the_first_cause_are_told():
    cause = error("warehouse.errors.UnusableSeeds: There is no seed folder: make it.\n", "UnusableSeeds")
    outer = error("dagster.Failure: whatever\n", "Failure", cause)
    assert describe_failure([outer]) == "There is no seed folder: make it."
    assert describe_failure([error("ValueError: 3\n", "ValueError")]) == "3"


def test_a_check_that_held_an_edition_back_is_told_otherwise():
    assert describe_failure([error("it failed", "DagsterAssetCheckFailedError")]) is None
    assert describe_failure([]) is None


def test_a_run_whose_process_is_gone_is_marked_as_failed():
    job = dg.JobDefinition(name="nothing", graph_def=dg.GraphDefinition(name="nothing"))
    gone = os.fork()
    if not gone:
        os._exit(0)
    os.waitpid(gone, 0)
    with dg.DagsterInstance.ephemeral() as instance:
        runs = {
            name: instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED, tags=tags).run_id
            for name, tags in {
                "dead": {PROCESS: str(gone)},
                "alive": {PROCESS: str(os.getpid())},
                "of the daemon": {},
            }.items()
        }
        fail_dead_runs(instance)
        states = {name: instance.get_run_by_id(run_id).status.value for name, run_id in runs.items()}
    assert states == {"dead": "FAILURE", "alive": "STARTED", "of the daemon": "STARTED"}

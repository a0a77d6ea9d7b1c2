"""One hook for what fails: the log always hears it, an address (a webhook) where one is set."""

import logging

import requests

_LOG = logging.getLogger("regesta")
_PATIENCE_SECONDS = 10


def notify_failure(problem: str, *, job: str, run_id: str, home: str, webhook: str) -> None:
    """Tell log and webhook that a run failed or was held back, and why. Never raises."""
    _LOG.error("Run %s of %s failed: %s", run_id, job, problem)
    post_failure(problem, job=job, run_id=run_id, home=home, webhook=webhook)


def post_failure(problem: str, *, job: str, run_id: str, home: str, webhook: str) -> None:
    """Tell the webhook alone, where one is set. Never raises: that it could not be reached is told in the log."""
    if not webhook:
        return
    told = {"text": f"Regesta: {job} failed. {problem}", "job": job, "run_id": run_id, "home": home, "problem": problem}
    try:
        requests.post(webhook, json=told, timeout=_PATIENCE_SECONDS).raise_for_status()
    except requests.RequestException as error:
        _LOG.error("The webhook did not take the message about run %s: %s", run_id, error)

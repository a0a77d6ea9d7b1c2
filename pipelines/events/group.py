"""Claims become events. The policy of preference is data; grouping and weighing are SQL."""

from importlib import resources
from string import Template

import duckdb
import pyarrow as pa

from pipelines.lexicon import load_lexicon

_STEPS = ("grouped", "witnesses", "preferred", "events")


def read_sql(name: str, **words: str) -> str:
    """The text of ``sql/<name>.sql`` with its ``$words`` filled in."""
    text = (resources.files("pipelines.events") / "sql" / f"{name}.sql").read_text("utf-8")
    return Template(text).substitute(words) if words else text


def register_event_words(con: duckdb.DuckDBPyConnection) -> None:
    """``once_types``, ``by_date_types``, ``after_death_types``, ``before_birth_types`` (event_type), ``sequences``."""
    lexicon = load_lexicon("events")
    for name in ("once", "by_date", "after_death", "before_birth"):
        con.register(f"{name}_types", pa.table({"event_type": lexicon[name]}))
    first, second = zip(*lexicon["sequence"], strict=True)
    con.register("sequences", pa.table({"first_type": first, "second_type": second}))


def group_events(con: duckdb.DuckDBPyConnection) -> None:
    """Which claims are about one event.

    Needs what ``resolve_entities`` made, ``citations``, ``passages``, ``claim_order`` and ``preference_rulings``. Makes
    the tables ``events``, ``event_claims`` and ``witnesses`` of the contract.
    """
    register_event_words(con)
    policy = load_lexicon("preference")
    ranks = [criterion["rank"] for criterion in policy["criteria"]]
    reasons = " ".join(
        f"when runner_up.{made['rank']} is distinct from best.{made['rank']} "
        f"then '{made['reason']} (policy {policy['version']})'"
        for made in policy["criteria"]
    )
    words = {
        "grouped": {"days_apart": str(load_lexicon("events")["days_apart"])},
        "preferred": {"order": ", ".join(ranks), "reasons": reasons},
    }
    for step in _STEPS:
        con.execute(read_sql(step, **words.get(step, {})))

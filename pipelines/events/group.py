"""Claims become events. What brings claims together and the policy of preference are data; the work is SQL."""

from importlib import resources
from string import Template

import duckdb
import pyarrow as pa

from pipelines.lexicon import load_lexicon
from warehouse.contract.vocabulary import EVENT_TYPES

_STEPS = ("told", "grouped", "joined", "witnesses", "preferred", "events")


def read_sql(name: str, **words: str) -> str:
    """The text of ``sql/<name>.sql`` with its ``$words`` filled in."""
    text = (resources.files("pipelines.events") / "sql" / f"{name}.sql").read_text("utf-8")
    return Template(text).substitute(words) if words else text


def register_grouping_kinds(con: duckdb.DuckDBPyConnection) -> None:
    """``grouping_kinds``: by what claims of each event type are told apart (``life``, ``date`` or ``object``), whether
    it happens once, whether it lasts, how many years tellings of one may lie apart; and ``freeing_types``.
    """
    lexicon = load_lexicon("events")
    years = lexicon["years_between_tellings"]
    once = {*lexicon["once"], *lexicon["once_with_object"]}
    rows = [
        {
            "event_type": name,
            "apart_by": "life" if name in lexicon["once"] else "date" if name in lexicon["by_date"] else "object",
            "is_once": name in once,
            "is_lasting": name in lexicon["lasting"],
            "years": years.get(name, 0),
            "is_one_case": name in lexicon["one_case"],
        }
        for name in EVENT_TYPES
    ]
    kinds = pa.Table.from_pylist(rows)
    at = kinds.schema.get_field_index("years")
    con.register("freeing_types", pa.table({"event_type": lexicon["freed"]}))
    con.register("grouping_kinds", kinds.set_column(at, "years", kinds["years"].cast(pa.int32())))


def group_events(con: duckdb.DuckDBPyConnection) -> None:
    """Which claims are about one event.

    Needs what ``resolve_entities`` made, ``citations``, ``passages``, ``claim_order`` and ``preference_rulings``. Makes
    the tables ``events``, ``event_claims`` and ``witnesses`` of the contract, and what later steps compare: ``told``
    (each claim, slim, by its place ``came``), ``grouped`` (came, group_key), ``event_keys`` (group_key, event_id),
    ``several_told`` (group_key) and ``speakers`` (came, speaker).
    """
    register_grouping_kinds(con)
    lexicon, policy = load_lexicon("events"), load_lexicon("preference")
    reasons = " ".join(
        f"when runner_up.{made['rank']} is distinct from best.{made['rank']} "
        f"then '{made['reason']} (policy {policy['version']})'"
        for made in policy["criteria"]
    )
    words = {
        "told": {"again": lexicon["again"], "graduated": lexicon["graduated"], "renewed": lexicon["renewed"]},
        "grouped": {"days_apart": str(lexicon["days_apart"])},
        "preferred": {"order": ", ".join(made["rank"] for made in policy["criteria"]), "reasons": reasons},
    }
    for step in _STEPS:
        con.execute(read_sql(step, **words.get(step, {})))

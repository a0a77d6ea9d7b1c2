"""Which names of persons name the same one, decided in steps of SQL that each leave a relation to look at."""

from importlib import resources
from string import Template

import duckdb
import pyarrow as pa

from pipelines.lexicon import load_lexicon
from warehouse.contract.vocabulary import EVENT_TYPES


def find_persons(con: duckdb.DuckDBPyConnection) -> None:
    """``person_names`` (source_id, name, person_key, reason): every name of a person in every source, once.

    Needs ``mentions``, ``name_keys``, ``claims``, ``sources_read``. The reason names each feature that decided, with
    its weight (``entities.toml``).
    """
    words = load_lexicon("events")
    telling_nothing = {"birth", "execution", *words["after_death"], *words["before_birth"]}
    living = [name for name in EVENT_TYPES if name not in telling_nothing]
    con.register("living_types", pa.table({"event_type": living}))
    con.register("teller_words", pa.table({"word": load_lexicon("entities")["tellers"]["words"]}))
    for step in (
        "named",
        "pages",
        "page_candidates",
        "weighed",
        "name_candidates",
        "weighed",
        "known_names",
        "person_names",
    ):
        con.execute(_read_step(step))


def _read_step(name: str) -> str:
    """The text of ``sql/<name>.sql``, with the weights filled in."""
    text = (resources.files("pipelines.entities") / "sql" / f"{name}.sql").read_text("utf-8")
    return Template(text).safe_substitute(load_lexicon("entities")["weights"])

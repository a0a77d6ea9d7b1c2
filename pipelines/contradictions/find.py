"""Contradictions within an event and between events, as SQL over what the events room made."""

from importlib import resources
from string import Template

import duckdb
import pyarrow as pa

from pipelines.lexicon import load_lexicon

_STEPS = (
    "values", "dates", "places", "objects", "figures", "durations", "parts", "names", "occurrences", "sequences",
    "captivities", "offices", "standings", "contradictions",
)  # fmt: skip
"""``places`` makes what ``sequences`` looks up, ``figures`` what ``parts`` does; ``captivities`` looks up
``durations`` and ``sequences``."""


_PLAIN_WORDS = (
    "days_apart", "case_years", "inherited", "wide_place", "penalty", "term", "deed", "names_shared", "near",
    "then", "then_near", "inner_place", "one_gender", "release_near",
)  # fmt: skip
"""What the lexicon of events says in one word or number, filled into the SQL as it is."""


def read_sql(name: str, words: dict[str, str]) -> str:
    """The text of ``sql/<name>.sql`` with its ``$words`` filled in."""
    text = (resources.files("pipelines.contradictions") / "sql" / f"{name}.sql").read_text("utf-8")
    return Template(text).substitute(words)


def _register_laws(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The relations that name event types, and the words to fill in."""
    lexicon = load_lexicon("events")
    for name in ("after_death", "before_birth"):
        con.register(f"{name}_types", pa.table({"event_type": lexicon[name]}))
    for name, pairs in (
        ("sequences", "sequence"), ("exclusive_outcomes", "exclusive"), ("wholes", "wholes"),
        ("same_happening", "same_happening"),
    ):  # fmt: skip
        first, second = zip(*lexicon[pairs], strict=True)
        con.register(name, pa.table({"first_type": first, "second_type": second}))
    ages = lexicon["least_age"]
    con.register("least_ages", pa.table({"event_type": list(ages), "age": list(ages.values())}))
    words = {name: str(lexicon[name]) for name in _PLAIN_WORDS}
    words["any_weekday"] = "|".join(lexicon["weekdays"]["names"])
    words["longest_life"] = str(lexicon["longest"]["life"])
    listed_words = ("staged", "far_stages", "same_counted", "placed", "detailed", "one_a_day", "present")
    # constant patterns are compiled once, those of a list with each row
    words["deed_number"] = "case " + " ".join(
        f"when regexp_matches(deed_words, '{pattern}', 'i') then {number}"
        for number, pattern in enumerate(lexicon["same_deeds"])
    ) + " end"  # fmt: skip
    lists = {name: lexicon[name] for name in listed_words}
    lists |= {"weekday_patterns": lexicon["weekdays"]["names"], "weekday_shown": lexicon["weekdays"]["shown"]}
    return words | {name: "[" + ", ".join(f"'{word}'" for word in listed) + "]" for name, listed in lists.items()}


def find_contradictions(con: duckdb.DuckDBPyConnection) -> None:
    """Needs what ``group_events`` and ``resolve_entities`` made; makes the tables ``contradictions`` and
    ``contradiction_claims`` of the contract.
    """
    words = _register_laws(con)
    for step in _STEPS:
        con.execute(read_sql(step, words))

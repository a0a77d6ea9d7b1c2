"""Which claims rest on which numbered references of their page, and how that is known."""

import duckdb
import pyarrow as pa

from pipelines.events.group import read_sql
from pipelines.lexicon import load_lexicon

_STEPS = (
    "told_alike", "prose_texts",
    ("reference_texts", "reference_keys"), ("prose_texts", "prose_keys"), ("support_titles", "title_keys"),
    "reference_words", "worded_alike", ("nearly_alike", "quote_keys"), "claim_support",
)  # fmt: skip
"""Files of SQL in their order; a pair is ``keyed_words`` run over a relation with texts, and what it makes."""


def register_rings(con: duckdb.DuckDBPyConnection) -> None:
    """``support_rings`` (ring, beginning, width, is_whole), ``support_events`` (event_type, ring), ``support_alike``
    (event_type, kind) and ``support_plain`` (word).
    """
    lexicon = load_lexicon("support_words")
    rows = [
        {"ring": ring, "beginning": (stem := form.removesuffix("-")), "width": len(stem), "is_whole": stem == form}
        for ring, forms in lexicon["rings"].items()
        for form in forms
    ]
    events = lexicon["events"]
    con.register("support_rings", pa.Table.from_pylist(rows))
    con.register("support_events", pa.table({"event_type": list(events), "ring": list(events.values())}))
    alike = [(one, kind) for kind, types in lexicon["alike"].items() for one in types]
    con.register(
        "support_alike", pa.table({"event_type": [one for one, _ in alike], "kind": [kind for _, kind in alike]})
    )
    con.register("support_plain", pa.table({"word": lexicon["plain"]}))


def tie_citations(con: duckdb.DuckDBPyConnection) -> None:
    """Needs what ``group_events`` made, and ``citations``; makes the table ``claim_support`` of the contract."""
    register_rings(con)
    lexicon = load_lexicon("support")
    words = {name: str(score) for name, score in lexicon["scores"].items()}
    words |= {"least": str(lexicon["least"]), "most_ties": str(lexicon["most_ties"])}
    words["months"] = "[" + ", ".join(f"'{month}'" for month in lexicon["months"]) + "]"
    for step in _STEPS:
        if isinstance(step, tuple):
            con.execute(read_sql("keyed_words", texts=step[0], keyed=step[1]))
        else:
            con.execute(read_sql(step, **words))

"""Mentions become entities. Python judges each distinct name once; the joins and groupings are SQL."""

from collections.abc import Sequence
from importlib import resources

import duckdb
import pyarrow as pa

from pipelines.entities.cases import read_cases, read_place_cases
from pipelines.entities.names import NameKey, find_script, read_name
from pipelines.entities.persons import find_persons
from pipelines.entities.things import ThingKey, read_thing
from pipelines.lexicon import load_lexicon
from pipelines.rulings import Judged, Standing, apply_to_names, tell_replaced


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("pipelines.entities") / "sql" / f"{name}.sql").read_text("utf-8")


_PARTS = ("given", "given_key", "patronymic", "surname", "epithet")
_SURNAMES = ("other_surnames", "told_surnames")
_BATCH = 50_000
_NO_NAMES = pa.RecordBatch.from_pydict({"kind": pa.array([], pa.string()), "name": pa.array([], pa.string())})
_NAMELESS = NameKey(None, None, None, None)
_THINGLESS = ThingKey("")


def _register_kinds(con: duckdb.DuckDBPyConnection) -> None:
    lexicon = load_lexicon("entities")
    rows = [("subject", word, kind) for word, kind in lexicon["subjects"].items()]
    rows += [("object", word, kind) for word, kind in lexicon["objects"].items()]
    rows += [("participant", word, kind) for word, kind in lexicon["participants"].items()]
    columns = list(zip(*rows, strict=True))
    con.register("slot_kinds", pa.table({"slot": columns[0], "word": columns[1], "kind": columns[2]}))
    things, places = load_lexicon("entities_things"), load_lexicon("entities_places")
    listed = " ".join([*things["bodies"]["heads"], *(name for group in things["same"]["names"] for name in group)])
    small = {word.strip("()") for word in listed.split() if word == word.lower() and len(word.strip("()")) > 3}
    con.register("body_words", pa.table({"word": sorted(small)}))
    con.register("region_words", pa.table({"word": places["regions"]["words"]}))
    con.register("naming_nothing", pa.table({"word": things["nothing"]["words"]}))


def _make_names(con: duckdb.DuckDBPyConnection, known: str | None) -> None:
    """``name_keys``: each distinct name of each kind with what it tells by itself, judged some at a time, unless the
    relation ``known`` has it.
    """
    con.execute(f"create or replace temp table distinct_names as {read_sql('distinct_names')}")
    con.register("judged_names", pa.Table.from_batches([_judge_names(_NO_NAMES)]))
    told = f"from {known or 'judged_names'} semi join distinct_names using (kind, name)"
    con.execute(f"create or replace temp table name_keys as {told}")
    batches = con.sql("from distinct_names anti join name_keys using (kind, name)").to_arrow_reader(_BATCH)
    judged = [_judge_names(batch) for batch in batches]
    if judged:
        con.register("judged_names", pa.Table.from_batches(judged))
        con.execute("insert into name_keys by name from judged_names")
    con.unregister("judged_names")


def _make_cases(con: duckdb.DuckDBPyConnection) -> None:
    """``name_cases``, ``place_cases``: the nominatives of persons' and places' names that may stand in another case."""
    for kind, decline in (("person", _decline_names), ("place", _decline_places)):
        cyrillic = f"select name from name_keys where kind = '{kind}' and script = 'Cyrl' order by name"
        declined = [decline(batch["name"].to_pylist()) for batch in con.sql(cyrillic).to_arrow_reader(_BATCH)]
        con.register(
            "name_cases" if kind == "person" else "place_cases", pa.Table.from_batches(declined or [decline([])])
        )


def _decline_places(names: Sequence[str]) -> pa.RecordBatch:
    """Each nominative of a place's name, with its key."""
    rows = [(name, one, read_thing("place", one)) for name in names for one in read_place_cases(name)]
    text = pa.string()
    return pa.RecordBatch.from_pydict(
        {
            "name": pa.array([name for name, _, _ in rows], text),
            "nominative": pa.array([one for _, one, _ in rows], text),
            "plain_key": pa.array([key.key for _, _, key in rows], text),
            "head": pa.array([key.head for _, _, key in rows], text),
            "tells": pa.array([list(key.tells) for _, _, key in rows], pa.list_(text)),
            "is_short": pa.array([key.is_short for _, _, key in rows], pa.bool_()),
            "also": pa.array([key.also for _, _, key in rows], text),
        }
    )


def _decline_names(names: Sequence[str]) -> pa.RecordBatch:
    """Each nominative that a name alone does not decide, with its key."""
    rows = [(name, one, read_name(one.name)) for name in names for one in read_cases(name) if not one.is_sure]
    text, texts = pa.string(), pa.list_(pa.string())
    columns: dict[str, pa.Array] = {
        "name": pa.array([name for name, _, _ in rows], text),
        "nominative": pa.array([one.name for _, one, _ in rows], text),
        "is_plain": pa.array([one.is_plain for _, one, _ in rows], pa.bool_()),
    }
    columns |= {part: pa.array([getattr(key, part) for _, _, key in rows], text) for part in _PARTS}
    columns |= {part: pa.array([list(getattr(key, part)) for _, _, key in rows], texts) for part in _SURNAMES}
    return pa.RecordBatch.from_pydict(columns)


def _read_person(name: str) -> NameKey:
    """The key of a name, in the nominative where its own words leave no doubt of it."""
    return read_name(next((one.name for one in read_cases(name) if one.is_sure), name))


def _judge_names(named: pa.RecordBatch) -> pa.RecordBatch:
    kinds, names = named["kind"].to_pylist(), named["name"].to_pylist()
    pairs = list(zip(kinds, names, strict=True))
    keys = [_read_person(name) if kind == "person" else _NAMELESS for kind, name in pairs]
    things = [_THINGLESS if kind == "person" else read_thing(kind, name) for kind, name in pairs]
    text, texts = pa.string(), pa.list_(pa.string())
    columns: dict[str, pa.Array] = {
        "kind": named["kind"],
        "name": named["name"],
        "script": pa.array([find_script(name) for name in names], text),
        "plain_key": pa.array([thing.key for thing in things], text),
        "head": pa.array([thing.head for thing in things], text),
        "tells": pa.array([list(thing.tells) for thing in things], texts),
        "is_short": pa.array([thing.is_short for thing in things], pa.bool_()),
        "also": pa.array([thing.also for thing in things], text),
    }
    columns |= {part: pa.array([getattr(key, part) for key in keys], text) for part in _PARTS}
    columns |= {part: pa.array([list(getattr(key, part)) for key in keys], texts) for part in _SURNAMES}
    return pa.RecordBatch.from_pydict(columns)


def resolve_entities(
    con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing] = (), *, known_names: str | None = None
) -> list[Judged]:
    """Who is who; ``rulings`` are those on names, in the order in which they hold. Returns what became of them.

    Needs ``sources_read``, ``passages``, ``claims``, ``claim_parts``, ``claim_order``. ``known_names`` is a relation of
    rows that ``name_keys`` had before: those names are not judged again. Makes ``name_keys``, ``mentions`` (claim_id,
    slot, ordinal, source_id, kind, name) and their ``mention_ids``, the tables ``entities``, ``entity_aliases``,
    ``replaced_ids`` of the contract, and ``sources_resolved``, ``claims_resolved``, ``claim_parts_resolved``: the
    tables with their entity ids filled in.
    """
    _register_kinds(con)
    con.execute(read_sql("mentions"))
    _make_names(con, known_names)
    _make_cases(con)
    con.execute(read_sql("mention_words"))
    find_persons(con)
    con.execute(read_sql("thing_names"))
    con.execute(read_sql("keyed"))
    judged = apply_to_names(con, rulings)
    for step in ("entities", "resolved"):
        con.execute(read_sql(step))
    if rulings:
        tell_replaced(con, rulings)
    return judged

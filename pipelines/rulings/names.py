"""Rulings on names: mentions leave an entity, entities become one. Of two that exclude each other, the first holds."""

from collections.abc import Sequence
from typing import NamedTuple

import duckdb
import pyarrow as pa

from pipelines.rulings.standing import Judged, Standing, read_sql, refuse, register_targets


class _Mention(NamedTuple):
    """A place in a claim that names an entity, as a ruling's side found it; ``came`` orders mentions by the log."""

    claim_id: str
    slot: str
    ordinal: int
    kind: str
    source_id: str
    name: str
    entity_key: str
    came: float

    @property
    def place(self) -> tuple[str, str, int]:
        return self.claim_id, self.slot, self.ordinal


class _Names:
    """Which key each mention has while rulings are taken in order: what left, and what was joined."""

    def __init__(self) -> None:
        self.left_source: dict[tuple[str, str], str] = {}
        self.left_place: dict[tuple[str, str, int], str] = {}
        self.joined: dict[str, str] = {}
        self.together: list[tuple[str, str, Standing]] = []
        self.apart: list[tuple[str, str, Standing]] = []

    def key_of(self, mention: _Mention) -> str:
        key = self.left_place.get(mention.place) or self.left_source.get((mention.source_id, mention.entity_key))
        return key or mention.entity_key

    def find(self, key: str) -> str:
        while key in self.joined:
            key = self.joined[key]
        return key

    def join(self, one: str, other: str, ruling: Standing) -> Standing | None:
        """Make two keys one; the ruling that keeps them apart, where one does."""
        roots = {self.find(one), self.find(other)}
        for first, second, earlier in self.apart:
            if {self.find(first), self.find(second)} == roots and len(roots) == 2:
                return earlier
        self.together.append((one, other, ruling))
        if len(roots) == 2:
            first, second = sorted(roots)
            self.joined[second] = first
        return None

    def part(self, leaving: Sequence[_Mention], staying: Sequence[_Mention], ruling: Standing) -> Standing | None:
        """Take mentions out of the entity of others; the ruling that holds them together, where one does."""
        going = {mention.place for mention in leaving}
        kept = self.key_of(next((mention for mention in staying if mention.place not in going), staying[0]))
        inside = [mention for mention in leaving if self.find(self.key_of(mention)) == self.find(kept)]
        outside = [mention for mention in leaving if mention not in inside]
        left = self.key_of(outside[0]) if outside else f"{kept} apart {ruling.ruling_id}"
        if inside:
            for first, second, earlier in self.together:
                if self.find(first) == self.find(kept) or self.find(second) == self.find(kept):
                    return earlier
            told = ruling.sides()["one"]
            is_whole = (
                "quote" not in told
                and inside[0].source_id not in {mention.source_id for mention in staying}
                and all(" ".join(mention.name.split()) == told["name"] for mention in inside)
            )
            if is_whole:  # every form of the name on that page goes with it; one of several forms goes alone
                for mention in inside:
                    self.left_source[mention.source_id, mention.entity_key] = left
            else:
                self.left_place |= {mention.place: left for mention in inside}
        self.apart.append((left, kept, ruling))
        return None


def apply_to_names(con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing]) -> list[Judged]:
    """Let rulings on names (merge, distinct, split) change which entity mentions belong to.

    Needs ``keyed`` (mentions with entity_key), ``person_names``, ``claims``, ``sources_read``, ``source_versions``.
    Where there are any, makes ``keyed`` (with ``own_key``, before joining) and ``person_names`` anew, and ``united``
    (from_key, to_key). ``rulings`` come in the order in which they hold.
    """
    if not rulings:
        return []
    names = _Names()
    register_targets(con, rulings)
    found = _find_mentions(con)
    judged = [_judge(names, ruling, found) for ruling in rulings]
    _register(con, names)
    con.execute(read_sql("names"))
    return judged


def tell_replaced(con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing]) -> None:
    """Add to ``replaced_ids`` the ids of the entities that rulings joined to others. Needs what ``entities`` made."""
    con.execute(read_sql("replaced"), {"tx": max(ruling.tx for ruling in rulings)})


def _find_mentions(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[_Mention]]:
    found: dict[tuple[str, str], list[_Mention]] = {}
    for ruling_id, side, *mention in con.sql(read_sql("mentions")).fetchall():
        found.setdefault((ruling_id, side), []).append(_Mention(*mention))
    return found


def _judge(names: _Names, ruling: Standing, found: dict[tuple[str, str], list[_Mention]]) -> Judged:
    sides = {side: found.get((ruling.ruling_id, side), []) for side in ("one", "other")}
    kinds = {mention.kind for mention in sides["one"]} & {mention.kind for mention in sides["other"]}
    for side, mentions in sides.items():
        if not mentions or not kinds:
            named = ruling.sides()[side]
            problem = f"No statement read of {named['source']} names “{named['name']}” there: correct the name."
            return Judged(ruling.ruling_id, "unmatched", problem)
    kind = min(kinds, key=lambda kind: (-sum(m.kind == kind for side in sides.values() for m in side), kind))
    one, other = ([mention for mention in side if mention.kind == kind] for side in sides.values())
    if ruling.kind == "merge":
        against = names.join(names.key_of(one[0]), names.key_of(other[0]), ruling)
    elif ruling.kind == "split" or _is_leaving(ruling, one, other):
        against = names.part(one, other, ruling)
    else:
        against = names.part(other, one, ruling)
    claims = one[0].claim_id, other[0].claim_id
    return refuse(ruling, against, *claims) if against else Judged(ruling.ruling_id, "active", None, *claims)


def _is_leaving(ruling: Standing, one: Sequence[_Mention], other: Sequence[_Mention]) -> bool:
    """Of two names that are distinct, the one told by a narrower stretch leaves, else the one recorded later."""
    narrow = ["quote" in ruling.sides()[side] for side in ("one", "other")]
    if narrow[0] != narrow[1]:
        return narrow[0]
    return one[0].came > other[0].came


def _register(con: duckdb.DuckDBPyConnection, names: _Names) -> None:
    def to_table(rows: list[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
        return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema)

    text = pa.string()
    con.register(
        "left_sources",
        to_table(
            [(*place, key) for place, key in names.left_source.items()],
            pa.schema([("source_id", text), ("entity_key", text), ("to_key", text)]),
        ),
    )
    con.register(
        "left_places",
        to_table(
            [(*place, key) for place, key in names.left_place.items()],
            pa.schema([("claim_id", text), ("slot", text), ("ordinal", pa.int64()), ("to_key", text)]),
        ),
    )
    con.register(
        "joined_keys",
        to_table([(key, names.find(key)) for key in names.joined], pa.schema([("entity_key", text), ("to_key", text)])),
    )

"""Rulings that settle: what is preferred in an event, and why two statements differ."""

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from pipelines.rulings.standing import Judged, Standing, read_sql, refuse

_PREFERRED = pa.schema([("ruling_id", pa.string()), ("claim_id", pa.string()), ("turn", pa.int64())])
_SETTLED = pa.schema(
    [(name, pa.string()) for name in ("ruling_id", "kind", "claim_id", "other_claim_id", "explanation")]
    + [("tx", pa.int64())]
)


def register_preferences(con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing], judged: Sequence[Judged]) -> None:
    """``preference_rulings``: ruling_id, claim_id, and the turn in which each was made, earlier ones first."""
    active = {made.ruling_id: made.claim_id for made in judged if made.status == "active"}
    rows = [
        {"ruling_id": ruling.ruling_id, "claim_id": active[ruling.ruling_id], "turn": turn}
        for turn, ruling in enumerate(rulings)
        if ruling.kind == "prefer" and ruling.ruling_id in active
    ]
    con.register("preference_rulings", pa.Table.from_pylist(rows, _PREFERRED))


def settle(con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing], judged: Sequence[Judged]) -> list[Judged]:
    """Let rulings that settle (prefer, explain) take effect on events and contradictions; returns all as judged now.

    One is reopened where a witness who was not heard when it was made says otherwise. Needs ``events``,
    ``event_claims``, ``contradictions``, ``contradiction_claims`` as tables, which it changes, ``claim_order`` and
    ``transactions``.
    """
    by_id = {ruling.ruling_id: ruling for ruling in rulings}
    settling = [
        (by_id[made.ruling_id], made) for made in judged
        if made.status == "active" and by_id[made.ruling_id].kind in ("prefer", "explain")
    ]  # fmt: skip
    if not settling:
        return list(judged)
    rows = [
        {
            "ruling_id": ruling.ruling_id,
            "kind": ruling.kind,
            "claim_id": made.claim_id,
            "other_claim_id": made.other_claim_id,
            "explanation": ruling.value,
            "tx": ruling.tx,
        }
        for ruling, made in settling
    ]
    con.register("settling", pa.Table.from_pylist(rows, _SETTLED))
    con.execute(read_sql("settled"))
    found = {row[0]: row[1:] for row in con.execute("from settled_rulings").fetchall()}
    return [_judge(made, by_id, found) if made.ruling_id in found else made for made in judged]


def _judge(made: Judged, by_id: Mapping[str, Standing], found: Mapping[str, tuple[str, str | None]]) -> Judged:
    status, other = found[made.ruling_id]
    if status == "refused":
        assert other is not None
        return refuse(by_id[made.ruling_id], by_id[other], made.claim_id, made.other_claim_id)
    problems = {
        "active": None,
        "reopened": f"A witness not heard when it was made says otherwise ({other}): look again, and change the reason "
        "to let it stand.",
        "unmatched": "No contradiction stands between these two statements any more: take it away.",
    }
    return Judged(made.ruling_id, status, problems[status], made.claim_id, made.other_claim_id)

"""Rulings that stand, found to be about which statements, and judged against each other: the earlier one holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import duckdb
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Standing:
    """One ruling that the log has and no file's deletion withdrew; ``tx`` is its latest entry's transaction."""

    ruling_id: str
    kind: str
    target: dict[str, Any]
    column_name: str | None
    value: str | None
    author: str
    reason: str
    path: str
    tx: int

    def sides(self) -> dict[str, dict[str, str]]:
        """What it names, by side: ``one`` and ``other`` where it names two, else ``one``."""
        return self.target if "one" in self.target else {"one": self.target}

    def named(self) -> str:
        """How it is named to people."""
        return f"{self.kind} {self.ruling_id} of {self.path}"


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a ruling: its status, why it is not in force where it is not, and the claims it is about."""

    ruling_id: str
    status: str = "active"
    problem: str | None = None
    claim_id: str | None = None
    other_claim_id: str | None = None


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("pipelines.rulings") / "sql" / f"{name}.sql").read_text("utf-8")


_TARGETS = pa.schema(
    [(name, pa.string()) for name in ("ruling_id", "side", "source_path", "quote", "name", "type", "object", "claim")]
)


def register_targets(con: duckdb.DuckDBPyConnection, rulings: Iterable[Standing]) -> None:
    """``ruling_targets``: ruling_id, side, and the words by which each side is named, blanks made one."""
    rows = [
        {"ruling_id": ruling.ruling_id, "side": side, "source_path": named["source"]}
        | {
            word: " ".join(named[word].split())
            for word in ("quote", "name", "type", "object", "claim")
            if word in named
        }
        for ruling in rulings
        for side, named in ruling.sides().items()
    ]
    con.register("ruling_targets", pa.Table.from_pylist(rows, _TARGETS))


def match_statements(con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing]) -> list[Judged]:
    """Which claims rulings on statements (prefer, reject, correct, explain) are about, and which of them stand.

    Needs ``claims``, ``sources_read``, ``source_versions``. ``rulings`` come in the order in which they hold.
    """
    register_targets(con, rulings)
    found = con.sql(read_sql("statements")).fetchall()
    claims: dict[tuple[str, str], list[str]] = {}
    for ruling_id, side, claim_id in found:
        claims.setdefault((ruling_id, side), []).append(claim_id)
    return judge_statements(rulings, claims)


def judge_statements(rulings: Sequence[Standing], claims: dict[tuple[str, str], list[str]]) -> list[Judged]:
    """What becomes of rulings on statements, in their order; ``claims`` has what each side of each was found to fit."""
    judged = []
    rejected: dict[str, Standing] = {}
    kept: dict[str, Standing] = {}
    corrected: dict[tuple[str, str | None], Standing] = {}
    explained: dict[tuple[str, str], Standing] = {}
    for ruling in rulings:
        ids = {side: claims.get((ruling.ruling_id, side), []) for side in ruling.sides()}
        problem = next(
            (_tell_match(ruling.sides()[side], len(fit)) for side, fit in ids.items() if len(fit) != 1), None
        )
        if problem is not None:
            judged.append(Judged(ruling.ruling_id, "unmatched", problem))
            continue
        one, other = ids["one"][0], ids["other"][0] if "other" in ids else None
        against = None
        if ruling.kind == "explain":
            assert other is not None
            earlier = explained.setdefault((min(one, other), max(one, other)), ruling)
            against = earlier if earlier.value != ruling.value else None
        elif ruling.kind == "reject":
            against = kept.get(one)
            if against is None:
                rejected.setdefault(one, ruling)
        else:
            against = rejected.get(one)
            if against is None and ruling.kind == "correct":
                earlier = corrected.setdefault((one, ruling.column_name), ruling)
                against = earlier if earlier.value != ruling.value else None
            if against is None:
                kept.setdefault(one, ruling)
        judged.append(
            refuse(ruling, against, one, other)
            if against is not None
            else Judged(ruling.ruling_id, "active", None, one, other)
        )
    return judged


def refuse(ruling: Standing, against: Standing, one: str | None = None, other: str | None = None) -> Judged:
    """A ruling that contradicts one made before it is not in force; both are named."""
    problem = (
        f"The ruling {ruling.named()} contradicts {against.named()}, which was made before: take one of them away."
    )
    return Judged(ruling.ruling_id, "refused", problem, one, other)


def _tell_match(named: dict[str, str], found: int) -> str:
    words = f"“{named['quote']}” of {named['source']}"
    if found == 0:
        return f"No statement read there has the words {words}: correct the words, or assert what was missed."
    return f"{found} statements have the words {words}: add type or object, or give more words."

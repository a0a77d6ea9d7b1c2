"""A new reading compared with what stands: what to assert, restate, relocate and retract.

Which columns are content and which are place is declared in the contract (``PLACE_COLUMNS``).
"""

import duckdb

from warehouse.contract.streams import PLACE_COLUMNS
from warehouse.contract.tables import TABLES
from warehouse.log.streams import logged_columns

_COLUMNS = logged_columns(TABLES["claims"])
_PLACE = tuple(name for name in _COLUMNS if name in PLACE_COLUMNS)
_CONTENT = tuple(name for name in _COLUMNS if name not in PLACE_COLUMNS and name != "claim_id")
_PART_CONTENT = (
    "list_transform({0}.parts, lambda p: {{'part': p.part, 'role': p.role, 'text': p.text, 'value': p.value}})"
)


def _differ(names: tuple[str, ...]) -> str:
    return " or ".join(f"fresh.{name} is distinct from standing.{name}" for name in names)


def diff_claims(con: duckdb.DuckDBPyConnection, fresh: str, standing: str, sources: str) -> duckdb.DuckDBPyRelation:
    """The entries that lead from what stands to a new reading, as columns of the stream ``claims`` without ``tx``.

    ``fresh`` and ``standing`` are relations with the columns of claims and ``parts``; ``sources`` (source_id, cause)
    names the sources that were read, and why: claims of other sources are left alone. Same id and new content is a
    restatement; only another place, a relocation.
    """
    kept = ", ".join(f"coalesce(fresh.{name}, standing.{name}) as {name}" for name in ("claim_id",))
    columns = ", ".join(
        f"case when fresh.claim_id is null then standing.{name} else fresh.{name} end as {name}"
        for name in _COLUMNS
        if name != "claim_id"
    )
    return con.sql(
        f"""
        with compared as (
            select
                case
                    when standing.claim_id is null then 'assert'
                    when fresh.claim_id is null then 'retract'
                    when {_differ(_CONTENT)}
                        or {_PART_CONTENT.format("fresh")} is distinct from {_PART_CONTENT.format("standing")}
                    then 'restate'
                    when {_differ(_PLACE)} or fresh.parts is distinct from standing.parts then 'relocate'
                end as action,
                {kept}, {columns},
                case when fresh.claim_id is null then standing.parts else fresh.parts end as parts
            from {fresh} as fresh
            full join (select * from {standing} where source_id in (select source_id from {sources})) as standing
                on standing.claim_id = fresh.claim_id
        )
        select action, cause, {", ".join(_COLUMNS)}, parts
        from compared
        join {sources} using (source_id)
        where action is not null
        order by source_id, quote_start, claim_id
        """
    )

"""Between reading and identity: claims that break a law of their own are set aside with the reason; the rest goes."""

import duckdb
import pyarrow as pa

from expectations.quarantine import find_set_aside
from pipelines.dates import parse_edtf
from pipelines.dates.edtf import UnreadableEdtf
from pipelines.stages.run import Run
from pipelines.stages.since import find_changed_sources
from pipelines.stages.tables import read_sql
from warehouse.log import attach_log, open_log


def set_aside(run: Run, con: duckdb.DuckDBPyConnection, rejected: pa.Table, *, is_recorded: bool) -> None:
    """Judge the staged claims one by one, record what is newly set aside or let back in, and take it out.

    ``con`` has the log attached and the staged tables under their names; ``rejected`` names the claims that rulings
    leave out (table_name, row_key, expectation, reason). Afterwards ``claims`` and ``claim_parts`` lack
    what is set aside, ``claims_read`` and ``claim_parts_read`` have all, and ``quarantined`` has the rows of
    ``quarantine``. A replay (not ``is_recorded``) appends nothing.
    """
    changed = find_changed_sources(run, con)
    found = [find_set_aside(con, bound_edtf(con, "claims"), changed).cast(rejected.schema), rejected]
    if changed is not None:
        con.register("changed_sources", changed)
        names = ", ".join(rejected.schema.names)
        found.append(con.sql(f"select {names} from ({read_sql('set_aside_before')})").to_arrow_table())
        con.unregister("changed_sources")
    con.register("set_aside_now", pa.concat_tables(found))
    for name in ("claims", "claim_parts"):
        con.execute(f"alter view {name} rename to {name}_read")
    if is_recorded:
        entries = con.sql(read_sql("quarantine_changes")).to_arrow_table()
        if entries.num_rows:
            _record(run, entries)
            attach_log(con, open_log(run.log_folder))
    con.execute(f"create or replace temp table quarantined as {read_sql('quarantined')}")
    con.execute(
        "create or replace temp table set_apart as select row_key as claim_id from quarantined "
        "where table_name = 'claims'"
    )
    ((apart,),) = con.execute("select count(*) from set_apart").fetchall()
    for name in ("claims", "claim_parts"):
        # asked dozens of times: where nothing is set aside, nothing is to be looked for
        con.execute(f"create view {name} as from {name}_read {'anti join set_apart using (claim_id)' if apart else ''}")


def _record(run: Run, entries: pa.Table) -> None:
    log = open_log(run.log_folder)
    counts = {row["values"]: row["counts"] for row in entries.column("action").value_counts().to_pylist()}
    set_aside, released = (counts.get(action, 0) for action in ("set_aside", "released"))
    log.append(
        parent=log.head,
        recorded_at=run.clock(),
        kind="validation",
        cause=f"Judged claims one by one: {set_aside} set aside, {released} let back in.",
        agent=run.agent,
        run_id=run.run_id,
        segments={"quarantine": entries},
    )


def bound_edtf(con: duckdb.DuckDBPyConnection, relation: str) -> pa.Table:
    """What every distinct EDTF of some claims means: edtf, and its outer bounds as days; none where it is no EDTF."""
    written = con.sql(f"select distinct date_edtf as edtf from {relation} where date_edtf is not null order by edtf")
    con.register("edtf_written", written.to_arrow_table())
    # most are plain days, which mean themselves; of the others each is parsed
    is_day = "regexp_full_match(edtf, '[0-9]{4}-[0-9]{2}-[0-9]{2}')"
    plain = con.sql(
        f"select edtf, try_cast(edtf as date) as earliest, earliest as latest from edtf_written where {is_day} "
        "and earliest is not null order by edtf"
    ).to_arrow_table()
    rows: dict[str, list[object]] = {"edtf": [], "earliest": [], "latest": []}
    for (value,) in con.sql(f"select edtf from edtf_written where not {is_day} order by edtf").fetchall():
        try:
            bounds = parse_edtf(value)
        except UnreadableEdtf:
            continue
        rows["edtf"].append(value)
        rows["earliest"].append(bounds.earliest)
        rows["latest"].append(bounds.latest)
    days = {name: pa.array(rows[name], pa.int32()).cast(pa.date32()) for name in ("earliest", "latest")}
    parsed = pa.table({"edtf": pa.array(rows["edtf"], pa.string()), **days})
    con.unregister("edtf_written")
    return pa.concat_tables([plain.cast(parsed.schema), parsed])

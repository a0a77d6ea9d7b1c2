"""What has changed since the edition in force was made, for whoever need not look at the rest again."""

import duckdb
import pyarrow as pa

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages.fingerprint import projection_fingerprint
from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql
from warehouse.publish import read_standing


def find_changed_sources(run: Run, con: duckdb.DuckDBPyConnection) -> pa.Table | None:
    """The sources (source_id) of which something was recorded since the edition in force; needs an attached log.

    None where all may have changed: there is no edition, other code made it, or other rulings stand.
    """
    made_at = _find_standing(run)
    if made_at is None:
        return None
    ((ruled,),) = con.execute("select count(*) from log_rulings where tx > $1", [made_at]).fetchall()
    if ruled:
        return None
    return con.sql(read_sql("changed_since"), params={"made_at": made_at}).to_arrow_table()


def find_laws_held(run: Run, con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """The laws that nothing broke in the edition in force, by their ids; none where it was never judged whole. Needs an
    attached log.
    """
    made_at = _find_standing(run)
    if made_at is None:
        return frozenset()
    rows = con.execute(read_sql("laws_held"), {"made_at": made_at}).fetchall()
    return frozenset(str(check_id) for (check_id,) in rows)


def _find_standing(run: Run) -> int | None:
    """The transaction at which the edition in force stands, where this code made it."""
    standing = read_standing(run.home)
    if standing is None:
        return None
    _, made_from = standing
    made_by = (made_from.get("reading"), made_from.get("projection"))
    return int(made_from["tx"]) if made_by == (reading_fingerprint(), projection_fingerprint()) else None

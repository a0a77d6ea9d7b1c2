"""Shares of what was read, by source layout: bounded by ``bounds.yml``, and compared with the validations before.

One SQL file a share in ``measures/``: it selects layout, part_count and whole_count.
"""

import re
from functools import cache

import duckdb
import pyarrow as pa

from expectations.bounds import read_bounds
from expectations.headed_sql import HeadedQuery, read_headed
from expectations.law import Law

READING_CHECK = "reads_as_much_as_before"
_KEPT = 5
"""A sudden change is told against the median of so many validations."""

_TOLD = re.compile(r"(?P<layout>[^;%]+?) (?P<percent>\d+\.\d+) % of (?P<whole>\d+)")


@cache
def read_measures() -> tuple[HeadedQuery, ...]:
    """Every share that is bounded."""
    return tuple(read_headed("measures"))


def laws_of_measures() -> list[Law]:
    """Two laws a share: it lies within its bounds, and it has not changed suddenly. Both are warnings."""
    made = []
    for measure in read_measures():
        if measure.name not in read_bounds()["reading"]:
            raise KeyError(f"bounds.yml says nothing of {measure.name}: give it bounds with their reasons.")
        table = measure.settings["table"]
        made.append(
            Law(
                table,
                f"{measure.name}_within_bounds",
                f"{measure.sentence} lies within its bounds, in every layout.",
                "warning",
                _found_in("measures_out_of_bounds", measure.name),
                READING_CHECK,
                measure=measure.name,
            )
        )
        made.append(
            Law(
                table,
                f"{measure.name}_changes_slowly",
                f"{measure.sentence} is about what it was before, in every layout.",
                "warning",
                _found_in("measures_changed", measure.name),
                READING_CHECK,
            )
        )
    return made


def _found_in(relation: str, measure: str) -> str:
    return f"select layout as row_key, told as reason from {relation} where measure = '{measure}'"


def take_measures(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table ``measures`` (measure, layout, part_count, whole_count) over the tables judged."""
    queries = " union all ".join(
        f"select '{measure.name}' as measure, coalesce(layout, 'no layout') as layout, part_count, whole_count "
        f"from ({measure.query})"
        for measure in read_measures()
    )
    con.execute(f"create table measures as {queries}")


def tell_measures(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What each share is, in the words that are kept as ``observed`` and read back from there."""
    rows = con.execute(
        """
        select measure, string_agg(
            printf('%s %.2f %% of %d', layout, 100.0 * part_count / whole_count, whole_count), '; ' order by layout
        )
        from measures
        where whole_count > 0
        group by measure
        """
    ).fetchall()
    return dict(rows)


def recall_measures(history: pa.Table | None) -> pa.Table:
    """The shares of the last validations, read back from ``quality_results``: measure, layout, share."""
    rows: list[tuple[str, str, float]] = []
    if history is not None:
        for law in (law for law in laws_of_measures() if law.measure):
            assert law.measure is not None
            kept = history.filter(pa.compute.equal(history["check_id"], law.check_id)).sort_by([("tx", "descending")])
            for observed in kept["observed"].to_pylist()[:_KEPT]:
                rows += [
                    (law.measure, found["layout"].strip(), float(found["percent"]) / 100)
                    for found in _TOLD.finditer(observed or "")
                ]
    return pa.table(
        {
            "measure": pa.array([row[0] for row in rows], pa.string()),
            "layout": pa.array([row[1] for row in rows], pa.string()),
            "share": pa.array([row[2] for row in rows], pa.float64()),
        }
    )

"""Claims set aside: laws that judge a claim by itself run between reading and identity, without Great Expectations.

A claim that breaks one goes to ``quarantine`` with the reason, its parts with it; the rest goes on. It comes back when
a mended reader or a ruling makes it keep the law. Nothing is remembered here: whose claims are judged, and what stands
of others, is the caller's to say. The same laws gate the staged edition: a claim nobody set aside holds it back.
"""

import duckdb
import pyarrow as pa

from expectations.catalogue import READ, laws
from expectations.law import Law
from expectations.relations import prepare_changed, prepare_claims

NEEDS = ("sources", *READ)
"""The relations a connection must have, with the contract's columns; ``subject_id`` and its like may still be null."""


def laws_that_set_aside() -> tuple[Law, ...]:
    """The laws that judge a claim by itself."""
    return tuple(law for law in laws() if law.sets_aside)


def find_set_aside(con: duckdb.DuckDBPyConnection, edtf_bounds: pa.Table, changed: pa.Table | None = None) -> pa.Table:
    """The claims to be set aside: table_name, row_key, expectation, reason; one row a claim and law it breaks.

    ``con`` has the relations of ``NEEDS``; ``edtf_bounds`` (edtf, earliest, latest) says what each EDTF means. All work
    is done in a schema that is dropped again, so that the connection is left as it was. A part that breaks a law sets
    its claim aside. Only claims of the sources ``changed`` (source_id) are judged, all where it is None.
    """
    schema = con.execute("select current_schema()").fetchall()[0][0]
    con.execute("create schema judging")
    try:
        for name in NEEDS:
            con.execute(f"create view judging.{name} as select * from {schema}.{name}")
        con.execute("use judging")
        if changed is not None:
            prepare_changed(con, changed)
            for name in READ:
                con.execute(f"create or replace view {name} as from changed_{name}")
        prepare_claims(con, edtf_bounds)
        found = " union all ".join(
            "select 'claims' as table_name, split_part(row_key::varchar, ' ', 1) as row_key, "
            f"'{law.check_id}' as expectation, reason::varchar as reason from ({law.query})"
            for law in laws_that_set_aside()
        )
        return con.sql(
            "select table_name, row_key, expectation, "
            f"coalesce(string_agg(reason, '; ' order by reason), 'no more to say') as reason from ({found}) "
            "group by table_name, row_key, expectation order by table_name, row_key, expectation"
        ).to_arrow_table()
    finally:
        con.execute(f"use {schema}")
        con.execute("drop schema judging cascade")
